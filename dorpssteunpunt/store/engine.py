"""The engine of an encrypted store: opening it, and reading and writing in transactions."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.pool import NullPool, QueuePool

from dorpssteunpunt.services.faults import DiskFull, StoreDamaged, StoreExists, StoreMoved
from dorpssteunpunt.store.connecting import connect, require_suitable_engine
from dorpssteunpunt.store.durable import disk_faults, sync_folder
from dorpssteunpunt.store.sqlite_faults import database_faults, fault_of
from dorpssteunpunt.store.store_file import PAGE_BYTES, companions, inspect_file

_OWNER_ONLY = 0o600
_BEGIN = "store_begin"
_READ, _WRITE = "BEGIN", "BEGIN IMMEDIATE"


class StoreEngine:
    """An opened store. SQLite's circumstances arrive as those of `services.faults`.

    With ``alone`` each connection keeps all others out for as long as it is used: the way to
    read where no room is left for the index that connections share (decision 0022).
    """

    def __init__(self, path: Path, data_key: bytes, *, alone: bool = False) -> None:
        self.path = path
        self._data_key = data_key
        self._alone = alone
        self._identity = _identity(path)
        self.engine: Engine = create_engine(
            "sqlite+pysqlite://",
            module=sqlcipher3.dbapi2,
            creator=self.connection,
            poolclass=NullPool if alone else QueuePool,
            hide_parameters=True,
        )
        event.listen(self.engine, "begin", _begin)
        event.listen(self.engine, "handle_error", self._tell_fault)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection that sees one state of the store until the block ends."""
        with self.engine.connect() as connection, connection.begin() as transaction:
            yield connection
            transaction.rollback()

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give a connection on which what the block does is kept, or nothing of it.

        Raises `StoreMoved` when the file at the store's path is no longer the one that was
        opened: what is written to it then would be acknowledged and lost. Raises `StoreBusy`
        after 5 s, `DiskFull`, `StoreReadOnly` and `StoreDamaged` as it happens.
        """
        with self.engine.connect() as connection, self._transaction(connection):
            yield connection

    @contextmanager
    def rebuilding(self) -> Iterator[Connection]:
        """Do as `writing` does, with references unguarded until the block ends.

        Only for migrations: to change a table is to drop and refill it, and a guarded drop
        would delete whatever refers to it. The caller checks references before the end.
        """
        with self.engine.connect() as connection:
            driver: Any = connection.connection.driver_connection
            driver.execute("PRAGMA foreign_keys = OFF")
            try:
                with self._transaction(connection):
                    yield connection
            finally:
                driver.execute("PRAGMA foreign_keys = ON")

    def connection(self) -> Any:
        """Return a DB-API connection to the store beside those that are at work."""
        self._require_unmoved()
        return connect(self.path, self._data_key, alone=self._alone)

    def keyed(self, path: Path, mode: str = "rw") -> Any:
        """Return a DB-API connection with this store's key to another file, such as a backup."""
        return connect(path, self._data_key, mode)

    def close(self) -> None:
        """Close all connections; the last one moves the log into the store and removes it."""
        self.engine.dispose()

    @contextmanager
    def _transaction(self, connection: Connection) -> Iterator[None]:
        connection.execution_options(**{_BEGIN: _WRITE})
        with connection.begin():
            self._require_unmoved()
            yield
            self._require_unmoved()

    def _require_unmoved(self) -> None:
        if _identity(self.path) != self._identity:
            raise StoreMoved(self.path)

    def _tell_fault(self, context: ExceptionContext) -> None:
        fault = fault_of(context.original_exception, self.path)
        if fault is not None:
            raise fault from context.original_exception


def create_store(path: Path, data_key: bytes) -> None:
    """Make a new, empty, encrypted store that only its owner may read.

    Raises `StoreExists` when something is there, and the faults of the disk. Not a byte of it
    is ever plain text: the first page is written with the key.
    """
    require_suitable_engine()
    with disk_faults(path):
        try:
            path.touch(_OWNER_ONLY, exist_ok=False)
        except FileExistsError as error:
            raise StoreExists(path) from error
        try:
            with database_faults(path):
                connect(path, data_key).close()
            sync_folder(path.parent)
        except BaseException:
            path.unlink()
            raise


def open_engine(path: Path, data_key: bytes) -> StoreEngine:
    """Open the existing store at ``path`` with its 32-byte key, and read in it to be sure.

    Never makes a store, and opens one on a full disk as well. Raises the faults of
    `store_file.inspect_file`, `StoreDamaged` when the key does not fit or a piece is missing, and
    `UnsuitableEngine`.
    """
    require_suitable_engine()
    inspect_file(path)
    if path.stat().st_size % PAGE_BYTES and not any(left.exists() for left in companions(path)):
        raise StoreDamaged(path)
    try:
        return _read_in(StoreEngine(path, data_key))
    except DiskFull:
        return _read_in(StoreEngine(path, data_key, alone=True))


def _read_in(engine: StoreEngine) -> StoreEngine:
    try:
        with engine.reading() as connection:
            connection.exec_driver_sql("SELECT count(*) FROM sqlite_schema")
    except BaseException:
        engine.close()
        raise
    return engine


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get(_BEGIN, _READ))


def _identity(path: Path) -> tuple[int, int] | None:
    """Return what tells this file from another at the same path, or None without a file."""
    try:
        state = path.stat()
    except OSError:
        return None
    return state.st_dev, state.st_ino
