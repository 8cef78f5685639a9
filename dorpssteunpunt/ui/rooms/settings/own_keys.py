"""The keys of whoever is signed in, and the recovery code of the support point."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtWidgets import QWidget

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.accounts import Right
from dorpssteunpunt.services import accounts
from dorpssteunpunt.services.accounts import CodeOf
from dorpssteunpunt.ui.kit.buttons import secondary
from dorpssteunpunt.ui.kit.cards import Card
from dorpssteunpunt.ui.kit.dialogs import confirm
from dorpssteunpunt.ui.kit.labels import Text
from dorpssteunpunt.ui.kit.layouts import Flow
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.rooms.settings.shown_once import paper_of, show_once


class OwnKeys:
    """Makes the cards; ``change_pin`` asks for a new PIN of one's own."""

    def __init__(
        self, workplace: Workplace, over: QWidget, change_pin: Callable[[], object]
    ) -> None:
        self._workplace, self._over, self._change_pin = workplace, over, change_pin

    def cards(self) -> Iterator[Card]:
        """Yield a card for everybody, and one for who may renew the support point's code."""
        desk = self._workplace.desk
        card = Card(_("My own sign-in"), desk.actor.name.full)
        buttons = Flow(gap=8)
        card.body.add(buttons)
        buttons.add(secondary(_("Change my PIN…"), self._change_pin, icon_name="key-round"))
        if desk.allows(Right.DESK_ACCOUNTS):
            buttons.add(secondary(_("New passphrase…"), self._renew_passphrase))
        if desk.actor.role.is_professional:
            renew = partial(self._renew_code, CodeOf.MYSELF)
            buttons.add(secondary(_("New recovery code…"), renew))
        yield card
        if desk.allows(Right.DESK_ACCOUNTS):
            yield self._of_the_support_point()

    def _of_the_support_point(self) -> Card:
        card = Card(
            _("Recovery code of the support point"),
            _("For a coordinator who lost everything else. It does not open signals."),
        )
        renew = partial(self._renew_code, CodeOf.SUPPORT_POINT)
        button = secondary(_("New recovery code…"), renew)
        button.setAccessibleName(_("New recovery code of the support point"))
        card.add_action(button)
        card.body.add(
            Text(_("Make a new one when the paper is lost, or somebody saw it who should not."))
        )
        return card

    def _renew_passphrase(self) -> None:
        desk = self._workplace.desk
        confirm(
            self._over,
            _("Make a new passphrase?"),
            _("Your old passphrase no longer opens anything, also on other computers."),
            _("Make a new one"),
            lambda: self._workplace.tasks.run(
                lambda: accounts.renew_passphrase(desk),
                lambda words: show_once(
                    self._over, _("Your new passphrase"), {_("Passphrase"): words}
                ),
                owner=self._over,
            ),
        )

    def _renew_code(self, of: CodeOf) -> None:
        desk = self._workplace.desk
        name = desk.actor.name.full if of is CodeOf.MYSELF else ""

        def show(code: str) -> None:
            paper = paper_of(self._workplace, code, name)
            show_once(self._over, _("The new recovery code"), {_("Recovery code"): code}, paper)

        confirm(
            self._over,
            _("Make a new recovery code?"),
            _("The code on the old paper no longer opens anything. Throw that paper away safely."),
            _("Make a new one"),
            lambda: self._workplace.tasks.run(
                lambda: accounts.renew_recovery_code(desk, of), show, owner=self._over
            ),
        )
