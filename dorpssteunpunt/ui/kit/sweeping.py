"""Garbage is looked for on the GUI thread alone, between two events."""

import gc
from functools import cache

from PySide6.QtCore import QObject, QTimer

_ROUND = 1000  # milliseconds between two looks


class Sweeper(QObject):
    """Collects garbage on the thread it lives on, and keeps Python from doing so anywhere else.

    Python looks for garbage in whichever thread happens to make an object, at any moment. A
    window found there would be destroyed on the store thread, or while Qt is busy with it.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        rounds = QTimer(self, interval=_ROUND)
        rounds.timeout.connect(sweep)
        rounds.start()


@cache
def keep_swept(app: QObject) -> Sweeper:
    """Let one sweeper go round in the program, however often this is asked."""
    return Sweeper(app)


def sweep() -> None:
    """Collect as far back as Python itself would have done by now."""
    made = zip(gc.get_count(), gc.get_threshold(), strict=True)
    due = [generation for generation, (count, limit) in enumerate(made) if 0 < limit < count]
    if due:
        gc.collect(due[-1])
