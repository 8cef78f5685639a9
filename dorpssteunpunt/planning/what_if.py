"""Which single change would close most gaps: tried one by one, and proven by solving again."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from dorpssteunpunt.domain.availability import AvailabilityLevel
from dorpssteunpunt.domain.people import Experience
from dorpssteunpunt.domain.planning.problem import Duty, Problem, Turns, Volunteer
from dorpssteunpunt.domain.planning.proposal import (
    Gap,
    Kind,
    Need,
    Obstacle,
    OneMoreTurn,
    OneMoreVolunteer,
    OneShiftFewer,
    Proposal,
    Rule,
    SingleChange,
    WhatHelps,
)
from dorpssteunpunt.planning.board import Board
from dorpssteunpunt.planning.model import Goal, Stage
from dorpssteunpunt.planning.solving import find
from dorpssteunpunt.services.ports.planner import Watch

_TRIED = 6  # the most changes that are tried: each asks the solver once
_ONE_TURN_A_WEEK = 1
_ONLY_GAPS: tuple[Goal, ...] = ((Stage.GAPS,),)
_NEWCOMER = "\uffff"  # sorts after every id


def what_helps(problem: Problem, proposal: Proposal, watch: Watch) -> tuple[WhatHelps, ...]:
    """Return the changes that close a gap, the best first; nothing when there are no gaps."""
    changes = list(_changes(problem, proposal.gaps))[:_TRIED]
    short = _short(proposal.gaps)
    found = []
    for done, change in enumerate(changes):
        if watch.cancelled():
            break
        one = replace(watch, seconds=watch.seconds / len(changes), progress=lambda _done: None)
        best = find(_changed(problem, change), _ONLY_GAPS, one)
        still = Board(best.grid, best.seats).short()
        if still < short:
            found.append(WhatHelps(change, short, still))
        watch.progress((done + 1) / len(changes))
    return tuple(sorted(found, key=lambda one: one.still_short))


def _short(gaps: Iterable[Gap]) -> int:
    return sum(gap.short for gap in gaps)


def _changes(problem: Problem, gaps: tuple[Gap, ...]) -> Iterator[SingleChange]:
    """Yield what could help, what touches most gaps first: people, then turns, then closing."""
    needs: Counter[Need] = Counter()
    for gap in gaps:
        needs[gap.need] += gap.short
    yield from (OneMoreVolunteer(need) for need, _ in needs.most_common(2))
    yield from (turn for turn, _ in _full(problem, gaps).most_common(3))
    worst = Counter[str]()
    for gap in gaps:
        worst[gap.shift] += gap.short
    yield from (OneShiftFewer(shift) for shift, _ in worst.most_common(1))


def _full(problem: Problem, gaps: tuple[Gap, ...]) -> Counter[OneMoreTurn]:
    """Count by maximum at how many gaps somebody is kept off by it."""
    shifts = {shift.id: shift for shift in problem.shifts}
    counted: Counter[OneMoreTurn] = Counter()
    for gap in gaps:
        shift = shifts[gap.shift]
        for reason in gap.reasons:
            if isinstance(reason, Obstacle) and reason.rule in (Rule.WEEK_FULL, Rule.PERIOD_FULL):
                week = shift.week if reason.rule is Rule.WEEK_FULL else None
                for volunteer in reason.volunteers:
                    counted[OneMoreTurn(volunteer, week, shift.period)] += gap.short
    return counted


def _changed(problem: Problem, change: SingleChange) -> Problem:
    match change:
        case OneMoreVolunteer(need):
            return replace(problem, volunteers=[*problem.volunteers, _newcomer(problem, need)])
        case OneMoreTurn():
            volunteers = [
                _with_room(one, change) if one.id == change.volunteer else one
                for one in problem.volunteers
            ]
            return replace(problem, volunteers=volunteers)
        case OneShiftFewer(shift):
            return _without(problem, shift)


def _newcomer(problem: Problem, need: Need) -> Volunteer:
    """Return somebody who can always come, once a week."""
    experienced = need.kind is Kind.EXPERIENCED
    return Volunteer(
        id=_NEWCOMER,
        experience=Experience.EXPERIENCED if experienced else Experience.REGULAR,
        skills=frozenset({need.skill} if need.kind is Kind.SKILL else ()),
        availability={shift.id: AvailabilityLevel.CAN for shift in problem.shifts},
        most_per_week=_ONE_TURN_A_WEEK,
    )


def _with_room(one: Volunteer, change: OneMoreTurn) -> Volunteer:
    """Return a volunteer who takes one turn more."""
    if change.week is not None:
        used = dict(one.used_in_week)
        used[change.week] = used.get(change.week, 0) - 1
        return replace(one, used_in_week=used)
    turns: Turns = one.turns[change.period]
    return replace(one, turns={**one.turns, change.period: replace(turns, used=turns.used - 1)})


def _without(problem: Problem, shift: str) -> Problem:
    def elsewhere(duties: frozenset[Duty]) -> frozenset[Duty]:
        return frozenset(duty for duty in duties if duty.shift != shift)

    return replace(
        problem,
        shifts=[one for one in problem.shifts if one.id != shift],
        agreed=elsewhere(problem.agreed),
        pinned=elsewhere(problem.pinned),
        stays_off=elsewhere(problem.stays_off),
    )
