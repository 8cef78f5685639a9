"""The very first page: begin a support point, open one, or look round in a fictional village."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.ui.kit.buttons import Button, primary, secondary
from dorpssteunpunt.ui.kit.cards import Card
from dorpssteunpunt.ui.kit.labels import Text
from dorpssteunpunt.ui.kit.layouts import Column, Tiles
from dorpssteunpunt.ui.kit.messages import Sign
from dorpssteunpunt.ui.shell.centred import Centred


class Welcome(Centred):
    """Four ways to begin."""

    new_wanted = Signal()
    open_wanted = Signal(object)
    restore_wanted = Signal()
    demo_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(width=760)
        words = self.add(Column(gap=4))
        words.add(Text(_("Welcome"), "big"))
        words.add(Text(_("How would you like to begin?")))
        tiles = Tiles(self.add(QWidget()), narrowest=320, even=True)
        self.new = primary(_("Begin"), self.new_wanted.emit)
        self.open = secondary(_("Open a file…"), self._choose)
        self.restore = secondary(_("Restore…"), self.restore_wanted.emit)
        self.demo = secondary(_("Look round"), self.demo_wanted.emit)
        tiles.add(
            _way(
                "house",
                _("A new support point"),
                _("For a village that starts with this program. It takes about ten minutes."),
                self.new,
            )
        )
        tiles.add(
            _way(
                "folder-open",
                _("A support point that exists"),
                _("Its file is on this computer, on another disk or on a USB stick."),
                self.open,
            )
        )
        tiles.add(
            _way(
                "history",
                _("A backup"),
                _("After a broken computer: with a copy on a USB stick and the paper."),
                self.restore,
            )
        )
        tiles.add(
            _way(
                "users",
                _("The demo village"),
                _("Fictional people and requests: try everything, nothing can break."),
                self.demo,
            )
        )

    def focus_first(self) -> None:
        """Give the keyboard to the first way."""
        self.new.setFocus()

    def wait(self, waiting: bool) -> None:
        """Take no choice while something is being made."""
        for button in (self.new, self.open, self.restore, self.demo):
            button.setEnabled(not waiting)

    def _choose(self) -> None:
        choose_store(self, self.open_wanted.emit)


def choose_store(parent: QWidget, chosen: Callable[[Path], object]) -> None:
    """Ask for the file of a store and tell which one was chosen, if any."""
    kinds = ";;".join((_("Files of this program") + " (*.store)", _("All files") + " (*)"))
    path, _kind = QFileDialog.getOpenFileName(parent, _("Open a file"), "", kinds)
    if path:
        chosen(Path(path))


def _way(icon_name: str, title: str, explanation: str, button: Button) -> Card:
    card = Card()
    card.body.addWidget(Sign(icon_name, "accent", 40), 0, Qt.AlignmentFlag.AlignLeft)
    card.body.add(Text(title, "heading"))
    card.body.add(Text(explanation))
    card.body.push()
    card.body.add(button)
    return card
