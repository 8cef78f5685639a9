"""A line to search in: the sign of a search, and in grey what can be typed."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit

from dorpssteunpunt.ui.kit.icons import icon
from dorpssteunpunt.ui.kit.theme import px, theme


class SearchLine(QLineEdit):
    """Text to search for; ``name`` is what a screen reader calls the line."""

    def __init__(self, what: str, name: str) -> None:
        super().__init__()
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

    def _make_room(self) -> None:
        self.setTextMargins(px(28), 0, 0, 0)
