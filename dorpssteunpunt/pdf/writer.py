"""Draws each overview on the sheet that is made for it."""

from collections.abc import Callable, Mapping
from threading import Lock
from typing import Any, Final

from dorpssteunpunt.pdf.attendance_sheet import draw_attendance
from dorpssteunpunt.pdf.availability_sheet import draw_availability
from dorpssteunpunt.pdf.day_sheet import draw_day
from dorpssteunpunt.pdf.escalations_sheet import draw_escalations
from dorpssteunpunt.pdf.fonts import load_fonts
from dorpssteunpunt.pdf.gaps_sheet import draw_gaps
from dorpssteunpunt.pdf.handover_sheet import draw_handover
from dorpssteunpunt.pdf.month_sheet import draw_month
from dorpssteunpunt.pdf.personal_sheet import draw_personal
from dorpssteunpunt.pdf.recovery_paper import draw_recovery
from dorpssteunpunt.pdf.reminders_sheet import draw_reminders
from dorpssteunpunt.pdf.requests_sheet import draw_requests
from dorpssteunpunt.pdf.roster_sheet import draw_roster, draw_weeks
from dorpssteunpunt.services.overviews.papers import (
    AttendanceOverview,
    AvailabilityForms,
    DaySheet,
    EscalationsOverview,
    GapsOverview,
    HandoverOverview,
    MonthOverview,
    Overview,
    PersonalOverview,
    RecoveryPaper,
    RemindersOverview,
    RequestsOverview,
    RosterOverview,
    RosterWeeks,
)

_DRAWN_BY: Final[Mapping[type[Overview], Callable[[Any], bytes]]] = {
    RosterOverview: draw_roster,
    RosterWeeks: draw_weeks,
    MonthOverview: draw_month,
    DaySheet: draw_day,
    PersonalOverview: draw_personal,
    GapsOverview: draw_gaps,
    RemindersOverview: draw_reminders,
    AvailabilityForms: draw_availability,
    AttendanceOverview: draw_attendance,
    RequestsOverview: draw_requests,
    HandoverOverview: draw_handover,
    EscalationsOverview: draw_escalations,
    RecoveryPaper: draw_recovery,
}


class PdfSheetWriter:
    """Turns overviews into PDFs, from any thread; one at a time, because fonts are shared."""

    def __init__(self) -> None:
        self._lock = Lock()

    def warm_up(self) -> None:
        """Load the fonts, so that the first paper need not wait for them."""
        with self._lock:
            load_fonts()

    def draw(self, overview: Overview) -> bytes:
        """Return the overview as a PDF in the language in use.

        The same overview gives the same bytes. Every text in it is on the paper; a character
        that no font of the program holds is shown as a replacement sign.
        """
        with self._lock:
            return _DRAWN_BY[type(overview)](overview)
