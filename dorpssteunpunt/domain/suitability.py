"""Whether somebody can take a shift: the one place that weighs wishes and rules of the roster."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from dorpssteunpunt.base.errors import Refusal
from dorpssteunpunt.domain.availability import AvailabilityLevel
from dorpssteunpunt.domain.dayparts import TimeOfDay
from dorpssteunpunt.domain.demand import NO_LACK, Lack, lack
from dorpssteunpunt.domain.people import Experience, Volunteer
from dorpssteunpunt.domain.roster import Shift, overlaps
from dorpssteunpunt.domain.weeks import Week


class Objection(StrEnum):
    """Why somebody is a poor choice for a shift; the hard ones come first."""

    NOT_ACTIVE = "not_active"
    ON_SHIFT = "on_shift"
    ON_DUTY = "on_duty"
    ON_LEAVE = "on_leave"
    CANNOT = "cannot"
    APART = "apart"
    BEGINNERS_ONLY = "beginners_only"
    EVENING_THEN_MORNING = "evening_then_morning"
    WEEK_FULL = "week_full"
    MONTH_FULL = "month_full"
    SHIFT_FULL = "shift_full"
    RATHER_NOT = "rather_not"
    NOT_ASKED = "not_asked"
    BEGINNER_FIRST = "beginner_first"
    SKILL_LACKING = "skill_lacking"
    EXPERIENCE_LACKING = "experience_lacking"
    ENOUGH = "enough"

    @property
    def forbids(self) -> bool:
        """Whether no reason in the world makes this possible."""
        return self in (Objection.NOT_ACTIVE, Objection.ON_SHIFT, Objection.ON_DUTY)

    @property
    def needs_reason(self) -> bool:
        """Whether the coordinator has to say why all the same."""
        return self in (
            Objection.ON_LEAVE,
            Objection.CANNOT,
            Objection.APART,
            Objection.BEGINNERS_ONLY,
            Objection.EVENING_THEN_MORNING,
            Objection.WEEK_FULL,
            Objection.MONTH_FULL,
            Objection.SHIFT_FULL,
        )


class Fit(StrEnum):
    """How well somebody suits a shift, in falling order."""

    GOOD = "good"
    JUST = "just"
    POOR = "poor"
    IMPOSSIBLE = "impossible"


@dataclass(frozen=True, slots=True)
class Suitability:
    """How well a volunteer suits a shift; `is_together` with somebody they like to be with.

    `brings` is what the shift asks for and has nobody for but them, `leaves` what it would still
    lack with them.
    """

    level: AvailabilityLevel | None
    objections: tuple[Objection, ...]
    is_together: bool = False
    brings: Lack = NO_LACK
    leaves: Lack = NO_LACK

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
    def rank(self) -> tuple[int, bool, int, bool]:
        """What to sort by to get the best choice first.

        Within a grade whoever brings what the shift lacks comes first, and then wishes decide.
        """
        never_asked = len(AvailabilityLevel)
        wish = never_asked if self.level is None else list(AvailabilityLevel).index(self.level)
        return list(Fit).index(self.fit), not self.brings, wish, not self.is_together


@dataclass(frozen=True, slots=True)
class Load:
    """How many shifts somebody has besides the one in question, in its week and its month."""

    this_week: int
    this_month: int


def days_that_count(on: date) -> tuple[date, date]:
    """Return the first and last day whose shifts count in judging one on a day.

    They are its ISO week, its calendar month, and the days before and after it.
    """
    week = Week.of(on)
    next_month = (on.replace(day=28) + timedelta(days=4)).replace(day=1)
    day = timedelta(days=1)
    first = min(week.monday, on.replace(day=1), on - day)
    return first, max(week.sunday, next_month - day, on + day)


def load(shift: Shift, own: Collection[Shift]) -> Load:
    """Count the shifts somebody has besides this one."""
    others = [one for one in own if one.id != shift.id]
    week, month = Week.of(shift.on), (shift.on.year, shift.on.month)
    return Load(
        sum(Week.of(one.on) == week for one in others),
        sum((one.on.year, one.on.month) == month for one in others),
    )


def suitability(
    volunteer: Volunteer,
    shift: Shift,
    own: Collection[Shift],
    company: Collection[Volunteer] = (),
) -> Suitability:
    """Judge a volunteer for a shift.

    `own` are the shifts they already have on the `days_that_count`, `company` who is on this one.
    """
    level = volunteer.when.level(shift.on, shift.daypart_id, shift.start, shift.end)
    others = [one for one in own if one.id != shift.id]
    company = [one for one in company if one.person_id != volunteer.person_id]
    cannot = level is AvailabilityLevel.CANNOT
    on_leave = cannot and volunteer.when.leave_on(shift.on) is not None
    alone = _is_beginner(volunteer) and all(map(_is_beginner, company))
    fills = len(company) + 1 >= shift.needed
    lacks = lack(shift.demand, shift.span, [(shift.span, one) for one in company])
    leaves = lacks.after(volunteer)
    busy = load(shift, own)
    week_full = _reached(busy.this_week, volunteer.shifts_per_week)
    month_full = _reached(busy.this_month, volunteer.shifts_per_month)
    judged = {
        Objection.NOT_ACTIVE: not volunteer.is_active(shift.on),
        Objection.ON_SHIFT: len(others) < len(own),
        Objection.ON_DUTY: any(overlaps(shift, one) for one in others),
        Objection.ON_LEAVE: on_leave,
        Objection.CANNOT: cannot and not on_leave,
        Objection.APART: any(_apart(volunteer, one) for one in company),
        Objection.BEGINNERS_ONLY: alone and fills,
        Objection.EVENING_THEN_MORNING: volunteer.no_evening_then_morning
        and any(evening_then_morning(shift, one) for one in others),
        Objection.WEEK_FULL: week_full,
        Objection.MONTH_FULL: month_full,
        Objection.SHIFT_FULL: _reached(len(company), shift.demand.most),
        Objection.RATHER_NOT: level is AvailabilityLevel.RATHER_NOT,
        Objection.NOT_ASKED: level is None,
        Objection.BEGINNER_FIRST: alone and not fills,
        Objection.SKILL_LACKING: bool(leaves.skills),
        Objection.EXPERIENCE_LACKING: leaves.experienced,
        Objection.ENOUGH: not (week_full or month_full) and _has_enough(volunteer, busy),
    }
    return Suitability(
        level,
        tuple(objection for objection, holds in judged.items() if holds),
        is_together=any(_together(volunteer, one) for one in company),
        brings=lacks.met_by(volunteer),
        leaves=leaves,
    )


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
    volunteer: Volunteer,
    shift: Shift,
    own: Collection[Shift],
    reason: str,
    company: Collection[Volunteer] = (),
) -> None:
    """Raise `VolunteerUnavailable` when this choice is impossible, or asks for a reason."""
    judged = suitability(volunteer, shift, own, company)
    if not judged.is_possible or (judged.needs_reason and not reason):
        raise VolunteerUnavailable(volunteer.person_id, shift, judged.objections)


def _is_beginner(volunteer: Volunteer) -> bool:
    return volunteer.experience is Experience.BEGINNER


def _apart(one: Volunteer, other: Volunteer) -> bool:
    return other.person_id in one.apart or one.person_id in other.apart


def _together(one: Volunteer, other: Volunteer) -> bool:
    return other.person_id in one.together or one.person_id in other.together


def is_evening(shift: Shift) -> bool:
    """Say whether a shift is one of the evening."""
    return shift.time_of_day is TimeOfDay.EVENING


def is_morning(shift: Shift) -> bool:
    """Say whether a shift is one of the morning."""
    return shift.time_of_day is TimeOfDay.MORNING


def evening_then_morning(one: Shift, other: Shift) -> bool:
    """Say whether one of two shifts is an evening, and the other the morning after it."""
    first, second = sorted((one, other), key=lambda shift: (shift.on, shift.start))
    next_day = second.on - first.on == timedelta(days=1)
    return next_day and is_evening(first) and is_morning(second)


def _reached(count: int, limit: int | None) -> bool:
    return limit is not None and count >= limit


def _has_enough(volunteer: Volunteer, busy: Load) -> bool:
    return _reached(busy.this_week, volunteer.wanted_per_week) or _reached(
        busy.this_month, volunteer.wanted_per_month
    )
