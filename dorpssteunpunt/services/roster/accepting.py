"""Letting a proposal for the roster stand, or a part of it."""

from collections.abc import Collection, Sequence

from dorpssteunpunt.domain.accounts import Right
from dorpssteunpunt.domain.roster import (
    Assignment,
    ChangedSince,
    Ending,
    Origin,
    ReasonMissing,
    Shift,
)
from dorpssteunpunt.domain.suitability import check_choice, days_that_count
from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.ports import UnitOfWork
from dorpssteunpunt.services.roster.cells import ShiftCell
from dorpssteunpunt.services.roster.keeping import Rearranged, rearrange, told
from dorpssteunpunt.services.roster.proposals import ProposedName, ShiftProposal


def accept(
    desk: Desk,
    parts: Collection[ShiftProposal],
    reason: str = "",
    *,
    numbers_are_fine: bool = False,
) -> Rearranged:
    """Let a proposal stand for these shifts, as one step that can be undone.

    Who would leave a shift of a published week needs a reason (`ReasonMissing`). Raises
    `ChangedSince` when the shifts are no longer as they were, and `VolunteerUnavailable` when
    somebody can no longer come; then nothing is changed. Raises `NotAllowed` too.
    """
    with desk.writing(Right.PLAN_ROSTER) as uow:
        reason = told(reason, numbers_are_fine)
        before = uow.roster.assignments([part.cell.shift_id for part in parts])
        after = list(before)
        for part in parts:
            _check_unchanged(part.cell, before)
            after = [_left(desk, uow, one, part, reason) for one in after]
            after += [_came(desk, part.cell, one) for one in part.came]
        for part in parts:
            _check_newcomers(uow, part, after)
        return rearrange(desk, uow, "proposal accepted", before, after)


def _check_unchanged(cell: ShiftCell, before: Sequence[Assignment]) -> None:
    now = {one.id for one in before if one.is_active and one.shift_id == cell.shift_id}
    if now != {one.assignment_id for one in cell.people}:
        raise ChangedSince


def _left(
    desk: Desk, uow: UnitOfWork, one: Assignment, part: ShiftProposal, reason: str
) -> Assignment:
    if one.id not in {gone.assignment_id for gone in part.left}:
        return one
    if not reason and uow.roster.publication(Week.of(part.cell.on)):
        raise ReasonMissing
    return one.ended(Ending.MOVED, desk.clock.now(), desk.actor.id, reason)


def _came(desk: Desk, cell: ShiftCell, one: ProposedName) -> Assignment:
    return Assignment(
        shift_id=cell.shift_id,
        volunteer_id=one.volunteer_id,
        is_lead=one.is_lead,
        is_stand_in=cell.seeks_stand_in,
        origin=Origin.PROPOSED,
        made_at=desk.clock.now(),
        made_by=desk.actor.id,
    )


def _check_newcomers(uow: UnitOfWork, part: ShiftProposal, after: Sequence[Assignment]) -> None:
    """Hold everybody who comes against the rules, in the roster as it will be."""
    shift = uow.roster.shift(part.cell.shift_id)
    team = [one.volunteer_id for one in after if one.is_active and one.shift_id == shift.id]
    company = uow.people.offers(team)
    for one in part.came:
        own = _own_after(uow, one.volunteer_id, shift, after)
        check_choice(company[one.volunteer_id], shift, own, "", company.values())


def _own_after(uow: UnitOfWork, who: int, shift: Shift, after: Sequence[Assignment]) -> list[Shift]:
    """Return the other shifts somebody will have on the days that count."""
    first, last = days_that_count(shift.on)
    touched = {one.shift_id for one in after}
    now = [one for one in uow.roster.shifts_of(who, first, last) if one.id not in touched]
    theirs = {one.shift_id for one in after if one.is_active and one.volunteer_id == who}
    then = [one for one in uow.roster.shifts(first, last) if one.id in theirs]
    return [one for one in (*now, *then) if one.id != shift.id]
