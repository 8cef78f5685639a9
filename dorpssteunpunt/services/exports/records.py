"""What other programs get as frozen records, complete enough to write without asking anything.

Words are chosen already, in the language in use. Moments are aware, in the time of the village.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Protocol

from dorpssteunpunt.services.overviews.papers import AvailabilityForms


class EventStatus(StrEnum):
    """How certain an event is, in the words of RFC 5545."""

    CONFIRMED = "CONFIRMED"
    TENTATIVE = "TENTATIVE"
    CANCELLED = "CANCELLED"


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEvent:
    """A shift in somebody's calendar.

    `uid` is the same each time it is exported; of two events with one uid, a calendar keeps the
    one with the higher `sequence`.
    """

    uid: str
    sequence: int
    status: EventStatus
    starts_at: datetime
    ends_at: datetime
    summary: str
    description: str
    location: str
    changed_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftCalendar:
    """The shifts of one volunteer, or of the desk; `file_name` has no folder and no ending."""

    name: str
    file_name: str
    made_at: datetime
    events: tuple[CalendarEvent, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftLine:
    """A shift as a line of a table; `present` counts the hour that has fewest."""

    week: str
    day: date
    weekday: str
    daypart: str
    start: time
    end: time
    length: timedelta
    needed: int
    lead: str
    people: tuple[str, ...]
    present: int
    state: str

    @property
    def missing(self) -> int:
        """How many people are still needed."""
        return max(0, self.needed - self.present)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceLine:
    """Somebody on a shift as a line of a table."""

    name: str
    week: str
    day: date
    daypart: str
    start: time
    end: time
    length: timedelta
    role: str
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterTable:
    """The roster of a period as tables: one of shifts, one of who is on them."""

    title: str
    author: str
    made_at: datetime
    shifts: tuple[ShiftLine, ...]
    places: tuple[PlaceLine, ...]


Export = ShiftCalendar | RosterTable | AvailabilityForms


class FileWriter(Protocol):
    """Writes files that other programs read; the outside implements it."""

    def write(self, export: Export) -> bytes:
        """Return the file: identical bytes for identical input and language."""
        ...
