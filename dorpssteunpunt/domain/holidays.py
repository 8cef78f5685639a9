"""Public holidays, days on which a village closes by itself, and school holidays."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from dorpssteunpunt.domain.periods import check_period

_SCHOOL_BEGINS = 8  # August


class PublicHoliday(StrEnum):
    """A public holiday of the Netherlands, in the order of the year."""

    NEW_YEARS_DAY = "new_years_day"
    GOOD_FRIDAY = "good_friday"
    EASTER_SUNDAY = "easter_sunday"
    EASTER_MONDAY = "easter_monday"
    KINGS_DAY = "kings_day"
    LIBERATION_DAY = "liberation_day"
    ASCENSION_DAY = "ascension_day"
    WHIT_SUNDAY = "whit_sunday"
    WHIT_MONDAY = "whit_monday"
    CHRISTMAS_DAY = "christmas_day"
    BOXING_DAY = "boxing_day"

    @property
    def closes_usually(self) -> bool:
        """Whether a village that never chose is closed.

        Good Friday and 5 May are holidays by law on which most people work.
        """
        return self not in (PublicHoliday.GOOD_FRIDAY, PublicHoliday.LIBERATION_DAY)


class SchoolRegion(StrEnum):
    """One of the three regions over which the ministry spreads the school holidays."""

    NORTH = "north"
    CENTRAL = "central"
    SOUTH = "south"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedPeriod:
    """Days on which the desk is closed, both included, for a reason that stands on the wall.

    Raises `BackwardPeriod`.
    """

    id: int = 0
    first: date
    last: date
    reason: str

    def __post_init__(self) -> None:
        check_period(self.first, self.last)

    def holds(self, day: date) -> bool:
        """Say whether a day lies in it."""
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolHoliday:
    """Days on which the schools of the village are closed, both included.

    Raises `BackwardPeriod`.
    """

    id: int = 0
    name: str
    first: date
    last: date

    @property
    def school_year(self) -> int:
        """The year in which its school year began; the summer holidays are the end of one."""
        return self.first.year - (self.first.month < _SCHOOL_BEGINS)

    def __post_init__(self) -> None:
        check_period(self.first, self.last)

    def holds(self, day: date) -> bool:
        """Say whether a day lies in it."""
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class ClosingRules:
    """What a village decided: by public holiday whether it is open, and its own closed periods.

    A public holiday on which it never decided follows what is usual.
    """

    is_open_on: Mapping[PublicHoliday, bool] = field(default_factory=dict)
    periods: Collection[ClosedPeriod] = ()

    def is_open(self, holiday: PublicHoliday) -> bool:
        """Say whether the desk is open on a public holiday, as far as that is for the day."""
        return self.is_open_on.get(holiday, not holiday.closes_usually)

    def why_closed(
        self, day: date, holidays: Iterable[PublicHoliday]
    ) -> PublicHoliday | ClosedPeriod | None:
        """Return what closes a day that is these holidays: a holiday first, then a period."""
        closing = next((one for one in holidays if not self.is_open(one)), None)
        return closing or next((one for one in self.periods if one.holds(day)), None)
