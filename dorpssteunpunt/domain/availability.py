"""When somebody can come: a pattern of one or more weeks, and what was said against it since.

Of everything that was said about a moment the narrowest counts: own hours before a day part, a
day part before a whole day, a day before leave, and all of them before the pattern.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from enum import StrEnum
from itertools import pairwise

from dorpssteunpunt.base.errors import Refusal
from dorpssteunpunt.domain.periods import check_period

MOST_WEEKS = 4
"""The longest pattern: week A to D."""


class AvailabilityLevel(StrEnum):
    """How gladly somebody takes a day part, in falling order."""

    PREFER = "prefer"
    CAN = "can"
    RATHER_NOT = "rather_not"
    CANNOT = "cannot"


Pattern = Mapping[tuple[int, int], AvailabilityLevel]
"""Levels by day of the cycle (1 is the Monday of week A, 8 that of week B) and day part id."""


_RELUCTANCE = (
    AvailabilityLevel.PREFER,
    AvailabilityLevel.CAN,
    None,
    AvailabilityLevel.RATHER_NOT,
    AvailabilityLevel.CANNOT,
)


def reluctance(level: AvailabilityLevel | None) -> int:
    """Return what to sort by to get the gladdest first; who was never asked comes before no."""
    return _RELUCTANCE.index(level)


def least_available(levels: Iterable[AvailabilityLevel | None]) -> AvailabilityLevel | None:
    """Return the most reluctant answer that is known, or None when nothing is."""
    known = [level for level in levels if level is not None]
    return max(known, key=reluctance, default=None)


def most_available(levels: Iterable[AvailabilityLevel | None]) -> AvailabilityLevel | None:
    """Return the gladdest answer that is known, or None when nothing is."""
    known = [level for level in levels if level is not None]
    return min(known, key=reluctance, default=None)


class NoAnchor(Refusal):
    """A pattern of several weeks needs a day that lies in its week A."""

    field = "cycle_from"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cycle:
    """Over how many weeks a pattern goes round, and a day in one of its weeks A."""

    cycle_weeks: int = 1
    cycle_from: date | None = None

    def day_of(self, on: date) -> int:
        """Return which day of the cycle a date is, also long before its first week A."""
        if self.cycle_weeks == 1:
            return on.isoweekday()
        if self.cycle_from is None:
            raise NoAnchor
        monday = self.cycle_from - timedelta(days=self.cycle_from.weekday())
        return (on - monday).days % (7 * self.cycle_weeks) + 1

    def fitting(self, pattern: Pattern) -> Pattern:
        """Return the part of a pattern that lies within the cycle."""
        return {
            (day, part): level
            for (day, part), level in pattern.items()
            if day <= 7 * self.cycle_weeks
        }


class BadDeviation(Refusal):
    """Own hours that end before they start, or of which one is missing."""

    field = "end"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deviation:
    """What somebody said of one day: all of it, one day part, or hours of their own."""

    id: int = 0
    on: date
    daypart_id: int | None = None
    start: time | None = None
    end: time | None = None
    level: AvailabilityLevel

    @property
    def scope(self) -> tuple[date, int | None, time | None]:
        """What it is about; a second one about the same takes the place of the first."""
        return self.on, self.daypart_id, self.start

    @property
    def width(self) -> tuple[int, int]:
        """What to sort by to get the narrowest first; of own hours the shorter ones."""
        if self.start and self.end:
            return 0, _minutes(self.end) - _minutes(self.start)
        return (1 if self.daypart_id else 2), 0

    def covers(self, daypart_id: int, start: time, end: time) -> bool:
        """Say whether it is about a time within this day part on its day."""
        if self.start and self.end:
            return self.start <= start and end <= self.end
        return self.daypart_id in (None, daypart_id)


def check_deviation(deviation: Deviation) -> None:
    """Raise `BadDeviation` for own hours that cannot be."""
    start, end = deviation.start, deviation.end
    if (start is None) != (end is None) or (start and end and end <= start):
        raise BadDeviation


@dataclass(frozen=True, slots=True, kw_only=True)
class Leave:
    """Days on which somebody does not come, both ends included; the reason is for who plans."""

    id: int = 0
    first: date
    last: date
    reason: str = ""

    def holds(self, on: date) -> bool:
        """Say whether a day falls in it."""
        return self.first <= on <= self.last


def check_leave(leave: Leave) -> None:
    """Raise `BackwardPeriod` for leave that ends before it begins."""
    check_period(leave.first, leave.last)


@dataclass(frozen=True, slots=True, kw_only=True)
class Availability:
    """Everything somebody said about when they can come."""

    cycle: Cycle = Cycle()
    pattern: Pattern = field(default_factory=dict)
    deviations: Sequence[Deviation] = ()
    leaves: Sequence[Leave] = ()

    def levels(
        self, on: date, daypart_id: int, start: time, end: time
    ) -> Iterator[AvailabilityLevel | None]:
        """Yield what counts in each piece of a time within a day part, piece after piece."""
        said = sorted((one for one in self.deviations if one.on == on), key=_narrowest)
        usual = self._usual(on, daypart_id)
        for begins, ends in _pieces(said, start, end):
            covering = (one.level for one in said if one.covers(daypart_id, begins, ends))
            yield next(covering, usual)

    def level(self, on: date, daypart_id: int, start: time, end: time) -> AvailabilityLevel | None:
        """Return what counts for all of a time within a day part: the most reluctant piece.

        None means that of some of it nothing is known, and nothing speaks against the rest.
        """
        return max(self.levels(on, daypart_id, start, end), key=reluctance)

    def leave_on(self, on: date) -> Leave | None:
        """Return the leave that a day falls in."""
        return next((leave for leave in self.leaves if leave.holds(on)), None)

    def _usual(self, on: date, daypart_id: int) -> AvailabilityLevel | None:
        if self.leave_on(on):
            return AvailabilityLevel.CANNOT
        return self.pattern.get((self.cycle.day_of(on), daypart_id))


def _narrowest(deviation: Deviation) -> tuple[tuple[int, int], int]:
    """Sort by width; of equally narrow ones the more reluctant counts."""
    return deviation.width, -reluctance(deviation.level)


def _pieces(said: Iterable[Deviation], start: time, end: time) -> Iterator[tuple[time, time]]:
    """Yield the stretches of a time in which the same was said throughout."""
    cuts = {start, end}
    for one in said:
        cuts |= {at for at in (one.start, one.end) if at and start < at < end}
    in_order = sorted(cuts)
    yield from pairwise(in_order)


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute
