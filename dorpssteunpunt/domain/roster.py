"""The roster: shifts, who is on them, gaps, and whether somebody can take a shift."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from dorpssteunpunt.base.errors import Refusal
from dorpssteunpunt.domain.people import NEW, AvailabilityLevel, Volunteer


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """One day part of one day on which the desk is staffed; wall-clock times."""

    id: int = NEW
    on: date
    daypart_id: int
    start: time
    end: time
    needed: int


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
    ended_reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """That a week hangs on the wall, since when and by whom."""

    year: int
    week: int
    published_at: datetime
    published_by: int


class Objection(StrEnum):
    """Why somebody is a poor choice for a shift; the hard ones come first."""

    NOT_ACTIVE = "not_active"
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
        return self in (Objection.NOT_ACTIVE, Objection.ON_DUTY)


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


def overlaps(one: Shift, other: Shift) -> bool:
    """Say whether two shifts share time."""
    return one.on == other.on and one.start < other.end and other.start < one.end


def suitability(volunteer: Volunteer, shift: Shift, own_week: list[Shift]) -> Suitability:
    """Judge a volunteer for a shift, given the shifts they already have in that ISO week."""
    level = volunteer.availability_on(shift.on.isoweekday(), shift.daypart_id)
    objections: list[Objection] = []
    if not volunteer.is_active(shift.on):
        objections.append(Objection.NOT_ACTIVE)
    if any(overlaps(shift, own) for own in own_week):
        objections.append(Objection.ON_DUTY)
    if level is AvailabilityLevel.CANNOT:
        objections.append(Objection.CANNOT)
    if volunteer.shifts_per_week is not None and len(own_week) >= volunteer.shifts_per_week:
        objections.append(Objection.WEEK_FULL)
    if level is AvailabilityLevel.RATHER_NOT:
        objections.append(Objection.RATHER_NOT)
    if level is None:
        objections.append(Objection.NOT_ASKED)
    return Suitability(level, tuple(objections))


class VolunteerUnavailable(Refusal):
    """This volunteer cannot take this shift, or only with a reason (`override_reason`)."""

    field = "override_reason"

    def __init__(self, objections: tuple[Objection, ...]) -> None:
        super().__init__(objections)
        self.objections = objections

    @property
    def is_final(self) -> bool:
        """Whether no reason overrides it."""
        return any(objection.forbids for objection in self.objections)


class ReasonMissing(Refusal):
    """Taking somebody off the roster needs a reason that they may see."""

    field = "reason"


class WeekHasShifts(Refusal):
    """The shifts of this week were made before."""
