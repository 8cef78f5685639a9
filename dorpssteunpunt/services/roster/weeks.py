"""Making shifts from the template with whoever holds a place on them, and removing them again."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dorpssteunpunt.domain.accounts import Right
from dorpssteunpunt.domain.names import PersonName
from dorpssteunpunt.domain.people import Volunteer
from dorpssteunpunt.domain.periods import check_period
from dorpssteunpunt.domain.revision import SpanTooLong, days_between, missing
from dorpssteunpunt.domain.roster import (
    Assignment,
    Origin,
    Shift,
    WeekHasShifts,
    WeekInUse,
    WeekTemplateEmpty,
    shifts_for,
)
from dorpssteunpunt.domain.standing import StandingAssignment, holders
from dorpssteunpunt.domain.suitability import Objection, days_that_count, suitability
from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.services.changes import Changed, Room, changed
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.ports import UnitOfWork
from dorpssteunpunt.services.roster.days import with_closed_days
from dorpssteunpunt.services.roster.standing import current_standing

_LONGEST = timedelta(days=366)

_AWAY = (Objection.CANNOT, Objection.ON_LEAVE)
"""What was agreed with a standing occupant once holds, unless they cannot come at all."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Somebody who holds a place on a shift and does not come this once."""

    name: PersonName
    shift: Shift
    objections: tuple[Objection, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekMade(Changed):
    """What making a week touched, and whose standing place is open in it this once."""

    left_out: tuple[LeftOut, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftsMade(WeekMade):
    """What making the shifts of a span touched, and those shifts."""

    shifts: tuple[Shift, ...]


def make_week(desk: Desk, week: Week) -> WeekMade:
    """Make the shifts of a week from the week template, with its standing occupants on them.

    On a day on which the village is closed they are made closed, for a later change of mind.
    Raises `NotAllowed`, `WeekHasShifts`, or `WeekTemplateEmpty` when the desk is never open.
    """
    with desk.writing(Right.PLAN_ROSTER) as uow:
        if uow.roster.shifts(week.monday, week.sunday):
            raise WeekHasShifts(week)
        template = uow.support_point.week_template()
        if not template:
            raise WeekTemplateEmpty
        added = add_shifts(desk, uow, shifts_for(week.days, template))
        desk.note(uow, "shifts made", Room.ROSTER)
    return WeekMade(changed(Room.ROSTER).rooms, left_out=added.left_out)


def make_shifts(desk: Desk, first: date, last: date) -> ShiftsMade:
    """Make the shifts from `first` to `last` that the template asks for and are not made yet.

    Only those still to come are made, and doing it twice adds nothing. Raises `NotAllowed`,
    `BackwardPeriod`, `SpanTooLong`, or `WeekTemplateEmpty` when the desk is never open.
    """
    check_period(first, last)
    if last - first > _LONGEST:
        raise SpanTooLong
    with desk.writing(Right.PLAN_ROSTER) as uow:
        template = uow.support_point.week_template()
        if not template:
            raise WeekTemplateEmpty
        made, days = uow.roster.shifts(first, last), days_between(first, last)
        added = add_shifts(desk, uow, missing(made, template, days, desk.clock.now()))
        desk.note(uow, "shifts made", Room.ROSTER)
    return ShiftsMade(changed(Room.ROSTER).rooms, left_out=added.left_out, shifts=added.shifts)


def remove_week(desk: Desk, week: Week) -> Changed:
    """Take the shifts of a week away again, as long as they are as they were made.

    Raises `NotAllowed`, or `WeekInUse` when somebody was chosen or left, when it is published, or
    when it was noted who was there.
    """
    with desk.writing(Right.PLAN_ROSTER) as uow:
        _remove(desk, uow, uow.roster.shifts(week.monday, week.sunday))
    return changed(Room.ROSTER)


def remove_shifts(desk: Desk, shifts: Collection[Shift]) -> Changed:
    """Take shifts away again, as long as they are as they were made.

    Raises `NotAllowed`, or `WeekInUse` as `remove_week` does; then all of them stay.
    """
    with desk.writing(Right.PLAN_ROSTER) as uow:
        _remove(desk, uow, shifts)
    return changed(Room.ROSTER)


@dataclass(frozen=True, slots=True)
class Added:
    """New shifts, and who holds a place on one of them and does not come this once."""

    shifts: tuple[Shift, ...]
    left_out: tuple[LeftOut, ...]


def add_shifts(desk: Desk, uow: UnitOfWork, shifts: Sequence[Shift]) -> Added:
    """Add new shifts with their standing occupants on them; on closed days they are closed."""
    added = uow.roster.add_shifts(with_closed_days(uow, shifts))
    return Added(tuple(added), _put_on_standing(desk, uow, added))


def _remove(desk: Desk, uow: UnitOfWork, shifts: Collection[Shift]) -> None:
    shift_ids = [shift.id for shift in shifts]
    assignments = uow.roster.assignments(shift_ids)
    weeks = {Week.of(shift.on) for shift in shifts}
    is_used = any(map(uow.roster.publication, weeks)) or uow.attendance.marks(shift_ids)
    if is_used or not all(map(_as_made, assignments)):
        raise WeekInUse
    uow.roster.replace(assignments, ())
    uow.roster.remove_shifts(shift_ids)
    desk.note(uow, "shifts removed", Room.ROSTER)


def _as_made(one: Assignment) -> bool:
    return one.origin is Origin.STANDING and one.is_active


def _put_on_standing(desk: Desk, uow: UnitOfWork, shifts: Sequence[Shift]) -> tuple[LeftOut, ...]:
    """Put everybody who holds a place on their shift, and return who does not come this once."""
    standing = current_standing(uow)
    volunteers = uow.people.offers({one.volunteer_id for one in standing})
    left_out: list[LeftOut] = []
    for shift in shifts:
        if shift.is_closed:
            continue
        coming: list[StandingAssignment] = []
        for one, objections in _judged(uow, shift, standing, volunteers):
            if objections:
                name = uow.people.persons([one.volunteer_id])[one.volunteer_id].name
                left_out.append(LeftOut(name, shift, objections))
            else:
                coming.append(one)
        uow.roster.replace((), _assignments(desk, shift, coming))
    return tuple(left_out)


def _judged(
    uow: UnitOfWork,
    shift: Shift,
    standing: Collection[StandingAssignment],
    volunteers: Mapping[int, Volunteer],
) -> Iterator[tuple[StandingAssignment, tuple[Objection, ...]]]:
    """Yield who holds a place on a shift, with what keeps them from it this once."""
    for one in holders(standing, shift.on, shift.daypart_id, shift.counter_id):
        own = uow.roster.shifts_of(one.volunteer_id, *days_that_count(shift.on))
        judged = suitability(volunteers[one.volunteer_id], shift, own)
        yield (
            one,
            tuple(each for each in judged.objections if each.forbids or each in _AWAY),
        )


def _assignments(
    desk: Desk, shift: Shift, coming: Sequence[StandingAssignment]
) -> list[Assignment]:
    lead = next((one for one in coming if one.is_lead), None)
    return [
        Assignment(
            shift_id=shift.id,
            volunteer_id=one.volunteer_id,
            is_lead=one is lead,
            origin=Origin.STANDING,
            made_at=desk.clock.now(),
            made_by=desk.actor.id,
        )
        for one in coming
    ]
