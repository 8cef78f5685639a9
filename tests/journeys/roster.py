"""What a planner does at the roster in the window."""

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from dorpssteunpunt.services.roster import ShiftCell
from dorpssteunpunt.ui.rooms.roster import carried
from dorpssteunpunt.ui.rooms.roster.candidate_list import CandidateList
from dorpssteunpunt.ui.rooms.roster.grid import RosterGrid
from dorpssteunpunt.ui.rooms.roster.week_model import CELL_ROLE
from tests.journeys.person import Person

MORNING, AFTERNOON = range(2)
MON, TUE, WED = range(3)


def shift(person: Person, part: int, day: int) -> QModelIndex:
    """Return the place of a shift in the grid."""
    return person.sees(RosterGrid).model().index(part, day)


def names(person: Person, part: int, day: int) -> list[str]:
    """Return who stands in a shift of the grid, as on the wall."""
    cell: ShiftCell = shift(person, part, day).data(CELL_ROLE)
    return [one.name for one in cell.people]


def puts(person: Person, name: str, part: int, day: int) -> None:
    """Choose a shift that needs somebody, and pick a name for it."""
    person.clicks(person.sees(RosterGrid), shift(person, part, day))
    person.writes("Wie vragen?", name)
    person.presses("Op deze dienst zetten")
    person.until(lambda: any(name in one for one in names(person, part, day)), name)
    person.waits()


def drags(person: Person, name: str, part: int, day: int) -> None:
    """Take hold of a candidate, carry the name to a shift and let it fall there."""
    candidates, grid = person.sees(CandidateList), person.sees(RosterGrid)
    person.writes("Wie vragen?", name)
    person.waits()
    place = grid.visualRect(shift(person, part, day)).center()
    with pytest.MonkeyPatch.context() as by_hand:
        by_hand.setattr(carried, "QDrag", lambda _view: _Carrying(grid.viewport(), place))
        held = candidates.visualRect(candidates.model().index(0, 0)).center()
        QTest.mousePress(candidates.viewport(), Qt.MouseButton.LeftButton, pos=held)
        for step in (30, 60):
            QTest.mouseMove(candidates.viewport(), held - QPoint(step, 0))
    person.waits()


class _Carrying(QDrag):
    """A name that is let go of at a place; where there is no screen, Qt itself carries nothing."""

    def __init__(self, onto: QWidget, place: QPoint) -> None:
        super().__init__(onto)
        self._onto, self._place = onto, place

    def exec(self, *_actions: Qt.DropAction) -> Qt.DropAction:
        move, name = Qt.DropAction.MoveAction, self.mimeData()
        how = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        for event in (
            QDragEnterEvent(self._place, move, name, *how),
            QDragMoveEvent(self._place, move, name, *how),
            QDropEvent(QPointF(self._place), move, name, *how),
        ):
            QApplication.sendEvent(self._onto, event)
        return move
