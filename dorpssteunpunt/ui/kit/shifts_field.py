"""A field that asks of every coming shift whether somebody stays on it."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QWidget

from dorpssteunpunt.base.formats import time_range, weekday_date
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.roster import Shift
from dorpssteunpunt.ui.kit.choice_field import Choice, ChoiceField
from dorpssteunpunt.ui.kit.fields import Field
from dorpssteunpunt.ui.kit.layouts import Column

Answers = Mapping[int, bool | None]
"""By assignment whether somebody comes off it; None is no answer yet."""


def answered(answers: Answers, *, comes_off: bool) -> list[int]:
    """Return the assignments with this answer."""
    return [one for one, answer in answers.items() if answer is comes_off]


class ShiftsField(Field[Answers]):
    """Asks about the shifts it is given; hidden while there are none."""

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
            return _("Say of each shift what happens to it.")
        return ""

    def _answered(self) -> None:
        self.clear_error()
        self.edited.emit()


def _question(shift: Shift) -> ChoiceField:
    when = f"{weekday_date(shift.on)}, {time_range(shift.start, shift.end)}"
    return ChoiceField(
        f"shift_{shift.id}",
        when,
        choices=[Choice(False, _("comes all the same")), Choice(True, _("comes free"))],
        segmented=True,
    )
