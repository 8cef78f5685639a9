"""Paper that is drawn by what is loaded with the first sheet."""

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dorpssteunpunt.services.overviews.papers import Overview, SheetWriter


class LatePaper:
    """Draws papers; what draws them is loaded with the first one. A `SheetWriter`."""

    def draw(self, overview: "Overview") -> bytes:
        """Return the overview as a PDF."""
        return self._writer.draw(overview)

    @cached_property
    def _writer(self) -> "SheetWriter":
        from dorpssteunpunt.pdf.writer import PdfSheetWriter

        return PdfSheetWriter()
