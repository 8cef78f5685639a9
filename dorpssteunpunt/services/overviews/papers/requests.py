"""Open requests, for the folder at the desk."""

from dataclasses import dataclass
from datetime import date

from dorpssteunpunt.services.overviews.papers.parts import Hours, Letterhead, Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestRow:
    """One open request as the desk needs it when the computer is off.

    `when_note` adds to or replaces the date ("elke donderdag", "ochtend"). `place` is where to or
    where, when that is not the resident's home. `contact` says how they like to be reached.
    `volunteer` is empty while one is sought.
    """

    number: int
    kind: str
    state: str
    what: str
    requester: str
    waiting_since: date
    street: str = ""
    phone: str = ""
    contact: str = ""
    place: str = ""
    needed_on: date | None = None
    needed_before: date | None = None
    hours: Hours | None = None
    when_note: str = ""
    urgency: str = ""
    tone: Tone = Tone.CALM
    volunteer: str = ""
    volunteer_phone: str = ""
    follow_up_on: date | None = None
    follow_up: str = ""
    waits_until: date | None = None


@dataclass(frozen=True, slots=True)
class RequestGroup:
    """Requests that want the same of the desk; an empty group is counted, not drawn."""

    title: str
    requests: tuple[RequestRow, ...]


@dataclass(frozen=True, slots=True)
class RequestsOverview:
    """What is open, most pressing group first."""

    letterhead: Letterhead
    printed_on: date
    groups: tuple[RequestGroup, ...]
