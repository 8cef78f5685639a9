"""Everything that can be the matter with a store: its own circumstance, and nothing lost."""

import os
import random
import shutil
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from dorpssteunpunt.base.clock import FixedClock
from dorpssteunpunt.services.faults import (
    DiskFull,
    FolderMissing,
    FolderReadOnly,
    KeysMissing,
    NotAStore,
    StoreBusy,
    StoreDamaged,
    StoreEmpty,
    StoreFault,
    StoreMissing,
    StoreMoved,
    StoreNotEncrypted,
    StoreReadOnly,
    StoreUnreadable,
)
from dorpssteunpunt.store.backup import back_up
from dorpssteunpunt.store.engine import StoreEngine, open_engine
from dorpssteunpunt.store.integrity import check_integrity
from dorpssteunpunt.store.key_file import keys_beside
from dorpssteunpunt.store.sqlite_faults import fault_of
from dorpssteunpunt.store.store_file import PAGE_BYTES, companions, inspect_store
from tests.stores import (
    NOBODY,
    as_an_ordinary_user,
    note,
    notes,
    posix_only,
    room_for,
    write,
)


def _filled(engine: StoreEngine) -> bytes:
    """Fill the store with some pages, close it and return its content."""
    for number in range(12):
        note(engine, f"{number} " * 1000)
    engine.close()
    assert not any(left.exists() for left in companions(engine.path))
    return engine.path.read_bytes()


# ---------------------------------------------------------------- what stands there is no store


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", StoreEmpty),
        (b"SQLite format 3\0" + bytes(8000), StoreNotEncrypted),
        (b"%PDF-1.7", NotAStore),
        (bytes(4095), NotAStore),
        (random.Random(2).randbytes(8192), StoreDamaged),
    ],
)
def test_a_file_that_is_no_store_is_refused_and_kept(
    content: bytes, fault: type[StoreFault], path: Path, data_key: bytes
) -> None:
    path.write_bytes(content)
    with pytest.raises(fault) as told:
        open_engine(path, data_key)
    assert told.value.path == path
    assert path.read_bytes() == content


def test_a_folder_is_no_store(path: Path, data_key: bytes) -> None:
    path.mkdir()
    with pytest.raises(NotAStore):
        open_engine(path, data_key)


def test_before_a_key_is_asked_all_of_this_is_seen_too(engine: StoreEngine) -> None:
    inspect_store(engine.path)
    keys_beside(engine.path).unlink()
    with pytest.raises(KeysMissing):
        inspect_store(engine.path)
    engine.path.rename(engine.path.with_suffix(".old"))
    with pytest.raises(StoreMissing):
        inspect_store(engine.path)
    with pytest.raises(FolderMissing):
        inspect_store(engine.path.parent / "nowhere" / "a.store")


# ---------------------------------------------------------------- damage


def test_a_store_cut_at_or_near_any_page_is_told_and_not_replaced(
    engine: StoreEngine, data_key: bytes
) -> None:
    whole = _filled(engine)
    cuts = (
        boundary + off
        for boundary in range(0, len(whole) + 1, PAGE_BYTES)
        for off in (-1, 0, 1)
        if 0 <= boundary + off < len(whole)
    )
    for cut in cuts:
        engine.path.write_bytes(whole[:cut])
        with pytest.raises((StoreEmpty, NotAStore, StoreDamaged)):
            open_engine(engine.path, data_key)
        assert engine.path.stat().st_size == cut


def test_every_flipped_bit_is_found(engine: StoreEngine, data_key: bytes) -> None:
    whole = _filled(engine)
    chance = random.Random(500)
    for _ in range(100):
        at, bit = chance.randrange(len(whole)), 1 << chance.randrange(8)
        engine.path.write_bytes(whole[:at] + bytes([whole[at] ^ bit]) + whole[at + 1 :])
        try:
            damaged = open_engine(engine.path, data_key)
        except StoreDamaged:
            continue
        assert check_integrity(damaged) != ()
        damaged.close()


def test_a_page_from_another_time_is_found(engine: StoreEngine, data_key: bytes) -> None:
    """Its seal is right, so only the structure shows it."""
    old = _filled(engine)
    again = open_engine(engine.path, data_key)
    write(again, "DELETE FROM note WHERE id < 12")
    write(again, "CREATE INDEX by_said ON note (said)")
    new = _filled(again)
    last = len(old) - PAGE_BYTES
    engine.path.write_bytes(new[:last] + old[last:] + new[len(old) :])
    mixed = open_engine(engine.path, data_key)
    assert check_integrity(mixed) != ()
    mixed.close()


def test_damage_met_while_reading_is_told(engine: StoreEngine, data_key: bytes) -> None:
    whole = bytearray(_filled(engine))
    whole[-100] ^= 1
    engine.path.write_bytes(whole)
    damaged = open_engine(engine.path, data_key)
    with pytest.raises(StoreDamaged):
        notes(damaged)
    damaged.close()


def test_a_healthy_store_has_no_findings_while_it_is_in_use(engine: StoreEngine) -> None:
    note(engine, "in the log only")
    assert check_integrity(engine) == ()


def test_a_reference_to_nothing_is_found(engine: StoreEngine) -> None:
    write(engine, "CREATE TABLE reply (note_id INTEGER REFERENCES note (id))")
    with engine.rebuilding() as connection:
        connection.exec_driver_sql("INSERT INTO reply VALUES (99)")
    assert check_integrity(engine) == ("reply refers to no note",)


# ---------------------------------------------------------------- logs left behind


def test_what_was_acknowledged_before_a_crash_is_there_after_it(
    engine: StoreEngine, data_key: bytes, tmp_path: Path
) -> None:
    note(engine, "just before the power failed")
    after = tmp_path / "after"
    shutil.copytree(engine.path.parent, after)
    assert companions(after / engine.path.name)[0].stat().st_size > 0
    again = open_engine(after / engine.path.name, data_key)
    assert notes(again) == ["just before the power failed"]
    again.close()


def test_a_log_of_another_store_is_told_and_not_believed(
    engine: StoreEngine, data_key: bytes, tmp_path: Path, clock: FixedClock
) -> None:
    """As when a backup is copied over a store by hand."""
    note(engine, "old")
    backup = back_up(engine, tmp_path / "backups", clock.now())
    note(engine, "newer")
    crashed = tmp_path / "crashed"
    shutil.copytree(engine.path.parent, crashed)
    shutil.copy(backup.path, crashed / engine.path.name)
    with pytest.raises(StoreDamaged):
        open_engine(crashed / engine.path.name, data_key)


# ---------------------------------------------------------------- a full disk


@contextmanager
def _no_page_more(engine: StoreEngine) -> Iterator[None]:
    """Let the one pooled connection find no room for another page: code 13."""
    with engine.engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    yield
    with engine.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1000000")


@contextmanager
def _no_byte_more(engine: StoreEngine) -> Iterator[None]:
    """Let no file grow: code 10."""
    with room_for(PAGE_BYTES):
        yield


@pytest.mark.parametrize("full", [_no_page_more, pytest.param(_no_byte_more, marks=posix_only)])
def test_on_a_full_disk_reading_works_and_writing_works_again_when_there_is_room(
    full: Callable[[StoreEngine], AbstractContextManager[None]], engine: StoreEngine
) -> None:
    note(engine, "before")
    with full(engine):
        with pytest.raises(DiskFull):
            note(engine, "too much " * 5000)
        assert notes(engine) == ["before"]
    note(engine, "after")
    assert notes(engine) == ["before", "after"]
    assert check_integrity(engine) == ()


@posix_only
def test_a_store_opens_on_a_full_disk_and_takes_what_is_written_once_there_is_room(
    engine: StoreEngine, data_key: bytes
) -> None:
    note(engine, "before")
    engine.close()
    with room_for(PAGE_BYTES):
        alone = open_engine(engine.path, data_key)
        assert notes(alone) == ["before"]
        assert check_integrity(alone) == ()
        with pytest.raises(DiskFull):
            note(alone, "too much " * 5000)
    note(alone, "after")
    alone.close()
    again = open_engine(engine.path, data_key)
    assert notes(again) == ["before", "after"]
    again.close()


@posix_only
def test_what_a_crash_left_in_the_log_is_read_on_a_full_disk_as_well(
    engine: StoreEngine, data_key: bytes, tmp_path: Path
) -> None:
    note(engine, "just before the power failed")
    after = tmp_path / "after" / engine.path.name
    shutil.copytree(engine.path.parent, after.parent)
    companions(after)[1].unlink()
    with room_for(PAGE_BYTES):
        alone = open_engine(after, data_key)
        assert notes(alone) == ["just before the power failed"]
        alone.close()


@posix_only
def test_on_a_full_disk_two_readers_wait_for_each_other(
    engine: StoreEngine, data_key: bytes
) -> None:
    note(engine, "before")
    engine.close()
    with room_for(PAGE_BYTES):
        one, other = (open_engine(engine.path, data_key) for _each in range(2))
        with ThreadPoolExecutor() as threads:
            read = [threads.submit(notes, each) for each in (one, other) * 50]
            assert all(each.result() == ["before"] for each in read)
        one.close()
        other.close()


class _Told(Exception):
    """An error as the driver raises it."""

    def __init__(self, code: int) -> None:
        self.sqlite_errorcode = code


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        (5, StoreBusy),
        (8, StoreReadOnly),
        (10, StoreUnreadable),  # there is room, so it is the disk itself
        (11, StoreDamaged),
        (13, DiskFull),
        (14, StoreMissing),
        (26, StoreDamaged),
        (1, None),  # a mistake in a statement is a bug
        (19, None),  # a broken constraint is for the repository
    ],
)
def test_each_code_of_the_engine_means_one_thing(
    code: int, fault: type[StoreFault] | None, path: Path
) -> None:
    assert type(fault_of(_Told(code), path)) is (fault or type(None))


# ---------------------------------------------------------------- moved under our hands


def _move(path: Path) -> None:
    path.rename(path.with_suffix(".moved"))


def _replace(path: Path) -> None:
    shutil.copy(path, path.with_suffix(".copy"))
    path.with_suffix(".copy").replace(path)


@posix_only
@pytest.mark.parametrize("meanwhile", [_move, _replace, Path.unlink])
def test_nothing_is_acknowledged_that_would_be_lost(
    meanwhile: Callable[[Path], None], engine: StoreEngine
) -> None:
    note(engine, "before")
    meanwhile(engine.path)
    with pytest.raises(StoreMoved):
        note(engine, "lost")


def _move_while_writing(engine: StoreEngine) -> None:
    with engine.writing() as connection:
        connection.exec_driver_sql("INSERT INTO note (said) VALUES ('lost')")
        _move(engine.path)


@posix_only
def test_a_store_that_moves_during_a_write_does_not_take_it_along(engine: StoreEngine) -> None:
    with pytest.raises(StoreMoved):
        _move_while_writing(engine)
    engine.path.with_suffix(".moved").rename(engine.path)
    note(engine, "back in place")
    assert notes(engine) == ["back in place"]


# ---------------------------------------------------------------- not allowed


@pytest.fixture
def theirs(engine: StoreEngine) -> Iterator[Path]:
    """A closed store in a folder that belongs to an ordinary user."""
    note(engine, "readable")
    engine.close()
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "dörp.store"
        for source, copy in ((engine.path, store), (keys_beside(engine.path), keys_beside(store))):
            shutil.copy(source, copy)
        if os.geteuid() == 0:
            for each in (store.parent, store, keys_beside(store)):
                os.chown(each, NOBODY, NOBODY)
        yield store
        store.parent.chmod(0o700)


@posix_only
@pytest.mark.parametrize(
    ("file_mode", "folder_mode", "fault"),
    [
        (0o400, 0o700, StoreReadOnly),
        (0o600, 0o500, FolderReadOnly),
        (0o400, 0o500, FolderReadOnly),
        (0o000, 0o700, StoreUnreadable),
    ],
)
def test_what_may_not_be_written_or_read_is_told_before_a_key_is_asked(
    file_mode: int, folder_mode: int, fault: type[StoreFault], theirs: Path, data_key: bytes
) -> None:
    theirs.chmod(file_mode)
    theirs.parent.chmod(folder_mode)
    with as_an_ordinary_user():
        with pytest.raises(fault):
            inspect_store(theirs)
        with pytest.raises(fault):
            open_engine(theirs, data_key)
    assert sorted(file.name for file in theirs.parent.iterdir()) == [
        theirs.name,
        keys_beside(theirs).name,
    ]


@posix_only
def test_an_ordinary_user_opens_a_store_of_their_own(theirs: Path, data_key: bytes) -> None:
    """So that the refusals above come from the modes and from nothing else."""
    with as_an_ordinary_user():
        engine = open_engine(theirs, data_key)
        note(engine, "written")
        assert notes(engine) == ["readable", "written"]
        engine.close()
