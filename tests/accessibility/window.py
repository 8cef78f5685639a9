"""Opens the real window on a village and prints what a screen reader finds in each room.

Run within a bus and a screen of its own: `python -m tests.accessibility.window FOLDER`.
"""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEventLoop, QProcess, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from dorpssteunpunt.app.main import make_application, make_reception
from dorpssteunpunt.base.i18n import use_language
from dorpssteunpunt.base.paths import Places
from dorpssteunpunt.services import accounts
from dorpssteunpunt.services.changes import Room
from dorpssteunpunt.ui.shell.sign_in.name_choice import NameList
from dorpssteunpunt.ui.shell.sign_in.pin_field import PinField
from tests.accessibility.world import lively
from tests.village import Village, village

PIN = "271828"
_READER = Path(__file__).with_name("read_out.py")
_BEGUN = (Room.HELP_REQUESTS, Room.HANDOVER, Room.PEOPLE, Room.CONCERNS)
Part = TypeVar("Part", bound=QWidget)


class Visit:
    """Somebody who goes through the rooms while a screen reader listens."""

    def __init__(self, places: Places, there: Village) -> None:
        self._reception = make_reception(places, there.clock)
        self._window = self._reception.window
        self._window.show()
        self._reception.receive(there.door.path)

    def go(self) -> None:
        """Sign in, and read out the way in, each room and what is begun there."""
        self._until(lambda: self._in_sight(NameList) is not None)
        names = self._in_sight(NameList)
        assert names is not None
        self._read("sign in")
        names.setCurrentItem(names.findItems("Mieke C.", Qt.MatchFlag.MatchExactly)[0])
        QTest.keyClick(names, Qt.Key.Key_Return)
        self._until(lambda: self._in_sight(PinField) is not None)
        field = self._in_sight(PinField)
        assert field is not None
        self._read("pin")
        QTest.keyClicks(field.control, PIN)
        QTest.keyClick(field.control, Qt.Key.Key_Return)
        self._until(self._window.is_open)
        for room in Room:
            self._window.navigate(room)
            self._read(room.value)
        for room in _BEGUN:
            self._window.navigate(room, action="new")
            self._read(f"{room.value} new")

    def _read(self, place: str) -> None:
        """Print what is found, while the window goes on answering."""
        self._wait(300)
        self._until(lambda: not self._reception.tasks.is_busy())
        self._wait(100)
        reader, loop = QProcess(), QEventLoop()
        reader.finished.connect(loop.quit)
        reader.start("/usr/bin/python3", [str(_READER)])
        loop.exec()
        found = json.loads(bytes(reader.readAllStandardOutput().data()))
        sys.stdout.write(json.dumps({"place": place, "parts": found}) + "\n")

    def _in_sight(self, kind: type[Part]) -> Part | None:
        parts: list[Part] = self._window.findChildren(kind)
        return next((part for part in parts if part.isVisible()), None)

    def _until(self, condition: Callable[[], bool]) -> None:
        for _look in range(400):
            if condition():
                return
            self._wait(25)
        raise TimeoutError

    def _wait(self, milliseconds: int) -> None:
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()


def main(folder: Path) -> None:
    """Make a village in a folder and go through it."""
    use_language("nl")
    with village(folder) as there:
        lively(there)
        desk = there.coordinator
        accounts.set_pin(desk, desk.actor.id, PIN)
        accounts.furnish_lobby(desk)
    places = Places(settings=folder / "settings", data=folder)
    make_application(places)
    Visit(places, there).go()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
