"""The room of the overviews: a card for each paper, and for each file for other programs."""

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.ui.kit.header import Header
from dorpssteunpunt.ui.kit.layouts import Tiles
from dorpssteunpunt.ui.kit.screen import Screen
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.rooms.overviews.asking_card import AskingCard
from dorpssteunpunt.ui.rooms.overviews.file_card import FileCard
from dorpssteunpunt.ui.rooms.overviews.files import files_for
from dorpssteunpunt.ui.rooms.overviews.paper_card import PaperCard
from dorpssteunpunt.ui.rooms.overviews.papers import papers_for

_NARROWEST = 440  # pixels at 100 % of a card


class OverviewsScreen(Screen):
    """Shows the papers and the files; to begin the key of one, such as "roster", goes to it."""

    can_print: ClassVar[bool] = True

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        page = self.page()
        page.add(
            Header(
                _("Overviews"),
                _("Paper for the wall and the folder, and files for other programs."),
            )
        )
        tiles = Tiles(page.add(QWidget()), narrowest=_NARROWEST, even=True)
        self._cards: dict[str, AskingCard] = {
            paper.key: tiles.add(PaperCard(workplace, paper)) for paper in papers_for(workplace)
        }
        self._cards |= {
            kind.key: tiles.add(FileCard(workplace, kind)) for kind in files_for(workplace)
        }
        page.push()

    def print_overview(self) -> None:
        """Show the paper of the card that has the keyboard, or else the first."""
        papers = [card for card in self._cards.values() if isinstance(card, PaperCard)]
        focused = self.window().focusWidget()
        chosen = [card for card in papers if card.isAncestorOf(focused)]
        (chosen or papers)[0].look()

    def begin(self, action: str) -> None:
        """Go to the card of a paper, if the person at the desk has it."""
        if action in self._cards:
            self._cards[action].setFocus(Qt.FocusReason.OtherFocusReason)
