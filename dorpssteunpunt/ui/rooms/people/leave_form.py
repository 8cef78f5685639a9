"""Leave of a volunteer, which asks of every shift in it whether it stays or comes free."""

from dorpssteunpunt.base.errors import Refusal
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.availability import Leave
from dorpssteunpunt.domain.roster import UnansweredShifts
from dorpssteunpunt.services import roster
from dorpssteunpunt.services.roster import LeaveDraft
from dorpssteunpunt.ui.kit.date_field import DateField
from dorpssteunpunt.ui.kit.fields import TextField
from dorpssteunpunt.ui.kit.free_text_form import FreeTextForm
from dorpssteunpunt.ui.kit.shifts_field import Answers, ShiftsField, answered
from dorpssteunpunt.ui.kit.workplace import Workplace


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
        if isinstance(refusal, UnansweredShifts):
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
            keep=answered(answers, comes_off=False),
            take_off=answered(answers, comes_off=True),
            numbers_are_fine=self.numbers_are_fine(),
        )
        self.send(
            lambda: roster.take_leave(desk, draft),
            lambda _kept: self._workplace.notify(_("Saved.")),
        )
