"""One day on which a volunteer can more, or less, than in an ordinary week."""

from typing import Final

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.availability import AvailabilityLevel, Deviation
from dorpssteunpunt.services import people
from dorpssteunpunt.services.people import PersonDetail
from dorpssteunpunt.services.words.people import deviated_words, level_word
from dorpssteunpunt.ui.kit.choice_field import Choice, ChoiceField
from dorpssteunpunt.ui.kit.date_field import DateField, TimeField
from dorpssteunpunt.ui.kit.form import Form
from dorpssteunpunt.ui.kit.workplace import Workplace

_ALL_DAY: Final = 0
_OWN_HOURS: Final = -1


class DeviationForm(Form):
    """The form of one day that is otherwise."""

    def __init__(self, workplace: Workplace, detail: PersonDetail) -> None:
        super().__init__(tasks=workplace.tasks, save_text=_("Save"), cancel_text=_("Cancel"))
        self._workplace = workplace
        self._person_id = detail.person.id
        parts = [Choice(part.id, part.name) for part in detail.dayparts]
        self._part = ChoiceField(
            "part",
            _("What part of the day?"),
            choices=[
                Choice(_ALL_DAY, _("All day")),
                *parts,
                Choice(_OWN_HOURS, _("Own hours")),
            ],
            segmented=True,
        )
        self._hours = (
            TimeField("start", _("From"), required=True),
            TimeField("end", _("Until"), required=True),
        )
        self.add(DateField("on", _("Day"), today=workplace.today, required=True))
        self.add(self._part)
        self.add(*self._hours)
        self.add(
            ChoiceField(
                "level",
                _("How does it suit?"),
                choices=[Choice(level, level_word(level)) for level in AvailabilityLevel],
                segmented=True,
                required=True,
            )
        )
        self._part.set_value(_ALL_DAY)
        self._show_hours()
        self.mark_clean()
        self._part.edited.connect(self._show_hours)
        self.submitted.connect(self._save)

    def _show_hours(self) -> None:
        for field in self._hours:
            field.setVisible(self._part.value() == _OWN_HOURS)
        self.reshaped.emit()

    def _save(self) -> None:
        desk, person_id, typed = self._workplace.desk, self._person_id, self.values()
        own_hours = typed["part"] == _OWN_HOURS
        deviation = Deviation(
            on=typed["on"],
            daypart_id=typed["part"] if typed["part"] > 0 else None,
            start=typed["start"] if own_hours else None,
            end=typed["end"] if own_hours else None,
            level=typed["level"],
        )
        self.send(
            lambda: people.deviate(desk, person_id, deviation),
            lambda kept: self._workplace.notify(deviated_words(kept)),
        )
