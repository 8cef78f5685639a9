"""The headings of the grid: days above, day parts at the left, each with a second line."""

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView

from dorpssteunpunt.ui.kit.theme import colour, font, px
from dorpssteunpunt.ui.kit.tones import Tone
from dorpssteunpunt.ui.rooms.roster.week_model import BAND_ROLE, SECOND_ROLE
from dorpssteunpunt.ui.rooms.roster.wrapping import wrapped_height, wrapping

_BESIDE: Final = 8
_WIDEST: Final = 168  # of what stands at the left; the days need the room


class Headings(QHeaderView):
    """Headings of a bold line and a second one; they are not for clicking.

    Neighbours with the same words in their band have them once, across all of them.
    """

    def __init__(self, orientation: Qt.Orientation) -> None:
        super().__init__(orientation)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(px(48))

    def widest(self) -> int:
        """Return the width of the longest line of all headings, with room around it."""
        lines = [words for section in range(self.count()) for words in self._lines(section)]
        widths = [QFontMetrics(font(bold=True)).horizontalAdvance(words) for words in lines]
        return max(widths, default=0) + px(20)

    def sizeHint(self) -> QSize:
        """Return the room that two lines take, or more where words wrap or there is a band."""
        line = QFontMetrics(font(bold=True)).height()
        if self.orientation() == Qt.Orientation.Vertical:
            width = min(max(px(112), self.widest()), px(_WIDEST))
            return QSize(width, 2 * line + px(20))
        heights = [self._height(each, self.sectionSize(each)) for each in range(self.count())]
        band = self._band_height() if any(map(self._band, range(self.count()))) else 0
        return QSize(px(96), max(2 * line, *heights, 0) + px(20) + band)

    def height_beside(self, section: int) -> int:
        """Return the height that a heading at the left takes, with room around it."""
        return self._height(section, self.width()) + px(12)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw one heading."""
        painter.save()
        painter.fillRect(rect, colour("surface"))
        painter.fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), colour("line"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colour("line"))
        area = rect.adjusted(px(_BESIDE), px(8), -px(_BESIDE), -px(4))
        first, second = self._lines(section)
        if self.orientation() == Qt.Orientation.Horizontal and not second:
            area.adjust(0, QFontMetrics(font()).height() // 2, 0, 0)
        for words, face, ink in ((first, font(bold=True), "text"), (second, font(), "second")):
            painter.setFont(face)
            painter.setPen(colour(ink))
            painter.drawText(area, wrapping(words, face, area.width()), words)
            area.adjust(0, wrapped_height(words, face, area.width()), 0, 0)
        if self._band(section):
            self._paint_band(painter, rect, section)
        painter.restore()

    def _paint_band(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw what this section shows of a band that may begin before it and end after it."""
        words = self._band(section)
        first = last = section
        while first > 0 and self._band(first - 1) == words:
            first -= 1
        while last + 1 < self.count() and self._band(last + 1) == words:
            last += 1
        height = self._band_height()
        before = sum(self.sectionSize(each) for each in range(first, section))
        width = sum(self.sectionSize(each) for each in range(first, last + 1))
        whole = QRect(rect.left() - before, rect.bottom() - height, width - 1, height)
        painter.setClipRect(rect)
        painter.fillRect(whole, colour(Tone.INFORMATION.ground))
        painter.setPen(colour(Tone.INFORMATION.ink))
        painter.setFont(font())
        inside = whole.adjusted(px(_BESIDE), 0, -px(_BESIDE), 0)
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, int(Qt.AlignmentFlag.AlignVCenter), shown)

    def _height(self, section: int, width: int) -> int:
        """Return the height that the lines of a heading take in a width."""
        width -= px(2 * _BESIDE)
        first, second = self._lines(section)
        return wrapped_height(first, font(bold=True), width) + (
            wrapped_height(second, font(), width) if second else 0
        )

    def _band_height(self) -> int:
        return QFontMetrics(font()).height() + px(4)

    def _lines(self, section: int) -> tuple[str, str]:
        first = self._words(section, int(Qt.ItemDataRole.DisplayRole))
        return first, self._words(section, SECOND_ROLE)

    def _band(self, section: int) -> str:
        return self._words(section, BAND_ROLE)

    def _words(self, section: int, role: int) -> str:
        return str(self.model().headerData(section, self.orientation(), role) or "")
