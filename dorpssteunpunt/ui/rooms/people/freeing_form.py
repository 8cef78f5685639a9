"""What forms have in common by which somebody goes away from shifts: each shift is asked about."""

from typing import Any

from dorpssteunpunt.base.errors import Refusal
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.roster import UnansweredShifts
from dorpssteunpunt.ui.kit.free_text_form import FreeTextForm
from dorpssteunpunt.ui.kit.shifts_field import ShiftsField, answered
from dorpssteunpunt.ui.kit.workplace import Workplace


class FreeingForm(FreeTextForm):
    """Asks of every shift whether it stays or comes free, once it is known which they are."""

    def __init__(self, workplace: Workplace, save_text: str, question: str) -> None:
        super().__init__(tasks=workplace.tasks, save_text=save_text, cancel_text=_("Cancel"))
        self.shifts = ShiftsField("shifts", question)

    def said(self) -> dict[str, Any]:
        """Return what was said of the shifts and of numbers, as the drafts of the services ask."""
        answers = self.shifts.value()
        return {
            "keep": answered(answers, comes_off=False),
            "take_off": answered(answers, comes_off=True),
            "numbers_are_fine": self.numbers_are_fine(),
        }

    def show_refusal(self, refusal: Refusal) -> None:
        """Ask about the shifts, or say what is wrong at its field."""
        if isinstance(refusal, UnansweredShifts):
            self.shifts.show_shifts(refusal.shifts)
        super().show_refusal(refusal)
        self.reshaped.emit()
