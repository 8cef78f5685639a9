"""The page on which a backup is chosen, opened with a key of its own moment, and put back."""

from collections.abc import Sequence
from functools import cached_property, partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from dorpssteunpunt.base.errors import Circumstance, Refusal
from dorpssteunpunt.base.formats import moment
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.services.door import BackupDoor, Door, Porch
from dorpssteunpunt.services.ports import BackupContent
from dorpssteunpunt.services.restoring import Shelf, backups_to_restore
from dorpssteunpunt.services.words import in_words
from dorpssteunpunt.ui.kit.dialogs import confirm
from dorpssteunpunt.ui.kit.layouts import Column
from dorpssteunpunt.ui.kit.tasks import Tasks
from dorpssteunpunt.ui.shell.centred import Centred
from dorpssteunpunt.ui.shell.restore.cards import WhereCard, WhichCard
from dorpssteunpunt.ui.shell.restore.keys import passphrase_card, pin_card, recovery_card
from dorpssteunpunt.ui.shell.sign_in.door_card import DoorCard
from dorpssteunpunt.ui.shell.sign_in.name_choice import NameChoice
from dorpssteunpunt.ui.shell.sign_in.secret_entry import SecretEntry


class RestorePage(QWidget):
    """Goes from "where" by a key to "which".

    ``chosen`` carries the shelf and the backup (a `BackupContent`) that is to be put back after
    a question that names what happens; ``keys_chosen`` the same for its keys alone; ``left``
    tells that somebody goes back.
    """

    chosen = Signal(object, object)
    keys_chosen = Signal(object, object)
    left = Signal()

    def __init__(self, tasks: Tasks, door: Door) -> None:
        super().__init__()
        self._tasks, self._door = tasks, door
        self._backup: BackupDoor | None = None
        self._shelf: Shelf | None = None
        self._contents: Sequence[BackupContent] = ()
        self._porch: Porch | None = None
        self._steps = QStackedWidget()
        Column(self).add(self._steps, 1)
        self._pages: dict[DoorCard, Centred] = {}
        self.where = WhereCard()
        self.where.chosen.connect(self._open)
        self.where.left.connect(self.left)
        self._add(self.where)

    # ------------------------------------------------------------ the cards, each when it is asked

    @cached_property
    def names(self) -> NameChoice:
        """Asks whose PIN it is."""
        card = NameChoice(self.ask_passphrase)
        card.chosen.connect(self._ask_pin)
        self._add(card)
        return card

    @cached_property
    def pin(self) -> SecretEntry:
        """Asks for a PIN."""
        return self._entry(pin_card(self._tasks, self._to_names, self.ask_passphrase))

    @cached_property
    def passphrase(self) -> SecretEntry:
        """Asks for a passphrase."""
        return self._entry(passphrase_card(self._tasks, self.begin, self.ask_recovery_code))

    @cached_property
    def recovery(self) -> SecretEntry:
        """Asks for a recovery code."""
        return self._entry(recovery_card(self._tasks, self.ask_passphrase))

    @cached_property
    def which(self) -> WhichCard:
        """Asks which backup."""
        card = WhichCard()
        card.wanted.connect(self._confirm)
        card.keys_wanted.connect(self._want_keys)
        card.left.connect(self.left)
        self._add(card)
        return card

    # ------------------------------------------------------------ what the window asks

    def begin(self) -> None:
        """Ask where the backup is."""
        self._show(self.where)
        self._tasks.run(self._door.backups, self.where.show_backups, owner=self)

    def begin_with(self, shelf: Shelf) -> None:
        """Ask which backup, of somebody who has the key already."""
        self._shelf = shelf
        self._tasks.run(
            lambda: (backups_to_restore(shelf), shelf.lacks_only_keys()),
            self._have_contents,
            refused=self._fail,
            troubled=self._fail,
            owner=self,
            saying=_("The backups are being read"),
        )

    def fail(self, trouble: Circumstance | Refusal) -> None:
        """Say why nothing was put back."""
        self.setEnabled(True)
        self._show(self.which)
        self.which.say(in_words(trouble))

    def focus_first(self) -> None:
        """Give the keyboard to what is asked."""
        for card, page in self._pages.items():
            if page is self._steps.currentWidget():
                card.focus_first()

    def ask_passphrase(self) -> None:
        """Ask for a passphrase of the moment of the backup."""
        assert self._backup is not None
        self._show(self.passphrase)
        self.passphrase.begin(self._backup.open_with_passphrase)

    def ask_recovery_code(self) -> None:
        """Ask for a recovery code of the moment of the backup."""
        assert self._backup is not None
        self._show(self.recovery)
        self.recovery.begin(self._backup.open_with_recovery_code)

    # ------------------------------------------------------------ from step to step

    def _open(self, file: Path) -> None:
        def go_there() -> tuple[BackupDoor, Porch]:
            backup = self._door.backup_door(file)
            return backup, backup.approach()

        self._tasks.run(go_there, self._at_backup, troubled=self._fail, owner=self)

    def _at_backup(self, found: tuple[BackupDoor, Porch]) -> None:
        self._backup, porch = found
        self._porch = porch
        if porch.with_pin and not porch.lobby.names_hidden:
            self._to_names()
        else:
            self.ask_passphrase()

    def _to_names(self) -> None:
        assert self._porch is not None
        with_pin = self._porch.with_pin
        known = {a: name for a, name in self._porch.lobby.names.items() if a in with_pin}
        self.names.show_names(known)
        self._show(self.names)

    def _ask_pin(self, account: int) -> None:
        assert self._backup is not None
        assert self._porch is not None
        backup, name = self._backup, self._porch.lobby.names[account]

        def begin(wait_seconds: int) -> None:
            self.pin.set_title(name)
            self._show(self.pin)
            self.pin.begin(partial(backup.open_with_pin, account), wait_seconds)

        wait = partial(backup.wait_seconds, account)
        self._tasks.run(wait, begin, troubled=self._fail, owner=self, key="wait")

    def _have_contents(self, found: tuple[Sequence[BackupContent], bool]) -> None:
        self._contents, lacks_only_keys = found
        self._show(self.which)
        self.which.show_contents(self._contents, lacks_only_keys=lacks_only_keys)

    def _confirm(self, content: BackupContent) -> None:
        when = moment(content.file.moment)
        confirm(
            self,
            _("Put back the backup of {moment}?").format(moment=when),
            _(
                "What was written after {moment} is not in it. The store of now is kept beside "
                "it under another name. After that everybody signs in with the PIN and the "
                "passphrase of that moment."
            ).format(moment=when),
            _("Put back"),
            lambda: self._send(content),
            dangerous=True,
        )

    def _send(self, content: BackupContent) -> None:
        self.setEnabled(False)
        self.chosen.emit(self._shelf, content)

    def _want_keys(self) -> None:
        self.setEnabled(False)
        self.keys_chosen.emit(self._shelf, self._contents[0])

    def _fail(self, trouble: Circumstance | Refusal) -> None:
        """Say on the first card why this backup or this person cannot go on."""
        self._show(self.where)
        self.where.say(in_words(trouble))
        self._tasks.run(self._door.backups, self.where.show_backups, owner=self)

    def _entry(self, entry: SecretEntry) -> SecretEntry:
        entry.opened.connect(self.begin_with)
        entry.troubled.connect(self._fail)
        entry.left.connect(self.begin)
        self._add(entry)
        return entry

    def _add(self, card: DoorCard) -> None:
        page = self._pages[card] = Centred(720)
        page.add(card)
        self._steps.addWidget(page)

    def _show(self, card: DoorCard) -> None:
        self._steps.setCurrentWidget(self._pages[card])
        card.focus_first()
