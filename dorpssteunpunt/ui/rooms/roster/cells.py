"""How a cell of the grid looks: names under each other, what is missing, what changed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
)

from dorpssteunpunt.base.formats import time_range
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.attendance import Presence
from dorpssteunpunt.services.roster import OnShift, ShiftCell
from dorpssteunpunt.services.words.attendance import attendance_words, presence_word, told_words
from dorpssteunpunt.services.words.roster import (
    gap_words,
    origin_word,
    planned_words,
    staffing_word,
)
from dorpssteunpunt.ui.kit.theme import colour, font, px
from dorpssteunpunt.ui.kit.tones import Tone
from dorpssteunpunt.ui.rooms.roster.week_model import CELL_ROLE, HOURS_ROLE, NOTE_ROLE, Index
from dorpssteunpunt.ui.rooms.roster.wrapping import wrapped_height, wrapping

_MARGIN: Final = 8
_PADDING: Final = 4
_GAP: Final = 3


@dataclass(frozen=True, slots=True)
class Words:
    """One thing a cell says; with a tone it stands on a ground of its own."""

    text: str
    bold: bool = False
    ink: str = "text"
    tone: Tone | None = None
    person: OnShift | None = None


@dataclass(frozen=True, slots=True)
class Strip:
    """Words with their place in a cell."""

    words: Words
    area: QRect

    @property
    def face(self) -> QFont:
        """The font of the words."""
        return font(bold=self.words.bold)

    @property
    def inner(self) -> QRect:
        """Where the words themselves stand."""
        if self.words.tone is None:
            return self.area
        return self.area.adjusted(px(_PADDING), px(1), -px(_PADDING), -px(1))


def strips(
    cell: ShiftCell | None,
    usual_hours: tuple[time, time] | None,
    width: int,
    said_above: str = "",
) -> list[Strip]:
    """Return what a shift says, laid out from the corner of a cell of this width.

    What is said above its column is not said again.
    """
    laid: list[Strip] = []
    top = px(_MARGIN)
    for words in _words(cell, usual_hours, said_above):
        strip = Strip(words, QRect(px(_MARGIN), top, width - px(2 * _MARGIN), 0))
        height = wrapped_height(words.text, strip.face, strip.inner.width())
        edges = strip.area.height() - strip.inner.height()
        strip.area.setHeight(height + edges)
        laid.append(strip)
        top += strip.area.height() + px(_GAP)
    return laid


def _strips_at(index: Index, width: int) -> list[Strip]:
    cell, hours, said = (index.data(role) for role in (CELL_ROLE, HOURS_ROLE, NOTE_ROLE))
    return strips(cell, hours, width, said)


def _words(
    cell: ShiftCell | None, usual_hours: tuple[time, time] | None, said_above: str
) -> Iterator[Words]:
    if cell is None:
        yield Words(_("closed"), ink="second")
        return
    if cell.since_publication:
        changed = _("changed {date}").format(date=f"{cell.since_publication.on:%d-%m}")
        yield Words(changed, bold=True, ink=Tone.INFORMATION.ink, tone=Tone.INFORMATION)
    if cell.closed_because:
        yield Words(_("closed"), ink="second")
        if cell.closed_because not in said_above:
            yield Words(cell.closed_because, ink="second")
    else:
        yield from _staffed(cell, usual_hours)


def _staffed(cell: ShiftCell, usual_hours: tuple[time, time] | None) -> Iterator[Words]:
    if (cell.start, cell.end) != usual_hours:
        yield Words(time_range(cell.start, cell.end), ink="second")
    for one in cell.people:
        yield from _person(one)
    if cell.is_short:
        yield Words(gap_words(cell), bold=True, ink=Tone.DANGER.ink, tone=Tone.DANGER)
    elif cell.surplus:
        yield Words(staffing_word(cell), ink=Tone.NEUTRAL.ink, tone=Tone.NEUTRAL)
    if cell.lacks_lead:
        yield Words(_("no lead"), ink=Tone.WARNING.ink, tone=Tone.WARNING)


def _person(one: OnShift) -> Iterator[Words]:
    name = f"{one.name}\N{NO-BREAK SPACE}?" if one.is_to_confirm else one.name
    yield Words(name, bold=one.is_lead, person=one)
    if one.is_stand_in:
        yield Words(_("stand-in"), ink="second", person=one)
    if one.is_pinned:
        yield Words(_("pinned"), ink="second", person=one)
    if one.part:
        yield Words(time_range(one.part.start, one.part.end), ink="second", person=one)
    if one.marked and one.marked.presence is Presence.MISSED:
        yield Words(presence_word(Presence.MISSED), ink="second", person=one)


class CellDelegate(QStyledItemDelegate):
    """Draws the cells of the grid and knows which name is where."""

    def __init__(self, grid: QTableView) -> None:
        super().__init__(grid)
        self._grid = grid

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height that everything a cell says takes at the width of its column."""
        width = self._grid.columnWidth(index.column())
        bottom = _strips_at(index, width)[-1].area.bottom() + 1
        return QSize(width, max(px(64), bottom + px(_MARGIN)))

    def person_at(self, index: Index, place: QPoint) -> OnShift | None:
        """Return who is named at a place within a cell, or None beside the names."""
        if not index.isValid():
            return None
        laid = _strips_at(index, self._grid.columnWidth(index.column()))
        return next((one.words.person for one in laid if one.area.contains(place)), None)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        area: QRect = option.rect
        cell = index.data(CELL_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, is_open=bool(cell and not cell.closed_because))
        painter.translate(area.topLeft())
        for strip in _strips_at(index, area.width()):
            _paint_strip(painter, strip)
        painter.restore()

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Tell about the name under the pointer: in full, and why this choice."""
        if event.type() != QEvent.Type.ToolTip:
            return super().helpEvent(event, view, option, index)
        one = self.person_at(index, event.pos() - option.rect.topLeft())
        QToolTip.showText(event.globalPos(), about(one) if one else "", view)
        return one is not None

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, *, is_open: bool
    ) -> None:
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        ground = "soft" if chosen else "surface" if is_open else "neutral_soft"
        painter.fillRect(area, colour(ground))
        painter.fillRect(QRect(area.right(), area.top(), 1, area.height()), colour("line"))
        painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), colour("line"))
        if chosen:
            paint_ring(painter, area, has_keyboard=self._grid.hasFocus())


def paint_ring(painter: QPainter, area: QRect, *, has_keyboard: bool) -> None:
    """Draw around the chosen cell whether the keys go there."""
    painter.setPen(QPen(colour("focus" if has_keyboard else "accent"), px(2)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(area.adjusted(px(1), px(1), -px(1) - 1, -px(1) - 1))


def _paint_strip(painter: QPainter, strip: Strip) -> None:
    words = strip.words
    if words.tone is not None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(words.tone.ground))
        painter.drawRoundedRect(QRectF(strip.area), px(4), px(4))
    painter.setFont(strip.face)
    painter.setPen(colour(words.ink))
    how = wrapping(words.text, strip.face, strip.inner.width())
    painter.drawText(strip.inner, how, words.text)


def about(one: OnShift) -> str:
    """Return what the name of somebody on a shift tells on hover."""
    facts = [one.full_name, planned_words(one), origin_word(one.origin)]
    if one.told:
        facts.append(told_words(one.told))
    elif one.is_to_confirm:
        facts.append(_("not confirmed yet"))
    if one.marked:
        facts.append(attendance_words(one.marked))
    if one.override_reason:
        facts.append(_("chosen because: {reason}").format(reason=one.override_reason))
    return ", ".join(fact for fact in facts if fact)
