"""Months of the calendar, written as "2026-11", and the ISO weeks that touch them."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date
from typing import Self

from dorpssteunpunt.base.errors import Refusal
from dorpssteunpunt.domain.weeks import Week

_WRITTEN = re.compile(r"([0-9]{4})-([0-9]{2})")


@dataclass(eq=False, repr=False)
class InvalidMonth(Refusal):
    """What was typed is no month."""

    typed: str
    field: str = "month"


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """One month; months sort by time. Raises `InvalidMonth` when there is no such month."""

    year: int
    number: int

    def __post_init__(self) -> None:
        if not (MINYEAR < self.year < MAXYEAR and 1 <= self.number <= 12):
            raise InvalidMonth(str(self))

    @classmethod
    def of(cls, day: date) -> Self:
        """Return the month that holds `day`."""
        return cls(day.year, day.month)

    @classmethod
    def parse(cls, typed: str) -> Self:
        """Return the month written as "2026-11"; raise `InvalidMonth` for anything else."""
        written = _WRITTEN.fullmatch(typed.strip())
        if written is None:
            raise InvalidMonth(typed)
        return cls(int(written[1]), int(written[2]))

    @property
    def first(self) -> date:
        """The first day."""
        return date(self.year, self.number, 1)

    @property
    def last(self) -> date:
        """The last day."""
        return date(self.year, self.number, monthrange(self.year, self.number)[1])

    @property
    def days(self) -> tuple[date, ...]:
        """All days, in order."""
        return tuple(self.first.replace(day=day) for day in range(1, self.last.day + 1))

    @property
    def weeks(self) -> tuple[Week, ...]:
        """The ISO weeks that have a day in this month, in order."""
        return tuple(dict.fromkeys(map(Week.of, self.days)))

    def next(self) -> Self:
        """Return the month after this one."""
        return self._moved(1)

    def previous(self) -> Self:
        """Return the month before this one."""
        return self._moved(-1)

    def _moved(self, months: int) -> Self:
        years, number = divmod(self.number - 1 + months, 12)
        return type(self)(self.year + years, number + 1)

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.number:02d}"
