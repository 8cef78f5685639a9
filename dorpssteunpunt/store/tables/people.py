"""The tables of residents, volunteers, what they offer and what they wish on the roster."""

from datetime import date, datetime, time

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from dorpssteunpunt.domain import people
from dorpssteunpunt.domain.availability import AvailabilityLevel
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
    """What a person offers and wishes."""

    __tablename__ = "volunteer"
    __table_args__ = (
        CheckConstraint("cycle_weeks BETWEEN 1 AND 4", name="cycle_weeks"),
        CheckConstraint("cycle_weeks = 1 OR cycle_from IS NOT NULL", name="cycle_from"),
        CheckConstraint("wanted_per_week <= shifts_per_week", name="wanted_per_week"),
        CheckConstraint("wanted_per_month <= shifts_per_month", name="wanted_per_month"),
    )
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    since: Mapped[date | None]
    until: Mapped[date | None]
    roster_phone_agreed: Mapped[bool]
    shifts_per_week: Mapped[int | None]
    shifts_per_month: Mapped[int | None]
    wanted_per_week: Mapped[int | None]
    wanted_per_month: Mapped[int | None]
    no_evening_then_morning: Mapped[bool]
    experience: Mapped[people.Experience]
    cycle_weeks: Mapped[int]
    cycle_from: Mapped[date | None]
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


class VolunteerSkillRow(Table):
    """Something a volunteer can do on a shift."""

    __tablename__ = "volunteer_skill"
    volunteer_id: Mapped[int] = mapped_column(ForeignKey("volunteer.person_id"), primary_key=True)
    skill_id: Mapped[int] = mapped_column(ForeignKey("skill.id"), primary_key=True)


class CompanyWishRow(Table):
    """That a volunteer likes to be on a shift with another, or rather not."""

    __tablename__ = "company_wish"
    __table_args__ = (CheckConstraint("volunteer_id <> other_id", name="somebody_else"),)
    volunteer_id: Mapped[int] = mapped_column(ForeignKey("volunteer.person_id"), primary_key=True)
    other_id: Mapped[int] = mapped_column(ForeignKey("volunteer.person_id"), primary_key=True)
    together: Mapped[bool]


class AvailabilityRow(Table):
    """How gladly a volunteer takes a day part; day 1 is the Monday of week A, day 8 of week B."""

    __tablename__ = "availability"
    __table_args__ = (CheckConstraint("day BETWEEN 1 AND 28", name="day_of_cycle"),)
    volunteer_id: Mapped[int] = mapped_column(ForeignKey("volunteer.person_id"), primary_key=True)
    day: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    daypart_id: Mapped[int] = mapped_column(ForeignKey("daypart.id"), primary_key=True)
    level: Mapped[AvailabilityLevel]


class DeviationRow(Table):
    """What a volunteer said of one day: all of it, a day part, or own hours; once of each."""

    __tablename__ = "deviation"
    __table_args__ = (
        CheckConstraint('(start IS NULL) = ("end" IS NULL)', name="both_hours"),
        CheckConstraint('"end" > start', name="ends_after_start"),
        CheckConstraint("start IS NULL OR daypart_id IS NULL", name="one_scope"),
        Index(
            "ix_deviation_day",
            "volunteer_id",
            "on",
            unique=True,
            sqlite_where=text("daypart_id IS NULL AND start IS NULL"),
        ),
        Index(
            "ix_deviation_daypart",
            "volunteer_id",
            "on",
            "daypart_id",
            unique=True,
            sqlite_where=text("daypart_id IS NOT NULL"),
        ),
        Index(
            "ix_deviation_hours",
            "volunteer_id",
            "on",
            "start",
            unique=True,
            sqlite_where=text("start IS NOT NULL"),
        ),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    volunteer_id: Mapped[int] = mapped_column(ForeignKey("volunteer.person_id"))
    on: Mapped[date]
    daypart_id: Mapped[int | None] = mapped_column(ForeignKey("daypart.id"))
    start: Mapped[time | None]
    end: Mapped[time | None]
    level: Mapped[AvailabilityLevel]


class LeaveRow(Table):
    """Days on which a volunteer does not come."""

    __tablename__ = "leave"
    __table_args__ = (CheckConstraint("last >= first", name="ends_after_first"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    volunteer_id: Mapped[int] = mapped_column(ForeignKey("volunteer.person_id"), index=True)
    first: Mapped[date]
    last: Mapped[date]
    reason: Mapped[str]
