"""Signals of volunteers, and the escalation with which a professional answers each."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from dorpssteunpunt.base.errors import Refusal
from dorpssteunpunt.domain.people import NEW


class EscalationState(StrEnum):
    """How far the answer of the professional is."""

    SUBMITTED = "submitted"
    SEEN = "seen"
    DECIDED = "decided"
    FED_BACK = "fed_back"


class Decision(StrEnum):
    """What the professional decided."""

    BACK_WITH_ADVICE = "back_with_advice"
    TAKEN_ON = "taken_on"
    REFERRED = "referred"
    CLOSED = "closed"


class NoteKind(StrEnum):
    """What a sealed note holds."""

    CONCERN = "concern"
    REVIEW = "review"
    DECISION = "decision"


@dataclass(frozen=True, slots=True, kw_only=True)
class Concern:
    """That somebody passed on a signal; what it says is in a sealed note, never here."""

    id: int = NEW
    submitted_at: datetime
    author_id: int
    is_urgent: bool
    request_id: int | None = None
    entry_id: int | None = None


@dataclass(frozen=True, slots=True)
class ConcernText:
    """What a volunteer writes: about whom, what was seen or heard, and what they think of it."""

    about: str
    observed: str
    interpretation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Escalation:
    """How far a professional is with a concern."""

    concern_id: int
    state: EscalationState = EscalationState.SUBMITTED
    due_on: date
    seen_at: datetime | None = None
    handled_by: int | None = None
    decision: Decision | None = None
    decided_at: datetime | None = None

    def is_overdue(self, today: date) -> bool:
        """Say whether the desk still waits for an answer after the day it was due."""
        return self.state is not EscalationState.FED_BACK and self.due_on < today


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedCopy:
    """A note sealed to one reader's public key."""

    concern_id: int
    kind: NoteKind
    written_at: datetime
    author_id: int
    reader_id: int
    box: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback:
    """What the desk may read of the answer; `about` is as much as the professional tells."""

    id: int = NEW
    concern_id: int
    given_at: datetime
    author_id: int
    about: str
    text: str


def answer_due(submitted_on: date, is_urgent: bool, days: int, urgent_days: int) -> date:
    """Return the day by which the desk may expect an answer (both spans are settings)."""
    return submitted_on + timedelta(days=urgent_days if is_urgent else days)


def see(escalation: Escalation, reader_id: int, at: datetime) -> Escalation:
    """Return the escalation as seen by a professional; later readings change nothing."""
    if escalation.state is not EscalationState.SUBMITTED:
        return escalation
    return replace(escalation, state=EscalationState.SEEN, seen_at=at, handled_by=reader_id)


def decide(
    escalation: Escalation, decision: Decision, because: str, decider_id: int, at: datetime
) -> Escalation:
    """Return the escalation with a decision, which may be revised until the desk knows of it.

    Raises `ExplanationMissing` without a reason, and `WrongStep` before it was seen or when the
    decision changes after the feedback (a taken-on concern may still be closed or referred).
    """
    if not because.strip():
        raise ExplanationMissing("because")
    if escalation.state is EscalationState.SUBMITTED:
        raise WrongStep(escalation.state)
    if escalation.state is EscalationState.FED_BACK and not _may_still_end(escalation, decision):
        raise WrongStep(escalation.state)
    return replace(
        escalation,
        state=EscalationState.DECIDED,
        decision=decision,
        decided_at=at,
        handled_by=decider_id,
    )


def feed_back(escalation: Escalation, text: str) -> Escalation:
    """Return the escalation with the desk informed, once more if there is more to tell.

    Raises `ExplanationMissing` without words and `WrongStep` before a decision.
    """
    if not text.strip():
        raise ExplanationMissing("feedback")
    if escalation.decision is None:
        raise WrongStep(escalation.state)
    return replace(escalation, state=EscalationState.FED_BACK)


def _may_still_end(escalation: Escalation, decision: Decision) -> bool:
    return escalation.decision is Decision.TAKEN_ON and decision is not Decision.TAKEN_ON


class ObservationMissing(Refusal):
    """A signal says what was seen or heard."""

    field = "observed"


class ExplanationMissing(Refusal):
    """A decision is explained, a note says something, and feedback has words."""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field


class NoReaders(Refusal):
    """There is no village supporter with a key, so nobody could read the signal."""


class WrongStep(Refusal):
    """An escalation is submitted, seen, decided and fed back, in this order."""

    def __init__(self, state: EscalationState) -> None:
        super().__init__(state)
        self.state = state
