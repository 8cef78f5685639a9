"""A PDF on the screen before it is on paper: look, print, or keep as a file."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QDesktopServices,
    QImage,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QDialog, QFileDialog, QFrame, QLabel, QScrollArea, QWidget

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.ui.kit.buttons import primary, secondary, square
from dorpssteunpunt.ui.kit.layouts import Column, Flow
from dorpssteunpunt.ui.kit.messages import Banner
from dorpssteunpunt.ui.kit.pdf_pages import POINTS_PER_INCH, PdfPages
from dorpssteunpunt.ui.kit.screens import place_over, room_around
from dorpssteunpunt.ui.kit.tasks import Tasks
from dorpssteunpunt.ui.kit.theme import colour, px, set_kind, set_look_property
from dorpssteunpunt.ui.kit.tones import Tone

_STEP: Final = 1.25
_NEAREST, _FARTHEST = 4.0, 0.5  # times the width of the window


def show_preview(
    parent: QWidget, tasks: Tasks, title: str, make: Callable[[], bytes], file_name: str
) -> "PdfPreview":
    """Make a PDF on the store thread and show it over ``parent``; does not block."""
    preview = PdfPreview(parent, tasks, title, file_name)
    tasks.run(make, preview.show_pdf, owner=preview, saying=_("The paper is being made"))
    preview.open()
    return preview


class PageView(QScrollArea):
    """The pages under each other; a page is rendered when it comes into sight."""

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self._tasks = tasks
        self._pages: PdfPages | None = None
        self._pictures: dict[int, QImage] = {}
        self._asked: set[int] = set()
        self._zoom = 1.0
        self._paper = _Paper(self.places, self._pictures)
        self.setWidget(self._paper)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        # A bar that comes and goes would change the width the pages are fitted to.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAccessibleName(_("Pages"))
        self.verticalScrollBar().valueChanged.connect(self._ask)

    def show_pages(self, pages: PdfPages) -> None:
        """Show an opened PDF from its top."""
        self._pages = pages
        self._lay_out()

    def zoom(self, factor: float) -> None:
        """Show the pages larger or smaller."""
        self._zoom = min(_NEAREST, max(_FARTHEST, self._zoom * factor))
        self._lay_out()

    def current(self) -> int:
        """Return the page in the middle of the sight, from 0."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        tops = [place.top() for place in self.places()]
        return max((number for number, top in enumerate(tops) if top <= middle), default=0)

    def go_to(self, number: int) -> None:
        """Scroll to the top of a page."""
        places = self.places()
        if 0 <= number < len(places):
            self.verticalScrollBar().setValue(places[number].top() - px(16))

    def is_drawn(self, number: int) -> bool:
        """Say whether a page can be read already."""
        return number in self._pictures

    def places(self) -> list[QRect]:
        """Return where each page lies on the paper."""
        places: list[QRect] = []
        top = px(16)
        for size in self._pages.sizes if self._pages else ():
            width = round(self._width())
            height = round(width * size.height / size.width)
            places.append(QRect(px(16), top, width, height))
            top += height + px(16)
        return places

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages to the new width."""
        super().resizeEvent(event)
        self._lay_out()

    def _width(self) -> float:
        return max(1.0, (self.viewport().width() - px(32)) * self._zoom)

    def _lay_out(self) -> None:
        self._pictures.clear()
        self._asked.clear()
        places = self.places()
        bottom = places[-1].bottom() + px(16) if places else 0
        self._paper.resize(QSize(round(self._width()) + px(32), bottom))
        self._ask()

    def _ask(self) -> None:
        top = self.verticalScrollBar().value()
        sight = QRect(0, top - self.height(), self._paper.width(), 3 * self.height())
        for number, place in enumerate(self.places()):
            if place.intersects(sight) and number not in self._asked:
                self._asked.add(number)
                self._render(number, place.width())

    def _render(self, number: int, width: int) -> None:
        pages = self._pages
        assert pages is not None
        density = self.devicePixelRatioF()
        dots = width * density * POINTS_PER_INCH / pages.sizes[number].width

        def arrived(image: QImage) -> None:
            if self.places()[number].width() == width:
                image.setDevicePixelRatio(density)
                self._pictures[number] = image
                self._paper.update()

        self._tasks.run(
            lambda: pages.picture(number, dots),
            arrived,
            owner=self,
            key=f"page {number}",
            beside=True,
        )


class _Paper(QWidget):
    def __init__(self, places: Callable[[], list[QRect]], pictures: dict[int, QImage]) -> None:
        super().__init__()
        self._places, self._pictures = places, pictures

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for number, place in enumerate(self._places()):
            if not place.intersects(event.rect()):
                continue
            painter.fillRect(place, Qt.GlobalColor.white)  # paper is white in every palette
            if number in self._pictures:
                painter.drawImage(place, self._pictures[number])
            painter.setPen(colour("edge"))
            painter.drawRect(place.adjusted(-1, -1, 0, 0))


class PdfPreview(QDialog):
    """Shows one PDF with print and save; ``shown`` tells that its pages are there."""

    shown = Signal()

    def __init__(self, parent: QWidget, tasks: Tasks, title: str, file_name: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(title)
        self._tasks, self._file_name = tasks, file_name
        self._data = b""
        self._pages: PdfPages | None = None
        column = Column(self, gap=0)
        column.add(self._bar())
        self._banner = Banner(Tone.INFORMATION)
        above = QWidget()
        Column(above, margin=(16, 8, 16, 0)).add(self._banner)
        column.add(above)
        self.view = PageView(tasks)
        column.add(self.view, 1)
        self.view.verticalScrollBar().valueChanged.connect(self._tell_page)
        zooms = QKeySequence.StandardKey
        for keys, factor in ((zooms.ZoomIn, _STEP), (zooms.ZoomOut, 1 / _STEP)):
            QShortcut(QKeySequence(keys), self, lambda factor=factor: self.view.zoom(factor))
        room = room_around(self)
        self.resize(min(px(1040), room.width() - px(48)), room.height() - px(64))

    def showEvent(self, event: QShowEvent) -> None:
        """Stand in the middle of the window."""
        super().showEvent(event)
        self.move(place_over(self))

    def show_pdf(self, data: bytes) -> None:
        """Show these bytes of a PDF."""
        self._data = data
        self._tasks.run(lambda: PdfPages(data), self._show_pages, owner=self, beside=True)

    def page_text(self) -> str:
        """Return which page is in sight, in words."""
        return self._page_text.text()

    def message(self) -> str:
        """Return what is said above the pages, or an empty string."""
        return "" if self._banner.isHidden() else self._banner.text()

    def print_paper(self) -> None:
        """Ask for a printer and print, or say how a long paper is printed."""
        from dorpssteunpunt.ui.kit.pdf_print import MOST_PAGES  # printing is seldom needed

        if self._pages is None:
            return
        if len(self._pages.sizes) > MOST_PAGES:
            text = _("This paper is long. Save it as a PDF file and print that file.")
            self._banner.say(text, _("Save as…"), self.save_as)
            return
        self._choose_printer(self._pages)

    def save_as(self) -> None:
        """Ask for a place and keep the PDF there."""
        dialog = QFileDialog(self, _("Save as PDF"), str(Path.home() / self._file_name))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(_("PDF files (*.pdf)"))
        dialog.setDefaultSuffix("pdf")
        dialog.fileSelected.connect(lambda path: self.save_to(Path(path)))
        dialog.open()

    def save_to(self, path: Path) -> None:
        """Keep the PDF at this place, or say that it cannot be there."""
        data = self._data
        self._tasks.run(
            lambda: _kept(data, path),
            lambda kept: self._saved(path, kept),
            owner=self,
            beside=True,
        )

    def _bar(self) -> QWidget:
        bar = QFrame()
        set_kind(bar, "bar")
        set_look_property(bar, "side", "top")
        flow = Flow(bar, gap=8, margin=(16, 12, 16, 12))
        self._print_button = flow.add(primary(_("Print"), self.print_paper, "printer", "Ctrl+P"))
        self._save_button = flow.add(secondary(_("Save as…"), self.save_as, "download", "Ctrl+S"))
        flow.add(square(_("Smaller"), "zoom-out", lambda: self.view.zoom(1 / _STEP)))
        flow.add(square(_("Larger"), "zoom-in", lambda: self.view.zoom(_STEP)))
        flow.add(square(_("Previous page"), "chevron-up", lambda: self._turn(-1)))
        flow.add(square(_("Next page"), "chevron-down", lambda: self._turn(1)))
        self._page_text = flow.add(QLabel())
        flow.push()
        flow.add(secondary(_("Close"), self.reject))
        for button in (self._print_button, self._save_button):
            button.setEnabled(False)
        return bar

    def _show_pages(self, pages: PdfPages) -> None:
        self._pages = pages
        tasks = self._tasks
        self.destroyed.connect(lambda: tasks.run(pages.close, beside=True))
        self.view.show_pages(pages)
        self._print_button.setEnabled(True)
        self._save_button.setEnabled(True)
        self._print_button.setFocus()
        self._tell_page()
        self.shown.emit()

    def _tell_page(self) -> None:
        if self._pages is not None:
            self._page_text.setText(
                _("Page {number} of {count}").format(
                    number=self.view.current() + 1, count=len(self._pages.sizes)
                )
            )

    def _turn(self, step: int) -> None:
        self.view.go_to(self.view.current() + step)

    def _choose_printer(self, pages: PdfPages) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        from dorpssteunpunt.ui.kit.pdf_print import PrintJob

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self.windowTitle())
        self._job = PrintJob(
            pages, printer, self._tasks, lambda: self._banner.say(_("Sent to the printer."))
        )
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.accepted.connect(self._job.start)
        dialog.show()  # `open` and `exec` differ between systems here; `show` does not block

    def _saved(self, path: Path, kept: bool) -> None:
        if kept:
            self._banner.set_tone(Tone.FINE)
            self._banner.say(
                _("Saved as {name}.").format(name=path.name),
                _("Open the file"),
                lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))),
            )
        else:
            self._banner.set_tone(Tone.DANGER)
            text = _("The file could not be saved there. Choose another folder.")
            self._banner.say(text, _("Save as…"), self.save_as)


def _kept(data: bytes, path: Path) -> bool:
    try:
        path.write_bytes(data)
    except OSError:
        return False
    return True
