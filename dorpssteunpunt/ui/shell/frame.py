"""The window of the person who is signed in: top bar, the rooms, and the line at the bottom."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget

from dorpssteunpunt.base.formats import clock_time
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.accounts import Right
from dorpssteunpunt.services.changes import Changed, Room
from dorpssteunpunt.services.faults import DiskFull
from dorpssteunpunt.services.safekeeping import Kept
from dorpssteunpunt.services.words import in_words
from dorpssteunpunt.services.words.safekeeping import (
    backup_words,
    clock_words,
    copy_words,
    days_without_copy_words,
)
from dorpssteunpunt.ui.kit.form import Form
from dorpssteunpunt.ui.kit.layouts import Column, page_area
from dorpssteunpunt.ui.kit.notice import Notice
from dorpssteunpunt.ui.kit.screen import Drafts, Screen
from dorpssteunpunt.ui.kit.tones import Tone
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.shell.menus import Menu, WindowActions
from dorpssteunpunt.ui.shell.rooms import open_screen, rooms_for
from dorpssteunpunt.ui.shell.standing import StandingNotes
from dorpssteunpunt.ui.shell.status_bar import StatusBar
from dorpssteunpunt.ui.shell.top_bar import Search, SearchHit, TopBar
from dorpssteunpunt.ui.shell.waiting import WaitingLine


@dataclass(frozen=True, slots=True)
class Person:
    """Who is signed in, as the window shows it."""

    account_id: int
    name: str
    role: str
    allows: Callable[[Right], bool]


@dataclass(frozen=True, slots=True)
class Sources:
    """What the window itself asks of the store, on the store thread."""

    search: Search
    badges: Callable[[], Mapping[Room, int]]


class Frame(QWidget):
    """The rooms of one person; each is opened when it is first wanted.

    ``room_shown`` tells the room that is now in sight, ``badges_counted`` what waits in each.
    """

    room_shown = Signal(object)
    badges_counted = Signal(object)

    def __init__(
        self, person: Person, workplace: Workplace, sources: Sources, window: WindowActions
    ) -> None:
        super().__init__()
        self.person = person
        self._workplace, self._sources = workplace, sources
        self._screens: dict[Room, Screen] = {}
        self._areas: dict[Room, QScrollArea] = {}
        self._stale: set[Room] = set()
        self._room: Room | None = None
        self.doors = rooms_for(person.allows)
        menu = Menu(self, self, window, self.doors)
        column = Column(self, gap=0)
        self.top_bar = column.add(
            TopBar(workplace.tasks, sources.search, person.name, person.role, menu)
        )
        self.waiting = column.add(WaitingLine())
        self.standing = column.add(StandingNotes())
        self._stack = column.add(QStackedWidget(), 1)
        self.status = column.add(StatusBar())
        self.notice = Notice(self)
        self.top_bar.lock_wanted.connect(window.lock)
        self.top_bar.search.found.connect(self._go_to_hit)
        workplace.tasks.changed.connect(self._take_change)
        workplace.tasks.waiting.connect(self.waiting.show_waiting)
        self.count_badges()

    def show_room(self, room: Room, subject: int | None = None, action: str = "") -> None:
        """Bring a room into sight, with a record or something to begin."""
        screen = self._screen(room)
        self._stack.setCurrentWidget(self._areas[room])
        self._room = room
        if room in self._stale:
            self._stale.discard(room)
            screen.refresh()
        if subject is not None:
            screen.show_subject(subject, action)
        elif action:
            screen.begin(action)
        self.room_shown.emit(room)

    def focus_screen(self) -> None:
        """Give the keyboard to the first control of the room in sight."""
        screen = self.screen_in_sight()
        if screen is None or screen.isAncestorOf(self.window().focusWidget()):
            return
        first = next(_controls(screen), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def room(self) -> Room | None:
        """Return the room in sight."""
        return self._room

    def screen_in_sight(self) -> Screen | None:
        """Return the screen of the room in sight."""
        return None if self._room is None else self._screens[self._room]

    def screen_of(self, room: Room) -> Screen:
        """Return the screen of a room, opened if need be."""
        return self._screen(room)

    def refresh(self) -> None:
        """Ask anew for everything in sight."""
        screen = self.screen_in_sight()
        if screen is not None:
            screen.refresh()
        self.count_badges()

    def tell_kept(self, kept: Kept) -> None:
        """Say when the last backup and copy were made; ask who can for a copy that is overdue."""
        self.status.say_backup(backup_words(kept.backup))
        self.status.say_copy(copy_words(kept))
        if kept.days_without_copy and self.person.allows(Right.SETTINGS):
            self.standing.say(
                "copy",
                days_without_copy_words(kept.days_without_copy)
                + ". "
                + _("If this computer breaks, what was written since is lost."),
                Tone.WARNING,
                _("To the backups"),
                partial(self._workplace.navigate, Room.SETTINGS, None, "backups"),
            )
        else:
            self.standing.calm("copy")

    def tell_full(self, full: DiskFull) -> None:
        """Say that the disk is full, until something could be saved again."""
        self.standing.say("disk", in_words(full), Tone.DANGER)

    def tell_clock(self, written: datetime | None) -> None:
        """Say what is strange about the clock of this computer."""
        self.standing.say("clock", clock_words(written), Tone.WARNING)

    def focus_search(self) -> None:
        """Give the keyboard to the search box."""
        self.top_bar.focus_search()

    def save(self) -> None:
        """Save the form that has the keyboard."""
        focused = self.window().focusWidget()
        forms = [form for form in self.findChildren(Form) if form.isAncestorOf(focused)]
        if forms:
            forms[-1].submit()

    def undo_words(self) -> str:
        """Return what would be undone in the room in sight, as far as it remembers that."""
        screen = self.screen_in_sight()
        return screen.undo_words() if screen else ""

    def redo_words(self) -> str:
        """Return what would be done again in the room in sight, or an empty string."""
        screen = self.screen_in_sight()
        return screen.redo_words() if screen else ""

    def undo(self) -> None:
        """Undo the last thing that was done in the room in sight, or was told anywhere."""
        screen = self.screen_in_sight()
        if screen and screen.undo_words():
            screen.undo()
        else:
            self.notice.undo_last()

    def redo(self) -> None:
        """Do again what was undone last in the room in sight."""
        screen = self.screen_in_sight()
        if screen:
            screen.redo()

    def print_overview(self) -> None:
        """Show what is on the screen as paper."""
        screen = self.screen_in_sight()
        if screen is not None and screen.can_print:
            screen.print_overview()

    def count_badges(self) -> None:
        """Count anew what waits in each room."""
        self._workplace.tasks.run(
            self._sources.badges, self.badges_counted.emit, owner=self, key="badges"
        )

    def drafts(self) -> dict[Room, Drafts]:
        """Return what was typed in each room and not kept."""
        return {room: screen.drafts() for room, screen in self._screens.items() if screen.dirty()}

    def take_up(self, drafts: Mapping[Room, Drafts]) -> None:
        """Put back what `drafts` returned before."""
        for room, draft in drafts.items():
            self._screen(room).take_up(draft)

    def set_narrow(self, narrow: bool) -> None:
        """Fit a window that is narrow for its text size."""
        self.top_bar.set_narrow(narrow)
        self.status.set_narrow(narrow)

    def _screen(self, room: Room) -> Screen:
        if room not in self._screens:
            screen = open_screen(room, self._workplace)
            self._screens[room] = screen
            self._areas[room] = page_area(screen)
            self._stack.addWidget(self._areas[room])
            screen.refresh()
        return self._screens[room]

    def _take_change(self, change: Changed) -> None:
        self.standing.calm("disk")
        at = clock_time(self._workplace.desk.clock.now().time())
        self.status.say_saved(_("Everything saved at {time}").format(time=at))
        for room, screen in self._screens.items():
            if not change.rooms & (screen.watches | {room}):
                continue
            if room is self._room and self.isVisible():
                screen.refresh()
            else:
                self._stale.add(room)
        self.count_badges()

    def _go_to_hit(self, hit: SearchHit) -> None:
        self._workplace.navigate(hit.room, hit.subject)


def _controls(screen: QWidget) -> Iterator[QWidget]:
    """Go through what the Tab key reaches in a screen."""
    widget = screen.nextInFocusChain()
    while widget is not None and screen.isAncestorOf(widget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(screen):
            yield widget
        widget = widget.nextInFocusChain()
