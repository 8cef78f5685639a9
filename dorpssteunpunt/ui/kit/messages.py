"""What the window says in place: an empty screen, a banner, and what happened when."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

from dorpssteunpunt.ui.kit.buttons import secondary
from dorpssteunpunt.ui.kit.icons import icon
from dorpssteunpunt.ui.kit.labels import Text
from dorpssteunpunt.ui.kit.layouts import Column, Flow, Row, line
from dorpssteunpunt.ui.kit.tag import Tag
from dorpssteunpunt.ui.kit.theme import px, set_kind, set_look_property, theme
from dorpssteunpunt.ui.kit.tones import TagWords, Tone


class Sign(QLabel):
    """An icon that stands by itself; the words beside it say what it means."""

    def __init__(self, name: str, tint: str = "text", size: int = 20) -> None:
        super().__init__()
        self._size = size
        self.show_icon(name, tint)
        theme().changed.connect(self._draw)

    def show_icon(self, name: str, tint: str) -> None:
        """Show another icon, in the palette's colour ``tint``."""
        self._name, self._tint = name, tint
        self._draw()

    def _draw(self) -> None:
        drawn: QIcon = icon(self._name, self._tint, self._size)
        side = px(self._size)
        self.setPixmap(drawn.pixmap(QSize(side, side), self.devicePixelRatioF()))
        # As high as a line of text, so that it stands beside the first line of its words.
        self.setFixedSize(side, max(side, self.fontMetrics().height()))


class EmptyState(QFrame):
    """What a place without contents is for, the first step there, and perhaps another one."""

    def __init__(
        self,
        what_for: str,
        first_step: QPushButton | None = None,
        icon_name: str = "",
        another_step: QPushButton | None = None,
    ) -> None:
        super().__init__()
        column = Column(self, gap=16, margin=32)
        column.push()
        if icon_name:
            column.addWidget(Sign(icon_name, "second", 40), 0, Qt.AlignmentFlag.AlignHCenter)
        self._words = column.add(Text(what_for, "second"))
        self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        for step in filter(None, (first_step, another_step)):
            column.addWidget(step, 0, Qt.AlignmentFlag.AlignHCenter)
        column.push()

    def say(self, what_for: str) -> None:
        """Change the words."""
        self._words.setText(what_for)


class Banner(QFrame):
    """A message in the window that stays until it is over, with one action."""

    def __init__(self, tone: Tone = Tone.INFORMATION, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_kind(self, "banner")
        row = Row(self, gap=12, margin=(16, 12, 16, 12))
        self._sign = Sign("info")
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        flow = Flow(row.add(QWidget(), 1), gap=12)
        self._text = flow.add(Text())
        flow.push()
        self._button = flow.add(secondary("", self._act, dense=True))
        self._on_action: Callable[[], object] | None = None
        self.set_tone(tone)
        self.hide()

    def set_tone(self, tone: Tone) -> None:
        """Speak in another tone."""
        set_look_property(self, "tone", tone.value)
        self._sign.show_icon(tone.icon_name, tone.ink)

    def say(
        self, text: str, action: str = "", on_action: Callable[[], object] | None = None
    ) -> None:
        """Show the banner with a text and, if ``action`` is given, a button."""
        self._text.setText(text)
        self._on_action = on_action
        self._button.say(action)
        self._button.setVisible(bool(action))
        self.show()

    def text(self) -> str:
        """Return what the banner says."""
        return self._text.text()

    def _act(self) -> None:
        if self._on_action is not None:
            self._on_action()


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One thing that happened: when and who as they are read, and what."""

    when: str
    who: str
    text: str
    tag: TagWords | None = None


class Timeline(QWidget):
    """What happened, under each other, in the order given."""

    def __init__(self, entries: Sequence[TimelineEntry] = ()) -> None:
        super().__init__()
        self._column = Column(self, gap=8)
        self.show_entries(entries)

    def show_entries(self, entries: Sequence[TimelineEntry]) -> None:
        """Show these entries instead."""
        self._column.clear()
        for number, entry in enumerate(entries):
            if number:
                self._column.add(line())
            self._column.add(_entry(entry))
        self._column.push()


def _entry(entry: TimelineEntry) -> QWidget:
    widget = QWidget()
    column = Column(widget, gap=2)
    head = QWidget()
    flow = Flow(head, gap=8)
    when = Text(entry.when, "strong")
    who = Text(f"· {entry.who}" if entry.who else "", "second")
    for label in (when, who):
        label.setWordWrap(False)
        flow.add(label)
    if entry.tag is not None:
        flow.add(Tag(entry.tag))
    column.add(head)
    column.add(Text(entry.text))
    return widget
