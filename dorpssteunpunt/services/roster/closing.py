"""Closing a shift or a whole day once, such as on a public holiday, and opening it again."""

from collections.abc import Collection
from dataclasses import dataclass

from dorpssteunpunt.domain.accounts import Right
from dorpssteunpunt.domain.roster import Ending, ReasonMissing, Step
from dorpssteunpunt.services.changes import Changed, Room, changed
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.ports import UnitOfWork
from dorpssteunpunt.services.roster.keeping import rearrange, told


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed(Changed):
    """The shifts that were closed, and the step by which people came off them, if any did."""

    shift_ids: tuple[int, ...]
    step: Step | None


def close_shift(
    desk: Desk,
    shift_id: int,
    reason: str,
    *,
    whole_day: bool = False,
    numbers_are_fine: bool = False,
) -> Closed:
    """Close a shift, or every open one of its day, for a reason that stands on the wall.

    Who was on it comes off it, with this reason. Raises `NotAllowed`, `NotFound`,
    `ReasonMissing`, or `CitizenServiceNumberSeen` unless somebody looked.
    """
    with desk.writing(Right.PLAN_ROSTER) as uow:
        chosen = uow.roster.shift(shift_id)
        because = told(reason, numbers_are_fine)
        if not because:
            raise ReasonMissing
        closing = [
            shift.id
            for shift in uow.roster.shifts(chosen.on, chosen.on)
            if not shift.is_closed and (whole_day or shift.id == shift_id)
        ]
        desk.note(uow, "closed", Room.ROSTER, shift_id)
        step = shut(desk, uow, closing, because)
    return Closed(changed(Room.ROSTER).rooms, shift_id, shift_ids=tuple(closing), step=step)


def reopen_shifts(desk: Desk, shift_ids: Collection[int]) -> Changed:
    """Open shifts again, with nobody on them; raises `NotAllowed`."""
    with desk.writing(Right.PLAN_ROSTER) as uow:
        open_again(desk, uow, shift_ids)
    return changed(Room.ROSTER)


def shut(desk: Desk, uow: UnitOfWork, shift_ids: Collection[int], because: str) -> Step | None:
    """Close shifts for a reason and return the step by which people came off, if any did."""
    now, me = desk.clock.now(), desk.actor.id
    uow.roster.close(shift_ids, because)
    uow.roster.note_change(shift_ids, now)
    before = uow.roster.assignments(shift_ids)
    after = [
        one.ended(Ending.TAKEN_OFF, now, me, because) if one.is_active else one for one in before
    ]
    if after == list(before):
        return None
    return rearrange(desk, uow, "taken off", before, after).step


def open_again(desk: Desk, uow: UnitOfWork, shift_ids: Collection[int]) -> None:
    """Open shifts that were closed, with nobody on them."""
    uow.roster.close(shift_ids, "")
    uow.roster.note_change(shift_ids, desk.clock.now())
    for shift_id in shift_ids:
        desk.note(uow, "reopened", Room.ROSTER, shift_id)
