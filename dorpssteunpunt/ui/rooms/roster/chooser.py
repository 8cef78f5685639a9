"""Choosing whom to put on a shift: type a name, see whether they can, and take them."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from dorpssteunpunt.base.errors import Refusal
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.asking import Answer
from dorpssteunpunt.domain.privacy import CitizenServiceNumberSeen
from dorpssteunpunt.services.roster import ShiftCell
from dorpssteunpunt.services.words import in_words
from dorpssteunpunt.services.words.roster_candidates import answer_word
from dorpssteunpunt.ui.kit.buttons import primary, secondary
from dorpssteunpunt.ui.kit.fields import CheckField, TextField
from dorpssteunpunt.ui.kit.labels import Text
from dorpssteunpunt.ui.kit.layouts import Column, Flow, line
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.rooms.roster.candidate_list import (
    CandidateList,
    CandidateModel,
    Choice,
    choices,
)
from dorpssteunpunt.ui.rooms.roster.steps import Steps

_ROWS_DOWN: dict[int, int] = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 5,
    Qt.Key.Key_PageUp: -5,
}


class Chooser(QWidget):
    """Whom to ask for the shown shift.

    ``deeds`` is what can be done with the chosen candidate: it stands where it stays in sight.
    """

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
        self._fine = CheckField("numbers_are_fine", _("I looked: this is another number"))
        self._answers = _answers(self._note)
        self._button = primary("", self._take, dense=True)
        column = Column(self, gap=8)
        for part in (self._name, self._stand_in, self._nobody):
            column.add(part)
        column.add(self._list, 1)
        self.deeds = QWidget()
        edge = Column(self.deeds, gap=0)
        edge.add(line())
        beneath = edge.add(Column(gap=8, margin=(16, 12, 16, 12)))
        beneath.add(self._reason)
        beneath.add(self._fine)
        buttons = Flow(beneath.add(QWidget()), gap=8)
        buttons.add(self._answers)
        buttons.add(self._button)
        self._connect()
        self._show_choice(None)

    def show_cell(self, cell: ShiftCell) -> None:
        """Ask whom to put on this shift; another shift begins with an empty name."""
        if self._cell is None or self._cell.shift_id != cell.shift_id:
            self._name.set_value("")
            self._narrow()
            self._list.choose_none()
        self._cell = cell
        self._stand_in.setVisible(self._steps.may_plan and bool(cell.absences))
        self._stand_in.set_value(self._steps.stands_in(cell))
        self.refresh()

    def refresh(self) -> None:
        """Ask anew who can."""
        if self._cell is None:
            return
        desk, shift_id = self._workplace.desk, self._cell.shift_id
        self._workplace.tasks.run(
            lambda: choices(desk, shift_id), self._fill, owner=self, key="candidates"
        )

    def begin(self, typed: str = "") -> None:
        """Take the keyboard, with what was typed already."""
        if typed:
            self._name.set_value(typed)
            self._narrow()
        self._name.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows in the name go through the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            rows = _ROWS_DOWN.get(event.key())
            if rows:
                self._list.step(rows)
                return True
        return super().eventFilter(watched, event)

    def _connect(self) -> None:
        self._name.edited.connect(self._narrow)
        self._list.chosen.connect(self._show_choice)
        self._list.taken.connect(self._take)
        for field in (self._name, self._reason):
            if isinstance(field.control, QLineEdit):
                field.control.returnPressed.connect(self._take)
        self._name.control.installEventFilter(self)

    def _fill(self, found: Sequence[Choice]) -> None:
        self._model.show(found)
        if self._list.choice() is None:
            self._list.choose_first()

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
        self._answers.setVisible(possible)
        asks = judged is not None and possible and judged.needs_reason
        self._reason.setVisible(asks)
        self._reason.set_value("")
        self._reason.clear_error()
        self._fine.hide()
        self._fine.set_value(False)
        self._button.say(_("Put on all the same") if asks else _("Put on this shift"))
        if choice:
            self._button.setAccessibleDescription(choice.candidate.name)

    def _note(self, answer: Answer) -> None:
        choice = self._list.choice()
        if choice is not None and self._cell is not None:
            self._steps.note_asking(self._cell, choice.carried, answer)

    def _take(self) -> None:
        choice = self._list.choice()
        if choice is None or self._cell is None or not choice.candidate.suitability.is_possible:
            return
        if not self._reason.isHidden() and not self._reason.check():
            self._reason.setFocus()
            return
        typed, reason = self._name.value(), self._reason.value()
        self._steps.assign(
            self._cell,
            choice.carried,
            stand_in=self._stand_in.value(),
            reason=reason,
            numbers_are_fine=self._fine.value(),
            refused=partial(self._put_back, choice, typed, reason),
        )
        # At once: somebody who types on means the next name. Who is best of the others is known
        # when the candidates come anew.
        self._name.set_value("")
        self._narrow()
        self._list.choose_none()
        self._name.setFocus()

    def _put_back(self, choice: Choice, typed: str, reason: str, refusal: Refusal) -> None:
        """Show again what was refused, with what was typed and what is wrong with it."""
        self._name.set_value(typed)
        self._narrow()
        self._list.choose(choice.candidate.volunteer_id)
        self._reason.show()
        self._reason.set_value(reason)
        self._reason.show_error(in_words(refusal))
        self._fine.setVisible(isinstance(refusal, CitizenServiceNumberSeen))


def _answers(note: Callable[[Answer], object]) -> QWidget:
    """Return the buttons to note what somebody said when asked."""
    answers = QWidget()
    flow = Flow(answers, gap=4)
    for answer in Answer:
        button = secondary(answer_word(answer), partial(note, answer), dense=True)
        button.setAccessibleName(_("Asked: {answer}").format(answer=answer_word(answer)))
        flow.add(button)
    return answers
