"""Whom to call about their shifts, for who phones around."""

from dataclasses import dataclass
from datetime import date

from dorpssteunpunt.services.overviews.papers.parts import Hours, Letterhead


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftToConfirm:
    """A shift somebody did not confirm, or was taken off and does not know of (`lost_because`).

    `said` is how calling them ended so far, in words.
    """

    day: date
    daypart: str
    hours: Hours
    is_lead: bool = False
    lost_because: str = ""
    said: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CallPerson:
    """Somebody to call; the number, and how best to reach them, only when they agreed to that."""

    name: str
    phone: str = ""
    mind: str = ""
    shifts: tuple[ShiftToConfirm, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RemindersOverview:
    """Who did not confirm their shifts from `first` to `last`, in Dutch name order."""

    letterhead: Letterhead
    printed_on: date
    first: date
    last: date
    people: tuple[CallPerson, ...]
