"""The tables of the logbook."""

from datetime import date, datetime

from sqlalchemy import (
    ForeignKey,
)
from sqlalchemy.orm import Mapped, mapped_column

from dorpssteunpunt.domain import handover
from dorpssteunpunt.store.tables.base import Table


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
