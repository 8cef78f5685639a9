"""Several weeks at a glance, by mouse and keyboard; a shift leads to its week."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QHeaderView

from dorpssteunpunt.services.roster import WeekView
from dorpssteunpunt.ui.kit.theme import colour, font, px
from dorpssteunpunt.ui.kit.tones import Tone
from dorpssteunpunt.ui.rooms.roster.glance import GlanceDelegate, row_height
from dorpssteunpunt.ui.rooms.roster.shift_table import ShiftTable
from dorpssteunpunt.ui.rooms.roster.week_model import CELL_ROLE, SECOND_ROLE, Index
from dorpssteunpunt.ui.rooms.roster.weeks_model import LINE_ROLE, TONE_ROLE, Line, WeeksModel

_NARROWEST: Final = 104
_MOST_LINES: Final = 3
_WIDEST: Final = 200
_ELIDED: Final = Qt.TextElideMode.ElideRight
_OPENING: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class WeeksGrid(ShiftTable):
    """Shows a `WeeksModel`; ``opened`` tells a week and, where there is one, the shift in it."""

    opened = Signal(object, object)

    def __init__(self, model: WeeksModel, name: str) -> None:
        super().__init__(model, name, _NARROWEST)
        self._weeks = model
        self.setModel(model)
        self.setItemDelegate(GlanceDelegate(self))
        self.setVerticalHeader(LineLabels())
        self.horizontalHeader().hide()
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._open)

    def show_weeks(self, views: Sequence[WeekView], wanted: int | None = None) -> None:
        """Show these weeks, with the cursor on the wanted shift or where it was."""
        cell = self.currentIndex().data(CELL_ROLE)
        self._weeks.show(views)
        self.clearSpans()
        for row in range(self._weeks.rowCount()):
            if self._weeks.line(row).is_unmade and self._weeks.columnCount() > 1:
                self.setSpan(row, 0, 1, self._weeks.columnCount())
        self.fit()
        self.choose(wanted or (cell.shift_id if cell else None))

    def open_chosen(self) -> None:
        """Lead to the shift or the week under the cursor."""
        if self.currentIndex().isValid():
            self._open(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter leads to the shift under the cursor."""
        if event.key() in _OPENING:
            self.open_chosen()
        else:
            super().keyPressEvent(event)

    def _open(self, index: Index) -> None:
        line: Line = index.data(LINE_ROLE)
        cell = index.data(CELL_ROLE)
        if not line.is_heading:
            self.opened.emit(line.view.week, cell.shift_id if cell else None)

    def fit_rows(self) -> None:
        """Let day parts have more lines where there is room."""
        rows = range(self._weeks.rowCount())
        needed = {row: max(self.sizeHintForRow(row), 1) for row in rows}
        parts = {row for row in rows if self._weeks.line(row).has_shifts}
        spare = max(0, self.viewport().height() - sum(needed.values()))
        more = spare // len(parts) if parts else 0
        for row, height in needed.items():
            most = max(height, row_height(_MOST_LINES))
            self.setRowHeight(row, min(height + more, most) if row in parts else height)


class LineLabels(QHeaderView):
    """Which week or day part a line is; under a week how it stands."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(px(24))

    def sizeHint(self) -> QSize:
        """Return room for the longest words, as far as they leave room for the weeks."""
        widths = [self._width(section) for section in range(self.count())]
        return QSize(min(max(widths, default=0), px(_WIDEST)), px(32))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw one label."""
        first, second, tone = self._words(section)
        is_heading = self._is_heading(section)
        painter.save()
        painter.fillRect(rect, colour("ground" if is_heading else "surface"))
        if not is_heading:
            painter.fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), colour("line"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colour("line"))
        height = row_height(1) - px(10)
        place = QRect(rect.left() + px(8), rect.top() + px(5), rect.width() - px(12), height)
        for words, face, ink in (
            (first, font(bold=True), "text"),
            (second, font(), tone.ink if tone else "second"),
        ):
            painter.setFont(face)
            painter.setPen(colour(ink))
            shown = QFontMetrics(face).elidedText(words, _ELIDED, place.width())
            painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), shown)
            place.translate(0, height)
        painter.restore()

    def _width(self, section: int) -> int:
        first, second, _tone = self._words(section)
        words = QFontMetrics(font(bold=True)).horizontalAdvance(first)
        return max(words, QFontMetrics(font()).horizontalAdvance(second)) + px(20)

    def _is_heading(self, section: int) -> bool:
        line: Line = self.model().index(section, 0).data(LINE_ROLE)
        return line.is_heading

    def _words(self, section: int) -> tuple[str, str, Tone | None]:
        first, second, tone = (
            self.model().headerData(section, Qt.Orientation.Vertical, role)
            for role in (int(Qt.ItemDataRole.DisplayRole), SECOND_ROLE, TONE_ROLE)
        )
        return str(first or ""), str(second or ""), tone
