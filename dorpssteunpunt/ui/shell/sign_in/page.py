"""The way in: choose your name and type your PIN, or use the passphrase."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from dorpssteunpunt.base.errors import Circumstance
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.services.door import Door, Porch
from dorpssteunpunt.ui.kit.buttons import secondary
from dorpssteunpunt.ui.kit.cards import Card
from dorpssteunpunt.ui.kit.fields import TextField
from dorpssteunpunt.ui.kit.labels import Text
from dorpssteunpunt.ui.kit.messages import Banner
from dorpssteunpunt.ui.kit.tasks import Tasks
from dorpssteunpunt.ui.kit.tones import Tone
from dorpssteunpunt.ui.shell.centred import Centred
from dorpssteunpunt.ui.shell.sign_in.name_choice import NameList
from dorpssteunpunt.ui.shell.sign_in.pin_field import PinField
from dorpssteunpunt.ui.shell.sign_in.secret_entry import SecretEntry


class SignInPage(Centred):
    """Names, a PIN and a passphrase; ``entered`` carries the visit of who came in.

    ``porch_seen`` carries what shows at the door, once it is known.
    """

    entered = Signal(object)
    porch_seen = Signal(object)

    def __init__(self, tasks: Tasks, door: Door) -> None:
        super().__init__(width=720)
        self._tasks, self._door = tasks, door
        self._title = self.add(Text(_("Welcome"), "title"))
        self._banner = self.add(Banner(Tone.WARNING))
        self._stack = self.add(QStackedWidget())
        self._names = self._name_card()
        self._pin = self._pin_card()
        self._passphrase = self._passphrase_card()
        for page in (self._names, self._pin, self._passphrase):
            self._stack.addWidget(page)
        tasks.run(door.approach, self._see, troubled=self._trouble, owner=self)

    def _name_card(self) -> Card:
        card = Card(_("Who are you?"))
        self._list = card.body.add(NameList())
        self._list.chosen.connect(self._ask_pin)
        card.body.add(secondary(_("Sign in with your passphrase"), self._ask_passphrase))
        return card

    def _pin_card(self) -> SecretEntry:
        card = SecretEntry(
            self._tasks,
            PinField("pin", _("PIN")),
            do_text=_("Sign in"),
            saying=_("Signing in…"),
            others=(secondary(_("Somebody else"), self._show_names),),
        )
        self._connect(card)
        return card

    def _passphrase_card(self) -> SecretEntry:
        field = TextField("passphrase", _("Passphrase"), hint=_("The words on your paper."))
        card = SecretEntry(
            self._tasks,
            field,
            do_text=_("Sign in"),
            saying=_("Signing in…"),
            others=(secondary(_("Choose your name"), self._show_names),),
        )
        card.set_title(_("Sign in with your passphrase"))
        self._connect(card)
        return card

    def _connect(self, card: SecretEntry) -> None:
        card.opened.connect(self.entered)
        card.troubled.connect(self._trouble)
        card.left.connect(self._show_names)

    def _see(self, porch: Porch) -> None:
        lobby = porch.lobby
        if lobby.support_point:
            self._title.setText(f"{lobby.support_point}, {lobby.village}")
        with_pin = {a: name for a, name in lobby.names.items() if a in porch.with_pin}
        self._list.show_names(with_pin)
        if porch.trouble is not None:
            self._trouble(porch.trouble)
        self.porch_seen.emit(porch)
        self._known = with_pin
        if with_pin:
            self._show_names()
        else:
            self._ask_passphrase()

    def _show_names(self) -> None:
        self._show(self._names)
        self._list.setFocus()

    def _ask_pin(self, account: int) -> None:
        self._pin.set_title(self._known[account])
        self._show(self._pin)
        door = self._door
        self._pin.begin(lambda pin: door.enter_with_pin(account, pin), door.wait_seconds(account))

    def _ask_passphrase(self) -> None:
        self._show(self._passphrase)
        self._passphrase.begin(self._door.enter_with_passphrase)

    def _show(self, card: QWidget) -> None:
        self._stack.setCurrentWidget(card)

    def _trouble(self, fault: Circumstance) -> None:
        from dorpssteunpunt.services.words import in_words  # needed only when something is wrong

        self._banner.say(in_words(fault))
