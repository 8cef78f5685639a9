"""What happened on one shift: who came, who left, who swapped with whom, and why."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from itertools import chain

from dorpssteunpunt.domain.accounts import Right
from dorpssteunpunt.domain.roster import Assignment, Ending, Shift
from dorpssteunpunt.domain.spans import Span
from dorpssteunpunt.domain.swap_requests import SwapRequest, SwapRequestEnd
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.ports import UnitOfWork
from dorpssteunpunt.services.roster.naming import read_names, read_place_names
from dorpssteunpunt.services.roster.notes import Marked, Notes, Told


class Event(StrEnum):
    """What can happen to somebody on a shift."""

    CAME = "came"
    SWAPPED = "swapped"
    SWAP_ASKED = "swap_asked"
    SWAP_REFUSED = "swap_refused"
    SWAP_WITHDRAWN = "swap_withdrawn"
    TAKEN_OFF = "taken_off"
    REPORTED_ABSENT = "reported_absent"
    MOVED = "moved"
    TOLD = "told"
    MARKED = "marked"


@dataclass(frozen=True, slots=True)
class InReturn:
    """The shift that was given in return."""

    on: date
    daypart: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryLine:
    """One thing that happened; `instead_of` and `agreed_on` are of a swap, `by` who noted it.

    `agreed_on` is the day on which the last of both agreed; `hours` are said of a part. `asked` is
    whom `who` asked for a swap.
    """

    event: Event
    at: datetime
    by: str
    who: str
    instead_of: str = ""
    agreed_on: date | None = None
    in_return: InReturn | None = None
    hours: Span | None = None
    reason: str = ""
    told: Told | None = None
    marked: Marked | None = None
    asked: str = ""


def shift_history(desk: Desk, shift_id: int) -> tuple[HistoryLine, ...]:
    """Return what happened on a shift, oldest first; raises `NotAllowed` or `NotFound`."""
    with desk.reading(Right.ROSTER) as uow:
        teller = _Teller.of(uow, uow.roster.shift(shift_id))
        lines = [line for one in teller.ever.values() for line in teller.lines(one)]
        lines += teller.noted()
        lines += teller.asked()
    return tuple(sorted(lines, key=lambda line: line.at))


_ENDINGS = {
    Ending.TAKEN_OFF: Event.TAKEN_OFF,
    Ending.REPORTED_ABSENT: Event.REPORTED_ABSENT,
    Ending.MOVED: Event.MOVED,
}
"""A swap is told by whoever took the place."""

_ENDS = {
    SwapRequestEnd.REFUSED: Event.SWAP_REFUSED,
    SwapRequestEnd.WITHDRAWN: Event.SWAP_WITHDRAWN,
}


@dataclass(frozen=True, slots=True)
class _Teller:
    """What turns the assignments of a shift into lines."""

    uow: UnitOfWork
    shift: Shift
    ever: Mapping[int, Assignment]
    names: Mapping[int, str]
    notes: Notes
    requests: Sequence[SwapRequest]

    @classmethod
    def of(cls, uow: UnitOfWork, shift: Shift) -> "_Teller":
        ever = {one.id: one for one in uow.roster.assignments([shift.id])}
        notes = Notes.read(uow, [shift.id])
        people = {one.volunteer_id for one in ever.values()}
        people |= {who for _shift, who in (*notes.confirmations, *notes.marks)}
        requests = uow.roster.swap_requests([shift.id])
        people |= {who for one in requests for who in (one.giver_id, one.taker_id)}
        names = {who: named.full for who, named in read_names(uow, people).items()}
        return cls(uow, shift, ever, names, notes, requests)

    def noted(self) -> Iterator[HistoryLine]:
        """Yield what people were told of the shift, and how it went, corrected or not."""
        for word in chain(*self.notes.confirmations.values()):
            told, who = self.notes.of_word(word), self.names[word.volunteer_id]
            yield HistoryLine(event=Event.TOLD, at=told.at, by=told.by, who=who, told=told)
        for mark in chain(*self.notes.marks.values()):
            how, who = self.notes.of_mark(mark), self.names[mark.volunteer_id]
            yield HistoryLine(event=Event.MARKED, at=how.at, by=how.by, who=who, marked=how)

    def asked(self) -> Iterator[HistoryLine]:
        """Yield which swaps were asked for, and which of them came to nothing."""
        for one in self.requests:
            asking, asked = self.names[one.asking_id], self.names[one.asked_id]
            by = self.notes.accounts[one.asked_by]
            yield HistoryLine(
                event=Event.SWAP_ASKED, at=one.asked_at, by=by, who=asking, asked=asked
            )
            end = one.settled
            if end.ended_as and end.ended_at and end.ended_by:
                who = asked if end.ended_as is SwapRequestEnd.REFUSED else asking
                by = self.notes.accounts[end.ended_by]
                yield HistoryLine(event=_ENDS[end.ended_as], at=end.ended_at, by=by, who=who)

    def lines(self, one: Assignment) -> Iterator[HistoryLine]:
        """Yield how somebody came on the shift, and how they left it."""
        yield self._coming(one)
        if one.ended_at and one.ended_by and one.ended_as in _ENDINGS:
            yield HistoryLine(
                event=_ENDINGS[one.ended_as],
                at=one.ended_at,
                by=self.notes.accounts[one.ended_by],
                who=self.names[one.volunteer_id],
                reason=one.ended_reason,
            )

    def _coming(self, one: Assignment) -> HistoryLine:
        swap = one.swap
        given = self.ever[swap.took_over_id] if swap.took_over_id else None
        agreed = [on for on in (swap.giver_agreed_on, swap.taker_agreed_on) if on]
        return HistoryLine(
            event=Event.SWAPPED if given else Event.CAME,
            at=one.made_at,
            by=self.notes.accounts[one.made_by],
            who=self.names[one.volunteer_id],
            instead_of=self.names[given.volunteer_id] if given else "",
            agreed_on=max(agreed, default=None),
            in_return=self._in_return(swap.in_return_id) if swap.in_return_id else None,
            hours=one.span(self.shift) if given and one.is_part else None,
            reason=one.override_reason,
        )

    def _in_return(self, assignment_id: int) -> InReturn:
        shift = self.uow.roster.shift(self.uow.roster.assignment(assignment_id).shift_id)
        names = read_place_names(self.uow)
        return InReturn(shift.on, names.of(shift.daypart_id, shift.counter_id))
