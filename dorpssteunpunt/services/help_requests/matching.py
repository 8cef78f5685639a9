"""Finding a volunteer for a request: who could help and why, giving it and taking it back."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dorpssteunpunt.domain import help_requests as rules
from dorpssteunpunt.domain.accounts import Right
from dorpssteunpunt.domain.availability import AvailabilityLevel, least_available, most_available
from dorpssteunpunt.domain.candidates import Candidate, falls_in, ranked, slots_touched
from dorpssteunpunt.domain.help_requests import (
    HelpRequest,
    RequestEventKind,
    VolunteerNotActive,
)
from dorpssteunpunt.domain.people import Paper, Person, Volunteer, missing_papers
from dorpssteunpunt.domain.privacy import check_free_text
from dorpssteunpunt.domain.support_point import HelpKind
from dorpssteunpunt.domain.template import OpeningSlot
from dorpssteunpunt.services.changes import Changed
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.help_requests.keeping import keep
from dorpssteunpunt.services.ports import InHand, UnitOfWork

_BETWEEN_DAYPARTS = 0
"""Of no day part is anything in a pattern; what was said of the day or of hours does count."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """Who could help with a request, best first, and whether the kind of help asks for papers."""

    ranked: Sequence[Candidate]
    one_to_one: bool


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """What all volunteers are held against for one request."""

    request: HelpRequest
    kind: HelpKind
    today: date
    template: Sequence[OpeningSlot]
    helped: Mapping[int, int]
    in_hand: Mapping[int, InHand]
    on_shift: Collection[int]


def candidates(desk: Desk, request_id: int) -> Candidates:
    """Return every active volunteer but the requester, with what speaks for and against."""
    with desk.reading(Right.HELP_REQUESTS) as uow:
        request = uow.help_requests.request(request_id)
        around = _Surroundings(
            request,
            kind=_kind(uow, request),
            today=desk.clock.today(),
            template=uow.support_point.week_template(),
            helped=uow.help_requests.times_helped(request.requester_id),
            in_hand=uow.help_requests.in_hand(request.needed_on),
            on_shift=_on_shift(uow, request),
        )
        found = [
            _candidate(person, volunteer, around)
            for person, volunteer in uow.people.volunteers(around.today)
            if person.id != request.requester_id
        ]
    return Candidates(ranked(found), around.kind.one_to_one)


def match_volunteer(
    desk: Desk,
    request_id: int,
    volunteer_id: int,
    override_reason: str = "",
    *,
    numbers_are_fine: bool = False,
) -> Changed:
    """Give a request to a volunteer.

    Raises `VolunteerNotActive`, `AlreadyMatched`, `OwnRequest`, `RequestClosed`, or for one-to-one
    help `PapersMissing` unless a reason says why it is fine; the reason stays in the timeline.
    """
    if not numbers_are_fine:
        check_free_text({"override_reason": override_reason})
    with desk.writing(Right.HELP_REQUESTS) as uow:
        request = uow.help_requests.request(request_id)
        volunteer = uow.people.volunteer(volunteer_id)
        today = desk.clock.today()
        if volunteer is None or not volunteer.is_active(today):
            raise VolunteerNotActive
        missing = _missing(volunteer, _kind(uow, request), today)
        after = rules.match(request, volunteer_id, missing, override_reason)
        return keep(
            desk,
            uow,
            after,
            RequestEventKind.MATCHED,
            text=override_reason if missing else "",
            volunteer_id=volunteer_id,
        )


def unmatch(desk: Desk, request_id: int, reason: str, *, numbers_are_fine: bool = False) -> Changed:
    """Take a request back from its volunteer; raises `NotMatched` or `ReasonNeeded`."""
    if not numbers_are_fine:
        check_free_text({"reason": reason})
    with desk.writing(Right.HELP_REQUESTS) as uow:
        before = uow.help_requests.request(request_id)
        return keep(
            desk,
            uow,
            rules.unmatch(before, reason),
            RequestEventKind.UNMATCHED,
            text=reason,
            volunteer_id=before.volunteer_id,
        )


def _candidate(person: Person, volunteer: Volunteer, around: _Surroundings) -> Candidate:
    in_hand = around.in_hand.get(person.id, InHand(0, 0))
    return Candidate(
        person_id=person.id,
        name=person.name,
        phone=person.phone,
        wants_kind=around.kind.id in volunteer.kinds,
        is_dated=around.request.needed_on is not None,
        availability=_availability(volunteer, around),
        leave_until=_leave_until(volunteer, around.request.needed_on),
        helped_before=around.helped.get(person.id, 0),
        open_matches=in_hand.all,
        that_day=in_hand.that_day,
        on_shift=person.id in around.on_shift,
        missing_papers=_missing(volunteer, around.kind, around.today),
    )


def _availability(volunteer: Volunteer, around: _Surroundings) -> AvailabilityLevel | None:
    request = around.request
    if request.needed_on is None:
        return None
    on = request.needed_on
    slots = slots_touched(on, request.start, request.end, around.template)
    if request.start is None:
        return most_available(
            level
            for slot in slots
            for level in volunteer.when.levels(on, slot.daypart_id, slot.start, slot.end)
        )
    start, end = request.start, request.end or request.start.replace(second=59)
    parts = {slot.daypart_id for slot in slots} or {_BETWEEN_DAYPARTS}
    return least_available(volunteer.when.level(on, part, start, end) for part in parts)


def _leave_until(volunteer: Volunteer, on: date | None) -> date | None:
    leave = volunteer.when.leave_on(on) if on else None
    return leave.last if leave else None


def _missing(volunteer: Volunteer, kind: HelpKind, today: date) -> tuple[Paper, ...]:
    return missing_papers(volunteer, today) if kind.one_to_one else ()


def _kind(uow: UnitOfWork, request: HelpRequest) -> HelpKind:
    return next(kind for kind in uow.support_point.kinds() if kind.id == request.kind_id)


def _on_shift(uow: UnitOfWork, request: HelpRequest) -> frozenset[int]:
    """Return who is at the desk at the time of the help; nobody while no time is known."""
    if request.needed_on is None or request.start is None:
        return frozenset()
    shifts = [
        shift.id
        for shift in uow.roster.shifts(request.needed_on, request.needed_on)
        if falls_in(request.start, request.end, shift.start, shift.end)
    ]
    return frozenset(
        assignment.volunteer_id
        for assignment in uow.roster.assignments(shifts)
        if assignment.is_active
    )
