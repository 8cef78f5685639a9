"""The week template: when the desk is open, how many people it needs, and what they can do."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from dorpssteunpunt.base.formats import at_the_start, time_range, weekday_name
from dorpssteunpunt.base.i18n import _, ngettext
from dorpssteunpunt.domain.support_point import Daypart, OpeningSlot, Skill
from dorpssteunpunt.services.changes import Changed
from dorpssteunpunt.services.support_point import (
    Settings,
    replace_week_template,
    save_daypart,
    save_skill,
)
from dorpssteunpunt.ui.kit.buttons import secondary
from dorpssteunpunt.ui.kit.cards import Card, Item
from dorpssteunpunt.ui.kit.date_field import TimeField
from dorpssteunpunt.ui.kit.fields import CheckField, NumberField, TextField
from dorpssteunpunt.ui.kit.labels import Text
from dorpssteunpunt.ui.kit.tones import TagWords
from dorpssteunpunt.ui.rooms.settings.section import Section

_WEEK = range(1, 8)
_USUAL = 2  # people on a shift


class OpeningHoursSection(Section):
    """A line for each weekday, the names of the day parts, and the skills of volunteers."""

    def _cards(self, settings: Settings) -> Sequence[QWidget]:
        return [
            self._week(settings),
            self._dayparts(settings.dayparts),
            self._skills(settings.skills),
        ]

    def _week(self, settings: Settings) -> Card:
        card = Card(
            _("Opening hours"),
            _("New weeks of the roster are made from this. Weeks that exist stay as they are."),
        )
        for weekday in _WEEK:
            change = secondary(_("Change…"), partial(self._change, settings, weekday), dense=True)
            day = _name_of(weekday)
            change.setAccessibleName(_("Change {name}").format(name=day))
            card.body.add(Item(day, _hours(settings, weekday), actions=(change,)))
        return card

    def _dayparts(self, dayparts: Sequence[Daypart]) -> Card:
        card = Card(_("Day parts"))
        for daypart in dayparts:
            rename = secondary(_("Change…"), partial(self._rename, daypart), dense=True)
            rename.setAccessibleName(_("Change {name}").format(name=daypart.name))
            card.body.add(Item(daypart.name, actions=(rename,)))
        another = Daypart(position=len(dayparts) + 1, name="")
        card.add_foot(secondary(_("Add a day part…"), lambda: self._rename(another)))
        return card

    def _rename(self, daypart: Daypart) -> None:
        desk = self._workplace.desk
        form = self._form()
        form.add(TextField("daypart", _("Name"), required=True))
        form.field("daypart").set_value(daypart.name)

        def write(typed: dict[str, Any]) -> Changed:
            named = Daypart(id=daypart.id, position=daypart.position, name=typed["daypart"])
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

    def _change(self, settings: Settings, weekday: int) -> None:
        desk = self._workplace.desk
        open_now = {s.daypart_id: s for s in settings.week_template if s.weekday == weekday}
        form = self._form()
        form.add_widget(Text(_("Leave the times empty when the desk is closed."), "second"))
        for part in settings.dayparts:
            form.add_heading(part.name)
            form.add(
                TimeField(f"start_{part.id}", _("From")),
                TimeField(f"end_{part.id}", _("Until")),
                NumberField(f"needed_{part.id}", _("Number of people"), low=1, high=20),
            )
            slot = open_now.get(part.id)
            form.field(f"start_{part.id}").set_value(slot.start if slot else None)
            form.field(f"end_{part.id}").set_value(slot.end if slot else None)
            form.field(f"needed_{part.id}").set_value(slot.needed if slot else _USUAL)

        def write(typed: dict[str, Any]) -> Changed:
            kept = [slot for slot in settings.week_template if slot.weekday != weekday]
            return replace_week_template(desk, [*kept, *_slots(settings, weekday, typed)])

        self._ask(at_the_start(_name_of(weekday)), form, write)


def _slots(settings: Settings, weekday: int, typed: dict[str, Any]) -> list[OpeningSlot]:
    return [
        OpeningSlot(
            weekday=weekday,
            daypart_id=part.id,
            start=typed[f"start_{part.id}"],
            end=typed[f"end_{part.id}"],
            needed=typed[f"needed_{part.id}"] or _USUAL,
        )
        for part in settings.dayparts
        if typed[f"start_{part.id}"] and typed[f"end_{part.id}"]
    ]


def _hours(settings: Settings, weekday: int) -> str:
    names = {part.id: part.name.lower() for part in settings.dayparts}
    slots = [slot for slot in settings.week_template if slot.weekday == weekday]
    if not slots:
        return _("closed")
    return " · ".join(f"{names[slot.daypart_id]} {_slot_words(slot)}" for slot in slots)


def _slot_words(slot: OpeningSlot) -> str:
    people = ngettext("{n} person", "{n} people", slot.needed).format(n=slot.needed)
    return f"{time_range(slot.start, slot.end)}, {people}"


def _name_of(weekday: int) -> str:
    return weekday_name(date.fromisocalendar(2024, 1, weekday))
