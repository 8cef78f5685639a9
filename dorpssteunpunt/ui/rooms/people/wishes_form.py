"""What a volunteer wishes on the roster: when, how often, with whom, and what they can do."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.availability import MOST_WEEKS
from dorpssteunpunt.domain.people import Experience, Volunteer
from dorpssteunpunt.services import people
from dorpssteunpunt.services.people import PersonDetail
from dorpssteunpunt.services.words.people import cycle_word, experience_word
from dorpssteunpunt.ui.kit.choice_field import Choice, ChoiceField, MultiChoiceField
from dorpssteunpunt.ui.kit.date_field import DateField
from dorpssteunpunt.ui.kit.fields import CheckField, NumberField
from dorpssteunpunt.ui.kit.form import Form
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.rooms.people.company_field import CompanyField
from dorpssteunpunt.ui.rooms.people.week_field import WeekField


class WishesForm(Form):
    """The form to fill in with the volunteer beside it, in the order in which one asks."""

    def __init__(self, workplace: Workplace, detail: PersonDetail) -> None:
        super().__init__(tasks=workplace.tasks, save_text=_("Save"), cancel_text=_("Cancel"))
        self._workplace = workplace
        volunteer = detail.volunteer or Volunteer(person_id=detail.person.id)
        self._volunteer = volunteer
        self._week = WeekField(
            "availability",
            _("In an ordinary week"),
            dayparts=detail.dayparts,
            template=detail.week_template,
        )
        self._cycle = ChoiceField(
            "cycle_weeks",
            _("How often does it come back?"),
            choices=[Choice(weeks, cycle_word(weeks)) for weeks in range(1, MOST_WEEKS + 1)],
            segmented=True,
        )
        self._cycle_from = DateField("cycle_from", _("A day in week A"), today=workplace.today)
        self._add_when()
        self._add_how_often()
        self._add_with_whom(detail)
        self._cycle.set_value(volunteer.cycle_weeks)
        self._show_weeks()
        for name in self.values():
            self.field(name).set_value(getattr(volunteer, name))
        self.mark_clean()
        self._cycle.edited.connect(self._show_weeks)
        self.submitted.connect(self._save)

    def take_up(self, draft: Mapping[str, Any]) -> None:
        """Put back what was typed, beginning with how many weeks it is about."""
        if "cycle_weeks" in draft:
            self._cycle.take_up(draft["cycle_weeks"])
            self._show_weeks()
        super().take_up(draft)

    def _add_when(self) -> None:
        self.add(self._cycle)
        self.add(self._cycle_from)
        self.add(self._week)

    def _add_how_often(self) -> None:
        self.add_heading(_("How often"))
        self.add(
            NumberField("wanted_per_week", _("Shifts a week, gladly"), low=1, high=14),
            NumberField("shifts_per_week", _("Shifts a week at most"), low=1, high=14),
        )
        self.add(
            NumberField("wanted_per_month", _("Shifts a month, gladly"), low=1, high=62),
            NumberField("shifts_per_month", _("Shifts a month at most"), low=1, high=62),
        )
        self.add(
            CheckField("no_evening_then_morning", _("No evening with a shift the next morning"))
        )

    def _add_with_whom(self, detail: PersonDetail) -> None:
        self.add_heading(_("The work and the people"))
        self.add(
            ChoiceField(
                "experience",
                _("Experience at the desk"),
                choices=[Choice(each, experience_word(each)) for each in Experience],
                segmented=True,
            )
        )
        known = self._volunteer.skills
        skills = [
            Choice(each.id, each.name) for each in detail.skills if each.active or each.id in known
        ]
        if skills:
            self.add(MultiChoiceField("skills", _("Can do"), choices=skills))
        self.add(
            self._company("together", _("Likes to be with"), detail),
            self._company("apart", _("Rather not with"), detail),
        )

    def _company(self, name: str, label: str, detail: PersonDetail) -> CompanyField:
        return CompanyField(name, label, tasks=self._workplace.tasks, others=detail.others)

    def _show_weeks(self) -> None:
        weeks = self._cycle.value() or 1
        self._week.show_weeks(weeks)
        self._cycle_from.setVisible(weeks > 1)
        if weeks > 1 and not self._cycle_from.draft():
            self._cycle_from.set_value(self._workplace.today())
        self.reshaped.emit()

    def _save(self) -> None:
        desk = self._workplace.desk
        typed = self.values()
        if typed["cycle_weeks"] == 1:
            typed["cycle_from"] = None
        wishes = replace(self._volunteer, **typed)
        self.send(
            lambda: people.save_volunteer(desk, wishes, numbers_are_fine=True),
            lambda _kept: self._workplace.notify(_("Saved.")),
        )
