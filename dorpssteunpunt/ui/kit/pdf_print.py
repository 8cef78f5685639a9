"""Printing a PDF as pictures, page after page, so that the window stays awake."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.ui.kit.pdf_pages import PageSize, PdfPages
from dorpssteunpunt.ui.kit.tasks import Tasks

MOST_PAGES: Final = 10  # more pictures than this take the printer too long
_SHARPNESS: Final = 300  # dots an inch; small type stays clean


class PrintJob(QObject):
    """Renders each page beside the window and puts it on the printer."""

    def __init__(
        self, pages: PdfPages, printer: QPrinter, tasks: Tasks, ended: Callable[[], object]
    ) -> None:
        super().__init__()
        self._pages, self._printer, self._tasks, self._ended = pages, printer, tasks, ended
        self._painter = QPainter()

    def start(self) -> None:
        """Print from the first page on."""
        self._fit_paper(self._pages.sizes[0])
        self._painter.begin(self._printer)
        self._render(0)

    def _render(self, number: int) -> None:
        count = len(self._pages.sizes)
        self._tasks.run(
            lambda: self._pages.picture(number, _SHARPNESS),
            lambda image: self._put(number, image),
            owner=self,
            saying=_("Printing page {number} of {count}").format(number=number + 1, count=count),
            cancel=self._end,
            beside=True,
        )

    def _put(self, number: int, image: QImage) -> None:
        area = QRectF(self._painter.viewport())
        size = image.size().scaled(area.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(0, 0, size.width(), size.height())
        place.moveCenter(area.center())
        self._painter.drawImage(place, image)
        if number + 1 == len(self._pages.sizes):
            self._end()
        else:
            self._fit_paper(self._pages.sizes[number + 1])
            self._printer.newPage()
            self._render(number + 1)

    def _end(self) -> None:
        if self._painter.isActive():
            self._painter.end()
            self._ended()

    def _fit_paper(self, size: PageSize) -> None:
        landscape = size.width > size.height
        ways = QPageLayout.Orientation
        self._printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        self._printer.setPageOrientation(ways.Landscape if landscape else ways.Portrait)
        self._printer.setFullPage(True)
