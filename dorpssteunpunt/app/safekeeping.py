"""Backups of the store in the window: half an hour after a change, and when it closes."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from dorpssteunpunt.base.errors import Circumstance
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.services.changes import Changed
from dorpssteunpunt.ui.kit.tasks import Tasks

if TYPE_CHECKING:
    from dorpssteunpunt.services.door import Visit

_HALF_AN_HOUR: Final = 30 * 60 * 1_000  # milliseconds


class Safekeeping(QObject):
    """Backs up what was changed; ``backed_up`` carries the moment of the newest backup, or None."""

    backed_up = Signal(object)

    def __init__(self, tasks: Tasks, pause: int = _HALF_AN_HOUR) -> None:
        super().__init__()
        self._tasks = tasks
        self._visit: Visit | None = None
        self._due = False
        self._timer = QTimer(self, singleShot=True, interval=pause)
        self._timer.timeout.connect(self._back_up)
        tasks.changed.connect(self._take_change)

    def watch(self, visit: "Visit") -> None:
        """Back up through this visit from now on."""
        self._visit = visit
        self._tasks.run(visit.last_backup, self._take_last)

    def finish(self, done: Callable[[], object], failed: Callable[[Circumstance], object]) -> None:
        """Back up if anything changed, and call ``done``, or ``failed`` when that did not work."""
        visit = self._visit
        self._timer.stop()
        if visit is None or not self._due:
            done()
            return

        def made(moment: datetime) -> None:
            self._made(moment)
            done()

        saying = _("A backup is being made")
        self._tasks.run(visit.back_up, made, troubled=failed, owner=self, saying=saying)

    def _take_change(self, _change: Changed) -> None:
        self._due = True
        if not self._timer.isActive():
            self._timer.start()

    def _take_last(self, moment: datetime | None) -> None:
        self._due = self._due or moment is None
        self.backed_up.emit(moment)

    def _back_up(self) -> None:
        if self._visit is not None:
            self._tasks.run(self._visit.back_up, self._made)

    def _made(self, moment: datetime) -> None:
        self._due = False
        self.backed_up.emit(moment)
