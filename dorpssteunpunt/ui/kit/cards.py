"""Cards, the entries in them, and the top line of a screen."""

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QWidget

from dorpssteunpunt.ui.kit.labels import Text
from dorpssteunpunt.ui.kit.layouts import Column, Flow, Row, line
from dorpssteunpunt.ui.kit.tag import Tag
from dorpssteunpunt.ui.kit.theme import set_kind
from dorpssteunpunt.ui.kit.tones import TagWords

Part = TypeVar("Part", bound=QWidget)


class Card(QFrame):
    """A bordered part of a screen: a title, a second line and a body.

    ``title_kind`` is heading, or title for the detail that fills a screen.
    """

    def __init__(self, title: str = "", second: str = "", *, title_kind: str = "heading") -> None:
        super().__init__()
        set_kind(self, "card")
        column = Column(self, gap=12, margin=16)
        head = column.add(Row(gap=8))
        words = head.add(Column(gap=2), 1)
        self._top = words.add(QWidget())
        top = Flow(self._top, gap=12)
        self._title = top.add(Text(kind=title_kind))
        self._tag = top.add(Tag())
        self._second = words.add(Text(kind="second"))
        self._actions = head.add(Row(gap=8))
        self.body = column.add(Column(gap=8), 1)
        self.set_title(title)
        self.set_second(second)

    def set_title(self, title: str) -> None:
        """Change the title; an empty one takes no room."""
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self._top.setVisible(bool(title))
        self.setAccessibleName(title)

    def set_second(self, second: str) -> None:
        """Change the line under the title; an empty one takes no room."""
        self._second.setText(second)
        self._second.setVisible(bool(second))

    def set_tag(self, words: TagWords | None) -> None:
        """Put a tag beside the title, or none."""
        self._tag.show_words(words)

    def add_action(self, button: QPushButton) -> QPushButton:
        """Put a button at the right of the title and return it."""
        self._actions.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return button

    def line(self) -> None:
        """Draw a thin rule at the end of the body."""
        self.body.add(line())


class Item(QWidget):
    """One entry in a card: a bold title with a tag, a second line, and buttons at the right."""

    def __init__(
        self,
        title: str,
        second: str = "",
        tag: TagWords | None = None,
        *,
        actions: Sequence[QPushButton] = (),
    ) -> None:
        super().__init__()
        row = Row(self, gap=12, margin=(0, 4, 0, 4))
        self.body = row.add(Column(gap=2), 1)
        top = Flow(self.body.add(QWidget()), gap=6)
        top.add(Text(title, "strong"))
        top.add(Tag(tag))
        if second:
            self.body.add(Text(second, "second"))
        for button in actions:
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)


class Header(QWidget):
    """The top of a screen: its title, what stands beside it, and its actions at the right."""

    def __init__(self, title: str, second: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        flow = Flow(self, gap=12)
        words = QWidget()
        column = Column(words, gap=2)
        self.title = column.add(Text(title, "title"))
        self.second = column.add(Text(second, "second"))
        self.title.setWordWrap(False)
        self.second.setVisible(bool(second))
        flow.add(words)
        self._beside = Flow(gap=8)
        beside = QWidget()
        beside.setLayout(self._beside)
        flow.add(beside)
        flow.push()
        actions = QWidget()
        self._actions = Flow(actions, gap=12)
        flow.add(actions)

    def set_second(self, second: str) -> None:
        """Change the line under the title; an empty one takes no room."""
        self.second.setText(second)
        self.second.setVisible(bool(second))

    def add(self, widget: Part) -> Part:
        """Put a widget beside the title and return it."""
        self._beside.add(widget)
        return widget

    def add_action(self, button: QPushButton) -> QPushButton:
        """Put a button at the right end and return it."""
        self._actions.add(button)
        return button
