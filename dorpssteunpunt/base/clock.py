"""What time it is, as something that is passed in and can be held still."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Europe/Amsterdam")


class Clock(Protocol):
    """Tells the moment and the day, in the time of the village."""

    def now(self) -> datetime:
        """Return the present moment, aware, in Europe/Amsterdam."""
        ...

    def today(self) -> date:
        """Return the present day in Europe/Amsterdam."""
        ...


class SystemClock:
    """The clock of this computer."""

    def now(self) -> datetime:
        """Return the present moment, aware, in Europe/Amsterdam."""
        return datetime.now(ZONE)

    def today(self) -> date:
        """Return the present day in Europe/Amsterdam."""
        return self.now().date()


@dataclass(slots=True)
class FixedClock:
    """A clock that stands still at `moment`, until it is set to another one."""

    moment: datetime

    def now(self) -> datetime:
        """Return the moment this clock stands at, in Europe/Amsterdam.

        Raises `ValueError` when the moment is naive.
        """
        if self.moment.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        return self.moment.astimezone(ZONE)

    def today(self) -> date:
        """Return the day this clock stands at, in Europe/Amsterdam."""
        return self.now().date()
