"""Draws each overview on the sheet that is made for it."""

from threading import Lock

from dorpssteunpunt.pdf.escalations_sheet import draw_escalations
from dorpssteunpunt.pdf.fonts import load_fonts
from dorpssteunpunt.pdf.handover_sheet import draw_handover
from dorpssteunpunt.pdf.recovery_paper import draw_recovery
from dorpssteunpunt.pdf.requests_sheet import draw_requests
from dorpssteunpunt.pdf.roster_sheet import draw_roster
from dorpssteunpunt.services.overviews.papers import (
    EscalationsOverview,
    HandoverOverview,
    Overview,
    RecoveryPaper,
    RequestsOverview,
    RosterOverview,
)


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
            return _drawn(overview)


def _drawn(overview: Overview) -> bytes:
    match overview:
        case RosterOverview():
            return draw_roster(overview)
        case RequestsOverview():
            return draw_requests(overview)
        case HandoverOverview():
            return draw_handover(overview)
        case EscalationsOverview():
            return draw_escalations(overview)
        case RecoveryPaper():
            return draw_recovery(overview)
