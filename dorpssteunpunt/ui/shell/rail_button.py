"""A room on the rail."""

from math import ceil
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy

from dorpssteunpunt.base.i18n import ngettext
from dorpssteunpunt.ui.kit.icons import icon
from dorpssteunpunt.ui.kit.theme import colour, font, px, set_kind

if TYPE_CHECKING:
    from dorpssteunpunt.ui.shell.rooms import RoomDoor

_ICON, _PADDING, _GAP = 20, 12, 12  # pixels at 100 %
_BADGE_HEIGHT: Final = 24


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
