"""Backups: made from one state of the store, read back and counted before they are called good."""

from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from dorpssteunpunt.domain.safekeeping import worth_keeping
from dorpssteunpunt.services.faults import BackupFailed, KeysMissing
from dorpssteunpunt.store.backup_files import backups_in, family, name_of_backup
from dorpssteunpunt.store.durable import (
    disk_faults,
    draft_beside,
    sync_file,
    sync_folder,
    write_durably,
)
from dorpssteunpunt.store.engine import StoreEngine
from dorpssteunpunt.store.integrity import counts_by_table, findings
from dorpssteunpunt.store.key_file import keys_beside
from dorpssteunpunt.store.sqlite_faults import database_faults
from dorpssteunpunt.store.store_file import companions

_OWNER_ONLY = 0o600

Keyed = Callable[[Path, str], Any]
"""How a file of this store is opened with its key, for "rw" or "ro"."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A good backup: where it stands, of which moment it is, and the rows in it by table."""

    path: Path
    moment: datetime
    counts: Mapping[str, int]


def back_up(engine: StoreEngine, folder: Path, moment: datetime) -> Backup:
    """Put a copy of the store and of its keys in ``folder``, named for ``moment``.

    The copy is encrypted with the same key and complete in one file. Raises `BackupFailed`
    when it does not equal the store, `KeysMissing`, and the faults of store and disk; nothing
    new then stands in the folder.
    """
    path = folder / name_of_backup(engine.path, moment)
    with disk_faults(path):
        folder.mkdir(parents=True, exist_ok=True)
    return Backup(path, moment, copy_whole(engine.path, path, engine.keyed))


def copy_whole(source: Path, path: Path, keyed: Keyed) -> dict[str, int]:
    """Put one state of a store, and its keys, at ``path``; return how many rows it has.

    What stood there before is replaced when the copy was read back and is equal, in one step.
    Raises as `back_up` does.
    """
    keys = _keys_of(source)
    remove_drafts(path)
    draft = draft_beside(path)
    try:
        with disk_faults(path), database_faults(path):
            counts = verified_draft(source, draft, keyed)
            write_durably(keys_beside(path), keys)
            draft.replace(path)
            sync_folder(path.parent)
    finally:
        _remove(draft)
    return counts


def verified_draft(source: Path, draft: Path, keyed: Keyed) -> dict[str, int]:
    """Make a copy of ``source`` that was read back and counted, and is on the disk itself.

    Raises `BackupFailed` when it is not whole or not equal.
    """
    draft.touch(_OWNER_ONLY, exist_ok=False)
    counts = _copy(source, draft, keyed)
    with closing(keyed(draft, "ro")) as copy:
        good = not findings(copy.execute) and counts_by_table(copy.execute) == counts
    if not good:
        raise BackupFailed(source)
    sync_file(draft)
    return counts


def remove_drafts(path: Path) -> None:
    """Remove what a program that was killed left behind of a copy to ``path``'s folder."""
    for left in path.parent.glob(f".{family(path)}*.new*"):
        left.unlink(missing_ok=True)


def thin(folder: Path, moment: datetime) -> None:
    """Remove the backups in ``folder`` that `worth_keeping` leaves out, with their keys."""
    backups = backups_in(folder)
    kept = worth_keeping((made for made, _path in backups), moment)
    with disk_faults(folder):
        for made, path in backups:
            if made not in kept:
                path.unlink()
                keys_beside(path).unlink(missing_ok=True)


def _keys_of(store: Path) -> bytes:
    try:
        return keys_beside(store).read_bytes()
    except FileNotFoundError as error:
        raise KeysMissing(keys_beside(store)) from error


def _copy(source: Path, draft: Path, keyed: Keyed) -> dict[str, int]:
    """Copy one state of the store and return how many rows that state has."""
    with closing(keyed(source, "ro")) as store, closing(keyed(draft, "rw")) as target:
        store.execute("BEGIN")
        counts = counts_by_table(store.execute)
        store.backup(target)
        target.execute("PRAGMA journal_mode = DELETE")  # so that the one file is all of it
        return counts


def _remove(draft: Path) -> None:
    for left in (draft, *companions(draft)):
        left.unlink(missing_ok=True)
