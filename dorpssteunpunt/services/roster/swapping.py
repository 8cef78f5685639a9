"""Swapping at the desk: what two volunteers agreed between them, kept as one step."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from dorpssteunpunt.domain.accounts import Right
from dorpssteunpunt.domain.people import Volunteer
from dorpssteunpunt.domain.roster import (
    Assignment,
    Ending,
    NotOnShift,
    Origin,
    Shift,
    ShiftClosed,
    Swap,
)
from dorpssteunpunt.domain.suitability import (
    VolunteerUnavailable,
    check_choice,
    days_that_count,
)
from dorpssteunpunt.domain.swapping import (
    Agreements,
    Cut,
    ReturnUnavailable,
    SwapWithOneself,
    handed_over,
    regular_before,
    with_hours,
)
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.ports import NotFound, UnitOfWork
from dorpssteunpunt.services.roster.choosing import Candidate, candidates
from dorpssteunpunt.services.roster.keeping import Rearranged, active, rearrange, told

_AHEAD = timedelta(weeks=6)
"""How far ahead somebody looks for a shift to take in return."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SwapDraft:
    """A swap as typed: whose place goes to whom, all of it or a part, and what for in return."""

    assignment_id: int
    taker_id: int
    agreements: Agreements
    cut: Cut | None = None
    return_id: int | None = None
    override_reason: str = ""
    numbers_are_fine: bool = False


@dataclass(frozen=True, slots=True)
class Returnable:
    """A shift of somebody that whoever gives a place may take in return."""

    assignment_id: int
    shift: Shift


@dataclass(frozen=True, slots=True)
class SwapPartner:
    """Somebody who may take a place, with what they could give in return."""

    candidate: Candidate
    returns: tuple[Returnable, ...]


def swap_partners(desk: Desk, assignment_id: int) -> tuple[SwapPartner, ...]:
    """Return with whom somebody may swap, best choice first; raises `NotAllowed`, `NotFound`."""
    with desk.reading(Right.ROSTER) as uow:
        given = uow.roster.assignment(assignment_id)
        returns = _returnable(desk, uow, given)
    return tuple(
        SwapPartner(one, tuple(back for who, back in returns if who == one.volunteer_id))
        for one in candidates(desk, given.shift_id)
        if one.volunteer_id != given.volunteer_id and one.suitability.is_possible
    )


def swap(desk: Desk, draft: SwapDraft) -> Rearranged:
    """Let somebody take the place of another, or a part of it, with a shift back or without.

    Whoever takes a place stands in, unless they were a regular of that shift before; a lead hands
    over the lead. Raises `AgreementMissing`, `NoPart`, `SwapWithOneself`, `NotOnShift`; and
    `VolunteerUnavailable` for whom it is impossible or needs a reason, as `ReturnUnavailable`
    when it is about the shift in return. Raises `NotAllowed` and `NotFound` too.
    """
    with desk.writing(Right.ROSTER) as uow:
        return swap_in(desk, uow, draft)


def swap_in(desk: Desk, uow: UnitOfWork, draft: SwapDraft) -> Rearranged:
    """Do what `swap` promises, in a unit of work that is open already."""
    draft.agreements.check(desk.clock.today())
    given, back = places(uow, draft)
    before, after = _exchanged(desk, uow, draft, given, back)
    return rearrange(desk, uow, "swapped", before, after)


def places(uow: UnitOfWork, draft: SwapDraft) -> tuple[Assignment, Assignment | None]:
    """Return the place that is given and the one in return; raises what `swap` says of them."""
    given = active(uow, draft.assignment_id)
    back = active(uow, draft.return_id) if draft.return_id is not None else None
    if draft.taker_id == given.volunteer_id:
        raise SwapWithOneself
    if back and back.volunteer_id != draft.taker_id:
        raise NotOnShift
    return given, back


def check_possible(
    desk: Desk, uow: UnitOfWork, draft: SwapDraft, given: Assignment, back: Assignment | None
) -> None:
    """Raise what forbids a swap whatever reason is given; agreements do not matter yet."""
    try:
        _exchanged(desk, uow, draft, given, back)
    except VolunteerUnavailable as refused:
        if refused.is_final:
            raise


def _exchanged(
    desk: Desk, uow: UnitOfWork, draft: SwapDraft, given: Assignment, back: Assignment | None
) -> tuple[Sequence[Assignment], Sequence[Assignment]]:
    """Return all assignments of the shifts before a swap, and as it leaves them."""
    exchange = _Exchange(desk, uow, draft, told(draft.override_reason, draft.numbers_are_fine))
    before = uow.roster.assignments({one.shift_id for one in (given, back) if one})
    return before, exchange.after(before, given, back)


@dataclass(frozen=True, slots=True)
class _Exchange:
    """One swap under way."""

    desk: Desk
    uow: UnitOfWork
    draft: SwapDraft
    reason: str

    def after(
        self, before: Sequence[Assignment], given: Assignment, back: Assignment | None
    ) -> list[Assignment]:
        """Return all assignments of the shifts as the swap leaves them."""
        shift = self.uow.roster.shift(given.shift_id)
        kept, handed = handed_over(given, shift, self.draft.cut)
        rest = with_hours(given, shift, kept) if kept else self._left(given)
        changed = {given.id: rest}
        self._check(self.draft.taker_id, shift.cut(handed), given, back)
        place = with_hours(given, shift, handed)
        new = [self._taken(place, self.draft.taker_id, given, back, before)]
        if back:
            changed[back.id] = self._left(back)
            theirs = self.uow.roster.shift(back.shift_id)
            self._check_return(given, theirs.cut(back.span(theirs)), back, gives_all=not kept)
            new.append(self._taken(back, given.volunteer_id, back, given, before))
        return [*(changed.get(one.id, one) for one in before), *new]

    def _left(self, one: Assignment) -> Assignment:
        return one.ended(Ending.SWAPPED, self.desk.clock.now(), self.desk.actor.id, "")

    def _taken(
        self,
        place: Assignment,
        taker_id: int,
        given: Assignment,
        back: Assignment | None,
        ever: Sequence[Assignment],
    ) -> Assignment:
        agreed = self.draft.agreements
        giver_on, taker_on = agreed.giver_on, agreed.taker_on
        if taker_id != self.draft.taker_id:
            giver_on, taker_on = taker_on, giver_on
        here = [one for one in ever if one.shift_id == place.shift_id]
        was = regular_before(taker_id, here)
        return Assignment(
            shift_id=place.shift_id,
            volunteer_id=taker_id,
            is_lead=place.is_lead,
            is_stand_in=was is None,
            origin=was.origin if was else Origin.SWAPPED,
            starts=place.starts,
            ends=place.ends,
            override_reason=self.reason,
            swap=Swap(given.id, back.id if back else None, giver_on, taker_on),
            made_at=self.desk.clock.now(),
            made_by=self.desk.actor.id,
        )

    def _check_return(
        self, given: Assignment, shift: Shift, back: Assignment, *, gives_all: bool
    ) -> None:
        leaving = given if gives_all else None
        try:
            self._check(given.volunteer_id, shift, back, leaving)
        except VolunteerUnavailable as refused:
            raise ReturnUnavailable(given.volunteer_id, shift, refused.objections) from refused

    def _check(
        self, who: int, shift: Shift, instead_of: Assignment, leaving: Assignment | None
    ) -> None:
        """Raise `VolunteerUnavailable` unless somebody can take these hours of a shift."""
        volunteer = self.uow.people.volunteer(who)
        if volunteer is None:
            raise NotFound
        if shift.is_closed:
            raise ShiftClosed
        left = leaving.shift_id if leaving and leaving.shift_id != shift.id else None
        own = [
            one
            for one in self.uow.roster.shifts_of(who, *days_that_count(shift.on))
            if one.id != left
        ]
        check_choice(volunteer, shift, own, self.reason, self._company(shift, instead_of))

    def _company(self, shift: Shift, without: Assignment) -> Sequence[Volunteer]:
        """Return who is there in these hours beside the one whose place is taken."""
        present = [
            one.volunteer_id
            for one in self.uow.roster.assignments([shift.id])
            if one.is_active and one.id != without.id and one.span(shift).meets(shift.span)
        ]
        return list(self.uow.people.offers(present).values())


def _returnable(desk: Desk, uow: UnitOfWork, given: Assignment) -> Sequence[tuple[int, Returnable]]:
    """Return what is still to come of everybody's shifts that are not those of the giver."""
    now = desk.clock.now()
    ahead = {
        shift.id: shift
        for shift in uow.roster.shifts(now.date(), now.date() + _AHEAD)
        if shift.starts_at > now and shift.id != given.shift_id
    }
    present = [one for one in uow.roster.assignments(ahead) if one.is_active]
    own = {one.shift_id for one in present if one.volunteer_id == given.volunteer_id}
    found = [
        (one.volunteer_id, Returnable(one.id, shift.cut(one.span(shift))))
        for one, shift in ((one, ahead[one.shift_id]) for one in present)
        if shift.id not in own
    ]
    return sorted(found, key=lambda pair: pair[1].shift.starts_at)
