"""Letting somebody hold a place on a shift from then on, seen from one such shift."""

from datetime import timedelta

from dorpssteunpunt.base.formats import weekday_name
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.standing import StandingAssignment
from dorpssteunpunt.services import roster
from dorpssteunpunt.services.roster import OnShift, ShiftCell
from dorpssteunpunt.ui.kit.date_field import DateField
from dorpssteunpunt.ui.kit.fields import CheckField
from dorpssteunpunt.ui.kit.form import Form
from dorpssteunpunt.ui.kit.labels import Text
from dorpssteunpunt.ui.kit.rhythm_field import RhythmField
from dorpssteunpunt.ui.kit.workplace import Workplace


class HoldHereForm(Form):
    """Asks from when somebody holds a place on this day part of the week."""

    def __init__(self, workplace: Workplace, cell: ShiftCell, one: OnShift) -> None:
        super().__init__(tasks=workplace.tasks, save_text=_("Save"), cancel_text=_("Cancel"))
        self._workplace, self._cell, self._one = workplace, cell, one
        place = {"day": weekday_name(cell.on), "daypart": cell.daypart.lower()}
        self.add_widget(Text(_("On {day}, {daypart}.").format(**place)))
        self.add_widget(Text(_("Weeks of which the shifts are made stay as they are."), "second"))
        rhythm = RhythmField("rhythm", today=workplace.today, usual=lambda: cell.on)
        self.add(rhythm)
        rhythm.edited.connect(self.reshaped)
        self.add(DateField("first", _("From"), today=workplace.today, required=True))
        self.add(CheckField("is_lead", _("As shift lead")))
        self.field("first").set_value(cell.on + timedelta(weeks=1))
        self.field("is_lead").set_value(one.is_lead)
        self.mark_clean()
        self.submitted.connect(self._save)

    def _save(self) -> None:
        desk = self._workplace.desk
        standing = StandingAssignment(
            volunteer_id=self._one.volunteer_id,
            weekday=self._cell.on.isoweekday(),
            daypart_id=self._cell.daypart_id,
            counter_id=self._cell.counter_id,
            **self.values(),
        )
        told = _("{name} holds this place from now on.").format(name=self._one.full_name)
        self.send(
            lambda: roster.hold_place(desk, standing),
            lambda _kept: self._workplace.notify(told),
        )
