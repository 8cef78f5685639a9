"""The roster: shifts, who is on them, gaps, and what was published."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Self

from dorpssteunpunt.base.clock import ZONE
from dorpssteunpunt.base.errors import Refusal
from dorpssteunpunt.domain.counters import FIRST_COUNTER
from dorpssteunpunt.domain.dayparts import TimeOfDay
from dorpssteunpunt.domain.demand import NO_LACK, NOTHING_MORE, Demand, Lack, lack
from dorpssteunpunt.domain.people import NEW, Volunteer
from dorpssteunpunt.domain.spans import Span, least_present, pieces
from dorpssteunpunt.domain.template import OpeningSlot, lines_on
from dorpssteunpunt.domain.times import shift_length
from dorpssteunpunt.domain.weeks import Week


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """One day part of one day on which a counter is staffed; wall-clock times.

    What it needs and asks for is what counted when it was made; the time of day is that of its day
    part. `changed_at` is when somebody last came on it, left it or changed place on it, and
    `hours_changed_at` when last its hours became other ones; a shift that is closed this once says
    why in `closed_because`.
    """

    id: int = NEW
    on: date
    daypart_id: int
    counter_id: int = FIRST_COUNTER
    start: time
    end: time
    needed: int
    demand: Demand = NOTHING_MORE
    time_of_day: TimeOfDay = TimeOfDay.AFTERNOON
    changed_at: datetime | None = None
    hours_changed_at: datetime | None = None
    closed_because: str = ""

    @property
    def is_closed(self) -> bool:
        """Whether the desk is closed although the week template has this shift."""
        return bool(self.closed_because)

    @property
    def starts_at(self) -> datetime:
        """The moment it begins, by the clock of the village."""
        return datetime.combine(self.on, self.start, ZONE)

    @property
    def ends_at(self) -> datetime:
        """The moment it ends, by the clock of the village."""
        return datetime.combine(self.on, self.end, ZONE)

    @property
    def length(self) -> timedelta:
        """How long it really lasts, also across a clock change."""
        return shift_length(self.on, self.start, self.end)

    @property
    def span(self) -> Span:
        """Its hours."""
        return Span(self.start, self.end)

    def cut(self, span: Span) -> Self:
        """Return this shift with only these of its hours."""
        return replace(self, start=span.start, end=span.end)


def overlaps(one: Shift, other: Shift) -> bool:
    """Say whether two shifts share time."""
    return one.on == other.on and one.span.meets(other.span)


def shifts_for(days: Iterable[date], template: Collection[OpeningSlot]) -> list[Shift]:
    """Return the shifts that the week template asks for on some days."""
    return [
        Shift(
            on=day,
            daypart_id=slot.daypart_id,
            counter_id=slot.counter_id,
            start=slot.start,
            end=slot.end,
            needed=slot.needed,
            demand=slot.demand,
        )
        for day in days
        for slot in lines_on(day, template)
    ]


class Ending(StrEnum):
    """How somebody left a shift."""

    TAKEN_OFF = "taken_off"
    REPORTED_ABSENT = "reported_absent"
    MOVED = "moved"
    SWAPPED = "swapped"


class Origin(StrEnum):
    """How a name came on a shift."""

    STANDING = "standing"
    CHOSEN = "chosen"
    PROPOSED = "proposed"
    SWAPPED = "swapped"


@dataclass(frozen=True, slots=True)
class Place:
    """What the wall says about somebody on a shift; the hours are None as the shift's own."""

    volunteer_id: int
    is_lead: bool
    is_stand_in: bool
    starts: time | None = None
    ends: time | None = None


@dataclass(frozen=True, slots=True)
class Swap:
    """How somebody came on a shift by a swap: instead of whom, and when both agreed.

    The ids are of assignments: whose place (or a part of it) was taken, and the one that was
    given in return, if there was one.
    """

    took_over_id: int | None = None
    in_return_id: int | None = None
    giver_agreed_on: date | None = None
    taker_agreed_on: date | None = None

    def __bool__(self) -> bool:
        return self.took_over_id is not None


NO_SWAP = Swap()


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """A volunteer on a shift; an ended one stays, with who ended it and why.

    `starts` and `ends` say which part of the shift it is; None is as the shift does. Whoever is
    pinned stays in every proposal of the program.
    """

    id: int = NEW
    shift_id: int
    volunteer_id: int
    is_lead: bool = False
    is_stand_in: bool = False
    is_pinned: bool = False
    origin: Origin = Origin.CHOSEN
    starts: time | None = None
    ends: time | None = None
    override_reason: str = ""
    swap: Swap = NO_SWAP
    made_at: datetime
    made_by: int
    ended_at: datetime | None = None
    ended_by: int | None = None
    ended_as: Ending | None = None
    ended_reason: str = ""

    @property
    def is_active(self) -> bool:
        """Whether this volunteer is on the shift now."""
        return self.ended_at is None

    @property
    def place(self) -> Place:
        """What the wall says of it."""
        return Place(self.volunteer_id, self.is_lead, self.is_stand_in, self.starts, self.ends)

    @property
    def is_part(self) -> bool:
        """Whether it is for a part of the shift only."""
        return self.starts is not None or self.ends is not None

    @property
    def is_settled(self) -> bool:
        """Whether people decided this one, so that no repair moves it.

        It was pinned, agreed by two in a swap, or chosen against a rule with a reason.
        """
        return self.is_pinned or bool(self.swap) or bool(self.override_reason)

    def span(self, shift: Shift) -> Span:
        """Return the hours of its shift in which this volunteer is there."""
        return Span(self.starts or shift.start, self.ends or shift.end)

    def fits(self, shift: Shift) -> bool:
        """Say whether it lies within the hours of its shift, which may be other ones by now."""
        span = self.span(shift)
        return span.start < span.end and shift.span.holds(span)

    def ended(self, how: Ending, at: datetime, by: int, reason: str) -> Self:
        """Return this assignment as it stays behind when the volunteer leaves the shift."""
        return replace(self, ended_at=at, ended_by=by, ended_as=how, ended_reason=reason)


@dataclass(frozen=True, slots=True)
class Staffing:
    """A shift with who is on it: the lead first, stand-ins last."""

    shift: Shift
    assignments: tuple[Assignment, ...]

    @classmethod
    def of(cls, shift: Shift, assignments: Iterable[Assignment]) -> Self:
        """Return the staffing of a shift, given assignments of any shift and time."""
        present = [one for one in assignments if one.is_active and one.shift_id == shift.id]
        present.sort(key=lambda one: (not one.is_lead, one.is_stand_in, one.id))
        return cls(shift, tuple(present))

    @property
    def missing(self) -> int:
        """How many people are still needed, in the hour that has fewest."""
        if self.shift.is_closed:
            return 0
        present = [one.span(self.shift) for one in self.assignments]
        return max(0, self.shift.needed - least_present(self.shift.span, present))

    @property
    def has_lead(self) -> bool:
        """Whether somebody leads this shift, or a part of it."""
        return any(one.is_lead for one in self.assignments)

    @property
    def lacks_lead(self) -> bool:
        """Whether people are on it at some hour, and none of them leads."""
        present = [(one.span(self.shift), one.is_lead) for one in self.assignments]
        for piece in pieces(self.shift.span, [span for span, _lead in present]):
            leads = [is_lead for span, is_lead in present if span.holds(piece)]
            if leads and not any(leads):
                return True
        return False

    def lack(self, volunteers: Mapping[int, Volunteer]) -> Lack:
        """Return what it lacks beside people; of who is on it all that they can do is given."""
        if self.shift.is_closed or not self.shift.demand.asks_who:
            return NO_LACK
        present = [(one.span(self.shift), volunteers[one.volunteer_id]) for one in self.assignments]
        return lack(self.shift.demand, self.shift.span, present)


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """That a week hangs on the wall, since when and by whom."""

    id: int = NEW
    year: int
    week: int
    published_at: datetime
    published_by: int


@dataclass(frozen=True, slots=True)
class Difference:
    """How a shift differs from what was published, as ids of volunteers."""

    came: tuple[int, ...] = ()
    left: tuple[int, ...] = ()
    altered: tuple[int, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.came or self.left or self.altered)


def difference(published: Collection[Place], now: Collection[Place]) -> Difference:
    """Return who came, who left, and whose role or hours became other ones."""
    was = {place.volunteer_id: place for place in published}
    is_now = {place.volunteer_id: place for place in now}
    return Difference(
        came=tuple(sorted(is_now.keys() - was.keys())),
        left=tuple(sorted(was.keys() - is_now.keys())),
        altered=tuple(sorted(who for who in was.keys() & is_now.keys() if was[who] != is_now[who])),
    )


@dataclass(frozen=True, slots=True)
class Step:
    """One change of the roster, by an account: all assignments of the shifts it touched."""

    by: int
    before: tuple[Assignment, ...]
    after: tuple[Assignment, ...]

    @property
    def shift_ids(self) -> frozenset[int]:
        """The shifts it touched."""
        return frozenset(one.shift_id for one in (*self.before, *self.after))


class ShiftClosed(Refusal):
    """Nobody is put on a shift that is closed; it is opened first."""


class NotOnShift(Refusal):
    """This volunteer has left the shift already."""


class ReasonMissing(Refusal):
    """Leaving a shift needs a reason that the volunteer may see."""

    field = "reason"


class UnansweredShifts(Refusal):
    """Somebody goes away from coming shifts, and it was not said of all whether they stay.

    `shifts` are those that are not over yet, each with the id of the assignment to it.
    """

    field = "shifts"

    def __init__(self, shifts: tuple[tuple[int, Shift], ...]) -> None:
        super().__init__(shifts)
        self.shifts = shifts


class ChangedSince(Refusal):
    """The shift was changed after the step that is to be undone."""


class WeekHasShifts(Refusal):
    """The shifts of this week were made before."""

    def __init__(self, week: Week) -> None:
        super().__init__(week)
        self.week = week


class WeekInUse(Refusal):
    """Somebody was put on a shift of this week, or it is published: its shifts stay."""


class WeekWithoutShifts(Refusal):
    """No shifts were made for this week yet."""

    def __init__(self, week: Week) -> None:
        super().__init__(week)
        self.week = week


class PeriodWithoutShifts(Refusal):
    """No shifts were made for these days yet."""

    def __init__(self, first: date, last: date) -> None:
        super().__init__(first, last)
        self.first = first
        self.last = last


class WeekTemplateEmpty(Refusal):
    """The support point is never open by its week template, so there is nothing to make."""
