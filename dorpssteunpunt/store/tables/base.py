"""What all tables share: the naming of constraints and the types of columns."""

from datetime import UTC, date, datetime, time
from enum import StrEnum
from typing import Any, ClassVar

from sqlalchemy import (
    Date,
    DateTime,
    Enum,
    LargeBinary,
    MetaData,
    Text,
    Time,
)
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.types import TypeDecorator

from dorpssteunpunt.base.clock import ZONE
from dorpssteunpunt.domain import (
    accounts,
    asking,
    attendance,
    availability,
    concerns,
    confirming,
    dayparts,
    handover,
    help_requests,
    holidays,
    people,
    rhythm,
    roster,
    swap_requests,
)


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
        availability.AvailabilityLevel: _words_of(availability.AvailabilityLevel, "level"),
        people.Experience: _words_of(people.Experience, "experience"),
        people.CertificateStatus: _words_of(people.CertificateStatus, "certificate"),
        help_requests.RequestState: _words_of(help_requests.RequestState, "state"),
        help_requests.Urgency: _words_of(help_requests.Urgency, "urgency"),
        help_requests.RequestEventKind: _words_of(help_requests.RequestEventKind, "kind"),
        asking.Answer: _words_of(asking.Answer, "answer"),
        attendance.Presence: _words_of(attendance.Presence, "presence"),
        confirming.How: _words_of(confirming.How, "how"),
        dayparts.TimeOfDay: _words_of(dayparts.TimeOfDay, "time_of_day"),
        rhythm.OfMonth: _words_of(rhythm.OfMonth, "of_month"),
        roster.Origin: _words_of(roster.Origin, "origin"),
        roster.Ending: _words_of(roster.Ending, "ending"),
        swap_requests.SwapRequestEnd: _words_of(swap_requests.SwapRequestEnd, "request_end"),
        holidays.PublicHoliday: _words_of(holidays.PublicHoliday, "holiday"),
        holidays.SchoolRegion: _words_of(holidays.SchoolRegion, "school_region"),
        handover.Level: _words_of(handover.Level, "level"),
        concerns.EscalationState: _words_of(concerns.EscalationState, "state"),
        concerns.Decision: _words_of(concerns.Decision, "decision"),
        concerns.NoteKind: _words_of(concerns.NoteKind, "kind"),
    }
