"""The lists of help requests as queries, each driven by the index that has its order.

A list is walked in the order of its index and stops at a full page; what was typed only says of
each row whether it belongs. Measured with 100,000 requests, the other way round (from the words
to the rows, then sorting) is two to twenty times slower as soon as a word is common.
"""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Select,
    and_,
    func,
    literal_column,
    or_,
    select,
    tuple_,
)
from sqlalchemy.orm import aliased

from dorpssteunpunt.base.clock import ZONE
from dorpssteunpunt.domain.names import PersonName
from dorpssteunpunt.domain.waiting import standing
from dorpssteunpunt.services.pages import Page
from dorpssteunpunt.services.ports import (
    Cursor,
    RequestCounts,
    RequestFilter,
    RequestLine,
    RequestList,
    Today,
)
from dorpssteunpunt.store import search
from dorpssteunpunt.store.tables import (
    CLOSED,
    OPEN,
    SOUGHT,
    HelpKindRow,
    HelpRequestRow,
    PersonRow,
)

_requester = aliased(PersonRow, name="requester")
_volunteer = aliased(PersonRow, name="helper")
# The plus keeps SQLite from starting at the ids, so that it walks the index of the list.
_ID_AS_A_VALUE = literal_column("+help_request.id", Integer)


@dataclass(frozen=True, slots=True)
class _Walk:
    """Which rows a list has, and the column that its index orders them by."""

    rows: ColumnElement[bool]
    by: Any
    backwards: bool = False


def page(
    connection: Connection, wanted: RequestFilter, today: Today, after: Cursor | None, limit: int
) -> Page[RequestLine]:
    """Return the lines of a list after a cursor, and the cursor of the page after that."""
    walk = _walk(wanted.show, today)
    place = tuple_(walk.by, HelpRequestRow.id)
    query = _lines().where(walk.rows).limit(limit + 1)
    if walk.backwards:
        query = query.order_by(walk.by.desc(), HelpRequestRow.id.desc())
    else:
        query = query.order_by(walk.by, HelpRequestRow.id)
    if after is not None:
        query = query.where(place < after if walk.backwards else place > after)
    if wanted.kind_id:
        query = query.where(HelpRequestRow.kind_id == wanted.kind_id)
    query = query.where(search.is_found(_ID_AS_A_VALUE, search.Subject.HELP_REQUEST, wanted.typed))
    found = connection.execute(query).all()
    lines = [_line(row, today) for row in found[:limit]]
    if len(found) <= limit:
        return Page(lines)
    return Page(lines, next=(found[limit - 1]._mapping[walk.by.key], lines[-1].id))


def counts(connection: Connection, today: Today) -> RequestCounts:
    """Return how many requests stand in each list of open ones, from the indexes alone."""
    lists = [wanted for wanted in RequestList if wanted is not RequestList.CLOSED]
    row = connection.execute(
        select(
            *(
                select(func.count())
                .select_from(HelpRequestRow)
                .where(_walk(wanted, today).rows)
                .scalar_subquery()
                for wanted in lists
            )
        )
    ).one()
    return dict(zip(lists, row, strict=True))


def of_requester(
    connection: Connection, person_id: int, today: Today, limit: int
) -> list[RequestLine]:
    """Return the last requests of a resident, newest first."""
    query = (
        _lines()
        .where(HelpRequestRow.requester_id == person_id)
        .order_by(HelpRequestRow.id.desc())
        .limit(limit)
    )
    return [_line(row, today) for row in connection.execute(query)]


def _walk(wanted: RequestList, today: Today) -> _Walk:
    request = HelpRequestRow
    not_put_off = or_(request.waiting_until.is_(None), request.waiting_until <= today.day)
    match wanted:
        case RequestList.OPEN:
            return _Walk(and_(OPEN), request.due_on)
        case RequestList.DUE:
            return _Walk(and_(OPEN, request.due_on <= today.day), request.due_on)
        case RequestList.SOUGHT:
            return _Walk(and_(SOUGHT, not_put_off), request.due_on)
        case RequestList.TOO_LONG:
            patience = timedelta(days=today.patience_days)
            since = datetime.combine(today.day - patience, time(), ZONE)
            return _Walk(
                and_(SOUGHT, request.recorded_at < since, not_put_off), request.recorded_at
            )
        case RequestList.CLOSED:
            return _Walk(and_(CLOSED), request.closed_at, backwards=True)


def _lines() -> Select[*tuple[Any, ...]]:
    request = HelpRequestRow
    return (
        select(
            request.id,
            request.what,
            request.needed_on,
            request.needed_before,
            request.start,
            request.end,
            request.when_note,
            request.urgency,
            request.state,
            request.waiting_until,
            request.follow_up_on,
            request.recorded_at,
            request.due_on,
            request.closed_at,
            HelpKindRow.name.label("kind"),
            HelpKindRow.icon,
            _requester.given_name,
            _requester.name_prefix,
            _requester.surname,
            _requester.salutation,
            request.volunteer_id,
            _volunteer.given_name.label("helper_given_name"),
            _volunteer.name_prefix.label("helper_prefix"),
            _volunteer.surname.label("helper_surname"),
        )
        .join(_requester, _requester.id == request.requester_id)
        .join(HelpKindRow, HelpKindRow.id == request.kind_id)
        .outerjoin(_volunteer, _volunteer.id == request.volunteer_id)
    )


def _line(row: Any, today: Today) -> RequestLine:
    helper = (row.helper_given_name, row.helper_prefix, row.helper_surname)
    return RequestLine(
        id=row.id,
        kind=row.kind,
        icon=row.icon,
        what=row.what,
        requester=PersonName(row.given_name, row.name_prefix, row.surname),
        salutation=row.salutation,
        needed_on=row.needed_on,
        needed_before=row.needed_before,
        start=row.start,
        end=row.end,
        when_note=row.when_note,
        urgency=row.urgency,
        state=row.state,
        standing=standing(row, today.day, today.patience_days),
        volunteer=PersonName(*helper) if row.volunteer_id else None,
        waiting_until=row.waiting_until,
        follow_up_on=row.follow_up_on,
        recorded_at=row.recorded_at,
        due_on=row.due_on,
        closed_at=row.closed_at,
    )
