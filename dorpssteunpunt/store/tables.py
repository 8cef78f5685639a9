"""The tables of the store, and what the database itself refuses."""

from datetime import UTC, date, datetime, time
from enum import StrEnum
from typing import Any, ClassVar

from sqlalchemy import (
    CheckConstraint,
    Date,
    DateTime,
    Enum,
    ForeignKey,
    Index,
    LargeBinary,
    MetaData,
    Text,
    Time,
    UniqueConstraint,
    text,
)
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator

from dorpssteunpunt.base.clock import ZONE
from dorpssteunpunt.domain import accounts, concerns, handover, help_requests, people, roster


class Moment(TypeDecorator[datetime]):
    """An aware moment, kept in UTC and given back in the time zone of the village."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the moment in UTC; a naive one is a bug."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the moment in Europe/Amsterdam."""
        return None if value is None else value.replace(tzinfo=UTC).astimezone(ZONE)


def _words_of(kind: type[StrEnum], name: str) -> Enum:
    """Return a column type that holds the values of a StrEnum and refuses any other."""
    return Enum(
        kind,
        name=name,
        native_enum=False,
        create_constraint=True,
        length=32,
        values_callable=lambda members: [member.value for member in members],
    )


class Table(DeclarativeBase):
    """The base of all tables; columns say their type by the annotation alone."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        str: Text,
        bytes: LargeBinary,
        date: Date,
        time: Time,
        datetime: Moment,
        accounts.Role: _words_of(accounts.Role, "role"),
        people.Salutation: _words_of(people.Salutation, "salutation"),
        people.ContactPreference: _words_of(people.ContactPreference, "contact_preference"),
        people.AvailabilityLevel: _words_of(people.AvailabilityLevel, "level"),
        people.CertificateStatus: _words_of(people.CertificateStatus, "certificate"),
        help_requests.RequestState: _words_of(help_requests.RequestState, "state"),
        help_requests.Urgency: _words_of(help_requests.Urgency, "urgency"),
        help_requests.RequestEventKind: _words_of(help_requests.RequestEventKind, "kind"),
        roster.Ending: _words_of(roster.Ending, "ending"),
        handover.Level: _words_of(handover.Level, "level"),
        concerns.EscalationState: _words_of(concerns.EscalationState, "state"),
        concerns.Decision: _words_of(concerns.Decision, "decision"),
        concerns.NoteKind: _words_of(concerns.NoteKind, "kind"),
    }


class SupportPointRow(Table):
    """The one row about the support point itself."""

    __tablename__ = "support_point"
    __table_args__ = (CheckConstraint("id = 1", name="only_one"),)
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    name: Mapped[str]
    village: Mapped[str]
    address: Mapped[str]
    postcode: Mapped[str]
    phone: Mapped[str]
    is_demo: Mapped[bool]
    waiting_too_long_days: Mapped[int]
    certificate_review_years: Mapped[int]
    idle_lock_minutes: Mapped[int]
    answer_days: Mapped[int]
    urgent_answer_days: Mapped[int]
    full_names_on_roster: Mapped[bool]


class HelpKindRow(Table):
    """A kind of help."""

    __tablename__ = "help_kind"
    id: Mapped[int] = mapped_column(primary_key=True)
    position: Mapped[int]
    name: Mapped[str]
    icon: Mapped[str]
    one_to_one: Mapped[bool]
    notice_days: Mapped[int]
    active: Mapped[bool]


class BoundaryRow(Table):
    """Something volunteers never do."""

    __tablename__ = "boundary"
    id: Mapped[int] = mapped_column(primary_key=True)
    position: Mapped[int]
    name: Mapped[str]
    reason: Mapped[str]


class EmergencyNumberRow(Table):
    """A number that is always in reach."""

    __tablename__ = "emergency_number"
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    number: Mapped[str]
    name: Mapped[str]
    checked_on: Mapped[date | None]


class DaypartRow(Table):
    """A part of the day."""

    __tablename__ = "daypart"
    id: Mapped[int] = mapped_column(primary_key=True)
    position: Mapped[int]
    name: Mapped[str]


class OpeningSlotRow(Table):
    """A line of the week template."""

    __tablename__ = "opening_slot"
    __table_args__ = (
        CheckConstraint("weekday BETWEEN 1 AND 7", name="iso_weekday"),
        CheckConstraint('"end" > start', name="ends_after_start"),
        CheckConstraint("needed > 0", name="somebody_needed"),
    )
    weekday: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    daypart_id: Mapped[int] = mapped_column(ForeignKey("daypart.id"), primary_key=True)
    start: Mapped[time]
    end: Mapped[time]
    needed: Mapped[int]


class PersonRow(Table):
    """A villager; `sort_key` and `folded` follow from the name (see domain/names.py)."""

    __tablename__ = "person"
    id: Mapped[int] = mapped_column(primary_key=True)
    given_name: Mapped[str]
    name_prefix: Mapped[str]
    surname: Mapped[str]
    sorts_under_prefix: Mapped[bool]
    sort_key: Mapped[str] = mapped_column(index=True)
    salutation: Mapped[people.Salutation]
    street: Mapped[str]
    postcode: Mapped[str]
    town: Mapped[str]
    phone: Mapped[str]
    second_phone: Mapped[str]
    email: Mapped[str]
    contact_preference: Mapped[people.ContactPreference]
    contact_note: Mapped[str]
    is_resident: Mapped[bool]
    removed_at: Mapped[datetime | None]


class VolunteerRow(Table):
    """What a person offers."""

    __tablename__ = "volunteer"
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    since: Mapped[date | None]
    until: Mapped[date | None]
    roster_phone_agreed: Mapped[bool]
    shifts_per_week: Mapped[int | None]
    certificate: Mapped[people.CertificateStatus]
    certificate_seen_on: Mapped[date | None]
    certificate_review_on: Mapped[date | None]
    agreement_on: Mapped[date | None]
    code_of_conduct_on: Mapped[date | None]
    remark: Mapped[str]


class VolunteerKindRow(Table):
    """A kind of help that a volunteer likes to give."""

    __tablename__ = "volunteer_kind"
    volunteer_id: Mapped[int] = mapped_column(ForeignKey("volunteer.person_id"), primary_key=True)
    kind_id: Mapped[int] = mapped_column(ForeignKey("help_kind.id"), primary_key=True)


class AvailabilityRow(Table):
    """How gladly a volunteer takes a day part of the week."""

    __tablename__ = "availability"
    __table_args__ = (CheckConstraint("weekday BETWEEN 1 AND 7", name="iso_weekday"),)
    volunteer_id: Mapped[int] = mapped_column(ForeignKey("volunteer.person_id"), primary_key=True)
    weekday: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    daypart_id: Mapped[int] = mapped_column(ForeignKey("daypart.id"), primary_key=True)
    level: Mapped[people.AvailabilityLevel]


class AccountRow(Table):
    """Somebody who can sign in."""

    __tablename__ = "account"
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), unique=True)
    role: Mapped[accounts.Role]
    active: Mapped[bool]
    created_at: Mapped[datetime]


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
        # One index for each list of the desk, in the order of that list (store/request_lists.py).
        Index("ix_help_request_open", "due_on", "id", sqlite_where=OPEN),
        Index("ix_help_request_sought", "due_on", "id", "waiting_until", sqlite_where=SOUGHT),
        Index("ix_help_request_waiting", "recorded_at", "id", "waiting_until", sqlite_where=SOUGHT),
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


class ShiftRow(Table):
    """A staffed day part of a day."""

    __tablename__ = "shift"
    __table_args__ = (
        UniqueConstraint("on", "daypart_id"),
        CheckConstraint('"end" > start', name="ends_after_start"),
        CheckConstraint("needed > 0", name="somebody_needed"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    on: Mapped[date]
    daypart_id: Mapped[int] = mapped_column(ForeignKey("daypart.id"))
    start: Mapped[time]
    end: Mapped[time]
    needed: Mapped[int]
    changed_at: Mapped[datetime | None]


class AssignmentRow(Table):
    """A volunteer on a shift; at most once at a time, and at most one lead.

    That nobody is on two shifts that share time takes looking at other rows: triggers see to it.
    """

    __tablename__ = "assignment"
    __table_args__ = (
        CheckConstraint("(ended_at IS NULL) = (ended_as IS NULL)", name="ended_somehow"),
        Index(
            "ix_assignment_once_per_shift",
            "shift_id",
            "volunteer_id",
            unique=True,
            sqlite_where=text("ended_at IS NULL"),
        ),
        Index(
            "ix_assignment_one_lead",
            "shift_id",
            unique=True,
            sqlite_where=text("ended_at IS NULL AND is_lead"),
        ),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    shift_id: Mapped[int] = mapped_column(ForeignKey("shift.id"), index=True)
    volunteer_id: Mapped[int] = mapped_column(ForeignKey("volunteer.person_id"), index=True)
    is_lead: Mapped[bool]
    is_stand_in: Mapped[bool]
    override_reason: Mapped[str]
    made_at: Mapped[datetime]
    made_by: Mapped[int] = mapped_column(ForeignKey("account.id"))
    ended_at: Mapped[datetime | None]
    ended_by: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    ended_as: Mapped[roster.Ending | None]
    ended_reason: Mapped[str]


class PublicationRow(Table):
    """That a week was published; the newest row of a week counts."""

    __tablename__ = "publication"
    id: Mapped[int] = mapped_column(primary_key=True)
    year: Mapped[int]
    week: Mapped[int]
    published_at: Mapped[datetime]
    published_by: Mapped[int] = mapped_column(ForeignKey("account.id"))


class PublishedPlaceRow(Table):
    """Who was on a shift when its week was published: what later changes are measured from."""

    __tablename__ = "published_place"
    publication_id: Mapped[int] = mapped_column(ForeignKey("publication.id"), primary_key=True)
    shift_id: Mapped[int] = mapped_column(ForeignKey("shift.id"), primary_key=True)
    volunteer_id: Mapped[int] = mapped_column(ForeignKey("volunteer.person_id"), primary_key=True)
    is_lead: Mapped[bool]
    is_stand_in: Mapped[bool]


class HandoverEntryRow(Table):
    """An entry of the logbook."""

    __tablename__ = "handover_entry"
    id: Mapped[int] = mapped_column(primary_key=True)
    occurred_at: Mapped[datetime] = mapped_column(index=True)
    written_at: Mapped[datetime]
    author_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    level: Mapped[handover.Level]
    situation: Mapped[str]
    background: Mapped[str]
    assessment: Mapped[str]
    contingency: Mapped[str]
    request_id: Mapped[int | None] = mapped_column(ForeignKey("help_request.id"))
    corrects_id: Mapped[int | None] = mapped_column(ForeignKey("handover_entry.id"), index=True)


class ActionItemRow(Table):
    """Something an entry asks for."""

    __tablename__ = "action_item"
    id: Mapped[int] = mapped_column(primary_key=True)
    entry_id: Mapped[int] = mapped_column(ForeignKey("handover_entry.id"), index=True)
    what: Mapped[str]
    who: Mapped[str]
    due_on: Mapped[date | None]
    done_at: Mapped[datetime | None]
    done_by: Mapped[int | None] = mapped_column(ForeignKey("account.id"))


class HandoverReadingRow(Table):
    """That somebody read, and perhaps acknowledged, an entry."""

    __tablename__ = "handover_reading"
    entry_id: Mapped[int] = mapped_column(ForeignKey("handover_entry.id"), primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), primary_key=True)
    read_at: Mapped[datetime]
    acknowledged_at: Mapped[datetime | None]
    words: Mapped[str]


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


class AuditEventRow(Table):
    """Who did or read what, in order of id; never what it said."""

    __tablename__ = "audit_event"
    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    action: Mapped[str]
    room: Mapped[str]
    subject: Mapped[int | None]
