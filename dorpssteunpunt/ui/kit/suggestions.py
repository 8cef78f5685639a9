"""A list of suggestions under a text box, worked with the keys of the box."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem

from dorpssteunpunt.ui.kit.row_table_model import ID_ROLE, LINE_ROLE, Line
from dorpssteunpunt.ui.kit.row_views import LineDelegate
from dorpssteunpunt.ui.kit.screens import place_beside, room_around
from dorpssteunpunt.ui.kit.theme import px, set_kind

SHORTEST: Final = 2  # letters before a search begins: one letter finds half the village
PAUSE: Final = 120  # milliseconds of rest in the typing before the store is asked
_FEWEST_SHOWN: Final = 2
_MOST_SHOWN: Final = 6


class Suggestions(QListWidget):
    """A list under a text box that leaves the keyboard in the box."""

    taken = Signal(int)

    def __init__(self, box: QLineEdit) -> None:
        super().__init__(box)
        self._box = box
        self.setWindowFlags(Qt.WindowType.ToolTip)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(box)
        self.setItemDelegate(LineDelegate(self))
        self.setUniformItemSizes(True)
        set_kind(self, "popup")
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(self._take)
        box.installEventFilter(self)

    def offer(self, entries: Sequence[tuple[int, Line]]) -> None:
        """Show these entries under the box, the first one chosen; hide without entries."""
        self.clear()
        for entry_id, line in entries:
            item = QListWidgetItem(self)
            item.setData(ID_ROLE, entry_id)
            item.setData(LINE_ROLE, line)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, line.read_out())
        if not entries or not self._box.isVisible():
            self.hide()
            return
        self.setCurrentRow(0)
        self._place(min(len(entries), _MOST_SHOWN))
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move and take by the keys of the box; go with the box."""
        if watched is not self._box:  # the scroll bars of a list are watched by it as well
            return super().eventFilter(watched, event)
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide, QEvent.Type.Move):
            self.hide()
        if isinstance(event, QKeyEvent) and self.isVisible():
            if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                return self._key(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def _key(self, key: Qt.Key) -> bool:
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if key == Qt.Key.Key_Down else -1
            self.setCurrentRow((self.currentRow() + step) % self.count())
            return True
        if key == Qt.Key.Key_Escape:
            self.hide()
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self.currentItem())
            return True
        return False

    def _take(self, item: QListWidgetItem | None) -> None:
        self.hide()
        if item is not None:
            self.taken.emit(int(item.data(ID_ROLE)))

    def _place(self, shown: int) -> None:
        width = max(self._box.width(), px(320))
        below = self._box.mapToGlobal(self._box.rect().bottomLeft()).y()
        free = room_around(self._box).bottom() - below - px(8)
        rows = min(shown, max(_FEWEST_SHOWN, free // self.sizeHintForRow(0)))
        self.resize(width, rows * self.sizeHintForRow(0) + 2)
        self.move(place_beside(self._box, self.size()))
