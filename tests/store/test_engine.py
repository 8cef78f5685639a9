"""The engine: encrypted from the first byte, set up the same each time, all or nothing."""

import logging
import sqlite3
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlcipher3
from sqlalchemy.exc import IntegrityError

from dorpssteunpunt.services.faults import (
    StoreBusy,
    StoreDamaged,
    StoreExists,
    StoreMissing,
    UnsuitableEngine,
)
from dorpssteunpunt.store import connecting
from dorpssteunpunt.store.connecting import connect
from dorpssteunpunt.store.engine import StoreEngine, create_store, open_engine
from tests.stores import note, notes, posix_only, write

MARKER = "Geheimschrijver"


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait for another program no longer than a blink."""
    monkeypatch.setattr(connecting, "_BUSY_SECONDS", 0.05)


# ---------------------------------------------------------------- encrypted from the first byte


def test_no_file_of_a_store_shows_a_word_at_any_time(engine: StoreEngine) -> None:
    seen: set[str] = set()

    def nothing_shows() -> None:
        for file in engine.path.parent.iterdir():
            seen.add(file.name.removeprefix(engine.path.name))
            content = file.read_bytes()
            for word in (MARKER, "SQLite format", "CREATE TABLE", "note", "said"):
                assert word.encode() not in content

    nothing_shows()
    with engine.writing() as connection:
        for number in range(50):
            row = (f"{MARKER} {number}" * 100,)
            connection.exec_driver_sql("INSERT INTO note (said) VALUES (?)", row)
        nothing_shows()
    nothing_shows()
    engine.close()
    nothing_shows()
    assert {"", "-wal", "-shm", ".keys"} <= seen


def test_a_new_store_is_encrypted_before_anything_is_in_it(path: Path, data_key: bytes) -> None:
    create_store(path, data_key)
    assert path.stat().st_size >= 4096
    assert not path.read_bytes().startswith(b"SQLite")


@posix_only
def test_a_store_is_for_its_owner_only(engine: StoreEngine) -> None:
    note(engine, "x")
    modes = {stat.S_IMODE(file.stat().st_mode) for file in engine.path.parent.iterdir()}
    assert modes == {0o600}


@pytest.mark.parametrize("length", [0, 16, 31, 33, 64])
def test_a_key_of_another_length_is_never_taken_for_a_passphrase(
    length: int, engine: StoreEngine, tmp_path: Path
) -> None:
    engine.close()
    before = engine.path.read_bytes()
    with pytest.raises(ValueError, match="32 bytes"):
        open_engine(engine.path, bytes(length))
    with pytest.raises(ValueError, match="32 bytes"):
        create_store(tmp_path / "new.store", bytes(length))
    assert engine.path.read_bytes() == before
    assert not (tmp_path / "new.store").exists()


def test_a_library_without_encryption_is_refused_before_it_writes(
    path: Path, data_key: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlcipher3, "dbapi2", sqlite3)
    path.touch()
    with pytest.raises(UnsuitableEngine):
        connect(path, data_key)
    assert path.read_bytes() == b""


def test_a_library_that_can_corrupt_a_store_is_refused(
    engine: StoreEngine, data_key: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connecting, "OLDEST_ENGINE", (99, 0, 0))
    with pytest.raises(UnsuitableEngine) as told:
        open_engine(engine.path, data_key)
    assert told.value.found.startswith("SQLite 3.")
    with pytest.raises(UnsuitableEngine):
        create_store(tmp_path / "new.store", data_key)
    assert not (tmp_path / "new.store").exists()


def test_the_bundled_library_is_new_enough() -> None:
    assert sqlcipher3.dbapi2.sqlite_version_info >= (3, 51, 3)
    assert connecting.OLDEST_ENGINE >= (3, 51, 3)


# ---------------------------------------------------------------- never made by accident


def test_a_store_is_never_made_over_something(path: Path, data_key: bytes) -> None:
    path.write_bytes(b"dear letter")
    with pytest.raises(StoreExists):
        create_store(path, data_key)
    assert path.read_bytes() == b"dear letter"


def test_opening_never_makes_a_file(path: Path, data_key: bytes) -> None:
    before = sorted(path.parent.iterdir())
    with pytest.raises(StoreMissing):
        open_engine(path, data_key)
    assert sorted(path.parent.iterdir()) == before


def test_another_key_opens_nothing_and_changes_nothing(engine: StoreEngine) -> None:
    engine.close()
    before = engine.path.read_bytes()
    with pytest.raises(StoreDamaged):
        open_engine(engine.path, bytes(32))
    assert engine.path.read_bytes() == before


# ---------------------------------------------------------------- the same each time


def test_every_connection_is_set_up_the_same(engine: StoreEngine) -> None:
    settings = {
        "journal_mode": "wal",
        "synchronous": 2,  # FULL
        "foreign_keys": 1,
        "secure_delete": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "temp_store": 2,  # MEMORY
        "busy_timeout": 5000,
        "cipher_memory_security": "0",
    }
    with engine.reading() as one, engine.reading() as other, engine.reading() as third:
        for connection in (one, other, third):
            found = {
                name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in settings
            }
            assert found == settings


# ---------------------------------------------------------------- all or nothing


def test_what_is_written_is_there_after_closing_and_opening(
    engine: StoreEngine, opened: Callable[[], StoreEngine]
) -> None:
    note(engine, "melk halen voor Łukasz")
    engine.close()
    assert notes(opened()) == ["melk halen voor Łukasz"]


def _break_off(engine: StoreEngine, statement: str) -> None:
    with engine.writing() as connection:
        connection.exec_driver_sql(statement)
        raise LookupError


def test_a_write_that_breaks_off_leaves_nothing(engine: StoreEngine) -> None:
    with pytest.raises(LookupError):
        _break_off(engine, "INSERT INTO note (said) VALUES ('half')")
    assert notes(engine) == []


def test_a_table_that_was_half_made_is_not_there(engine: StoreEngine) -> None:
    with pytest.raises(LookupError):
        _break_off(engine, "CREATE TABLE half (id INTEGER)")
    with engine.reading() as connection:
        names = connection.exec_driver_sql("SELECT name FROM sqlite_schema").scalars().all()
    assert names == ["note"]


def test_reading_sees_one_state_while_others_write(engine: StoreEngine) -> None:
    note(engine, "first")
    with engine.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM note").scalar() == 1
        note(engine, "second")
        assert connection.exec_driver_sql("SELECT count(*) FROM note").scalar() == 1
    assert notes(engine) == ["first", "second"]


def test_reading_keeps_nothing(engine: StoreEngine) -> None:
    with engine.reading() as connection:
        connection.exec_driver_sql("INSERT INTO note (said) VALUES ('by accident')")
    assert notes(engine) == []


def test_a_writer_has_the_store_from_its_beginning(
    impatient: None, engine: StoreEngine, opened: Callable[[], StoreEngine]
) -> None:
    """So that nothing it read first has changed by the time it writes."""
    other = opened()
    with engine.writing(), pytest.raises(StoreBusy), other.writing():
        pytest.fail("two writers at once")


def test_another_program_that_writes_is_told_and_the_next_try_works(
    impatient: None, engine: StoreEngine, opened: Callable[[], StoreEngine]
) -> None:
    other = opened()
    with engine.writing() as connection:
        connection.exec_driver_sql("INSERT INTO note (said) VALUES ('mine')")
        with pytest.raises(StoreBusy) as told:
            note(other, "theirs")
        assert told.value.path == engine.path
        assert notes(other) == []
    note(other, "theirs")
    assert notes(engine) == ["mine", "theirs"]


# ---------------------------------------------------------------- nothing is said about whom


def test_a_broken_rule_of_the_database_stays_an_error_and_shows_no_value(
    engine: StoreEngine, caplog: pytest.LogCaptureFixture
) -> None:
    write(engine, "CREATE UNIQUE INDEX once ON note (said)")
    note(engine, MARKER)
    with caplog.at_level(logging.DEBUG), pytest.raises(IntegrityError) as told:
        note(engine, MARKER)
    assert MARKER not in str(told.value)
    assert MARKER not in caplog.text


def test_the_key_is_in_no_message(
    engine: StoreEngine,
    data_key: bytes,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    with caplog.at_level(logging.DEBUG), pytest.raises(StoreDamaged) as told:
        open_engine(engine.path, bytes(32))
    output = capfd.readouterr()
    for text in (repr(told.value), repr(told.value.__cause__), caplog.text, output.err):
        assert bytes(32).hex() not in text
    assert data_key.hex() not in repr(vars(engine.engine))
    assert output.err == ""
