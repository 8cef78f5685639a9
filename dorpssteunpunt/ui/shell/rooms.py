"""The rooms of the window: their names, signs and rights, and how their screens are opened."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Final

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.accounts import Right
from dorpssteunpunt.services.changes import Room

if TYPE_CHECKING:  # the rail names the rooms before any of them is read
    from dorpssteunpunt.ui.kit.screen import Screen
    from dorpssteunpunt.ui.kit.workplace import Workplace

_ICONS: Final = {
    Room.TODAY: "house",
    Room.HELP_REQUESTS: "hand-helping",
    Room.ROSTER: "calendar-days",
    Room.HANDOVER: "notebook-pen",
    Room.PEOPLE: "users",
    Room.CONCERNS: "bell",
    Room.OVERVIEWS: "printer",
    Room.SETTINGS: "settings",
}
# Who lacks the right does not see the room; rooms that are not named here are everybody's.
_RIGHTS: Final = {
    Room.HELP_REQUESTS: Right.HELP_REQUESTS,
    Room.ROSTER: Right.ROSTER,
    Room.HANDOVER: Right.HANDOVER,
    Room.PEOPLE: Right.CONTACT_DATA,
    Room.CONCERNS: Right.WRITE_CONCERNS,
}


@dataclass(frozen=True, slots=True)
class RoomDoor:
    """A room as the rail shows it."""

    room: Room
    title: str
    icon_name: str


def rooms_for(allows: Callable[[Right], bool]) -> tuple[RoomDoor, ...]:
    """Return the rooms that somebody with these rights sees, in the order of the rail."""
    titles = _titles()
    return tuple(
        RoomDoor(room, titles[room], _ICONS[room])
        for room in Room
        if room not in _RIGHTS or allows(_RIGHTS[room])
    )


def open_screen(room: Room, workplace: "Workplace") -> "Screen":
    """Load the screen of a room and build it; the code of a room is not read before."""
    module = import_module(f"dorpssteunpunt.ui.rooms.{room.value}.screen")
    name = "".join(word.capitalize() for word in room.value.split("_"))
    screen: Screen = getattr(module, f"{name}Screen")(workplace)
    return screen


def _titles() -> dict[Room, str]:
    return {
        Room.TODAY: _("Today"),
        Room.HELP_REQUESTS: _("Help requests"),
        Room.ROSTER: _("Roster"),
        Room.HANDOVER: _("Handover"),
        Room.PEOPLE: _("People"),
        Room.CONCERNS: _("Signals"),
        Room.OVERVIEWS: _("Overviews"),
        Room.SETTINGS: _("Management"),
    }
