"""Layouts whose gaps and margins are given at 100 % and follow the text size."""

from collections.abc import Iterable
from typing import TypeVar

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QLayout,
    QLayoutItem,
    QScrollArea,
    QSizePolicy,
    QSpacerItem,
    QWidget,
)

from dorpssteunpunt.ui.kit.theme import px, set_kind, theme

Margin = int | tuple[int, int, int, int]  # one for all sides, or left, top, right, bottom
Part = TypeVar("Part", bound=QWidget | QLayout)
Shown = TypeVar("Shown", bound=QWidget)


class _Box(QBoxLayout):
    """A row or column that rescales itself."""

    def __init__(
        self, direction: QBoxLayout.Direction, parent: QWidget | None, gap: int, margin: Margin
    ) -> None:
        super().__init__(direction)
        self._gap, self._margin = gap, margin
        if parent is not None:
            parent.setLayout(self)
        self._rescale()
        theme().changed.connect(self._rescale)

    def add(self, part: Part, stretch: int = 0) -> Part:
        """Put a widget or a layout at the end and return it."""
        if isinstance(part, QLayout):
            self.addLayout(part, stretch)
        else:
            self.addWidget(part, stretch)
        return part

    def push(self) -> None:
        """Let the room that is left over stand here."""
        self.addStretch(1)

    def clear(self) -> None:
        """Take everything out and delete it."""
        empty(self)

    def set_gap(self, gap: int) -> None:
        """Leave more or less room between the parts."""
        self._gap = gap
        self._rescale()

    def _rescale(self) -> None:
        self.setSpacing(px(self._gap))
        self.setContentsMargins(*_sides(self._margin))


class Column(_Box):
    """Parts under each other."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8, margin: Margin = 0) -> None:
        super().__init__(QBoxLayout.Direction.TopToBottom, parent, gap, margin)


class Row(_Box):
    """Parts beside each other."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8, margin: Margin = 0) -> None:
        super().__init__(QBoxLayout.Direction.LeftToRight, parent, gap, margin)


class Grid(QGridLayout):
    """Rows and columns that rescale their gaps."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8, margin: Margin = 0) -> None:
        super().__init__()
        self._gap, self._margin = gap, margin
        if parent is not None:
            parent.setLayout(self)
        self._rescale()
        theme().changed.connect(self._rescale)

    def clear(self) -> None:
        """Take everything out and delete it."""
        empty(self)

    def _rescale(self) -> None:
        self.setSpacing(px(self._gap))
        self.setContentsMargins(*_sides(self._margin))


class _Wrapping(QLayout):
    """A layout of its own making: it keeps the items and leaves the arranging to a subclass."""

    def __init__(self, parent: QWidget | None, gap: int, margin: Margin) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self._gap, self._margin = gap, margin
        if parent is not None:
            parent.setLayout(self)
        self._rescale()
        theme().changed.connect(self._rescale)

    def add(self, part: Shown) -> Shown:
        """Put a widget at the end and return it."""
        self.addWidget(part)
        return part

    def clear(self) -> None:
        """Take everything out and delete it."""
        empty(self)

    def addItem(self, item: QLayoutItem) -> None:
        """Put an item at the end."""
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, or None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take an item out, or return None past the end."""
        self.invalidate()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Want no more room than is needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Say that what is narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that all lines take at a width; Qt asks again and again."""
        if width not in self._heights:
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def invalidate(self) -> None:
        """Forget what was measured."""
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        """Put every part in its place."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        """Return the size of one single line."""
        sizes = [item.sizeHint() for item in self._shown()]
        width = sum(size.width() for size in sizes) + self.spacing() * max(0, len(sizes) - 1)
        height = max((size.height() for size in sizes), default=0)
        return QSize(width, height).grownBy(self.contentsMargins())

    def minimumSize(self) -> QSize:
        """Return the size of the largest part."""
        size = QSize(0, 0)
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size.grownBy(self.contentsMargins())

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if item.spacerItem() or not item.isEmpty()]

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """Return the height at this width, and put the parts in their places if ``move``."""
        raise NotImplementedError

    def _rescale(self) -> None:
        self.setSpacing(px(self._gap))
        self.setContentsMargins(*_sides(self._margin))


Line = list[tuple[QLayoutItem, QSize]]


class Flow(_Wrapping):
    """Parts beside each other that go on at the next line when the line is full.

    What follows a `push` stands at the right end of its line.
    """

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8, margin: Margin = 0) -> None:
        super().__init__(parent, gap, margin)

    def push(self) -> None:
        """Let what follows stand at the right end of its line."""
        policy = QSizePolicy.Policy
        self.addItem(QSpacerItem(0, 0, policy.Expanding, policy.Minimum))

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        area = rect.marginsRemoved(self.contentsMargins())
        top = area.top()
        for line in self._lines(area.width()):
            height = max((size.height() for _item, size in line), default=0)
            if move:
                self._place(line, area, top, height)
            top += height + (self.spacing() if height else 0)
        bottom = max(area.top(), top - self.spacing())
        return bottom - rect.top() + self.contentsMargins().bottom()

    def _lines(self, width: int) -> list[Line]:
        return self._broken(self._shown(), width)

    def _broken(self, items: Iterable[QLayoutItem], width: int) -> list[Line]:
        """Return the items in lines that are no longer than ``width`` where that can be."""
        lines: list[Line] = [[]]
        used = 0
        for item in items:
            size = _size_within(item, width)
            if item.widget() and used and used + size.width() > width:
                lines.append([])
                used = 0
            lines[-1].append((item, size))
            if item.widget():
                used += size.width() + self.spacing()
        return lines

    def _place(self, line: Line, area: QRect, top: int, height: int) -> None:
        used = sum(size.width() + self.spacing() for item, size in line if item.widget())
        spare = max(0, area.width() - used + self.spacing())
        left = area.left()
        for item, size in line:
            if item.spacerItem():
                left += spare
                spare = 0
                continue
            offset = (height - size.height()) // 2
            item.setGeometry(QRect(QPoint(left, top + offset), size))
            left += size.width() + self.spacing()


class Beside(_Wrapping):
    """A part that takes the width, and one at its right end that keeps its own.

    The second goes under the first where that would get narrower than ``narrowest``.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        narrowest: int = 160,
        gap: int = 8,
        margin: Margin = 0,
    ) -> None:
        self._narrowest = narrowest
        super().__init__(parent, gap, margin)

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        area = rect.marginsRemoved(self.contentsMargins())
        first, *others = self._shown()
        places = [QRect(area.topLeft(), QSize(area.width(), 0))]
        for second in others:
            own = second.sizeHint().width()
            left = area.width() - own - self.spacing()
            if left >= max(px(self._narrowest), first.minimumSize().width()):
                places[0].setWidth(left)
                places.append(QRect(area.left() + left + self.spacing(), area.top(), own, 0))
            else:
                top = area.top() + _height_at(first, area.width()) + self.spacing()
                places.append(QRect(area.left(), top, min(own, area.width()), 0))
        for item, place in zip((first, *others), places, strict=True):
            place.setHeight(_height_at(item, place.width()))
            if move:
                item.setGeometry(place)
        bottom = max(place.bottom() + 1 for place in places)
        return bottom - rect.top() + self.contentsMargins().bottom()


class Tiles(_Wrapping):
    """Parts of one width beside each other, as many as fit when each is ``narrowest`` wide.

    The parts of a line are as high as its highest when ``even`` is set.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        narrowest: int,
        gap: int = 16,
        margin: Margin = 0,
        even: bool = False,
    ) -> None:
        self._narrowest, self._even = narrowest, even
        super().__init__(parent, gap, margin)

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        area = rect.marginsRemoved(self.contentsMargins())
        shown = self._shown()
        fitting = (area.width() + self.spacing()) // (px(self._narrowest) + self.spacing())
        columns = max(1, min(len(shown), fitting))
        width = (area.width() - self.spacing() * (columns - 1)) // columns
        top = area.top()
        for first in range(0, len(shown), columns):
            line = shown[first : first + columns]
            heights = [_height_at(item, width) for item in line]
            if move:
                for place, item in enumerate(line):
                    left = area.left() + place * (width + self.spacing())
                    height = max(heights) if self._even else heights[place]
                    item.setGeometry(QRect(left, top, width, height))
            top += max(heights) + self.spacing()
        bottom = max(area.top(), top - self.spacing())
        return bottom - rect.top() + self.contentsMargins().bottom()


def empty(layout: QLayout) -> None:
    """Take everything out of a layout and delete it."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            empty(inner)
            inner.deleteLater()


def scrolling(content: QWidget) -> QScrollArea:
    """Return an area that shows ``content`` at its own height and scrolls when that is too much."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    if not content.property("kind"):
        set_kind(content, "scrolled")
    area.setWidget(content)
    return area


def page_area(page: QWidget) -> QScrollArea:
    """Return a scrolling area that keeps the room of its bar, so that nothing shifts for it."""
    area = scrolling(page)
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    return area


def line() -> QFrame:
    """Return a thin rule."""
    rule = QFrame()
    set_kind(rule, "line")
    return rule


def _size_within(item: QLayoutItem, width: int) -> QSize:
    size = item.sizeHint().expandedTo(item.minimumSize())
    if size.width() > width:
        size.setWidth(max(width, item.minimumSize().width()))
        if item.hasHeightForWidth():
            size.setHeight(item.heightForWidth(size.width()))
    return size


def _height_at(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()


def _sides(margin: Margin) -> tuple[int, int, int, int]:
    if isinstance(margin, int):
        margin = (margin, margin, margin, margin)
    left, top, right, bottom = margin
    return px(left), px(top), px(right), px(bottom)
