"""The papers of a support point as frozen records, complete enough to draw without asking anything.

States, kinds and levels are words already (services/words.py chose them); dates and moments stay
dates and moments, so that each paper writes them as suits its reader. Moments are aware. Text that
is absent is the empty string.
"""

from typing import Protocol

from dorpssteunpunt.services.overviews.papers.attendance import (
    AttendanceOverview,
    DoneShift,
    MissedShift,
    VolunteerAttendance,
)
from dorpssteunpunt.services.overviews.papers.availability import (
    AskedDay,
    AskedPart,
    AvailabilityForm,
    AvailabilityForms,
)
from dorpssteunpunt.services.overviews.papers.day_sheet import (
    AbsentPerson,
    DaySheet,
    DutyPerson,
    DutyShift,
)
from dorpssteunpunt.services.overviews.papers.escalations import (
    DecisionNote,
    EscalationGroup,
    EscalationRow,
    EscalationsOverview,
    Note,
)
from dorpssteunpunt.services.overviews.papers.gaps import (
    AskedPerson,
    AskPerson,
    Gap,
    GapsOverview,
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
from dorpssteunpunt.services.overviews.papers.personal import (
    LostShift,
    OwnShift,
    PersonalOverview,
    PersonalRoster,
)
from dorpssteunpunt.services.overviews.papers.recovery import RecoveryHolder, RecoveryPaper
from dorpssteunpunt.services.overviews.papers.reminders import (
    CallPerson,
    RemindersOverview,
    ShiftToConfirm,
)
from dorpssteunpunt.services.overviews.papers.requests import (
    RequestGroup,
    RequestRow,
    RequestsOverview,
)
from dorpssteunpunt.services.overviews.papers.roster import (
    RosterCell,
    RosterDay,
    RosterLook,
    RosterName,
    RosterOverview,
    RosterPart,
    RosterWeeks,
    SheetSize,
)
from dorpssteunpunt.services.overviews.papers.roster_month import (
    MonthOverview,
    MonthPart,
    MonthWeek,
)

Overview = (
    RosterOverview
    | RosterWeeks
    | MonthOverview
    | DaySheet
    | PersonalOverview
    | GapsOverview
    | RemindersOverview
    | AvailabilityForms
    | AttendanceOverview
    | RequestsOverview
    | HandoverOverview
    | EscalationsOverview
    | RecoveryPaper
)


class SheetWriter(Protocol):
    """Draws papers; the outside implements it."""

    def draw(self, overview: Overview) -> bytes:
        """Return the overview as a PDF: identical bytes for identical input and language."""
        ...


__all__ = [
    "AbsentPerson",
    "ActionLine",
    "AskPerson",
    "AskedDay",
    "AskedPart",
    "AskedPerson",
    "AttendanceOverview",
    "AvailabilityForm",
    "AvailabilityForms",
    "CallPerson",
    "Contact",
    "Correction",
    "DaySheet",
    "DecisionNote",
    "DoneShift",
    "DutyPerson",
    "DutyShift",
    "EntryText",
    "EscalationGroup",
    "EscalationRow",
    "EscalationsOverview",
    "Gap",
    "GapsOverview",
    "HandoverDay",
    "HandoverEntry",
    "HandoverOverview",
    "Hours",
    "Letterhead",
    "LostShift",
    "MissedShift",
    "MonthOverview",
    "MonthPart",
    "MonthWeek",
    "Note",
    "Overview",
    "OwnShift",
    "PersonalOverview",
    "PersonalRoster",
    "Reading",
    "RecoveryHolder",
    "RecoveryPaper",
    "RemindersOverview",
    "RequestGroup",
    "RequestRow",
    "RequestsOverview",
    "RosterCell",
    "RosterDay",
    "RosterLook",
    "RosterName",
    "RosterOverview",
    "RosterPart",
    "RosterWeeks",
    "SheetSize",
    "SheetWriter",
    "ShiftToConfirm",
    "Tone",
    "VolunteerAttendance",
]
