"""Bare stores for tests: a computer of their own, keys that cost nothing, and one small table."""

import importlib
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from dorpssteunpunt.base.clock import FixedClock
from dorpssteunpunt.store.attempts import Attempts
from dorpssteunpunt.store.device_secret import Device, no_vault
from dorpssteunpunt.store.engine import StoreEngine
from dorpssteunpunt.store.keys import Keys
from tests.village import CHEAP

__all__ = [
    "CHEAP",
    "COORDINATOR",
    "NOBODY",
    "SUPPORTER",
    "VOLUNTEER",
    "Computer",
    "as_an_ordinary_user",
    "note",
    "notes",
    "posix_only",
    "room_for",
    "write",
]

COORDINATOR, SUPPORTER, VOLUNTEER = 1, 2, 3
NOBODY = 65534

posix_only = pytest.mark.skipif(
    sys.platform == "win32",
    reason="Windows has no file modes, and lets nobody move a file that is open",
)


@dataclass(frozen=True)
class Computer:
    """A computer with a settings folder of its own, and the keys of the store seen from it."""

    settings: Path
    clock: FixedClock

    def keys(self, store: Path) -> Keys:
        """Return the keys of a store as the program has them after a start."""
        return Keys(store, Device(self.settings, no_vault), Attempts(self.settings, self.clock))


@contextmanager
def room_for(file_bytes: int) -> Iterator[None]:
    """Let the system refuse to make any file longer than this, as a quota does."""
    import resource

    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (file_bytes, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


@contextmanager
def as_an_ordinary_user() -> Iterator[None]:
    """Step down from administrator, who may write anywhere, while the block lasts.

    What the block needs has to be imported before: an ordinary user may not read everything.
    """
    if os.geteuid() != 0:
        yield
        return
    os.setresuid(NOBODY, NOBODY, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)
        importlib.invalidate_caches()


def write(engine: StoreEngine, statement: str) -> None:
    """Run one statement in a transaction of its own."""
    with engine.writing() as connection:
        connection.exec_driver_sql(statement)


def note(engine: StoreEngine, said: str) -> None:
    """Keep a note."""
    with engine.writing() as connection:
        connection.exec_driver_sql("INSERT INTO note (said) VALUES (?)", (said,))


def notes(engine: StoreEngine) -> list[str]:
    """Return all notes in order."""
    with engine.reading() as connection:
        rows = connection.exec_driver_sql("SELECT said FROM note ORDER BY id")
        return [str(row[0]) for row in rows]
