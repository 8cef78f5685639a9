"""The steps of this sitting: each can be taken back, one after the other, and taken again."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from dorpssteunpunt.base.errors import Circumstance, Refusal
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.roster import ChangedSince
from dorpssteunpunt.services.changes import Changed
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.rooms.roster.ways import Way


@dataclass(frozen=True, slots=True)
class Taken:
    """Something that was done, as it was told, and the way back from it."""

    told: str
    way: Way


class Trail(QObject):
    """Remembers what was done in the roster; ``moved`` tells that it looks different now."""

    moved = Signal()

    def __init__(self, workplace: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._done: list[Taken] = []
        self._undone: list[Taken] = []
        self._under_way = False

    def add(self, told: str, way: Way) -> None:
        """Remember and tell what was done just now; what was undone before is forgotten."""
        self._done.append(Taken(told, way))
        self._undone.clear()
        self.moved.emit()
        self._workplace.notify(told, self.undo)

    def undo_words(self) -> str:
        """Return what would be undone, or an empty string."""
        return self._done[-1].told if self._done else ""

    def redo_words(self) -> str:
        """Return what would be done again, or an empty string."""
        return self._undone[-1].told if self._undone else ""

    def undo(self) -> None:
        """Take back the last thing that was done."""
        self._walk(self._done, self._undone, _("Undone: {what}"), self.redo)

    def redo(self) -> None:
        """Do again what was undone last."""
        self._walk(self._undone, self._done, _("Done again: {what}"), self.undo)

    def _walk(
        self, here: list[Taken], there: list[Taken], words: str, back: Callable[[], object]
    ) -> None:
        if not here or self._under_way:
            return
        self._under_way = True
        taken = here[-1]

        def went(gone: Changed) -> None:
            self._under_way = False
            here.remove(taken)
            there.append(Taken(taken.told, taken.way.back(gone)))
            self.moved.emit()
            self._workplace.notify(words.format(what=taken.told), back)

        def refused(refusal: Refusal) -> None:
            self._under_way = False
            if isinstance(refusal, ChangedSince):  # no way leads back from there any more
                here.remove(taken)
                self.moved.emit()
            self._workplace.tasks.refused.emit(refusal)

        def troubled(circumstance: Circumstance) -> None:
            self._under_way = False
            self._workplace.tasks.troubled.emit(circumstance)

        self._workplace.tasks.run(
            taken.way.go, went, refused=refused, troubled=troubled, owner=self
        )
