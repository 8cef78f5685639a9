"""A page whose contents stand in the middle and are never wider than reads well."""

from typing import Final, TypeVar

from PySide6.QtWidgets import QApplication, QLayout, QWidget

from dorpssteunpunt.ui.kit.layouts import Column, Row, scrolling
from dorpssteunpunt.ui.kit.theme import px, theme

Part = TypeVar("Part", bound=QWidget | QLayout)

_AS_WIDE_AS_IT_GETS: Final = 1000  # stretch of the contents beside that of the margins

_ABOVE_AND_BELOW: Final = 72  # pixels at 100 % in sight around what has the keyboard


class Centred(QWidget):
    """Parts under each other in the middle; scrolls when the window is lower than they are.

    They stand ``high`` where pages follow on each other, so that nothing jumps.
    """

    def __init__(self, width: int = 640, *, high: bool = False) -> None:
        super().__init__()
        self._width = width
        inside = QWidget()
        row = Row(inside, gap=0, margin=24)
        row.push()
        self._holder = QWidget()
        row.add(self._holder, _AS_WIDE_AS_IT_GETS)
        row.push()
        self._column = Column(self._holder, gap=16)
        self._column.addStretch(0 if high else 1)
        self._column.addStretch(2)
        self._inside = inside
        self._scroll = Column(self).add(scrolling(inside), 1)
        self._rescale()
        theme().changed.connect(self._rescale)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)

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

    def _follow(self, _before: QWidget | None, focused: QWidget | None) -> None:
        """Keep in sight what has the keyboard."""
        if focused is not None and self._holder.isAncestorOf(focused):
            around = px(_ABOVE_AND_BELOW)
            bottom = focused.mapTo(self._inside, focused.rect().bottomLeft()).y()
            if bottom + around < self._scroll.viewport().height():
                self._scroll.verticalScrollBar().setValue(0)
            else:
                self._scroll.ensureWidgetVisible(focused, 0, around)

    def _rescale(self) -> None:
        self._holder.setMaximumWidth(px(self._width))
