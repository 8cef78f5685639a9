"""The one place that builds the parts of the window and connects them."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from dorpssteunpunt.app.late_paper import LatePaper
from dorpssteunpunt.app.leaving import Leaving
from dorpssteunpunt.app.loading import load_ahead
from dorpssteunpunt.app.restoring import Restoring
from dorpssteunpunt.app.safekeeping import Safekeeping
from dorpssteunpunt.app.way_in import Ready, Stores, WayIn
from dorpssteunpunt.base.errors import Circumstance
from dorpssteunpunt.base.paths import resource
from dorpssteunpunt.services.changes import Changed, Room
from dorpssteunpunt.ui.kit.tasks import Tasks
from dorpssteunpunt.ui.shell.main_window import MainWindow
from dorpssteunpunt.ui.shell.wishes import Wishes

if TYPE_CHECKING:  # read behind the first paint
    from dorpssteunpunt.services.desk import Desk
    from dorpssteunpunt.services.door import Porch, Visit
    from dorpssteunpunt.services.safekeeping import Kept


class Reception(QObject):
    """Receives who comes to the window: lets them in, locks, and closes.

    ``painted`` tells that the window was painted for the first time.
    """

    painted = Signal()

    def __init__(self, get_ready: Callable[[], Ready], stores: Stores, wishes: Wishes) -> None:
        """``get_ready`` is called once, off the GUI thread where there is time for it."""
        super().__init__()
        self._wishes = wishes
        self.tasks = Tasks()
        self._paper = LatePaper()
        self._visit: Visit | None = None
        self._is_painted = False
        self._ready_to_go = False
        self._keeping = Safekeeping(self.tasks)
        self._keeping.kept.connect(self._tell_kept)
        self._keeping.clock_doubted.connect(self._tell_clock)
        self._leaving = Leaving(lambda: self.window, self._keeping, self._go)
        self._restoring = Restoring(self.tasks, self._let_go)
        self._way_in = WayIn(
            get_ready,
            stores,
            wishes,
            self.tasks,
            self._paper,
            self._awaited,
        )
        self._way_in.page_made.connect(self._show_page)
        self._way_in.entered.connect(self._let_in)
        self._way_in.porch_seen.connect(self._show_doorplate)
        self._way_in.restore_wanted.connect(self._restore)
        self._restoring.page_made.connect(self._show_restoring)
        self._restoring.left.connect(self._leave_restoring)
        self._restoring.restored.connect(self._way_in.show)
        self.tasks.changed.connect(self._take_change)
        wishes.language_changed.connect(self._rebuild)
        self.window = self._new_window()

    # ------------------------------------------------------------ the way in

    def begin(self, store: Path | None = None) -> None:
        """Show the window, then the way in to a store, and load what the rooms need meanwhile."""

        def arrived(_nothing: None) -> None:
            self.receive(store)
            load_ahead(self.tasks)

        self.painted.connect(lambda: self.tasks.run(self._way_in.read, arrived))
        self.window.show()

    def receive(self, store: Path | None) -> None:
        """Show the way in to a store: the named one, the last one chosen, or the usual one."""
        self._way_in.receive(store)

    def desk(self) -> "Desk":
        """Return the desk of who is signed in; asking while nobody is, is a bug."""
        assert self._visit is not None
        return self._visit.desk

    def _show_page(
        self, page: QWidget, may_choose_language: bool, *, unlocked: bool = False
    ) -> None:
        """Show a page in place of the rooms; a language is offered where nothing was typed yet."""
        from dorpssteunpunt.ui.shell.door_page import DoorPage

        nobody = self.window.kept_account() is None
        around = DoorPage(page, self.tasks, languages=may_choose_language and nobody)
        around.language_wanted.connect(self._wishes.choose_language)
        self.window.show_sign_in(around, unlocked=unlocked)

    def _awaited(self) -> int | None:
        return self.window.kept_account()

    def _show_doorplate(self, porch: "Porch") -> None:
        self.window.set_doorplate(porch.lobby.support_point, porch.lobby.village)

    def _restore(self) -> None:
        """Lead to a backup: whoever is signed in at once, anybody else with a key of it."""
        door = self._way_in.door
        assert door is not None
        if self._visit is None:
            self._restoring.begin(door)
        else:
            self._restoring.begin_inside(door, self._visit)

    def _show_restoring(self, page: QWidget) -> None:
        self._show_page(page, True, unlocked=self._visit is not None)

    def _leave_restoring(self) -> None:
        if self._visit is not None:
            self.window.resume()
        else:
            self._way_in.show()

    def _let_go(self) -> None:
        """Close the store of whoever is signed in; what they typed is kept for them."""
        visit, self._visit = self._visit, None
        if visit is not None:
            self._keeping.rest()
            self.window.forget_person()
            self.tasks.run(visit.leave)

    def _close_damaged(self, trouble: Circumstance) -> None:
        """Lock what is damaged: the file stays as it is, and a backup is offered."""
        self.window.lock()
        self._way_in.show_trouble(trouble)

    # ------------------------------------------------------------ somebody is in

    def _let_in(self, visit: "Visit") -> None:
        """Show the rooms: as they were to the person they belong to, anew to anybody else."""
        before, self._visit = self._visit, visit
        if before is not None and before.desk.actor == visit.desk.actor:
            # The rooms go on with the store they were opened with.
            self._visit = before
            self.tasks.run(visit.leave)
            self.window.resume()
            self._lock_after_a_while(before)
            return
        if before is not None:
            self.tasks.run(before.leave)
        self._furnish(visit)

    def _furnish(self, visit: "Visit") -> None:
        # Imported here: what the rooms need is loaded while somebody signs in (app/loading.py).
        from dorpssteunpunt.app.window_sources import person_of, sources_of
        from dorpssteunpunt.files.tables import OfficeTableReader
        from dorpssteunpunt.files.writer import OfficeFileWriter
        from dorpssteunpunt.planning.planner import RosterPlanner
        from dorpssteunpunt.ui.kit.workplace import Workplace

        workplace = Workplace(
            visit.desk,
            self.tasks,
            self._paper,
            OfficeFileWriter(),
            OfficeTableReader(),
            RosterPlanner(),
            self.window.navigate,
            self.window.notify,
            self._restore,
        )
        self.window.enter(workplace, person_of(visit.desk), sources_of(visit.desk))
        self._keeping.watch(visit.desk)
        self._lock_after_a_while(visit)

    def _lock_after_a_while(self, visit: "Visit") -> None:
        self.tasks.run(lambda: _idle_minutes(visit.desk), self.window.lock_after)

    def _take_change(self, change: Changed) -> None:
        if self._visit is not None and Room.SETTINGS in change.rooms:
            self._lock_after_a_while(self._visit)

    def _tell_kept(self, kept: "Kept") -> None:
        if self.window.frame is not None:
            self.window.frame.tell_kept(kept)

    def _tell_clock(self, written: datetime | None) -> None:
        if self.window.frame is not None:
            self.window.frame.tell_clock(written)

    # ------------------------------------------------------------ the window itself

    def _new_window(self) -> MainWindow:
        window = MainWindow(
            self.tasks,
            numbers=self._way_in.numbers,
            open_manual=open_manual,
            choose_language=self._wishes.choose_language,
        )
        window.locked.connect(self._way_in.show)
        window.store_lost.connect(self._close_damaged)
        window.installEventFilter(self)
        return window

    def _rebuild(self, _language: str) -> None:
        """Build the window anew in another language, with all that was typed in it."""
        old, self.window = self.window, self._new_window()
        self.window.take_place_of(old)
        if self._way_in.porch is not None:
            self._show_doorplate(self._way_in.porch)
        if self._visit is not None:
            self._furnish(self._visit)
        elif self._way_in.door is not None:
            self._way_in.show()
        self.window.show()
        old.removeEventFilter(self)
        old.hide()
        old.deleteLater()

    # ------------------------------------------------------------ going

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Tell of the first paint, and back up before the window closes."""
        if event.type() == QEvent.Type.Paint and not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self.painted.emit)
        if event.type() == QEvent.Type.Close and not self._ready_to_go:
            event.ignore()
            QTimer.singleShot(0, self._leaving.ask)  # Qt closes nothing that is closing
            return True
        return super().eventFilter(watched, event)

    def _go(self) -> None:
        """Let the store go, stop the threads and close the window."""
        self._ready_to_go = True
        self._keeping.rest()
        if self._visit is not None:
            self.tasks.run(self._visit.leave)
        self._way_in.walk_away()
        self.tasks.close()
        self.window.close()


def open_manual(room: Room | None) -> None:
    """Open the manual at a room, in the program that reads such files; nothing goes online."""
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    address = QUrl.fromLocalFile(str(resource("manual", "handleiding.html")))
    if room is not None:
        address.setFragment(room.value)
    QDesktopServices.openUrl(address)


def _idle_minutes(desk: "Desk") -> int:
    with desk.store.reading() as uow:
        return uow.support_point.support_point().idle_lock_minutes
