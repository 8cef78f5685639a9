"""Leave of a volunteer, which asks of every shift in it whether it stays or comes free."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QWidget

from dorpssteunpunt.base.errors import Refusal
from dorpssteunpunt.base.formats import time_range, weekday_date
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.availability import Leave
from dorpssteunpunt.domain.roster import Shift, ShiftsInLeave
from dorpssteunpunt.services import roster
from dorpssteunpunt.services.roster import LeaveDraft
from dorpssteunpunt.ui.kit.choice_field import Choice, ChoiceField
from dorpssteunpunt.ui.kit.date_field import DateField
from dorpssteunpunt.ui.kit.fields import Field, TextField
from dorpssteunpunt.ui.kit.free_text_form import FreeTextForm
from dorpssteunpunt.ui.kit.layouts import Column
from dorpssteunpunt.ui.kit.workplace import Workplace

Answers = Mapping[int, bool | None]


class ShiftsField(Field[Answers]):
    """Of each shift whether the volunteer comes off it: True, False, or None for no answer yet."""

    def __init__(self, name: str, label: str) -> None:
        super().__init__(name, label)
        self._questions: dict[int, ChoiceField] = {}
        holder = QWidget()
        self._asked = Column(holder, gap=12)
        self._hold(holder)
        self.hide()

    def show_shifts(self, shifts: Sequence[tuple[int, Shift]]) -> None:
        """Ask about these assignments; an answer that was given stays."""
        before = self.value()
        self._asked.clear()
        self._questions = {one: self._asked.add(_question(shift)) for one, shift in shifts}
        for question in self._questions.values():
            question.edited.connect(self._answered)
        self.set_value(before)
        self.show()

    def value(self) -> Answers:
        """Return the answers by assignment."""
        return {one: question.value() for one, question in self._questions.items()}

    def set_value(self, value: Answers) -> None:
        """Give answers to the questions that are asked."""
        for one, question in self._questions.items():
            question.set_value(value.get(one))

    def mistake(self) -> str:
        """Return that an answer is missing."""
        if None in self.value().values():
            return _("Say of each shift in this leave what happens to it.")
        return ""

    def _answered(self) -> None:
        self.clear_error()
        self.edited.emit()


class LeaveForm(FreeTextForm):
    """The form of leave; a single day needs no last day."""

    def __init__(self, workplace: Workplace, volunteer_id: int) -> None:
        super().__init__(tasks=workplace.tasks, save_text=_("Save"), cancel_text=_("Cancel"))
        self._workplace = workplace
        self._volunteer_id = volunteer_id
        self._shifts = ShiftsField("shifts", _("These shifts fall in this leave"))
        self.add(
            DateField("first", _("First day of leave"), today=workplace.today, required=True),
            DateField("last", _("Last day of leave"), today=workplace.today),
        )
        self.add(
            TextField("reason", _("Reason"), hint=_("Only those who make the roster see this."))
        )
        self.add(self._shifts)
        self.mark_clean()
        self.submitted.connect(self._save)

    def show_refusal(self, refusal: Refusal) -> None:
        """Ask about the shifts in the leave, or say what is wrong at its field."""
        if isinstance(refusal, ShiftsInLeave):
            self._shifts.show_shifts(refusal.shifts)
        super().show_refusal(refusal)
        self.reshaped.emit()

    def _save(self) -> None:
        desk, typed = self._workplace.desk, self.values()
        answers: Answers = typed["shifts"]
        draft = LeaveDraft(
            volunteer_id=self._volunteer_id,
            leave=Leave(
                first=typed["first"],
                last=typed["last"] or typed["first"],
                reason=typed["reason"],
            ),
            keep=[one for one, comes_off in answers.items() if comes_off is False],
            take_off=[one for one, comes_off in answers.items() if comes_off],
            numbers_are_fine=self.numbers_are_fine(),
        )
        self.send(
            lambda: roster.take_leave(desk, draft),
            lambda _kept: self._workplace.notify(_("Saved.")),
        )


def _question(shift: Shift) -> ChoiceField:
    when = f"{weekday_date(shift.on)}, {time_range(shift.start, shift.end)}"
    return ChoiceField(
        f"shift_{shift.id}",
        when,
        choices=[Choice(False, _("comes all the same")), Choice(True, _("comes free"))],
        segmented=True,
    )
