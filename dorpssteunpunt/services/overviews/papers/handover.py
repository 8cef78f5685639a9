"""The handover log of a period."""

from dataclasses import dataclass
from datetime import date, datetime

from dorpssteunpunt.services.overviews.papers.parts import Letterhead, Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionLine:
    """Something an entry asks for: who does what by when, and when it was done and by whom.

    `entry` is the number of the entry that asks it, for the list of open actions.
    """

    what: str
    who: str = ""
    due: date | None = None
    done_on: date | None = None
    done_by: str = ""
    entry: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryText:
    """What an entry, or a correction of it, says."""

    level: str
    tone: Tone
    situation: str
    background: str = ""
    assessment: str = ""
    contingency: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What was put right later. It is drawn under the original, as what differs from it."""

    happened_at: datetime
    written_at: datetime
    written_by: str
    text: EntryText


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Who read an entry, and with which words they acknowledged it, if they did."""

    by: str
    read_at: datetime
    acknowledged_at: datetime | None = None
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverEntry:
    """One entry of the log. When it happened and when it was written are two things.

    `about` names the help request or the person it belongs to, where there is one.
    """

    number: int
    happened_at: datetime
    written_at: datetime
    written_by: str
    text: EntryText
    about: str = ""
    actions: tuple[ActionLine, ...] = ()
    corrections: tuple[Correction, ...] = ()
    readings: tuple[Reading, ...] = ()

    @property
    def is_acknowledged(self) -> bool:
        """Whether anybody confirmed it in their own words."""
        return any(reading.acknowledged_at for reading in self.readings)


@dataclass(frozen=True, slots=True)
class HandoverDay:
    """The entries of one day, in the order in which they are to be read."""

    day: date
    entries: tuple[HandoverEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverOverview:
    """The log from `first` to `last`, both included; open actions of any date come first."""

    letterhead: Letterhead
    printed_on: date
    first: date
    last: date
    days: tuple[HandoverDay, ...]
    open_actions: tuple[ActionLine, ...] = ()
