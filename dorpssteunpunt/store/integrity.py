"""Whether a store is whole, and how much is in it."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from dorpssteunpunt.services.faults import StoreBusy
from dorpssteunpunt.store.engine import StoreEngine
from dorpssteunpunt.store.sqlite_faults import DAMAGE_CODES, database_faults
from dorpssteunpunt.store.store_file import log_of

_ATTEMPTS = 5
"""How often somebody may write in the moment between two statements."""

Run = Callable[[str], Iterable[Sequence[Any]]]
"""How a statement is run: the ``exec_driver_sql`` of SQLAlchemy or the ``execute`` of a driver."""


def versions(engine: StoreEngine) -> dict[str, str]:
    """Return the versions of what keeps and what encrypts this store, by name."""
    with engine.reading() as connection:
        return {
            "sqlite": connection.exec_driver_sql("SELECT sqlite_version()").scalar_one(),
            "sqlcipher": connection.exec_driver_sql("PRAGMA cipher_version").scalar_one(),
        }


def check_integrity(engine: StoreEngine) -> tuple[str, ...]:
    """Return what is wrong with the store, in the engine's words; nothing when it is whole.

    Reads every page, so it takes seconds for a large store; people can go on writing. Raises
    `StoreBusy` when somebody else keeps the log from being moved into the store, without which
    there are false alarms.
    """
    with (
        database_faults(engine.path),
        closing(engine.connection()) as connection,
    ):
        for _attempt in range(_ATTEMPTS):
            (busy, *_) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            if busy:
                raise StoreBusy(engine.path)
            # Whoever reads keeps what is written from now on out of the file itself.
            connection.execute("BEGIN")
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
            if _is_empty(log_of(engine.path)):
                return findings(connection.execute)
            connection.execute("ROLLBACK")
        raise StoreBusy(engine.path)


def findings(run: Run) -> tuple[str, ...]:
    """Return what the checks of cipher, structure and references find; nothing when all is well.

    The cipher check finds changed bits, the structure check a page from another time.
    """
    found: list[str] = []
    try:
        found += [str(row[0]) for row in run("PRAGMA cipher_integrity_check")]
        found += [str(row[0]) for row in run("PRAGMA integrity_check") if row[0] != "ok"]
        found += [f"{row[0]} refers to no {row[2]}" for row in run("PRAGMA foreign_key_check")]
    except Exception as error:
        if getattr(error, "sqlite_errorcode", 0) not in DAMAGE_CODES:
            raise
        found.append(str(error))
    return tuple(found)


def _is_empty(log: Path) -> bool:
    try:
        return log.stat().st_size == 0
    except FileNotFoundError:
        return True


def row_counts(connection: Connection) -> dict[str, int]:
    """Return how many rows each table of the program has, by name.

    Leaves out what the engine keeps for itself, such as the parts of a search index.
    """
    return counts_by_table(connection.exec_driver_sql)


def counts_by_table(run: Run) -> dict[str, int]:
    """Do as `row_counts` does, by whatever runs a statement."""
    tables = [
        str(name)
        for _schema, name, kind, *_rest in run("PRAGMA main.table_list")
        if kind == "table" and not name.startswith("sqlite_") and name != "alembic_version"
    ]
    return {name: next(iter(run(f'SELECT count(*) FROM "{name}"')))[0] for name in sorted(tables)}
