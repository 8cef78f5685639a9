"""Noting who was there, under the people of a shift that has begun."""

from PySide6.QtWidgets import QWidget

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.services.roster import ShiftCell
from dorpssteunpunt.services.words.attendance import everybody_words
from dorpssteunpunt.ui.kit.buttons import quiet, secondary
from dorpssteunpunt.ui.kit.layouts import Flow
from dorpssteunpunt.ui.rooms.roster.noting import Noting


class AttendanceLine(QWidget):
    """The buttons by which attendance is noted, while that may be done at this desk."""

    def __init__(self, noting: Noting) -> None:
        super().__init__()
        self._noting = noting
        self._cell: ShiftCell | None = None
        flow = Flow(self, gap=8)
        self._everybody = flow.add(secondary("", self._all_present, "check", dense=True))
        self._each = flow.add(secondary(_("Who was there…"), self._ask, dense=True))
        flow.add(quiet(_("Somebody else was there…"), self._ask_arrival, dense=True))

    def show_cell(self, cell: ShiftCell) -> None:
        """Offer what can be noted of a shift."""
        self._cell = cell
        self.setVisible(self._noting.may_note(cell))
        self._everybody.say(everybody_words(cell))
        self._everybody.setVisible(cell.is_to_note)
        self._each.setVisible(bool(cell.people))

    def _all_present(self) -> None:
        if self._cell is not None:
            self._noting.everybody_present(self._cell)

    def _ask(self) -> None:
        if self._cell is not None:
            self._noting.ask_attendance(self._cell)

    def _ask_arrival(self) -> None:
        if self._cell is not None:
            self._noting.ask_arrival(self._cell)
