"""The tables of the support point itself."""

from datetime import date, time

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
)
from sqlalchemy.orm import Mapped, mapped_column

from dorpssteunpunt.domain.dayparts import TimeOfDay
from dorpssteunpunt.domain.holidays import SchoolRegion
from dorpssteunpunt.domain.rhythm import OfMonth
from dorpssteunpunt.store.tables.base import Table


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
    names_hidden_at_door: Mapped[bool]
    school_region: Mapped[SchoolRegion | None]


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


class SkillRow(Table):
    """Something a volunteer can do on a shift."""

    __tablename__ = "skill"
    id: Mapped[int] = mapped_column(primary_key=True)
    position: Mapped[int]
    name: Mapped[str]
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
    time_of_day: Mapped[TimeOfDay]


class CounterRow(Table):
    """A place where residents are received."""

    __tablename__ = "counter"
    id: Mapped[int] = mapped_column(primary_key=True)
    position: Mapped[int]
    name: Mapped[str]


class OpeningSlotRow(Table):
    """A line of the week template; with `of_month` its weeks do not count."""

    __tablename__ = "opening_slot"
    __table_args__ = (
        CheckConstraint("weekday BETWEEN 1 AND 7", name="iso_weekday"),
        CheckConstraint('"end" > start', name="ends_after_start"),
        CheckConstraint("needed > 0", name="somebody_needed"),
        CheckConstraint("most >= needed", name="room_for_needed"),
        CheckConstraint("priority > 0", name="counts_at_all"),
        CheckConstraint(
            "every_weeks = 1 OR (every_weeks > 1 AND counted_from IS NOT NULL)",
            name="weeks_counted",
        ),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    weekday: Mapped[int]
    daypart_id: Mapped[int] = mapped_column(ForeignKey("daypart.id"))
    counter_id: Mapped[int] = mapped_column(ForeignKey("counter.id"))
    start: Mapped[time]
    end: Mapped[time]
    needed: Mapped[int]
    most: Mapped[int | None]
    experienced: Mapped[bool]
    priority: Mapped[int]
    every_weeks: Mapped[int]
    counted_from: Mapped[date | None]
    of_month: Mapped[OfMonth | None]


class OpeningSlotSkillRow(Table):
    """What somebody has to be able to do on the shifts of a line."""

    __tablename__ = "opening_slot_skill"
    slot_id: Mapped[int] = mapped_column(ForeignKey("opening_slot.id"), primary_key=True)
    skill_id: Mapped[int] = mapped_column(ForeignKey("skill.id"), primary_key=True)
