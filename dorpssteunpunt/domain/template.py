"""The week template: when the desk is open, and what it asks for then.

Of the lines about one day part the narrowest counts on a date: the first Monday of the month
before every other Monday, and that before every Monday. So a dated shift follows from one line.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from enum import StrEnum
from itertools import combinations

from dorpssteunpunt.base.errors import Refusal
from dorpssteunpunt.domain.counters import FIRST_COUNTER
from dorpssteunpunt.domain.demand import NOTHING_MORE, PRIORITIES, Demand
from dorpssteunpunt.domain.rhythm import WEEKLY, Rhythm
from dorpssteunpunt.domain.spans import Span

USUAL_STAFF = 2
"""How many people a shift needs, unless a village says otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpeningSlot:
    """One line of the week template: on this ISO weekday, in this rhythm, this day part is open."""

    weekday: int
    daypart_id: int
    counter_id: int = FIRST_COUNTER
    start: time
    end: time
    needed: int = USUAL_STAFF
    demand: Demand = NOTHING_MORE
    rhythm: Rhythm = WEEKLY

    @property
    def place(self) -> tuple[int, int, int]:
        """What it is about; on a date only one line about it counts."""
        return self.weekday, self.daypart_id, self.counter_id

    @property
    def span(self) -> Span:
        """Its hours."""
        return Span(self.start, self.end)

    def falls_on(self, on: date) -> bool:
        """Say whether a date is one of its weekday and rhythm."""
        return on.isoweekday() == self.weekday and self.rhythm.falls_on(on)


def lines_on(on: date, template: Iterable[OpeningSlot]) -> list[OpeningSlot]:
    """Return the lines that count on a date, in order of time.

    Of each day part at a counter that is the narrowest one.
    """
    counting: dict[tuple[int, int, int], OpeningSlot] = {}
    for line in template:
        if line.falls_on(on):
            known = counting.setdefault(line.place, line)
            if line.rhythm.rank > known.rhythm.rank:
                counting[line.place] = line
    return sorted(
        counting.values(), key=lambda line: (line.start, line.daypart_id, line.counter_id)
    )


def dayparts_on(on: date, template: Iterable[OpeningSlot]) -> list[OpeningSlot]:
    """Return a line for each day part that is open on a date, at whichever counters."""
    open_then: dict[int, OpeningSlot] = {}
    for line in lines_on(on, template):
        known = open_then.setdefault(line.daypart_id, line)
        open_then[line.daypart_id] = replace(
            known, start=min(known.start, line.start), end=max(known.end, line.end)
        )
    return list(open_then.values())


def by_day(template: Iterable[OpeningSlot]) -> list[tuple[OpeningSlot, tuple[int, ...]]]:
    """Return the lines that differ in nothing but their weekday as one, with all its weekdays.

    They stand by counter, and then in order of the day they begin on.
    """
    days: dict[OpeningSlot, list[int]] = {}
    for line in sorted(template, key=lambda line: (line.counter_id, line.weekday, line.start)):
        days.setdefault(replace(line, weekday=0), []).append(line.weekday)
    return [
        (replace(line, weekday=weekdays[0]), tuple(weekdays)) for line, weekdays in days.items()
    ]


class SlotProblem(StrEnum):
    """What can be wrong with a line of the week template."""

    ENDS_BEFORE_START = "ends_before_start"
    NOBODY_NEEDED = "nobody_needed"
    MOST_BELOW_NEEDED = "most_below_needed"
    NO_SUCH_PRIORITY = "no_such_priority"
    OVERLAPS = "overlaps"
    TWICE = "twice"


_AT: dict[SlotProblem, str] = {
    SlotProblem.ENDS_BEFORE_START: "end",
    SlotProblem.NOBODY_NEEDED: "needed",
    SlotProblem.MOST_BELOW_NEEDED: "most",
    SlotProblem.NO_SUCH_PRIORITY: "priority",
}


class BadSlot(Refusal):
    """A line of the week template that cannot be, by itself or beside the others."""

    def __init__(self, slot: OpeningSlot, because: SlotProblem) -> None:
        super().__init__(slot, because)
        self.slot = slot
        self.because = because
        self.field = _AT.get(because, "week_template")


def check_slots(slots: Sequence[OpeningSlot]) -> None:
    """Raise `BadSlot` or `BadRhythm` for the first line, in order of the week, that cannot be.

    Two lines of one counter may not overlap on any date, nor say two things of one day part on it.
    """
    in_order = sorted(slots, key=lambda slot: (slot.weekday, slot.start))
    for slot in in_order:
        _check_alone(slot)
    for one, other in combinations(in_order, 2):
        if one.weekday != other.weekday or not one.rhythm.meets(other.rhythm):
            continue
        at_one_counter = one.counter_id == other.counter_id
        if at_one_counter and one.place != other.place and one.span.meets(other.span):
            raise BadSlot(other, SlotProblem.OVERLAPS)
        if one.place == other.place and one.rhythm.rank == other.rhythm.rank:
            raise BadSlot(other, SlotProblem.TWICE)


def _check_alone(slot: OpeningSlot) -> None:
    slot.rhythm.check()
    most = slot.demand.most
    wrong = {
        SlotProblem.ENDS_BEFORE_START: slot.end <= slot.start,
        SlotProblem.NOBODY_NEEDED: slot.needed < 1,
        SlotProblem.MOST_BELOW_NEEDED: most is not None and most < slot.needed,
        SlotProblem.NO_SUCH_PRIORITY: slot.demand.priority not in PRIORITIES,
    }
    for problem, holds in wrong.items():
        if holds:
            raise BadSlot(slot, problem)
