"""Help requests as the services ask for them, and the frozen rows that lists and details show."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import Protocol

from dorpssteunpunt.domain.help_requests import (
    HelpRequest,
    RequestEvent,
    RequestEventKind,
    RequestState,
    Urgency,
)
from dorpssteunpunt.domain.names import PersonName
from dorpssteunpunt.domain.people import Person, Salutation
from dorpssteunpunt.domain.waiting import Standing
from dorpssteunpunt.services.pages import Page


class RequestList(StrEnum):
    """The lists of the desk: open ones by their due date, waiting ones longest first.

    Due are those whose day is today or has gone by. The closed ones come last closed first.
    """

    OPEN = "open"
    DUE = "due"
    SOUGHT = "sought"
    TOO_LONG = "too_long"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestFilter:
    """Which requests are asked for; every typed word begins a word of the request."""

    show: RequestList = RequestList.OPEN
    typed: str = ""
    kind_id: int | None = None


@dataclass(frozen=True, slots=True)
class Today:
    """What the day and the patience of the village make of a list."""

    day: date
    patience_days: int


Cursor = tuple[date | datetime, int]
"""Where a page ended: the value its list is ordered by, and the id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestLine:
    """One request in a list."""

    id: int
    kind: str
    icon: str
    what: str
    requester: PersonName
    salutation: Salutation
    needed_on: date | None
    needed_before: date | None
    start: time | None
    end: time | None
    when_note: str
    urgency: Urgency
    state: RequestState
    standing: Standing
    volunteer: PersonName | None
    waiting_until: date | None
    follow_up_on: date | None
    recorded_at: datetime
    due_on: date
    closed_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineLine:
    """Something that happened to a request, and who did it."""

    id: int
    kind: RequestEventKind
    at: datetime
    by: PersonName
    text: str
    with_whom: str
    volunteer: PersonName | None
    follow_up_on: date | None
    outcome: RequestState | None


@dataclass(frozen=True, slots=True)
class OpenRequest:
    """An open request with whom it is for and who has it, for paper."""

    request: HelpRequest
    requester: Person
    kind: str
    volunteer: Person | None
    standing: Standing


@dataclass(frozen=True, slots=True)
class InHand:
    """How many requests a volunteer has in hand, and how many of those are on the day asked."""

    all: int
    that_day: int


RequestCounts = Mapping[RequestList, int]
"""How many requests stand in each list of open ones; the closed ones are not counted."""


class HelpRequestRepository(Protocol):
    """Help requests with their timelines."""

    def request(self, request_id: int) -> HelpRequest:
        """Return a request; raises `NotFound`."""
        ...

    def save(self, request: HelpRequest) -> int:
        """Add or change a request and return the id."""
        ...

    def add_many(self, requests: Sequence[HelpRequest]) -> Sequence[int]:
        """Add new requests at once and return their ids in the same order."""
        ...

    def add_events(self, events: Sequence[RequestEvent]) -> None:
        """Add lines to timelines, in the order in which they happened."""
        ...

    def timeline(self, request_id: int) -> Sequence[TimelineLine]:
        """Return what happened to a request, newest first."""
        ...

    def page(
        self, wanted: RequestFilter, today: Today, after: Cursor | None, limit: int
    ) -> Page[RequestLine]:
        """Return the next lines of a list; its `next` is the cursor of the page after it."""
        ...

    def counts(self, today: Today) -> RequestCounts:
        """Return how many requests stand in each list of open ones."""
        ...

    def of_requester(self, person_id: int, today: Today, limit: int) -> Sequence[RequestLine]:
        """Return the last requests of a resident, newest first."""
        ...

    def open_requests(self, today: Today) -> Sequence[OpenRequest]:
        """Return all open requests by their due date."""
        ...

    def set_due_dates(self, due: Mapping[int, date]) -> None:
        """Set by id the day by which the desk wants to have moved."""
        ...

    def open_count(self, person_id: int) -> int:
        """Return how many open requests a person has asked or has in hand."""
        ...

    def times_helped(self, requester_id: int) -> Mapping[int, int]:
        """Return by volunteer how many requests of this resident they saw done."""
        ...

    def in_hand(self, day: date | None) -> Mapping[int, InHand]:
        """Return by volunteer how many requests they have in hand, and how many on a day."""
        ...
