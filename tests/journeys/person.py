"""Somebody at the real window, who sees and presses what is there."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from dorpssteunpunt.app.bootstrap import Reception
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.ui.shell.sign_in.page import SignIn

MIEKES_PIN, RIAS_PIN = "271828", "314159"
Part = TypeVar("Part", bound=QWidget)


class Person:
    """Somebody at the real window."""

    def __init__(self, reception: Reception, qtbot: QtBot) -> None:
        self.reception, self._qtbot = reception, qtbot

    def sees(self, kind: type[Part]) -> Part:
        """Wait until a part of this kind is in sight, and return it."""
        self._qtbot.waitUntil(lambda: self._in_sight(kind) is not None, timeout=15_000)
        part = self._in_sight(kind)
        assert part is not None
        return part

    def types(self, line: QWidget, text: str) -> None:
        """Type something and press Enter."""
        edit = line if isinstance(line, QLineEdit) else line.findChildren(QLineEdit)[0]
        self._qtbot.keyClicks(edit, text)
        self._qtbot.keyClick(edit, Qt.Key.Key_Return)

    def presses(self, words: str) -> None:
        """Wait for the button with these words to be in sight, and press it."""
        self._qtbot.waitUntil(lambda: self._button(words) is not None)
        self._qtbot.mouseClick(self._button(words), Qt.MouseButton.LeftButton)

    def signs_in(self, name: str, pin: str) -> None:
        """Choose a name and type the PIN; from a locked window by way of "somebody else"."""
        page = self.sees(SignIn)
        self.waits()
        if page.pin.isVisible():
            self._qtbot.keyClick(page.pin.field.control, Qt.Key.Key_Escape)
        names = page.choice.names
        row = next(row for row in range(names.count()) if names.item(row).text() == name)
        names.setCurrentRow(row)
        self._qtbot.keyClick(names, Qt.Key.Key_Return)
        self._qtbot.waitUntil(page.pin.isVisible)
        self.types(page.pin, pin)
        self._qtbot.waitUntil(self.reception.window.is_open)
        self.waits()

    def chooses(self, words: str) -> None:
        """Choose the entry of the menu with these words."""
        entries = self.reception.window.findChildren(QAction)
        next(entry for entry in entries if entry.text() == words).trigger()

    def waits(self) -> None:
        """Wait until nothing is being done."""
        self._qtbot.waitUntil(lambda: not self.reception.tasks.is_busy(), timeout=15_000)

    def closes(self, *, losing_drafts: bool = False) -> None:
        """Close the window and wait until it is gone."""
        window = self.reception.window
        loses = losing_drafts and window.has_drafts()
        window.close()
        if loses:
            self.sees(QDialog)
            self.presses(_("Close without saving"))
        self._qtbot.waitUntil(lambda: not window.isVisible(), timeout=15_000)

    def _button(self, words: str) -> QPushButton | None:
        buttons = (*self.reception.window.findChildren(QPushButton), *self._of_dialogs())
        return next((b for b in buttons if b.text() == words and b.isVisible()), None)

    def _of_dialogs(self) -> list[QPushButton]:
        dialogs = self.reception.window.findChildren(QDialog)
        return [button for dialog in dialogs for button in dialog.findChildren(QPushButton)]

    def _in_sight(self, kind: type[Part]) -> Part | None:
        parts: list[Part] = self.reception.window.findChildren(kind)
        return next((part for part in parts if part.isVisible()), None)


def words_of(part: QWidget) -> str:
    """Return all words on a part of the window, buttons included."""
    labels = [label.text() for label in part.findChildren(QLabel)]
    return " ".join((*labels, *(button.text() for button in part.findChildren(QPushButton))))
