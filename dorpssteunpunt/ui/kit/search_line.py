"""A line to search in: the sign of a search, and in grey what can be typed."""

from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionFrame

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.ui.kit.icons import icon
from dorpssteunpunt.ui.kit.theme import px, theme

_QT_MARGINS = 4  # pixels that QLineEdit keeps beside its text


class SearchLine(QLineEdit):
    """Text to search for; ``name`` is what a screen reader calls the line.

    In grey stands ``what`` can be typed, or less where there is no room for that.
    """

    def __init__(self, what: str, name: str) -> None:
        super().__init__()
        self._what, self._name = what, name
        self.setPlaceholderText(what)
        self.setAccessibleName(name)
        self.setClearButtonEnabled(True)
        self._make_room()
        theme().changed.connect(self._make_room)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sign of a search."""
        super().paintEvent(event)
        side = px(20)
        top = (self.height() - side) // 2
        icon("search", "second").paint(QPainter(self), px(12), top, side, side)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much in grey as there is room for."""
        super().resizeEvent(event)
        self._hint()

    def hint_room(self) -> int:
        """Return the pixels in which the words in grey stand."""
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        contents = QStyle.SubElement.SE_LineEditContents
        inside = self.style().subElementRect(contents, option, self)
        return inside.width() - self.textMargins().left() - _QT_MARGINS

    def _hint(self) -> None:
        hints = (self._what, self._name, _("Search"))
        wide, room = self.fontMetrics().horizontalAdvance, self.hint_room()
        self.setPlaceholderText(next((each for each in hints if wide(each) <= room), hints[-1]))

    def _make_room(self) -> None:
        self.setTextMargins(px(28), 0, 0, 0)
        self._hint()
