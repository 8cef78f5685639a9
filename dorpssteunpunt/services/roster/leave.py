"""Leave: days on which somebody does not come, and what happens to their shifts then."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.accounts import Right
from dorpssteunpunt.domain.availability import Leave, check_leave
from dorpssteunpunt.domain.roster import Assignment, Ending, Shift, UnansweredShifts
from dorpssteunpunt.services.changes import Changed, Room, changed
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.ports import NotFound, UnitOfWork
from dorpssteunpunt.services.roster.keeping import changed_in, rearrange, told


@dataclass(frozen=True, slots=True)
class LeaveDraft:
    """Leave as typed, with the assignments in it that stay, and those of which they come off."""

    volunteer_id: int
    leave: Leave
    keep: Collection[int] = ()
    take_off: Collection[int] = ()
    numbers_are_fine: bool = False


def take_leave(desk: Desk, draft: LeaveDraft) -> Changed:
    """Keep that a volunteer does not come on some days, and free the shifts that were said.

    Nothing is cancelled silently: raises `UnansweredShifts` with the coming shifts for which it was
    not said whether they stay. Raises `BackwardPeriod` and `CitizenServiceNumberSeen` too.
    """
    leave = replace(draft.leave, reason=told(draft.leave.reason, draft.numbers_are_fine))
    check_leave(leave)
    with desk.writing(Right.ROSTER) as uow:
        if uow.people.volunteer(draft.volunteer_id) is None:
            raise NotFound
        coming = _coming(desk, uow, draft)
        said = {*draft.keep, *draft.take_off}
        if any(one.id not in said for one, _shift in coming):
            raise UnansweredShifts(tuple((one.id, shift) for one, shift in coming))
        uow.people.add_leave(draft.volunteer_id, leave)
        for one, _shift in coming:
            if one.id in draft.take_off:
                _free(desk, uow, one)
        desk.note(uow, "leave taken", Room.PEOPLE, draft.volunteer_id)
    return changed(Room.PEOPLE, Room.ROSTER, Room.HELP_REQUESTS, subject=draft.volunteer_id)


def end_leave(desk: Desk, volunteer_id: int, leave_id: int) -> Changed:
    """Forget a leave; shifts that came free through it stay free."""
    with desk.writing(Right.ROSTER) as uow:
        uow.people.remove_leave(volunteer_id, leave_id)
        desk.note(uow, "leave ended", Room.PEOPLE, volunteer_id)
    return changed(Room.PEOPLE, Room.ROSTER, Room.HELP_REQUESTS, subject=volunteer_id)


def _coming(desk: Desk, uow: UnitOfWork, draft: LeaveDraft) -> Sequence[tuple[Assignment, Shift]]:
    """Return the assignments in a leave to shifts that are not over yet."""
    now = desk.clock.now()
    shifts = {
        shift.id: shift
        for shift in uow.roster.shifts_of(draft.volunteer_id, draft.leave.first, draft.leave.last)
        if shift.ends_at > now
    }
    return [
        (one, shifts[one.shift_id])
        for one in uow.roster.assignments(shifts)
        if one.is_active and one.volunteer_id == draft.volunteer_id
    ]


def _free(desk: Desk, uow: UnitOfWork, one: Assignment) -> None:
    """Take somebody off a shift; what the leave is for stays with whoever plans."""
    before = uow.roster.assignments([one.shift_id])
    ended = one.ended(Ending.REPORTED_ABSENT, desk.clock.now(), desk.actor.id, _("On leave"))
    rearrange(desk, uow, "absent", before, changed_in(before, ended))
