"""Making the shifts of a week with whoever holds a place in it, and taking them away again."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dorpssteunpunt.domain.accounts import Right
from dorpssteunpunt.domain.names import PersonName
from dorpssteunpunt.domain.people import Volunteer
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
        uow.roster.add_shifts(with_closed_days(uow, shifts_for(week.days, template)))
        left_out = _put_on_standing(desk, uow, week)
        desk.note(uow, "shifts made", Room.ROSTER)
    return WeekMade(changed(Room.ROSTER).rooms, left_out=left_out)


def remove_week(desk: Desk, week: Week) -> Changed:
    """Take the shifts of a week away again, as long as they are as they were made.

    Raises `NotAllowed`, or `WeekInUse` when somebody was chosen or left, when it is published, or
    when it was noted who was there.
    """
    with desk.writing(Right.PLAN_ROSTER) as uow:
        shift_ids = [shift.id for shift in uow.roster.shifts(week.monday, week.sunday)]
        assignments = uow.roster.assignments(shift_ids)
        is_used = uow.roster.publication(week) or uow.attendance.marks(shift_ids)
        if is_used or not all(map(_as_made, assignments)):
            raise WeekInUse
        uow.roster.replace(assignments, ())
        uow.roster.remove_shifts(shift_ids)
        desk.note(uow, "shifts removed", Room.ROSTER)
    return changed(Room.ROSTER)


def _as_made(one: Assignment) -> bool:
    return one.origin is Origin.STANDING and one.is_active


def _put_on_standing(desk: Desk, uow: UnitOfWork, week: Week) -> tuple[LeftOut, ...]:
    """Put everybody who holds a place on their shift, and return who does not come this once."""
    standing = current_standing(uow)
    volunteers = uow.people.offers({one.volunteer_id for one in standing})
    left_out: list[LeftOut] = []
    for shift in uow.roster.shifts(week.monday, week.sunday):
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
    for one in holders(standing, shift.on, shift.daypart_id):
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
