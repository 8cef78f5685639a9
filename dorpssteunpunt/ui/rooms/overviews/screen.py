"""The room of the overviews: a card for each paper, and for each file for other programs."""

from collections.abc import Iterator
from typing import ClassVar

from PySide6.QtCore import Qt, QTimer
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
        self._is_whole = False
        page = self.page()
        page.add(
            Header(
                _("Overviews"),
                _("Paper for the wall and the folder, and files for other programs."),
            )
        )
        self._tiles = Tiles(page.add(QWidget()), narrowest=_NARROWEST, even=True)
        self._cards: dict[str, AskingCard] = {}
        self._coming = self._made_one_by_one()
        page.push()
        self._add_next()

    def is_whole(self) -> bool:
        """Say whether all cards are there."""
        return self._is_whole

    def print_overview(self) -> None:
        """Show the paper of the card that has the keyboard, or else the first."""
        papers = [card for card in self._cards.values() if isinstance(card, PaperCard)]
        focused = self.window().focusWidget()
        chosen = [card for card in papers if card.isAncestorOf(focused)]
        (chosen or papers)[0].look()

    def begin(self, action: str) -> None:
        """Go to the card of a paper, if the person at the desk has it."""
        while action not in self._cards and not self._is_whole:
            self._add_next()
        if action in self._cards:
            self._cards[action].setFocus(Qt.FocusReason.OtherFocusReason)

    def _made_one_by_one(self) -> Iterator[tuple[str, AskingCard]]:
        for paper in papers_for(self.workplace):
            yield paper.key, PaperCard(self.workplace, paper)
        for kind in files_for(self.workplace):
            yield kind.key, FileCard(self.workplace, kind)

    def _add_next(self) -> None:
        """Add a card and let the window breathe: together they would hold it up too long."""
        made = next(self._coming, None)
        if made is None:
            self._is_whole = True
            return
        key, card = made
        self._cards[key] = self._tiles.add(card)
        QTimer.singleShot(0, self, self._add_next)
