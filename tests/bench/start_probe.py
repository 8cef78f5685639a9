"""Starts a window in an interpreter of its own and tells what it took; run by bench_start.py.

Arguments: what to start ("empty", "first" or "whole"), the moment of starting on the monotonic
clock, and for "first" and "whole" the folder of a user. Prints one line of JSON.
"""

import gc
import json
import os
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dorpssteunpunt.app.bootstrap import Reception

HEAVY = ("sqlalchemy", "alembic", "reportlab", "pypdfium2", "holidays")
COORDINATOR = 1  # the account that signs in
_PULSE = 2  # milliseconds between two beats of the event loop
_STILL = 10  # beats without any work before a room counts as opened


def empty(started: float) -> None:
    """Show a window without anything in it."""
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QWidget

    app = QApplication([])

    class Window(QWidget):
        def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
            super().paintEvent(event)
            QTimer.singleShot(
                0, lambda: _tell(painted=time.monotonic() - started, cpu=time.process_time())
            )

    window = Window()
    window.resize(1366, 768)
    window.show()
    app.exec()


def first(started: float, folder: Path) -> None:
    """Start the program as its user does, up to the first paint."""

    def painted() -> None:
        loaded = [module for module in HEAVY if module in sys.modules]
        _tell(painted=time.monotonic() - started, cpu=time.process_time(), heavy=loaded)

    _run(folder, lambda reception: reception.painted.connect(painted))


def whole(started: float, folder: Path) -> None:
    """Start, wait until all is loaded, sign in by PIN, see *Vandaag* filled, open every room."""

    def begin(reception: "Reception") -> None:
        from PySide6.QtCore import QTimer

        beat = QTimer(reception, interval=_PULSE)
        steps = _Steps(reception, started)
        beat.timeout.connect(partial(_Steps.beat, steps))  # a bound method would be held weakly
        reception.painted.connect(beat.start)

    _run(folder, begin)


class _Steps:
    """What somebody does, one thing after the other, and how long the event loop was away."""

    def __init__(self, reception: "Reception", started: float) -> None:
        self._reception, self._started = reception, started
        self._facts: dict[str, Any] = {}
        self._gaps: dict[str, float] = {}
        self._last = self._typed = 0.0
        self._still = 0
        self._doing = "loading"
        self._rooms: list[Any] = []
        self._step: Callable[[], None] = self._names_are_there

    def beat(self) -> None:
        """Note how long the last beat is ago, and go on when the present step is done."""
        now = time.monotonic()
        if self._last:
            self._gaps[self._doing] = max(self._gaps.get(self._doing, 0.0), now - self._last)
        self._last = now
        self._still = 0 if self._reception.tasks.is_busy() else self._still + 1
        self._step()

    def _names_are_there(self) -> None:
        page = self._page()
        if page is not None and page.choice.names.count():
            self._facts["names"] = time.monotonic() - self._started
            self._step = self._all_is_loaded

    def _all_is_loaded(self) -> None:
        if self._still:
            self._facts["loaded"] = time.monotonic() - self._started
            self._doing = "signing in"
            self._page().choice.names.chosen.emit(COORDINATOR)
            self._step = self._pin_is_asked

    def _pin_is_asked(self) -> None:
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        from dorpssteunpunt.app.demo.note import DEMO_PIN

        page = self._page()
        if page is not None and page.pin.field.control.hasFocus():
            QTest.keyClicks(page.pin.field.control, DEMO_PIN)
            self._typed = time.monotonic()
            QTest.keyClick(page.pin.field.control, Qt.Key.Key_Return)
            self._step = self._today_is_filled

    def _today_is_filled(self) -> None:
        window = self._reception.window
        if window.is_open() and self._still:
            self._facts["unlocked"] = time.monotonic() - self._typed
            from dorpssteunpunt.ui.shell.rail_button import RailButton

            self._rooms = [b for b in window.rail.findChildren(RailButton) if b.isVisible()]
            self._step = self._room_is_open

    def _room_is_open(self) -> None:
        if self._still < _STILL:
            return
        if not self._rooms:
            _tell(**self._facts, gaps=self._gaps)
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        room = self._rooms.pop(0)
        self._doing = f"opening {room.text()}"
        self._still = 0
        QTest.mouseClick(room, Qt.MouseButton.LeftButton)

    def _page(self) -> Any:
        # Not imported here: that would wait for whoever is importing it behind the first paint.
        module = sys.modules.get("dorpssteunpunt.ui.shell.sign_in.page")
        kind = getattr(module, "SignIn", None)
        return self._reception.window.findChild(kind) if kind else None


def _run(folder: Path, watch: Callable[["Reception"], object]) -> None:
    """Give the command that opens the window, as a user of whom everything is in the folder."""
    from dorpssteunpunt.app import cli
    from dorpssteunpunt.base.paths import Places

    gc.disable()  # as `cli.main` does before it imports what comes next
    from dorpssteunpunt.app import main

    places = Places(folder / "settings", folder / "data")
    Places.of_this_user = lambda: places  # type: ignore[method-assign]
    make = main.make_reception

    def watched(places: Places) -> "Reception":
        reception = make(places)
        watch(reception)
        return reception

    main.make_reception = watched  # type: ignore[assignment]
    cli.main([])


def _tell(**facts: Any) -> None:
    print(json.dumps(facts), flush=True)
    os._exit(0)  # what comes after is not measured


if __name__ == "__main__":
    what, moment, *where = sys.argv[1:]
    if what == "empty":
        empty(float(moment))
    else:
        {"first": first, "whole": whole}[what](float(moment), Path(where[0]))
