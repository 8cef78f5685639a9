"""A field that finds a person while somebody types, or begins a new one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.ui.kit.fields import Field
from dorpssteunpunt.ui.kit.row_table_model import ID_ROLE, LINE_ROLE, Line
from dorpssteunpunt.ui.kit.row_views import LineDelegate
from dorpssteunpunt.ui.kit.tasks import Tasks
from dorpssteunpunt.ui.kit.theme import px

SHORTEST: Final = 2  # letters before a search begins: one letter finds half the village
_PAUSE: Final = 120  # milliseconds of rest in the typing before the store is asked
_MOST_SHOWN: Final = 6
_NEW: Final = -1


@dataclass(frozen=True, slots=True)
class PersonHit:
    """Somebody who was found: the id, the name, and what tells them apart."""

    id: int
    name: str
    second: str = ""


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
        self.setFrameShape(QFrame.Shape.NoFrame)
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
        self.resize(width, shown * self.sizeHintForRow(0) + 2)
        below = self._box.mapToGlobal(QPoint(0, self._box.height() + px(4)))
        screen = self._box.screen().availableGeometry()
        if below.y() + self.height() > screen.bottom():
            below = self._box.mapToGlobal(QPoint(0, -self.height() - px(4)))
        self.move(below)


class PersonField(Field[PersonHit | None]):
    """Somebody from the store; ``picked`` tells who, ``new_wanted`` the name of somebody new."""

    picked = Signal(object)
    new_wanted = Signal(str)

    def __init__(
        self,
        name: str,
        label: str,
        *,
        tasks: Tasks,
        search: Callable[[str], Sequence[PersonHit]],
        may_add: bool = True,
        hint: str = "",
        required: bool = False,
    ) -> None:
        super().__init__(name, label, hint=hint, required=required)
        self._tasks, self._search, self._may_add = tasks, search, may_add
        self._person: PersonHit | None = None
        self._hits: dict[int, PersonHit] = {}
        self._edit = QLineEdit()
        self._edit.textEdited.connect(self._typed)
        self._suggestions = Suggestions(self._edit)
        self._suggestions.taken.connect(self._taken)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._ask)
        self._hold(self._edit)

    def value(self) -> PersonHit | None:
        """Return who was picked, or None."""
        return self._person

    def set_value(self, value: PersonHit | None) -> None:
        """Fill in somebody, or nobody."""
        self._person = value
        self._edit.setText(value.name if value else "")

    def typed(self) -> str:
        """Return the text in the box, without the spaces around it."""
        return self._edit.text().strip()

    def draft(self) -> Any:
        """Return who was picked, or what was typed."""
        hit = self._person
        return [hit.id, hit.name, hit.second] if hit else self.typed()

    def take_up(self, draft: Any) -> None:
        """Put back who was picked, or what was typed."""
        if isinstance(draft, str):
            self.set_value(None)
            self._edit.setText(draft)
        else:
            self.set_value(PersonHit(*draft))

    def mistake(self) -> str:
        """Return that somebody has to be picked when a name was typed only."""
        if self._person is None and self.typed():
            return _("Choose somebody from the list.")
        return super().mistake()

    def _typed(self, _text: str) -> None:
        self._person = None
        self.clear_error()
        self.edited.emit()
        if len(self.typed()) < SHORTEST:
            self._pause.stop()
            self._suggestions.hide()
        else:
            self._pause.start()

    def _ask(self) -> None:
        typed = self.typed()
        self._tasks.run(
            lambda: self._search(typed), self._found, owner=self, key=f"search {self.name}"
        )

    def _found(self, hits: Sequence[PersonHit]) -> None:
        if not self._edit.hasFocus():
            return
        self._hits = {hit.id: hit for hit in hits}
        entries = [(hit.id, Line(hit.name, hit.second)) for hit in hits]
        if self._may_add:
            new = Line(_("+ new: {name}").format(name=self.typed()), _("Not in the list yet"))
            entries.append((_NEW, new))
        self._suggestions.offer(entries)

    def _taken(self, hit_id: int) -> None:
        if hit_id == _NEW:
            self.new_wanted.emit(self.typed())
            return
        self.set_value(self._hits[hit_id])
        self.clear_error()
        self.edited.emit()
        self.picked.emit(self._person)
