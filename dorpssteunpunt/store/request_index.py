"""Which words find a help request, and keeping them true when a person's name changes."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, select
from sqlalchemy.orm import aliased

from dorpssteunpunt.domain.contact import shown_phone
from dorpssteunpunt.domain.names import PersonName
from dorpssteunpunt.store import search
from dorpssteunpunt.store.tables import HelpKindRow, HelpRequestRow, PersonRow

_AT_ONCE = 500


def index_requests(connection: Connection, request_ids: Sequence[int]) -> None:
    """Put requests in the search index, in place of what stood there."""
    for start in range(0, len(request_ids), _AT_ONCE):
        some = request_ids[start : start + _AT_ONCE]
        search.index_many(
            connection,
            search.Subject.HELP_REQUEST,
            _words_of(connection, HelpRequestRow.id.in_(some)),
        )


def index_requests_of(connection: Connection, person_id: int) -> None:
    """Put the requests that a person asked or has in hand in the index by their present name."""
    theirs = (HelpRequestRow.requester_id == person_id) | (HelpRequestRow.volunteer_id == person_id)
    search.index_many(connection, search.Subject.HELP_REQUEST, list(_words_of(connection, theirs)))


def _words_of(
    connection: Connection, which: ColumnElement[bool]
) -> Iterable[tuple[int, Collection[str]]]:
    requester, volunteer = aliased(PersonRow), aliased(PersonRow)
    query = (
        select(
            HelpRequestRow.id,
            HelpRequestRow.what,
            HelpRequestRow.place,
            HelpKindRow.name.label("kind"),
            requester.given_name,
            requester.name_prefix,
            requester.surname,
            requester.street,
            requester.phone,
            volunteer.given_name.label("helper"),
            volunteer.surname.label("helper_surname"),
        )
        .join(requester, requester.id == HelpRequestRow.requester_id)
        .join(HelpKindRow, HelpKindRow.id == HelpRequestRow.kind_id)
        .outerjoin(volunteer, volunteer.id == HelpRequestRow.volunteer_id)
        .where(which)
    )
    return [(row.id, _words(row)) for row in connection.execute(query)]


def _words(row: Any) -> Collection[str]:
    name = PersonName(row.given_name, row.name_prefix, row.surname)
    phone = (row.phone, shown_phone(row.phone).replace(" ", "")) if row.phone else ()
    helper = (row.helper, row.helper_surname) if row.helper is not None else ()
    return (str(row.id), row.what, row.place, row.kind, name.full, row.street, *phone, *helper)
