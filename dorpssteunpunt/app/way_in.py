"""The way in to a store: the names at its door, the first start, or what keeps it closed."""

from collections.abc import Callable, Sequence
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from dorpssteunpunt.app.late_paper import LatePaper
from dorpssteunpunt.base.errors import Circumstance
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.ui.kit.tasks import Tasks
from dorpssteunpunt.ui.shell.wishes import Wishes

if TYPE_CHECKING:  # read behind the first paint
    from dorpssteunpunt.base.clock import Clock
    from dorpssteunpunt.domain.support_point import EmergencyNumber
    from dorpssteunpunt.services.door import Door, Doors, Porch, Visit

_PARTS: Final = (
    "dorpssteunpunt.base.formats",
    "dorpssteunpunt.services.founding",
    "dorpssteunpunt.ui.shell.door_page",
    "dorpssteunpunt.ui.shell.sign_in.page",
    "dorpssteunpunt.ui.shell.first_start.welcome",
)


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


class WayIn(QObject):
    """Goes to the door of a store and makes the page that belongs there.

    ``page_made`` carries that page, and whether a language may be offered on it; ``entered``
    carries the `Visit` of whoever came in; ``porch_seen`` the `Porch`; ``restore_wanted`` tells
    that somebody wants a backup back.
    """

    page_made = Signal(object, bool)
    entered = Signal(object)
    porch_seen = Signal(object)
    restore_wanted = Signal()

    def __init__(
        self,
        get_ready: Callable[[], Ready],
        stores: Stores,
        wishes: Wishes,
        tasks: Tasks,
        paper: LatePaper,
        expected: Callable[[], int | None],
    ) -> None:
        """``get_ready`` is called once, off the GUI thread where there is time for it.

        ``expected`` returns the account whose rooms wait, if there is one.
        """
        super().__init__()
        self._get_ready, self._stores, self._wishes = get_ready, stores, wishes
        self._tasks, self._paper, self._expected = tasks, paper, expected
        self.door: Door | None = None
        self.porch: Porch | None = None
        self.porch_seen.connect(self._remember_porch)

    def read(self) -> None:
        """Read what the pages need, behind the first paint."""
        for part in _PARTS:
            import_module(part)
        assert self._ready is not None  # found by now

    def receive(self, store: Path | None) -> None:
        """Go to the door of a store and show the way in, or say what is in the way.

        Without one it is the store that was opened last by choice, or the usual one.
        """
        self.walk_away()
        self.door = self._ready.doors.door(store or self._wishes.last_store or self._stores.usual)
        self.show()

    def show(self, said: str = "") -> None:
        """Show who can come in, and say something there."""
        from dorpssteunpunt.ui.shell.sign_in.page import SignIn

        assert self.door is not None
        page = SignIn(
            self._tasks,
            self.door,
            self._ready.clock.now,
            hint=said or self._stores.hint(self.door.path),
        )
        page.porch_seen.connect(self.porch_seen)
        page.entered.connect(self.entered)
        page.troubled.connect(self.show_trouble)
        self.page_made.emit(page, True)
        page.approach(self._expected() or 0)

    def show_trouble(self, trouble: Circumstance) -> None:
        """Say what keeps the store closed and what can be done; a missing usual one is begun."""
        from dorpssteunpunt.services.faults import FolderMissing, StoreMissing
        from dorpssteunpunt.ui.shell.closed_door import ClosedDoor

        assert self.door is not None
        missing = isinstance(trouble, StoreMissing | FolderMissing)
        if missing and self._is_usual(self.door.path) and not self.door.backups():
            self._welcome()
            return
        page = ClosedDoor(self.door.path, trouble)
        page.again.connect(self.show)
        page.restore.connect(self.restore_wanted)
        page.other.connect(self._open_by_choice)
        page.elsewhere.connect(self._welcome)
        self.page_made.emit(page, True)

    def walk_away(self) -> None:
        """Leave the door to others."""
        if self.door is not None:
            self._tasks.run(self.door.walk_away)

    def numbers(self) -> "Sequence[EmergencyNumber]":
        """Return the emergency numbers of this store, or those that hold everywhere."""
        if self.porch is not None:
            return self.porch.lobby.emergency_numbers
        from dorpssteunpunt.services.founding import default_emergency_numbers

        return default_emergency_numbers()

    @cached_property
    def _ready(self) -> Ready:
        return self._get_ready()

    def _welcome(self) -> None:
        """Offer the ways to begin."""
        from dorpssteunpunt.ui.shell.first_start.welcome import Welcome

        page = Welcome()
        page.new_wanted.connect(self._found)
        page.open_wanted.connect(self._open_by_choice)
        page.restore_wanted.connect(self.restore_wanted)
        page.demo_wanted.connect(lambda: self._go_to_demo(page))
        self.page_made.emit(page, True)

    def _found(self) -> None:
        from dorpssteunpunt.ui.shell.first_start.page import FirstStart

        page = FirstStart(
            self._tasks,
            self._ready.doors,
            self._paper,
            self._ready.clock.today,
            self._stores.usual,
        )
        page.left.connect(self._welcome)
        page.founded.connect(self._take_founded)
        self.page_made.emit(page, False)

    def _take_founded(self, store: Path, visit: "Visit") -> None:
        """Let the coordinator of a new support point in, and hold the store for this window."""
        self._remember(store)
        self.door = door = self._ready.doors.door(store)
        self._tasks.run(door.approach, self.porch_seen.emit)
        self.entered.emit(visit)

    def _go_to_demo(self, page: QWidget) -> None:
        page.setEnabled(False)
        self._tasks.run(
            self._stores.make_demo,
            self.receive,
            owner=page,
            saying=_("The demo village is being made"),
        )

    def _open_by_choice(self, store: Path) -> None:
        self._remember(store)
        self.receive(store)

    def _remember(self, store: Path) -> None:
        self._wishes.choose_store(None if self._is_usual(store) else store)

    def _is_usual(self, store: Path) -> bool:
        return store == self._stores.usual

    def _remember_porch(self, porch: "Porch") -> None:
        self.porch = porch
