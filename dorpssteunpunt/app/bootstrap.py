"""The one place that builds the parts of the window and connects them."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from dorpssteunpunt.base.clock import SystemClock
from dorpssteunpunt.base.errors import Circumstance
from dorpssteunpunt.base.formats import clock_time, moment
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.base.paths import resource
from dorpssteunpunt.base.preferences import Preferences
from dorpssteunpunt.domain.support_point import EmergencyNumber
from dorpssteunpunt.services.changes import Changed, Room
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.door import Door, Doors, Porch, Visit
from dorpssteunpunt.services.faults import FolderMissing, StoreMissing
from dorpssteunpunt.services.founding import default_emergency_numbers
from dorpssteunpunt.services.overviews.papers import Overview
from dorpssteunpunt.ui.kit.tasks import Tasks
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.shell.closed_door import ClosedDoor
from dorpssteunpunt.ui.shell.first_start.page import FirstStart
from dorpssteunpunt.ui.shell.first_start.welcome import Welcome
from dorpssteunpunt.ui.shell.main_window import MainWindow
from dorpssteunpunt.ui.shell.sign_in.page import SignIn


class LatePaper:
    """Draws papers; what draws them is loaded with the first one. A `SheetWriter`."""

    def draw(self, overview: Overview) -> bytes:
        """Return the overview as a PDF."""
        from dorpssteunpunt.pdf.writer import PdfSheetWriter

        return PdfSheetWriter().draw(overview)


class Reception(QObject):
    """Receives who comes to the window: shows the way in, lets them in, locks, and closes."""

    def __init__(
        self,
        doors: Doors,
        preferences: Preferences,
        usual: Path,
        make_demo: Callable[[], Path],
        keep: Callable[[Preferences], object],
    ) -> None:
        """`usual` is the store of this computer; `make_demo` makes or finds the demo village.

        `keep` remembers changed preferences.
        """
        super().__init__()
        self._preferences = preferences
        self._usual, self._make_demo, self._keep = usual, make_demo, keep
        self.tasks = Tasks()
        self._doors = doors
        self._door: Door | None = None
        self._porch: Porch | None = None
        self._visit: Visit | None = None
        self._sheets = LatePaper()
        self.window = MainWindow(
            self.tasks,
            numbers=self._numbers,
            open_manual=open_manual,
            choose_language=self._choose_language,
        )
        self.window.locked.connect(self._show_way_in)
        self.window.closing.connect(self.close)
        self.tasks.changed.connect(self._tell_saved)

    def receive(self, store: Path) -> None:
        """Go to the door of a store and show the way in, or say what is in the way."""
        self._door = self._doors.door(store)
        self._show_way_in()

    def desk(self) -> Desk:
        """Return the desk of who is signed in; asking while nobody is, is a bug."""
        assert self._visit is not None
        return self._visit.desk

    def close(self) -> None:
        """Back up, let the store go and stop the threads; what was saved stays saved."""
        visit, self._visit = self._visit, None
        if visit is not None:
            self.tasks.run(lambda: _farewell(visit))
        if self._door is not None:
            self.tasks.run(self._door.walk_away)
        self.tasks.close()

    def _show_way_in(self) -> None:
        assert self._door is not None
        page = SignIn(self.tasks, self._door, show_names=self._preferences.show_names)
        page.porch_seen.connect(self._take_porch)
        page.entered.connect(self._let_in)
        page.troubled.connect(self._show_trouble)
        self.window.show_sign_in(page)
        page.approach(self.window.kept_account() or 0)

    def _show_trouble(self, trouble: Circumstance) -> None:
        assert self._door is not None
        if isinstance(trouble, StoreMissing | FolderMissing) and self._door.path == self._usual:
            self._welcome()
            return
        page = ClosedDoor(self._door.path, trouble)
        page.again.connect(self._show_way_in)
        page.other.connect(self.receive)
        self.window.show_sign_in(page)

    def _welcome(self) -> None:
        """Offer the ways to begin, on a computer that has no support point yet."""
        page = Welcome()
        page.new_wanted.connect(self._found)
        page.open_wanted.connect(self.receive)
        page.demo_wanted.connect(self._go_to_demo)
        self.window.show_sign_in(page)

    def _found(self) -> None:
        page = FirstStart(self.tasks, self._doors, self._sheets, SystemClock().today, self._usual)
        page.left.connect(self._welcome)
        page.founded.connect(self._take_founded)
        self.window.show_sign_in(page)

    def _take_founded(self, store: Path, visit: Visit) -> None:
        """Let the coordinator of a new support point in, and hold the store for this window."""
        door = self._doors.door(store)
        self._door = door
        self.tasks.run(door.approach, self._take_porch)
        self._let_in(visit)

    def _go_to_demo(self) -> None:
        self.tasks.run(
            self._make_demo, self.receive, saying=_("The demo village is being made"), owner=self
        )

    def _take_porch(self, porch: Porch) -> None:
        self._porch = porch
        self.window.set_doorplate(porch.lobby.support_point, porch.lobby.village)

    def _let_in(self, visit: Visit) -> None:
        """Show the rooms: as they were to the person they belong to, anew to anybody else."""
        before, self._visit = self._visit, visit
        if before is not None and before.desk.actor == visit.desk.actor:
            # The rooms go on with the store they were opened with.
            self._visit = before
            self.tasks.run(visit.leave)
            self.window.resume()
            return
        if before is not None:
            self.tasks.run(before.leave)
        self._furnish(visit)

    def _furnish(self, visit: Visit) -> None:
        # Imported here: what the rooms need is loaded while somebody signs in (app/loading.py).
        from dorpssteunpunt.app.window_sources import person_of, sources_of

        workplace = Workplace(
            visit.desk, self.tasks, self._sheets, self.window.navigate, self.window.notify
        )
        self.window.enter(workplace, person_of(visit.desk), sources_of(visit.desk))
        self.tasks.run(lambda: _limits(visit), self._take_limits)

    def _take_limits(self, limits: tuple[int, str]) -> None:
        minutes, backup = limits
        self.window.lock_after(minutes)
        if self.window.frame is not None:
            self.window.frame.status.say_backup(backup)

    def _choose_language(self, language: str) -> None:
        """Remember another language; what is open stays as it is until the next start."""
        self._preferences = replace(self._preferences, language=language)
        self._keep(self._preferences)
        self.window.notify(_("The language changes when the program is started anew."))

    def _tell_saved(self, _change: Changed) -> None:
        if self.window.frame is not None and self._visit is not None:
            now = clock_time(self._visit.desk.clock.now().time())
            self.window.frame.status.say_saved(_("All saved {time}").format(time=now))

    def _numbers(self) -> Sequence[EmergencyNumber]:
        return self._porch.lobby.emergency_numbers if self._porch else default_emergency_numbers()


def open_manual(room: Room | None) -> None:
    """Open the manual at a room, in the program that reads such files; nothing goes online."""
    address = QUrl.fromLocalFile(str(resource("manual", "handleiding.html")))
    if room is not None:
        address.setFragment(room.value)
    QDesktopServices.openUrl(address)


def _limits(visit: Visit) -> tuple[int, str]:
    """Return after how many minutes to lock, and when the last backup was made, in words."""
    minutes = _idle_minutes(visit.desk)
    made = visit.last_backup()
    return minutes, _("Backup of {moment}").format(moment=moment(made)) if made else ""


def _idle_minutes(desk: Desk) -> int:
    with desk.store.reading() as uow:
        return uow.support_point.support_point().idle_lock_minutes


def _farewell(visit: Visit) -> None:
    """Back up and leave; a backup that fails is told at the next start, not in the way of going."""
    try:
        visit.back_up()
    except Circumstance:
        pass
    finally:
        visit.leave()
