"""What this village helps with, what volunteers never do, and the numbers always in reach."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from dorpssteunpunt.base.formats import numeric_date
from dorpssteunpunt.base.i18n import _, ngettext
from dorpssteunpunt.domain.support_point import Boundary, EmergencyNumber, HelpKind
from dorpssteunpunt.services import accounts
from dorpssteunpunt.services.changes import Changed
from dorpssteunpunt.services.support_point import (
    Settings,
    replace_boundaries,
    replace_emergency_numbers,
    save_kind,
)
from dorpssteunpunt.ui.kit.buttons import quiet, secondary
from dorpssteunpunt.ui.kit.cards import Card, Item
from dorpssteunpunt.ui.kit.date_field import DateField
from dorpssteunpunt.ui.kit.dialogs import confirm
from dorpssteunpunt.ui.kit.fields import CheckField, NumberField, TextArea, TextField
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
            change.setAccessibleName(_("Change {name}").format(name=kind.name))
            second = " · ".join(_about(kind))
            tag = None if kind.active else TagWords(_("not any more"))
            card.body.add(Item(kind.name, second, tag, actions=(change,)))
        another = HelpKind(position=len(kinds) + 1, name="", icon="heart-handshake")
        card.add_foot(secondary(_("Add a kind of help…"), lambda: self._change_kind(another)))
        return card

    def _change_kind(self, kind: HelpKind) -> None:
        desk = self._workplace.desk
        form = self._form()
        form.add(TextField("kind", _("Name"), required=True))
        form.add(
            CheckField("one_to_one", _("One to one: the volunteer needs a VOG")),
            CheckField("active", _("We help with this now")),
        )
        form.add(
            NumberField(
                "notice_days",
                _("Best asked how many days before"),
                hint=_("A request on shorter notice is marked. Empty is any time."),
                low=1,
                high=90,
            )
        )
        form.field("kind").set_value(kind.name)
        form.field("one_to_one").set_value(kind.one_to_one)
        form.field("active").set_value(kind.active)
        form.field("notice_days").set_value(kind.notice_days or None)

        def write(typed: dict[str, Any]) -> Changed:
            days = typed["notice_days"] or 0
            facts = {name: typed[name] for name in ("one_to_one", "active")}
            return save_kind(desk, replace(kind, name=typed["kind"], notice_days=days, **facts))

        self._ask(_("Kind of help"), form, write)

    def _boundaries(self, boundaries: Sequence[Boundary]) -> Card:
        card = Card(
            _("What volunteers never do"),
            _("Such a question goes to the village supporter, with this reason."),
        )
        for place, boundary in enumerate(boundaries):
            change = partial(self._change_boundary, boundaries, place)
            button = secondary(_("Change…"), change, dense=True)
            button.setAccessibleName(_("Change {name}").format(name=boundary.name))
            remove = quiet(
                _("Remove…"), partial(self._remove_boundary, boundaries, boundary), dense=True
            )
            remove.setAccessibleName(f"{remove.text()} {boundary.name}")
            card.body.add(Item(boundary.name, boundary.reason, actions=(button, remove)))
        add = partial(self._change_boundary, boundaries, len(boundaries))
        card.add_foot(secondary(_("Add a boundary…"), add))
        return card

    def _remove_boundary(self, boundaries: Sequence[Boundary], boundary: Boundary) -> None:
        desk = self._workplace.desk
        kept = [one for one in boundaries if one != boundary]
        confirm(
            self,
            _("Take {name} off the list?").format(name=boundary.name),
            _("Volunteers may do this from now on. Requests are no longer stopped for it."),
            _("Take off the list"),
            lambda: self._workplace.tasks.run(lambda: replace_boundaries(desk, kept)),
            dangerous=True,
        )

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
            change.setAccessibleName(_("Change {name}").format(name=number.number))
            remove = quiet(_("Remove…"), partial(self._remove, numbers, number), dense=True)
            remove.setAccessibleName(f"{remove.text()} {number.number}")
            shown = f"{number.number} · {number.name}"
            card.body.add(Item(shown, _checked(number), actions=(change, remove)))
        add = partial(self._change, numbers, len(numbers))
        card.add_foot(secondary(_("Add a number…"), add))
        return [card]

    def _change(self, numbers: Sequence[EmergencyNumber], place: int) -> None:
        form = self._form()
        form.add(TextField("number", _("Number"), required=True))
        form.add(TextField("name", _("For what"), required=True))
        form.add(DateField("checked_on", _("Last checked on"), today=self._workplace.today))
        if place < len(numbers):
            for name in ("number", "name", "checked_on"):
                form.field(name).set_value(getattr(numbers[place], name))

        def write(typed: dict[str, Any]) -> Changed:
            new = EmergencyNumber(position=place + 1, **typed)
            return self._keep([*numbers[:place], new, *numbers[place + 1 :]])

        self._ask(_("Emergency number"), form, write)

    def _remove(self, numbers: Sequence[EmergencyNumber], number: EmergencyNumber) -> None:
        kept = [
            replace(one, position=position)
            for position, one in enumerate((one for one in numbers if one != number), start=1)
        ]
        confirm(
            self,
            _("Take {name} off the list?").format(name=f"{number.number} · {number.name}"),
            _("Nobody finds this number in the program any more, also not in a hurry."),
            _("Take off the list"),
            lambda: self._workplace.tasks.run(lambda: self._keep(kept)),
            dangerous=True,
        )

    def _keep(self, numbers: Sequence[EmergencyNumber]) -> Changed:
        """Set the numbers, also at the door; for the store thread."""
        desk = self._workplace.desk
        change = replace_emergency_numbers(desk, numbers)
        accounts.furnish_lobby(desk)
        return change


def _about(kind: HelpKind) -> Iterator[str]:
    if kind.one_to_one:
        yield _("one to one: asks for a VOG")
    if kind.notice_days:
        yield ngettext(
            "best asked {n} day before", "best asked {n} days before", kind.notice_days
        ).format(n=kind.notice_days)


def _checked(number: EmergencyNumber) -> str:
    if number.checked_on is None:
        return _("never checked")
    return _("checked {day}").format(day=numeric_date(number.checked_on))
