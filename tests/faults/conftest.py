"""What the fault suite shares: killing programs, a village that is copied, and no value told."""

import logging
import multiprocessing
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from multiprocessing.context import ForkServerContext
from pathlib import Path
from random import Random
from typing import Any

import pytest

from dorpssteunpunt.app.front_door import FrontDoor
from dorpssteunpunt.store.key_file import keys_beside
from tests.faults.writers import MARKER, door_at
from tests.village import village

Tell = Callable[[str], None]
_PATIENCE = 20.0


@dataclass(frozen=True, slots=True)
class Founded:
    """A closed store of a support point, with what opens it."""

    path: Path
    passphrase: str
    recovery_code: str
    data_key: bytes

    @property
    def door(self) -> FrontDoor:
        """The door of the store after a start of the program."""
        return door_at(self.path)

    def copied_to(self, folder: Path) -> "Founded":
        """Return a copy of it in a folder of its own."""
        folder.mkdir(parents=True)
        path = folder / self.path.name
        shutil.copy(self.path, path)
        shutil.copy(keys_beside(self.path), keys_beside(path))
        return Founded(path, self.passphrase, self.recovery_code, self.data_key)


@pytest.fixture
def founded(tmp_path: Path) -> Founded:
    """A support point that has just begun, and is closed."""
    folder = tmp_path / "founded"
    folder.mkdir()
    with village(folder) as there:
        issued = there.issued
    return Founded(there.door.path, issued.passphrase, issued.recovery_code, issued.data_key)


@pytest.fixture(scope="session")
def server() -> ForkServerContext:
    """Where programs to be killed come from."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.faults.writers"])
    return context


@dataclass(frozen=True, slots=True)
class Killer:
    """Starts a program and kills it without warning at a moment that chance decides."""

    server: ForkServerContext
    chance: Random

    def kill(
        self, program: Callable[..., None], *facts: Any, after: int, within: float
    ) -> list[str]:
        """Return what a program told before it was killed.

        That is at most ``within`` seconds after it told ``after`` things, the first of which is
        that it has begun.
        """
        hears, tells = self.server.Pipe(duplex=False)
        process = self.server.Process(target=program, args=(tells, *facts))
        process.start()
        tells.close()
        told: list[str] = []
        try:
            while len(told) < after and hears.poll(_PATIENCE):
                told.append(hears.recv())
            time.sleep(self.chance.random() * within)
        except EOFError:
            pass
        process.kill()
        process.join(_PATIENCE)
        try:
            while hears.poll():
                told.append(hears.recv())
        except EOFError:
            pass
        hears.close()
        return told[1:]


@pytest.fixture
def killer(server: ForkServerContext) -> Killer:
    return Killer(server, Random(500))


@pytest.fixture
def tell(capfd: pytest.CaptureFixture[str]) -> Tell:
    """Print a figure for whoever runs the suite."""

    def say(line: str) -> None:
        with capfd.disabled():
            print(f"\n  {line}", end="", flush=True)

    return say


@pytest.fixture(autouse=True)
def no_value_is_told(
    caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> Iterator[None]:
    """Find no value in whatever the program logs or prints during the whole suite."""
    caplog.set_level(logging.DEBUG)
    yield
    told = capfd.readouterr()
    assert MARKER.lower() not in (caplog.text + told.out + told.err).lower()
