"""Columns of cards: three beside each other, two, or all under each other, as the room allows."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from dorpssteunpunt.ui.kit.layouts import Column, Grid
from dorpssteunpunt.ui.kit.theme import em

_TWO_FROM, _THREE_FROM = 40, 62  # in text heights: below this a column would cut its words

# Where the three columns stand: row, column, and rows that they span.
_ONE = ((0, 0, 1), (1, 0, 1), (2, 0, 1))
_TWO = ((1, 0, 1), (0, 1, 2), (0, 0, 1))  # the third is short, and stands above the first
_THREE = ((0, 0, 1), (0, 1, 1), (0, 2, 1))


class Columns(QWidget):
    """Three columns of cards; the middle one is the widest."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = Grid(self, gap=16)
        self._holders: list[QWidget] = []
        self._places = _ONE

    def show_cards(self, *columns: Sequence[QWidget]) -> None:
        """Show these cards in place of what stood here."""
        self._grid.clear()
        self._holders = []
        for cards in columns:
            holder = QWidget()
            holder.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            column = Column(holder, gap=16)
            for card in cards:
                column.add(card)
            column.push()
            self._holders.append(holder)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the columns under each other where they would get too narrow."""
        super().resizeEvent(event)
        room = em(self.width())
        places = _THREE if room >= _THREE_FROM else _TWO if room >= _TWO_FROM else _ONE
        if places is not self._places:
            self._places = places
            self._place()

    def _place(self) -> None:
        for holder, (row, column, rows) in zip(self._holders, self._places, strict=False):
            self._grid.addWidget(holder, row, column, rows, 1)
            holder.show()
        for column, share in enumerate((5, 6, 5)):
            used = any(place[1] == column for place in self._places)
            self._grid.setColumnStretch(column, share if used else 0)
        for row in range(3):
            self._grid.setRowStretch(row, int(row == 1))
