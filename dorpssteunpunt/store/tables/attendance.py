"""The tables of what is noted around a shift: who knows of it, and who was there.

Both name a shift and a volunteer rather than an assignment: a step of the roster that is taken
back removes its assignments, and what was noted stays.
"""

from datetime import datetime, time

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from dorpssteunpunt.domain.attendance import Presence
from dorpssteunpunt.domain.confirming import How
from dorpssteunpunt.store.tables.base import Table


class ConfirmationRow(Table):
    """What a volunteer was told of a shift; without hours, that they are off it."""

    __tablename__ = "confirmation"
    __table_args__ = (CheckConstraint("(starts IS NULL) = (ends IS NULL)", name="whole_hours"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    shift_id: Mapped[int] = mapped_column(ForeignKey("shift.id"), index=True)
    volunteer_id: Mapped[int] = mapped_column(ForeignKey("volunteer.person_id"))
    how: Mapped[How]
    is_lead: Mapped[bool]
    starts: Mapped[time | None]
    ends: Mapped[time | None]
    noted_at: Mapped[datetime]
    noted_by: Mapped[int] = mapped_column(ForeignKey("account.id"))


class MarkRow(Table):
    """How it went with a volunteer on a shift; the newest row counts, the others tell who erred."""

    __tablename__ = "attendance_mark"
    __table_args__ = (
        CheckConstraint("minutes_late > 0", name="minutes_late"),
        CheckConstraint("minutes_late IS NULL OR presence = 'late'", name="late_only"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    shift_id: Mapped[int] = mapped_column(ForeignKey("shift.id"), index=True)
    volunteer_id: Mapped[int] = mapped_column(ForeignKey("volunteer.person_id"))
    presence: Mapped[Presence]
    minutes_late: Mapped[int | None]
    note: Mapped[str]
    noted_at: Mapped[datetime]
    noted_by: Mapped[int] = mapped_column(ForeignKey("account.id"))
