"""What a write touched, so that only the screens that show it are refreshed."""

from dataclasses import dataclass
from enum import StrEnum


class Room(StrEnum):
    """The rooms of the house, in the order of the rail."""

    TODAY = "today"
    HELP_REQUESTS = "help_requests"
    ROSTER = "roster"
    HANDOVER = "handover"
    PEOPLE = "people"
    CONCERNS = "concerns"
    OVERVIEWS = "overviews"
    SETTINGS = "settings"


@dataclass(frozen=True, slots=True)
class Changed:
    """The rooms a write touched and the id of the record it was about, if there is one."""

    rooms: frozenset[Room]
    subject: int | None = None


def changed(*rooms: Room, subject: int | None = None) -> Changed:
    """Return a `Changed` for these rooms; *Vandaag* shows a bit of every room and always joins."""
    return Changed(frozenset((*rooms, Room.TODAY)), subject)
