"""Choosing whom to put on a shift: type a name, see whether they can, and take them."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from dorpssteunpunt.base.errors import Refusal
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.services.roster import ShiftCell
from dorpssteunpunt.services.words import in_words
from dorpssteunpunt.services.words.roster import objection_words
from dorpssteunpunt.ui.kit.buttons import primary
from dorpssteunpunt.ui.kit.fields import CheckField, TextField
from dorpssteunpunt.ui.kit.labels import Text
from dorpssteunpunt.ui.kit.layouts import Column
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.rooms.roster.candidate_list import (
    CandidateList,
    CandidateModel,
    Choice,
    choices,
)
from dorpssteunpunt.ui.rooms.roster.steps import Steps

_STEPS_DOWN = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 5, Qt.Key.Key_PageUp: -5}


class Chooser(QWidget):
    """Whom to ask for the shown shift; ``left`` tells that Esc leads back to the grid."""

    left = Signal()

    def __init__(self, workplace: Workplace, steps: Steps) -> None:
        super().__init__()
        self._workplace = workplace
        self._steps = steps
        self._cell: ShiftCell | None = None
        self._model = CandidateModel()
        self._name = TextField("name", _("Whom to ask?"), placeholder=_("Type a name"))
        self._stand_in = CheckField("stand_in", _("As a stand-in"))
        self._list = CandidateList(self._model)
        self._nobody = Text(_("Nobody of this name is a volunteer on this day."), "second")
        self._reason = TextField("reason", _("Why all the same?"), required=True)
        self._button = primary("", self._take)
        column = Column(self, gap=8)
        for part in (self._name, self._stand_in, self._nobody):
            column.add(part)
        column.add(self._list, 1)
        column.add(self._reason)
        column.add(self._button)
        self._stand_in.setVisible(steps.may_plan)
        self._connect()
        self._show_choice(None)

    def show_cell(self, cell: ShiftCell) -> None:
        """Ask whom to put on this shift; another shift begins with an empty name."""
        if self._cell is None or self._cell.shift_id != cell.shift_id:
            self._name.set_value("")
            self._narrow()
            self._forget_reason()
        self._cell = cell
        self._stand_in.set_value(self._steps.stands_in(cell))
        self.refresh()

    def refresh(self) -> None:
        """Ask anew who can."""
        if self._cell is None:
            return
        desk, shift_id = self._workplace.desk, self._cell.shift_id
        self._workplace.tasks.run(
            lambda: choices(desk, shift_id), self._model.show, owner=self, key="candidates"
        )

    def begin(self, typed: str = "") -> None:
        """Take the keyboard, with what was typed already."""
        if typed:
            self._name.set_value(typed)
            self._narrow()
        self._name.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let arrows in the name go through the list, Enter take who is chosen, Esc go back."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            if key == Qt.Key.Key_Escape:
                self.left.emit()
                return True
            if watched is self._name.control and key in _STEPS_DOWN:
                self._list.step(_STEPS_DOWN[Qt.Key(key)])
                return True
        return super().eventFilter(watched, event)

    def _connect(self) -> None:
        self._name.edited.connect(self._narrow)
        self._list.chosen.connect(self._show_choice)
        self._list.taken.connect(self._take)
        for field in (self._name, self._reason):
            if isinstance(field.control, QLineEdit):
                field.control.returnPressed.connect(self._take)
        for widget in (self._name.control, self._reason.control, self._list):
            widget.installEventFilter(self)

    def _narrow(self) -> None:
        self._model.narrow(self._name.value())
        self._list.choose_first()

    def _show_choice(self, choice: Choice | None) -> None:
        """Offer to take the chosen candidate, asking why in place where a reason is needed."""
        self._nobody.setVisible(self._model.rowCount() == 0 and bool(self._name.value()))
        judged = choice.candidate.suitability if choice else None
        possible = judged is not None and judged.is_possible
        self._button.setEnabled(possible)
        self._button.setVisible(choice is not None)
        asks = judged is not None and possible and judged.needs_reason
        if not asks or choice is None:
            self._forget_reason()
        else:
            self._ask_reason(choice)
        if choice:
            words = _("Put {name} on all the same") if asks else _("Put {name} on this shift")
            self._button.say(words.format(name=choice.candidate.name))

    def _ask_reason(self, choice: Choice) -> None:
        against = choice.candidate.suitability.objections
        because = ", ".join(objection_words(one) for one in against if one.needs_reason)
        self._reason.set_hint(because)
        self._reason.show()

    def _forget_reason(self) -> None:
        self._reason.hide()
        self._reason.set_value("")
        self._reason.clear_error()

    def _take(self) -> None:
        choice = self._list.choice()
        if choice is None or self._cell is None or not choice.candidate.suitability.is_possible:
            return
        if not self._reason.isHidden() and not self._reason.check():
            self._reason.setFocus()
            return
        self._steps.assign(
            self._cell,
            choice.carried,
            stand_in=self._stand_in.value(),
            reason=self._reason.value(),
            refused=self._show_refusal,
        )
        self._name.set_value("")
        self._narrow()
        self._name.setFocus()

    def _show_refusal(self, refusal: Refusal) -> None:
        self._reason.show()
        self._reason.show_error(in_words(refusal))
