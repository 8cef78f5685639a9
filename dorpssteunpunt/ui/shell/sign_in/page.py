"""The page on which somebody signs in: a name and a PIN, a passphrase, or a recovery code."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cached_property, partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.names import answers_to
from dorpssteunpunt.services.door import Door, Porch, Recovered, Visit
from dorpssteunpunt.ui.kit.labels import Text
from dorpssteunpunt.ui.kit.layouts import Column
from dorpssteunpunt.ui.kit.messages import Banner
from dorpssteunpunt.ui.kit.tasks import Tasks
from dorpssteunpunt.ui.shell.centred import Centred
from dorpssteunpunt.ui.shell.sign_in.door_card import DoorCard
from dorpssteunpunt.ui.shell.sign_in.entries import passphrase_entry, pin_entry, recovery_entry
from dorpssteunpunt.ui.shell.sign_in.name_choice import NameChoice
from dorpssteunpunt.ui.shell.sign_in.pages import ChoosePin, NewPassphrase
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

    def __init__(
        self,
        tasks: Tasks,
        door: Door,
        now: Callable[[], datetime],
        *,
        hint: str = "",
    ) -> None:
        super().__init__()
        self._tasks, self._door, self._now = tasks, door, now
        self._porch: Porch | None = None
        self._expected = _NOBODY
        self._steps = QStackedWidget()
        Column(self).add(self._steps, 1)
        self._steps.addWidget(QWidget())  # nothing is asked before the door was looked at
        self._pages: dict[DoorCard, Centred] = {}
        self._greeting, self._place = Text(kind="big"), Text()
        self.choice = NameChoice(self.ask_passphrase)
        self.choice.chosen.connect(self._ask_pin)
        self.choice.typed.connect(self._ask_pin_of_typed)
        self._add(self.choice, 720, *self._words(hint))

    # ------------------------------------------------------------ the cards, each when it is asked

    @cached_property
    def pin(self) -> SecretEntry:
        """Asks for a PIN."""
        entry = pin_entry(self._tasks, self._to_names, self.ask_passphrase)
        entry.left.connect(self._to_names)
        return self._added_entry(entry, self.entered.emit)

    @cached_property
    def passphrase(self) -> SecretEntry:
        """Asks for a passphrase."""
        entry = passphrase_entry(self._tasks, self._to_names, self._to_recovery)
        entry.left.connect(self._to_names)
        return self._added_entry(entry, self._came_in_by_passphrase)

    @cached_property
    def recovery(self) -> SecretEntry:
        """Asks for a recovery code."""
        entry = recovery_entry(self._tasks, self.ask_passphrase)
        entry.left.connect(self.ask_passphrase)
        return self._added_entry(entry, self._came_in_by_code)

    @cached_property
    def new_passphrase(self) -> NewPassphrase:
        """Shows a new passphrase once."""
        card = NewPassphrase()
        card.done.connect(self._offer_pin)
        self._add(card, 720)
        return card

    @cached_property
    def choose_pin(self) -> ChoosePin:
        """Offers a PIN."""
        card = ChoosePin(self._tasks)
        card.done.connect(self.entered)
        self._add(card, 640)
        return card

    def _added_entry(self, entry: SecretEntry, opened: Callable[[Any], object]) -> SecretEntry:
        entry.opened.connect(opened)
        entry.troubled.connect(self.troubled)
        self._add(entry, 640)
        return entry

    def _words(self, hint: str) -> Sequence[QWidget]:
        """Return the greeting, and the hint if there is one."""
        greeting = QWidget()
        column = Column(greeting, gap=4)
        column.add(self._greeting)
        column.add(self._place)
        if not hint:
            return (greeting,)
        banner = Banner()
        banner.say(hint)
        return greeting, banner

    def _add(self, card: DoorCard, width: int, *above: QWidget) -> None:
        page = self._pages[card] = Centred(width)
        for part in (*above, card):
            page.add(part)
        self._steps.addWidget(page)

    # ------------------------------------------------------------ what the window asks

    def approach(self, expected: int = _NOBODY) -> None:
        """Look at the door anew, and ask ``expected`` for their PIN at once if they have one."""
        self._expected = expected
        self._tasks.run(self._door.approach, self._seen, troubled=self.troubled.emit, owner=self)

    def ask_passphrase(self, because: str = "") -> None:
        """Ask for a passphrase, and say why if that is not plain."""
        self.passphrase.set_second(because)
        knows_names = self._porch is not None and bool(self._porch.lobby.names)
        self.passphrase.others[0].setVisible(knows_names)
        self._show(self.passphrase)
        self.passphrase.begin(self._door.enter_with_passphrase)

    def focus_first(self) -> None:
        """Give the keyboard to what is asked."""
        for card, page in self._pages.items():
            if page is self._steps.currentWidget():
                card.focus_first()

    # ------------------------------------------------------------ from step to step

    def _seen(self, porch: Porch) -> None:
        self._porch = porch
        self.porch_seen.emit(porch)
        self._greet(porch)
        self.choice.show_names(porch.lobby.names, hidden=porch.lobby.names_hidden)
        if self._expected in porch.with_pin:
            still_there = _("Locked. What you were doing is still there.")
            self._begin_pin(self._expected, porch.lobby.names[self._expected], still_there)
        elif porch.lobby.names:
            self._to_names()
        else:
            self.ask_passphrase(_why_no_names(porch))

    def _greet(self, porch: Porch) -> None:
        # Imported here: dates are written by a library that the first paint does not wait for.
        from dorpssteunpunt.base.formats import greeting, long_date

        now = self._now()
        where = ", ".join(filter(None, (porch.lobby.support_point, porch.lobby.village)))
        self._greeting.setText(greeting(now.time()))
        self._place.setText(" · ".join(filter(None, (where, long_date(now.date())))))

    def _ask_pin_of_typed(self, typed: str) -> None:
        """Ask the PIN of whoever has the typed name; nobody's is answered like a wrong PIN."""
        names = self._porch.lobby.names if self._porch else {}
        found = (account for account, name in names.items() if answers_to(name, typed))
        self._begin_pin(next(found, _NOBODY), typed)

    def _ask_pin(self, account: int) -> None:
        assert self._porch is not None
        name = self._porch.lobby.names[account]
        if account in self._porch.with_pin:
            self._begin_pin(account, name)
        else:
            self.ask_passphrase(_why_no_pin(name))

    def _begin_pin(self, account: int, name: str, second: str = "") -> None:
        def begin(wait_seconds: int) -> None:
            self.pin.set_title(name)
            self.pin.set_second(second)
            self._show(self.pin)
            self.pin.begin(partial(self._door.enter_with_pin, account), wait_seconds)

        wait = partial(self._door.wait_seconds, account)
        self._tasks.run(wait, begin, troubled=self.troubled.emit, owner=self, key="wait")

    def _to_names(self) -> None:
        if self._porch is not None and self._porch.lobby.names:
            self._show(self.choice)
            self.choice.focus_first()

    def _to_recovery(self) -> None:
        self._show(self.recovery)
        self.recovery.begin(self._door.recover)

    def _came_in_by_passphrase(self, visit: Visit) -> None:
        """Offer a PIN to who has none on this computer."""
        if self._porch is not None and visit.desk.actor.id in self._porch.with_pin:
            self.entered.emit(visit)
        else:
            self._offer_pin(visit)

    def _came_in_by_code(self, recovered: Recovered) -> None:
        self._show(self.new_passphrase)
        self.new_passphrase.begin(recovered)

    def _offer_pin(self, visit: Visit) -> None:
        self._show(self.choose_pin)
        self.choose_pin.begin(visit)

    def _show(self, card: DoorCard) -> None:
        self._steps.setCurrentWidget(self._pages[card])


def _why_no_names(porch: Porch) -> str:
    """Say on a computer that is new to the store why no name can be chosen."""
    if porch.trouble is None:
        return _("This computer does not know the names yet. The passphrase works everywhere.")
    from dorpssteunpunt.services.words import in_words  # needed only when something is wrong

    return in_words(porch.trouble)


def _why_no_pin(name: str) -> str:
    return _(
        "{name} has no PIN on this computer yet. The coordinator can set one; whoever has a "
        "passphrase can use that."
    ).format(name=name)
