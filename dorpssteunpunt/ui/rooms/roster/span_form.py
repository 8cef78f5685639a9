"""Making the shifts of several weeks at once, from the week template."""

from collections.abc import Callable
from datetime import timedelta

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.services import roster
from dorpssteunpunt.services.roster import ShiftsMade
from dorpssteunpunt.ui.kit.date_field import DateField
from dorpssteunpunt.ui.kit.form import Form
from dorpssteunpunt.ui.kit.labels import Text
from dorpssteunpunt.ui.kit.workplace import Workplace

_WEEKS = 4  # a roster is mostly made for a month


class SpanForm(Form):
    """Asks from which day until which one; what is made already stays as it is."""

    def __init__(
        self, workplace: Workplace, week: Week, made: Callable[[ShiftsMade], object]
    ) -> None:
        super().__init__(
            tasks=workplace.tasks, save_text=_("Make the shifts"), cancel_text=_("Cancel")
        )
        self._workplace, self._made = workplace, made
        self.add_widget(
            Text(_("Shifts that are made already stay as they are. Days gone by get none."))
        )
        self.add(
            DateField("first", _("From"), today=workplace.today, required=True),
            DateField("last", _("Until and including"), today=workplace.today, required=True),
        )
        self.field("first").set_value(week.monday)
        self.field("last").set_value(week.sunday + timedelta(weeks=_WEEKS - 1))
        self.mark_clean()
        self.submitted.connect(self._make)

    def _make(self) -> None:
        desk, typed = self._workplace.desk, self.values()
        self.send(lambda: roster.make_shifts(desk, typed["first"], typed["last"]), self._made)
