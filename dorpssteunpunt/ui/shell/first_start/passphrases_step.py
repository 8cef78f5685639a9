"""The fourth step: the two passphrases, shown large, to be written down."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.services.ports import FirstSecrets
from dorpssteunpunt.ui.kit.cards import Card
from dorpssteunpunt.ui.kit.fields import CheckField
from dorpssteunpunt.ui.kit.labels import Text
from dorpssteunpunt.ui.kit.layouts import Column
from dorpssteunpunt.ui.shell.first_start.step import Step
from dorpssteunpunt.ui.shell.sign_in.parts_on_show import PartsOnShow


class PassphrasesStep(Step):
    """Shows whose passphrase is whose, and asks whether they are on paper."""

    def __init__(self) -> None:
        super().__init__(
            _("The passphrases"),
            _(
                "With a passphrase of five words the store opens on any computer. Write each one "
                "down for its owner, to be kept safe and away from this computer."
            ),
        )
        self._cards = Column(self.body.add(QWidget()), gap=16)
        self.written = self.body.add(
            CheckField("written", _("Both passphrases are written down"), required=True)
        )
        self.coordinator, self.supporter = PartsOnShow(), PartsOnShow()
        self._first = self._card(
            self.coordinator, _("The coordinator opens the store with it when a PIN does not work.")
        )
        self._second = self._card(
            self.supporter,
            _("Only with this one the signals of volunteers can be read. Nobody else keeps it."),
        )
        self.body.push()

    def show_secrets(self, secrets: FirstSecrets, coordinator: str, supporter: str) -> None:
        """Show the passphrases of these two people."""
        self._first.set_title(_("For {name}, coordinator").format(name=coordinator))
        self._second.set_title(_("For {name}, village supporter").format(name=supporter))
        self.coordinator.show_parts(secrets.passphrase.split())
        self.supporter.show_parts(secrets.passphrase_supporter.split())

    def go_on(self, done: Callable[[], object]) -> None:
        """Go on when both are on paper."""
        if self.written.check():
            done()
        else:
            self.written.setFocus()

    def _card(self, parts: PartsOnShow, words: str) -> Card:
        card = self._cards.add(Card("-"))
        card.body.add(parts)
        card.body.add(Text(words, "second"))
        return card
