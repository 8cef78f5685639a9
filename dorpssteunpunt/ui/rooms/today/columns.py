"""Columns of cards that stand side by side, or under each other where there is no room."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from dorpssteunpunt.ui.kit.layouts import Column
from dorpssteunpunt.ui.kit.theme import em, px

_NARROW = 46  # in text heights: below this a column would cut its words


class Columns(QWidget):
    """Cards in columns; the middle one is the widest."""

    def __init__(self) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, px(16))
        self._row.setSpacing(px(16))

    def show_cards(self, *columns: Sequence[QWidget]) -> None:
        """Show these cards in place of what stood here."""
        while (item := self._row.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for place, cards in enumerate(columns):
            holder = QWidget()
            holder.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            column = Column(holder, gap=16)
            for card in cards:
                column.add(card)
            column.push()
            self._row.addWidget(holder, 6 if place == 1 else 5)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the columns under each other where they would get too narrow."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        narrow = em(self.width()) < _NARROW
        directions = QBoxLayout.Direction
        direction = directions.TopToBottom if narrow else directions.LeftToRight
        if self._row.direction() is not direction:
            self._row.setDirection(direction)
        self._row.setAlignment(Qt.AlignmentFlag.AlignTop if narrow else Qt.AlignmentFlag(0))
