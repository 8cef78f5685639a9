"""What every room is given to work with."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from dorpssteunpunt.services.changes import Room
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.exports.records import FileWriter
from dorpssteunpunt.services.imports.records import TableReader
from dorpssteunpunt.services.overviews.papers import SheetWriter
from dorpssteunpunt.services.ports.planner import Planner
from dorpssteunpunt.ui.kit.tasks import Tasks


class Navigate(Protocol):
    """Goes to a room, to one record there, or begins something there."""

    def __call__(self, room: Room, subject: int | None = None, action: str = "") -> None:
        """Show ``room``, with ``subject`` if given; ``action`` is a word of that room."""
        ...


class Notify(Protocol):
    """Says shortly that something was done."""

    def __call__(self, text: str, undo: Callable[[], object] | None = None) -> None:
        """Show ``text`` for a moment, with a way back if ``undo`` is given."""
        ...


@dataclass(frozen=True, slots=True)
class Workplace:
    """The desk of the person who is signed in, and what the window does for a room.

    ``restore`` leaves the rooms to put a backup in the place of the store.
    """

    desk: Desk
    tasks: Tasks
    sheets: SheetWriter
    files: FileWriter
    tables: TableReader
    planner: Planner
    navigate: Navigate
    notify: Notify
    restore: Callable[[], object]

    def today(self) -> date:
        """Return the present day in the village."""
        return self.desk.clock.today()
