"""The support point itself: its name and address, and after how long something is late."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from dorpssteunpunt.base.i18n import _, ngettext
from dorpssteunpunt.domain.support_point import SupportPoint
from dorpssteunpunt.services.support_point import Settings, change_support_point
from dorpssteunpunt.ui.kit.buttons import secondary
from dorpssteunpunt.ui.kit.cards import Card
from dorpssteunpunt.ui.kit.fields import NumberField, TextField
from dorpssteunpunt.ui.kit.labels import Facts
from dorpssteunpunt.ui.rooms.settings.section import Section

_LIMITS = (
    "waiting_too_long_days",
    "answer_days",
    "urgent_answer_days",
    "idle_lock_minutes",
)


class SupportPointSection(Section):
    """Two cards: what stands on paper, and the limits."""

    def _cards(self, settings: Settings) -> Sequence[QWidget]:
        mine = settings.support_point
        return [self._letterhead(mine), self._limits(mine)]

    def _letterhead(self, mine: SupportPoint) -> Card:
        card = Card(_("On paper"), _("This stands at the top of every overview."))
        card.add_action(secondary(_("Change…"), lambda: self._change_letterhead(mine)))
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
        desk = self._workplace.desk
        self._ask(
            _("On paper"), form, lambda typed: change_support_point(desk, replace(mine, **typed))
        )

    def _limits(self, mine: SupportPoint) -> Card:
        card = Card(_("When something is late"))
        card.add_action(secondary(_("Change…"), lambda: self._change_limits(mine)))
        card.body.add(
            Facts(
                [
                    (_("Request waits too long after"), _days(mine.waiting_too_long_days)),
                    (_("Answer to a signal within"), _days(mine.answer_days)),
                    (_("Answer to an urgent signal within"), _days(mine.urgent_answer_days)),
                    (_("The program locks itself after"), _minutes(mine.idle_lock_minutes)),
                ]
            )
        )
        return card

    def _change_limits(self, mine: SupportPoint) -> None:
        labels = (
            _("Request waits too long after (days)"),
            _("Answer to a signal within (days)"),
            _("Answer to an urgent signal within (days)"),
            _("The program locks itself after (minutes)"),
        )
        form = self._form()
        for name, label in zip(_LIMITS, labels, strict=True):
            form.add(NumberField(name, label, low=1, high=90, required=True))
            form.field(name).set_value(getattr(mine, name))
        desk = self._workplace.desk
        self._ask(
            _("When something is late"),
            form,
            lambda typed: change_support_point(desk, replace(mine, **typed)),
        )


def _days(count: int) -> str:
    return ngettext("{n} day", "{n} days", count).format(n=count)


def _minutes(count: int) -> str:
    return ngettext("{n} minute", "{n} minutes", count).format(n=count)
