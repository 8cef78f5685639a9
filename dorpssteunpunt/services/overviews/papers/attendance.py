"""Who was there in a period and for how long, who was not, and of whom it is not noted."""

from dataclasses import dataclass
from datetime import date, timedelta

from dorpssteunpunt.services.overviews.papers.parts import Hours, Letterhead


@dataclass(frozen=True, slots=True, kw_only=True)
class DoneShift:
    """A shift that is over, with how long the roster has it, and how long somebody was there.

    `there` is None while nobody noted it; `said` is how it went when there is more to say.
    """

    day: date
    daypart: str
    hours: Hours
    length: timedelta
    there: timedelta | None
    said: str = ""
    is_stand_in: bool = False


@dataclass(frozen=True, slots=True)
class MissedShift:
    """A shift somebody had and was not there, with the reason given.

    Who reported absent is excused; who did not come without a word is not.
    """

    day: date
    daypart: str
    reason: str
    is_excused: bool = True


@dataclass(frozen=True, slots=True)
class VolunteerAttendance:
    """The shifts of one volunteer in order of time."""

    name: str
    done: tuple[DoneShift, ...]
    missed: tuple[MissedShift, ...]

    @property
    def noted(self) -> tuple[DoneShift, ...]:
        """The shifts of which it is noted that they were there."""
        return tuple(shift for shift in self.done if shift.there is not None)

    @property
    def total(self) -> timedelta:
        """How long they were there together, as far as it is noted."""
        return sum((shift.there for shift in self.done if shift.there is not None), timedelta())

    @property
    def not_noted(self) -> timedelta:
        """How long the shifts are together of which it is not noted."""
        return sum((shift.length for shift in self.done if shift.there is None), timedelta())


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceOverview:
    """Shifts that are over, from `first` to `last`, by volunteer in Dutch name order."""

    letterhead: Letterhead
    printed_on: date
    first: date
    last: date
    volunteers: tuple[VolunteerAttendance, ...]
