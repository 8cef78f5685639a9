"""Keeps the store safe while the window is open: backups, the daily check, and an honest clock."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from dorpssteunpunt.base.errors import Circumstance
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.base.steady import steady_seconds
from dorpssteunpunt.services.changes import Changed, Room
from dorpssteunpunt.ui.kit.tasks import Tasks

if TYPE_CHECKING:
    from dorpssteunpunt.services.desk import Desk
    from dorpssteunpunt.services.safekeeping import Kept

_HALF_AN_HOUR: Final = 30 * 60 * 1_000  # milliseconds
_MINUTE: Final = 60 * 1_000
_CLOCK_JUMP: Final = 5 * 60  # seconds by which a clock is put right without a word


class Safekeeping(QObject):
    """Backs up what was changed, half an hour after the first change and on closing.

    ``kept`` carries a `Kept` whenever that may be another; ``clock_doubted`` the moment after
    which the clock of the computer stands too early, or None when it jumped meanwhile.
    """

    kept = Signal(object)
    clock_doubted = Signal(object)

    def __init__(
        self,
        tasks: Tasks,
        pause: int = _HALF_AN_HOUR,
        monotonic: Callable[[], float] = steady_seconds,
    ) -> None:
        super().__init__()
        self._tasks = tasks
        self._monotonic = monotonic
        self._desk: Desk | None = None
        self._due = False
        self._offset = 0.0
        self._examines = True
        self._backup_timer = QTimer(self, singleShot=True, interval=pause)
        self._backup_timer.timeout.connect(self._back_up)
        self._look_timer = QTimer(self, interval=_MINUTE)
        self._look_timer.timeout.connect(self.look)
        tasks.changed.connect(self._take_change)

    def watch(self, desk: "Desk") -> None:
        """Keep the store of this desk safe from now on, and doubt its clock if need be."""
        self._desk, self._examines = desk, True
        self._offset = self._clock_offset(desk)
        self._look_timer.start()
        self._tasks.run(partial(_clock_is_behind, desk), self._doubt_clock)
        self._tasks.run(partial(_kept, desk), self._take_kept)

    def rest(self) -> None:
        """Watch no store any more, as when another takes its place."""
        self._desk, self._due = None, False
        self._backup_timer.stop()
        self._look_timer.stop()

    def look(self) -> None:
        """Examine the store if that was not done today, and see whether the clock jumped."""
        if self._desk is None:
            return
        offset = self._clock_offset(self._desk)
        if abs(offset - self._offset) > _CLOCK_JUMP:
            self.clock_doubted.emit(None)
        self._offset = offset
        if self._examines:
            check = partial(_check_when_due, self._desk)
            self._tasks.run(check, troubled=self._not_whole, owner=self, beside=True)

    def finish(self, done: Callable[[], object], failed: Callable[[Circumstance], object]) -> None:
        """Back up if anything changed, and call ``done``, or ``failed`` when that did not work."""
        desk = self._desk
        self._backup_timer.stop()
        if desk is None or not self._due:
            done()
            return

        def made(kept: "Kept") -> None:
            self._made(kept)
            done()

        saying = _("A backup is being made")
        back_up = partial(_back_up, desk)
        self._tasks.run(back_up, made, troubled=failed, owner=self, saying=saying)

    def _take_change(self, change: Changed) -> None:
        self._due = True
        if self._desk is not None and Room.SETTINGS in change.rooms:
            self._tasks.run(partial(_kept, self._desk), self._take_kept)
        if not self._backup_timer.isActive():
            self._backup_timer.start()

    def _take_kept(self, kept: "Kept") -> None:
        self._due = self._due or kept.backup is None
        self.kept.emit(kept)

    def _back_up(self) -> None:
        if self._desk is not None:
            back_up = partial(_back_up, self._desk)
            self._tasks.run(back_up, self._made, troubled=self._failed, owner=self)

    def _made(self, kept: "Kept") -> None:
        self._due = False
        self.kept.emit(kept)

    def _failed(self, trouble: Circumstance) -> None:
        self._backup_timer.start()  # later it may work
        self._tasks.troubled.emit(trouble)

    def _not_whole(self, trouble: Circumstance) -> None:
        """Tell it once: whoever goes on with a damaged store knows that it is."""
        self._examines = False
        self._tasks.troubled.emit(trouble)

    def _doubt_clock(self, written: datetime | None) -> None:
        if written is not None:
            self.clock_doubted.emit(written)

    def _clock_offset(self, desk: "Desk") -> float:
        return desk.clock.now().timestamp() - self._monotonic()


# What follows runs on other threads; the services are read when they are first needed.


def _kept(desk: "Desk") -> "Kept":
    from dorpssteunpunt.services.safekeeping import kept

    return kept(desk)


def _back_up(desk: "Desk") -> "Kept":
    from dorpssteunpunt.services.safekeeping import back_up

    return back_up(desk)


def _check_when_due(desk: "Desk") -> None:
    from dorpssteunpunt.services.faults import StoreBusy
    from dorpssteunpunt.services.safekeeping import check_when_due

    try:
        check_when_due(desk)
    except StoreBusy:  # somebody works; in a minute it is tried again
        return


def _clock_is_behind(desk: "Desk") -> datetime | None:
    from dorpssteunpunt.services.safekeeping import clock_is_behind

    return clock_is_behind(desk)
