"""Filling, changing and publishing a week of the roster; every step can be undone.

A reason that seems to hold a citizen service number raises `CitizenServiceNumberSeen`, unless
somebody looked (`numbers_are_fine`).
"""

from collections.abc import Collection
from dataclasses import replace

from dorpssteunpunt.domain.accounts import Right
from dorpssteunpunt.domain.people import Volunteer
from dorpssteunpunt.domain.roster import (
    Assignment,
    ChangedSince,
    Ending,
    Publication,
    ReasonMissing,
    Shift,
    ShiftClosed,
    Staffing,
    Step,
    WeekWithoutShifts,
    overlaps,
)
from dorpssteunpunt.domain.suitability import (
    Objection,
    VolunteerUnavailable,
    check_choice,
    days_that_count,
)
from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.services.changes import Changed, Room, changed
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.ports import NotFound, UnitOfWork
from dorpssteunpunt.services.roster.keeping import Rearranged, active, changed_in, rearrange, told


def assign(
    desk: Desk,
    shift_id: int,
    volunteer_id: int,
    stand_in: bool = False,
    override_reason: str = "",
    *,
    numbers_are_fine: bool = False,
) -> Rearranged:
    """Put a volunteer on a shift; more people than needed is allowed.

    Whoever may not plan fills gaps with stand-ins only (`NotAllowed` otherwise). Raises
    `VolunteerUnavailable` for an impossible choice, and for one that needs a reason without it;
    the reason is kept. Raises `NotFound` for no such shift or volunteer.
    """
    with desk.writing(Right.ROSTER if stand_in else Right.PLAN_ROSTER) as uow:
        shift = uow.roster.shift(shift_id)
        before = uow.roster.assignments([shift_id])
        if not Staffing.of(shift, before).missing:
            desk.require(Right.PLAN_ROSTER)
        reason = told(override_reason, numbers_are_fine)
        _check(uow, volunteer_id, shift, reason)
        new = _new_assignment(desk, shift, volunteer_id, reason, stand_in=stand_in)
        return rearrange(desk, uow, "assigned", before, (*before, new))


def move(
    desk: Desk,
    assignment_id: int,
    to_shift_id: int,
    reason: str = "",
    *,
    numbers_are_fine: bool = False,
) -> Rearranged:
    """Take a volunteer from one shift to another; a lead stays one where there is none.

    One reason serves both ways: to leave a shift of a published week (`ReasonMissing` without
    it), and for a choice that needs one (`VolunteerUnavailable`). Raises `NotAllowed`, `NotFound`
    and `NotOnShift` too.
    """
    with desk.writing(Right.PLAN_ROSTER) as uow:
        old = active(uow, assignment_id)
        shift = uow.roster.shift(to_shift_id)
        reason = told(reason, numbers_are_fine)
        _check(uow, old.volunteer_id, shift, reason, leaving=old.shift_id)
        _check_reason(uow, old, reason)
        before = uow.roster.assignments([old.shift_id, shift.id])
        new = _new_assignment(desk, shift, old.volunteer_id, reason, stand_in=old.is_stand_in)
        new = replace(new, is_lead=old.is_lead and not Staffing.of(shift, before).has_lead)
        left = _ended(desk, old, Ending.MOVED, reason)
        return rearrange(desk, uow, "moved", before, (*changed_in(before, left), new))


def take_off(
    desk: Desk, assignment_id: int, reason: str = "", *, numbers_are_fine: bool = False
) -> Rearranged:
    """Take a volunteer off a shift; once the week is published that needs a reason.

    Raises `NotAllowed`, `ReasonMissing`, `NotFound` or `NotOnShift`.
    """
    with desk.writing(Right.PLAN_ROSTER) as uow:
        one = active(uow, assignment_id)
        reason = told(reason, numbers_are_fine)
        _check_reason(uow, one, reason)
        return _end(desk, uow, "taken off", _ended(desk, one, Ending.TAKEN_OFF, reason))


def report_absent(
    desk: Desk, assignment_id: int, reason: str, *, numbers_are_fine: bool = False
) -> Rearranged:
    """Note that a volunteer cannot come, with the reason they gave; the place comes free.

    Raises `NotAllowed`, `ReasonMissing`, `NotFound` or `NotOnShift`.
    """
    with desk.writing(Right.ROSTER) as uow:
        one = active(uow, assignment_id)
        reason = told(reason, numbers_are_fine)
        if not reason:
            raise ReasonMissing
        return _end(desk, uow, "absent", _ended(desk, one, Ending.REPORTED_ABSENT, reason))


def make_lead(desk: Desk, assignment_id: int, lead: bool = True) -> Rearranged:
    """Let somebody lead their hours of a shift, in place of who did so far; or no more.

    Raises `NotAllowed`, `NotFound` or `NotOnShift`.
    """
    with desk.writing(Right.PLAN_ROSTER) as uow:
        one = active(uow, assignment_id)
        shift = uow.roster.shift(one.shift_id)
        before = uow.roster.assignments([shift.id])
        after = [replace(other, is_lead=_leads(other, one, lead, shift)) for other in before]
        return rearrange(desk, uow, "lead chosen", before, after)


def mark_stand_in(desk: Desk, assignment_id: int, stand_in: bool = True) -> Rearranged:
    """Say that somebody is on a shift as a stand-in, or as one of the regulars.

    Raises `NotAllowed`, `NotFound` or `NotOnShift`.
    """
    with desk.writing(Right.PLAN_ROSTER) as uow:
        one = active(uow, assignment_id)
        before = uow.roster.assignments([one.shift_id])
        after = changed_in(before, replace(one, is_stand_in=stand_in))
        return rearrange(desk, uow, "stand-in marked", before, after)


def pin(desk: Desk, assignment_id: int, pinned: bool = True) -> Rearranged:
    """Let somebody stay on a shift whatever the program proposes, or no more.

    Raises `NotAllowed`, `NotFound` or `NotOnShift`.
    """
    with desk.writing(Right.PLAN_ROSTER) as uow:
        one = active(uow, assignment_id)
        before = uow.roster.assignments([one.shift_id])
        after = changed_in(before, replace(one, is_pinned=pinned))
        return rearrange(desk, uow, "pinned", before, after)


def publish(desk: Desk, week: Week) -> Changed:
    """Let a week count as what hangs on the wall; changes are measured from now on.

    Raises `NotAllowed`, or `WeekWithoutShifts`.
    """
    with desk.writing(Right.PLAN_ROSTER) as uow:
        shifts = uow.roster.shifts(week.monday, week.sunday)
        if not shifts:
            raise WeekWithoutShifts(week)
        assignments = uow.roster.assignments([shift.id for shift in shifts])
        publication = Publication(
            year=week.year,
            week=week.number,
            published_at=desk.clock.now(),
            published_by=desk.actor.id,
        )
        on_the_wall = (Staffing.of(shift, assignments) for shift in shifts)
        uow.roster.publish(
            publication,
            {one.shift.id: [each.place for each in one.assignments] for one in on_the_wall},
        )
        desk.note(uow, "published", Room.ROSTER)
    return changed(Room.ROSTER)


def undo(desk: Desk, step: Step) -> Rearranged:
    """Take a step back; what comes with it can be given to `undo` again.

    Somebody who may not plan undoes their own steps only (`NotAllowed`). Raises `ChangedSince`
    when the shifts are no longer as the step left them, `VolunteerUnavailable` when somebody who
    would come back got another shift meanwhile, and `ShiftClosed` when theirs is closed by now.
    """
    with desk.writing(Right.ROSTER) as uow:
        if step.by != desk.actor.id:
            desk.require(Right.PLAN_ROSTER)
        now = uow.roster.assignments(step.shift_ids)
        if tuple(now) != step.after:
            raise ChangedSince
        for one in step.before:
            if one.is_active:
                _check_free(uow, one, step.shift_ids)
        return rearrange(desk, uow, "undone", now, step.before)


def _leads(other: Assignment, one: Assignment, lead: bool, shift: Shift) -> bool:
    """Return whether an assignment leads once `one` leads its hours, or does so no more."""
    if other.id == one.id or not other.is_active:
        return lead if other.id == one.id else other.is_lead
    return other.is_lead and not (lead and other.span(shift).meets(one.span(shift)))


def _end(desk: Desk, uow: UnitOfWork, action: str, ended: Assignment) -> Rearranged:
    before = uow.roster.assignments([ended.shift_id])
    return rearrange(desk, uow, action, before, changed_in(before, ended))


def _ended(desk: Desk, one: Assignment, how: Ending, reason: str) -> Assignment:
    return one.ended(how, desk.clock.now(), desk.actor.id, reason)


def _new_assignment(
    desk: Desk, shift: Shift, volunteer_id: int, reason: str, *, stand_in: bool
) -> Assignment:
    return Assignment(
        shift_id=shift.id,
        volunteer_id=volunteer_id,
        is_stand_in=stand_in,
        override_reason=reason,
        made_at=desk.clock.now(),
        made_by=desk.actor.id,
    )


def _check(
    uow: UnitOfWork, volunteer_id: int, shift: Shift, reason: str, leaving: int | None = None
) -> None:
    """Raise `VolunteerUnavailable` when a volunteer cannot take a shift, or needs a reason.

    The shift they would be leaving for it does not count, unless it is the same one.
    """
    if shift.is_closed:
        raise ShiftClosed
    uow.people.person(volunteer_id)
    volunteer = uow.people.volunteer(volunteer_id)
    if volunteer is None:
        raise NotFound
    own = [
        one
        for one in uow.roster.shifts_of(volunteer_id, *days_that_count(shift.on))
        if one.id != leaving or one.id == shift.id
    ]
    check_choice(volunteer, shift, own, reason, _company(uow, shift))


def _company(uow: UnitOfWork, shift: Shift) -> Collection[Volunteer]:
    """Return who is on a shift, with what they wish."""
    present = Staffing.of(shift, uow.roster.assignments([shift.id])).assignments
    return uow.people.offers([one.volunteer_id for one in present]).values()


def _check_reason(uow: UnitOfWork, leaving: Assignment, reason: str) -> None:
    """Raise `ReasonMissing` when somebody leaves a shift of a published week without one."""
    week = Week.of(uow.roster.shift(leaving.shift_id).on)
    if not reason and uow.roster.publication(week):
        raise ReasonMissing


def _check_free(uow: UnitOfWork, returning: Assignment, touched: Collection[int]) -> None:
    """Raise a refusal when somebody who comes back is elsewhere by now, or the shift is closed."""
    whole = uow.roster.shift(returning.shift_id)
    if whole.is_closed:
        raise ShiftClosed
    if not returning.fits(whole):
        raise ChangedSince  # the hours of the shift itself became other ones
    shift = whole.cut(returning.span(whole))
    others = uow.roster.shifts_of(returning.volunteer_id, shift.on, shift.on)
    if any(overlaps(shift, other) for other in others if other.id not in touched):
        raise VolunteerUnavailable(returning.volunteer_id, shift, (Objection.ON_DUTY,))
