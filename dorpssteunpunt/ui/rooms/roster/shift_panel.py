"""The panel of the chosen shift: when, who is on it, and whom to ask."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from dorpssteunpunt.base.formats import time_range
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.services.roster import ShiftCell
from dorpssteunpunt.services.words.roster import full_words, gap_words, shift_title, staffing_word
from dorpssteunpunt.ui.kit.labels import Text
from dorpssteunpunt.ui.kit.layouts import Column, Flow, line, scrolling
from dorpssteunpunt.ui.kit.tag import Tag
from dorpssteunpunt.ui.kit.theme import px, set_kind, theme
from dorpssteunpunt.ui.kit.tones import TagWords, Tone
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.rooms.roster.attendance_line import AttendanceLine
from dorpssteunpunt.ui.rooms.roster.chooser import Chooser
from dorpssteunpunt.ui.rooms.roster.closing import ClosingLine
from dorpssteunpunt.ui.rooms.roster.noting import Noting
from dorpssteunpunt.ui.rooms.roster.people_on_shift import PeopleOnShift
from dorpssteunpunt.ui.rooms.roster.shift_history import ShiftHistory
from dorpssteunpunt.ui.rooms.roster.steps import Steps
from dorpssteunpunt.ui.rooms.roster.waiting_swaps import WaitingSwaps


class ShiftPanel(QFrame):
    """Everything about one shift; ``left`` tells that Esc leads back to the grid."""

    left = Signal()

    def __init__(self, workplace: Workplace, steps: Steps, noting: Noting) -> None:
        super().__init__()
        set_kind(self, "card")
        self._steps = steps
        self._cell: ShiftCell | None = None
        self._title = Text(kind="heading")
        self._tag = Tag()
        self._hours = Text(kind="second")
        self._people = PeopleOnShift(steps, noting)
        self._attendance = AttendanceLine(noting)
        self._swaps = WaitingSwaps(workplace, steps)
        self._history = ShiftHistory(workplace)
        self._full = Text(kind="second")
        self._closed = Text(_("Choose a shift in the roster to see who is on it."), "second")
        self._chooser = Chooser(workplace, steps)
        self._closing = ClosingLine(workplace, steps.trail, may_plan=steps.may_plan)
        self._open = QWidget()
        self._inside = QWidget()
        self._scroll = scrolling(self._inside)
        self._build()
        self.show_cell(None)
        self._rescale()
        theme().changed.connect(self._rescale)

    def show_cell(self, cell: ShiftCell | None) -> None:
        """Show a shift, or nothing for a part of a day that is closed."""
        self._open.setVisible(cell is not None)
        self._closed.setVisible(cell is None)
        asks = self._asks_about(cell)
        self._chooser.setVisible(asks)
        self._chooser.deeds.setVisible(asks)
        if cell is None or cell == self._cell:
            self._cell = cell
            return
        self._cell = cell
        self._title.setText(shift_title(cell))
        self._hours.setText(time_range(cell.start, cell.end))
        self._tag.show_words(_standing(cell))
        self._people.show_cell(cell)
        self._attendance.show_cell(cell)
        self._swaps.show_shift(cell.shift_id)
        self._history.show_shift(cell.shift_id)
        self._full.setText(full_words(cell))
        self._full.setVisible(asks and not cell.missing)
        self._chooser.show_cell(cell)
        self._closing.show_cell(cell)

    def refresh(self) -> None:
        """Ask anew whom to ask, what was asked and what happened."""
        self._chooser.refresh()
        self._swaps.refresh()
        self._history.refresh()

    def begin(self, typed: str = "") -> None:
        """Take the keyboard, with what was typed already."""
        self._chooser.begin(typed)
        top = self._chooser.mapTo(self._inside, QPoint(0, 0)).y()
        self._scroll.verticalScrollBar().setValue(top)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads back to the grid."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _asks_about(self, cell: ShiftCell | None) -> bool:
        """Say whether somebody can be put on a shift by who looks at it."""
        if cell is None:
            return False
        return cell.missing > 0 or (self._steps.may_plan and not cell.closed_because)

    def _rescale(self) -> None:
        self.setMinimumWidth(px(328))

    def _build(self) -> None:
        outer = Column(self, gap=0)
        column = Column(self._inside, gap=8, margin=16)
        outer.add(self._scroll, 1)
        outer.add(self._chooser.deeds)
        column.add(self._closed)
        column.add(self._open, 1)
        page = Column(self._open, gap=8)
        page.add(self._title)
        second = Flow(page.add(QWidget()), gap=8)
        second.add(self._hours)
        second.add(self._tag)
        page.add(self._people)
        page.add(self._attendance)
        page.add(self._swaps)
        page.add(line())
        page.add(self._full)
        page.add(self._chooser, 1)
        page.add(self._history)
        page.add(self._closing)
        page.addStretch()  # where the chooser is not shown, what is left over stands here


def _standing(cell: ShiftCell) -> TagWords:
    if cell.closed_because:
        return TagWords(_("closed"), Tone.NEUTRAL)
    if cell.is_short:
        return TagWords(gap_words(cell), Tone.DANGER)
    return TagWords(staffing_word(cell), Tone.FINE)
