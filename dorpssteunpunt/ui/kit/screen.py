"""The base of the screen of every room: what the window may ask of it."""

from collections.abc import Mapping
from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget

from dorpssteunpunt.services.changes import Room
from dorpssteunpunt.ui.kit.layouts import Column
from dorpssteunpunt.ui.kit.stylesheet import SCROLL_BAR
from dorpssteunpunt.ui.kit.workplace import Workplace

Drafts = Mapping[str, Any]

_SIDE = 20  # pixels at 100 % at the sides of a screen


class Screen(QWidget):
    """One room in the window; a room overrides what it has an answer to."""

    watches: ClassVar[frozenset[Room]] = frozenset()
    can_print: ClassVar[bool] = False

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workplace = workplace

    def page(self, gap: int = 16) -> Column:
        """Return the column in which the screen stands; at its right the window scrolls it."""
        return Column(self, gap=gap, margin=(_SIDE, _SIDE, _SIDE - SCROLL_BAR, 16))

    def refresh(self) -> None:
        """Ask anew for what is shown; called when the screen is first shown and when it is stale.

        The place in lists and what is being typed stay as they are.
        """

    def show_subject(self, subject: int, action: str = "") -> None:
        """Show one record of this room, and begin ``action`` with it if given."""

    def begin(self, action: str) -> None:
        """Begin something that has no record yet, such as "new"."""

    def print_overview(self) -> None:
        """Show what is on the screen as paper, where ``can_print`` says that it can."""

    def undo_words(self) -> str:
        """Return what `undo` would take back, or an empty string when there is nothing."""
        return ""

    def redo_words(self) -> str:
        """Return what `redo` would do again, or an empty string when there is nothing."""
        return ""

    def undo(self) -> None:
        """Take back the last thing that was done in this room."""

    def redo(self) -> None:
        """Do again what was undone last in this room."""

    def dirty(self) -> bool:
        """Say whether something was typed that is not kept yet."""
        return False

    def drafts(self) -> Drafts:
        """Return what was typed and not kept, so that `take_up` can put it back."""
        return {}

    def take_up(self, drafts: Drafts) -> None:
        """Put back what `drafts` returned before."""
