"""Help requests: their states, what may follow on what, and what makes one wait too long."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from dorpssteunpunt.base.errors import Refusal
from dorpssteunpunt.domain.people import NEW, ContactPreference, Paper


class RequestState(StrEnum):
    """Where a help request stands; the last four are outcomes."""

    NEW = "new"
    IN_PROGRESS = "in_progress"
    MATCHED = "matched"
    DONE = "done"
    REFERRED = "referred"
    UNMET = "unmet"
    WITHDRAWN = "withdrawn"

    @property
    def is_open(self) -> bool:
        """Whether something still has to happen."""
        return self in OPEN_STATES

    @property
    def is_outcome(self) -> bool:
        """Whether a request closes with this state."""
        return self not in OPEN_STATES


OPEN_STATES = frozenset({RequestState.NEW, RequestState.IN_PROGRESS, RequestState.MATCHED})


class Urgency(StrEnum):
    """How soon somebody has to act."""

    NORMAL = "normal"
    SOON = "soon"
    URGENT = "urgent"


class RequestEventKind(StrEnum):
    """What happened to a request, one line of its timeline each."""

    RECORDED = "recorded"
    CHANGED = "changed"
    TAKEN_UP = "taken_up"
    CONTACT = "contact"
    MATCHED = "matched"
    UNMATCHED = "unmatched"
    WAITING = "waiting"
    CONCERN = "concern"
    CLOSED = "closed"
    REOPENED = "reopened"


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpRequest:
    """What a resident asks; times are wall-clock times at the support point.

    `needed_on` is the day of the help itself, `needed_before` the last day it is any use; both
    may be open. `due_on` is the day by which the desk wants to have moved (see `due_date`).
    """

    id: int = NEW
    requester_id: int
    kind_id: int
    what: str
    needed_on: date | None = None
    needed_before: date | None = None
    start: time | None = None
    end: time | None = None
    when_note: str = ""
    place: str = ""
    urgency: Urgency = Urgency.NORMAL
    contact_preference: ContactPreference = ContactPreference.PHONE
    contact_note: str = ""
    consent_on: date | None = None
    consent_withdrawn_on: date | None = None
    state: RequestState = RequestState.NEW
    waiting_until: date | None = None
    follow_up_on: date | None = None
    volunteer_id: int | None = None
    recorded_at: datetime
    recorded_by: int
    due_on: date
    closed_at: datetime | None = None
    outcome_note: str = ""
    referred_to: str = ""

    @property
    def has_consent(self) -> bool:
        """Whether the resident's data may be shared with a partner today."""
        return self.consent_on is not None and self.consent_withdrawn_on is None

    def waits_too_long(self, today: date, patience_days: int) -> bool:
        """Say whether nobody has been found for longer than the village finds acceptable."""
        return (
            self.state in (RequestState.NEW, RequestState.IN_PROGRESS)
            and (self.waiting_until is None or self.waiting_until <= today)
            and days_open(self.recorded_at, today) > patience_days
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestEvent:
    """One line of a request's timeline; contacts also say with whom and when to follow up."""

    id: int = NEW
    request_id: int
    at: datetime
    account_id: int
    kind: RequestEventKind
    text: str = ""
    with_whom: str = ""
    volunteer_id: int | None = None
    follow_up_on: date | None = None


def days_open(recorded_at: datetime, today: date) -> int:
    """Return how many days ago something was recorded."""
    return (today - recorded_at.date()).days


def due_date(
    recorded_on: date,
    needed_on: date | None,
    needed_before: date | None,
    waiting_until: date | None,
    follow_up_on: date | None,
    patience_days: int,
) -> date:
    """Return the day by which the desk wants to have moved.

    That is the first of the day of the help, the last useful day and the promised follow-up;
    without any of them the day on which the request starts waiting too long. A request that
    waits on purpose is not due before that day.
    """
    known = [day for day in (needed_on, needed_before, follow_up_on) if day]
    due = min(known, default=recorded_on + timedelta(days=patience_days))
    return max(due, waiting_until) if waiting_until else due


class RequestClosed(Refusal):
    """Nothing changes on a closed request; it is reopened first."""


class RequestNotClosed(Refusal):
    """Only a closed request can be reopened."""


class OutcomeNeeded(Refusal):
    """A request closes with an outcome; unmet and referred need a word of explanation too."""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field


class WhatMissing(Refusal):
    """A request says what is asked."""

    field = "what"


class EndsBeforeStart(Refusal):
    """The end of a span comes after its start."""

    field = "end"


class PapersMissing(Refusal):
    """This volunteer's papers are not in order for a one-to-one task; a reason overrides it."""

    field = "override_reason"

    def __init__(self, missing: tuple[Paper, ...]) -> None:
        super().__init__(missing)
        self.missing = missing


class ConsentMissing(Refusal):
    """Sharing with a partner needs the resident's recorded consent."""

    field = "consent"


def close(
    request: HelpRequest, outcome: RequestState, note: str, referred_to: str, at: datetime
) -> HelpRequest:
    """Return the request closed with an outcome.

    Raises `RequestClosed`, `OutcomeNeeded` (no outcome; unmet without a reason; referred without
    saying to whom) or `ConsentMissing` (referred without consent and without a reason in `note`).
    """
    if not request.state.is_open:
        raise RequestClosed
    if not outcome.is_outcome:
        raise OutcomeNeeded("outcome")
    if outcome is RequestState.UNMET and not note.strip():
        raise OutcomeNeeded("outcome_note")
    if outcome is RequestState.REFERRED and not referred_to.strip():
        raise OutcomeNeeded("referred_to")
    if outcome is RequestState.REFERRED and not request.has_consent:
        raise ConsentMissing
    return replace(
        request,
        state=outcome,
        outcome_note=note.strip(),
        referred_to=referred_to.strip(),
        closed_at=at,
        waiting_until=None,
        follow_up_on=None,
    )


def reopen(request: HelpRequest) -> HelpRequest:
    """Return a closed request taken up again; raises `RequestNotClosed`."""
    if request.state.is_open:
        raise RequestNotClosed
    state = RequestState.MATCHED if request.volunteer_id else RequestState.IN_PROGRESS
    return replace(request, state=state, closed_at=None, outcome_note="", referred_to="")
