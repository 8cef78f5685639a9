"""One connection to an encrypted file: keyed, checked and set up the same way each time."""

from pathlib import Path
from random import uniform
from time import sleep
from typing import Any, Final

from dorpssteunpunt.base.steady import steady_seconds
from dorpssteunpunt.services.faults import UnsuitableEngine
from dorpssteunpunt.store.stretching import KEY_BYTES

OLDEST_ENGINE: Final = (3, 51, 3)
"""SQLite 3.7.0 to 3.51.2 can corrupt a store in WAL mode."""
_BUSY_SECONDS = 5.0
_APART: Final = (0.001, 0.02)  # seconds before another try, so that two do not meet again
_SETTINGS: Final = (
    "PRAGMA synchronous = FULL",  # NORMAL loses acknowledged rows when the power fails
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA temp_store = MEMORY",  # a temporary file would not be encrypted
)


def require_suitable_engine() -> None:
    """Raise `UnsuitableEngine` when the bundled SQLite is one that can corrupt a store."""
    from sqlcipher3 import dbapi2

    if dbapi2.sqlite_version_info < OLDEST_ENGINE:
        raise UnsuitableEngine(f"SQLite {dbapi2.sqlite_version}")


def connect(path: Path, data_key: bytes, mode: str = "rw", *, alone: bool = False) -> Any:
    """Return a DB-API connection to the existing file at ``path``, in WAL mode.

    ``mode`` "ro" reads only and changes nothing, WAL mode included. A connection that is
    ``alone`` keeps every other one out and needs no file beside the store until it writes.
    Whether the key fits shows at the first read. Raises ``ValueError`` for a key of another
    length (the library would take it for a passphrase), `UnsuitableEngine`, and the DB-API's own
    errors.
    """
    from sqlcipher3 import dbapi2

    if len(data_key) != KEY_BYTES:
        raise ValueError(f"a data key has {KEY_BYTES} bytes")
    if not alone:
        return _connection(path, data_key, mode)
    until = steady_seconds() + _BUSY_SECONDS
    while True:
        try:
            return _connection(path, data_key, mode, alone=True)
        except dbapi2.OperationalError as error:
            if error.sqlite_errorcode != dbapi2.SQLITE_BUSY or steady_seconds() >= until:
                raise
        sleep(uniform(*_APART))


def _connection(path: Path, data_key: bytes, mode: str, *, alone: bool = False) -> Any:
    """Return a connection; one that is alone does not wait at the door (decision 0022)."""
    from sqlcipher3 import dbapi2

    connection = dbapi2.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        timeout=0 if alone else _BUSY_SECONDS,
        isolation_level=None,  # transactions begin where the program says so
        check_same_thread=False,  # the pool gives a connection to one thread at a time
    )
    try:
        _set_up(connection, data_key, mode, alone)
    except BaseException:
        connection.close()
        raise
    return connection


def _set_up(connection: Any, data_key: bytes, mode: str, alone: bool) -> None:
    connection.execute("PRAGMA cipher_log_level = NONE")  # it would write to standard error
    connection.execute(f"PRAGMA key = \"x'{data_key.hex()}'\"")
    if connection.execute("PRAGMA cipher_version").fetchone() is None:
        raise UnsuitableEngine("no encryption")  # a plain library writes plain text silently
    if alone:  # before the first look at the store, the index of its log then stays in memory
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    if mode == "rw":
        connection.execute("PRAGMA journal_mode = WAL")
    for setting in _SETTINGS:
        connection.execute(setting)
