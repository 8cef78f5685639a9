"""The roster: shifts, who is on them, gaps, and whether somebody can take a shift."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from enum import StrEnum
from typing import Self

from dorpssteunpunt.base.clock import ZONE
from dorpssteunpunt.base.errors import Refusal
from dorpssteunpunt.domain.people import NEW, AvailabilityLevel, Volunteer
from dorpssteunpunt.domain.support_point import OpeningSlot
from dorpssteunpunt.domain.weeks import Week


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """One day part of one day on which the desk is staffed; wall-clock times.

    `changed_at` is when somebody last came on it, left it or changed place on it.
    """

    id: int = NEW
    on: date
    daypart_id: int
    start: time
    end: time
    needed: int
    changed_at: datetime | None = None

    @property
    def starts_at(self) -> datetime:
        """The moment it begins, by the clock of the village."""
        return datetime.combine(self.on, self.start, ZONE)

    @property
    def ends_at(self) -> datetime:
        """The moment it ends, by the clock of the village."""
        return datetime.combine(self.on, self.end, ZONE)


def overlaps(one: Shift, other: Shift) -> bool:
    """Say whether two shifts share time."""
    return one.on == other.on and one.start < other.end and other.start < one.end


def shifts_for(week: Week, template: Iterable[OpeningSlot]) -> list[Shift]:
    """Return the shifts that the week template asks for in a week."""
    return [
        Shift(
            on=week.days[slot.weekday - 1],
            daypart_id=slot.daypart_id,
            start=slot.start,
            end=slot.end,
            needed=slot.needed,
        )
        for slot in template
    ]


class Ending(StrEnum):
    """How somebody left a shift."""

    TAKEN_OFF = "taken_off"
    REPORTED_ABSENT = "reported_absent"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Place:
    """What the wall says about somebody on a shift."""

    volunteer_id: int
    is_lead: bool
    is_stand_in: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """A volunteer on a shift; an ended one stays, with who ended it and why."""

    id: int = NEW
    shift_id: int
    volunteer_id: int
    is_lead: bool = False
    is_stand_in: bool = False
    override_reason: str = ""
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
        return Place(self.volunteer_id, self.is_lead, self.is_stand_in)

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
        """How many people are still needed."""
        return max(0, self.shift.needed - len(self.assignments))

    @property
    def has_lead(self) -> bool:
        """Whether somebody leads this shift."""
        return any(one.is_lead for one in self.assignments)

    @property
    def lacks_lead(self) -> bool:
        """Whether people are on it, and none of them leads."""
        return bool(self.assignments) and not self.has_lead


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
    """Return who came, who left, and who became or stopped being lead or stand-in."""
    was = {place.volunteer_id: place for place in published}
    is_now = {place.volunteer_id: place for place in now}
    return Difference(
        came=tuple(sorted(is_now.keys() - was.keys())),
        left=tuple(sorted(was.keys() - is_now.keys())),
        altered=tuple(sorted(who for who in was.keys() & is_now.keys() if was[who] != is_now[who])),
    )


class Objection(StrEnum):
    """Why somebody is a poor choice for a shift; the hard ones come first."""

    NOT_ACTIVE = "not_active"
    ON_SHIFT = "on_shift"
    ON_DUTY = "on_duty"
    CANNOT = "cannot"
    WEEK_FULL = "week_full"
    RATHER_NOT = "rather_not"
    NOT_ASKED = "not_asked"

    @property
    def needs_reason(self) -> bool:
        """Whether the coordinator has to say why all the same."""
        return self in (Objection.CANNOT, Objection.WEEK_FULL)

    @property
    def forbids(self) -> bool:
        """Whether no reason in the world makes this possible."""
        return self in (Objection.NOT_ACTIVE, Objection.ON_SHIFT, Objection.ON_DUTY)


class Fit(StrEnum):
    """How well somebody suits a shift, in falling order."""

    GOOD = "good"
    JUST = "just"
    POOR = "poor"
    IMPOSSIBLE = "impossible"


@dataclass(frozen=True, slots=True)
class Suitability:
    """How well a volunteer suits a shift."""

    level: AvailabilityLevel | None
    objections: tuple[Objection, ...]

    @property
    def is_possible(self) -> bool:
        """Whether nothing forbids it."""
        return not any(objection.forbids for objection in self.objections)

    @property
    def needs_reason(self) -> bool:
        """Whether choosing this volunteer asks for a reason."""
        return any(objection.needs_reason for objection in self.objections)

    @property
    def fit(self) -> Fit:
        """All objections together in one grade."""
        if not self.is_possible:
            return Fit.IMPOSSIBLE
        if self.needs_reason:
            return Fit.POOR
        return Fit.JUST if self.objections else Fit.GOOD

    @property
    def rank(self) -> tuple[int, int]:
        """What to sort by to get the best choice first; wishes decide within a grade."""
        wish = len(_LEVELS) if self.level is None else _LEVELS.index(self.level)
        return list(Fit).index(self.fit), wish


_LEVELS = tuple(AvailabilityLevel)


def suitability(volunteer: Volunteer, shift: Shift, own_week: Collection[Shift]) -> Suitability:
    """Judge a volunteer for a shift, given the shifts they already have in that ISO week."""
    level = volunteer.availability_on(shift.on.isoweekday(), shift.daypart_id)
    others = [own for own in own_week if own.id != shift.id]
    limit = volunteer.shifts_per_week
    judged = {
        Objection.NOT_ACTIVE: not volunteer.is_active(shift.on),
        Objection.ON_SHIFT: len(others) < len(own_week),
        Objection.ON_DUTY: any(overlaps(shift, own) for own in others),
        Objection.CANNOT: level is AvailabilityLevel.CANNOT,
        Objection.WEEK_FULL: limit is not None and len(others) >= limit,
        Objection.RATHER_NOT: level is AvailabilityLevel.RATHER_NOT,
        Objection.NOT_ASKED: level is None,
    }
    return Suitability(level, tuple(objection for objection, holds in judged.items() if holds))


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


class VolunteerUnavailable(Refusal):
    """This volunteer cannot take this shift, or only with a reason."""

    field = "reason"

    def __init__(self, volunteer_id: int, shift: Shift, objections: tuple[Objection, ...]) -> None:
        super().__init__(volunteer_id, shift, objections)
        self.volunteer_id = volunteer_id
        self.shift = shift
        self.objections = objections

    @property
    def is_final(self) -> bool:
        """Whether no reason overrides it."""
        return any(objection.forbids for objection in self.objections)


def check_choice(
    volunteer: Volunteer, shift: Shift, own_week: Collection[Shift], reason: str
) -> None:
    """Raise `VolunteerUnavailable` when this choice is impossible, or asks for a reason."""
    judged = suitability(volunteer, shift, own_week)
    if not judged.is_possible or (judged.needs_reason and not reason):
        raise VolunteerUnavailable(volunteer.person_id, shift, judged.objections)


class NotOnShift(Refusal):
    """This volunteer has left the shift already."""


class ReasonMissing(Refusal):
    """Leaving a shift needs a reason that the volunteer may see."""

    field = "reason"


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


class WeekTemplateEmpty(Refusal):
    """The support point is never open by its week template, so there is nothing to make."""
