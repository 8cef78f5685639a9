"""Chips to choose one filter, each with the number of what it finds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QWidget

from dorpssteunpunt.ui.kit.buttons import Button
from dorpssteunpunt.ui.kit.layouts import Flow


@dataclass(frozen=True, slots=True)
class Chip:
    """One filter: its key in the program and its word on the screen."""

    key: str
    text: str


class FilterChips(QWidget):
    """A group of chips of which one is chosen; arrows move the choice, Tab leaves the group."""

    chosen = Signal(str)

    def __init__(self, chips: Sequence[Chip], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        flow = Flow(self, gap=8)
        self._group = QButtonGroup(self)
        self._chips = tuple(chips)
        self._buttons = {chip.key: Button(chip.text, "chip") for chip in chips}
        for button in self._buttons.values():
            button.setCheckable(True)
            button.installEventFilter(self)
            self._group.addButton(button)
            flow.add(button)
        self._buttons[self._chips[0].key].setChecked(True)
        self._group.buttonClicked.connect(lambda _button: self.chosen.emit(self.current()))

    def current(self) -> str:
        """Return the key of the chosen chip."""
        return next(key for key, button in self._buttons.items() if button.isChecked())

    def choose(self, key: str) -> None:
        """Choose a chip and tell so; raises ``KeyError`` for an unknown key."""
        self._buttons[key].setChecked(True)
        self.chosen.emit(key)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Say behind the words how many each filter finds; without a count the word alone."""
        for chip in self._chips:
            count = counts.get(chip.key)
            self._buttons[chip.key].say(chip.text if count is None else f"{chip.text} {count}")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move the choice by the arrows, in the order of the chips."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None:
                self._move(step)
                return True
        return super().eventFilter(watched, event)

    def _move(self, step: int) -> None:
        keys = list(self._buttons)
        key = keys[(keys.index(self.current()) + step) % len(keys)]
        self.choose(key)
        self._buttons[key].setFocus(Qt.FocusReason.TabFocusReason)


_STEPS: Final = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}
