"""The two views on a `RowTableModel`: a list of two-line entries and a table."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSettings,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from dorpssteunpunt.ui.kit.row_table_model import ID_ROLE, LINE_ROLE, Line, RowTableModel
from dorpssteunpunt.ui.kit.tag import paint_tag, tag_size
from dorpssteunpunt.ui.kit.theme import colour, font, px, theme
from dorpssteunpunt.ui.kit.tones import TagWords

Index = QModelIndex | QPersistentModelIndex

_PADDING, _LINE = 7, 26  # pixels at 100 %: above and below the two lines, and each of them
_DOT, _DOT_ROOM, _BESIDE_TAG = 10, 18, 12


class LineDelegate(QStyledItemDelegate):
    """Draws a `Line`: a bold title, a second line, and the tag at the right of one of them.

    That is the title, as long as it stays whole.
    """

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of two lines with their padding."""
        return QSize(px(240), 2 * _line_height() + 2 * px(_PADDING))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        line = index.data(LINE_ROLE)
        if not isinstance(line, Line):
            return
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        _paint_ground(painter, area, state)
        inner = area.adjusted(px(16), px(_PADDING), -px(12), -px(_PADDING))
        title, second = _split(inner)
        if not line.second:
            title = QRect(inner.left(), inner.top(), inner.width(), inner.height())
        if line.marked:
            title, second = _paint_dot(painter, title), second.adjusted(px(_DOT_ROOM), 0, 0, 0)
        if line.tag is not None and _leaves_whole(line.tag, title, line.title):
            title = _paint_tag_at_right(painter, title, line.tag)
        elif line.tag is not None:
            second = _paint_tag_at_right(painter, second, line.tag)
        _paint_words(painter, title, line.title, "text", bold=True)
        _paint_words(painter, second, line.second, "text" if chosen else "second")
        painter.restore()


def _paint_ground(painter: QPainter, area: QRect, state: QStyle.StateFlag) -> None:
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(area, colour("soft"))
        painter.fillRect(QRect(area.left(), area.top(), px(4), area.height()), colour("accent"))
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(area, colour("hover"))
    painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), colour("line"))


def _line_height() -> int:
    return max(QFontMetrics(font(bold=True)).height(), px(_LINE))


def _split(inner: QRect) -> tuple[QRect, QRect]:
    """Return the place of the title and that of the second line."""
    title = QRect(inner.topLeft(), QSize(inner.width(), _line_height()))
    return title, title.translated(0, _line_height())


def _paint_dot(painter: QPainter, title: QRect) -> QRect:
    side = px(_DOT)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("accent"))
    painter.drawEllipse(QRect(title.left(), title.center().y() - side // 2, side, side))
    return title.adjusted(px(_DOT_ROOM), 0, 0, 0)


def _leaves_whole(tag: TagWords, area: QRect, title: str) -> bool:
    taken = tag_size(tag).width() + px(_BESIDE_TAG)
    return QFontMetrics(font(bold=True)).horizontalAdvance(title) + taken <= area.width()


def _paint_tag_at_right(painter: QPainter, area: QRect, tag: TagWords) -> QRect:
    """Draw the tag at the end of a line and return what is left of it."""
    size = tag_size(tag)
    width = min(size.width(), area.width() // 2)
    top = area.top() + (area.height() - size.height()) // 2
    paint_tag(painter, QRect(area.right() - width + 1, top, width, size.height()), tag)
    return area.adjusted(0, 0, -width - px(_BESIDE_TAG), 0)


def _paint_words(
    painter: QPainter, area: QRect, words: str, ink: str, *, bold: bool = False
) -> None:
    painter.setFont(font(bold=bold))
    painter.setPen(colour(ink))
    metrics = painter.fontMetrics()
    fitting = metrics.elidedText(words, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, fitting)


class _Choice(QObject):
    """A choice by id that outlives refreshes, and a scroll position that stays with its row."""

    told = Signal(int)

    def __init__(self, view: QAbstractItemView, rows: RowTableModel[Any]) -> None:
        super().__init__(view)
        self._view, self._rows = view, rows
        self.row_id: int | None = None
        self._pinned = False  # the chosen row need not be in the list
        self._anchor: tuple[QPersistentModelIndex, int] | None = None
        # Before the view hears of it: it would move the choice to a neighbour.
        rows.rowsAboutToBeRemoved.connect(self._let_go)
        view.setModel(rows)
        view.selectionModel().selectionChanged.connect(self._tell)
        rows.loaded.connect(self._settle)
        rows.renewing.connect(self._drop_anchor)

    def choose(self, row_id: int) -> None:
        """Choose a row by its id, also one that is not in the list or not loaded yet."""
        self._pinned = True
        if self.row_id != row_id:
            self.row_id = row_id
            self.told.emit(row_id)
        self._settle()

    def _let_go(self, _parent: QModelIndex, first: int, last: int) -> None:
        if first <= self._view.currentIndex().row() <= last:
            self._pinned = True
            self._view.selectionModel().clear()

    def _tell(self) -> None:
        indexes = self._view.selectionModel().selectedIndexes()
        if not indexes and self._pinned:
            return
        now = int(indexes[0].data(ID_ROLE)) if indexes else None
        self._pinned = False
        if now != self.row_id:
            self.row_id = now
            self.told.emit(-1 if now is None else now)

    def _settle(self) -> None:
        self._hold_anchor()
        place = None if self.row_id is None else self._rows.index_of(self.row_id)
        if place is None:
            if not self._view.selectionModel().hasSelection():
                self._tell()
            return
        index = self._rows.index(place, 0)
        if not self._view.selectionModel().isSelected(index):
            flags = QItemSelectionModel.SelectionFlag
            self._view.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self._view.scrollTo(index)

    def _drop_anchor(self) -> None:
        top = self._view.indexAt(QPoint(1, 1))
        if self._view.verticalScrollBar().value() and top.isValid():
            self._anchor = QPersistentModelIndex(top), self._view.visualRect(top).top()

    def _hold_anchor(self) -> None:
        anchor, self._anchor = self._anchor, None
        if anchor is not None and anchor[0].isValid():
            index = self._rows.index(anchor[0].row(), 0)
            bar = self._view.verticalScrollBar()
            bar.setValue(bar.value() + self._view.visualRect(index).top() - anchor[1])


class RowList(QListView):
    """A list of two-line entries.

    ``chosen`` tells the id of the chosen row (-1: none), ``opened`` the row of Enter or a double
    click, ``picked`` that of Enter or any click, also on the row that was chosen already.
    """

    chosen = Signal(int)
    opened = Signal(int)
    picked = Signal(int)

    def __init__(self, model: RowTableModel[Any], name: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setItemDelegate(LineDelegate(self))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        _prepare(self)
        self._choice = _Choice(self, model)
        self._choice.told.connect(self.chosen)
        self.activated.connect(lambda index: self.opened.emit(index.data(ID_ROLE)))
        for signal in (self.activated, self.clicked):
            signal.connect(lambda index: self.picked.emit(index.data(ID_ROLE)))
        theme().changed.connect(self.scheduleDelayedItemsLayout)

    def choose(self, row_id: int) -> None:
        """Choose a row by its id, also one that is not in the list or not loaded yet."""
        self._choice.choose(row_id)

    def chosen_id(self) -> int | None:
        """Return the id of the chosen row, or None."""
        return self._choice.row_id


class RowTable(QTableView):
    """A table whose widths and order of columns are remembered under ``remember``.

    ``chosen`` and ``opened`` are those of `RowList`.
    """

    chosen = Signal(int)
    opened = Signal(int)

    def __init__(self, model: RowTableModel[Any], remember: str, name: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._key = f"columns/{remember}"
        self._widths = [column.width for column in model.columns]  # in pixels at 100 %
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        _prepare(self)
        self._choice = _Choice(self, model)
        self._choice.told.connect(self.chosen)
        self.activated.connect(lambda index: self.opened.emit(index.data(ID_ROLE)))
        self._arrange_header()
        theme().changed.connect(self._rescale)

    def choose(self, row_id: int) -> None:
        """Choose a row by its id, also one that is not in the list or not loaded yet."""
        self._choice.choose(row_id)

    def chosen_id(self) -> int | None:
        """Return the id of the chosen row, or None."""
        return self._choice.row_id

    def _arrange_header(self) -> None:
        header = self.horizontalHeader()
        header.setSectionsMovable(True)
        header.setStretchLastSection(True)
        header.setHighlightSections(False)
        places = list(range(len(self._widths)))
        for visual, (column, width) in enumerate(_recall(self._key, self._widths)):
            self._widths[column] = width
            header.moveSection(places.index(column), visual)
            places.insert(visual, places.pop(places.index(column)))
        self._rescale()
        header.sectionMoved.connect(self._remember)
        header.sectionResized.connect(self._resized)

    def _rescale(self) -> None:
        self.verticalHeader().setDefaultSectionSize(px(44))
        header = self.horizontalHeader()
        header.setMinimumSectionSize(px(64))
        with QSignalBlocker(header):
            for column, width in enumerate(self._widths):
                header.resizeSection(column, px(width))
        self.updateGeometries()

    def _resized(self, column: int, _old: int, new: int) -> None:
        # The last column fills what is left; its width is nobody's choice.
        if self.horizontalHeader().visualIndex(column) < len(self._widths) - 1:
            self._widths[column] = round(new * 100 / px(100))
            self._remember()

    def _remember(self) -> None:
        header = self.horizontalHeader()
        order = [header.logicalIndex(visual) for visual in range(header.count())]
        QSettings().setValue(self._key, ",".join(f"{at}:{self._widths[at]}" for at in order))


def _recall(key: str, widths: Sequence[int]) -> list[tuple[int, int]]:
    """Return the remembered columns and widths in their order, or nothing that fits no more."""
    pairs = [pair.partition(":") for pair in str(QSettings().value(key, "")).split(",")]
    if not all(column.isdecimal() and width.isdecimal() for column, _colon, width in pairs):
        return []
    recalled = [(int(column), int(width)) for column, _colon, width in pairs]
    fits = sorted(column for column, _width in recalled) == list(range(len(widths)))
    return recalled if fits else []


def _prepare(view: QAbstractItemView) -> None:
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setMouseTracking(True)
