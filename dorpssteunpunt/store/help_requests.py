"""Help requests and their timelines in the store."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, bindparam, func, insert, or_, select, update
from sqlalchemy.orm import aliased

from dorpssteunpunt.domain.help_requests import HelpRequest, RequestEvent, RequestState
from dorpssteunpunt.domain.names import PersonName
from dorpssteunpunt.domain.waiting import standing
from dorpssteunpunt.services.pages import Page
from dorpssteunpunt.services.ports import (
    Cursor,
    InHand,
    NotFound,
    OpenRequest,
    RequestCounts,
    RequestFilter,
    RequestLine,
    TimelineLine,
    Today,
)
from dorpssteunpunt.store import request_lists
from dorpssteunpunt.store.people import StoredPeople
from dorpssteunpunt.store.request_index import index_requests
from dorpssteunpunt.store.tables import (
    IN_HAND,
    OPEN,
    AccountRow,
    HelpKindRow,
    HelpRequestRow,
    PersonRow,
    RequestEventRow,
)
from dorpssteunpunt.store.translation import from_row, to_row


class StoredHelpRequests:
    """Implements `services.ports.HelpRequestRepository`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def request(self, request_id: int) -> HelpRequest:
        """Return a request; raises `NotFound`."""
        row = self._connection.execute(
            select(HelpRequestRow.__table__).where(HelpRequestRow.id == request_id)
        ).first()
        if row is None:
            raise NotFound
        return from_row(HelpRequest, row._mapping)

    def save(self, request: HelpRequest) -> int:
        """Add or change a request and return the id; the index follows."""
        if not request.id:
            return self.add_many([request])[0]
        self._connection.execute(
            update(HelpRequestRow).where(HelpRequestRow.id == request.id).values(**to_row(request))
        )
        index_requests(self._connection, [request.id])
        return request.id

    def add_many(self, requests: Sequence[HelpRequest]) -> Sequence[int]:
        """Add new requests at once and return their ids in the same order; the index follows."""
        last = self._connection.execute(select(func.max(HelpRequestRow.id))).scalar_one() or 0
        ids = range(last + 1, last + 1 + len(requests))
        if requests:
            self._connection.execute(
                insert(HelpRequestRow),
                [to_row(request) | {"id": new} for new, request in zip(ids, requests, strict=True)],
            )
            index_requests(self._connection, ids)
        return ids

    def add_events(self, events: Sequence[RequestEvent]) -> None:
        """Add lines to timelines, in the order in which they happened."""
        if events:
            self._connection.execute(insert(RequestEventRow), [to_row(event) for event in events])

    def timeline(self, request_id: int) -> Sequence[TimelineLine]:
        """Return what happened to a request, newest first."""
        writer, helper = aliased(PersonRow), aliased(PersonRow)
        rows = self._connection.execute(
            select(
                RequestEventRow.__table__,
                writer.given_name,
                writer.name_prefix,
                writer.surname,
                helper.given_name.label("helper_given_name"),
                helper.name_prefix.label("helper_prefix"),
                helper.surname.label("helper_surname"),
            )
            .join(AccountRow, AccountRow.id == RequestEventRow.account_id)
            .join(writer, writer.id == AccountRow.person_id)
            .outerjoin(helper, helper.id == RequestEventRow.volunteer_id)
            .where(RequestEventRow.request_id == request_id)
            .order_by(RequestEventRow.id.desc())
        )
        return [
            from_row(
                TimelineLine,
                row._mapping,
                by=PersonName(row.given_name, row.name_prefix, row.surname),
                volunteer=PersonName(row.helper_given_name, row.helper_prefix, row.helper_surname)
                if row.volunteer_id
                else None,
            )
            for row in rows
        ]

    def page(
        self, wanted: RequestFilter, today: Today, after: Cursor | None, limit: int
    ) -> Page[RequestLine]:
        """Return the next lines of a list; its `next` is the cursor of the page after it."""
        return request_lists.page(self._connection, wanted, today, after, limit)

    def counts(self, today: Today) -> RequestCounts:
        """Return how many requests stand in each list of open ones."""
        return request_lists.counts(self._connection, today)

    def of_requester(self, person_id: int, today: Today, limit: int) -> Sequence[RequestLine]:
        """Return the last requests of a resident, newest first."""
        return request_lists.of_requester(self._connection, person_id, today, limit)

    def open_requests(self, today: Today) -> Sequence[OpenRequest]:
        """Return all open requests by their due date."""
        rows = self._connection.execute(
            select(HelpRequestRow.__table__, HelpKindRow.name.label("kind"))
            .join(HelpKindRow, HelpKindRow.id == HelpRequestRow.kind_id)
            .where(OPEN)
            .order_by(HelpRequestRow.due_on, HelpRequestRow.id)
        ).all()
        requests = [(from_row(HelpRequest, row._mapping), row.kind) for row in rows]
        people = StoredPeople(self._connection).persons(
            {request.requester_id for request, _ in requests}
            | {request.volunteer_id for request, _ in requests if request.volunteer_id}
        )
        return [
            OpenRequest(
                request,
                requester=people[request.requester_id],
                kind=kind,
                volunteer=people[request.volunteer_id] if request.volunteer_id else None,
                standing=standing(request, today.day, today.patience_days),
            )
            for request, kind in requests
        ]

    def set_due_dates(self, due: Mapping[int, date]) -> None:
        """Set by id the day by which the desk wants to have moved."""
        if due:
            one = HelpRequestRow.id == bindparam("request")
            self._connection.execute(
                update(HelpRequestRow).where(one).values(due_on=bindparam("day")),
                [{"request": request_id, "day": day} for request_id, day in due.items()],
            )

    def open_count(self, person_id: int) -> int:
        """Return how many open requests a person has asked or has in hand."""
        query = (
            select(func.count())
            .select_from(HelpRequestRow)
            .where(
                or_(
                    HelpRequestRow.requester_id == person_id,
                    HelpRequestRow.volunteer_id == person_id,
                ),
                HelpRequestRow.closed_at.is_(None),
            )
        )
        return self._connection.execute(query).scalar_one()

    def times_helped(self, requester_id: int) -> Mapping[int, int]:
        """Return by volunteer how many requests of this resident they saw done."""
        query = (
            select(HelpRequestRow.volunteer_id, func.count())
            .where(
                HelpRequestRow.requester_id == requester_id,
                HelpRequestRow.state == RequestState.DONE,
            )
            .group_by(HelpRequestRow.volunteer_id)
        )
        helped = self._connection.execute(query)
        return {volunteer: times for volunteer, times in helped if volunteer is not None}

    def in_hand(self, day: date | None) -> Mapping[int, InHand]:
        """Return by volunteer how many requests they have in hand, and how many on a day."""
        that_day: Any = func.count().filter(HelpRequestRow.needed_on == day)
        query = (
            select(HelpRequestRow.volunteer_id, func.count(), that_day)
            .where(IN_HAND)
            .group_by(HelpRequestRow.volunteer_id)
        )
        return {
            volunteer: InHand(count, on_the_day if day else 0)
            for volunteer, count, on_the_day in self._connection.execute(query)
            if volunteer is not None
        }
