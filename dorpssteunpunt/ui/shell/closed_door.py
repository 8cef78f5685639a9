"""What stands in the window when a store cannot be opened: why, and what to do next."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from dorpssteunpunt.base.errors import Circumstance
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.ui.kit.buttons import primary, secondary
from dorpssteunpunt.ui.kit.cards import Card
from dorpssteunpunt.ui.kit.labels import Text
from dorpssteunpunt.ui.kit.layouts import Flow
from dorpssteunpunt.ui.shell.centred import Centred


class ClosedDoor(Centred):
    """Tells what keeps the store closed; ``again`` wants another try, ``other`` another store."""

    again = Signal()
    other = Signal(object)

    def __init__(self, store: Path, trouble: Circumstance) -> None:
        super().__init__()
        from dorpssteunpunt.services.words import in_words  # needed only when something is wrong

        card = Card(_("The store stays closed"), str(store), title_kind="title")
        card.body.add(Text(in_words(trouble)))
        buttons = Flow(card.body.add(QWidget()), gap=12)
        buttons.add(primary(_("Try again"), self.again.emit, icon_name="refresh-cw"))
        buttons.add(secondary(_("Open another store…"), self._choose))
        self.add(card)

    def _choose(self) -> None:
        path, _kind = QFileDialog.getOpenFileName(self, _("Open another store…"), "", "*.store")
        if path:
            self.other.emit(Path(path))
