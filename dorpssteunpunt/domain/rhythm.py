"""In which weeks something comes back: every week, every so many weeks, or once in a month.

Weeks are counted from a week in which it was so, never by their numbers: after week 53 comes
week 1, and an odd week would follow an odd one.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from math import gcd

from dorpssteunpunt.base.errors import Refusal

MOST_WEEKS = 8
"""The longest round of weeks."""

_WEEK = timedelta(weeks=1)


class OfMonth(StrEnum):
    """Which of the same weekdays of a month."""

    FIRST = "first"
    SECOND = "second"
    THIRD = "third"
    FOURTH = "fourth"
    LAST = "last"

    def is_it(self, on: date) -> bool:
        """Say whether a date is that one of its month."""
        if self is OfMonth.LAST:
            return (on + _WEEK).month != on.month
        return (on.day - 1) // 7 == list(OfMonth).index(self)


class RhythmProblem(StrEnum):
    """What can be wrong with a rhythm."""

    NO_ANCHOR = "no_anchor"
    TOO_RARE = "too_rare"


class BadRhythm(Refusal):
    """A rhythm of which nobody can say when it falls."""

    field = "rhythm"

    def __init__(self, because: RhythmProblem) -> None:
        super().__init__(because)
        self.because = because


@dataclass(frozen=True, slots=True, kw_only=True)
class Rhythm:
    """Every `every_weeks` weeks, counted from the week of a day; or once in a month.

    With `of_month` the weeks do not count.
    """

    every_weeks: int = 1
    counted_from: date | None = None
    of_month: OfMonth | None = None

    @property
    def rank(self) -> tuple[bool, int]:
        """How narrow it is, in rising order: every week, rarer weeks, once in a month."""
        return self.of_month is not None, self.every_weeks if self.of_month is None else 0

    def check(self) -> None:
        """Raise `BadRhythm` for a round of weeks that is too long, or counted from nowhere."""
        if not 1 <= self.every_weeks <= MOST_WEEKS:
            raise BadRhythm(RhythmProblem.TOO_RARE)
        if self.every_weeks > 1 and self.of_month is None and self.counted_from is None:
            raise BadRhythm(RhythmProblem.NO_ANCHOR)

    def falls_on(self, on: date) -> bool:
        """Say whether the week of a date, or the date in its month, is one of those."""
        if self.of_month is not None:
            return self.of_month.is_it(on)
        return (_week_number(on) - self._phase) % self.every_weeks == 0

    def meets(self, other: "Rhythm") -> bool:
        """Say whether both ever fall on the same date of one weekday."""
        if self.of_month and other.of_month:
            both = {self.of_month, other.of_month}
            return len(both) == 1 or both == {OfMonth.FOURTH, OfMonth.LAST}
        if self.of_month or other.of_month:
            return True
        shared = gcd(self.every_weeks, other.every_weeks)
        return (self._phase - other._phase) % shared == 0

    @property
    def _phase(self) -> int:
        return _week_number(self.counted_from) if self.counted_from else 0


WEEKLY = Rhythm()


def _week_number(on: date) -> int:
    """Return how many Mondays there were since the first one of the calendar."""
    return (on.toordinal() - 1) // 7  # 1 January of the year 1 was a Monday
