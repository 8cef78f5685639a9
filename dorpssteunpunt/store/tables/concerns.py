"""The tables of signals and their escalations."""

from datetime import date, datetime

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
)
from sqlalchemy.orm import Mapped, mapped_column

from dorpssteunpunt.domain import concerns
from dorpssteunpunt.store.tables.base import Table


class ConcernRow(Table):
    """That a signal was passed on; its text is sealed in `sealed_copy`."""

    __tablename__ = "concern"
    id: Mapped[int] = mapped_column(primary_key=True)
    submitted_at: Mapped[datetime]
    author_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    is_urgent: Mapped[bool]
    request_id: Mapped[int | None] = mapped_column(ForeignKey("help_request.id"), index=True)
    entry_id: Mapped[int | None] = mapped_column(ForeignKey("handover_entry.id"))


class EscalationRow(Table):
    """How a professional handles a concern."""

    __tablename__ = "escalation"
    __table_args__ = (
        CheckConstraint(
            "state IN ('submitted', 'seen') OR decision IS NOT NULL", name="decided_has_decision"
        ),
    )
    concern_id: Mapped[int] = mapped_column(ForeignKey("concern.id"), primary_key=True)
    state: Mapped[concerns.EscalationState] = mapped_column(index=True)
    due_on: Mapped[date]
    seen_at: Mapped[datetime | None]
    handled_by: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    decision: Mapped[concerns.Decision | None]
    decided_at: Mapped[datetime | None]


class SealedCopyRow(Table):
    """A note about a concern, sealed to one reader."""

    __tablename__ = "sealed_copy"
    id: Mapped[int] = mapped_column(primary_key=True)
    concern_id: Mapped[int] = mapped_column(ForeignKey("concern.id"), index=True)
    kind: Mapped[concerns.NoteKind]
    written_at: Mapped[datetime]
    author_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    reader_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    box: Mapped[bytes]


class FeedbackRow(Table):
    """What the desk may read of the answer to a concern."""

    __tablename__ = "feedback"
    id: Mapped[int] = mapped_column(primary_key=True)
    concern_id: Mapped[int] = mapped_column(ForeignKey("concern.id"), index=True)
    given_at: Mapped[datetime]
    author_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    about: Mapped[str]
    text: Mapped[str]


class FeedbackReadingRow(Table):
    """That somebody at the desk read feedback."""

    __tablename__ = "feedback_reading"
    feedback_id: Mapped[int] = mapped_column(ForeignKey("feedback.id"), primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), primary_key=True)
    read_at: Mapped[datetime]
