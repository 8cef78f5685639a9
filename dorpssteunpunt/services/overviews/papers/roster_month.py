"""The roster of a month at a glance, for the wall."""

from dataclasses import dataclass
from datetime import date

from dorpssteunpunt.services.overviews.papers.parts import Contact, Hours, Letterhead
from dorpssteunpunt.services.overviews.papers.roster import RosterCell, RosterDay


@dataclass(frozen=True, slots=True)
class MonthPart:
    """A day part of one week, with a cell for each column; None lies outside the month.

    `hours` are the usual ones of that week.
    """

    name: str
    hours: Hours | None
    cells: tuple[RosterCell | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthWeek:
    """The days of one ISO week that lie in the month, Monday first; the others are None."""

    number: int
    days: tuple[RosterDay | None, ...]
    parts: tuple[MonthPart, ...]
    is_concept: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthOverview:
    """A month on the wall: weeks under each other with equal columns, no residents' data."""

    letterhead: Letterhead
    printed_on: date
    month: date
    weeks: tuple[MonthWeek, ...]
    when_absent: Contact | None = None
