"""Proposed rosters in words: gaps and their reasons, what would help, and malformed problems.

Whoever asks brings the names: of volunteers, and of shifts, by their ids in the problem.
"""

from collections.abc import Mapping, Sequence

from dorpssteunpunt.base.i18n import _, ngettext
from dorpssteunpunt.domain.planning.proposal import (
    Bottleneck,
    Gap,
    Kind,
    Need,
    NobodyFits,
    Obstacle,
    OneMoreTurn,
    OneMoreVolunteer,
    OneShiftFewer,
    Reason,
    Rule,
    WhatHelps,
)
from dorpssteunpunt.domain.planning.refusals import Fault, PinContradicts, ProblemMalformed
from dorpssteunpunt.services.words.spoken import in_words

Names = Mapping[str, str]


def gap_words(gap: Gap, volunteers: Names, shifts: Names) -> str:
    """Return what a shift lacks and why, in one line."""
    reasons = "; ".join(reason_words(one, gap.need, volunteers) for one in gap.reasons)
    return _("{shift} lacks {need}: {reasons}.").format(
        shift=_named(gap.shift, shifts), need=need_words(gap.need, gap.short), reasons=reasons
    )


def reason_words(reason: Reason, need: Need, volunteers: Names) -> str:
    """Return one reason for a gap, without a capital or a full stop."""
    match reason:
        case NobodyFits():
            return _("no volunteer has this skill")
        case Bottleneck():
            return _bottleneck_words(reason, need)
        case Obstacle():
            return obstacle_words(reason, volunteers)


def help_words(helps: WhatHelps, volunteers: Names, shifts: Names) -> str:
    """Return what would help most, in one sentence."""
    closed = helps.short - helps.still_short
    return ngettext(
        "{change} would fill {closed} of the {short} open places.",
        "{change} would fill {closed} of the {short} open places.",
        closed,
    ).format(change=_change_words(helps, volunteers, shifts), closed=closed, short=helps.short)


def _change_words(helps: WhatHelps, volunteers: Names, shifts: Names) -> str:
    match helps.change:
        case OneMoreVolunteer(need):
            return _("One more volunteer ({what})").format(what=_kind_of(need))
        case OneMoreTurn(volunteer=volunteer, week=None):
            return _("One turn more than the maximum for {name}").format(
                name=_named(volunteer, volunteers)
            )
        case OneMoreTurn(volunteer=volunteer):
            return _("One turn more in one week for {name}").format(
                name=_named(volunteer, volunteers)
            )
        case OneShiftFewer(shift):
            return _("Closing the desk on {shift}").format(shift=_named(shift, shifts))


def need_words(need: Need, short: int) -> str:
    """Return what a shift is short of, and how many."""
    match need.kind:
        case Kind.PEOPLE:
            return ngettext("somebody", "{count} people", short).format(count=short)
        case Kind.EXPERIENCED:
            return ngettext("somebody experienced", "{count} experienced people", short).format(
                count=short
            )
        case Kind.SKILL:
            # i18n: a shift lacks this; {skill} is the name of a skill, such as "taal".
            return ngettext(
                "somebody with the skill {skill}",
                "{count} people with the skill {skill}",
                short,
            ).format(count=short, skill=need.skill)


def _kind_of(need: Need) -> str:
    return {
        Kind.PEOPLE: _("anybody"),
        Kind.EXPERIENCED: _("experienced"),
        Kind.SKILL: _("with the skill {skill}").format(skill=need.skill),
    }[need.kind]


def _bottleneck_words(reason: Bottleneck, need: Need) -> str:
    return ngettext(
        "{shifts} shifts ask for {asked} turns ({what}); the only one who could come can do "
        "{possible}",
        "{shifts} shifts ask for {asked} turns ({what}); the {people} who could come can do "
        "{possible} together",
        len(reason.volunteers),
    ).format(
        shifts=len(reason.shifts),
        asked=reason.asked,
        what=_kind_of(need),
        people=len(reason.volunteers),
        possible=reason.possible,
    )


def obstacle_words(reason: Obstacle, volunteers: Names) -> str:
    """Return whom a rule keeps off a shift, without a capital or a full stop."""
    many = len(reason.volunteers)
    words = {
        Rule.STAYS_OFF: ngettext(
            "{names} said no to this shift or went off it",
            "{names} said no to this shift or went off it",
            many,
        ),
        Rule.CANNOT: ngettext("{names} cannot come", "{names} cannot come", many),
        Rule.ON_DUTY: ngettext("{names} is on duty then", "{names} are on duty then", many),
        Rule.WEEK_FULL: ngettext(
            "{names} is at the maximum of {most} a week",
            "{names} are at their maximum of {most} a week",
            many,
        ),
        Rule.PERIOD_FULL: ngettext(
            "{names} is at the maximum of {most} in this period",
            "{names} are at their maximum of {most} in this period",
            many,
        ),
        Rule.EVENING_MORNING: ngettext(
            "{names} wants no evening before a morning",
            "{names} want no evening before a morning",
            many,
        ),
        Rule.APART: ngettext(
            "{names} is kept apart from somebody on this shift",
            "{names} are kept apart from somebody on this shift",
            many,
        ),
        Rule.SHIFT_FULL: ngettext(
            "for {names} there is no place on the shift",
            "for {names} there is no place on the shift",
            many,
        ),
        Rule.BEGINNER_ALONE: ngettext(
            "{names} would be alone as a beginner",
            "{names} would be there as beginners only",
            many,
        ),
        Rule.COSTS_MORE: ngettext(
            "{names} could come, but is missed more elsewhere",
            "{names} could come, but are missed more elsewhere",
            many,
        ),
    }[reason.rule]
    return words.format(names=_listed(reason.volunteers, volunteers), most=reason.most)


def _listed(ids: Sequence[str], names: Names) -> str:
    """Return names as said in a sentence: "Els, Piet en Fatma"."""
    *others, last = (_named(one, names) for one in ids)
    if not others:
        return last
    return _("{names} and {last}").format(names=", ".join(others), last=last)


def _named(one: str, names: Names) -> str:
    return names.get(one, one)


@in_words.register
def _pin_contradicts(refusal: PinContradicts) -> str:
    who, shift = map(_shortened, refusal.duty)
    because = obstacle_words(Obstacle(refusal.rule, (who,), refusal.most), {})
    return _("{duty}: this pinned duty cannot stay: {because}.").format(
        duty=f"{who}, {shift}", because=because
    )


@in_words.register
def _problem_malformed(refusal: ProblemMalformed) -> str:
    reason = _fault_words(refusal.fault).format(found=_shortened(refusal.found))
    return f"{_shortened(refusal.place)}: {reason}" if refusal.place else reason


_LONGEST_QUOTE = 60


def _shortened(found: str) -> str:
    """Return what stands in a file as it can be shown on one line of any terminal."""
    text = "".join(one if one.isprintable() else "?" for one in found)
    return text if len(text) <= _LONGEST_QUOTE else text[:_LONGEST_QUOTE] + "…"


def _fault_words(fault: Fault) -> str:
    return {
        Fault.NOT_TEXT: _("the file is not text in UTF-8 from this byte on"),
        Fault.NOT_JSON: _("from this line and column on the file is not JSON"),
        Fault.TOO_DEEP: _("the file nests too deeply"),
        Fault.TWICE: _("this stands there twice: {found}"),
        Fault.MISSING: _("this key is missing"),
        Fault.UNKNOWN: _("this is not known: {found}"),
        Fault.NOT_AN_OBJECT: _("this has to be an object with keys"),
        Fault.NOT_A_LIST: _("this has to be a list"),
        Fault.NOT_A_PAIR: _("this has to be a list of two"),
        Fault.NOT_A_WORD: _("this has to be a text, and not an empty one"),
        Fault.NOT_A_NUMBER: _("this has to be a number"),
        Fault.NOT_YES_OR_NO: _("this has to be true or false"),
        Fault.NOT_WHOLE: _("this has to be a whole number: {found}"),
        Fault.NOT_FINITE: _("this is no finite number: {found}"),
        Fault.NEGATIVE: _("this is below zero: {found}"),
        Fault.TOO_LARGE: _("this is too large: {found}"),
        Fault.NO_DATE: _("there is no such date: {found}"),
        Fault.END_NOT_AFTER_START: _("the end is not after the start"),
        Fault.MAX_BELOW_MIN: _("the maximum is below the minimum"),
        Fault.SAME_PERSON: _("this is a pair of one person: {found}"),
    }[fault]
