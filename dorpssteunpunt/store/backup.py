"""Backups: made from one state of the store, read back and counted before they are called good."""

from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from dorpssteunpunt.base.clock import ZONE
from dorpssteunpunt.services.faults import BackupFailed, KeysMissing
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

_ENDING = ".store"
_STAMP = "%Y%m%dT%H%M%SZ"
_ALL_OF = timedelta(days=2)
_DAILY, _WEEKLY, _MONTHLY = 12, 10, 9
_OWNER_ONLY = 0o600


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
    stamp = moment.astimezone(UTC).strftime(_STAMP)
    path = folder / f"{engine.path.stem}-{stamp}{_ENDING}"
    keys = _keys_of(engine.path)
    draft = draft_beside(path)
    try:
        with disk_faults(path), database_faults(path):
            folder.mkdir(parents=True, exist_ok=True)
            counts = _copy(engine, draft)
            if not _is_good(engine, draft, counts):
                raise BackupFailed(engine.path)
            sync_file(draft)
            write_durably(keys_beside(path), keys)
            draft.replace(path)
            sync_folder(folder)
    finally:
        for left in (draft, *companions(draft)):
            left.unlink(missing_ok=True)
    return Backup(path, moment, counts)


def newest(folder: Path) -> datetime | None:
    """Return of which moment the newest backup in ``folder`` is, if there is one."""
    made = map(_moment_of, folder.glob(f"*-*{_ENDING}"))
    return max((moment for moment in made if moment is not None), default=None)


def thin(folder: Path, moment: datetime) -> None:
    """Remove the backups in ``folder`` that `worth_keeping` leaves out, with their keys."""
    stamped = {path: _moment_of(path) for path in folder.glob(f"*-*{_ENDING}")}
    backups = {path: made for path, made in stamped.items() if made is not None}
    kept = worth_keeping(backups.values(), moment)
    with disk_faults(folder):
        for path, made in backups.items():
            if made not in kept:
                path.unlink()
                keys_beside(path).unlink(missing_ok=True)


def worth_keeping(made: Iterable[datetime], now: datetime) -> set[datetime]:
    """Return which of these moments to keep a backup of.

    All of the last two days and of the future (a clock may have jumped), and the last one of
    each of the newest 12 days, 10 weeks and 9 months that have any.
    """
    moments = sorted(made, reverse=True)
    kept = {moment for moment in moments if moment > now - _ALL_OF}
    for period, number in (("%Y-%m-%d", _DAILY), ("%G-%V", _WEEKLY), ("%Y-%m", _MONTHLY)):
        last_of: dict[str, datetime] = {}
        for moment in moments:
            last_of.setdefault(moment.astimezone(ZONE).strftime(period), moment)
        kept.update(list(last_of.values())[:number])
    return kept


def _keys_of(store: Path) -> bytes:
    try:
        return keys_beside(store).read_bytes()
    except FileNotFoundError as error:
        raise KeysMissing(keys_beside(store)) from error


def _copy(engine: StoreEngine, draft: Path) -> dict[str, int]:
    """Copy one state of the store and return how many rows that state has."""
    draft.touch(_OWNER_ONLY, exist_ok=False)
    with closing(engine.keyed(engine.path)) as source, closing(engine.keyed(draft)) as target:
        source.execute("BEGIN")
        counts = counts_by_table(source.execute)
        source.backup(target)
        target.execute("PRAGMA journal_mode = DELETE")  # so that the one file is all of it
        return counts


def _is_good(engine: StoreEngine, draft: Path, counts: Mapping[str, int]) -> bool:
    with closing(engine.keyed(draft, "ro")) as copy:
        return not findings(copy.execute) and counts_by_table(copy.execute) == counts


def _moment_of(path: Path) -> datetime | None:
    try:
        return datetime.strptime(path.stem.rpartition("-")[2], _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None
