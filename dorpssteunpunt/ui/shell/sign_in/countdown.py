"""Counts down how long somebody has to wait, second by second."""

import time
from math import ceil
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

_SECOND: Final = 1_000  # milliseconds


class Countdown(QObject):
    """Tells ``left`` with the seconds that are left, at the start and each second, to 0."""

    left = Signal(int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._end = 0.0
        self._timer = QTimer(self, interval=_SECOND)
        self._timer.timeout.connect(self._tell)

    def start(self, seconds: int) -> None:
        """Count down from ``seconds``, in place of what was being counted."""
        self._end = time.monotonic() + seconds
        self._timer.start()
        self._tell()

    def stop(self) -> None:
        """Count no further and tell nothing."""
        self._timer.stop()

    def _tell(self) -> None:
        seconds = max(0, ceil(self._end - time.monotonic()))
        if seconds == 0:
            self._timer.stop()
        self.left.emit(seconds)
