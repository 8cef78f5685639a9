"""Why somebody is on a shift in a proposal and somebody else is not, in sentences."""

from collections.abc import Iterator

from dorpssteunpunt.base.formats import weekday_date
from dorpssteunpunt.base.i18n import _, ngettext
from dorpssteunpunt.domain.planning.proposal import (
    Changes,
    Kind,
    Need,
    Obstacle,
    RunnerUp,
    Score,
    WhyNot,
    WhyThisName,
)
from dorpssteunpunt.services.roster import RosterProposal
from dorpssteunpunt.services.words.people import level_word
from dorpssteunpunt.services.words.planning import obstacle_words
from dorpssteunpunt.services.words.proposing import turn_words
from dorpssteunpunt.services.words.roster import shift_title


def explanation(answer: WhyThisName | WhyNot, proposal: RosterProposal) -> tuple[str, ...]:
    """Return why somebody is on a shift, or why not, in sentences."""
    if isinstance(answer, WhyThisName):
        return tuple(_why(answer, proposal))
    return tuple(_why_not(answer, proposal))


def _why(why: WhyThisName, proposal: RosterProposal) -> Iterator[str]:
    name = proposal.names[why.duty.volunteer]
    if why.pinned:
        yield _("{name} is on this shift already and stays.").format(name=name)
    yield _("{name} about this shift: {level}.").format(name=name, level=level_word(why.level))
    for need in why.fills:
        yield _without(name, need)
    if why.wanted is not None and why.wanted > 0:
        turns = turn_words(why.turns, why.wanted)
        yield _("With this proposal {name} has {turns}.").format(name=name, turns=turns)
    proposed = proposal.name(why.duty)
    if proposed and proposed.last_on:
        yield _("{name} was last on the roster on {day}.").format(
            name=name, day=weekday_date(proposed.last_on)
        )
    for other in why.runners_up:
        yield _runner_up(other, proposal)
    if not why.runners_up:
        yield _("Nobody else is free for this shift.")


def _without(name: str, need: Need) -> str:
    return {
        Kind.PEOPLE: _("Without {name} the shift has too few people."),
        Kind.EXPERIENCED: _("Without {name} nobody experienced is there."),
        Kind.SKILL: _("Without {name} the skill {skill} is missing."),
    }[need.kind].format(name=name, skill=need.skill)


def _runner_up(other: RunnerUp, proposal: RosterProposal) -> str:
    name = proposal.names[other.volunteer]
    if costs := _costs(other.costs_more):
        return _("{name} could as well, but then {costs}.").format(name=name, costs=costs)
    return _("{name} could just as well.").format(name=name)


def _why_not(why_not: WhyNot, proposal: RosterProposal) -> Iterator[str]:
    if why_not.never:
        yield _("No roster allows it: {because}.").format(because=_because(why_not.never, proposal))
        return
    yield _("In this proposal: {because}.").format(because=_because(why_not.now, proposal))
    yield _price(why_not)
    yield from _moves(why_not.changes, proposal)


def _because(obstacle: Obstacle, proposal: RosterProposal) -> str:
    return obstacle_words(obstacle, proposal.names)


def _price(why_not: WhyNot) -> str:
    if why_not.short_more > 0:
        return ngettext(
            "It can be done, but then {count} place more stays open.",
            "It can be done, but then {count} places more stay open.",
            why_not.short_more,
        ).format(count=why_not.short_more)
    if costs := _costs(why_not.costs_more):
        return _("It can be done, but then {costs}.").format(costs=costs)
    return _("It can be done just as well.")


def _costs(more: Score) -> str:
    """Return what becomes worse, most important first, or nothing."""
    worse = (
        (more.gaps, _("something needed is missing")),
        (more.agreements, _("more people have to move")),
        (more.availability, _("people come less gladly")),
        (more.split_pairs, _("people who like to be together are apart")),
        (more.fairness, _("turns are shared less fairly")),
    )
    return ", ".join(words for points, words in worse if points > 0)


def _moves(changes: Changes, proposal: RosterProposal) -> Iterator[str]:
    """Yield shift by shift who comes and who goes."""
    touched = {duty.shift for duty in (*changes.came, *changes.left)}
    for shift, cell in proposal.shifts.items():
        if shift not in touched:
            continue
        came = [proposal.names[who] for who, where in changes.came if where == shift]
        left = [proposal.names[who] for who, where in changes.left if where == shift]
        words = [_("{names} comes").format(names=", ".join(came))] if came else []
        words += [_("{names} goes").format(names=", ".join(left))] if left else []
        yield f"{shift_title(cell)}: {'; '.join(words)}."
