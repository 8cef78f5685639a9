"""ISO weeks: Monday first, numbered within their own week-year (2027-01-01 is in 2026-W53)."""

import re
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import Self

from dorpssteunpunt.base.errors import Refusal

_WRITTEN = re.compile(r"([0-9]{4})-?W([0-9]{2})", re.IGNORECASE)


@dataclass(eq=False, repr=False)
class InvalidWeek(Refusal):
    """What was typed is no week, or the year has no week of that number."""

    typed: str
    field: str = "week"


@dataclass(frozen=True, slots=True, order=True)
class Week:
    """One ISO week; weeks sort by time. Raises `InvalidWeek` when the year has no such week."""

    year: int
    number: int

    def __post_init__(self) -> None:
        weeks = _weeks_in(self.year) if MINYEAR < self.year < MAXYEAR else 0
        if not 1 <= self.number <= weeks:
            raise InvalidWeek(str(self))

    @classmethod
    def of(cls, day: date) -> Self:
        """Return the week that holds `day`."""
        year, number, _ = day.isocalendar()
        return cls(year, number)

    @classmethod
    def parse(cls, typed: str, field: str = "week") -> Self:
        """Return the week written as "2026-W48"; raise `InvalidWeek` for anything else."""
        written = _WRITTEN.fullmatch(typed.strip())
        if written is None:
            raise InvalidWeek(typed, field)
        try:
            return cls(int(written[1]), int(written[2]))
        except InvalidWeek:
            raise InvalidWeek(typed, field) from None

    @property
    def monday(self) -> date:
        """The first day of the week."""
        return date.fromisocalendar(self.year, self.number, 1)

    @property
    def sunday(self) -> date:
        """The last day of the week."""
        return self.monday + timedelta(days=6)

    @property
    def days(self) -> tuple[date, ...]:
        """The seven days from Monday to Sunday."""
        return tuple(self.monday + timedelta(days=n) for n in range(7))

    def next(self) -> Self:
        """Return the week after this one."""
        return self.of(self.monday + timedelta(weeks=1))

    def previous(self) -> Self:
        """Return the week before this one."""
        return self.of(self.monday - timedelta(weeks=1))

    def __str__(self) -> str:
        return f"{self.year:04d}-W{self.number:02d}"


def _weeks_in(year: int) -> int:
    """Return 52 or 53: 28 December always lies in the last week of its year (ISO 8601)."""
    return date(year, 12, 28).isocalendar().week
