"""The tables of who can sign in, and of who did what."""

from datetime import datetime

from sqlalchemy import (
    ForeignKey,
)
from sqlalchemy.orm import Mapped, mapped_column

from dorpssteunpunt.domain import accounts
from dorpssteunpunt.store.tables.base import Table


class AccountRow(Table):
    """Somebody who can sign in."""

    __tablename__ = "account"
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), unique=True)
    role: Mapped[accounts.Role]
    active: Mapped[bool]
    created_at: Mapped[datetime]


class AuditEventRow(Table):
    """Who did or read what, in order of id; never what it said."""

    __tablename__ = "audit_event"
    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    action: Mapped[str]
    room: Mapped[str]
    subject: Mapped[int | None]
