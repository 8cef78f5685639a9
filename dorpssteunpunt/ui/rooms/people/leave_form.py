"""Leave of a volunteer, which asks of every shift in it whether it stays or comes free."""

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.availability import Leave
from dorpssteunpunt.services import roster
from dorpssteunpunt.services.roster import LeaveDraft
from dorpssteunpunt.ui.kit.date_field import DateField
from dorpssteunpunt.ui.kit.fields import TextField
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.rooms.people.freeing_form import FreeingForm


class LeaveForm(FreeingForm):
    """The form of leave; a single day needs no last day."""

    def __init__(self, workplace: Workplace, volunteer_id: int) -> None:
        super().__init__(workplace, _("Save"), _("These shifts fall in this leave"))
        self._workplace = workplace
        self._volunteer_id = volunteer_id
        self.add(
            DateField("first", _("First day of leave"), today=workplace.today, required=True),
            DateField("last", _("Last day of leave"), today=workplace.today),
        )
        self.add(
            TextField("reason", _("Reason"), hint=_("Only those who make the roster see this."))
        )
        self.add(self.shifts)
        self.mark_clean()
        self.submitted.connect(self._save)

    def _save(self) -> None:
        desk, typed = self._workplace.desk, self.values()
        leave = Leave(
            first=typed["first"],
            last=typed["last"] or typed["first"],
            reason=typed["reason"],
        )
        draft = LeaveDraft(volunteer_id=self._volunteer_id, leave=leave, **self.said())
        self.send(
            lambda: roster.take_leave(desk, draft),
            lambda _kept: self._workplace.notify(_("Saved.")),
        )
