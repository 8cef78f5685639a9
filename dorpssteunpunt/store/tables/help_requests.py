"""The tables of help requests and their timelines."""

from datetime import date, datetime, time

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    Index,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from dorpssteunpunt.domain import help_requests, people
from dorpssteunpunt.store.tables.base import Table

OPEN = text("closed_at IS NULL")
CLOSED = text("closed_at IS NOT NULL")
SOUGHT = text("state IN ('new', 'in_progress')")
IN_HAND = text("state = 'matched'")
"""Written out, so that a query with the same words may use the index on just those rows."""


class HelpRequestRow(Table):
    """A help request; `volunteer_id` is who has it now."""

    __tablename__ = "help_request"
    __table_args__ = (
        CheckConstraint(
            "(closed_at IS NULL) = (state IN ('new', 'in_progress', 'matched'))",
            name="closed_with_an_outcome",
        ),
        CheckConstraint(
            "state <> 'matched' OR volunteer_id IS NOT NULL", name="matched_with_somebody"
        ),
        # One index for each list of the desk, in the order of that list (store/request_lists.py),
        # with the columns of its conditions, so that counting looks at nothing else.
        Index("ix_help_request_open", "due_on", "id", "closed_at", sqlite_where=OPEN),
        Index(
            "ix_help_request_sought", "due_on", "id", "waiting_until", "state", sqlite_where=SOUGHT
        ),
        Index(
            "ix_help_request_waiting",
            "recorded_at",
            "id",
            "waiting_until",
            "state",
            sqlite_where=SOUGHT,
        ),
        Index("ix_help_request_in_hand", "volunteer_id", "needed_on", sqlite_where=IN_HAND),
        Index("ix_help_request_closed", "closed_at", "id", sqlite_where=CLOSED),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    requester_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    kind_id: Mapped[int] = mapped_column(ForeignKey("help_kind.id"))
    what: Mapped[str]
    needed_on: Mapped[date | None]
    needed_before: Mapped[date | None]
    start: Mapped[time | None]
    end: Mapped[time | None]
    when_note: Mapped[str]
    place: Mapped[str]
    urgency: Mapped[help_requests.Urgency]
    contact_preference: Mapped[people.ContactPreference]
    contact_note: Mapped[str]
    consent_on: Mapped[date | None]
    consent_withdrawn_on: Mapped[date | None]
    consent_exception: Mapped[str]
    state: Mapped[help_requests.RequestState]
    waiting_until: Mapped[date | None]
    follow_up_on: Mapped[date | None]
    volunteer_id: Mapped[int | None] = mapped_column(ForeignKey("volunteer.person_id"), index=True)
    recorded_at: Mapped[datetime]
    recorded_by: Mapped[int] = mapped_column(ForeignKey("account.id"))
    due_on: Mapped[date]
    closed_at: Mapped[datetime | None]
    outcome_note: Mapped[str]
    referred_to: Mapped[str]


class RequestEventRow(Table):
    """One line of a request's timeline."""

    __tablename__ = "request_event"
    id: Mapped[int] = mapped_column(primary_key=True)
    request_id: Mapped[int] = mapped_column(ForeignKey("help_request.id"), index=True)
    at: Mapped[datetime]
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    kind: Mapped[help_requests.RequestEventKind]
    text: Mapped[str]
    with_whom: Mapped[str]
    volunteer_id: Mapped[int | None] = mapped_column(ForeignKey("volunteer.person_id"))
    follow_up_on: Mapped[date | None]
    outcome: Mapped[help_requests.RequestState | None]
