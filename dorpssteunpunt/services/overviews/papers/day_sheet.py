"""One day at the desk, for who is there: shifts with phone numbers, and the requests of the day."""

from dataclasses import dataclass
from datetime import date

from dorpssteunpunt.domain.spans import least_present
from dorpssteunpunt.services.overviews.papers.parts import Hours, Letterhead
from dorpssteunpunt.services.overviews.papers.requests import RequestRow


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyPerson:
    """Somebody on a shift, by their full name and the number the desk calls.

    `hours` are theirs when they are there for a part of the shift.
    """

    name: str
    phone: str = ""
    is_lead: bool = False
    is_stand_in: bool = False
    hours: Hours | None = None


@dataclass(frozen=True, slots=True)
class AbsentPerson:
    """Somebody who was to come and reported absent, with the reason given."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyShift:
    """A shift of the day: who is there, who is not, and how many are still needed.

    `lacks` says whom it needs whatever their number. A shift that is closed this once needs nobody
    and says why.
    """

    daypart: str
    hours: Hours
    needed: int
    people: tuple[DutyPerson, ...] = ()
    absent: tuple[AbsentPerson, ...] = ()
    lacks_lead: bool = False
    lacks: str = ""
    closed_because: str = ""

    @property
    def present(self) -> int:
        """How many people are there, in the hour that has fewest."""
        there = [(person.hours or self.hours).span for person in self.people]
        return least_present(self.hours.span, there)

    @property
    def missing(self) -> int:
        """How many people are still needed, in the hour that has fewest."""
        return max(0, self.needed - self.present)


@dataclass(frozen=True, slots=True, kw_only=True)
class DaySheet:
    """What the desk needs on one day; for the desk only, with data of residents.

    `overdue` are requests whose day has gone by, on the sheet of today; the remark says what is
    special about the day.
    """

    letterhead: Letterhead
    printed_on: date
    day: date
    shifts: tuple[DutyShift, ...]
    requests: tuple[RequestRow, ...]
    overdue: tuple[RequestRow, ...] = ()
    remark: str = ""
