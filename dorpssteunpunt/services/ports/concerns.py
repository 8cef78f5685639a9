"""Concerns and their escalations as the services ask for them."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from dorpssteunpunt.domain.concerns import Concern, Escalation, Feedback, SealedCopy


@dataclass(frozen=True, slots=True)
class ConcernLine:
    """A concern without its content: who passed it on, how far it is, who handles it."""

    concern: Concern
    escalation: Escalation
    author: str
    handler: str


@dataclass(frozen=True, slots=True)
class FeedbackLine:
    """Feedback with the full name of who gave it, and whether the asking reader has read it."""

    feedback: Feedback
    author: str
    is_read: bool


class ConcernRepository(Protocol):
    """Concerns, their escalations, sealed copies and feedback."""

    def add(self, concern: Concern, due_on: date) -> int:
        """Add a concern with its escalation and return the id."""
        ...

    def add_copies(self, copies: Iterable[SealedCopy]) -> None:
        """Add sealed copies of a note."""
        ...

    def copies(self, concern_ids: Collection[int], reader_id: int) -> Sequence[SealedCopy]:
        """Return the notes on these concerns that are sealed to a reader, oldest first."""
        ...

    def escalation(self, concern_id: int) -> Escalation:
        """Return how far a concern is; raises `NotFound`."""
        ...

    def save(self, escalation: Escalation) -> None:
        """Keep how far an escalation is now."""
        ...

    def line(self, concern_id: int) -> ConcernLine:
        """Return one concern as a line; raises `NotFound`."""
        ...

    def page(self, after: int | None, limit: int, *, open_only: bool) -> Sequence[ConcernLine]:
        """Return the next concerns, newest first, after an id."""
        ...

    def submitted_between(self, first: date | None, last: date | None) -> Sequence[int]:
        """Return the ids of concerns submitted in a period (None is open), oldest first."""
        ...

    def add_feedback(self, feedback: Feedback) -> int:
        """Add feedback for the desk and return its id."""
        ...

    def feedback(self, concern_id: int, reader_id: int) -> Sequence[FeedbackLine]:
        """Return the feedback on a concern, oldest first, and whether a reader has read it."""
        ...

    def unread_feedback(self, reader_id: int) -> Sequence[FeedbackLine]:
        """Return the feedback that a reader has not read and did not give, newest first."""
        ...

    def mark_read(self, feedback_id: int, reader_id: int, at: datetime) -> None:
        """Remember that somebody read feedback; a second time changes nothing."""
        ...
