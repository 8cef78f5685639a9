"""The headings of the grid: days above, day parts at the left, each with a second line."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView

from dorpssteunpunt.ui.kit.theme import colour, font, px
from dorpssteunpunt.ui.rooms.roster.week_model import SECOND_ROLE

_WRAPPED = int(Qt.TextFlag.TextWordWrap)


class Headings(QHeaderView):
    """Headings of a bold line and a second one; they are not for clicking."""

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
        """Return the room that two lines take."""
        height = 2 * QFontMetrics(font(bold=True)).height() + px(20)
        if self.orientation() == Qt.Orientation.Horizontal:
            return QSize(px(96), height)
        return QSize(max(px(112), self.widest()), height)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw one heading."""
        painter.save()
        painter.fillRect(rect, colour("surface"))
        painter.fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), colour("line"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colour("line"))
        area = rect.adjusted(px(8), px(8), -px(8), -px(4))
        first, second = self._lines(section)
        if self.orientation() == Qt.Orientation.Horizontal and not second:
            area.adjust(0, QFontMetrics(font()).height() // 2, 0, 0)
        for words, bold, ink in ((first, True, "text"), (second, False, "second")):
            painter.setFont(font(bold=bold))
            painter.setPen(colour(ink))
            painter.drawText(area, _WRAPPED, words)
            used = painter.fontMetrics().boundingRect(area, _WRAPPED, words).height()
            area.adjust(0, used, 0, 0)
        painter.restore()

    def _lines(self, section: int) -> tuple[str, str]:
        roles = (int(Qt.ItemDataRole.DisplayRole), SECOND_ROLE)
        first, second = (
            self.model().headerData(section, self.orientation(), role) for role in roles
        )
        return str(first), str(second)
