"""Putting a backup in the place of a store, and what is kept of the store that stood there."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from dorpssteunpunt.base.clock import FixedClock
from dorpssteunpunt.services.faults import (
    BackupDamaged,
    BackupOfAnother,
    KeysMissing,
    StoreMissing,
)
from dorpssteunpunt.store.backup import Backup, back_up
from dorpssteunpunt.store.engine import StoreEngine, open_engine
from dorpssteunpunt.store.key_file import keys_beside
from dorpssteunpunt.store.restore import opens, put_back, put_back_keys
from dorpssteunpunt.store.store_file import companions, log_of
from tests.stores import CHEAP, COORDINATOR, SUPPORTER, Computer, note, notes


@pytest.fixture
def backup(engine: StoreEngine, tmp_path: Path, clock: FixedClock) -> Backup:
    """A backup of before something was written; the store is closed since."""
    note(engine, "then")
    made = back_up(engine, tmp_path / "backups", clock.now() - timedelta(hours=1))
    note(engine, "since")
    engine.close()
    return made


def _notes(path: Path, data_key: bytes) -> list[str]:
    engine = open_engine(path, data_key)
    try:
        return notes(engine)
    finally:
        engine.close()


def test_the_backup_takes_the_place_and_the_old_store_is_kept_aside_with_its_keys(
    backup: Backup, path: Path, data_key: bytes, clock: FixedClock
) -> None:
    aside = put_back(backup.path, data_key, path, clock.now())
    assert _notes(path, data_key) == ["then"]
    assert aside is not None
    assert aside.name == "dörp-opzij-20261123-083000.store"
    assert keys_beside(aside).exists()
    assert _notes(aside, data_key) == ["then", "since"]
    assert _notes(backup.path, data_key) == ["then"]


def test_putting_back_twice_in_a_second_keeps_both_old_stores(
    backup: Backup, path: Path, data_key: bytes, clock: FixedClock
) -> None:
    asides = {put_back(backup.path, data_key, path, clock.now()) for _ in range(2)}
    assert len(asides) == 2


def test_the_log_of_the_old_store_does_not_spoil_the_one_put_back(
    engine: StoreEngine, path: Path, data_key: bytes, tmp_path: Path, clock: FixedClock
) -> None:
    """The program was killed, so what it wrote last stands in the log only."""
    note(engine, "then")
    backup = back_up(engine, tmp_path / "backups", clock.now())
    note(engine, "in the log only")
    crashed = tmp_path / "crashed" / path.name
    shutil.copytree(path.parent, crashed.parent)
    assert log_of(crashed).stat().st_size > 0
    aside = put_back(backup.path, data_key, crashed, clock.now())
    assert _notes(crashed, data_key) == ["then"]
    assert aside is not None
    assert _notes(aside, data_key) == ["then", "in the log only"]


def test_a_damaged_store_is_kept_as_it_is_with_its_log(
    backup: Backup, path: Path, data_key: bytes, clock: FixedClock
) -> None:
    damaged = path.read_bytes()[:4096] + bytes(4096)
    path.write_bytes(damaged)
    log_of(path).write_bytes(b"what was left of a log")
    aside = put_back(backup.path, data_key, path, clock.now())
    assert _notes(path, data_key) == ["then"]
    assert aside is not None
    assert aside.read_bytes() == damaged


def test_on_an_empty_computer_the_store_appears_with_its_keys(
    backup: Backup, tmp_path: Path, data_key: bytes, clock: FixedClock
) -> None:
    place = tmp_path / "new" / "linde.store"
    place.parent.mkdir()
    assert put_back(backup.path, data_key, place, clock.now()) is None
    assert _notes(place, data_key) == ["then"]
    assert keys_beside(place).read_bytes() == keys_beside(backup.path).read_bytes()
    assert sorted(file.name for file in place.parent.iterdir()) == [
        place.name,
        keys_beside(place).name,
    ]


def _flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[-200] ^= 1
    path.write_bytes(content)


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:6000])


@pytest.mark.parametrize("harm", [_flip, _cut])
def test_a_backup_that_is_not_whole_changes_nothing(
    harm: object, backup: Backup, path: Path, data_key: bytes, clock: FixedClock
) -> None:
    assert callable(harm)
    harm(backup.path)
    before = {file: file.read_bytes() for file in path.parent.iterdir()}
    with pytest.raises(BackupDamaged) as told:
        put_back(backup.path, data_key, path, clock.now())
    assert told.value.path == backup.path
    assert {file: file.read_bytes() for file in path.parent.iterdir()} == before


def test_a_backup_of_another_support_point_is_refused(
    backup: Backup,
    path: Path,
    data_key: bytes,
    clock: FixedClock,
    other_computer: Computer,
    tmp_path: Path,
) -> None:
    other = tmp_path / "other.store"
    other_computer.keys(other).issue(COORDINATOR, SUPPORTER, CHEAP)
    shutil.copy(keys_beside(other), keys_beside(backup.path))
    with pytest.raises(BackupOfAnother):
        put_back(backup.path, data_key, path, clock.now())
    assert _notes(path, data_key) == ["then", "since"]


@pytest.mark.parametrize("keys_too", [True, False])
def test_a_backup_that_went_away_is_named(
    keys_too: bool, backup: Backup, path: Path, data_key: bytes, clock: FixedClock
) -> None:
    (backup.path if keys_too else keys_beside(backup.path)).unlink()
    with pytest.raises(StoreMissing if keys_too else KeysMissing):
        put_back(backup.path, data_key, path, clock.now())
    assert _notes(path, data_key) == ["then", "since"]


def test_what_a_killed_program_left_behind_is_cleared_away(
    backup: Backup, path: Path, data_key: bytes, clock: FixedClock
) -> None:
    left = path.with_name(f".{path.name}.0123abcd.new")
    left.write_bytes(b"half a copy")
    companions(left)[0].write_bytes(b"and its log")
    put_back(backup.path, data_key, path, clock.now())
    assert [file for file in path.parent.iterdir() if ".new" in file.name] == []


@pytest.mark.parametrize("harm", [Path.unlink, lambda keys: keys.write_bytes(b"damaged")])
def test_missing_or_damaged_keys_come_back_and_nothing_is_lost(
    harm: object, backup: Backup, path: Path, data_key: bytes
) -> None:
    assert callable(harm)
    harm(keys_beside(path))
    assert opens(path, data_key)
    put_back_keys(backup.path, data_key, path)
    assert keys_beside(path).read_bytes() == keys_beside(backup.path).read_bytes()
    assert _notes(path, data_key) == ["then", "since"]


def test_keys_do_not_go_beside_a_store_that_they_do_not_open(
    backup: Backup, path: Path, data_key: bytes
) -> None:
    keys_beside(path).unlink()
    with pytest.raises(BackupOfAnother):
        put_back_keys(backup.path, bytes(32), path)
    assert not keys_beside(path).exists()
