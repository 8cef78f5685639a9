"""A page outside the rooms: above it the look and the language, and what takes long."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QWidget

from dorpssteunpunt.base.i18n import _, current_language
from dorpssteunpunt.ui.kit import appearance
from dorpssteunpunt.ui.kit.buttons import quiet
from dorpssteunpunt.ui.kit.layouts import Column, Flow
from dorpssteunpunt.ui.kit.palettes import Mode
from dorpssteunpunt.ui.kit.tasks import Tasks
from dorpssteunpunt.ui.kit.theme import theme
from dorpssteunpunt.ui.shell.waiting import WaitingLine

_OTHER_LANGUAGE: Final = {"nl": ("en", "English"), "en": ("nl", "Nederlands")}
"""Each language says itself, so that whoever reads no Dutch finds it."""


class DoorPage(QWidget):
    """Holds a way in; ``language_wanted`` tells the language somebody wants to read."""

    language_wanted = Signal(str)

    def __init__(self, page: QWidget, tasks: Tasks, *, languages: bool) -> None:
        super().__init__()
        self.page = page
        column = Column(self, gap=0)
        self.looks = column.add(QFrame())
        row = Flow(self.looks, gap=8, margin=(24, 8, 24, 0))
        row.push()
        row.add(quiet(_("Smaller"), appearance.reduce_text, "zoom-out", dense=True))
        row.add(quiet(_("Larger"), appearance.enlarge_text, "zoom-in", dense=True))
        row.add(quiet(_("Colours"), _next_mode, "contrast", dense=True))
        if languages:
            code, name = _OTHER_LANGUAGE[current_language()]
            wanted = row.add(
                quiet(name, lambda: self.language_wanted.emit(code), "languages", dense=True)
            )
            wanted.setObjectName("language")
        waiting = column.add(WaitingLine())
        tasks.waiting.connect(waiting.show_waiting)
        column.add(page, 1)

    def showEvent(self, event: QShowEvent) -> None:
        """Give the keyboard to what the page asks."""
        super().showEvent(event)
        focus_first = getattr(self.page, "focus_first", None)
        if focus_first is not None:
            focus_first()


def _next_mode() -> None:
    modes = list(Mode)
    appearance.choose_mode(modes[(modes.index(theme().mode) + 1) % len(modes)])
