"""The page on which somebody signs in: a name and a PIN, a passphrase, or a recovery code."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.names import answers_to
from dorpssteunpunt.services.door import Door, Porch, Recovered, Visit
from dorpssteunpunt.ui.kit.buttons import quiet, secondary
from dorpssteunpunt.ui.kit.cards import Card
from dorpssteunpunt.ui.kit.fields import TextField
from dorpssteunpunt.ui.kit.layouts import Column, Flow
from dorpssteunpunt.ui.kit.messages import Banner
from dorpssteunpunt.ui.kit.tasks import Tasks
from dorpssteunpunt.ui.kit.tones import Tone
from dorpssteunpunt.ui.shell.centred import Centred
from dorpssteunpunt.ui.shell.sign_in.name_choice import NameList
from dorpssteunpunt.ui.shell.sign_in.pages import ChoosePin, NewPassphrase
from dorpssteunpunt.ui.shell.sign_in.pin_field import PinField
from dorpssteunpunt.ui.shell.sign_in.secret_entry import SecretEntry

_NOBODY = 0
"""The account that stands for a typed name that nobody has; it is answered like a wrong PIN."""


class SignIn(QWidget):
    """Lets people in by one door.

    ``entered`` carries the visit of whoever came in, ``troubled`` the circumstance that keeps
    the store closed, ``porch_seen`` what shows at the door.
    """

    entered = Signal(object)
    troubled = Signal(object)
    porch_seen = Signal(object)

    def __init__(self, tasks: Tasks, door: Door, *, show_names: bool) -> None:
        super().__init__()
        self._tasks, self._door, self._show_names = tasks, door, show_names
        self._porch: Porch | None = None
        self._expected = _NOBODY
        self._steps = QStackedWidget()
        Column(self).add(self._steps, 1)
        self.names = NameList()
        self.name_field = TextField("name", _("Your name"), required=True)
        self.names_card = self._name_step()
        self.pin = self._pin_step()
        self.passphrase = self._passphrase_step()
        self.recovery = self._recovery_step()
        self.new_passphrase = NewPassphrase()
        self.choose_pin = ChoosePin(tasks)
        self._pages = {
            card: self._page(card)
            for card in (
                self.names_card,
                self.pin,
                self.passphrase,
                self.recovery,
                self.new_passphrase,
                self.choose_pin,
            )
        }
        self._connect()

    def approach(self, expected: int = _NOBODY) -> None:
        """Look at the door anew, and ask ``expected`` for their PIN at once if they have one."""
        self._expected = expected
        self._tasks.run(self._door.approach, self._seen, troubled=self.troubled.emit, owner=self)

    def focus_first(self) -> None:
        """Give the keyboard to what is asked."""
        if self._steps.currentWidget() is self._pages[self.names_card]:
            (self.names if self._names_on_show() else self.name_field).setFocus()
        elif self._steps.currentWidget() is self._pages[self.pin]:
            self.pin.field.setFocus()

    # ------------------------------------------------------------ what is built once

    def _name_step(self) -> Card:
        card = Card(_("Who are you?"), title_kind="title")
        card.body.add(self.names)
        card.body.add(self.name_field)
        buttons = Flow(card.body.add(QWidget()), gap=12)
        self._next = buttons.add(secondary(_("Next"), self._typed_name))
        buttons.add(quiet(_("Sign in with passphrase"), self._to_passphrase, "key-round"))
        return card

    def _pin_step(self) -> SecretEntry:
        return SecretEntry(
            self._tasks,
            PinField("pin", _("PIN"), hint=_("Type your PIN and press Enter.")),
            do_text=_("Sign in"),
            saying=_("The store is being opened"),
            others=(
                secondary(_("Somebody else"), self._to_names),
                quiet(_("Sign in with passphrase"), self._to_passphrase, "key-round"),
            ),
        )

    def _passphrase_step(self) -> SecretEntry:
        hint = _("Five words with spaces between them; capitals do not matter.")
        field = TextField("passphrase", _("Passphrase"), hint=hint, required=True)
        self._back = secondary(_("Back to the names"), self._to_names)
        entry = SecretEntry(
            self._tasks,
            field,
            do_text=_("Sign in"),
            saying=_("The store is being opened"),
            others=(self._back, quiet(_("Lost your passphrase?"), self._to_recovery)),
        )
        entry.set_title(_("Sign in with passphrase"))
        return entry

    def _recovery_step(self) -> SecretEntry:
        hint = _("Six groups of six characters; capitals, spaces and dashes do not matter.")
        entry = SecretEntry(
            self._tasks,
            TextField("recovery_code", _("Recovery code"), hint=hint, required=True),
            do_text=_("Get a new passphrase"),
            saying=_("The store is being opened"),
            others=(secondary(_("Back"), self._to_passphrase),),
        )
        entry.set_title(_("Lost your passphrase?"))
        entry.set_second(
            _(
                "The recovery code on paper gives the coordinator a new passphrase. The village "
                "supporter has a code of their own, for their own passphrase."
            )
        )
        return entry

    def _page(self, card: Card) -> QWidget:
        page = Centred(720 if card is self.names_card else 600)
        if card is self.names_card:
            self._trouble = page.add(Banner(Tone.WARNING))
        page.add(card)
        self._steps.addWidget(page)
        return page

    def _connect(self) -> None:
        self.names.chosen.connect(self._ask_pin)
        self.pin.left.connect(self._to_names)
        self.passphrase.left.connect(self._to_names)
        self.recovery.left.connect(self._to_passphrase)
        for entry in (self.pin, self.passphrase, self.recovery):
            entry.troubled.connect(self.troubled)
        self.pin.opened.connect(self.entered)
        self.passphrase.opened.connect(self._came_in_by_passphrase)
        self.recovery.opened.connect(self._came_in_by_code)
        self.new_passphrase.done.connect(self._offer_pin)
        self.choose_pin.done.connect(self.entered)

    # ------------------------------------------------------------ from step to step

    def _seen(self, porch: Porch) -> None:
        self._porch = porch
        self.porch_seen.emit(porch)
        if self._names_on_show():
            self.names.show_names(porch.lobby.names)
        self.names.setVisible(self._names_on_show())
        self.name_field.setVisible(not self._names_on_show())
        self._next.setVisible(not self._names_on_show())
        self._back.setVisible(bool(porch.lobby.names))
        if self._expected in porch.with_pin:
            self._ask_pin(self._expected)
        elif porch.lobby.names:
            self._to_names()
        else:
            self._to_passphrase()
            self._explain_passphrase(porch)

    def _typed_name(self) -> None:
        """Ask the PIN of whoever has the typed name; nobody's is answered like a wrong PIN."""
        if not self.name_field.check() or self._porch is None:
            return
        typed = self.name_field.value()
        names = self._porch.lobby.names
        account = next((a for a, name in names.items() if answers_to(name, typed)), _NOBODY)
        self._ask_pin(account, typed)

    def _ask_pin(self, account: int, typed: str = "") -> None:
        assert self._porch is not None
        self.pin.set_title(typed or self._porch.lobby.names[account])
        self._show(self.pin)
        self.pin.begin(
            partial(self._door.enter_with_pin, account), self._door.wait_seconds(account)
        )

    def _to_names(self) -> None:
        if self._porch is None or not self._porch.lobby.names:
            return
        self._show(self.names_card)
        self.focus_first()

    def _to_passphrase(self) -> None:
        self._show(self.passphrase)
        self.passphrase.begin(self._door.enter_with_passphrase)

    def _to_recovery(self) -> None:
        self._show(self.recovery)
        self.recovery.begin(self._door.recover)

    def _came_in_by_passphrase(self, visit: Visit) -> None:
        """Offer a PIN to who has none on this computer."""
        has_pin = self._porch is not None and visit.desk.actor.id in self._porch.with_pin
        if has_pin:
            self.entered.emit(visit)
        else:
            self._offer_pin(visit)

    def _came_in_by_code(self, recovered: Recovered) -> None:
        self._show(self.new_passphrase)
        self.new_passphrase.begin(recovered)

    def _offer_pin(self, visit: Visit) -> None:
        self._show(self.choose_pin)
        self.choose_pin.begin(visit)

    def _show(self, card: Card) -> None:
        self._steps.setCurrentWidget(self._pages[card])

    def _names_on_show(self) -> bool:
        return self._show_names and self._porch is not None and bool(self._porch.lobby.names)

    def _explain_passphrase(self, porch: Porch) -> None:
        """Say on a computer that is new to the store why no name can be chosen."""
        if porch.trouble is None:
            self.passphrase.set_second(
                _("This computer does not know the names yet. The passphrase works everywhere.")
            )
            return
        from dorpssteunpunt.services.words import in_words  # needed only when something is wrong

        self.passphrase.set_second(in_words(porch.trouble))
