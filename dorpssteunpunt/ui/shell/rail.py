"""The rail at the left: the rooms with their counts, and the emergency numbers at the bottom."""

from collections.abc import Mapping, Sequence
from math import ceil
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QSizePolicy, QWidget

from dorpssteunpunt.base.i18n import _, ngettext
from dorpssteunpunt.services.changes import Room
from dorpssteunpunt.ui.kit.buttons import Button
from dorpssteunpunt.ui.kit.icons import icon
from dorpssteunpunt.ui.kit.labels import Text
from dorpssteunpunt.ui.kit.layouts import Column, scrolling
from dorpssteunpunt.ui.kit.theme import colour, font, px, set_kind, theme

if TYPE_CHECKING:
    from dorpssteunpunt.ui.shell.rooms import RoomDoor

_PROGRAM: Final = "Dorpssteunpunt"  # its name in every language
EMERGENCY_KEYS: Final = "Ctrl+Shift+N"
_WIDTH: Final = 204  # pixels at 100 %
_ICON, _PADDING, _GAP = 20, 12, 12
_BADGE_HEIGHT = 24


class RailButton(QPushButton):
    """A room on the rail: sign, word and count, beside or (narrow) over each other."""

    def __init__(self, door: "RoomDoor") -> None:
        super().__init__(door.title)
        set_kind(self, "rail")
        self._door = door
        self._count = 0
        self._narrow = False
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_count(0)

    def set_count(self, count: int) -> None:
        """Show how many things wait in this room; 0 shows nothing."""
        self._count = count
        waiting = ngettext("{count} waiting", "{count} waiting", count).format(count=count)
        self.setAccessibleName(f"{self._door.title}, {waiting}" if count else self._door.title)
        self.update()

    def count(self) -> int:
        """Return how many things wait in this room."""
        return self._count

    def set_narrow(self, narrow: bool) -> None:
        """Put the word under the sign, or beside it."""
        self._narrow = narrow
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of sign and word; never under 44 px at 100 %."""
        metrics = QFontMetricsF(font(bold=True))
        word = ceil(metrics.horizontalAdvance(self._door.title))
        if self._narrow:
            height = px(_ICON + 20) + ceil(metrics.height())
            return QSize(word + px(2 * _PADDING), max(px(44), height))
        badge = self._badge_size().width() + px(8) if self._count else 0
        return QSize(word + badge + px(2 * _PADDING + _ICON + _GAP), px(46))

    def minimumSizeHint(self) -> QSize:
        """Return the whole size: a room's name is never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, sign, word, count and the ring of the keyboard."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        ink = "on_rail_chosen" if chosen else "rail_text"
        self._paint_ground(painter, chosen)
        sign, word = self._places()
        icon(self._door.icon_name, ink).paint(painter, sign)
        painter.setFont(font(bold=chosen))
        painter.setPen(colour(ink))
        side = Qt.AlignmentFlag.AlignHCenter if self._narrow else Qt.AlignmentFlag.AlignLeft
        painter.drawText(word, side | Qt.AlignmentFlag.AlignVCenter, self._door.title)
        if self._count:
            self._paint_badge(painter)

    def _paint_ground(self, painter: QPainter, chosen: bool) -> None:
        if chosen or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("rail_chosen" if chosen else "rail_hover"))
            painter.drawRoundedRect(QRectF(self.rect()), px(6), px(6))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour("on_rail_chosen" if chosen else "rail_text"), px(2)))
            inset = px(3)
            ring = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(ring, px(4), px(4))

    def _places(self) -> tuple[QRect, QRect]:
        side = px(_ICON)
        if self._narrow:
            sign = QRect((self.width() - side) // 2, px(8), side, side)
            top = sign.bottom() + px(2)
            return sign, QRect(0, top, self.width(), self.height() - top - px(2))
        sign = QRect(px(_PADDING), (self.height() - side) // 2, side, side)
        left = sign.right() + px(_GAP)
        return sign, QRect(left, 0, self.width() - left, self.height())

    def _paint_badge(self, painter: QPainter) -> None:
        size = self._badge_size()
        place = QRect(0, 0, size.width(), size.height())
        if self._narrow:
            place.moveTopLeft(self._places()[0].topRight())
            place.translate(px(4), -px(4))
        else:
            place.moveCenter(self.rect().center())
            place.moveRight(self.width() - px(_PADDING))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("badge"))
        painter.drawRoundedRect(QRectF(place), place.height() / 2, place.height() / 2)
        painter.setPen(colour("on_badge"))
        painter.setFont(font(bold=True))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(self._count))

    def _badge_size(self) -> QSize:
        word = ceil(QFontMetricsF(font(bold=True)).horizontalAdvance(str(self._count)))
        return QSize(max(word + px(14), px(_BADGE_HEIGHT)), px(_BADGE_HEIGHT))


class Rail(QFrame):
    """Goes from room to room; ``emergency_wanted`` also while nobody is signed in."""

    room_wanted = Signal(object)
    emergency_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        set_kind(self, "rail")
        self._narrow = False
        self._buttons: dict[Room, RailButton] = {}
        self._group = QButtonGroup(self)
        column = Column(self, gap=12, margin=(8, 16, 8, 12))
        brand = column.add(Column(gap=0, margin=(12, 0, 12, 0)))
        self._program = brand.add(Text(_PROGRAM, "brand"))
        self._village = brand.add(Text())
        inside = QWidget()
        self._entries = Column(inside, gap=4)
        self._scroll = column.add(scrolling(inside), 1)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.emergency = column.add(Button(_("Emergency numbers"), "alarm", "phone"))
        self.emergency.setShortcut(QKeySequence(EMERGENCY_KEYS))
        self.emergency.clicked.connect(self.emergency_wanted)
        self.set_doorplate("", "")
        self._rescale()
        theme().changed.connect(self._rescale)

    def set_doorplate(self, name: str, village: str) -> None:
        """Say whose support point this is."""
        self._village.setText(", ".join(part for part in (name, village) if part))
        self._village.setVisible(bool(name or village))

    def show_rooms(self, doors: "Sequence[RoomDoor]") -> None:
        """Show these rooms, or none while nobody is signed in."""
        for button in self._buttons.values():
            self._group.removeButton(button)
        self._entries.clear()
        self._buttons = {door.room: self._entries.add(RailButton(door)) for door in doors}
        for room, button in self._buttons.items():
            self._group.addButton(button)
            button.clicked.connect(lambda _on, room=room: self.room_wanted.emit(room))
            button.set_narrow(self._narrow)
        self._entries.push()
        self._rescale()

    def show_room(self, room: Room) -> None:
        """Mark the room that is shown."""
        self._buttons[room].setChecked(True)
        self._scroll.ensureWidgetVisible(self._buttons[room])

    def show_counts(self, counts: Mapping[Room, int]) -> None:
        """Show how many things wait in each room."""
        for room, button in self._buttons.items():
            button.set_count(counts.get(room, 0))
        self._rescale()

    def button(self, room: Room) -> RailButton:
        """Return the button of a room; raises ``KeyError`` for one that is not shown."""
        return self._buttons[room]

    def set_narrow(self, narrow: bool) -> None:
        """Put the words under the signs, or beside them."""
        if narrow != self._narrow:
            self._narrow = narrow
            for button in self._buttons.values():
                button.set_narrow(narrow)
            self._rescale()

    def _rescale(self) -> None:
        self._program.setVisible(not self._narrow)  # its name is on the window as well
        self.emergency.show_icon("" if self._narrow else "phone")
        words = [button.sizeHint().width() for button in self._buttons.values()]
        widest = max(words, default=0) + px(16 + 14)  # margins and a scroll bar
        widest = max(widest, self.emergency.sizeHint().width() + px(16) + 2)  # margins, edges
        self.setFixedWidth(widest if self._narrow else max(px(_WIDTH), widest))
