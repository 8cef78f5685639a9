"""A standing place of a volunteer: holding one, and giving it up from a day on."""

from datetime import date, timedelta

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.standing import StandingAssignment
from dorpssteunpunt.services import roster
from dorpssteunpunt.services.people import PersonDetail
from dorpssteunpunt.services.roster import EndingDraft
from dorpssteunpunt.ui.kit.choice_field import Choice, ChoiceField
from dorpssteunpunt.ui.kit.date_field import DateField
from dorpssteunpunt.ui.kit.fields import CheckField, TextField
from dorpssteunpunt.ui.kit.form import Form
from dorpssteunpunt.ui.kit.labels import Text
from dorpssteunpunt.ui.kit.rhythm_field import RhythmField
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.rooms.people.freeing_form import FreeingForm
from dorpssteunpunt.ui.rooms.people.week_field import weekday_of


class HoldPlaceForm(Form):
    """The form of a place that somebody will hold."""

    def __init__(self, workplace: Workplace, detail: PersonDetail) -> None:
        super().__init__(tasks=workplace.tasks, save_text=_("Save"), cancel_text=_("Cancel"))
        self._workplace = workplace
        self._person_id = detail.person.id
        weekdays = sorted({slot.weekday for slot in detail.week_template})
        self.add_widget(Text(_("Weeks of which the shifts are made stay as they are."), "second"))
        self.add(
            ChoiceField(
                "weekday",
                _("Day of the week"),
                choices=[Choice(day, weekday_of(day)) for day in weekdays],
                required=True,
            ),
            ChoiceField(
                "daypart_id",
                _("Day part"),
                choices=[Choice(part.id, part.name) for part in detail.dayparts],
                required=True,
            ),
        )
        if len(detail.counters) > 1:
            counters = [Choice(one.id, one.name) for one in detail.counters]
            self.add(ChoiceField("counter_id", _("Desk"), choices=counters, required=True))
        first = DateField("first", _("From"), today=workplace.today, required=True)
        rhythm = RhythmField("rhythm", today=workplace.today, usual=first.value)
        self.add(rhythm)
        rhythm.edited.connect(self.reshaped)
        self.add(first)
        self.add(CheckField("is_lead", _("As shift lead")))
        self.field("first").set_value(_next_monday(workplace.today()))
        self.mark_clean()
        self.submitted.connect(self._save)

    def _save(self) -> None:
        desk = self._workplace.desk
        standing = StandingAssignment(volunteer_id=self._person_id, **self.values())
        self.send(
            lambda: roster.hold_place(desk, standing),
            lambda _kept: self._workplace.notify(_("Saved.")),
        )


class GiveUpPlaceForm(FreeingForm):
    """The form of the end of a standing place, which asks about the shifts that are made."""

    def __init__(self, workplace: Workplace, standing_id: int) -> None:
        super().__init__(workplace, _("End"), _("These shifts are made already"))
        self._workplace = workplace
        self._standing_id = standing_id
        self.add_widget(Text(_("What is past stays as it was. The place comes free."), "second"))
        self.add(DateField("first_free", _("Free from"), today=workplace.today, required=True))
        self.add(TextField("reason", _("Reason"), hint=_("The volunteer may see it.")))
        self.add(self.shifts)
        self.mark_clean()
        self.submitted.connect(self._save)

    def _save(self) -> None:
        desk, typed = self._workplace.desk, self.values()
        draft = EndingDraft(
            standing_id=self._standing_id,
            first_free=typed["first_free"],
            reason=typed["reason"],
            **self.said(),
        )
        self.send(
            lambda: roster.give_up_place(desk, draft),
            lambda _kept: self._workplace.notify(_("Saved.")),
        )


def _next_monday(today: date) -> date:
    return today + timedelta(days=7 - today.weekday())
