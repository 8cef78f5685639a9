"""Confirming: that people know of their shifts in a published week, or that one is gone."""

from collections.abc import Collection, Sequence

from dorpssteunpunt.domain.accounts import Right
from dorpssteunpunt.domain.confirming import Confirmation, How, NotPublished, is_to_be_told
from dorpssteunpunt.domain.roster import Assignment, NotOnShift, Shift
from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.ports import UnitOfWork
from dorpssteunpunt.services.roster.noting import Noted, keep_notes


def confirm(desk: Desk, volunteer_id: int, shift_ids: Collection[int], how: How) -> Noted:
    """Keep how a volunteer was told of these shifts, as they stand now.

    They may be on a shift, or have been taken off it. Raises `NotAllowed`, `NotFound`,
    `NotOnShift`, or `NotPublished` while a week is a concept.
    """
    with desk.writing(Right.ROSTER) as uow:
        now, me = desk.clock.now(), desk.actor.id
        added = [
            Confirmation.of(_place(uow, shift, volunteer_id), shift, how, now, me)
            for shift in map(uow.roster.shift, sorted(set(shift_ids)))
        ]
        return keep_notes(desk, uow, "confirmed" if how.is_certain else "called", added)


def withdraw_confirmation(desk: Desk, volunteer_id: int, shift_id: int) -> Noted:
    """Take back that a volunteer confirmed a shift, noted by mistake or no longer so.

    Raises `NotAllowed`, `NotFound`, `NotOnShift` or `NotPublished`.
    """
    with desk.writing(Right.ROSTER) as uow:
        shift = uow.roster.shift(shift_id)
        one = _place(uow, shift, volunteer_id)
        holding = [
            word
            for word in uow.attendance.confirmations([shift_id])
            if word.how.is_certain and word.holds_for(one, shift)
        ]
        return keep_notes(desk, uow, "confirmation withdrawn", (), holding)


def _place(uow: UnitOfWork, shift: Shift, volunteer_id: int) -> Assignment:
    """Return the place that a volunteer has on a shift, or had until they were taken off it."""
    if uow.roster.publication(Week.of(shift.on)) is None:
        raise NotPublished
    own = [one for one in uow.roster.assignments([shift.id]) if one.volunteer_id == volunteer_id]
    return last_place(own)


def last_place(own: Sequence[Assignment]) -> Assignment:
    """Return what counts of all that somebody ever was on a shift; raises `NotOnShift`."""
    present = [one for one in own if one.is_active]
    told = [one for one in own[-1:] if is_to_be_told(one)]
    if not (present or told):
        raise NotOnShift
    return (present or told)[0]
