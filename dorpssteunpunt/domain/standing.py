"""Standing assignments: who holds a place in the week template, and which places are vacant."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Self

from dorpssteunpunt.base.errors import Refusal
from dorpssteunpunt.domain.counters import FIRST_COUNTER
from dorpssteunpunt.domain.people import NEW
from dorpssteunpunt.domain.periods import check_period
from dorpssteunpunt.domain.rhythm import WEEKLY, Rhythm

_ROUND = 840
"""Weeks after which rhythms of up to eight weeks fall together as before: 3 · 5 · 7 · 8."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingAssignment:
    """A volunteer who is on a day part of a weekday in a rhythm, both ends included."""

    id: int = NEW
    volunteer_id: int
    weekday: int
    daypart_id: int
    counter_id: int = FIRST_COUNTER
    rhythm: Rhythm = WEEKLY
    is_lead: bool = False
    first: date
    last: date | None = None

    @property
    def place(self) -> tuple[int, int, int]:
        """The day part of the week, and the counter, that it is about."""
        return self.weekday, self.daypart_id, self.counter_id

    def is_of(self, on: date, daypart_id: int, counter_id: int = FIRST_COUNTER) -> bool:
        """Say whether it is about the day part of this day, whenever it began or ended."""
        at_place = self.place == (on.isoweekday(), daypart_id, counter_id)
        return at_place and self.rhythm.falls_on(on)

    def holds(self, on: date) -> bool:
        """Say whether the place is held at a date, on whatever weekday that is."""
        return self.first <= on and (self.last is None or on <= self.last)

    def ended_from(self, day: date) -> Self | None:
        """Return it as it stays when it ends from a day on; None when nothing of it is left."""
        last = day - timedelta(days=1)
        if last < self.first:
            return None
        return replace(self, last=last if self.last is None else min(self.last, last))


def holders(
    standing: Iterable[StandingAssignment],
    on: date,
    daypart_id: int,
    counter_id: int = FIRST_COUNTER,
) -> list[StandingAssignment]:
    """Return who holds a place on a day part of a day, longest first."""
    there = [one for one in standing if one.is_of(on, daypart_id, counter_id) and one.holds(on)]
    return sorted(there, key=lambda one: (one.first, one.id))


def vacant_places(
    standing: Collection[StandingAssignment],
    on: date,
    daypart_id: int,
    needed: int,
    counter_id: int = FIRST_COUNTER,
) -> int:
    """Return how many standing places of a shift were held once, and have nobody since.

    As many places were standing ones as were ever held at the same time until that day; one that
    somebody took over is not vacant. A village without standing assignments has no such places.
    """
    begun = [one for one in standing if one.is_of(on, daypart_id, counter_id) and one.first <= on]
    ever = max((sum(other.holds(one.first) for other in begun) for one in begun), default=0)
    return max(0, min(ever, needed) - sum(one.holds(on) for one in begun))


class HoldsAlready(Refusal):
    """This volunteer holds a place on that day part already, in some of that time."""

    field = "first"


class AllPlacesHeld(Refusal):
    """As many volunteers hold a place on that day part as it needs people."""

    field = "first"


class ClosedThen(Refusal):
    """The week template has no such day part on that weekday."""

    field = "weekday"


def check_standing(
    new: StandingAssignment, others: Collection[StandingAssignment], needed: int
) -> None:
    """Raise a refusal when this place cannot be held.

    That is `BackwardPeriod`, `BadRhythm`, `HoldsAlready` or `AllPlacesHeld`.
    """
    new.rhythm.check()
    check_period(new.first, new.last)
    beside = [one for one in others if one.place == new.place and _meet(one, new)]
    if any(one.volunteer_id == new.volunteer_id for one in beside):
        raise HoldsAlready
    rivals = [one for one in beside if one.rhythm.meets(new.rhythm)]
    if any(sum(map(_comes_on(day), rivals)) >= needed for day in _days_of(new, rivals)):
        raise AllPlacesHeld


def _days_of(new: StandingAssignment, others: Iterable[StandingAssignment]) -> Iterator[date]:
    """Yield the days of a place on which more people may hold one than the time before.

    They are those of one round of all rhythms after it begins, and after each other one does.
    """
    for start in {new.first, *(one.first for one in others if one.first > new.first)}:
        day = start + timedelta(days=(new.weekday - start.isoweekday()) % 7)
        for _week in range(_ROUND):
            if _comes_on(day)(new):
                yield day
            day += timedelta(weeks=1)


def _comes_on(day: date) -> Callable[[StandingAssignment], bool]:
    return lambda one: one.holds(day) and one.rhythm.falls_on(day)


def _meet(one: StandingAssignment, other: StandingAssignment) -> bool:
    return (one.last is None or other.first <= one.last) and (
        other.last is None or one.first <= other.last
    )
