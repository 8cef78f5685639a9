"""The papers of a support point as frozen records, complete enough to draw without asking anything.

States, kinds and levels are words already (services/words.py chose them); dates and moments stay
dates and moments, so that each paper writes them as suits its reader. Moments are aware. Text that
is absent is the empty string.
"""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import Enum
from typing import Protocol


class Tone(Enum):
    """How loudly a word is set on paper; the word itself always says the same."""

    CALM = "calm"
    ATTENTION = "attention"
    URGENT = "urgent"


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The support point as it stands at the head of each paper."""

    name: str
    address: str = ""
    village: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody to call, whose number may be on this paper."""

    name: str
    phone: str = ""


# --- the weekly roster, for the wall -----------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Hours:
    """From when until when, on the clock of the village."""

    start: time
    end: time


@dataclass(frozen=True, slots=True)
class RosterDay:
    """One column of the roster; the remark names a public holiday or the like."""

    day: date
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterName:
    """One person on a shift, named as the village wants it on the wall."""

    name: str
    is_lead: bool = False
    is_stand_in: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterCell:
    """One day part on one day: who is there and how many are needed, or that it is closed.

    Closed is a cell without hours. `is_structural` says of a gap that a standing place is vacant,
    rather than that somebody is away this once. `changed_on` is filled when the shift is no
    longer what was published.
    """

    hours: Hours | None = None
    needed: int = 0
    people: tuple[RosterName, ...] = ()
    is_structural: bool = False
    changed_on: date | None = None
    remark: str = ""

    @property
    def missing(self) -> int:
        """How many people are still needed."""
        return max(0, self.needed - len(self.people)) if self.hours else 0


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
    reserves: tuple[str, ...] = ()
    phones: tuple[Contact, ...] = ()

    @property
    def changes(self) -> int:
        """How many shifts differ from what was published."""
        return sum(cell.changed_on is not None for part in self.parts for cell in part.cells)


# --- open requests, for the folder at the desk -------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestRow:
    """One open request as the desk needs it when the computer is off.

    `when_note` adds to or replaces the date ("elke donderdag", "ochtend"). `place` is where to or
    where, when that is not the resident's home. `contact` says how they like to be reached.
    `volunteer` is empty while one is sought.
    """

    number: int
    kind: str
    state: str
    what: str
    requester: str
    waiting_since: date
    street: str = ""
    phone: str = ""
    contact: str = ""
    place: str = ""
    needed_on: date | None = None
    needed_before: date | None = None
    hours: Hours | None = None
    when_note: str = ""
    urgency: str = ""
    tone: Tone = Tone.CALM
    volunteer: str = ""
    volunteer_phone: str = ""
    follow_up_on: date | None = None
    follow_up: str = ""
    waits_until: date | None = None


@dataclass(frozen=True, slots=True)
class RequestGroup:
    """Requests that want the same of the desk; an empty group is counted, not drawn."""

    title: str
    requests: tuple[RequestRow, ...]


@dataclass(frozen=True, slots=True)
class RequestsOverview:
    """What is open, most pressing group first."""

    letterhead: Letterhead
    printed_on: date
    groups: tuple[RequestGroup, ...]


# --- the handover log of a period --------------------------------------------------------------


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


# --- escalations, for the village supporter only -----------------------------------------------


@dataclass(frozen=True, slots=True)
class Note:
    """Something a professional wrote, when and by whom."""

    at: datetime
    by: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionNote:
    """What the village supporter decided, and why."""

    at: datetime
    by: str
    decision: str
    because: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EscalationRow:
    """One escalation; `is_sealed` when the reader's key does not open what was written.

    `source` says where the signal came from ("bij hulpvraag 214"). `feedback` is what the desk
    was told.
    """

    number: int
    submitted_at: datetime
    submitted_by: str
    urgency: str
    tone: Tone
    state: str
    due_on: date
    about: str = ""
    observed: str = ""
    interpretation: str = ""
    source: str = ""
    is_overdue: bool = False
    is_sealed: bool = False
    seen_at: datetime | None = None
    seen_by: str = ""
    notes: tuple[Note, ...] = ()
    decision: DecisionNote | None = None
    feedback: Note | None = None


@dataclass(frozen=True, slots=True)
class EscalationGroup:
    """Escalations in one state; an empty group is counted, not drawn."""

    title: str
    escalations: tuple[EscalationRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EscalationsOverview:
    """What was put before the village supporter; confidential, and printed for one reader."""

    letterhead: Letterhead
    printed_on: date
    printed_for: str
    groups: tuple[EscalationGroup, ...]
    first: date | None = None
    last: date | None = None


# --- the recovery code, for the envelope -------------------------------------------------------


class RecoveryHolder(Enum):
    """Whose recovery code it is; that decides what it opens."""

    SUPPORT_POINT = "support point"
    SUPPORTER = "village supporter"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoveryPaper:
    """A recovery code to keep on paper; `person` is the village supporter whose code it is."""

    letterhead: Letterhead
    printed_on: date
    holder: RecoveryHolder
    code: tuple[str, ...]
    person: str = ""


Overview = (
    RosterOverview | RequestsOverview | HandoverOverview | EscalationsOverview | RecoveryPaper
)


class SheetWriter(Protocol):
    """Draws papers; the outside implements it."""

    def draw(self, overview: Overview) -> bytes:
        """Return the overview as a PDF: identical bytes for identical input and language."""
        ...
