"""Putting a backup in the place of a store: whole or not at all, and the old store kept aside.

The steps are in such an order that a program that is killed between two of them leaves a store
that opens: a copy of the old one first, then its log away, then the keys (those of one store open
it at any time), and last the store itself, in one step.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from dorpssteunpunt.base.errors import Circumstance
from dorpssteunpunt.services.faults import (
    BackupDamaged,
    BackupFailed,
    BackupOfAnother,
    KeysDamaged,
    KeysMissing,
    StoreDamaged,
    StoreMissing,
)
from dorpssteunpunt.store.backup import remove_drafts, verified_draft
from dorpssteunpunt.store.connecting import connect
from dorpssteunpunt.store.durable import (
    disk_faults,
    draft_beside,
    sync_file,
    sync_folder,
    write_durably,
)
from dorpssteunpunt.store.engine import open_engine
from dorpssteunpunt.store.key_file import KeyFile, keys_beside
from dorpssteunpunt.store.sqlite_faults import database_faults
from dorpssteunpunt.store.store_file import companions

_ASIDE = "opzij"
"""Dutch, since people read it among their files: set aside."""
_STAMP = "%Y%m%d-%H%M%S"


def put_back(backup: Path, data_key: bytes, store: Path, moment: datetime) -> Path | None:
    """Put a copy of ``backup`` with its keys at ``store``; return where the old store is now.

    Nobody may have the store open. Raises `BackupDamaged` when the backup is not whole,
    `BackupOfAnother` when the store at the place is somebody else's, `StoreMissing`,
    `KeysMissing` and `KeysDamaged` of the backup, and the faults of the disk; the store is then
    as it was.
    """
    keys = _belonging_keys(backup, store)
    remove_drafts(store)
    draft = draft_beside(store)
    try:
        with _damage_of(backup), disk_faults(store), database_faults(store):
            verified_draft(backup, draft, lambda path, mode: connect(path, data_key, mode))
        _empty_log(store, data_key)
        aside = set_aside(store, moment)
        with disk_faults(store):
            for log in companions(store):
                log.unlink(missing_ok=True)
            write_durably(keys_beside(store), keys)
            draft.replace(store)
            sync_folder(store.parent)
    finally:
        for left in (draft, *companions(draft)):
            left.unlink(missing_ok=True)
    return aside


def put_back_keys(backup: Path, data_key: bytes, store: Path) -> None:
    """Put the keys of a backup beside a store that is whole; nothing of the store changes.

    Raises `BackupOfAnother` unless the store opens with the key of the backup.
    """
    keys = _belonging_keys(backup, store)
    if not opens(store, data_key):
        raise BackupOfAnother(backup)
    write_durably(keys_beside(store), keys)


def opens(store: Path, data_key: bytes) -> bool:
    """Say whether the store itself is there and opens with this key, whatever its key file is."""
    try:
        open_engine(store, data_key).close()
    except Circumstance:
        return False
    return True


def set_aside(store: Path, moment: datetime) -> Path | None:
    """Keep the store, its log and its keys as they are under another name, and return it.

    The store stays at its place meanwhile. Returns None when there is none.
    """
    if not store.is_file():
        return None
    stamp = moment.astimezone(UTC).strftime(_STAMP)
    aside = _free_name(store.with_name(f"{store.stem}-{_ASIDE}-{stamp}{store.suffix}"))
    ends = [store, *(log for log in companions(store) if not log.name.endswith("-shm"))]
    pairs = [(each, aside.with_name(aside.name + each.name[len(store.name) :])) for each in ends]
    with disk_faults(store):
        for each, name in [*pairs, (keys_beside(store), keys_beside(aside))]:
            if each.exists():
                _twin(each, name)
        sync_folder(store.parent)
    return aside


def _belonging_keys(backup: Path, store: Path) -> bytes:
    """Return the key file of a backup; raises `BackupOfAnother` for one of another store."""
    if not backup.is_file():
        raise StoreMissing(backup)
    theirs = KeyFile.read(keys_beside(backup))
    with suppress(KeysMissing, KeysDamaged):
        if store.is_file() and KeyFile.read(keys_beside(store)).store_id != theirs.store_id:
            raise BackupOfAnother(backup)
    return keys_beside(backup).read_bytes()


@contextmanager
def _damage_of(backup: Path) -> Iterator[None]:
    """Tell what does not read as the damage of the backup, whatever file it was met in."""
    try:
        yield
    except (BackupFailed, StoreDamaged) as fault:
        raise BackupDamaged(backup) from fault


def _empty_log(store: Path, data_key: bytes) -> None:
    """Move the log of the old store into it where that can be done; a damaged one stays so."""
    with suppress(Exception), closing(connect(store, data_key)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _twin(file: Path, name: Path) -> None:
    """Give a file a second name, or a copy where the disk knows no second names."""
    try:
        os.link(file, name)
    except OSError:
        shutil.copy2(file, name)
        sync_file(name)


def _free_name(path: Path) -> Path:
    names = (path, *(path.with_stem(f"{path.stem}-{number}") for number in range(2, 100)))
    return next(name for name in names if not name.exists())
