"""Swaps that were asked for: one of the two agreed, and the other has not answered yet.

A request names shifts and people rather than assignments, so it stays when a step of the roster is
taken back. Whether it is settled follows from the roster: once whoever takes over came on the shift
by a swap it is agreed, and when that step is undone it waits again.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from enum import StrEnum
from typing import Self

from dorpssteunpunt.base.errors import Refusal
from dorpssteunpunt.domain.asking import Answer, Asking
from dorpssteunpunt.domain.people import NEW
from dorpssteunpunt.domain.roster import Assignment
from dorpssteunpunt.domain.swapping import AgreementMissing, Agreements, Cut


class SwapRequestEnd(StrEnum):
    """How a request ended without a swap."""

    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Settled:
    """How, when and by whom it was noted that a request came to nothing."""

    ended_as: SwapRequestEnd | None = None
    ended_at: datetime | None = None
    ended_by: int | None = None


WAITING = Settled()


@dataclass(frozen=True, slots=True, kw_only=True)
class SwapRequest:
    """That a swap was asked for: whose place on which shift, by whom to be taken, what in return.

    Of the agreements one is there and the other is not. At `cut_at` the place is cut in two, and
    the rest or the beginning is handed over; None is all of it.
    """

    id: int = NEW
    shift_id: int
    giver_id: int
    taker_id: int
    return_shift_id: int | None = None
    cut_at: time | None = None
    gives_rest: bool = True
    giver_agreed_on: date | None = None
    taker_agreed_on: date | None = None
    asked_at: datetime
    asked_by: int
    settled: Settled = WAITING

    @property
    def cut(self) -> Cut | None:
        """Which part is handed over; None is the whole place."""
        return None if self.cut_at is None else Cut(self.cut_at, self.gives_rest)

    @property
    def agreements(self) -> Agreements:
        """Who agreed, and when."""
        return Agreements(self.giver_agreed_on, self.taker_agreed_on)

    @property
    def asked_id(self) -> int:
        """Who was asked and has not answered."""
        return self.taker_id if self.taker_agreed_on is None else self.giver_id

    @property
    def asking_id(self) -> int:
        """Who agreed, and asked the other."""
        return self.giver_id if self.taker_agreed_on is None else self.taker_id

    def with_answer(self, on: date) -> Agreements:
        """Return the agreements of both, when the other agrees on a day."""
        return Agreements(self.giver_agreed_on or on, self.taker_agreed_on or on)

    def ended(self, how: SwapRequestEnd, at: datetime, by: int) -> Self:
        """Return this request as it came to nothing."""
        return replace(self, settled=Settled(how, at, by))

    def reopened(self) -> Self:
        """Return this request as it waits for an answer again."""
        return replace(self, settled=WAITING)

    def as_asking(self) -> Asking | None:
        """Return a no to taking this place as one that was asked for the shift, or None."""
        is_no = self.settled.ended_as is SwapRequestEnd.REFUSED and self.asked_id == self.taker_id
        if not is_no:
            return None
        return Asking(
            shift_id=self.shift_id,
            volunteer_id=self.taker_id,
            answer=Answer.NO,
            asked_at=self.settled.ended_at or self.asked_at,
            asked_by=self.asked_by,
        )

    def is_agreed(self, ever: Iterable[Assignment]) -> bool:
        """Say whether a swap came of it, given all assignments of its shift."""
        return any(
            one.volunteer_id == self.taker_id and one.swap and one.made_at >= self.asked_at
            for one in ever
        )

    def waits(self, ever: Iterable[Assignment]) -> bool:
        """Say whether it waits for an answer, given all assignments of its shifts.

        It does no more when somebody left the place that was to be taken or given in return, or
        whoever takes over is on the shift already.
        """
        ever = list(ever)
        here = [one for one in ever if one.shift_id == self.shift_id]
        on = {(one.shift_id, one.volunteer_id) for one in ever if one.is_active}
        has_return = self.return_shift_id is None or (self.return_shift_id, self.taker_id) in on
        stands = (self.shift_id, self.giver_id) in on and has_return
        taken = (self.shift_id, self.taker_id) in on or self.is_agreed(here)
        return self.settled == WAITING and stands and not taken


def check_one_agreed(agreements: Agreements, today: date) -> None:
    """Raise `AgreementMissing` unless at least one agreed, by today."""
    for field, on in (
        ("giver_agreed_on", agreements.giver_on),
        ("taker_agreed_on", agreements.taker_on),
    ):
        if on is not None and on > today:
            raise AgreementMissing(field)
    if agreements.giver_on is None and agreements.taker_on is None:
        raise AgreementMissing("giver_agreed_on")


class AskedAlready(Refusal):
    """This swap was asked for, and waits for an answer."""

    field = "taker_id"


class RequestSettled(Refusal):
    """This request does not wait for an answer any more."""
