"""Every list of requests walks an index in its own order, however long it is."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, event, text

from dorpssteunpunt.services.ports import Cursor, RequestFilter, RequestList, Today
from dorpssteunpunt.store.request_lists import counts, page
from dorpssteunpunt.store.unit_of_work import EncryptedStore
from tests.village import MONDAY_MORNING, TODAY, village

INDEXES = {
    RequestList.OPEN: "ix_help_request_open",
    RequestList.DUE: "ix_help_request_open",
    RequestList.SOUGHT: "ix_help_request_sought",
    RequestList.TOO_LONG: "ix_help_request_waiting",
    RequestList.CLOSED: "ix_help_request_closed",
}
FROM_A_DAY: dict[RequestList, Cursor] = {
    show: (date(2026, 1, 1), 5) for show in (RequestList.OPEN, RequestList.DUE, RequestList.SOUGHT)
} | dict.fromkeys((RequestList.TOO_LONG, RequestList.CLOSED), (MONDAY_MORNING, 5))


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    with village(tmp_path) as linde:
        store = linde.coordinator.store
        assert isinstance(store, EncryptedStore)
        with store.engine.reading() as connection:
            yield connection


def plan(connection: Connection, show: RequestList, typed: str, after: Cursor | None) -> list[str]:
    """Return how SQLite goes about the question that this list asks."""
    asked: list[tuple[str, Any]] = []

    def note(_c: object, _cursor: object, statement: str, parameters: Any, *_rest: object) -> None:
        asked.append((statement, parameters))

    event.listen(connection, "before_cursor_execute", note)
    page(connection, RequestFilter(show=show, typed=typed), Today(TODAY, 7), after, 50)
    event.remove(connection, "before_cursor_execute", note)
    ((statement, parameters),) = asked
    return [
        row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
    ]


@pytest.mark.parametrize("show", list(RequestList))
@pytest.mark.parametrize("typed", ["", "boodschappen kerkstraat"])
@pytest.mark.parametrize("is_first", [True, False])
def test_a_list_walks_its_index_and_sorts_nothing(
    connection: Connection, show: RequestList, typed: str, is_first: bool
) -> None:
    steps = plan(connection, show, typed, None if is_first else FROM_A_DAY[show])
    assert f"USING INDEX {INDEXES[show]}" in steps[0]
    assert not [step for step in steps if "TEMP B-TREE" in step]


def test_the_numbers_on_the_chips_come_from_the_indexes_alone(connection: Connection) -> None:
    asked: list[tuple[str, Any]] = []
    event.listen(
        connection,
        "before_cursor_execute",
        lambda _c, _cursor, statement, parameters, *_rest: asked.append((statement, parameters)),
    )
    counts(connection, Today(TODAY, 7))
    ((statement, parameters),) = asked
    rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
    looks = [row[3] for row in rows if "help_request" in row[3]]
    assert len(looks) == 4
    assert all("USING COVERING INDEX" in look for look in looks)


def test_the_plans_hold_once_the_store_knows_its_own_numbers(connection: Connection) -> None:
    connection.execute(text("ANALYZE"))
    for show in RequestList:
        assert INDEXES[show] in plan(connection, show, "", None)[0]
