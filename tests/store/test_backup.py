"""Backups: equal to the store, complete with their keys, and thinned as promised."""

import sqlite3
import stat
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from dorpssteunpunt.base.clock import ZONE, FixedClock
from dorpssteunpunt.services.faults import BackupFailed, DiskFull, KeysMissing
from dorpssteunpunt.store import backup as backups_of
from dorpssteunpunt.store.backup import Keyed, back_up, thin
from dorpssteunpunt.store.backup_files import newest
from dorpssteunpunt.store.engine import StoreEngine, open_engine
from dorpssteunpunt.store.integrity import Run, counts_by_table
from dorpssteunpunt.store.key_file import keys_beside
from dorpssteunpunt.store.keys import IssuedKeys
from tests.stores import Computer, note, notes, posix_only

NOW = datetime(2026, 11, 23, 17, 0, tzinfo=ZONE)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "usb stick" / "backups"


def test_a_backup_holds_what_the_store_held_and_says_how_much(
    engine: StoreEngine, folder: Path, data_key: bytes, clock: FixedClock
) -> None:
    note(engine, "before")
    made = back_up(engine, folder, clock.now())
    note(engine, "after")
    assert made.counts == {"note": 1}
    assert made.moment == clock.now() == newest(folder)
    copy = open_engine(made.path, data_key)
    assert notes(copy) == ["before"]
    copy.close()


def test_a_backup_and_the_paper_are_enough_on_a_new_computer(
    engine: StoreEngine,
    issued: IssuedKeys,
    folder: Path,
    clock: FixedClock,
    other_computer: Computer,
) -> None:
    note(engine, "kept")
    made = back_up(engine, folder, clock.now())
    engine.close()
    for file in engine.path.parent.iterdir():
        file.unlink()
    unlocked = other_computer.keys(made.path).open_with_recovery_code(issued.recovery_code)
    again = open_engine(made.path, unlocked.data_key)
    assert notes(again) == ["kept"]
    again.close()


def test_a_backup_is_one_file_and_its_keys_and_shows_nothing(
    engine: StoreEngine, folder: Path, clock: FixedClock
) -> None:
    note(engine, "Geheimschrijver")
    made = back_up(engine, folder, clock.now())
    assert sorted(folder.iterdir()) == [made.path, keys_beside(made.path)]
    assert keys_beside(made.path).read_bytes() == keys_beside(engine.path).read_bytes()
    content = made.path.read_bytes()
    assert b"Geheim" not in content
    assert b"SQLite format" not in content


@posix_only
def test_a_backup_is_for_its_owner_only(
    engine: StoreEngine, folder: Path, clock: FixedClock
) -> None:
    back_up(engine, folder, clock.now())
    assert {stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()} == {0o600}


def test_people_can_go_on_writing_during_a_backup(
    engine: StoreEngine, folder: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted = counts_by_table

    def count_while_somebody_writes(run: Run) -> dict[str, int]:
        counts = counted(run)
        note(engine, "meanwhile")
        return counts

    note(engine, "before")
    monkeypatch.setattr(backups_of, "counts_by_table", count_while_somebody_writes)
    assert back_up(engine, folder, clock.now()).counts == {"note": 1}


def test_a_copy_that_is_not_equal_is_not_called_a_backup(
    engine: StoreEngine, folder: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied = backups_of._copy

    def lose_a_row(source: Path, draft: Path, keyed: Keyed) -> dict[str, int]:
        counts = copied(source, draft, keyed)
        return counts | {"note": counts["note"] + 1}

    monkeypatch.setattr(backups_of, "_copy", lose_a_row)
    with pytest.raises(BackupFailed):
        back_up(engine, folder, clock.now())
    assert list(folder.iterdir()) == []


def test_a_copy_with_a_flipped_bit_is_not_called_a_backup(
    engine: StoreEngine, folder: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied = backups_of._copy

    def flip_a_bit(source: Path, draft: Path, keyed: Keyed) -> dict[str, int]:
        counts = copied(source, draft, keyed)
        content = bytearray(draft.read_bytes())
        content[-200] ^= 1
        draft.write_bytes(content)
        return counts

    monkeypatch.setattr(backups_of, "_copy", flip_a_bit)
    with pytest.raises(BackupFailed):
        back_up(engine, folder, clock.now())
    assert list(folder.iterdir()) == []


def test_without_keys_there_is_no_backup(
    engine: StoreEngine, folder: Path, clock: FixedClock
) -> None:
    keys_beside(engine.path).unlink()
    with pytest.raises(KeysMissing):
        back_up(engine, folder, clock.now())


def test_a_disk_that_fills_up_leaves_the_older_backups_and_no_new_one(
    engine: StoreEngine, folder: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    back_up(engine, folder, clock.now() - timedelta(hours=1))
    before = sorted(folder.iterdir())

    class Full(sqlite3.OperationalError):
        sqlite_errorcode = 13

    def no_room(*_facts: object) -> dict[str, int]:
        raise Full

    monkeypatch.setattr(backups_of, "_copy", no_room)
    with pytest.raises(DiskFull) as told:
        back_up(engine, folder, clock.now())
    assert told.value.path.parent == folder
    assert sorted(folder.iterdir()) == before


# ---------------------------------------------------------------- which to keep


def test_thinning_takes_the_keys_along_and_leaves_other_files(
    engine: StoreEngine, folder: Path, clock: FixedClock
) -> None:
    old = [back_up(engine, folder, NOW - timedelta(days=9, minutes=minute)) for minute in (0, 5)]
    letter = folder / "letter-to-mieke.store"
    letter.write_text("dear Mieke")
    thin(folder, NOW)
    assert sorted(folder.iterdir()) == sorted([old[0].path, keys_beside(old[0].path), letter])
