"""Wrong attempts: after five, each next one is heard later, also after a restart.

Nothing is ever erased. The counts stand in the settings folder; they can be removed there, but
whoever can do that has the account of the owner already.
"""

import json
import logging
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from math import ceil
from pathlib import Path

from dorpssteunpunt.base.clock import Clock
from dorpssteunpunt.base.errors import Circumstance
from dorpssteunpunt.services.faults import TooManyAttempts
from dorpssteunpunt.store.durable import disk_faults, write_durably

_FILE = "attempts.json"
_FREE = 5
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Patience:
    """How the wait grows: after the fifth wrong attempt ``first`` seconds, doubled each time."""

    first: int
    most: int

    def wait_after(self, wrong: int) -> int:
        """Return the seconds to wait after this many wrong attempts in a row."""
        if wrong < _FREE:
            return 0
        return int(min(self.first * 2 ** min(wrong - _FREE, 32), self.most))


FOR_A_PIN = Patience(first=30, most=1800)
FOR_A_LONG_SECRET = Patience(first=2, most=60)
"""Guessing 55 bits is hopeless anyway, and a typing error is not an attack."""


@dataclass(frozen=True, slots=True)
class _Count:
    wrong: int
    last: datetime


class Attempts:
    """Counts wrong attempts per door, which is an account or a kind of secret of a store."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self._path = folder / _FILE
        self._clock = clock
        self._kept_here: dict[str, _Count] | None = None

    def wait_seconds(self, door: str, patience: Patience = FOR_A_PIN) -> int:
        """Return how long no attempt at this door is heard."""
        count = self._read().get(door)
        if count is None:
            return 0
        wait = patience.wait_after(count.wrong)
        passed = (self._clock.now() - count.last).total_seconds()
        return max(0, min(wait, ceil(wait - passed)))

    def begin(self, door: str, patience: Patience = FOR_A_PIN) -> int:
        """Count an attempt as wrong before it is made, so that ending the program hides none.

        Return the wait that follows if it is wrong indeed. Raises `TooManyAttempts`.
        """
        self._forgive_the_future(door)
        wait = self.wait_seconds(door, patience)
        if wait:
            raise TooManyAttempts(wait)
        counts = self._read()
        wrong = counts[door].wrong + 1 if door in counts else 1
        self._write({**counts, door: _Count(wrong, self._clock.now())})
        return patience.wait_after(wrong)

    def was_wrong(self, door: str, wait: int) -> None:
        """Log that the attempt was wrong."""
        _log.warning("wrong attempt at %s, the next is heard after %d s", door, wait)

    def was_right(self, door: str) -> None:
        """Forget the wrong attempts at this door."""
        self._write({name: count for name, count in self._read().items() if name != door})

    def _forgive_the_future(self, door: str) -> None:
        """Start the wait again when the clock went back, so that it cannot last for years."""
        counts = self._read()
        count = counts.get(door)
        if count is not None and count.last > self._clock.now() + timedelta(seconds=1):
            self._write({**counts, door: _Count(count.wrong, self._clock.now())})

    def _read(self) -> dict[str, _Count]:
        if self._kept_here is not None:
            return self._kept_here
        try:
            noted = json.loads(self._path.read_bytes())
            return {
                str(door): _Count(int(wrong), datetime.fromtimestamp(float(last), UTC))
                for door, (wrong, last) in noted.items()
            }
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, TypeError, AttributeError):
            _log.warning("the counts of wrong attempts do not read")
            return {}

    def _write(self, counts: dict[str, _Count]) -> None:
        """Keep the counts; when the folder is read-only, as long as this program runs."""
        noted = {door: [count.wrong, count.last.timestamp()] for door, count in counts.items()}
        try:
            with disk_faults(self._path):
                self._path.parent.mkdir(parents=True, exist_ok=True)
            write_durably(self._path, json.dumps(noted).encode())
            self._kept_here = None
        except Circumstance:
            _log.warning("the counts of wrong attempts cannot be kept on disk")
            self._kept_here = counts
