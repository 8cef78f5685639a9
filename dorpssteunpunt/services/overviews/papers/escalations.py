"""Escalations, for the village supporter only."""

from dataclasses import dataclass
from datetime import date, datetime

from dorpssteunpunt.services.overviews.papers.parts import Letterhead, Tone


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
