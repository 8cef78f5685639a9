"""What this village helps with, what volunteers never do, and the numbers always in reach."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from dorpssteunpunt.base.formats import numeric_date
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.support_point import Boundary, EmergencyNumber, HelpKind
from dorpssteunpunt.services import accounts
from dorpssteunpunt.services.changes import Changed
from dorpssteunpunt.services.support_point import (
    Settings,
    replace_boundaries,
    replace_emergency_numbers,
    save_kind,
)
from dorpssteunpunt.ui.kit.buttons import secondary
from dorpssteunpunt.ui.kit.cards import Card, Item
from dorpssteunpunt.ui.kit.date_field import DateField
from dorpssteunpunt.ui.kit.fields import CheckField, TextArea, TextField
from dorpssteunpunt.ui.kit.tones import TagWords
from dorpssteunpunt.ui.rooms.settings.section import Section


class HelpSection(Section):
    """The kinds of help and the boundaries."""

    def _cards(self, settings: Settings) -> Sequence[QWidget]:
        return [self._kinds(settings.kinds), self._boundaries(settings.boundaries)]

    def _kinds(self, kinds: Sequence[HelpKind]) -> Card:
        card = Card(_("What we help with"))
        for kind in kinds:
            change = secondary(_("Change…"), partial(self._change_kind, kind), dense=True)
            change.setAccessibleName(_("Change {day}").format(day=kind.name))
            second = _("one to one: asks for a VOG") if kind.one_to_one else ""
            tag = None if kind.active else TagWords(_("not any more"))
            card.body.add(Item(kind.name, second, tag, actions=(change,)))
        another = HelpKind(position=len(kinds) + 1, name="", icon="heart-handshake")
        card.body.add(secondary(_("Add a kind of help…"), lambda: self._change_kind(another)))
        return card

    def _change_kind(self, kind: HelpKind) -> None:
        desk = self._workplace.desk
        form = self._form()
        form.add(TextField("kind", _("Name"), required=True))
        form.add(
            CheckField("one_to_one", _("One to one: the volunteer needs a VOG")),
            CheckField("active", _("We help with this now")),
        )
        form.field("kind").set_value(kind.name)
        form.field("one_to_one").set_value(kind.one_to_one)
        form.field("active").set_value(kind.active)

        def write(typed: dict[str, Any]) -> Changed:
            return save_kind(desk, replace(kind, name=typed.pop("kind"), **typed))

        self._ask(_("Kind of help"), form, write)

    def _boundaries(self, boundaries: Sequence[Boundary]) -> Card:
        card = Card(
            _("What volunteers never do"),
            _("Such a question goes to the village supporter, with this reason."),
        )
        for place, boundary in enumerate(boundaries):
            change = partial(self._change_boundary, boundaries, place)
            button = secondary(_("Change…"), change, dense=True)
            button.setAccessibleName(_("Change {day}").format(day=boundary.name))
            card.body.add(Item(boundary.name, boundary.reason, actions=(button,)))
        add = partial(self._change_boundary, boundaries, len(boundaries))
        card.body.add(secondary(_("Add a boundary…"), add))
        return card

    def _change_boundary(self, boundaries: Sequence[Boundary], place: int) -> None:
        desk = self._workplace.desk
        form = self._form()
        form.add(TextField("boundary", _("What we do not do"), required=True))
        form.add(TextArea("reason", _("Reason to give at the desk"), required=True, lines=2))
        if place < len(boundaries):
            form.field("boundary").set_value(boundaries[place].name)
            form.field("reason").set_value(boundaries[place].reason)

        def write(typed: dict[str, Any]) -> Changed:
            new = Boundary(position=place + 1, name=typed["boundary"], reason=typed["reason"])
            return replace_boundaries(desk, [*boundaries[:place], new, *boundaries[place + 1 :]])

        self._ask(_("What volunteers never do"), form, write)


class NumbersSection(Section):
    """The emergency numbers and when somebody last looked whether they are right."""

    def _cards(self, settings: Settings) -> Sequence[QWidget]:
        numbers = settings.emergency_numbers
        card = Card(_("Emergency numbers"), _("Always in reach, also while the program is locked."))
        for place, number in enumerate(numbers):
            change = secondary(_("Change…"), partial(self._change, numbers, place), dense=True)
            change.setAccessibleName(_("Change {day}").format(day=number.number))
            card.body.add(
                Item(f"{number.number} · {number.name}", _checked(number), actions=(change,))
            )
        add = partial(self._change, numbers, len(numbers))
        card.body.add(secondary(_("Add a number…"), add))
        return [card]

    def _change(self, numbers: Sequence[EmergencyNumber], place: int) -> None:
        desk = self._workplace.desk
        form = self._form()
        form.add(TextField("number", _("Number"), required=True))
        form.add(TextField("name", _("For what"), required=True))
        form.add(DateField("checked_on", _("Last checked on"), today=self._workplace.today))
        if place < len(numbers):
            for name in ("number", "name", "checked_on"):
                form.field(name).set_value(getattr(numbers[place], name))

        def write(typed: dict[str, Any]) -> Changed:
            new = EmergencyNumber(position=place + 1, **typed)
            change = replace_emergency_numbers(desk, [*numbers[:place], new, *numbers[place + 1 :]])
            accounts.furnish_lobby(desk)
            return change

        self._ask(_("Emergency number"), form, write)


def _checked(number: EmergencyNumber) -> str:
    if number.checked_on is None:
        return _("never checked")
    return _("checked {day}").format(day=numeric_date(number.checked_on))
