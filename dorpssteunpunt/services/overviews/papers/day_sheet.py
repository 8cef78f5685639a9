"""One day at the desk, for who is there: shifts with phone numbers, and the requests of the day."""

from dataclasses import dataclass
from datetime import date

from dorpssteunpunt.services.overviews.papers.parts import Hours, Letterhead
from dorpssteunpunt.services.overviews.papers.requests import RequestRow


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyPerson:
    """Somebody on a shift, by their full name and the number the desk calls."""

    name: str
    phone: str = ""
    is_lead: bool = False
    is_stand_in: bool = False


@dataclass(frozen=True, slots=True)
class AbsentPerson:
    """Somebody who was to come and reported absent, with the reason given."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyShift:
    """A shift of the day: who is there, who is not, and how many are still needed.

    A shift that is closed this once needs nobody and says why.
    """

    daypart: str
    hours: Hours
    needed: int
    people: tuple[DutyPerson, ...] = ()
    absent: tuple[AbsentPerson, ...] = ()
    lacks_lead: bool = False
    closed_because: str = ""

    @property
    def missing(self) -> int:
        """How many people are still needed."""
        return max(0, self.needed - len(self.people))


@dataclass(frozen=True, slots=True, kw_only=True)
class DaySheet:
    """What the desk needs on one day; for the desk only, with data of residents.

    `overdue` are requests whose day has gone by, on the sheet of today.
    """

    letterhead: Letterhead
    printed_on: date
    day: date
    shifts: tuple[DutyShift, ...]
    requests: tuple[RequestRow, ...]
    overdue: tuple[RequestRow, ...] = ()
