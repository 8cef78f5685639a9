"""The tables of residents, volunteers and what they offer."""

from datetime import date, datetime

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
)
from sqlalchemy.orm import Mapped, mapped_column

from dorpssteunpunt.domain import people
from dorpssteunpunt.store.tables.base import Table


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
