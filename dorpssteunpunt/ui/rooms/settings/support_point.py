"""The support point itself: its name and address, and after how long something is late."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtWidgets import QWidget

from dorpssteunpunt.base.i18n import _, ngettext
from dorpssteunpunt.domain.names import wall_names
from dorpssteunpunt.domain.support_point import SupportPoint
from dorpssteunpunt.services import accounts
from dorpssteunpunt.services.changes import Changed
from dorpssteunpunt.services.support_point import Settings, change_support_point
from dorpssteunpunt.ui.kit.buttons import Button, secondary
from dorpssteunpunt.ui.kit.cards import Card
from dorpssteunpunt.ui.kit.fields import CheckField, NumberField, TextField
from dorpssteunpunt.ui.kit.form import Form
from dorpssteunpunt.ui.kit.labels import Facts
from dorpssteunpunt.ui.rooms.settings.section import Section


class SupportPointSection(Section):
    """Three cards: what stands on paper, how names do, and the limits."""

    def _cards(self, settings: Settings) -> Sequence[QWidget]:
        mine = settings.support_point
        return [self._letterhead(mine), self._on_the_wall(mine), self._limits(mine)]

    def _letterhead(self, mine: SupportPoint) -> Card:
        card = Card(_("On paper"), _("This stands at the top of every overview."))
        card.add_action(
            _change_button(card.accessibleName(), lambda: self._change_letterhead(mine))
        )
        card.body.add(
            Facts(
                [
                    (_("Name"), mine.name),
                    (_("Village"), mine.village),
                    (_("Address"), mine.address),
                    (_("Postcode"), mine.postcode),
                    (_("Phone"), mine.phone),
                ]
            )
        )
        return card

    def _change_letterhead(self, mine: SupportPoint) -> None:
        form = self._form()
        form.add(
            TextField("name", _("Name of the support point"), required=True),
            TextField("village", _("Village"), required=True),
        )
        form.add(TextField("address", _("Street and number")), TextField("postcode", _("Postcode")))
        form.add(TextField("phone", _("Phone")))
        for name in form.values():
            form.field(name).set_value(getattr(mine, name))
        self._ask_and_keep(_("On paper"), form, mine)

    def _on_the_wall(self, mine: SupportPoint) -> Card:
        card = Card(_("Names"), _("How names stand on the roster, and when signing in."))
        card.add_action(_change_button(card.accessibleName(), lambda: self._change_names(mine)))
        name = self._workplace.desk.actor.name
        way = _("whole") if mine.full_names_on_roster else _("first name and initial")
        shown = name.full if mine.full_names_on_roster else wall_names([name])[name]
        typed, chosen = _("typed by yourself"), _("chosen from a list")
        card.body.add(
            Facts(
                [
                    (_("On the roster"), f"{way}: {shown}"),
                    (_("When signing in"), typed if mine.names_hidden_at_door else chosen),
                ]
            )
        )
        return card

    def _change_names(self, mine: SupportPoint) -> None:
        form = self._form()
        form.add(CheckField("full_names_on_roster", _("Whole names on the roster")))
        form.add(
            CheckField(
                "names_hidden_at_door",
                _("Hide the names when signing in"),
                hint=_(
                    "Everybody then types their own name, and a visitor does not see who works "
                    "here."
                ),
            )
        )
        for name in form.values():
            form.field(name).set_value(getattr(mine, name))
        self._ask_and_keep(_("Names"), form, mine)

    def _limits(self, mine: SupportPoint) -> Card:
        card = Card(_("When something is late"))
        card.add_action(_change_button(card.accessibleName(), lambda: self._change_limits(mine)))
        card.body.add(
            Facts(
                [
                    (limit.words, limit.told.format(n=getattr(mine, limit.name)))
                    for limit in _limits(mine)
                ]
            )
        )
        return card

    def _change_limits(self, mine: SupportPoint) -> None:
        form = self._form()
        for limit in _limits(mine):
            form.add(NumberField(limit.name, limit.asked, low=1, high=90, required=True))
            form.field(limit.name).set_value(getattr(mine, limit.name))
        self._ask_and_keep(_("When something is late"), form, mine)

    def _ask_and_keep(self, title: str, form: Form, mine: SupportPoint) -> None:
        desk = self._workplace.desk

        def write(typed: dict[str, Any]) -> Changed:
            change = change_support_point(desk, replace(mine, **typed))
            accounts.furnish_lobby(desk)
            return change

        self._ask(title, form, write)


@dataclass(frozen=True, slots=True)
class _Limit:
    """A limit as it is told and asked; `told` is how long it is now."""

    name: str
    words: str
    asked: str
    told: str


def _limits(mine: SupportPoint) -> Sequence[_Limit]:
    return (
        _Limit(
            "waiting_too_long_days",
            _("Request waits too long after"),
            _("Request waits too long after (days)"),
            ngettext("{n} day", "{n} days", mine.waiting_too_long_days),
        ),
        _Limit(
            "answer_days",
            _("Answer to a signal within"),
            _("Answer to a signal within (days)"),
            ngettext("{n} day", "{n} days", mine.answer_days),
        ),
        _Limit(
            "urgent_answer_days",
            _("Answer to an urgent signal within"),
            _("Answer to an urgent signal within (days)"),
            ngettext("{n} day", "{n} days", mine.urgent_answer_days),
        ),
        _Limit(
            "certificate_review_years",
            _("Look at a VOG again after"),
            _("Look at a VOG again after (years)"),
            ngettext("{n} year", "{n} years", mine.certificate_review_years),
        ),
        _Limit(
            "idle_lock_minutes",
            _("The program locks itself after"),
            _("The program locks itself after (minutes)"),
            ngettext("{n} minute", "{n} minutes", mine.idle_lock_minutes),
        ),
    )


def _change_button(title: str, change: Callable[[], object]) -> Button:
    button = secondary(_("Change…"), change)
    button.setAccessibleName(_("Change {name}").format(name=title))
    return button
