"""Who did which shifts in a period, by the roster, and who reported absent."""

from dataclasses import dataclass
from datetime import date, timedelta

from dorpssteunpunt.services.overviews.papers.parts import Hours, Letterhead


@dataclass(frozen=True, slots=True, kw_only=True)
class DoneShift:
    """A shift that is over, with how long it really lasted."""

    day: date
    daypart: str
    hours: Hours
    length: timedelta
    is_stand_in: bool = False


@dataclass(frozen=True, slots=True)
class MissedShift:
    """A shift somebody had and reported absent for, with the reason given."""

    day: date
    daypart: str
    reason: str


@dataclass(frozen=True, slots=True)
class VolunteerAttendance:
    """The shifts of one volunteer in order of time."""

    name: str
    done: tuple[DoneShift, ...]
    missed: tuple[MissedShift, ...]

    @property
    def total(self) -> timedelta:
        """How long these shifts lasted together."""
        return sum((shift.length for shift in self.done), timedelta())


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceOverview:
    """Shifts that are over, from `first` to `last`, by volunteer in Dutch name order.

    Hours are those of the roster: whether somebody was really there is not recorded.
    """

    letterhead: Letterhead
    printed_on: date
    first: date
    last: date
    volunteers: tuple[VolunteerAttendance, ...]
