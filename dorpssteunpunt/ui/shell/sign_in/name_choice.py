"""Choosing one's name: large names as on the wall, or typed where names stay hidden."""

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.names import fold
from dorpssteunpunt.ui.kit.buttons import primary, quiet
from dorpssteunpunt.ui.kit.fields import TextField
from dorpssteunpunt.ui.kit.layouts import Flow
from dorpssteunpunt.ui.kit.theme import colour, font, px, set_kind, theme
from dorpssteunpunt.ui.shell.sign_in.door_card import DoorCard

_ROW: Final = 56  # pixels at 100 %
_NARROWEST: Final = 200
_ACCOUNT = int(Qt.ItemDataRole.UserRole)


class NameList(QListWidget):
    """The names in the order of the first letter; ``chosen`` tells the account.

    Arrows move, typing letters jumps to a name, Enter or one click chooses.
    """

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        set_kind(self, "inside")
        self.setAccessibleName(_("Names"))
        self.setFlow(QListWidget.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setItemDelegate(_NameDelegate(self))
        self.setMouseTracking(True)
        self.itemClicked.connect(self._take)
        theme().changed.connect(self._arrange)

    def show_names(self, names: Mapping[int, str]) -> None:
        """Show these names by account, and put the keyboard on the first."""
        self.clear()
        for account, name in sorted(names.items(), key=lambda pair: (fold(pair[1]), pair[0])):
            item = QListWidgetItem(name, self)
            item.setData(_ACCOUNT, account)
        self.setCurrentRow(0)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by Enter; the rest is the list's own."""
        item = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None:
            self._take(item)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take as many columns as fit, and all rows: the page scrolls, not the list."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._arrange()

    def sizeHint(self) -> QSize:
        """Return the size of all rows."""
        rows = -(-self.count() // self._columns()) if self.count() else 1
        return QSize(px(2 * _NARROWEST), rows * self._row_height() + 2)

    def minimumSizeHint(self) -> QSize:
        """Return the room that one column needs."""
        return QSize(px(_NARROWEST), self.sizeHint().height())

    def _columns(self) -> int:
        widest = max((self._width_of(row) for row in range(self.count())), default=0)
        return max(1, self.viewport().width() // max(px(_NARROWEST), widest))

    def _width_of(self, row: int) -> int:
        words = QFontMetrics(font(bold=True)).horizontalAdvance(self.item(row).text())
        return words + px(48)

    def _row_height(self) -> int:
        return max(px(_ROW), QFontMetrics(font(bold=True)).height() + px(24))

    def _arrange(self) -> None:
        width = max(1, self.viewport().width() // self._columns())
        self.setGridSize(QSize(width, self._row_height()))
        self.updateGeometry()

    def _take(self, item: QListWidgetItem) -> None:
        self.chosen.emit(int(item.data(_ACCOUNT)))


class NameChoice(DoorCard):
    """Asks who somebody is: ``chosen`` tells an account, ``typed`` a name somebody typed."""

    chosen = Signal(int)
    typed = Signal(str)

    def __init__(self, to_passphrase: Callable[[], object]) -> None:
        super().__init__(_("Who are you?"))
        self._shown = True
        self.names = self.body.add(NameList())
        self.field = self.body.add(TextField("name", _("Your name"), required=True))
        buttons = Flow(self.body.add(QWidget()), gap=12)
        self._next = buttons.add(primary(_("Next"), self._take_typed))
        buttons.add(quiet(_("Sign in with passphrase"), to_passphrase, "key-round"))
        self.names.chosen.connect(self.chosen)
        self.show_names({})

    def show_names(self, names: Mapping[int, str], *, hidden: bool = False) -> None:
        """Offer these names by account, or where they stay hidden ask for one."""
        self._shown = not hidden
        self.names.show_names({} if hidden else names)
        self.names.setVisible(not hidden)
        self.field.setVisible(hidden)
        self._next.setVisible(hidden)

    def focus_first(self) -> None:
        """Give the keyboard to the names, or to the field for one."""
        (self.names if self._shown else self.field).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with a typed name by Enter."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not self._shown and self.focusWidget() is self.field.control:
            self._take_typed()
        else:
            super().keyPressEvent(event)

    def _take_typed(self) -> None:
        if self.field.check():
            self.typed.emit(self.field.value())


class _NameDelegate(QStyledItemDelegate):
    """Draws a name as something to press: an edge, and a ring where the keyboard is."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the whole place in the grid: a name is pressed anywhere in it."""
        view: QWidget = option.widget
        return view.gridSize() if isinstance(view, QListWidget) else super().sizeHint(option, index)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one name."""
        view: QWidget = option.widget
        state: QStyle.StateFlag = option.state
        current = isinstance(view, QAbstractItemView) and view.currentIndex() == index
        held = current and view.hasFocus()
        over = bool(state & QStyle.StateFlag.State_MouseOver)
        gap = px(4)
        area = option.rect.adjusted(gap, gap, -gap, -gap)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour("focus" if held else "edge"), px(2) if held else 1))
        painter.setBrush(colour("soft" if held else "hover" if over else "surface"))
        painter.drawRoundedRect(area, px(6), px(6))
        painter.setPen(colour("text"))
        painter.setFont(font(bold=True))
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        words = area.adjusted(px(16), 0, -px(8), 0)
        painter.drawText(words, middle, str(index.data()))
        painter.restore()
