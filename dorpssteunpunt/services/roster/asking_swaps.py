"""Swaps that one of the two asked the other for: kept until the answer, and swapped on a yes."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from dorpssteunpunt.domain.accounts import Right
from dorpssteunpunt.domain.counters import PlaceNames
from dorpssteunpunt.domain.roster import Assignment, NotOnShift, Shift
from dorpssteunpunt.domain.swap_requests import (
    AskedAlready,
    RequestSettled,
    SwapRequest,
    SwapRequestEnd,
    check_one_agreed,
)
from dorpssteunpunt.services.changes import Changed, Room, changed
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.ports import UnitOfWork
from dorpssteunpunt.services.roster.keeping import Rearranged
from dorpssteunpunt.services.roster.naming import Named, account_names, read_names, read_place_names
from dorpssteunpunt.services.roster.swapping import SwapDraft, check_possible, places, swap_in

_AHEAD = timedelta(weeks=13)
"""How far ahead a roster is made at most, and so a swap asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferedShift:
    """A shift that changes hands in a swap that waits."""

    shift_id: int
    on: date
    daypart: str
    start: time
    end: time


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingSwap:
    """A swap that waits for an answer: who asked whom, for which hours, and what in return."""

    request_id: int
    shift: OfferedShift
    giver: str
    taker: str
    asked: str
    asked_at: datetime
    noted_by: str
    in_return: OfferedShift | None = None
    is_part: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SwapAsked(Changed):
    """What asking for a swap, or its end, touched; and which request it is."""

    request_id: int


def ask_swap(desk: Desk, draft: SwapDraft) -> SwapAsked:
    """Keep that somebody asked another to swap, who has not answered; it swaps nothing.

    One of the two agreements is there. Raises `AgreementMissing`, `AskedAlready`, and what `swap`
    raises when no reason could make the swap possible.
    """
    check_one_agreed(draft.agreements, desk.clock.today())
    with desk.writing(Right.ROSTER) as uow:
        given, back = places(uow, draft)
        check_possible(desk, uow, draft, given, back)
        request = SwapRequest(
            shift_id=given.shift_id,
            giver_id=given.volunteer_id,
            taker_id=draft.taker_id,
            return_shift_id=back.shift_id if back else None,
            cut_at=draft.cut.at if draft.cut else None,
            gives_rest=draft.cut.gives_rest if draft.cut else True,
            giver_agreed_on=draft.agreements.giver_on,
            taker_agreed_on=draft.agreements.taker_on,
            asked_at=desk.clock.now(),
            asked_by=desk.actor.id,
        )
        _check_new(uow, request)
        request_id = uow.roster.save_swap_request(request)
        desk.note(uow, "swap asked", Room.ROSTER, given.shift_id)
    return _touched(given.shift_id, request_id)


def agree_swap(
    desk: Desk, request_id: int, override_reason: str = "", *, numbers_are_fine: bool = False
) -> Rearranged:
    """Swap, now that the other agreed today; every rule is held against it anew.

    Raises `RequestSettled` when it waits no more, and what `swap` raises.
    """
    with desk.writing(Right.ROSTER) as uow:
        request = _waiting(uow, request_id)
        shift_ids = [one for one in (request.shift_id, request.return_shift_id) if one]
        ever = uow.roster.assignments(shift_ids)
        back = request.return_shift_id
        draft = SwapDraft(
            assignment_id=_place(ever, request.shift_id, request.giver_id).id,
            taker_id=request.taker_id,
            agreements=request.with_answer(desk.clock.today()),
            cut=request.cut,
            return_id=_place(ever, back, request.taker_id).id if back else None,
            override_reason=override_reason,
            numbers_are_fine=numbers_are_fine,
        )
        return swap_in(desk, uow, draft)


def end_swap_request(desk: Desk, request_id: int, how: SwapRequestEnd) -> SwapAsked:
    """Keep that who was asked said no, or that whoever asked thought better of it.

    Raises `RequestSettled` when it waits no more.
    """
    with desk.writing(Right.ROSTER) as uow:
        request = _waiting(uow, request_id)
        ended = request.ended(how, desk.clock.now(), desk.actor.id)
        uow.roster.save_swap_request(ended)
        desk.note(uow, f"swap {how}", Room.ROSTER, request.shift_id)
    return _touched(request.shift_id, request_id)


def reopen_swap_request(desk: Desk, request_id: int) -> SwapAsked:
    """Let a request that came to nothing wait for an answer again; raises `AskedAlready`."""
    with desk.writing(Right.ROSTER) as uow:
        request = uow.roster.swap_request(request_id).reopened()
        _check_new(uow, request)
        uow.roster.save_swap_request(request)
        desk.note(uow, "swap asked", Room.ROSTER, request.shift_id)
    return _touched(request.shift_id, request_id)


def swaps_asked_on(desk: Desk, shift_id: int) -> tuple[WaitingSwap, ...]:
    """Return the swaps that wait for an answer and are about a shift, oldest first."""
    with desk.reading(Right.ROSTER) as uow:
        shift = uow.roster.shift(shift_id)
        return _read(uow, [shift], desk.clock.now())


def waiting_swaps(desk: Desk) -> tuple[WaitingSwap, ...]:
    """Return all swaps that wait for an answer, the nearest shift first."""
    now = desk.clock.now()
    with desk.reading(Right.ROSTER) as uow:
        found = _read(uow, uow.roster.shifts(now.date(), now.date() + _AHEAD), now)
    return tuple(sorted(found, key=lambda one: (one.shift.on, one.shift.start)))


def _touched(shift_id: int, request_id: int) -> SwapAsked:
    return SwapAsked(changed(Room.ROSTER).rooms, shift_id, request_id=request_id)


def _waiting(uow: UnitOfWork, request_id: int) -> SwapRequest:
    request = uow.roster.swap_request(request_id)
    if not request.waits(uow.roster.assignments(_shifts_of(request))):
        raise RequestSettled
    return request


def _shifts_of(request: SwapRequest) -> Collection[int]:
    return [one for one in (request.shift_id, request.return_shift_id) if one]


def _check_new(uow: UnitOfWork, request: SwapRequest) -> None:
    """Raise `AskedAlready` when the same two wait for an answer about the same shift."""
    for other in uow.roster.swap_requests([request.shift_id]):
        is_same = (other.shift_id, other.giver_id, other.taker_id) == (
            request.shift_id,
            request.giver_id,
            request.taker_id,
        )
        ever = uow.roster.assignments(_shifts_of(other))
        if is_same and other.id != request.id and other.waits(ever):
            raise AskedAlready


def _place(ever: Sequence[Assignment], shift_id: int | None, who: int) -> Assignment:
    for one in ever:
        if one.is_active and (one.shift_id, one.volunteer_id) == (shift_id, who):
            return one
    raise NotOnShift


# ---------------------------------------------------------------- to be read


def _read(uow: UnitOfWork, shifts: Sequence[Shift], now: datetime) -> tuple[WaitingSwap, ...]:
    requests = uow.roster.swap_requests([shift.id for shift in shifts])
    if not requests:
        return ()
    known = {shift.id: shift for shift in shifts}
    for request in requests:
        for shift_id in _shifts_of(request):
            known.setdefault(shift_id, uow.roster.shift(shift_id))
    ever = uow.roster.assignments(known)
    people = {who for one in requests for who in (one.giver_id, one.taker_id)}
    reader = _Reader(
        known,
        ever,
        read_names(uow, people),
        account_names(uow),
        read_place_names(uow),
    )
    waiting = [one for one in requests if one.waits(ever) and not _is_over(known, one, now)]
    return tuple(reader.swap(one) for one in waiting)


def _is_over(shifts: Mapping[int, Shift], request: SwapRequest, now: datetime) -> bool:
    return any(shifts[one].ends_at <= now for one in _shifts_of(request))


@dataclass(frozen=True, slots=True)
class _Reader:
    """What turns requests into what is shown of them."""

    shifts: Mapping[int, Shift]
    ever: Sequence[Assignment]
    names: Mapping[int, Named]
    accounts: Mapping[int, str]
    places: PlaceNames

    def swap(self, request: SwapRequest) -> WaitingSwap:
        back = request.return_shift_id
        return WaitingSwap(
            request_id=request.id,
            shift=self._offered(request.shift_id, request.giver_id, request),
            giver=self.names[request.giver_id].full,
            taker=self.names[request.taker_id].full,
            asked=self.names[request.asked_id].full,
            asked_at=request.asked_at,
            noted_by=self.accounts[request.asked_by],
            in_return=self._offered(back, request.taker_id) if back else None,
            is_part=request.cut_at is not None,
        )

    def _offered(self, shift_id: int, who: int, request: SwapRequest | None = None) -> OfferedShift:
        shift = self.shifts[shift_id]
        hours = _place(self.ever, shift_id, who).span(shift)
        if request and request.cut and hours.start < request.cut.at < hours.end:
            _kept, hours = request.cut.divide(hours)
        return OfferedShift(
            shift_id=shift_id,
            on=shift.on,
            daypart=self.places.of(shift.daypart_id, shift.counter_id),
            start=hours.start,
            end=hours.end,
        )
