"""Keeping a change of the roster, as a step that can be taken back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dorpssteunpunt.domain.privacy import check_free_text
from dorpssteunpunt.domain.roster import Assignment, NotOnShift, Step
from dorpssteunpunt.services.changes import Changed, Room, changed
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.ports import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class Rearranged(Changed):
    """What a change of the roster touched, and the step to give to `undo`; subject is a shift."""

    step: Step


def rearrange(
    desk: Desk,
    uow: UnitOfWork,
    action: str,
    before: Sequence[Assignment],
    after: Sequence[Assignment],
) -> Rearranged:
    """Keep a change of all assignments of some shifts, and return the step it makes."""
    shift_ids = {one.shift_id for one in (*before, *after)}
    uow.roster.replace(before, after)
    uow.roster.note_change(shift_ids, desk.clock.now())
    subject = after[-1].shift_id if after else before[-1].shift_id
    desk.note(uow, action, Room.ROSTER, subject)
    kept = uow.roster.assignments(shift_ids)
    step = Step(desk.actor.id, tuple(before), tuple(kept))
    return Rearranged(changed(Room.ROSTER).rooms, subject, step=step)


def changed_in(assignments: Iterable[Assignment], changed_one: Assignment) -> list[Assignment]:
    """Return the assignments with the one of the same id in its new state."""
    return [changed_one if one.id == changed_one.id else one for one in assignments]


def active(uow: UnitOfWork, assignment_id: int) -> Assignment:
    """Return an assignment that has not ended; raises `NotFound` or `NotOnShift`."""
    one = uow.roster.assignment(assignment_id)
    if not one.is_active:
        raise NotOnShift
    return one


def told(reason: str, numbers_are_fine: bool) -> str:
    """Return a reason as it is kept; raises `CitizenServiceNumberSeen` unless somebody looked."""
    if not numbers_are_fine:
        check_free_text({"reason": reason})
    return reason.strip()
