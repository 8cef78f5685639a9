"""The tables of shifts, who is on them, and what was published."""

from datetime import date, datetime, time

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    Index,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from dorpssteunpunt.domain import roster
from dorpssteunpunt.domain.asking import Answer
from dorpssteunpunt.domain.rhythm import OfMonth
from dorpssteunpunt.domain.swap_requests import SwapRequestEnd
from dorpssteunpunt.store.tables.base import Table


class ShiftRow(Table):
    """A staffed day part of a day."""

    __tablename__ = "shift"
    __table_args__ = (
        UniqueConstraint("on", "daypart_id", "counter_id"),
        CheckConstraint('"end" > start', name="ends_after_start"),
        CheckConstraint("needed > 0", name="somebody_needed"),
        CheckConstraint("most >= needed", name="room_for_needed"),
        CheckConstraint("priority > 0", name="counts_at_all"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    on: Mapped[date]
    daypart_id: Mapped[int] = mapped_column(ForeignKey("daypart.id"))
    counter_id: Mapped[int] = mapped_column(ForeignKey("counter.id"))
    start: Mapped[time]
    end: Mapped[time]
    needed: Mapped[int]
    most: Mapped[int | None]
    experienced: Mapped[bool]
    priority: Mapped[int]
    changed_at: Mapped[datetime | None]
    hours_changed_at: Mapped[datetime | None]
    closed_because: Mapped[str]


class ShiftSkillRow(Table):
    """What somebody has to be able to do on a shift."""

    __tablename__ = "shift_skill"
    shift_id: Mapped[int] = mapped_column(ForeignKey("shift.id"), primary_key=True)
    skill_id: Mapped[int] = mapped_column(ForeignKey("skill.id"), primary_key=True)


class AssignmentRow(Table):
    """A volunteer on a shift, or on a part of it; at most once at a time.

    That nobody is on two shifts that share time, that at most one leads at any hour, and that a
    part lies within its shift takes looking at other rows: triggers see to it.
    """

    __tablename__ = "assignment"
    __table_args__ = (
        CheckConstraint("(ended_at IS NULL) = (ended_as IS NULL)", name="ended_somehow"),
        CheckConstraint('"ends" > "starts"', name="ends_after_start"),
        CheckConstraint(
            "(took_over_id IS NULL) = (giver_agreed_on IS NULL) "
            "AND (took_over_id IS NULL) = (taker_agreed_on IS NULL) "
            "AND (in_return_id IS NULL OR took_over_id IS NOT NULL)",
            name="both_agreed",
        ),
        Index(
            "ix_assignment_once_per_shift",
            "shift_id",
            "volunteer_id",
            unique=True,
            sqlite_where=text("ended_at IS NULL"),
        ),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    shift_id: Mapped[int] = mapped_column(ForeignKey("shift.id"), index=True)
    volunteer_id: Mapped[int] = mapped_column(ForeignKey("volunteer.person_id"), index=True)
    is_lead: Mapped[bool]
    is_stand_in: Mapped[bool]
    is_pinned: Mapped[bool]
    origin: Mapped[roster.Origin]
    starts: Mapped[time | None]
    ends: Mapped[time | None]
    override_reason: Mapped[str]
    took_over_id: Mapped[int | None] = mapped_column(ForeignKey("assignment.id"))
    in_return_id: Mapped[int | None] = mapped_column(ForeignKey("assignment.id"))
    giver_agreed_on: Mapped[date | None]
    taker_agreed_on: Mapped[date | None]
    made_at: Mapped[datetime]
    made_by: Mapped[int] = mapped_column(ForeignKey("account.id"))
    ended_at: Mapped[datetime | None]
    ended_by: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    ended_as: Mapped[roster.Ending | None]
    ended_reason: Mapped[str]


class StandingAssignmentRow(Table):
    """A volunteer who holds a place in the week template for some time."""

    __tablename__ = "standing_assignment"
    __table_args__ = (
        CheckConstraint("weekday BETWEEN 1 AND 7", name="iso_weekday"),
        CheckConstraint("last >= first", name="ends_after_first"),
        CheckConstraint(
            "every_weeks = 1 OR (every_weeks > 1 AND counted_from IS NOT NULL)",
            name="weeks_counted",
        ),
        Index(
            "ix_standing_assignment_once",
            "volunteer_id",
            "weekday",
            "daypart_id",
            "counter_id",
            unique=True,
            sqlite_where=text("last IS NULL"),
        ),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    volunteer_id: Mapped[int] = mapped_column(ForeignKey("volunteer.person_id"))
    weekday: Mapped[int]
    daypart_id: Mapped[int] = mapped_column(ForeignKey("daypart.id"))
    counter_id: Mapped[int] = mapped_column(ForeignKey("counter.id"))
    every_weeks: Mapped[int]
    counted_from: Mapped[date | None]
    of_month: Mapped[OfMonth | None]
    is_lead: Mapped[bool]
    first: Mapped[date]
    last: Mapped[date | None]


class AskingRow(Table):
    """That a volunteer was asked for a shift, and what they said; the newest row counts."""

    __tablename__ = "asking"
    id: Mapped[int] = mapped_column(primary_key=True)
    shift_id: Mapped[int] = mapped_column(ForeignKey("shift.id"), index=True)
    volunteer_id: Mapped[int] = mapped_column(ForeignKey("volunteer.person_id"))
    answer: Mapped[Answer]
    asked_at: Mapped[datetime] = mapped_column(index=True)
    asked_by: Mapped[int] = mapped_column(ForeignKey("account.id"))


class SwapRequestRow(Table):
    """A swap of which one agreed; it names shifts, since a step back removes assignments."""

    __tablename__ = "swap_request"
    __table_args__ = (
        CheckConstraint("giver_id <> taker_id", name="two_people"),
        CheckConstraint(
            "(giver_agreed_on IS NULL) <> (taker_agreed_on IS NULL)", name="one_agreed"
        ),
        CheckConstraint(
            "(ended_as IS NULL) = (ended_at IS NULL) AND (ended_as IS NULL) = (ended_by IS NULL)",
            name="ended_somehow",
        ),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    shift_id: Mapped[int] = mapped_column(ForeignKey("shift.id"), index=True)
    giver_id: Mapped[int] = mapped_column(ForeignKey("volunteer.person_id"))
    taker_id: Mapped[int] = mapped_column(ForeignKey("volunteer.person_id"))
    return_shift_id: Mapped[int | None] = mapped_column(ForeignKey("shift.id"), index=True)
    cut_at: Mapped[time | None]
    gives_rest: Mapped[bool]
    giver_agreed_on: Mapped[date | None]
    taker_agreed_on: Mapped[date | None]
    asked_at: Mapped[datetime]
    asked_by: Mapped[int] = mapped_column(ForeignKey("account.id"))
    ended_as: Mapped[SwapRequestEnd | None]
    ended_at: Mapped[datetime | None]
    ended_by: Mapped[int | None] = mapped_column(ForeignKey("account.id"))


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
    starts: Mapped[time | None]
    ends: Mapped[time | None]
