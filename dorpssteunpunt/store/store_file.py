"""The file of a store as the disk has it: looked at before a key is asked, and founded anew."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dorpssteunpunt.services.faults import (
    FolderMissing,
    FolderReadOnly,
    KeysMissing,
    NotAStore,
    StoreEmpty,
    StoreExists,
    StoreMissing,
    StoreNotEncrypted,
    StoreReadOnly,
    StoreUnreadable,
)
from dorpssteunpunt.store.durable import disk_faults, draft_beside, sync_folder
from dorpssteunpunt.store.key_file import keys_beside

PAGE_BYTES = 4096
_PLAIN = b"SQLite format 3\0"
_COMPANIONS = ("-wal", "-shm", "-journal")


def inspect_store(path: Path) -> None:
    """Look whether a store with its keys stands at ``path``, as far as that shows without a key.

    Raises `FolderMissing`, `StoreMissing`, `NotAStore`, `StoreUnreadable`, `StoreEmpty`,
    `StoreNotEncrypted`, `FolderReadOnly`, `StoreReadOnly` and `KeysMissing`. Changes nothing.
    """
    inspect_file(path)
    if not keys_beside(path).exists():
        raise KeysMissing(keys_beside(path))


def inspect_file(path: Path) -> None:
    """Do as `inspect_store` does, without asking for the keys."""
    if not path.parent.is_dir():
        raise FolderMissing(path)
    if not path.exists():
        raise StoreMissing(path)
    if not path.is_file():
        raise NotAStore(path)
    _check_content(path)
    if not os.access(path.parent, os.W_OK):
        raise FolderReadOnly(path)
    if not os.access(path, os.W_OK):
        raise StoreReadOnly(path)


def _check_content(path: Path) -> None:
    try:
        with path.open("rb") as file:
            start = file.read(PAGE_BYTES)
    except OSError as error:
        raise StoreUnreadable(path) from error
    if not start:
        raise StoreEmpty(path)
    if start.startswith(_PLAIN):
        raise StoreNotEncrypted(path)
    if len(start) < PAGE_BYTES:
        raise NotAStore(path)


@contextmanager
def founding(path: Path) -> Iterator[Path]:
    """Give a place to make a new store and its keys, which then move to ``path`` together.

    The keys move first, so that a store at its own name always has them; an error leaves
    nothing behind. Close the store inside. Raises `StoreExists` when a store or its keys are
    at ``path`` already, `FolderMissing`, and the faults of the disk.
    """
    if not path.parent.is_dir():
        raise FolderMissing(path)
    _refuse_existing(path)
    site = draft_beside(path)
    try:
        yield site
        _refuse_existing(path)
        with disk_faults(path):
            keys_beside(site).replace(keys_beside(path))
            site.replace(path)
            sync_folder(path.parent)
    finally:
        for left in (site, keys_beside(site), *companions(site)):
            left.unlink(missing_ok=True)


def companions(path: Path) -> list[Path]:
    """Return the files that the engine keeps beside an open store."""
    return [path.with_name(path.name + ending) for ending in _COMPANIONS]


def log_of(path: Path) -> Path:
    """Return the file with what was written and is not in the store itself yet."""
    return companions(path)[0]


def _refuse_existing(path: Path) -> None:
    """Raise `StoreExists`; an old -wal alone counts too, for it would spoil a new store."""
    if any(map(os.path.lexists, (path, keys_beside(path), *companions(path)))):
        raise StoreExists(path)
