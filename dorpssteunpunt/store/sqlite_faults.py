"""What the error codes of SQLite mean for the person at the desk; decided here and only here."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from dorpssteunpunt.services.faults import (
    DiskFull,
    FolderReadOnly,
    StoreBusy,
    StoreDamaged,
    StoreFault,
    StoreMissing,
    StoreReadOnly,
    StoreUnreadable,
)
from dorpssteunpunt.store.durable import has_room

# https://sqlite.org/rescode.html; the driver gives the primary codes only.
_BUSY, _LOCKED, _READONLY, _IOERR, _CORRUPT = 5, 6, 8, 10, 11
_FULL, _CANTOPEN, _PROTOCOL, _NOTADB = 13, 14, 15, 26
DAMAGE_CODES: Final = frozenset({_CORRUPT, _NOTADB})
_KINDS: Final[dict[int, type[StoreFault]]] = {
    _BUSY: StoreBusy,
    _LOCKED: StoreBusy,
    _PROTOCOL: StoreBusy,
    _CORRUPT: StoreDamaged,
    _NOTADB: StoreDamaged,
    _FULL: DiskFull,
}


def fault_of(error: BaseException | None, path: Path) -> StoreFault | None:
    """Return the circumstance that a database error on the store at ``path`` stands for.

    None for what is no circumstance: a broken constraint, or a bug.
    """
    code = getattr(error, "sqlite_errorcode", None)
    if not isinstance(code, int):
        return None
    if code == _CANTOPEN and not path.exists():
        return StoreMissing(path)
    if code in (_IOERR, _CANTOPEN):  # a full disk or quota is told so, and a disk that fails too
        return (StoreUnreadable if has_room(path.parent) else DiskFull)(path)
    if code == _READONLY:
        return (StoreReadOnly if os.access(path.parent, os.W_OK) else FolderReadOnly)(path)
    return _KINDS[code](path) if code in _KINDS else None


@contextmanager
def database_faults(path: Path) -> Iterator[None]:
    """Raise the circumstances of a bare DB-API connection to ``path`` as `fault_of` names them."""
    try:
        yield
    except Exception as error:
        fault = fault_of(error, path)
        if fault is None:
            raise
        raise fault from error
