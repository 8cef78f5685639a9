"""The week template: when the desk is open, how many people it needs, and what they can do."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.dayparts import Daypart, TimeOfDay
from dorpssteunpunt.domain.support_point import Skill
from dorpssteunpunt.services.changes import Changed
from dorpssteunpunt.services.support_point import (
    Settings,
    save_daypart,
    save_skill,
)
from dorpssteunpunt.services.words.support_point import time_of_day_word
from dorpssteunpunt.ui.kit.buttons import quiet, secondary
from dorpssteunpunt.ui.kit.cards import Card, Item
from dorpssteunpunt.ui.kit.choice_field import Choice, ChoiceField
from dorpssteunpunt.ui.kit.fields import CheckField, TextField
from dorpssteunpunt.ui.kit.tones import TagWords
from dorpssteunpunt.ui.rooms.settings.counters import CountersCard, begin_counters
from dorpssteunpunt.ui.rooms.settings.section import Section
from dorpssteunpunt.ui.rooms.settings.week_template import WeekTemplateCard


class OpeningHoursSection(Section):
    """The week template, the names of the day parts, and the skills of volunteers."""

    def _cards(self, settings: Settings) -> Sequence[QWidget]:
        template = WeekTemplateCard(self._workplace, settings, self)
        dayparts, skills = self._dayparts(settings.dayparts), self._skills(settings.skills)
        if len(settings.counters) > 1:
            counters = CountersCard(self._workplace, settings.counters, self)
            return [template, counters, dayparts, skills]
        begin = partial(begin_counters, self._workplace, settings.counters[0], self)
        dayparts.add_foot(quiet(_("More than one desk…"), begin, dense=True))
        return [template, dayparts, skills]

    def _dayparts(self, dayparts: Sequence[Daypart]) -> Card:
        card = Card(_("Day parts"))
        for daypart in dayparts:
            rename = secondary(_("Change…"), partial(self._rename, daypart), dense=True)
            rename.setAccessibleName(_("Change {name}").format(name=daypart.name))
            when = time_of_day_word(daypart.time_of_day)
            card.body.add(Item(daypart.name, when, actions=(rename,)))
        another = Daypart(position=len(dayparts) + 1, name="")
        card.add_foot(secondary(_("Add a day part…"), lambda: self._rename(another)))
        return card

    def _rename(self, daypart: Daypart) -> None:
        desk = self._workplace.desk
        form = self._form()
        form.add(TextField("daypart", _("Name"), required=True))
        form.add(
            ChoiceField(
                "time_of_day",
                _("When is it?"),
                hint=_("For who wants no evening before a morning, and to share evenings fairly."),
                choices=[Choice(one, time_of_day_word(one)) for one in TimeOfDay],
            )
        )
        form.field("daypart").set_value(daypart.name)
        form.field("time_of_day").set_value(daypart.time_of_day)

        def write(typed: dict[str, Any]) -> Changed:
            named = replace(daypart, name=typed["daypart"], time_of_day=typed["time_of_day"])
            return save_daypart(desk, named)

        self._ask(_("Day part"), form, write)

    def _skills(self, skills: Sequence[Skill]) -> Card:
        card = Card(
            _("Skills"),
            _("What a volunteer can do on a shift. It shows with the candidates for the roster."),
        )
        for skill in skills:
            change = secondary(_("Change…"), partial(self._change_skill, skill), dense=True)
            change.setAccessibleName(_("Change {name}").format(name=skill.name))
            tag = None if skill.active else TagWords(_("not any more"))
            card.body.add(Item(skill.name, "", tag, actions=(change,)))
        another = Skill(position=len(skills) + 1, name="")
        card.body.add(secondary(_("Add a skill…"), lambda: self._change_skill(another)))
        return card

    def _change_skill(self, skill: Skill) -> None:
        desk = self._workplace.desk
        form = self._form()
        form.add(TextField("skill", _("Name"), required=True))
        form.add(CheckField("active", _("We ask for this now")))
        form.field("skill").set_value(skill.name)
        form.field("active").set_value(skill.active)

        def write(typed: dict[str, Any]) -> Changed:
            return save_skill(desk, replace(skill, name=typed["skill"], active=typed["active"]))

        self._ask(_("Skill"), form, write)
