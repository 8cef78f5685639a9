"""Help requests: what is asked, the states it goes through and what may follow on what."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time
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
    CONSENT_GIVEN = "consent_given"
    CONSENT_WITHDRAWN = "consent_withdrawn"
    CONSENT_EXCEPTION = "consent_exception"
    CONCERN = "concern"
    CLOSED = "closed"
    REOPENED = "reopened"


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpRequest:
    """What a resident asks; times are wall-clock times at the support point.

    `needed_on` is the day of the help itself, `needed_before` the last day it is any use; both
    may be open. `due_on` is the day by which the desk wants to have moved (domain/waiting.py).
    No `place` means at the resident's home. `consent_exception` is why a professional referred
    without consent.
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
    consent_exception: str = ""
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


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestEvent:
    """One line of a request's timeline.

    The text is what somebody wrote, or for a change the names of the fields that changed.
    `follow_up_on` is the day to which a contact or waiting points, `with_whom` who was spoken to
    or referred to, `outcome` that of closing.
    """

    id: int = NEW
    request_id: int
    at: datetime
    account_id: int
    kind: RequestEventKind
    text: str = ""
    with_whom: str = ""
    volunteer_id: int | None = None
    follow_up_on: date | None = None
    outcome: RequestState | None = None


class RequestClosed(Refusal):
    """Nothing changes on a closed request; it is reopened first."""


class RequestNotClosed(Refusal):
    """Only a closed request can be reopened."""


class OutcomeNeeded(Refusal):
    """A request closes with an outcome; unmet and referred need a word of explanation too."""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field


class ReasonNeeded(Refusal):
    """Taking something back is done with a reason."""

    field = "reason"


class ContactMissing(Refusal):
    """A line in the contact log says what was said."""

    field = "text"


class DayHasGoneBy(Refusal):
    """Waiting and following up are done on a later day."""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field


class AlreadyMatched(Refusal):
    """Somebody has this request already; that is taken back first."""


class NotMatched(Refusal):
    """Nobody has this request."""


class VolunteerNotActive(Refusal):
    """This person is not with the support point as a volunteer now."""

    field = "volunteer"


class OwnRequest(Refusal):
    """Nobody is their own volunteer."""

    field = "volunteer"


class PapersMissing(Refusal):
    """This volunteer's papers are not in order for a one-to-one task; a reason overrides it."""

    field = "override_reason"

    def __init__(self, missing: tuple[Paper, ...]) -> None:
        super().__init__(missing)
        self.missing = missing


class ConsentMissing(Refusal):
    """Sharing with a partner needs recorded consent, or a professional's reason to go without."""

    field = "consent"


def take_up(request: HelpRequest) -> HelpRequest:
    """Return the request in progress, as it may be already; raises `RequestClosed`."""
    _check_open(request)
    if request.state is not RequestState.NEW:
        return request
    return replace(request, state=RequestState.IN_PROGRESS)


def follow_up(request: HelpRequest, on: date | None, today: date) -> HelpRequest:
    """Return the request after a contact: taken up, with a new day to follow up or none.

    Somebody may still call about a closed request; then nothing changes and there is nothing to
    follow up. Raises `DayHasGoneBy` and, for a follow-up on a closed request, `RequestClosed`.
    """
    if on and on < today:
        raise DayHasGoneBy("follow_up_on")
    if not request.state.is_open and on is None:
        return request
    return replace(take_up(request), follow_up_on=on)


def wait(request: HelpRequest, until: date | None, today: date) -> HelpRequest:
    """Return the request put off until a later day, or with None put off no longer.

    Raises `RequestClosed` or `DayHasGoneBy`.
    """
    _check_open(request)
    if until and until <= today:
        raise DayHasGoneBy("waiting_until")
    return replace(request, waiting_until=until)


def match(
    request: HelpRequest, volunteer_id: int, missing: tuple[Paper, ...], override_reason: str
) -> HelpRequest:
    """Return the request given to a volunteer whose papers lack what is `missing`.

    Raises `RequestClosed`, `AlreadyMatched`, `OwnRequest`, or `PapersMissing` when something is
    missing and nobody says why it is fine all the same.
    """
    _check_open(request)
    if request.state is RequestState.MATCHED:
        raise AlreadyMatched
    if volunteer_id == request.requester_id:
        raise OwnRequest
    if missing and not override_reason.strip():
        raise PapersMissing(missing)
    return replace(request, state=RequestState.MATCHED, volunteer_id=volunteer_id)


def unmatch(request: HelpRequest, reason: str) -> HelpRequest:
    """Return the request with nobody on it.

    Raises `RequestClosed`, `NotMatched` or `ReasonNeeded`.
    """
    _check_open(request)
    if request.state is not RequestState.MATCHED:
        raise NotMatched
    if not reason.strip():
        raise ReasonNeeded
    return replace(request, state=RequestState.IN_PROGRESS, volunteer_id=None)


def give_consent(request: HelpRequest, today: date) -> HelpRequest:
    """Return the request with the resident's consent of today; raises `RequestClosed`."""
    _check_open(request)
    return replace(request, consent_on=today, consent_withdrawn_on=None)


def withdraw_consent(request: HelpRequest, today: date) -> HelpRequest:
    """Return the request without consent from today on, also when it is closed.

    Raises `ConsentMissing` when there is none to withdraw.
    """
    if not request.has_consent:
        raise ConsentMissing
    return replace(request, consent_withdrawn_on=today)


def close(
    request: HelpRequest,
    outcome: RequestState,
    at: datetime,
    *,
    note: str = "",
    referred_to: str = "",
    consent_exception: str = "",
) -> HelpRequest:
    """Return the request closed with an outcome.

    Raises `RequestClosed`, `OutcomeNeeded` (no outcome; unmet without a reason; referred without
    saying to whom) or `ConsentMissing` (referred without consent and without an exception).
    """
    _check_open(request)
    if not outcome.is_outcome:
        raise OutcomeNeeded("outcome")
    if outcome is RequestState.UNMET and not note.strip():
        raise OutcomeNeeded("note")
    referred = outcome is RequestState.REFERRED
    if referred and not referred_to.strip():
        raise OutcomeNeeded("referred_to")
    exception = "" if request.has_consent else consent_exception.strip()
    if referred and not request.has_consent and not exception:
        raise ConsentMissing
    return replace(
        request,
        state=outcome,
        outcome_note=note.strip(),
        referred_to=referred_to.strip() if referred else "",
        consent_exception=exception if referred else "",
        closed_at=at,
        waiting_until=None,
        follow_up_on=None,
    )


def reopen(request: HelpRequest, reason: str) -> HelpRequest:
    """Return a closed request taken up again; raises `RequestNotClosed` or `ReasonNeeded`."""
    if request.state.is_open:
        raise RequestNotClosed
    if not reason.strip():
        raise ReasonNeeded
    return replace(
        request,
        state=RequestState.MATCHED if request.volunteer_id else RequestState.IN_PROGRESS,
        closed_at=None,
        outcome_note="",
        referred_to="",
        consent_exception="",
    )


def _check_open(request: HelpRequest) -> None:
    if not request.state.is_open:
        raise RequestClosed
