"""The pages of a PDF as pictures; pypdfium2 is loaded when the first PDF is shown.

PDFium is not made for several threads: everything here is called on one thread only.
"""

from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtGui import QImage

POINTS_PER_INCH: Final = 72


@dataclass(frozen=True, slots=True)
class PageSize:
    """Width and height of a page in points."""

    width: float
    height: float


class PdfPages:
    """An opened PDF."""

    def __init__(self, data: bytes) -> None:
        import pypdfium2  # not before somebody looks at a PDF

        self._document: Any = pypdfium2.PdfDocument(data)
        self.sizes: tuple[PageSize, ...] = tuple(
            PageSize(*self._document.get_page_size(number)) for number in range(len(self._document))
        )

    def picture(self, number: int, dots_per_inch: float) -> QImage:
        """Return page ``number`` (from 0) at this resolution."""
        page = self._document[number]
        bitmap = page.render(scale=dots_per_inch / POINTS_PER_INCH, prefer_bgrx=True)
        image = QImage(
            bytes(bitmap.buffer),
            bitmap.width,
            bitmap.height,
            bitmap.stride,
            QImage.Format.Format_RGB32,
        ).copy()
        bitmap.close()
        page.close()
        return image

    def close(self) -> None:
        """Let the PDF go."""
        self._document.close()
