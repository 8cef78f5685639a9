"""Chips to choose one filter, each with the number of what it finds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QMenu, QWidget

from dorpssteunpunt.ui.kit.buttons import Button
from dorpssteunpunt.ui.kit.layouts import Flow
from dorpssteunpunt.ui.kit.theme import em, theme

_MENU_BELOW: Final = 60.0  # width of the window in heights of the body text
_STEPS: Final = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


@dataclass(frozen=True, slots=True)
class Chip:
    """One filter: its key in the program and its word on the screen."""

    key: str
    text: str


class FilterChips(QWidget):
    """A group of chips of which one is chosen; arrows move the choice, Tab leaves the group.

    In a narrow window the group is one button with a menu.
    """

    chosen = Signal(str)

    def __init__(self, chips: Sequence[Chip], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        flow = Flow(self, gap=8)
        self._group = QButtonGroup(self)
        self._chips = tuple(chips)
        self._buttons = {chip.key: flow.add(Button(chip.text, "chip")) for chip in chips}
        self.menu_button = flow.add(Button("", "chip", "list-filter"))
        self._menu = QMenu(self)
        self.menu_button.setMenu(self._menu)
        self._menu.aboutToShow.connect(self._fill_menu)
        for button in self._buttons.values():
            button.setCheckable(True)
            button.installEventFilter(self)
            self._group.addButton(button)
        self._buttons[self._chips[0].key].setChecked(True)
        self._group.buttonClicked.connect(lambda _button: self.choose(self.current()))
        self._arrange()
        theme().changed.connect(self._arrange)

    def button(self, key: str) -> Button:
        """Return the button of a chip; raises ``KeyError`` for an unknown key."""
        return self._buttons[key]

    def current(self) -> str:
        """Return the key of the chosen chip."""
        return next(key for key, button in self._buttons.items() if button.isChecked())

    def choose(self, key: str) -> None:
        """Choose a chip and tell so; raises ``KeyError`` for an unknown key."""
        self._buttons[key].setChecked(True)
        self.menu_button.say(self._words(key))
        self.chosen.emit(key)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Say behind the words how many each filter finds; without a count the word alone."""
        for chip in self._chips:
            count = counts.get(chip.key)
            self._buttons[chip.key].say(chip.text if count is None else f"{chip.text} {count}")
        self.menu_button.say(self._words(self.current()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move the choice by the arrows, in the order of the chips; follow the window's width."""
        if watched is self.window() and event.type() == QEvent.Type.Resize:
            self._arrange()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None:
                self._move(step)
                return True
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        """Follow the width of the window from now on."""
        super().showEvent(event)
        self.window().installEventFilter(self)
        self._arrange()

    def _arrange(self) -> None:
        narrow = em(self.window().width()) < _MENU_BELOW
        self.menu_button.setVisible(narrow)
        for button in self._buttons.values():
            button.setVisible(not narrow)
        self.menu_button.say(self._words(self.current()))

    def _fill_menu(self) -> None:
        self._menu.clear()
        for key in self._buttons:
            action = self._menu.addAction(self._words(key).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(key == self.current())
            action.triggered.connect(lambda _on, key=key: self.choose(key))

    def _words(self, key: str) -> str:
        return self._buttons[key].accessibleName()

    def _move(self, step: int) -> None:
        keys = list(self._buttons)
        key = keys[(keys.index(self.current()) + step) % len(keys)]
        self.choose(key)
        self._buttons[key].setFocus(Qt.FocusReason.TabFocusReason)
