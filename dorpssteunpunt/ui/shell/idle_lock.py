"""Locks when nobody touched mouse or keyboard for a while, by a clock that never jumps."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from dorpssteunpunt.base.steady import steady_seconds

_LOOK_EVERY: Final = 5_000  # milliseconds
_REST: Final = 1_000  # milliseconds after a touch in which another makes no difference
_SIGNS_OF_LIFE: Final = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletPress,
        QEvent.Type.InputMethod,
    }
)


class IdleLock(QObject):
    """Tells ``idle`` once when nothing was touched for the time set with `lock_after`.

    ``monotonic`` counts seconds and goes on while the computer sleeps, where the system has
    such a clock: a lid that was closed for an hour locks at once.

    Nothing is watched just after a touch. To look at every event of every widget takes a third of
    the time in which a room opens, and a room opens because somebody touched something.
    """

    idle = Signal()

    def __init__(
        self,
        app: QApplication,
        monotonic: Callable[[], float] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._app = app
        self._now = monotonic or steady_seconds
        self._touched = self._now()
        self._patience = 0.0
        self._timer = QTimer(self, interval=_LOOK_EVERY)
        self._timer.timeout.connect(self.look)
        self._rest = QTimer(self, interval=_REST, singleShot=True)
        self._rest.timeout.connect(self.watch)

    def lock_after(self, minutes: float) -> None:
        """Tell ``idle`` after so many minutes without a touch; 0 is never."""
        self._patience = minutes * 60
        self._touched = self._now()
        self._app.removeEventFilter(self)
        if self._patience:
            self._timer.start()
            self._rest.start()
        else:
            self._timer.stop()
            self._rest.stop()

    def watch(self) -> None:
        """Watch for the next touch."""
        self._app.installEventFilter(self)

    def look(self) -> None:
        """Look at the clock and tell ``idle`` when it is time."""
        if self._timer.isActive() and self.seconds_untouched() >= self._patience:
            self.lock_after(0)
            self.idle.emit()

    def seconds_untouched(self) -> float:
        """Return how long ago somebody was last there."""
        return self._now() - self._touched

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Remember when somebody was last there; a touch after the time is up comes too late."""
        if event.type() in _SIGNS_OF_LIFE:
            self.look()
            if self._timer.isActive():
                self._touched = self._now()
                self._app.removeEventFilter(self)
                self._rest.start()
        return False
