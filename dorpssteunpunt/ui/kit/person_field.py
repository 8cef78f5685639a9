"""A field that finds a person while somebody types, or begins a new one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from dorpssteunpunt.base.errors import Refusal
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.ui.kit.fields import Field
from dorpssteunpunt.ui.kit.row_table_model import Line
from dorpssteunpunt.ui.kit.suggestions import PAUSE, SHORTEST, Suggestions
from dorpssteunpunt.ui.kit.tasks import Tasks

_NEW: Final = -1


@dataclass(frozen=True, slots=True)
class PersonHit:
    """Somebody who was found: the id, the name, and what tells them apart."""

    id: int
    name: str
    second: str = ""


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
        self._asking = False
        self._hits: dict[int, PersonHit] = {}
        self._edit = QLineEdit()
        self._edit.textEdited.connect(self._typed)
        self._suggestions = Suggestions(self._edit)
        self._suggestions.taken.connect(self._taken)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
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
        if self.value() is None and self.typed():
            return _("Choose somebody from the list.")
        return super().mistake()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter wait for an answer that is under way, so that nobody is passed over."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and self._pause.isActive():
                self._pause.stop()
                self._ask()
            if enter and self._asking:
                return True
        return super().eventFilter(watched, event)

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
        self._asking = True
        self._tasks.run(
            lambda: self._search(typed),
            self._found,
            refused=self._refused,
            owner=self,
            key=f"search {self.name}",
        )

    def _refused(self, refusal: Refusal) -> None:
        self._asking = False
        self._tasks.refused.emit(refusal)

    def _found(self, hits: Sequence[PersonHit]) -> None:
        self._asking = False
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
