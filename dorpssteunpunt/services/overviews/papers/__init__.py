"""The papers of a support point as frozen records, complete enough to draw without asking anything.

States, kinds and levels are words already (services/words.py chose them); dates and moments stay
dates and moments, so that each paper writes them as suits its reader. Moments are aware. Text that
is absent is the empty string.
"""

from typing import Protocol

from dorpssteunpunt.services.overviews.papers.escalations import (
    DecisionNote,
    EscalationGroup,
    EscalationRow,
    EscalationsOverview,
    Note,
)
from dorpssteunpunt.services.overviews.papers.handover import (
    ActionLine,
    Correction,
    EntryText,
    HandoverDay,
    HandoverEntry,
    HandoverOverview,
    Reading,
)
from dorpssteunpunt.services.overviews.papers.parts import (
    Contact,
    Hours,
    Letterhead,
    Tone,
)
from dorpssteunpunt.services.overviews.papers.recovery import RecoveryHolder, RecoveryPaper
from dorpssteunpunt.services.overviews.papers.requests import (
    RequestGroup,
    RequestRow,
    RequestsOverview,
)
from dorpssteunpunt.services.overviews.papers.roster import (
    RosterCell,
    RosterDay,
    RosterName,
    RosterOverview,
    RosterPart,
)

Overview = (
    RosterOverview | RequestsOverview | HandoverOverview | EscalationsOverview | RecoveryPaper
)


class SheetWriter(Protocol):
    """Draws papers; the outside implements it."""

    def draw(self, overview: Overview) -> bytes:
        """Return the overview as a PDF: identical bytes for identical input and language."""
        ...


__all__ = [
    "ActionLine",
    "Contact",
    "Correction",
    "DecisionNote",
    "EntryText",
    "EscalationGroup",
    "EscalationRow",
    "EscalationsOverview",
    "HandoverDay",
    "HandoverEntry",
    "HandoverOverview",
    "Hours",
    "Letterhead",
    "Note",
    "Overview",
    "Reading",
    "RecoveryHolder",
    "RecoveryPaper",
    "RequestGroup",
    "RequestRow",
    "RequestsOverview",
    "RosterCell",
    "RosterDay",
    "RosterName",
    "RosterOverview",
    "RosterPart",
    "SheetWriter",
    "Tone",
]
