"""Pictures of every part of the kit, in each palette and at small and large text.

``pytest tests/ui/test_kit_gallery.py --basetemp=FOLDER`` leaves them in FOLDER to be looked at.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from dorpssteunpunt.ui.kit.labels import Elided
from dorpssteunpunt.ui.kit.palettes import PALETTES, Mode
from dorpssteunpunt.ui.kit.tag import Tag
from dorpssteunpunt.ui.kit.tasks import Tasks
from dorpssteunpunt.ui.kit.theme import apply_theme
from tests.ui import gallery

PAGES = (gallery.requests_screen, gallery.form_screen, gallery.parts_screen)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("mode", list(Mode))
def test_every_part_is_shown_whole(
    app: QApplication,
    tasks: Tasks,
    qtbot: QtBot,
    tmp_path: Path,
    mode: Mode,
    percent: int,
    page: Callable[[Tasks], QWidget],
) -> None:
    apply_theme(app, mode, percent)
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setCentralWidget(page(tasks))
    window.resize(1096, 640)
    window.show()
    qtbot.waitUntil(lambda: not tasks.is_busy())
    qtbot.waitUntil(lambda: not _cut(window), timeout=2000)
    picture = window.grab()
    assert picture.save(str(tmp_path / f"{page.__name__}-{mode}-{percent}.png"))
    grounds = {PALETTES[mode].ground.lower(), PALETTES[mode].surface.lower()}
    assert picture.toImage().pixelColor(3, picture.height() - 3).name() in grounds


def _cut(window: QMainWindow) -> list[str]:
    """Return the words that have less room than they need."""
    labels = [label for label in window.findChildren(QLabel) if label.isVisible()]
    buttons = [button for button in window.findChildren(QPushButton) if button.isVisible()]
    cut = [label.text() for label in labels if not _is_whole(label)]
    cut += [each.text() for each in buttons if each.width() < each.sizeHint().width()]
    parts: list[QWidget] = [*labels, *buttons]
    return cut + [str(part) for part in parts if _sticks_out(part)]


def _is_whole(label: QLabel) -> bool:
    if isinstance(label, Tag | Elided) or not label.text():
        return True
    flags = int(Qt.TextFlag.TextWordWrap) if label.wordWrap() else 0
    room = QRect(0, 0, label.width(), 10_000)
    needed = label.fontMetrics().boundingRect(room, flags, label.text())
    return label.width() >= needed.width() and label.height() >= needed.height()


def _sticks_out(part: QWidget) -> bool:
    parent = part.parentWidget()
    return parent is not None and part.mapToParent(QPoint(part.width(), 0)).x() > parent.width()
