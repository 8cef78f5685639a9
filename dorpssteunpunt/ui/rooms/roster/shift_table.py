"""A table of shifts with a day a column: what one week and several weeks have in common."""

from typing import Protocol

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView

from dorpssteunpunt.ui.kit.theme import px, theme


class Places(Protocol):
    """Where shifts are in a model."""

    def place_of(self, shift_id: int) -> QModelIndex:
        """Return where a shift is, or an invalid index."""
        ...

    def first_place(self) -> QModelIndex:
        """Return the first shift to come."""
        ...


class ShiftTable(QTableView):
    """Has a cursor on one shift, and shares its room among days and day parts."""

    def __init__(self, places: Places, name: str, narrowest: int) -> None:
        """``narrowest`` is the least width of a day in pixels at 100 %."""
        super().__init__()
        self.setAccessibleName(name)
        self._places, self._narrowest = places, narrowest
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        theme().changed.connect(self.fit)

    def choose(self, shift_id: int | None) -> None:
        """Put the cursor on a shift, or on the first one to come when it is not there."""
        place = self._places.place_of(shift_id) if shift_id else QModelIndex()
        if not place.isValid():
            place = self._places.first_place()
        self.setCurrentIndex(place)
        self.scrollTo(place)

    def fit(self) -> None:
        """Let days share the width and day parts the height, as far as their words allow."""
        self.verticalHeader().setFixedWidth(self.verticalHeader().sizeHint().width())
        self.updateGeometries()
        self._fit_columns()
        self.updateGeometries()  # the headings are as high as their words in these columns
        self.fit_rows()

    def fit_rows(self) -> None:
        """Share the height; each table knows what its rows need."""
        raise NotImplementedError

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        self.fit()

    def _fit_columns(self) -> None:
        days = self.model().columnCount()
        if not days:
            return
        width, spare = divmod(self.viewport().width(), days)
        for day in range(days):
            self.setColumnWidth(day, max(px(self._narrowest), width + (day < spare)))
