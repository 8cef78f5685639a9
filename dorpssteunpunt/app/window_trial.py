"""Walks through the real window once, so that a package that lacks a part is found out."""

import sys
from collections.abc import Iterator

from PySide6.QtCore import QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication

from dorpssteunpunt.app.bootstrap import open_manual
from dorpssteunpunt.app.late_paper import LatePaper
from dorpssteunpunt.app.window_sources import person_of, sources_of
from dorpssteunpunt.base.i18n import use_language
from dorpssteunpunt.files.tables import OfficeTableReader
from dorpssteunpunt.files.writer import OfficeFileWriter
from dorpssteunpunt.planning.planner import RosterPlanner
from dorpssteunpunt.services.changes import Room
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.founding import default_emergency_numbers
from dorpssteunpunt.ui.kit.tasks import Tasks
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.shell.main_window import MainWindow

_BREATH = 20  # milliseconds between two looks whether a room is filled


class TooSlow(Exception):
    """A room was not filled in the time that the slowest computer needs."""


def walk_through(application: QApplication, desk: Desk, patience: int) -> list[BaseException]:
    """Show every room to whoever sits at the desk and return what went wrong, if anything did.

    A room that is not filled within ``patience`` milliseconds is a `TooSlow` among them.
    """
    walk = _Walk(desk)
    # What goes wrong in a slot of Qt comes here and nowhere else.
    sys.excepthook = lambda _kind, error, _traceback: walk.troubles.append(error)
    loop = QEventLoop(application)
    timer = QTimer(interval=_BREATH)
    steps = walk.steps(patience // _BREATH)

    def step() -> None:
        if next(steps, None) is None:
            loop.quit()

    timer.timeout.connect(step)
    timer.start()
    loop.exec()
    timer.stop()
    walk.close()
    sys.excepthook = sys.__excepthook__
    return walk.troubles


class _Walk(QObject):
    """One person's walk from room to room."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.troubles: list[BaseException] = []
        self._tasks = Tasks()
        for told in (self._tasks.troubled, self._tasks.refused):
            told.connect(self.troubles.append)
        self._window = MainWindow(
            self._tasks,
            numbers=default_emergency_numbers,
            open_manual=open_manual,
            choose_language=use_language,
        )
        workplace = Workplace(
            desk,
            self._tasks,
            LatePaper(),
            OfficeFileWriter(),
            OfficeTableReader(),
            RosterPlanner(),
            self._window.navigate,
            self._window.notify,
            restore=lambda: None,
        )
        self._window.enter(workplace, person_of(desk), sources_of(desk))
        self._window.show()

    def steps(self, looks: int) -> Iterator[Room]:
        """Enter room after room; each step is one look whether the room is filled."""
        for room in Room:
            self._enter(room)
            for _look in range(looks):
                yield room
                if not self._tasks.is_busy():
                    break
            else:
                self.troubles.append(TooSlow(room))

    def close(self) -> None:
        """Close the window and let the threads end."""
        self._window.close()
        self._tasks.close()

    def _enter(self, room: Room) -> None:
        try:
            self._window.navigate(room)
        except Exception as error:
            self.troubles.append(error)
