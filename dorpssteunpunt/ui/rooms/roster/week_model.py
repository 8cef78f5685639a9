"""The model behind the grid: day parts down, days across, a shift or a closed part in each."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from dorpssteunpunt.base.formats import short_date, time_range, weekday_date
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.services.roster import DayNote, DaypartCells, ShiftCell, WeekView
from dorpssteunpunt.services.words.roster import spoken_shift
from dorpssteunpunt.ui.rooms.roster.carried import MIME, Carried, unpacked

Index = QModelIndex | QPersistentModelIndex

CELL_ROLE: Final = int(Qt.ItemDataRole.UserRole)
HOURS_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 1
"""The usual hours of the row, so that a shift at other hours can say its own."""
SECOND_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 2
"""The second line of a heading."""
NOTE_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 4
"""What the heading of the column says of the day, so that a shift need not say it again."""
BAND_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 3
"""What a day has in common with its neighbours, such as a school holiday."""

_SPOKEN: Final = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
_ROOT = QModelIndex()


class WeekModel(QAbstractTableModel):
    """A `WeekView` as a table; ``dropped`` tells a `Carried` name and the shift it fell on."""

    dropped = Signal(object, object)

    def __init__(
        self,
        today: Callable[[], date],
        takes: Callable[[Carried, ShiftCell], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._today = today
        self._takes = takes
        self._days: tuple[date, ...] = ()
        self._rows: tuple[DaypartCells, ...] = ()
        self._notes: Mapping[date, DayNote] = {}

    def show(self, view: WeekView) -> None:
        """Show a week; the place in the grid stays when the same shifts come back."""
        if view.notes != self._notes:
            self._notes = view.notes
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
        shape = [[cell and cell.shift_id for cell in row.cells] for row in self._rows]
        if shape and shape == [[cell and cell.shift_id for cell in row.cells] for row in view.rows]:
            self._rows = view.rows
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._days = view.days if view.rows else ()
        self._rows = view.rows
        self.endResetModel()

    def place_of(self, shift_id: int) -> QModelIndex:
        """Return where a shift is, or an invalid index."""
        for row, part in enumerate(self._rows):
            for column, cell in enumerate(part.cells):
                if cell and cell.shift_id == shift_id:
                    return self.index(row, column)
        return QModelIndex()

    def first_place(self) -> QModelIndex:
        """Return the first shift from today on, or else the first of the week."""
        places = [
            (day < self._today(), column, row)
            for column, day in enumerate(self._days)
            for row, part in enumerate(self._rows)
            if part.cells[column]
        ]
        if not places:
            return QModelIndex()
        _past, column, row = min(places)
        return self.index(row, column)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return how many parts a day has."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return how many days the week shows."""
        return 0 if parent.isValid() else len(self._days)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the shift, the usual hours of its row, or the words a screen reader says."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        cell = row.cells[index.column()]
        if role == CELL_ROLE:
            return cell
        if role == HOURS_ROLE:
            return row.hours
        if role == NOTE_ROLE:
            return self._notes.get(self._days[index.column()], DayNote()).special
        if role in _SPOKEN:
            return spoken_shift(cell) if cell else self._spoken_closed(index)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return a day or a day part, in one line or spoken, and the line under it."""
        # Headings count late: while a week is replaced they ask about the one before.
        if orientation == Qt.Orientation.Horizontal:
            return self._day_heading(self._days[section], role) if section < len(self._days) else ""
        return self._part_heading(self._rows[section], role) if section < len(self._rows) else ""

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let names be dragged and dropped in shifts; a closed part is only looked at."""
        flags = super().flags(index)
        cell = self.data(index, CELL_ROLE) if index.isValid() else None
        if cell and not cell.closed_because:
            flags |= Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled
        return flags

    def mimeTypes(self) -> list[str]:
        """Return what may be dropped here."""
        return [MIME]

    def supportedDropActions(self) -> Qt.DropAction:
        """Take names from the candidates and from other shifts."""
        return Qt.DropAction.CopyAction | Qt.DropAction.MoveAction

    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Say whether a shift takes this name."""
        carried, cell = unpacked(data), self.data(parent, CELL_ROLE)
        return bool(carried and cell and self._takes(carried, cell))

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Tell that a name fell on a shift."""
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        self.dropped.emit(unpacked(data), self.data(parent, CELL_ROLE))
        return True

    def _day_heading(self, day: date, role: int) -> str | None:
        if role == Qt.ItemDataRole.DisplayRole:
            return short_date(day)
        note = self._notes.get(day, DayNote())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (weekday_date(day), note.special, note.school)))
        if role == SECOND_ROLE:
            today = _("today") if day == self._today() else ""
            return " · ".join(filter(None, (today, note.special)))
        if role == BAND_ROLE:
            return note.school
        return None

    def _part_heading(self, part: DaypartCells, role: int) -> str | None:
        if role in _SPOKEN:
            return part.name
        if role == SECOND_ROLE:
            return time_range(*part.hours) if part.hours else ""
        return None

    def _spoken_closed(self, index: Index) -> str:
        day, part = self._days[index.column()], self._rows[index.row()]
        return ", ".join((weekday_date(day), part.name.lower(), _("closed")))
