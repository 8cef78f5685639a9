"""What a filled-in sheet changes in what is known of a volunteer, before anything is kept.

What was known already stays as it is, so a form that comes back as it went changes nothing.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from typing import Final

from dorpssteunpunt.domain.availability import (
    Availability,
    AvailabilityLevel,
    Deviation,
    Pattern,
    reluctance,
)
from dorpssteunpunt.domain.filled_in.reading import Statement
from dorpssteunpunt.domain.filled_in.words import BLANK, Answer
from dorpssteunpunt.domain.template import OpeningSlot, dayparts_on

_DAY_BEGINS: Final = time(0)
_DAY_ENDS: Final = time(23, 59)


@dataclass(frozen=True, slots=True)
class Told:
    """One answer of a volunteer, with the statement that gave it."""

    statement: Statement
    answer: Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What is known now and then, of a day part of a date or of a day in the pattern.

    `cycle_day` is 1 for the Monday of week A; without a day part or hours it is about all day.
    """

    on: date | None = None
    cycle_day: int = 0
    daypart_id: int | None = None
    start: time | None = None
    end: time | None = None
    before: AvailabilityLevel | None
    after: AvailabilityLevel


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """All that a sheet changes for one volunteer.

    `gone` are the deviations that new ones take the place of. `same` counts the answers that were
    known already, `past` those about days gone by; `clashing` answer one thing in two ways and
    `unfitting` are about hours in a pattern, or a week that the pattern has not: both are left out.
    """

    changes: Sequence[Change]
    deviations: Sequence[Deviation]
    gone: Sequence[Deviation]
    pattern: Pattern
    same: int
    past: int
    clashing: Sequence[Statement]
    unfitting: Sequence[Statement]

    @property
    def is_nothing(self) -> bool:
        """Whether all stays as it is."""
        return not self.changes


@dataclass(frozen=True, slots=True)
class Hours:
    """When the day parts of a village are."""

    template: Sequence[OpeningSlot]

    def on(self, day: date) -> Sequence[OpeningSlot]:
        """Return the day parts that are open on a date, as a rule."""
        return dayparts_on(day, self.template)

    def usual(self, weekday: int) -> Sequence[OpeningSlot]:
        """Return the day parts that are open on an ISO weekday, be it in some weeks only."""
        slots = {slot.daypart_id: slot for slot in self.template if slot.weekday == weekday}
        return list(slots.values())

    def of(self, day: date, daypart_id: int) -> tuple[time, time]:
        """Return when a day part is; all day where it is not open as a rule."""
        for slot in self.on(day):
            if slot.daypart_id == daypart_id:
                return slot.start, slot.end
        return _DAY_BEGINS, _DAY_ENDS

    def may_ask(self, said: Statement) -> bool:
        """Say whether a cell counts: an empty one only when the desk is open then, as a rule."""
        if said.word != BLANK:
            return True
        slots = self.on(said.day.on) if said.day.on else self.usual(said.day.weekday)
        parts = [slot.daypart_id for slot in slots]
        return bool(parts) and said.daypart_id in (None, *parts)


def _just(slots: Iterable[OpeningSlot], start: time, end: time) -> int | None:
    """Return the day part that has just these hours."""
    found = (slot.daypart_id for slot in slots if (slot.start, slot.end) == (start, end))
    return next(found, None)


def effect_of(told: Sequence[Told], now: Availability, hours: Hours, today: date) -> Effect:
    """Return what the answers of one volunteer change in what is known of them."""
    told = [one for one in told if hours.may_ask(one.statement)]
    dated = [one for one in told if one.statement.day.on is not None]
    said, clashing = _said(dated, hours)
    coming = {scope: deviation for scope, deviation in said.items() if deviation.on >= today}
    kept, changes = _deviations(coming.values(), now, hours)
    weekly = [one for one in told if one.statement.day.on is None]
    pattern = _PatternEffect(now, hours)
    for one in weekly:
        pattern.take(one)
    return Effect(
        changes=[*pattern.changes(), *changes],
        deviations=kept,
        gone=[old for old in now.deviations if any(_replaces(new, old) for new in kept)],
        pattern=pattern.after(),
        same=len(coming) - len(kept) + pattern.same(),
        past=len(said) - len(coming),
        clashing=[*clashing, *pattern.clashing],
        unfitting=pattern.unfitting,
    )


# ---------------------------------------------------------------- dates


_Scope = tuple[date, int | None, time | None]


def _said(
    told: Iterable[Told], hours: Hours
) -> tuple[Mapping[_Scope, Deviation], Sequence[Statement]]:
    """Return what is said of each day, day part and hours, and statements that contradict."""
    found: dict[_Scope, Deviation] = {}
    statements: dict[_Scope, list[Statement]] = defaultdict(list)
    clashing: set[_Scope] = set()
    for one in told:
        for deviation in _as_deviations(one, hours):
            earlier = found.setdefault(deviation.scope, deviation)
            statements[deviation.scope].append(one.statement)
            if earlier != deviation:
                clashing.add(deviation.scope)
    for scope in clashing:
        del found[scope]
    return found, [said for scope in sorted(clashing, key=str) for said in statements[scope]]


def _as_deviations(one: Told, hours: Hours) -> Iterator[Deviation]:
    said, level = one.statement, one.answer.meaning.level
    on = said.day.on
    if on is None or level is None:
        return
    if one.answer.parts:
        for part in sorted(one.answer.parts):
            yield Deviation(on=on, daypart_id=part, level=level)
        return
    if said.start and said.end:
        just = _just(hours.on(on), said.start, said.end)
        if just is None:
            yield Deviation(on=on, start=said.start, end=said.end, level=level)
            return
    else:
        just = said.daypart_id
    yield Deviation(on=on, daypart_id=just, level=level)


def _deviations(
    said: Iterable[Deviation], now: Availability, hours: Hours
) -> tuple[Sequence[Deviation], Sequence[Change]]:
    """Return the deviations that change something, day by day, with what they change."""
    by_day: dict[date, list[Deviation]] = defaultdict(list)
    for deviation in said:
        by_day[deviation.on].append(deviation)
    kept: list[Deviation] = []
    changes: list[Change] = []
    for on in sorted(by_day):
        new = by_day[on]
        of_all_day = any(one.width[0] > 1 for one in new)
        if not of_all_day:
            new = [one for one in new if _known(now, one, hours) != one.level]
        found = list(_changes(new, now, hours))
        if found:
            kept += new
            changes += found
    return kept, changes


def _changes(new: Sequence[Deviation], now: Availability, hours: Hours) -> Iterator[Change]:
    """Yield what some deviations of one day change: by day part, or by the hours they name."""
    then = replace(now, deviations=applied(new, now.deviations))
    for one in sorted(new, key=lambda one: (one.start or time.min, one.daypart_id or 0)):
        if one.width[0] > 1:
            continue
        yield from _change(one, now, then, hours)
    whole = next((one for one in new if one.width[0] > 1), None)
    if whole is None:
        return
    named = {one.daypart_id for one in new}
    parts = [slot.daypart_id for slot in hours.on(whole.on)]
    for part in parts:
        if part not in named:
            yield from _change(replace(whole, daypart_id=part), now, then, hours)
    if not parts:
        yield from _change(whole, now, then, hours)


def _change(
    one: Deviation, now: Availability, then: Availability, hours: Hours
) -> Iterator[Change]:
    before, after = _known(now, one, hours), _known(then, one, hours)
    if before != after and after is not None:
        yield Change(
            on=one.on,
            daypart_id=one.daypart_id,
            start=one.start,
            end=one.end,
            before=before,
            after=after,
        )


def applied(new: Iterable[Deviation], old: Iterable[Deviation]) -> Sequence[Deviation]:
    """Return the deviations as they are once new ones have come in place of old ones."""
    new = list(new)
    return [*(one for one in old if not any(_replaces(each, one) for each in new)), *new]


def _replaces(new: Deviation, old: Deviation) -> bool:
    """Say whether a new one takes the place of an old one; one of all day does for that day."""
    is_of_all_day = new.width[0] > 1
    return new.on == old.on if is_of_all_day else new.scope == old.scope


def _known(now: Availability, one: Deviation, hours: Hours) -> AvailabilityLevel | None:
    """Return what counts at what a deviation is about."""
    if one.start and one.end:
        spans = [
            (slot.daypart_id, max(slot.start, one.start), min(slot.end, one.end))
            for slot in hours.on(one.on)
        ]
        inside = [span for span in spans if span[1] < span[2]] or [(0, one.start, one.end)]
    elif one.daypart_id:
        inside = [(one.daypart_id, *hours.of(one.on, one.daypart_id))]
    else:
        inside = [(0, _DAY_BEGINS, _DAY_ENDS)]
    return max((now.level(one.on, *span) for span in inside), key=reluctance)


# ---------------------------------------------------------------- an ordinary week


class _PatternEffect:
    """Gathers what a sheet says of the ordinary week of one volunteer."""

    def __init__(self, now: Availability, hours: Hours) -> None:
        self._now, self._hours = now, hours
        self._said: dict[tuple[int, int], AvailabilityLevel] = {}
        self._from: dict[tuple[int, int], list[Statement]] = defaultdict(list)
        self._clashes: set[tuple[int, int]] = set()
        self.unfitting: list[Statement] = []

    def take(self, one: Told) -> None:
        """Add an answer."""
        said, level = one.statement, one.answer.meaning.level
        parts, weeks = self._parts(one), self._weeks(said)
        if not parts or not weeks:
            self.unfitting.append(said)
            return
        for week in weeks:
            for part in parts:
                slot = (7 * week + said.day.weekday, part)
                if level is not None and self._said.setdefault(slot, level) != level:
                    self._clashes.add(slot)
                self._from[slot].append(said)

    @property
    def clashing(self) -> Sequence[Statement]:
        """The statements that answer one thing in two ways."""
        return [said for slot in sorted(self._clashes) for said in self._from[slot]]

    def changes(self) -> Iterator[Change]:
        """Yield what becomes different, in order of the cycle."""
        for (day, part), level in sorted(self._clear().items()):
            before = self._now.pattern.get((day, part))
            if before != level:
                yield Change(cycle_day=day, daypart_id=part, before=before, after=level)

    def after(self) -> Pattern:
        """Return the pattern as it will be."""
        return {**self._now.pattern, **self._clear()}

    def same(self) -> int:
        """Return how many answers were known already."""
        return sum(self._now.pattern.get(slot) == level for slot, level in self._clear().items())

    def _clear(self) -> Pattern:
        return {slot: level for slot, level in self._said.items() if slot not in self._clashes}

    def _weeks(self, said: Statement) -> Sequence[int]:
        """Return the weeks of the cycle that are meant: all, unless the sheet names one."""
        weeks = range(self._now.cycle.cycle_weeks)
        letter = said.day.letter
        return weeks if letter is None else [week for week in weeks if week == letter]

    def _parts(self, one: Told) -> Sequence[int]:
        said = one.statement
        if one.answer.parts:
            return sorted(one.answer.parts)
        if said.daypart_id is not None:
            return [said.daypart_id]
        slots = self._hours.usual(said.day.weekday)
        if said.start and said.end:
            just = _just(slots, said.start, said.end)
            return [] if just is None else [just]
        return [slot.daypart_id for slot in slots]
