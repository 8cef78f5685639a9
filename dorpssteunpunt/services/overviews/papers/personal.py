"""The own shifts of one volunteer, to take home."""

from dataclasses import dataclass
from datetime import date, timedelta

from dorpssteunpunt.services.overviews.papers.parts import Contact, Hours, Letterhead
from dorpssteunpunt.services.overviews.papers.roster import RosterName


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnShift:
    """A shift of this volunteer, how long it really lasts, and with whom it is.

    A shift of a week that was never published is a concept.
    """

    day: date
    daypart: str
    hours: Hours
    length: timedelta
    together_with: tuple[RosterName, ...] = ()
    is_lead: bool = False
    is_stand_in: bool = False
    is_concept: bool = False
    changed_on: date | None = None


@dataclass(frozen=True, slots=True)
class LostShift:
    """A shift that this volunteer was taken off, and why."""

    day: date
    daypart: str
    hours: Hours
    reason: str


@dataclass(frozen=True, slots=True)
class PersonalRoster:
    """The shifts of one volunteer in order of time, and those ahead that they no longer have."""

    name: str
    shifts: tuple[OwnShift, ...]
    lost: tuple[LostShift, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonalOverview:
    """For each volunteer a page of their own, from `first` to `last`, both included."""

    letterhead: Letterhead
    printed_on: date
    first: date
    last: date
    rosters: tuple[PersonalRoster, ...]
    when_absent: Contact | None = None
