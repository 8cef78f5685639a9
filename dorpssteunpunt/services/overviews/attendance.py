"""Who was there in a period and for how long, with absences and what is not noted yet."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from dorpssteunpunt.domain.accounts import Right
from dorpssteunpunt.domain.attendance import Mark, Presence
from dorpssteunpunt.domain.counters import PlaceNames
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
from dorpssteunpunt.services.roster.naming import read_place_names
from dorpssteunpunt.services.roster.notes import Notes
from dorpssteunpunt.services.words.attendance import marked_words


def attendance_overview(desk: Desk, first: date, last: date) -> AttendanceOverview:
    """Return by volunteer the shifts that are over: who was there, and who was not and why.

    A reason may say something about a person's health: this is for who plans, and it is noted
    that it was made. Raises `NotAllowed` or `BackwardPeriod`.
    """
    check_period(first, last)
    now = desk.clock.now()
    with desk.writing(Right.PLAN_ROSTER) as uow:
        shifts = {one.id: one for one in uow.roster.shifts(first, last) if one.ends_at <= now}
        ever = _by_volunteer(uow.roster.assignments(shifts.keys()))
        teller = _Teller(
            shifts=shifts,
            places=read_place_names(uow),
            notes=Notes.read(uow, shifts.keys()),
        )
        people = sorted(uow.people.persons(ever.keys()).values(), key=lambda one: one.name.sort_key)
        desk.note(uow, "attendance made", Room.ROSTER)
        support_point = uow.support_point.support_point()
    return AttendanceOverview(
        letterhead=letterhead(support_point),
        printed_on=now.date(),
        first=first,
        last=last,
        volunteers=tuple(teller.volunteer(one.name.full, ever[one.id]) for one in people),
    )


def _by_volunteer(assignments: Iterable[Assignment]) -> Mapping[int, list[Assignment]]:
    """Return what counts by volunteer: who is on a shift, and who reported absent for it."""
    found: dict[int, list[Assignment]] = defaultdict(list)
    for one in assignments:
        if one.is_active or one.ended_as is Ending.REPORTED_ABSENT:
            found[one.volunteer_id].append(one)
    return found


@dataclass(frozen=True, slots=True)
class _Teller:
    """What turns the assignments of somebody into the lines about them."""

    shifts: Mapping[int, Shift]
    places: PlaceNames
    notes: Notes

    def volunteer(self, name: str, own: Iterable[Assignment]) -> VolunteerAttendance:
        """Return the shifts of somebody in order of time; who came back missed nothing."""
        last = {one.shift_id: one for one in sorted(own, key=lambda one: (one.is_active, one.id))}
        done: list[DoneShift] = []
        missed: list[MissedShift] = []
        for shift in self.shifts.values():
            one = last.get(shift.id)
            if one is None:
                continue
            mark = self.notes.mark(one) if one.is_active else None
            if not one.is_active:
                missed.append(self._missed(shift, one.ended_reason, is_excused=True))
            elif mark and mark.presence is Presence.MISSED:
                missed.append(self._missed(shift, mark.note, is_excused=False))
            else:
                done.append(self._done(shift.cut(one.span(shift)), one, mark))
        return VolunteerAttendance(name, tuple(done), tuple(missed))

    def _done(self, own: Shift, one: Assignment, mark: Mark | None) -> DoneShift:
        late = mark if mark and mark.presence is Presence.LATE else None
        return DoneShift(
            day=own.on,
            daypart=self.places.of(own.daypart_id, own.counter_id),
            hours=Hours(own.start, own.end),
            length=own.length,
            there=mark.time_there(own.length) if mark else None,
            said=marked_words(late.presence, late.minutes_late, late.note) if late else "",
            is_stand_in=one.is_stand_in,
        )

    def _missed(self, shift: Shift, reason: str, *, is_excused: bool) -> MissedShift:
        daypart = self.places.of(shift.daypart_id, shift.counter_id)
        return MissedShift(shift.on, daypart, reason, is_excused)
