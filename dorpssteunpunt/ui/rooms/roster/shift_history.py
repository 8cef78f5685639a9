"""What happened on the chosen shift, folded in until somebody wants to know."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.roster import shift_history
from dorpssteunpunt.services.words.shift_history import history_words, noted_words
from dorpssteunpunt.ui.kit.buttons import quiet
from dorpssteunpunt.ui.kit.labels import Text
from dorpssteunpunt.ui.kit.layouts import Column
from dorpssteunpunt.ui.kit.workplace import Workplace


@dataclass(frozen=True, slots=True)
class _Told:
    """One thing that happened, in words, and who noted it."""

    what: str
    noted: str


class ShiftHistory(QWidget):
    """A button that unfolds the history of a shift."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._shift_id: int | None = None
        column = Column(self, gap=4)
        self._button = quiet(_("History"), self._fold, icon_name="history", dense=True)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        self._lines = column.add(QWidget())
        self._column = Column(self._lines, gap=8)
        self._lines.hide()
        self.hide()

    def show_shift(self, shift_id: int) -> None:
        """Show the history of another shift, folded in."""
        if shift_id != self._shift_id:
            self._lines.hide()
        self._shift_id = shift_id
        self.refresh()

    def refresh(self) -> None:
        """Ask anew what happened."""
        if self._shift_id is None:
            return
        desk, shift_id = self._workplace.desk, self._shift_id
        self._workplace.tasks.run(
            lambda: _told(desk, shift_id), self._fill, owner=self, key="history"
        )

    def _fill(self, lines: Sequence[_Told]) -> None:
        self._column.clear()
        for line in lines:
            told = self._column.add(Column(gap=0))
            told.add(Text(line.what))
            told.add(Text(line.noted, "second"))
        self.setVisible(bool(lines))
        self._name()

    def _fold(self) -> None:
        self._lines.setVisible(self._lines.isHidden())
        self._name()

    def _name(self) -> None:
        self._button.say(_("History") if self._lines.isHidden() else _("Hide the history"))


def _told(desk: Desk, shift_id: int) -> tuple[_Told, ...]:
    lines = shift_history(desk, shift_id)
    return tuple(_Told(history_words(line), noted_words(line)) for line in reversed(lines))
