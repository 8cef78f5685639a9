"""Cards, and the entries in them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QPushButton, QSizePolicy, QWidget

from dorpssteunpunt.ui.kit.buttons import without_facts
from dorpssteunpunt.ui.kit.labels import Meta, Text
from dorpssteunpunt.ui.kit.layouts import Beside, Column, Flow, Row, line
from dorpssteunpunt.ui.kit.messages import Sign
from dorpssteunpunt.ui.kit.tag import Tag
from dorpssteunpunt.ui.kit.theme import colour, px, set_kind
from dorpssteunpunt.ui.kit.tones import TagWords

_GROUND = 8  # pixels at 100 % of an entry's ground beside its words


class Card(QFrame):
    """A bordered part of a screen: a title, a second line and a body.

    ``title_kind`` is heading, or title for the detail that fills a screen. One that is not
    ``framed`` is a part of something that has a border already.
    """

    def __init__(
        self,
        title: str = "",
        second: str = "",
        *,
        title_kind: str = "heading",
        framed: bool = True,
    ) -> None:
        super().__init__()
        set_kind(self, "card" if framed else "")
        column = Column(self, gap=12, margin=16 if framed else 0)
        head = Beside(column.add(QWidget()))
        words = Column(head.add(QWidget()), gap=2)
        self._top = words.add(QWidget())
        top = Flow(self._top, gap=12)
        self._title = top.add(Text(kind=title_kind))
        self._tag = top.add(Tag())
        self._second = words.add(Text(kind="second"))
        self._buttons = QWidget()
        self._actions = Flow(self._buttons, gap=8)
        self._head = head
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
        if not self._actions.count():
            self._head.add(self._buttons)
        return self._actions.add(button)

    def add_foot(self, button: QPushButton) -> QPushButton:
        """Put a button at the end of the body, as wide as its words, and return it."""
        self.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return button

    def line(self) -> None:
        """Draw a thin rule at the end of the body."""
        self.body.add(line())


class Entries(Column):
    """Entries under each other with rules between; their ground reaches beside the words above."""

    def __init__(self) -> None:
        super().__init__(gap=0)
        self._beside = px(_GROUND)

    def setGeometry(self, rect: QRect) -> None:
        """Reach beside the words above, where there is room in what holds them."""
        beside = min(px(_GROUND), rect.x())
        if beside != self._beside:
            self._beside = beside
            self.invalidate()
        super().setGeometry(rect.adjusted(-beside, 0, beside, 0))

    def heightForWidth(self, width: int) -> int:
        """Return the height of all entries at the width that they take."""
        return super().heightForWidth(width + 2 * self._beside)

    def add_entry(self, entry: "Entry") -> None:
        """Put an entry at the end."""
        if self.count():
            self.add(line())
        self.add(entry)


class Entry(QAbstractButton):
    """An item that leads to what it is about: a click anywhere on it opens that.

    ``spoken`` is what a screen reader calls it.
    """

    def __init__(
        self,
        title: str,
        second: str,
        tag: TagWords | None,
        spoken: str,
        on_click: Callable[[], object],
    ) -> None:
        super().__init__()
        self.setAccessibleName(spoken)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)  # drawn anew as the pointer comes and goes
        # A button would rather stay as wide as its words on one line.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        row = Row(self, gap=8, margin=(_GROUND, 8, _GROUND, 8))
        row.add(_words(title, second, tag), 1)
        row.add(Sign("chevron-right", "second"))
        self.clicked.connect(without_facts(on_click))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do by Enter what Qt does by the space bar only."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground under the pointer, and the ring that shows the keyboard."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.underMouse():
            painter.setBrush(colour("hover"))
        if self.hasFocus():
            painter.setPen(QPen(colour("focus"), px(2)))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), px(6), px(6))


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
        beside = Beside(self, narrowest=120, gap=12, margin=(0, 4, 0, 4))
        beside.add(_words(title, second, tag))
        if actions:
            flow = Flow(beside.add(QWidget()), gap=12)
            for button in actions:
                flow.add(button)


def _words(title: str, second: str, tag: TagWords | None) -> QWidget:
    words = QWidget()
    column = Column(words, gap=2)
    top = Flow(column.add(QWidget()), gap=6)
    top.add(Text(title, "strong"))
    top.add(Tag(tag))
    if second:
        column.add(Meta(second))
    return words
