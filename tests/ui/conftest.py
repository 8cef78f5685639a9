"""What the tests of the window share: the look, and a store thread that is always stopped."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dorpssteunpunt.ui.kit.palettes import Mode
from dorpssteunpunt.ui.kit.tasks import Tasks
from dorpssteunpunt.ui.kit.theme import apply_theme


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
