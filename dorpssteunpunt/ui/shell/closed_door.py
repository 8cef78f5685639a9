"""What stands in the window when a store cannot be opened: why, and what to do next."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dorpssteunpunt.base.errors import Circumstance
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.services.faults import (
    KeysDamaged,
    KeysMissing,
    NotAStore,
    StoreDamaged,
    StoreEmpty,
    StoreInUse,
    StoreMissing,
    StoreNotEncrypted,
)
from dorpssteunpunt.ui.kit.buttons import primary, quiet, secondary
from dorpssteunpunt.ui.kit.cards import Card
from dorpssteunpunt.ui.kit.labels import Text
from dorpssteunpunt.ui.kit.layouts import Flow
from dorpssteunpunt.ui.shell.centred import Centred
from dorpssteunpunt.ui.shell.first_start.welcome import choose_store

_A_BACKUP_HELPS: Final = (
    KeysDamaged,
    KeysMissing,
    NotAStore,
    StoreDamaged,
    StoreEmpty,
    StoreMissing,
    StoreNotEncrypted,
)


class ClosedDoor(Centred):
    """Tells what keeps the store closed.

    ``again`` wants another try, ``restore`` a backup in its place, ``other`` carries another
    store, ``elsewhere`` wants to begin in another way.
    """

    again = Signal()
    restore = Signal()
    other = Signal(object)
    elsewhere = Signal()

    def __init__(self, store: Path, trouble: Circumstance) -> None:
        super().__init__()
        from dorpssteunpunt.services.words import in_words  # needed only when something is wrong

        card = self.add(Card(_("The store stays closed"), title_kind="title"))
        told = in_words(trouble)
        card.body.add(Text(told))
        if str(store) not in told:
            card.body.add(Text(_("File: {path}").format(path=store), "second"))
        buttons = Flow(card.body.add(QWidget()), gap=12)
        again = _("Try again"), self.again.emit, "refresh-cw"
        if isinstance(trouble, _A_BACKUP_HELPS):
            restore = primary(_("Restore a backup…"), self.restore.emit, "history")
            self.first = buttons.add(restore)
            buttons.add(secondary(*again))
        else:
            self.first = buttons.add(primary(*again))
        if not isinstance(trouble, StoreInUse):
            buttons.add(secondary(_("Open another file…"), self._choose, "folder-open"))
            buttons.add(quiet(_("Begin in another way"), self.elsewhere.emit))

    def focus_first(self) -> None:
        """Give the keyboard to the first thing to do."""
        self.first.setFocus()

    def _choose(self) -> None:
        choose_store(self, self.other.emit)
