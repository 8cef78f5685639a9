"""The top of a screen."""

from typing import TypeVar

from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from dorpssteunpunt.ui.kit.labels import Text
from dorpssteunpunt.ui.kit.layouts import Column, Flow, Line

Part = TypeVar("Part", bound=QWidget)


class _TopLine(Flow):
    """Title, what stands beside it, and actions; the middle one goes under them to leave room."""

    def _lines(self, width: int) -> list[Line]:
        lines = super()._lines(width)
        if len(lines) == 1:
            return lines
        title, beside, *others = self._shown()
        return min(self._broken((title, *others, beside), width), lines, key=len)


class Header(QWidget):
    """The top of a screen: its title, what stands beside it, and its actions at the right."""

    def __init__(self, title: str, second: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        flow = _TopLine(self, gap=12)
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
