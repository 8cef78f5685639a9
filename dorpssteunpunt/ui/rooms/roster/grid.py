"""The week as a grid that works by mouse, by keyboard, and by dragging names."""

from functools import partial
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu

from dorpssteunpunt.services.roster import OnShift, ShiftCell
from dorpssteunpunt.ui.kit.theme import px
from dorpssteunpunt.ui.rooms.roster.carried import Carried, drag
from dorpssteunpunt.ui.rooms.roster.cells import CellDelegate
from dorpssteunpunt.ui.rooms.roster.headings import Headings
from dorpssteunpunt.ui.rooms.roster.shift_table import ShiftTable
from dorpssteunpunt.ui.rooms.roster.week_model import CELL_ROLE, WeekModel

_NARROWEST: Final = 100
_HIGHEST: Final = 220
_OPENING: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_REMOVING: Final = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class RosterGrid(ShiftTable):
    """Shows a `WeekModel`.

    ``chosen`` tells the shift under the cursor (None: closed), ``opened`` that Enter or a double
    click asks for its panel, ``typed`` what was typed on it, ``leaving`` who is to be taken off.
    """

    chosen = Signal(object)
    opened = Signal()
    typed = Signal(str)
    leaving = Signal(object, object)

    def __init__(self, model: WeekModel, name: str, *, drags: bool) -> None:
        super().__init__(model, name, _NARROWEST)
        self._weeks = model
        self._drags = drags
        self._pressed: Carried | None = None
        self._cells = CellDelegate(self)
        self.setModel(model)
        self.setItemDelegate(self._cells)
        self.setHorizontalHeader(Headings(Qt.Orientation.Horizontal))
        self._parts = Headings(Qt.Orientation.Vertical)
        self.setVerticalHeader(self._parts)
        self._behave()
        self.selectionModel().currentChanged.connect(self._tell)
        self.doubleClicked.connect(lambda _index: self.opened.emit())
        model.modelReset.connect(self.fit)
        model.dataChanged.connect(self._renew)
        model.headerDataChanged.connect(self.fit)

    def current_cell(self) -> ShiftCell | None:
        """Return the shift under the cursor."""
        cell: ShiftCell | None = self.currentIndex().data(CELL_ROLE)
        return cell

    def person_at(self, place: QPoint) -> OnShift | None:
        """Return who is named at a place in the viewport."""
        index = self.indexAt(place)
        return self._cells.person_at(index, place - self.visualRect(index).topLeft())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember whose name is taken hold of."""
        one = self.person_at(event.position().toPoint())
        self._pressed = Carried(one.volunteer_id, one.full_name, one.assignment_id) if one else None
        super().mousePressEvent(event)

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Drag the name that was taken hold of."""
        if self._drags and self._pressed:
            drag(self, self._pressed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the panel, letters start a name there, Delete takes somebody off."""
        if self.current_cell() is None:
            super().keyPressEvent(event)
        elif event.key() in _OPENING:
            self.opened.emit()
        elif event.key() in _REMOVING:
            self._remove()
        elif event.text().isalpha() and not _is_command(event):
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def _behave(self) -> None:
        modes = QAbstractItemView.DragDropMode
        self.setDragDropMode(modes.DragDrop if self._drags else modes.DropOnly)
        self.setDragDropOverwriteMode(True)

    def _tell(self) -> None:
        self.chosen.emit(self.current_cell())

    def _renew(self) -> None:
        self.fit_rows()
        self._tell()

    def _remove(self) -> None:
        cell = self.current_cell()
        if cell is None or not cell.people:
            return
        if len(cell.people) == 1:
            self.leaving.emit(cell, cell.people[0])
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for one in cell.people:
            menu.addAction(one.full_name, partial(self.leaving.emit, cell, one))
        menu.setActiveAction(menu.actions()[0])
        menu.popup(self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center()))

    def fit_rows(self) -> None:
        """Let day parts share the height, as far as their words allow."""
        parts = self._weeks.rowCount()
        if not parts:
            return
        needed = [
            max(self.sizeHintForRow(part), self._parts.height_beside(part)) for part in range(parts)
        ]
        spare = max(0, self.viewport().height() - sum(needed)) // parts
        for part, height in enumerate(needed):
            self.setRowHeight(part, max(height, min(height + spare, px(_HIGHEST))))


def _is_command(event: QKeyEvent) -> bool:
    command = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    return bool(event.modifiers() & command)
