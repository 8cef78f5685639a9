"""The window: the rail, and beside it either the way in or the rooms of who is signed in."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QSettings, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QStackedWidget, QWidget

from dorpssteunpunt.base.errors import Circumstance
from dorpssteunpunt.services.changes import Room
from dorpssteunpunt.ui.kit import appearance
from dorpssteunpunt.ui.kit.layouts import Row
from dorpssteunpunt.ui.kit.screens import room_around
from dorpssteunpunt.ui.kit.tasks import Tasks
from dorpssteunpunt.ui.kit.theme import em, px, theme
from dorpssteunpunt.ui.shell.idle_lock import IdleLock
from dorpssteunpunt.ui.shell.rail import Rail
from dorpssteunpunt.ui.shell.trouble import Trouble

if TYPE_CHECKING:  # the rooms are read when somebody comes in, not before the first paint
    from dorpssteunpunt.domain.support_point import EmergencyNumber
    from dorpssteunpunt.ui.kit.screen import Drafts
    from dorpssteunpunt.ui.kit.workplace import Workplace
    from dorpssteunpunt.ui.shell.frame import Frame, Person, Sources
    from dorpssteunpunt.ui.shell.system_lock import SystemLock

_NARROW_BELOW: Final = 60.0  # width of the window in heights of the body text
_GEOMETRY: Final = "window/geometry"


class MainWindow(QMainWindow):
    """Holds the way in and the rooms.

    ``locked`` tells that the rooms are out of sight and the way in has to be shown;
    ``closing`` that the window is about to close; ``store_lost`` carries the circumstance in
    which the rooms cannot go on.
    """

    locked = Signal()
    closing = Signal()
    store_lost = Signal(object)

    def __init__(
        self,
        tasks: Tasks,
        *,
        numbers: "Callable[[], Sequence[EmergencyNumber]]",
        open_manual: Callable[[Room | None], object],
        choose_language: Callable[[str], object],
    ) -> None:
        super().__init__()
        self._tasks, self._numbers, self._open_manual = tasks, numbers, open_manual
        self._choose_language = choose_language
        self._frame: Frame | None = None
        self._unlocked = False
        self._system: SystemLock | None = None
        self._hidden: list[QDialog] = []
        self._drafts: dict[int, Mapping[Room, Drafts]] = {}
        self._trouble = Trouble(self)
        self.setWindowTitle("Dorpssteunpunt")
        centre = QWidget()
        row = Row(centre, gap=0)
        self.rail = row.add(Rail())
        self._stack = row.add(QStackedWidget(), 1)
        self.setCentralWidget(centre)
        self._idle = IdleLock(_application(), parent=self)
        self._idle.idle.connect(self.lock)
        self.rail.room_wanted.connect(self.navigate)
        self.rail.emergency_wanted.connect(self.show_emergency_numbers)
        tasks.troubled.connect(self._take_trouble)
        tasks.refused.connect(self._trouble.tell)
        self._add_shortcuts()
        self._arrange()
        theme().changed.connect(self._arrange)
        self._restore_place()

    def show_sign_in(self, page: QWidget, *, unlocked: bool = False) -> None:
        """Show a way in (or the first start) in place of the rooms.

        A page for who is signed in is ``unlocked``: it goes away like the rooms do.
        """
        self._unlocked = unlocked
        while (old := self._stack.widget(0)) is not None and old is not self._frame:
            self._stack.removeWidget(old)
            old.deleteLater()
        self._stack.insertWidget(0, page)
        self._stack.setCurrentWidget(page)
        self.rail.show_rooms(())

    def set_doorplate(self, name: str, village: str) -> None:
        """Say on the rail whose support point this is."""
        self.rail.set_doorplate(name, village)

    def lock_after(self, minutes: float) -> None:
        """Lock when nobody touched anything for so many minutes; 0 is never."""
        self._idle.lock_after(minutes)

    def kept_account(self) -> int | None:
        """Return whose rooms are kept, also while locked; their desk has to stay open."""
        return self._frame.person.account_id if self._frame else None

    def enter(self, workplace: "Workplace", person: "Person", sources: "Sources") -> None:
        """Show the rooms to somebody, from *Vandaag*, with what they typed before."""
        from dorpssteunpunt.ui.shell.frame import Frame
        from dorpssteunpunt.ui.shell.menus import WindowActions

        self.forget_person()
        window = WindowActions(
            self.lock,
            self.show_emergency_numbers,
            self.open_manual,
            self._choose_language,
            self.close,
        )
        self._frame = Frame(person, workplace, sources, window)
        self._frame.room_shown.connect(self.rail.show_room)
        self._frame.badges_counted.connect(self.rail.show_counts)
        self._stack.addWidget(self._frame)
        self._show_frame(self._frame)
        self._frame.take_up(self._drafts.pop(person.account_id, {}))
        self.navigate(Room.TODAY)
        self._frame.focus_screen()
        self._listen_to_system()

    def resume(self) -> None:
        """Show the kept rooms again to the same person, as they were."""
        assert self._frame is not None
        self._show_frame(self._frame)
        room = self._frame.room()
        if room is not None:
            self._frame.show_room(room)
        for dialog in self._hidden:
            dialog.show()
        self._hidden.clear()

    def forget_person(self) -> None:
        """Let the kept rooms go; what was typed there is kept for the same person."""
        if self._frame is None:
            return
        drafts = self._frame.drafts()
        if drafts:
            self._drafts[self._frame.person.account_id] = drafts
        self._stack.removeWidget(self._frame)
        self._frame.hide()
        self._frame.deleteLater()
        self._frame = None
        self._hidden.clear()

    def has_drafts(self) -> bool:
        """Say whether anybody typed something that is not kept yet."""
        return bool(self._drafts) or (self._frame is not None and bool(self._frame.drafts()))

    def take_place_of(self, other: "MainWindow") -> None:
        """Stand where another window stood, with what was typed there."""
        self.restoreGeometry(other.saveGeometry())
        other.lock_after(0)
        other.forget_person()
        self._drafts = other._drafts

    def lock(self) -> None:
        """Take the rooms and every dialog over them out of sight."""
        if not (self.is_open() or self._unlocked):
            return
        self._hidden = [dialog for dialog in self.findChildren(QDialog) if dialog.isVisible()]
        for dialog in self._hidden:
            dialog.hide()
        self.rail.show_rooms(())
        self.locked.emit()

    def is_open(self) -> bool:
        """Say whether somebody's rooms are in sight."""
        return self._frame is not None and self._stack.currentWidget() is self._frame

    def navigate(self, room: Room, subject: int | None = None, action: str = "") -> None:
        """Show a room, with a record or something to begin; nothing while locked."""
        if self._frame is not None and self.is_open():
            walks_the_rail = self.rail.isAncestorOf(self.focusWidget())
            self._frame.show_room(room, subject, action)
            if not walks_the_rail:
                self._frame.focus_screen()

    def notify(self, text: str, undo: Callable[[], object] | None = None) -> None:
        """Say shortly that something was done."""
        if self._frame is not None:
            self._frame.notice.say(text, undo)

    @property
    def frame(self) -> "Frame | None":
        """The rooms of who is signed in, or None."""
        return self._frame

    def show_emergency_numbers(self) -> None:
        """Show the emergency numbers, locked or not."""
        from dorpssteunpunt.ui.shell.emergency_numbers import show_emergency_numbers

        show_emergency_numbers(self, self._numbers())

    def open_manual(self) -> None:
        """Open the manual at the room in sight."""
        self._open_manual(self._frame.room() if self._frame and self.is_open() else None)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the place of the window and tell that it closes."""
        QSettings().setValue(_GEOMETRY, self.saveGeometry())
        self.hide()  # what is still to be kept is kept out of sight
        self.closing.emit()
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit rail and bars to the width."""
        super().resizeEvent(event)
        self._arrange()

    def _take_trouble(self, trouble: Circumstance) -> None:
        # Imported here: no first paint waits for what may go wrong later.
        from dorpssteunpunt.services.faults import DiskFull, StoreDamaged

        if self._frame is None:
            self._trouble.tell(trouble)
        elif isinstance(trouble, StoreDamaged):
            self.store_lost.emit(trouble)
        elif isinstance(trouble, DiskFull):
            self._frame.tell_full(trouble)
        else:
            self._trouble.tell(trouble)

    def _listen_to_system(self) -> None:
        if self._system is None:
            from dorpssteunpunt.ui.shell.system_lock import SystemLock

            self._system = SystemLock(self)
            self._system.locked.connect(self.lock)
            self._system.listen(self)

    def _show_frame(self, frame: "Frame") -> None:
        self.rail.show_rooms(frame.doors)
        self._stack.setCurrentWidget(frame)
        frame.count_badges()
        self._arrange()

    def _add_shortcuts(self) -> None:
        for keys, call in (
            ("F1", self.open_manual),
            ("Ctrl++", appearance.enlarge_text),
            ("Ctrl+=", appearance.enlarge_text),
            ("Ctrl+-", appearance.reduce_text),
            ("Ctrl+0", appearance.reset_text),
        ):
            QShortcut(QKeySequence(keys), self, call)

    def _arrange(self) -> None:
        narrow = em(self.width()) < _NARROW_BELOW
        self.rail.set_narrow(narrow)
        if self._frame is not None:
            self._frame.set_narrow(narrow)

    def _restore_place(self) -> None:
        remembered = QSettings().value(_GEOMETRY)
        if not isinstance(remembered, QByteArray) or not self.restoreGeometry(remembered):
            room = room_around(self)
            self.resize(min(px(1366), room.width()), min(px(768), room.height()))


def _application() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
