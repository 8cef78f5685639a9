"""Holding a place in the week template, and giving it up from a day on."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from dorpssteunpunt.domain.accounts import Right
from dorpssteunpunt.domain.roster import (
    Assignment,
    Ending,
    Origin,
    ReasonMissing,
    Shift,
    UnansweredShifts,
)
from dorpssteunpunt.domain.standing import ClosedThen, StandingAssignment, check_standing
from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.services.changes import Changed, Room, changed
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.ports import NotFound, UnitOfWork
from dorpssteunpunt.services.roster.keeping import changed_in, rearrange, told


@dataclass(frozen=True, slots=True, kw_only=True)
class EndingDraft:
    """The end of a standing assignment as typed.

    `keep` are the coming assignments that stay all the same, `take_off` those that end too.
    """

    standing_id: int
    first_free: date
    reason: str = ""
    keep: Collection[int] = ()
    take_off: Collection[int] = ()
    numbers_are_fine: bool = False


def hold_place(desk: Desk, standing: StandingAssignment) -> Changed:
    """Let a volunteer be on a day part every week; weeks that are made already stay as they are.

    Raises `NotAllowed`, `NotFound`, `BackwardPeriod`, `ClosedThen`, `HoldsAlready` or
    `AllPlacesHeld`.
    """
    with desk.writing(Right.PLAN_ROSTER) as uow:
        if uow.people.volunteer(standing.volunteer_id) is None:
            raise NotFound
        check_standing(standing, current_standing(uow), _needed(uow, standing))
        uow.roster.save_standing(standing)
        desk.note(uow, "standing place held", Room.ROSTER, standing.volunteer_id)
    return changed(Room.ROSTER, Room.PEOPLE, subject=standing.volunteer_id)


def give_up_place(desk: Desk, draft: EndingDraft) -> Changed:
    """End a standing assignment from a day on, at the earliest today; the past is never touched.

    Raises `UnansweredShifts` with the coming shifts that somebody is on by it, until it was said
    of each whether they stay. To take somebody off a shift of a published week asks for a reason
    (`ReasonMissing`). Raises `NotAllowed` and `NotFound` too.
    """
    with desk.writing(Right.PLAN_ROSTER) as uow:
        reason = told(draft.reason, draft.numbers_are_fine)
        standing = _standing(uow, draft.standing_id)
        first_free = max(draft.first_free, desk.clock.today())
        coming = _coming(desk, uow, standing, first_free)
        said = {*draft.keep, *draft.take_off}
        if any(one.id not in said for one, _shift in coming):
            raise UnansweredShifts(tuple((one.id, shift) for one, shift in coming))
        for one, shift in coming:
            if one.id in draft.take_off:
                _take_off(desk, uow, one, shift, reason)
        _end(uow, standing, first_free)
        desk.note(uow, "standing place given up", Room.ROSTER, standing.volunteer_id)
    return changed(Room.ROSTER, Room.PEOPLE, subject=standing.volunteer_id)


def current_standing(uow: UnitOfWork) -> Sequence[StandingAssignment]:
    """Return all standing assignments, each at most until its volunteer leaves."""
    standing = uow.roster.standing()
    volunteers = uow.people.offers({one.volunteer_id for one in standing})
    found = []
    for one in standing:
        until = volunteers[one.volunteer_id].until
        held = one.ended_from(until) if until else one
        if held:
            found.append(held)
    return found


def _needed(uow: UnitOfWork, standing: StandingAssignment) -> int:
    """Return how many people the day part needs in the week that needs most."""
    lines = [line for line in uow.support_point.week_template() if line.place == standing.place]
    if not lines:
        raise ClosedThen
    return max(line.needed for line in lines)


def _standing(uow: UnitOfWork, standing_id: int) -> StandingAssignment:
    for one in uow.roster.standing():
        if one.id == standing_id:
            return one
    raise NotFound


def _coming(
    desk: Desk, uow: UnitOfWork, standing: StandingAssignment, first_free: date
) -> Sequence[tuple[Assignment, Shift]]:
    """Return the assignments by it, from a day on, to shifts that are not over yet."""
    now = desk.clock.now()
    shifts = {
        shift.id: shift
        for shift in uow.roster.shifts_of(standing.volunteer_id, first_free, date.max)
        if shift.ends_at > now and standing.is_of(shift.on, shift.daypart_id, shift.counter_id)
    }
    return [
        (one, shifts[one.shift_id])
        for one in uow.roster.assignments(shifts)
        if one.is_active
        and one.volunteer_id == standing.volunteer_id
        and one.origin is Origin.STANDING
    ]


def _take_off(desk: Desk, uow: UnitOfWork, one: Assignment, shift: Shift, reason: str) -> None:
    if not reason and uow.roster.publication(Week.of(shift.on)):
        raise ReasonMissing
    before = uow.roster.assignments([one.shift_id])
    ended = one.ended(Ending.TAKEN_OFF, desk.clock.now(), desk.actor.id, reason)
    rearrange(desk, uow, "taken off", before, changed_in(before, ended))


def _end(uow: UnitOfWork, standing: StandingAssignment, first_free: date) -> None:
    ended = standing.ended_from(first_free)
    if ended is None:
        uow.roster.remove_standing(standing.id)
    else:
        uow.roster.save_standing(ended)
