"""Somebody who works a screen by mouse and keyboard and reads what it says."""

from typing import Any, TypeVar

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from dorpssteunpunt.ui.kit.row_table_model import LINE_ROLE
from dorpssteunpunt.ui.kit.screen import Screen
from dorpssteunpunt.ui.kit.suggestions import Suggestions

Part = TypeVar("Part", bound=QWidget)


class Visitor:
    """Acts on what is visible and named, in the uppermost dialog or else on the screen."""

    def __init__(self, screen: Screen, qtbot: QtBot) -> None:
        self.screen, self._qtbot = screen, qtbot

    @property
    def place(self) -> QWidget:
        """Where somebody looks: the newest dialog, or the screen."""
        dialogs = [
            widget
            for widget in QApplication.topLevelWidgets()
            if isinstance(widget, QDialog) and widget.isVisible()
        ]
        return dialogs[-1] if dialogs else self.screen

    def settle(self) -> None:
        """Wait until nothing is being fetched or kept."""
        tasks = self.screen.workplace.tasks
        self._qtbot.waitUntil(lambda: not tasks.is_busy())

    def texts(self) -> list[str]:
        """Return every text that can be read here, from above to below in the tree."""
        labels = (label for label in self.place.findChildren(QLabel) if label.isVisible())
        return [label.text() for label in labels]

    def says(self, words: str) -> bool:
        """Say whether some text here holds these words."""
        return any(words in text for text in self.texts())

    def wait_for(self, words: str) -> None:
        """Wait until some text here holds these words."""
        self._qtbot.waitUntil(lambda: self.says(words))

    def press(self, name: str) -> None:
        """Press the button of this name, when it can be pressed."""
        button = self._named(QAbstractButton, name)
        self._qtbot.waitUntil(button.isEnabled)
        self._qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def press_last(self, name: str) -> None:
        """Press the last of several buttons of this name."""
        button = self._all_named(QAbstractButton, name)[-1]
        self._qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def choose_in_menu(self, name: str, words: str) -> None:
        """Choose a line of the menu that hangs on the button of this name."""
        menu = self._named(QPushButton, name).menu()
        (line,) = (action for action in menu.actions() if action.text() == words)
        line.trigger()

    def can_press(self, name: str) -> bool:
        """Say whether there is a button of this name."""
        return bool(self._all_named(QAbstractButton, name))

    def tick(self, name: str) -> None:
        """Put a tick in the box of this name by the space bar."""
        box = self._named(QAbstractButton, name)
        box.setFocus()
        self._qtbot.keyClick(box, Qt.Key.Key_Space)

    def write(self, name: str, text: str) -> None:
        """Type a text in the field of this name, in place of what stood there."""
        field = self.field(name)
        field.setFocus()
        field.selectAll()
        self._qtbot.keyClick(field, Qt.Key.Key_Delete)
        if text.isascii():
            self._qtbot.keyClicks(field, text)
        elif isinstance(field, QLineEdit):  # QTest has no key for these letters
            field.insert(text)
        else:
            field.insertPlainText(text)

    def field(self, name: str) -> Any:
        """Return the field of this name."""
        lines = [*self._all_named(QLineEdit, name), *self._all_named(QPlainTextEdit, name)]
        assert lines, f"no field {name}: {self.texts()}"
        return lines[0]

    def pick_somebody(self, name: str, typed: str) -> None:
        """Type a part of a name in the field of this name and take the first who is found."""
        self._type_and_wait(name, typed)
        self.key(Qt.Key.Key_Return)

    def name_somebody_new(self, name: str, typed: str) -> None:
        """Type a name in the field of this name and take the last offer: somebody new."""
        self._type_and_wait(name, typed)
        self.key(Qt.Key.Key_Up)
        self.key(Qt.Key.Key_Return)

    def _type_and_wait(self, name: str, typed: str) -> None:
        self.write(name, typed)
        field = self.field(name)
        self._qtbot.waitUntil(
            lambda: any(s.isVisible() for s in field.window().findChildren(Suggestions))
        )

    def set_number(self, name: str, number: int) -> None:
        """Type a number in the box of this name, in place of the one that stood there."""
        box = self._named(QSpinBox, name)
        box.setFocus()
        box.selectAll()
        self._qtbot.keyClicks(box, str(number))

    def take_suggestion(self) -> None:
        """Wait for suggestions under the field with the keyboard, and take the first."""
        field = self.place.focusWidget()
        assert field is not None
        suggestions = field.findChild(Suggestions)
        assert suggestions is not None
        self._qtbot.waitUntil(suggestions.isVisible)
        self._qtbot.keyClick(field, Qt.Key.Key_Return)

    def pick(self, name: str, words: str) -> None:
        """Choose an answer in the box of this name, by its words."""
        box = self._named(QComboBox, name)
        place = box.findText(words)
        assert place >= 0, [box.itemText(number) for number in range(box.count())]
        box.setFocus()
        while box.currentIndex() != place:
            down = box.currentIndex() < place
            QTest.keyClick(box, Qt.Key.Key_Down if down else Qt.Key.Key_Up)

    def pick_or_press(self, name: str, words: str) -> None:
        """Choose an answer, whether the answers are buttons or stand in a box."""
        if self.can_press(words):
            self.press(words)
        else:
            self.pick(name, words)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        """Press a key where the focus is."""
        if modifier is None:
            self._qtbot.keyClick(QApplication.focusWidget() or self.place, key)
        else:
            self._qtbot.keyClick(self.place, key, modifier)

    def lines(self) -> list[str]:
        """Return the titles in the list; none where words stand in place of a list."""
        if not any(view.isVisible() for view in self.screen.findChildren(QListView)):
            return []
        rows = self._list.model()
        found = (rows.index(row, 0).data(LINE_ROLE) for row in range(rows.rowCount()))
        return [line.title for line in found if line is not None]

    def choose(self, title: str) -> None:
        """Click the line with this title."""
        self._qtbot.waitUntil(lambda: title in self.lines())
        place = self._list.visualRect(self._index(title)).center()
        self._qtbot.mouseClick(self._list.viewport(), Qt.MouseButton.LeftButton, pos=place)
        self.settle()

    def wait_for_lines(self, *titles: str) -> None:
        """Wait until the list holds exactly these lines."""
        self._qtbot.waitUntil(lambda: self.lines() == list(titles))

    def wait_until_closed(self) -> None:
        """Wait until no dialog is open."""
        self._qtbot.waitUntil(lambda: self.place is self.screen)
        self.settle()

    @property
    def _list(self) -> QListView:
        return next(view for view in self.screen.findChildren(QListView) if view.isVisible())

    def _index(self, title: str) -> QModelIndex:
        return self._list.model().index(self.lines().index(title), 0)

    def _named(self, kind: type[Part], name: str) -> Part:
        def there() -> None:
            assert self._all_named(kind, name), f"no {name} among {self._names(kind)}"

        self._qtbot.waitUntil(there)
        return self._all_named(kind, name)[0]

    def _all_named(self, kind: type[Part], name: str) -> list[Part]:
        return [
            part
            for part in self.place.findChildren(kind)
            if part.isVisible() and _name(part) == name
        ]

    def _names(self, kind: type[QWidget]) -> list[str]:
        return [_name(one) for one in self.place.findChildren(kind) if one.isVisible()]


def _name(part: QWidget) -> str:
    """Return what a screen reader calls a part: its name, or else its words."""
    words = part.text() if isinstance(part, QAbstractButton) else ""
    return part.accessibleName() or words
