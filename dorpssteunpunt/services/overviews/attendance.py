"""Who did which shifts in a period by the roster, with hours and with absences."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from dorpssteunpunt.domain.accounts import Right
from dorpssteunpunt.domain.periods import check_period
from dorpssteunpunt.domain.roster import Assignment, Ending, Shift
from dorpssteunpunt.services.changes import Room
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.overviews.letterhead import letterhead
from dorpssteunpunt.services.overviews.papers import (
    AttendanceOverview,
    DoneShift,
    Hours,
    MissedShift,
    VolunteerAttendance,
)


def attendance_overview(desk: Desk, first: date, last: date) -> AttendanceOverview:
    """Return by volunteer the shifts that are over, and those somebody reported absent for.

    A reason may say something about a person's health: this is for who plans, and it is noted
    that it was made. Raises `NotAllowed` or `BackwardPeriod`.
    """
    check_period(first, last)
    now = desk.clock.now()
    with desk.writing(Right.PLAN_ROSTER) as uow:
        shifts = {one.id: one for one in uow.roster.shifts(first, last) if one.ends_at <= now}
        ever = _by_volunteer(uow.roster.assignments(shifts.keys()))
        dayparts = {part.id: part.name for part in uow.support_point.dayparts()}
        people = sorted(uow.people.persons(ever.keys()).values(), key=lambda one: one.name.sort_key)
        desk.note(uow, "attendance made", Room.ROSTER)
        support_point = uow.support_point.support_point()
    return AttendanceOverview(
        letterhead=letterhead(support_point),
        printed_on=now.date(),
        first=first,
        last=last,
        volunteers=tuple(
            _attendance(person.name.full, ever[person.id], shifts, dayparts) for person in people
        ),
    )


def _by_volunteer(assignments: Iterable[Assignment]) -> Mapping[int, list[Assignment]]:
    """Return what counts by volunteer: who is on a shift, and who reported absent for it."""
    found: dict[int, list[Assignment]] = defaultdict(list)
    for one in assignments:
        if one.is_active or one.ended_as is Ending.REPORTED_ABSENT:
            found[one.volunteer_id].append(one)
    return found


def _attendance(
    name: str, own: list[Assignment], shifts: Mapping[int, Shift], dayparts: Mapping[int, str]
) -> VolunteerAttendance:
    done = {one.shift_id: one for one in own if one.is_active}
    missed = {one.shift_id: one for one in own if one.shift_id not in done}
    return VolunteerAttendance(
        name,
        tuple(
            DoneShift(
                day=shift.on,
                daypart=dayparts[shift.daypart_id],
                hours=Hours(own_hours.start, own_hours.end),
                length=own_hours.length,
                is_stand_in=done[shift.id].is_stand_in,
            )
            for shift in shifts.values()
            if shift.id in done
            for own_hours in (shift.cut(done[shift.id].span(shift)),)
        ),
        tuple(
            MissedShift(shift.on, dayparts[shift.daypart_id], missed[shift.id].ended_reason)
            for shift in shifts.values()
            if shift.id in missed
        ),
    )
