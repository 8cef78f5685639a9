"""What eyes and hands do at a window: read, press, type and choose by the words on it."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, Final, TypeVar

from PySide6.QtCore import QCoreApplication, QEventLoop, QModelIndex, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)

from dorpssteunpunt.ui.kit.row_table_model import LINE_ROLE
from dorpssteunpunt.ui.kit.suggestions import Suggestions

_LONGEST: Final = 20_000  # milliseconds that anything may take
_GLANCE: Final = 10  # milliseconds between two looks
_LEFT: Final = Qt.MouseButton.LeftButton

Part = TypeVar("Part", bound=QWidget)


class Hands:
    """Acts on what is in sight in the uppermost dialog, or without one in the window.

    A part is called by its name: the words on it, or what a screen reader calls it. Whatever is
    not there yet is waited for; what never comes is a ``TimeoutError`` that tells what is there.
    """

    @property
    def window(self) -> QWidget:
        """The window that these hands work at."""
        raise NotImplementedError

    @property
    def place(self) -> QWidget:
        """Where somebody looks: the uppermost dialog, or the window."""
        return QApplication.activeModalWidget() or self.window

    # ------------------------------------------------------------ seeing

    def until(self, condition: Callable[[], object], wanted: str = "") -> None:
        """Let the window work until something is so."""
        for _look in range(_LONGEST // _GLANCE):
            if condition():
                return
            self.pauses(_GLANCE)
        raise TimeoutError(f"{wanted or 'it'} never came; in sight: {self.texts()}")

    def pauses(self, milliseconds: int) -> None:
        """Let the window work for a moment."""
        # An event loop of its own lets the store thread work; QTest.qWait would not.
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def sees(self, kind: type[Part]) -> Part:
        """Wait until a part of this kind is in sight, and return it."""
        self.until(lambda: self.in_sight(kind), kind.__name__)
        found = self.in_sight(kind)
        assert found is not None
        return found

    def in_sight(self, kind: type[Part]) -> Part | None:
        """Return a part of this kind that is in sight, dialogs included, or None."""
        return next(self._visible(kind, self.window), None)

    def texts(self) -> list[str]:
        """Return every text and every button that can be read here."""
        labels = [label.text() for label in self._visible(QLabel, self.place)]
        return [*labels, *(button.text() for button in self._visible(QPushButton, self.place))]

    def says(self, words: str) -> bool:
        """Say whether some text here holds these words now."""
        return any(words in text for text in self.texts())

    def reads(self, *several: str) -> None:
        """Wait until all of these words can be read here."""
        for words in several:
            self.until(partial(self.says, words), f"“{words}”")

    # ------------------------------------------------------------ pressing and typing

    def presses(self, name: str, near: str = "") -> None:
        """Press a button; of several with this name the one that stands nearest to a text."""
        button = self._named(QAbstractButton, name, near)
        self.until(button.isEnabled, f"“{name}”, to be pressed,")
        self.until(lambda: _scrolled_into_sight(button), f"“{name}”, in sight,")
        QTest.mouseClick(button, _LEFT)

    def may_press(self, name: str) -> bool:
        """Say whether there is a button of this name now that can be pressed."""
        return any(button.isEnabled() for button in self._all_named(QAbstractButton, name))

    def writes(self, name: str, text: str) -> None:
        """Type a text in a field, in place of what stood there."""
        field = self._field(name)
        self._at_keyboard()
        field.setFocus()
        field.selectAll()
        QTest.keyClick(field, Qt.Key.Key_Delete)
        self.types(text)

    def types(self, text: str) -> None:
        """Type where the keyboard is; letters without a key come as an input method brings them."""
        field = self._at_keyboard()
        if text.isascii():
            QTest.keyClicks(field, text)
            return
        written = QInputMethodEvent()
        written.setCommitString(text)
        QApplication.sendEvent(field, written)

    def keys(self, *keys: str) -> None:
        """Press keys one after the other where the keyboard is, such as "Ctrl+N" or "Tab"."""
        for key in keys:
            QTest.keySequence(self._at_keyboard(), QKeySequence(key))

    def picks(self, name: str, answer: str) -> None:
        """Choose an answer in the list of a field by the keyboard."""
        box = self._named(QComboBox, name)
        place = box.findText(answer)
        assert place >= 0, [box.itemText(number) for number in range(box.count())]
        box.setFocus()
        while box.currentIndex() != place:
            down = box.currentIndex() < place
            QTest.keyClick(box, Qt.Key.Key_Down if down else Qt.Key.Key_Up)

    def chooses(self, entry: str, of: str) -> None:
        """Open the menu on a button and click an entry of it."""
        self.presses(of)
        self.until(QApplication.activePopupWidget, f"the menu of “{of}”")
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        (action,) = (action for action in menu.actions() if action.text() == entry)
        QTest.mouseClick(menu, _LEFT, pos=menu.actionGeometry(action).center())

    def finds(self, typed: str, name: str = "") -> None:
        """Type a part of a name, in a field or where the keyboard is, and wait for suggestions."""
        if name:
            self.writes(name, typed)
        else:
            self.types(typed)
        self.until(lambda: self.in_sight(Suggestions), "a suggestion")

    # ------------------------------------------------------------ lists and files

    def lines(self) -> list[str]:
        """Return the titles in the list; none where words stand in place of a list."""
        rows = self._list()
        if rows is None:
            return []
        model = rows.model()
        found = (model.index(row, 0).data(LINE_ROLE) for row in range(model.rowCount()))
        return [line.title for line in found if line is not None]

    def opens(self, title: str) -> None:
        """Click the line of the list whose title begins so."""
        self.until(lambda: self._row_of(title) is not None, f"the line “{title}”")
        rows, row = self._list(), self._row_of(title)
        assert rows is not None
        assert row is not None
        self.clicks(rows, rows.model().index(row, 0))

    def clicks(self, view: QAbstractItemView, index: QModelIndex) -> None:
        """Click a place in a list or a table."""
        view.scrollTo(index)
        QTest.mouseClick(view.viewport(), _LEFT, pos=view.visualRect(index).center())

    def names_file(self, file: Path) -> None:
        """Say in the dialog that asks for a file which one it is."""
        dialog = self.sees(QFileDialog)
        saves = dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
        take = QCoreApplication.translate("QFileDialog", "&Save" if saves else "&Open")
        if saves:  # until it has looked into the folder it offers to open that
            self.until(lambda: self.may_press(take), f"“{take}”")
        line: QLineEdit | None = dialog.findChild(QLineEdit, "fileNameEdit")
        assert line is not None
        line.setText(str(file))
        self.presses(take)
        self.until(lambda: self.in_sight(QFileDialog) is None, "the end of the file dialog")

    # ------------------------------------------------------------ finding

    def _at_keyboard(self) -> QWidget:
        place = self.place
        place.activateWindow()  # without a screen nobody gives the keyboard back after a dialog
        self.until(place.isActiveWindow, "the keyboard")
        focused: QWidget | None = place.focusWidget()
        return place if focused is None else focused

    def _list(self) -> QListView | None:
        lists = self._visible(QListView, self.place)
        return next((rows for rows in lists if not isinstance(rows, Suggestions)), None)

    def _row_of(self, title: str) -> int | None:
        return next((row for row, line in enumerate(self.lines()) if line.startswith(title)), None)

    def _field(self, name: str) -> Any:
        def there() -> list[QWidget]:
            return [*self._all_named(QLineEdit, name), *self._all_named(QPlainTextEdit, name)]

        self.until(there, f"the field “{name}”")
        return there()[0]

    def _named(self, kind: type[Part], name: str, near: str = "") -> Part:
        def there() -> list[Part]:
            return self._all_named(kind, name)

        self.until(lambda: there() and near in ("", *self.texts()), f"“{name}” {near}")
        return _nearest(there(), near)

    def _all_named(self, kind: type[Part], name: str) -> list[Part]:
        return [part for part in self._visible(kind, self.place) if name in _names(part)]

    def _visible(self, kind: type[Part], within: QWidget) -> Iterator[Part]:
        parts: list[Part] = within.findChildren(kind)
        return (part for part in parts if part.isVisible())


def _scrolled_into_sight(part: QWidget) -> bool:
    """Scroll to a part in every area around it, and say whether anything of it can be seen."""
    around = part.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(part)
        around = around.parentWidget()
    return not part.visibleRegion().isEmpty()


def _names(part: QWidget) -> tuple[str, str]:
    return part.accessibleName(), part.text() if isinstance(part, QAbstractButton) else ""


def _nearest(parts: list[Part], text: str) -> Part:
    """Return the first part, or the one that the fewest frames part from a text."""
    return min(parts, key=lambda part: _frames_to(part, text)) if text else parts[0]


def _frames_to(part: QWidget, text: str) -> int:
    frames, around = 0, part.parentWidget()
    while around is not None and not _holds(around, text):
        frames, around = frames + 1, around.parentWidget()
    return frames


def _holds(widget: QWidget, text: str) -> bool:
    labels: list[QLabel] = widget.findChildren(QLabel)
    return any(label.isVisible() and label.text() == text for label in labels)
