"""Whom to ask for a shift: every volunteer with what speaks for and against, best choice first."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from dorpssteunpunt.domain.accounts import Right
from dorpssteunpunt.domain.people import Person, Volunteer
from dorpssteunpunt.domain.roster import Assignment, Shift, Suitability, suitability
from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.services.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A volunteer judged for one shift; `phone` is for the desk only, in E.164 or empty.

    `shifts_this_week` counts the other shifts of that week, `shifts_per_week` is the most this
    volunteer wants (None: never said).
    """

    volunteer_id: int
    name: str
    phone: str
    suitability: Suitability
    shifts_this_week: int
    shifts_per_week: int | None


def candidates(desk: Desk, shift_id: int) -> tuple[Candidate, ...]:
    """Return every volunteer active on the day of a shift, also who is on it; best choice first.

    Of equally good choices whoever has fewest shifts this week comes first, then by name.
    Raises `NotAllowed` or `NotFound`.
    """
    with desk.reading(Right.ROSTER) as uow:
        shift = uow.roster.shift(shift_id)
        week = Week.of(shift.on)
        shifts = uow.roster.shifts(week.monday, week.sunday)
        assignments = uow.roster.assignments([one.id for one in shifts])
        volunteers = uow.people.volunteers(active_on=shift.on)
    own_weeks = _own_weeks(shifts, assignments)
    judged = [_judge(*pair, shift, own_weeks[pair[0].id]) for pair in volunteers]
    return tuple(sorted(judged, key=lambda one: (one.suitability.rank, one.shifts_this_week)))


def _judge(person: Person, volunteer: Volunteer, shift: Shift, own_week: list[Shift]) -> Candidate:
    return Candidate(
        volunteer_id=person.id,
        name=person.name.full,
        phone=person.phone or person.second_phone,
        suitability=suitability(volunteer, shift, own_week),
        shifts_this_week=sum(own.id != shift.id for own in own_week),
        shifts_per_week=volunteer.shifts_per_week,
    )


def _own_weeks(
    shifts: Iterable[Shift], assignments: Iterable[Assignment]
) -> defaultdict[int, list[Shift]]:
    """Return by volunteer the shifts they are on."""
    by_id = {shift.id: shift for shift in shifts}
    own: defaultdict[int, list[Shift]] = defaultdict(list)
    for one in assignments:
        if one.is_active:
            own[one.volunteer_id].append(by_id[one.shift_id])
    return own
