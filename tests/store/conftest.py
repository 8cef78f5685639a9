"""A store of its own for each test."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

from dorpssteunpunt.base.clock import ZONE, FixedClock
from dorpssteunpunt.store.engine import StoreEngine, create_store, open_engine
from dorpssteunpunt.store.keys import IssuedKeys, Keys
from tests.stores import CHEAP, COORDINATOR, SUPPORTER, Computer, write


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(datetime(2026, 11, 23, 9, 30, tzinfo=ZONE))


@pytest.fixture
def computer(tmp_path: Path, clock: FixedClock) -> Computer:
    return Computer(tmp_path / "settings", clock)


@pytest.fixture
def other_computer(tmp_path: Path, clock: FixedClock) -> Computer:
    return Computer(tmp_path / "other-settings", clock)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    folder = tmp_path / "a folder, 100% ours"
    folder.mkdir()
    return folder / "dörp.store"


@pytest.fixture
def keys(computer: Computer, path: Path) -> Keys:
    return computer.keys(path)


@pytest.fixture
def issued(keys: Keys) -> IssuedKeys:
    return keys.issue(COORDINATOR, SUPPORTER, CHEAP)


@pytest.fixture
def data_key(issued: IssuedKeys) -> bytes:
    return issued.data_key


@pytest.fixture
def opened(path: Path, data_key: bytes) -> Iterator[Callable[[], StoreEngine]]:
    """Open the store any number of times; all are closed at the end."""
    engines: list[StoreEngine] = []

    def open_it() -> StoreEngine:
        engines.append(open_engine(path, data_key))
        return engines[-1]

    yield open_it
    for engine in engines:
        engine.close()


@pytest.fixture
def engine(path: Path, data_key: bytes, opened: Callable[[], StoreEngine]) -> StoreEngine:
    """An open store with one small table in it."""
    create_store(path, data_key)
    engine = opened()
    write(engine, "CREATE TABLE note (id INTEGER PRIMARY KEY, said TEXT NOT NULL)")
    return engine
