"""The weekly roster, for the wall."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from dorpssteunpunt.domain.spans import Span, least_present, shortages
from dorpssteunpunt.services.overviews.papers.parts import Contact, Hours, Letterhead


class SheetSize(Enum):
    """The paper that a roster is printed on, on its side."""

    A4 = "a4"
    A3 = "a3"


@dataclass(frozen=True, slots=True)
class RosterLook:
    """How a roster is to hang: on which paper, and whether in large print."""

    size: SheetSize = SheetSize.A4
    is_large: bool = False


@dataclass(frozen=True, slots=True)
class RosterDay:
    """One column of the roster; the remark says what day it is or why the desk is closed all day.

    `school` is the school holiday that it lies in.
    """

    day: date
    remark: str = ""
    school: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterName:
    """One person on a shift, named as the village wants it on the wall.

    `hours` are theirs when they are there for a part of the shift.
    """

    name: str
    is_lead: bool = False
    is_stand_in: bool = False
    hours: Hours | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterCell:
    """One day part on one day: who is there and how many are needed, or that it is closed.

    Closed is a cell without hours; the remark says why, where that is so this once.
    `is_structural` says of a gap that a standing place is vacant, rather than that somebody is
    away this once; `lacks` whom the shift needs whatever their number, in words. `changed_on` is
    filled when the shift is no longer what was published.
    """

    hours: Hours | None = None
    needed: int = 0
    people: tuple[RosterName, ...] = ()
    is_structural: bool = False
    lacks: str = ""
    changed_on: date | None = None
    remark: str = ""

    @property
    def present(self) -> int:
        """How many people are there, in the hour that has fewest."""
        return least_present(self.hours.span, self._spans(self.hours)) if self.hours else 0

    @property
    def missing(self) -> int:
        """How many people are still needed, in the hour that has fewest."""
        return max(0, self.needed - self.present) if self.hours else 0

    @property
    def is_short(self) -> bool:
        """Whether it needs somebody: people, or somebody who can do what it asks for."""
        return self.missing > 0 or bool(self.lacks)

    @property
    def short_hours(self) -> tuple[Hours, ...]:
        """The hours in which people are needed, when that is not the whole shift."""
        if not self.hours:
            return ()
        short = shortages(self.hours.span, self.needed, self._spans(self.hours))
        hours = tuple(Hours(one.span.start, one.span.end) for one in short)
        return () if hours == (self.hours,) else hours

    def _spans(self, whole: Hours) -> list[Span]:
        return [(person.hours or whole).span for person in self.people]


@dataclass(frozen=True, slots=True)
class RosterPart:
    """One row of the roster: a day part, with a cell for each day in the order of the days."""

    name: str
    hours: Hours | None
    cells: tuple[RosterCell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterOverview:
    """The week on the wall: days across, day parts down, no residents' data.

    `days` runs from Monday to the last open day. `phones` holds only those who agreed to have
    their number here; `when_absent` is whom to call when you cannot come. A week that was never
    published is a concept.
    """

    letterhead: Letterhead
    printed_on: date
    days: tuple[RosterDay, ...]
    parts: tuple[RosterPart, ...]
    published_on: date | None = None
    when_absent: Contact | None = None
    phones: tuple[Contact, ...] = ()
    look: RosterLook = RosterLook()

    @property
    def changes(self) -> int:
        """How many shifts differ from what was published."""
        return sum(cell.changed_on is not None for part in self.parts for cell in part.cells)


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterWeeks:
    """Several weeks under each other on one paper, in the look of the first."""

    letterhead: Letterhead
    printed_on: date
    weeks: tuple[RosterOverview, ...]
