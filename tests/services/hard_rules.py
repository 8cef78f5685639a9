"""What no proposal may do to somebody, by their wishes alone: it knows nothing of the planner."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, time, timedelta

from dorpssteunpunt.domain.availability import AvailabilityLevel
from dorpssteunpunt.domain.people import Experience, Volunteer
from dorpssteunpunt.domain.roster import Shift

_GLAD = (AvailabilityLevel.PREFER, AvailabilityLevel.CAN, AvailabilityLevel.RATHER_NOT)


def broken(
    one: Volunteer, shift: Shift, own: Sequence[Shift], team: Sequence[Volunteer]
) -> set[str]:
    """Return what is wrong with somebody on a shift.

    `own` are all shifts they have, `team` is everybody on this one; both with it or them included.
    """
    return set(_broken(one, shift, own, [other for other in team if other != one]))


def _broken(
    one: Volunteer, shift: Shift, own: Sequence[Shift], others: Sequence[Volunteer]
) -> Iterator[str]:
    if one.until is not None and shift.on >= one.until:
        yield "gone"
    said = one.when.pattern.get((shift.on.isoweekday(), shift.daypart_id))
    if said not in _GLAD or any(leave.first <= shift.on <= leave.last for leave in one.when.leaves):
        yield "cannot"
    if any(_at_once(shift, other) for other in own if other.id != shift.id):
        yield "two places"
    weeks = Counter(other.on.isocalendar()[:2] for other in own)
    if one.shifts_per_week is not None and weeks[shift.on.isocalendar()[:2]] > one.shifts_per_week:
        yield "week full"
    if one.no_evening_then_morning and any(_short_night(shift, other) for other in own):
        yield "short night"
    if any(one.person_id in o.apart or o.person_id in one.apart for o in others):
        yield "apart"
    if all(other.experience is Experience.BEGINNER for other in (one, *others)):
        yield "beginners only"


def _at_once(one: Shift, other: Shift) -> bool:
    return one.on == other.on and one.start < other.end and other.start < one.end


def _short_night(one: Shift, other: Shift) -> bool:
    return _night_between(one, other) or _night_between(other, one)


def _night_between(evening: Shift, morning: Shift) -> bool:
    late, early = evening.start >= time(17), morning.start < time(12)
    next_day: date = evening.on + timedelta(days=1)
    return late and early and morning.on == next_day
