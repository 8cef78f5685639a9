"""The tables of what a village decided about closed days, and of its school holidays."""

from datetime import date

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from dorpssteunpunt.domain.holidays import PublicHoliday
from dorpssteunpunt.store.tables.base import Table


class HolidayChoiceRow(Table):
    """Whether the desk is open on a public holiday; without a row, what is usual."""

    __tablename__ = "holiday_choice"
    holiday: Mapped[PublicHoliday] = mapped_column(primary_key=True)
    is_open: Mapped[bool]


class ClosedPeriodRow(Table):
    """Days on which the desk is closed."""

    __tablename__ = "closed_period"
    __table_args__ = (CheckConstraint("last >= first", name="ends_after_start"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    first: Mapped[date]
    last: Mapped[date]
    reason: Mapped[str]


class SchoolHolidayRow(Table):
    """Days on which the schools are closed."""

    __tablename__ = "school_holiday"
    __table_args__ = (CheckConstraint("last >= first", name="ends_after_start"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    first: Mapped[date]
    last: Mapped[date]
