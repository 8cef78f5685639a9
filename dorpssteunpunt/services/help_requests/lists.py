"""Looking at help requests: the lists of the desk, their counts, and one request in full."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

from dorpssteunpunt.domain.accounts import Right
from dorpssteunpunt.domain.help_requests import HelpRequest
from dorpssteunpunt.domain.names import PersonName
from dorpssteunpunt.domain.people import Person
from dorpssteunpunt.domain.support_point import HelpKind
from dorpssteunpunt.domain.waiting import Standing, is_short_notice, standing
from dorpssteunpunt.services.changes import Room
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.faults import DiskFull
from dorpssteunpunt.services.help_requests.keeping import today_here
from dorpssteunpunt.services.pages import Page
from dorpssteunpunt.services.ports import (
    Cursor,
    RequestCounts,
    RequestFilter,
    RequestLine,
    TimelineLine,
    UnitOfWork,
)

_OTHERS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestDetail:
    """One request with everything around it; the timeline and `others` are newest first.

    `others` are the last other requests of the same resident. `patience_days` is after how many
    days a request waits too long here.
    """

    request: HelpRequest
    requester: Person
    kind: HelpKind
    volunteer: Person | None
    recorded_by: PersonName
    standing: Standing
    patience_days: int
    is_short_notice: bool
    timeline: Sequence[TimelineLine]
    others: Sequence[RequestLine]


def list_requests(
    desk: Desk, wanted: RequestFilter, after: Cursor | None, limit: int
) -> Page[RequestLine]:
    """Return the lines of a list after a cursor (the `next` of the page before)."""
    with desk.reading(Right.HELP_REQUESTS) as uow:
        return uow.help_requests.page(wanted, today_here(desk, uow), after, limit)


def counts(desk: Desk) -> RequestCounts:
    """Return how many requests stand in each list of open ones."""
    with desk.reading(Right.HELP_REQUESTS) as uow:
        return uow.help_requests.counts(today_here(desk, uow))


def request_detail(desk: Desk, request_id: int) -> RequestDetail:
    """Return a request in full and note in the audit trail who read it; raises `NotFound`."""
    with desk.reading(Right.HELP_REQUESTS) as uow:
        detail = _detail(desk, uow, request_id)
    # On a full disk the desk goes on reading: a resident is waiting, and nothing can be noted.
    with suppress(DiskFull), desk.writing(Right.HELP_REQUESTS) as uow:
        desk.note(uow, "read", Room.HELP_REQUESTS, request_id)
    return detail


def _detail(desk: Desk, uow: UnitOfWork, request_id: int) -> RequestDetail:
    request = uow.help_requests.request(request_id)
    today = today_here(desk, uow)
    kind = next(kind for kind in uow.support_point.kinds() if kind.id == request.kind_id)
    people = uow.people.persons(
        {person for person in (request.requester_id, request.volunteer_id) if person}
    )
    others = uow.help_requests.of_requester(request.requester_id, today, _OTHERS + 1)
    asked_on = request.recorded_at.date()
    return RequestDetail(
        request=request,
        requester=people[request.requester_id],
        kind=kind,
        volunteer=people[request.volunteer_id] if request.volunteer_id else None,
        recorded_by=uow.accounts.account(request.recorded_by).name,
        standing=standing(request, today.day, today.patience_days),
        patience_days=today.patience_days,
        is_short_notice=is_short_notice(request.needed_on, asked_on, kind.notice_days),
        timeline=uow.help_requests.timeline(request_id),
        others=[line for line in others if line.id != request_id][:_OTHERS],
    )
