"""What a changed week template does to shifts that are made: only to those still to come.

A shift that has begun stays as it is, and so does the day part it was on that day.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from dorpssteunpunt.base.errors import Refusal
from dorpssteunpunt.domain.roster import Assignment, Shift, shifts_for
from dorpssteunpunt.domain.spans import Span
from dorpssteunpunt.domain.template import OpeningSlot
from dorpssteunpunt.domain.weeks import Week

_Place = tuple[date, int, int]


@dataclass(frozen=True, slots=True)
class Alteration:
    """A shift as it is and as it becomes; its id, and whether it is closed, stay."""

    before: Shift
    after: Shift

    @property
    def moves(self) -> bool:
        """Whether its hours become other ones."""
        return self.before.span != self.after.span


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """The shifts to come that appear, change and vanish, each in order of time."""

    added: tuple[Shift, ...] = ()
    altered: tuple[Alteration, ...] = ()
    dropped: tuple[Shift, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.altered or self.dropped)

    @property
    def touched(self) -> tuple[Shift, ...]:
        """The shifts that change or vanish, as they are."""
        return (*(one.before for one in self.altered), *self.dropped)


def revised_days(made: Iterable[Shift], first: date) -> list[date]:
    """Return the days from a first one on in the weeks of which shifts are made."""
    weeks = sorted({Week.of(shift.on) for shift in made})
    return [day for week in weeks for day in week.days if day >= first]


def days_between(first: date, last: date) -> list[date]:
    """Return the days from a first to a last one, both included."""
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def revision(
    made: Collection[Shift], template: Collection[OpeningSlot], days: Iterable[date], now: datetime
) -> Revision:
    """Return what the template changes in the shifts of some days that have not begun.

    A closed shift that the template no longer asks for stays closed.
    """
    asked = set(days)
    here = {_place(shift): shift for shift in made if shift.on in asked}
    begun = {place for place, shift in here.items() if shift.starts_at <= now}
    wanted = {
        _place(shift): shift
        for shift in shifts_for(sorted(asked), template)
        if shift.starts_at > now and _place(shift) not in begun
    }
    to_come = [shift for place, shift in here.items() if place not in begun]
    altered = [Alteration(shift, _as_asked(shift, wanted)) for shift in to_come]
    return Revision(
        added=tuple(shift for place, shift in wanted.items() if place not in here),
        altered=tuple(one for one in altered if one.before != one.after),
        dropped=tuple(
            shift for shift in to_come if _place(shift) not in wanted and not shift.is_closed
        ),
    )


def missing(
    made: Collection[Shift], template: Collection[OpeningSlot], days: Iterable[date], now: datetime
) -> tuple[Shift, ...]:
    """Return the shifts of some days that the template asks for and nobody made yet."""
    return revision(made, template, days, now).added


def losing(
    change: Revision, made: Mapping[int, Shift], active: Iterable[Assignment]
) -> frozenset[int]:
    """Return which assignments, of those that are active, end by a change.

    They are those on a shift that vanishes, those for a part that no longer lies within the
    hours, and those of somebody who would be in two places at once.
    """
    dropped = {shift.id for shift in change.dropped}
    after = {one.after.id: one.after for one in change.altered}
    lost: set[int] = set()
    kept: defaultdict[int, list[tuple[date, Span]]] = defaultdict(list)
    in_order = sorted(active, key=lambda one: (one.shift_id in after, one.shift_id, one.id))
    for one in in_order:
        shift = after.get(one.shift_id) or made[one.shift_id]
        span = one.span(shift)
        free = not any(on == shift.on and span.meets(other) for on, other in kept[one.volunteer_id])
        if one.shift_id in dropped or not one.fits(shift) or not free:
            lost.add(one.id)
        else:
            kept[one.volunteer_id].append((shift.on, span))
    return frozenset(lost)


class PlacesAtStake(Refusal):
    """By a change of the template people lose their place, and nobody said that this is meant."""

    field = "seen"

    def __init__(self, assignment_ids: Sequence[int]) -> None:
        super().__init__(assignment_ids)
        self.assignment_ids = assignment_ids


class SpanTooLong(Refusal):
    """Shifts are made for a year at most."""

    field = "last"


def _place(shift: Shift) -> _Place:
    return shift.on, shift.daypart_id, shift.counter_id


def _as_asked(shift: Shift, wanted: Mapping[_Place, Shift]) -> Shift:
    asked = wanted.get(_place(shift))
    if asked is None:
        return shift
    return replace(
        shift, start=asked.start, end=asked.end, needed=asked.needed, demand=asked.demand
    )
