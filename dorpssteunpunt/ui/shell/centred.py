"""A page whose contents stand in the middle and are never wider than reads well."""

from typing import Final, TypeVar

from PySide6.QtWidgets import QLayout, QWidget

from dorpssteunpunt.ui.kit.layouts import Column, Row, scrolling
from dorpssteunpunt.ui.kit.theme import px, theme

Part = TypeVar("Part", bound=QWidget | QLayout)

_AS_WIDE_AS_IT_GETS: Final = 1000  # stretch of the contents beside that of the margins


class Centred(QWidget):
    """Parts under each other in the middle; scrolls when the window is lower than they are."""

    def __init__(self, width: int = 640) -> None:
        super().__init__()
        self._width = width
        inside = QWidget()
        row = Row(inside, gap=0, margin=(24, 16, 24, 16))
        row.push()
        self._holder = QWidget()
        row.add(self._holder, _AS_WIDE_AS_IT_GETS)
        row.push()
        self._column = Column(self._holder, gap=16)
        self._column.addStretch(1)
        self._column.addStretch(2)
        outer = Column(self)
        self._scroll = outer.add(scrolling(inside), 1)
        self._rescale()
        theme().changed.connect(self._rescale)

    def add(self, part: Part, stretch: int = 0) -> Part:
        """Put a part under the others and return it; one that stretches leaves no margin over."""
        place = self._column.count() - 1
        if isinstance(part, QLayout):
            self._column.insertLayout(place, part, stretch)
        else:
            self._column.insertWidget(place, part, stretch)
        if stretch:
            self._column.setStretch(0, 0)
            self._column.setStretch(self._column.count() - 1, 0)
        return part

    def _rescale(self) -> None:
        self._holder.setMaximumWidth(px(self._width))
