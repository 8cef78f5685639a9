"""Attendance at the desk: who was there, noted on the day itself and put right afterwards."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.accounts import Right
from dorpssteunpunt.domain.attendance import Mark, Presence, check_begun, check_mark, mark_of
from dorpssteunpunt.domain.privacy import check_free_text
from dorpssteunpunt.domain.roster import Assignment, NotOnShift, Shift, ShiftClosed, overlaps
from dorpssteunpunt.domain.suitability import Objection, VolunteerUnavailable
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.ports import NotFound, UnitOfWork
from dorpssteunpunt.services.roster.cells import ShiftCell, read_cells
from dorpssteunpunt.services.roster.keeping import Rearranged, rearrange
from dorpssteunpunt.services.roster.notes import Notes
from dorpssteunpunt.services.roster.noting import Noted, keep_notes

_ACTION = "attendance noted"
_LOOKED_BACK = timedelta(weeks=2)
"""Nobody remembers who was there longer ago, and a village that notes nothing is not nagged."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkDraft:
    """How it went with a volunteer, as filled in."""

    volunteer_id: int
    presence: Presence
    minutes_late: int | None = None
    note: str = ""


def note_attendance(
    desk: Desk, shift_id: int, drafts: Sequence[MarkDraft], *, numbers_are_fine: bool = False
) -> Noted:
    """Keep how it went with people on a shift; what was noted before stays, with who noted it.

    On the day itself this is for everybody at the desk, afterwards for who plans (`NotAllowed`).
    Raises `ShiftAhead`, `ShiftClosed`, `NotOnShift`, `TooLate`, `NotFound`, or
    `CitizenServiceNumberSeen` for a note unless somebody looked.
    """
    if not numbers_are_fine:
        check_free_text({f"note_{one.volunteer_id}": one.note for one in drafts})
    with desk.writing(Right.ROSTER) as uow:
        shift = _to_note(desk, uow, shift_id)
        present = {one.volunteer_id: one for one in _present(uow, shift)}
        marks = uow.attendance.marks([shift_id])
        added = []
        for draft in drafts:
            one = present.get(draft.volunteer_id)
            if one is None:
                raise NotOnShift
            mark = _mark(desk, shift, draft)
            check_mark(mark, shift.cut(one.span(shift)).length)
            if not mark.says_as(mark_of(one, marks)):
                added.append(mark)
        return keep_notes(desk, uow, _ACTION, added)


def note_everybody_present(desk: Desk, shift_id: int) -> Noted:
    """Keep that all were there of whom nothing was noted yet; raises as `note_attendance` does."""
    with desk.writing(Right.ROSTER) as uow:
        shift = _to_note(desk, uow, shift_id)
        marks = uow.attendance.marks([shift_id])
        unmarked = [one for one in _present(uow, shift) if mark_of(one, marks) is None]
        added = [_mark(desk, shift, _there(one.volunteer_id)) for one in unmarked]
        return keep_notes(desk, uow, _ACTION, added)


def note_arrival(desk: Desk, shift_id: int, volunteer_id: int) -> Rearranged:
    """Put somebody on a shift as a stand-in there and then, who came without being on it.

    Whoever is there is there: wishes do not matter any more. Raises `VolunteerUnavailable` for
    who is on this shift, or on another at that time, and else what `note_attendance` does.
    """
    with desk.writing(Right.ROSTER) as uow:
        shift = _to_note(desk, uow, shift_id)
        if uow.people.volunteer(volunteer_id) is None:
            raise NotFound
        before = uow.roster.assignments([shift_id])
        own = uow.roster.shifts_of(volunteer_id, shift.on, shift.on)
        if any(one.id == shift.id for one in own):
            raise VolunteerUnavailable(volunteer_id, shift, (Objection.ON_SHIFT,))
        if any(overlaps(shift, one) for one in own):
            raise VolunteerUnavailable(volunteer_id, shift, (Objection.ON_DUTY,))
        arrived = Assignment(
            shift_id=shift_id,
            volunteer_id=volunteer_id,
            is_stand_in=True,
            override_reason=_("Came without being on the roster"),
            made_at=desk.clock.now(),
            made_by=desk.actor.id,
        )
        done = rearrange(desk, uow, "arrived", before, (*before, arrived))
        keep_notes(desk, uow, _ACTION, [_mark(desk, shift, _there(volunteer_id))])
    return done


def may_note_attendance(desk: Desk, cell: ShiftCell) -> bool:
    """Say whether the attendance of a shift is noted at this desk, now or still."""
    goes_on = cell.has_begun and not cell.closed_because
    return goes_on and desk.allows(_right_on(desk, cell.on))


def who_may_arrive(desk: Desk, shift_id: int) -> Mapping[int, str]:
    """Return by id the full names of the volunteers who are not on a shift, in name order.

    Raises `NotAllowed` or `NotFound`.
    """
    with desk.reading(Right.ROSTER) as uow:
        shift = uow.roster.shift(shift_id)
        here = {one.volunteer_id for one in _present(uow, shift)}
        everybody = uow.people.volunteers(active_on=shift.on)
        return {
            person.id: person.name.full for person, _offer in everybody if person.id not in here
        }


def without_attendance(desk: Desk) -> tuple[ShiftCell, ...]:
    """Return the shifts of the last two weeks of which it is not noted who was there.

    Oldest first, and none of today: the desk sees to that. Raises `NotAllowed`.
    """
    today = desk.clock.today()
    with desk.reading(Right.PLAN_ROSTER) as uow:
        looked_at = uow.roster.shifts(today - _LOOKED_BACK, today - timedelta(days=1))
        shifts = {shift.id: shift for shift in looked_at if not shift.is_closed}
        notes = Notes.read(uow, shifts)
        unmarked = {
            one.shift_id
            for one in uow.roster.assignments(shifts)
            if one.is_active and notes.mark(one) is None
        }
        owed = [shift for shift_id, shift in shifts.items() if shift_id in unmarked]
        return tuple(read_cells(uow, owed, now=desk.clock.now()))


def _to_note(desk: Desk, uow: UnitOfWork, shift_id: int) -> Shift:
    """Return a shift whose attendance may be noted at this desk."""
    shift = uow.roster.shift(shift_id)
    check_begun(shift, desk.clock.now())
    if shift.is_closed:
        raise ShiftClosed
    desk.require(_right_on(desk, shift.on))
    return shift


def _right_on(desk: Desk, day: date) -> Right:
    """Return which right it takes to note who was there: on the day itself all have it."""
    return Right.ROSTER if day == desk.clock.today() else Right.PLAN_ROSTER


def _present(uow: UnitOfWork, shift: Shift) -> Sequence[Assignment]:
    return [one for one in uow.roster.assignments([shift.id]) if one.is_active]


def _there(volunteer_id: int) -> MarkDraft:
    return MarkDraft(volunteer_id=volunteer_id, presence=Presence.PRESENT)


def _mark(desk: Desk, shift: Shift, draft: MarkDraft) -> Mark:
    return Mark(
        shift_id=shift.id,
        volunteer_id=draft.volunteer_id,
        presence=draft.presence,
        minutes_late=draft.minutes_late,
        note=draft.note.strip(),
        noted_at=desk.clock.now(),
        noted_by=desk.actor.id,
    )
