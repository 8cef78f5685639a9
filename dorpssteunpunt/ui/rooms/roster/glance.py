"""How a shift looks where there is little room: short names in a row, and what it needs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
)

from dorpssteunpunt.base.formats import at_the_start
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.services.roster import ShiftCell
from dorpssteunpunt.services.words.roster import glance_words
from dorpssteunpunt.ui.kit.theme import colour, font, px
from dorpssteunpunt.ui.kit.tones import Tone
from dorpssteunpunt.ui.rooms.roster.cells import paint_ring
from dorpssteunpunt.ui.rooms.roster.week_model import CELL_ROLE, SECOND_ROLE, Index
from dorpssteunpunt.ui.rooms.roster.weeks_model import LINE_ROLE, Line

_BESIDE: Final = 6
_ELIDED: Final = Qt.TextElideMode.ElideRight
_CHANGED: Final = "▲"


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a cell, and how wide it is."""

    text: str
    width: int
    bold: bool = False
    ink: str = "text"


@dataclass(frozen=True, slots=True)
class Placed:
    """A word with its place: the line, and how far from the left."""

    word: Word
    line: int
    left: int
    room: int


def flow(words: Sequence[Word], widths: Sequence[int], space: int) -> list[Placed]:
    """Set words on lines of these widths, as far as they fit.

    The last one that is placed has less room than it needs when it is cut off, and also when
    others do not fit any more.
    """
    placed: list[Placed] = []
    line = left = 0
    for word in words:
        if left + word.width > widths[line] and line + 1 < len(widths):
            line, left = line + 1, 0
        room = min(word.width, widths[line] - left)
        if room <= 0:
            if placed:
                placed[-1] = replace(placed[-1], room=placed[-1].room - 1)
            break
        placed.append(Placed(word, line, left, room))
        left += word.width + space
    return placed


def fits(words: Sequence[Word], placed: Sequence[Placed]) -> bool:
    """Say whether all words were set, none of them cut off."""
    return len(placed) == len(words) and all(one.room == one.word.width for one in placed)


def row_height(lines: int) -> int:
    """Return how high a line of the table is with so many lines of words."""
    return lines * QFontMetrics(font()).height() + px(10)


class GlanceDelegate(QStyledItemDelegate):
    """Draws shifts and the headings of weeks."""

    def __init__(self, grid: QTableView) -> None:
        super().__init__(grid)
        self._grid = grid

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return one line, or two for a heading and where the names do not fit on one."""
        line: Line = index.data(LINE_ROLE)
        cell = index.data(CELL_ROLE)
        is_high = line.is_heading
        if cell is not None:
            words = list(_words(cell))
            width = self._grid.columnWidth(index.column()) - px(2 * _BESIDE)
            is_high = not fits(words, flow(words, [width - _tag_width(_tag(cell))], _space()))
        return QSize(px(96), row_height(2 if is_high else 1))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one shift, or a day of a heading."""
        area: QRect = option.rect
        line: Line = index.data(LINE_ROLE)
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(
            painter, area, line, index, bool(state & QStyle.StateFlag.State_Selected)
        )
        inside = area.adjusted(px(_BESIDE), 0, -px(_BESIDE), 0)
        cell = index.data(CELL_ROLE)
        if line.is_heading:
            _paint_day(painter, inside, index)
        elif line.is_unmade:
            _paint_words(painter, inside, [_word(_("No shifts yet."), ink="second")])
        elif cell is not None:
            _paint_shift(painter, inside, cell)
        painter.restore()

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Say all about the shift or the day under the pointer."""
        if event.type() != QEvent.Type.ToolTip:
            return super().helpEvent(event, view, option, index)
        line: Line = index.data(LINE_ROLE)
        told = index.data(SECOND_ROLE) if line.is_heading else at_the_start(index.data())
        QToolTip.showText(event.globalPos(), told, view)
        return bool(told)

    def _paint_ground(
        self, painter: QPainter, area: QRect, line: Line, index: Index, chosen: bool
    ) -> None:
        cell = index.data(CELL_ROLE)
        is_open = line.is_unmade or (cell is not None and not cell.closed_because)
        ground = "soft" if chosen else "surface" if is_open else "neutral_soft"
        painter.fillRect(area, colour("ground" if line.is_heading else ground))
        if not line.is_heading:
            painter.fillRect(QRect(area.right(), area.top(), 1, area.height()), colour("line"))
        painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), colour("line"))
        if chosen:
            paint_ring(painter, area, has_keyboard=self._grid.hasFocus())


def _paint_day(painter: QPainter, area: QRect, index: Index) -> None:
    height = QFontMetrics(font()).height()
    place = QRect(area.left(), area.top() + px(5), area.width(), height)
    _paint_word(painter, place, _word(index.data(), bold=True))
    _paint_word(painter, place.translated(0, height), _word(index.data(SECOND_ROLE), ink="second"))


def _paint_shift(painter: QPainter, area: QRect, cell: ShiftCell) -> None:
    tag = _tag(cell)
    if tag:
        _paint_tag(painter, area, tag, Tone.DANGER if cell.is_structural else Tone.WARNING)
    _paint_words(painter, area, list(_words(cell)), _tag_width(tag))


def _tag(cell: ShiftCell) -> str:
    return glance_words(cell) if cell.is_short else ""


def _tag_width(tag: str) -> int:
    """Return how much of the first line the words of a need take."""
    return QFontMetrics(font(bold=True)).horizontalAdvance(tag) + px(12) if tag else 0


def _space() -> int:
    return QFontMetrics(font()).horizontalAdvance(" ")


def _words(cell: ShiftCell) -> Iterator[Word]:
    if cell.since_publication:
        yield _word(_CHANGED, bold=True, ink=Tone.INFORMATION.ink)
    if cell.closed_because:
        yield _word(_("closed"), ink="second")
        return
    last = len(cell.people) - 1
    for number, one in enumerate(cell.people):
        yield _word(one.short_name + ("," if number < last else ""), bold=one.is_lead)


def _word(text: str, *, bold: bool = False, ink: str = "text") -> Word:
    return Word(text, QFontMetrics(font(bold=bold)).horizontalAdvance(text), bold, ink)


def _paint_tag(painter: QPainter, area: QRect, text: str, tone: Tone) -> None:
    """Draw what is needed at the right of the first line."""
    face = font(bold=True)
    metrics = QFontMetrics(face)
    width = min(_tag_width(text) - px(4), area.width())
    ground = QRect(0, 0, width, metrics.height() + px(2))
    ground.moveTopRight(QPoint(area.right(), area.top() + px(4)))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(tone.ground))
    painter.drawRoundedRect(QRectF(ground), px(4), px(4))
    inside = ground.adjusted(px(4), 0, -px(4), 0)
    painter.setFont(face)
    painter.setPen(colour(tone.ink))
    shown = metrics.elidedText(text, _ELIDED, inside.width() + 1)
    painter.drawText(inside, int(Qt.AlignmentFlag.AlignVCenter), shown)


def _paint_words(painter: QPainter, area: QRect, words: Sequence[Word], taken: int = 0) -> None:
    height = QFontMetrics(font()).height()
    lines = max(1, (area.height() - px(8)) // height)
    widths = [area.width() - taken, *[area.width()] * (lines - 1)]
    for one in flow(words, widths, _space()):
        left, top = area.left() + one.left, area.top() + px(5) + one.line * height
        _paint_word(painter, QRect(left, top, one.room, height), one.word)


def _paint_word(painter: QPainter, place: QRect, word: Word) -> None:
    face = font(bold=word.bold)
    painter.setFont(face)
    painter.setPen(colour(word.ink))
    shown = word.text
    if place.width() < word.width:
        shown = QFontMetrics(face).elidedText(shown, _ELIDED, place.width())
        painter.setClipRect(place)
    # Letters may reach a little over their advance.
    painter.drawText(place.adjusted(0, 0, px(2), 0), int(Qt.AlignmentFlag.AlignVCenter), shown)
    painter.setClipping(False)
