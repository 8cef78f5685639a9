"""Whether there is a screen for a window, and a kind word where none turns out to answer."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QtMsgType, qInstallMessageHandler

if TYPE_CHECKING:
    from PySide6.QtCore import QMessageLogContext

_REMARK: Final = "This plugin does not support "  # sizes and order, which nobody keeps offscreen


def has_screen() -> bool:
    """Say whether a screen is named to show a window on."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


@contextmanager
def kind_about_the_screen(logs: Path) -> Iterator[None]:
    """Say in one line what Qt says at length when no screen answers, and end with 1.

    Qt itself ends the program there, so no exception can be raised: this is the last moment.
    What else it says goes to the log in ``logs``, which nobody may have begun yet.
    """
    before = qInstallMessageHandler(partial(_hear, logs))
    try:
        yield
    finally:
        qInstallMessageHandler(before)


def _hear(logs: Path, kind: QtMsgType, _context: "QMessageLogContext", message: str) -> None:
    # Imported here: hardly anybody's Qt says anything, and no first paint waits for it.
    if kind is not QtMsgType.QtFatalMsg:
        import logging

        from dorpssteunpunt.base.log import begin_log

        begin_log(logs)
        logging.getLogger(__name__).warning("Qt, while it looks for the screen: %s", message)
        return
    from dorpssteunpunt.services.faults import ScreenSilent
    from dorpssteunpunt.services.words import in_words

    if sys.stderr is not None:
        print(in_words(ScreenSilent()), file=sys.stderr, flush=True)
    os._exit(1)


@contextmanager
def offscreen_without_remarks() -> Iterator[None]:
    """Leave out what Qt remarks at each window because there is no window manager."""

    def tell(kind: QtMsgType, context: "QMessageLogContext", message: str) -> None:
        if message.startswith(_REMARK):
            return
        if before is not None:
            before(kind, context, message)
        elif sys.stderr is not None:
            print(message, file=sys.stderr)

    before = qInstallMessageHandler(tell)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
