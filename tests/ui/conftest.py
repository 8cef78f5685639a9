"""What the tests of the window share: the look, and a store thread that is always stopped."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dorpssteunpunt.files.tables import OfficeTableReader
from dorpssteunpunt.files.writer import OfficeFileWriter
from dorpssteunpunt.pdf.writer import PdfSheetWriter
from dorpssteunpunt.planning.planner import RosterPlanner
from dorpssteunpunt.services.changes import Changed, Room
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.ui.kit.palettes import Mode
from dorpssteunpunt.ui.kit.screen import Screen
from dorpssteunpunt.ui.kit.tasks import Tasks
from dorpssteunpunt.ui.kit.theme import apply_theme
from dorpssteunpunt.ui.kit.workplace import Workplace


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    """The application in its light look at 100 %."""
    apply_theme(qapp, Mode.LIGHT, 100)
    yield qapp
    apply_theme(qapp, Mode.LIGHT, 100)


@pytest.fixture
def tasks(app: QApplication, qtbot: QtBot) -> Iterator[Tasks]:
    """The work off the GUI thread."""
    tasks = Tasks()
    yield tasks
    tasks.close()


@pytest.fixture(autouse=True)
def settings_of_its_own(tmp_path: Path) -> None:
    """Remember columns in the folder of the test."""
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(
        QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "remembered")
    )


@dataclass
class Told:
    """What a screen asked of the window around it."""

    places: list[tuple[Room, int | None, str]] = field(default_factory=list)
    restores: int = 0
    notices: list[str] = field(default_factory=list)
    undo: Callable[[], object] | None = None

    def navigate(self, room: Room, subject: int | None = None, action: str = "") -> None:
        """Remember where the screen wanted to go."""
        self.places.append((room, subject, action))

    def restore(self) -> None:
        """Remember that somebody wants a backup back."""
        self.restores += 1

    def notify(self, text: str, undo: Callable[[], object] | None = None) -> None:
        """Remember what was said, and the last way back."""
        self.notices.append(text)
        self.undo = undo


@pytest.fixture
def told() -> Told:
    """What a screen asks of the window around it."""
    return Told()


@pytest.fixture
def workplace(tasks: Tasks, told: Told) -> Callable[[Desk], Workplace]:
    """Make the workplace of whoever sits at a desk, in a window that only remembers."""
    return lambda desk: Workplace(
        desk,
        tasks,
        PdfSheetWriter(),
        OfficeFileWriter(),
        OfficeTableReader(),
        RosterPlanner(),
        told.navigate,
        told.notify,
        told.restore,
    )


@pytest.fixture
def opened(qtbot: QtBot, tasks: Tasks) -> Callable[[Screen], Screen]:
    """Show a screen as the window does: filled, and refreshed when what it watches changes."""

    def show(screen: Screen) -> Screen:
        def refresh(change: Changed) -> None:
            if screen.watches & change.rooms:
                screen.refresh()

        qtbot.addWidget(screen)
        screen.resize(1162, 712)  # a window of 1366 by 768 without its rail and bars
        tasks.changed.connect(refresh)
        with qtbot.waitExposed(screen):
            screen.show()
        screen.refresh()
        qtbot.waitUntil(lambda: not tasks.is_busy())
        return screen

    return show
