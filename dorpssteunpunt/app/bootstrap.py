"""The one place that builds the parts of the window and connects them."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from dorpssteunpunt.app.leaving import Leaving
from dorpssteunpunt.app.loading import load_ahead
from dorpssteunpunt.app.restoring import Restoring
from dorpssteunpunt.app.safekeeping import Safekeeping
from dorpssteunpunt.base.errors import Circumstance
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.base.paths import resource
from dorpssteunpunt.services.changes import Changed, Room
from dorpssteunpunt.ui.kit.tasks import Tasks
from dorpssteunpunt.ui.shell.main_window import MainWindow
from dorpssteunpunt.ui.shell.wishes import Wishes

if TYPE_CHECKING:  # read behind the first paint
    from dorpssteunpunt.base.clock import Clock
    from dorpssteunpunt.domain.support_point import EmergencyNumber
    from dorpssteunpunt.services.desk import Desk
    from dorpssteunpunt.services.door import Door, Doors, Porch, Visit
    from dorpssteunpunt.services.overviews.papers import Overview, SheetWriter
    from dorpssteunpunt.services.safekeeping import Kept

_THE_WAY_IN: Final = (
    "dorpssteunpunt.base.formats",
    "dorpssteunpunt.services.founding",
    "dorpssteunpunt.ui.shell.door_page",
    "dorpssteunpunt.ui.shell.sign_in.page",
    "dorpssteunpunt.ui.shell.first_start.welcome",
)


class LatePaper:
    """Draws papers; what draws them is loaded with the first one. A `SheetWriter`."""

    def draw(self, overview: "Overview") -> bytes:
        """Return the overview as a PDF."""
        return self._writer.draw(overview)

    @cached_property
    def _writer(self) -> "SheetWriter":
        from dorpssteunpunt.pdf.writer import PdfSheetWriter

        return PdfSheetWriter()


class Stores(NamedTuple):
    """Where stores are: the usual one of this computer, and the demo village.

    ``hint`` says how to sign in at a demo store; nothing for a real one.
    """

    usual: Path
    make_demo: Callable[[], Path]
    hint: Callable[[Path], str]


class Ready(NamedTuple):
    """What is found behind the first paint."""

    doors: "Doors"
    clock: "Clock"


class Reception(QObject):
    """Receives who comes to the window: shows the way in, lets them in, locks, and closes.

    ``painted`` tells that the window was painted for the first time.
    """

    painted = Signal()

    def __init__(self, get_ready: Callable[[], Ready], stores: Stores, wishes: Wishes) -> None:
        """``get_ready`` is called once, off the GUI thread where there is time for it."""
        super().__init__()
        self._get_ready, self._stores, self._wishes = get_ready, stores, wishes
        self.tasks = Tasks()
        self._sheets = LatePaper()
        self._door: Door | None = None
        self._porch: Porch | None = None
        self._visit: Visit | None = None
        self._is_painted = False
        self._ready_to_go = False
        self._keeping = Safekeeping(self.tasks)
        self._keeping.kept.connect(self._tell_kept)
        self._keeping.clock_doubted.connect(self._tell_clock)
        self._leaving = Leaving(lambda: self.window, self._keeping, self._go)
        self._restoring = Restoring(self.tasks, self._let_go)
        self._restoring.page_made.connect(self._show_restoring)
        self._restoring.left.connect(self._leave_restoring)
        self._restoring.restored.connect(self._show_way_in)
        self.tasks.changed.connect(self._take_change)
        wishes.language_changed.connect(self._rebuild)
        self.window = self._new_window()

    # ------------------------------------------------------------ the way in

    def begin(self, store: Path | None = None) -> None:
        """Show the window, then the way in to a store, and load what the rooms need meanwhile.

        The store is the named one, the one that was opened last by choice, or the usual one.
        """
        chosen = store or self._wishes.last_store or self._stores.usual

        def arrived(_nothing: None) -> None:
            self.receive(chosen)
            load_ahead(self.tasks)

        self.painted.connect(lambda: self.tasks.run(self._read_the_way_in, arrived))
        self.window.show()

    def receive(self, store: Path) -> None:
        """Go to the door of a store and show the way in, or say what is in the way."""
        if self._door is not None:
            self.tasks.run(self._door.walk_away)
        self._door = self._ready.doors.door(store)
        self._show_way_in()

    @cached_property
    def _ready(self) -> Ready:
        return self._get_ready()

    def _read_the_way_in(self) -> None:
        for part in _THE_WAY_IN:
            import_module(part)
        assert self._ready is not None  # found by now

    def desk(self) -> "Desk":
        """Return the desk of who is signed in; asking while nobody is, is a bug."""
        assert self._visit is not None
        return self._visit.desk

    def _show_way_in(self, said: str = "") -> None:
        from dorpssteunpunt.ui.shell.sign_in.page import SignIn

        assert self._door is not None
        page = SignIn(
            self.tasks,
            self._door,
            self._ready.clock.now,
            hint=said or self._stores.hint(self._door.path),
        )
        page.porch_seen.connect(self._take_porch)
        page.entered.connect(self._let_in)
        page.troubled.connect(self._show_trouble)
        self._show_page(page)
        page.approach(self.window.kept_account() or 0)

    def _show_page(self, page: QWidget, *, languages: bool = True, unlocked: bool = False) -> None:
        """Show a page in place of the rooms; a language is offered where nothing was typed yet."""
        from dorpssteunpunt.ui.shell.door_page import DoorPage

        nobody = self.window.kept_account() is None
        around = DoorPage(page, self.tasks, languages=languages and nobody)
        around.language_wanted.connect(self._wishes.choose_language)
        self.window.show_sign_in(around, unlocked=unlocked)

    def _show_trouble(self, trouble: Circumstance) -> None:
        from dorpssteunpunt.services.faults import FolderMissing, StoreMissing
        from dorpssteunpunt.ui.shell.closed_door import ClosedDoor

        assert self._door is not None
        missing = isinstance(trouble, StoreMissing | FolderMissing)
        if missing and self._is_usual(self._door.path) and not self._door.backups():
            self._welcome()
            return
        page = ClosedDoor(self._door.path, trouble)
        page.again.connect(self._show_way_in)
        page.restore.connect(self._restore)
        page.other.connect(self._open_by_choice)
        page.elsewhere.connect(self._welcome)
        self._show_page(page)

    def _welcome(self) -> None:
        """Offer the ways to begin."""
        from dorpssteunpunt.ui.shell.first_start.welcome import Welcome

        page = Welcome()
        page.new_wanted.connect(self._found)
        page.open_wanted.connect(self._open_by_choice)
        page.restore_wanted.connect(self._restore)
        page.demo_wanted.connect(lambda: self._go_to_demo(page))
        self._show_page(page)

    def _restore(self) -> None:
        """Lead to a backup: whoever is signed in at once, anybody else with a key of it."""
        assert self._door is not None
        if self._visit is None:
            self._restoring.begin(self._door)
        else:
            self._restoring.begin_inside(self._door, self._visit)

    def _show_restoring(self, page: QWidget) -> None:
        self._show_page(page, unlocked=self._visit is not None)

    def _leave_restoring(self) -> None:
        if self._visit is not None:
            self.window.resume()
        else:
            self._show_way_in()

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
        self._show_trouble(trouble)

    def _is_usual(self, store: Path) -> bool:
        return store == self._stores.usual

    def _open_by_choice(self, store: Path) -> None:
        self._wishes.choose_store(None if self._is_usual(store) else store)
        self.receive(store)

    def _found(self) -> None:
        from dorpssteunpunt.ui.shell.first_start.page import FirstStart

        page = FirstStart(
            self.tasks, self._ready.doors, self._sheets, self._ready.clock.today, self._stores.usual
        )
        page.left.connect(self._welcome)
        page.founded.connect(self._take_founded)
        self._show_page(page, languages=False)

    def _take_founded(self, store: Path, visit: "Visit") -> None:
        """Let the coordinator of a new support point in, and hold the store for this window."""
        self._wishes.choose_store(None if self._is_usual(store) else store)
        door = self._ready.doors.door(store)
        self._door = door
        self.tasks.run(door.approach, self._take_porch)
        self._let_in(visit)

    def _go_to_demo(self, page: QWidget) -> None:
        page.setEnabled(False)
        self.tasks.run(
            self._stores.make_demo,
            self.receive,
            owner=page,
            saying=_("The demo village is being made"),
        )

    def _take_porch(self, porch: "Porch") -> None:
        self._porch = porch
        self.window.set_doorplate(porch.lobby.support_point, porch.lobby.village)

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
        from dorpssteunpunt.files.writer import OfficeFileWriter
        from dorpssteunpunt.planning.planner import RosterPlanner
        from dorpssteunpunt.ui.kit.workplace import Workplace

        workplace = Workplace(
            visit.desk,
            self.tasks,
            self._sheets,
            OfficeFileWriter(),
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
            numbers=self._numbers,
            open_manual=open_manual,
            choose_language=self._wishes.choose_language,
        )
        window.locked.connect(self._show_way_in)
        window.store_lost.connect(self._close_damaged)
        window.installEventFilter(self)
        return window

    def _rebuild(self, _language: str) -> None:
        """Build the window anew in another language, with all that was typed in it."""
        old, self.window = self.window, self._new_window()
        self.window.take_place_of(old)
        if self._porch is not None:
            self._take_porch(self._porch)
        if self._visit is not None:
            self._furnish(self._visit)
        elif self._door is not None:
            self._show_way_in()
        self.window.show()
        old.removeEventFilter(self)
        old.hide()
        old.deleteLater()

    def _numbers(self) -> "Sequence[EmergencyNumber]":
        if self._porch is not None:
            return self._porch.lobby.emergency_numbers
        from dorpssteunpunt.services.founding import default_emergency_numbers

        return default_emergency_numbers()

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
        if self._door is not None:
            self.tasks.run(self._door.walk_away)
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
