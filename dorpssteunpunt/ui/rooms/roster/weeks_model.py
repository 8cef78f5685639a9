"""The model behind several weeks at a glance: a heading for each, and its day parts under it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from dorpssteunpunt.base.formats import short_date, weekday_date
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.services.roster import DayNote, DaypartCells, ShiftCell, WeekView
from dorpssteunpunt.services.words.roster import spoken_shift, week_state
from dorpssteunpunt.ui.kit.tones import Tone
from dorpssteunpunt.ui.rooms.roster.week_model import CELL_ROLE, SECOND_ROLE, Index

LINE_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 10
"""The line of the table that an index is on."""
TONE_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 11
"""The tone of the second words of a heading."""

_SPOKEN: Final = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table: a day part of a week, or without one the heading of a week."""

    view: WeekView
    part: DaypartCells | None = None

    @property
    def is_heading(self) -> bool:
        """Whether it says which week this is, and its days."""
        return self.part is None

    @property
    def has_shifts(self) -> bool:
        """Whether it is a day part with shifts."""
        return not self.is_heading and not self.is_unmade

    @property
    def is_unmade(self) -> bool:
        """Whether it says that a week has no shifts yet."""
        return self.part is _NO_SHIFTS

    def cell(self, column: int) -> ShiftCell | None:
        """Return the shift on a day of the week, counted from Monday, or None."""
        cells = self.part.cells if self.part else ()
        return cells[column] if column < len(cells) else None


_NO_SHIFTS: Final = DaypartCells(daypart_id=0, name="", hours=None, cells=())


class WeeksModel(QAbstractTableModel):
    """Several `WeekView`s under each other as one table."""

    def __init__(self, today: Callable[[], date], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._lines: tuple[Line, ...] = ()
        self._columns = 0

    def show(self, views: Sequence[WeekView]) -> None:
        """Show these weeks."""
        self.beginResetModel()
        self._lines = tuple(line for view in views for line in _lines_of(view))
        self._columns = max((len(view.days) for view in views), default=0)
        self.endResetModel()

    def line(self, row: int) -> Line:
        """Return one line of the table."""
        return self._lines[row]

    def place_of(self, shift_id: int) -> QModelIndex:
        """Return where a shift is, or an invalid index."""
        for row, line in enumerate(self._lines):
            for column in range(self._columns):
                cell = line.cell(column)
                if cell and cell.shift_id == shift_id:
                    return self.index(row, column)
        return QModelIndex()

    def first_place(self) -> QModelIndex:
        """Return the first shift from today on, or else the first line that can be chosen."""
        places = [
            (cell.on < self._today(), cell.on, cell.start, row, column)
            for row, line in enumerate(self._lines)
            for column in range(self._columns)
            if (cell := line.cell(column))
        ]
        if places:
            return self.index(*min(places)[3:])
        return self.index(1, 0) if self._lines else QModelIndex()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return how many days the longest week has."""
        return 0 if parent.isValid() else self._columns

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a shift, its line, or the words a screen reader says; days in a heading."""
        if not index.isValid():
            return None
        line, column = self._lines[index.row()], index.column()
        if role == LINE_ROLE:
            return line
        if role == CELL_ROLE:
            return line.cell(column)
        if role == SECOND_ROLE:
            return self._said_of_day(line, column) if line.is_heading else ""
        if role in _SPOKEN:
            return self._spoken(line, column)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return which week or day part a line is, and how the week stands."""
        if orientation == Qt.Orientation.Horizontal or section >= len(self._lines):
            return None
        line = self._lines[section]
        if role == TONE_ROLE:
            return _tone(line)
        if role == SECOND_ROLE:
            return week_state(line.view) if line.is_heading and line.view.rows else ""
        if role in (*_SPOKEN, Qt.ItemDataRole.ToolTipRole):
            return _first(line)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let every line be chosen but headings, which the arrow keys pass over."""
        if not index.isValid() or self._lines[index.row()].is_heading:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def _said_of_day(self, line: Line, column: int) -> str:
        """Return what stands under a date: that it is today, and what is special about it."""
        if column >= len(line.view.days):
            return ""
        day = line.view.days[column]
        today = _("today") if day == self._today() else ""
        note = line.view.notes.get(day, DayNote())
        return " · ".join(filter(None, (today, note.special or note.school)))

    def _spoken(self, line: Line, column: int) -> str:
        if line.is_unmade:
            return _("No shifts yet.")
        if column >= len(line.view.days):
            return ""
        day = line.view.days[column]
        if line.part is None:
            return short_date(day)
        cell = line.cell(column)
        if cell:
            return spoken_shift(cell)
        return ", ".join((weekday_date(day), line.part.name.lower(), _("closed")))


def _lines_of(view: WeekView) -> Iterator[Line]:
    yield Line(view)
    for part in view.rows or (_NO_SHIFTS,):
        yield Line(view, part)


def _first(line: Line) -> str:
    if line.part is None:
        return _("week {number}").format(number=line.view.week.number)
    return line.part.name


def _tone(line: Line) -> Tone | None:
    if line.part is not None or not line.view.rows:
        return None
    return Tone.FINE if line.view.published_at else Tone.WARNING
