"""Concerns, their escalations, sealed copies and feedback in the store."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import Connection, Select, and_, exists, insert, select, update
from sqlalchemy.orm import aliased

from dorpssteunpunt.base.clock import ZONE
from dorpssteunpunt.domain.concerns import (
    Concern,
    Escalation,
    EscalationState,
    Feedback,
    SealedCopy,
)
from dorpssteunpunt.domain.names import PersonName
from dorpssteunpunt.services.ports import ConcernLine, FeedbackLine, NotFound
from dorpssteunpunt.store.tables import (
    AccountRow,
    ConcernRow,
    EscalationRow,
    FeedbackReadingRow,
    FeedbackRow,
    PersonRow,
    SealedCopyRow,
)
from dorpssteunpunt.store.translation import from_row, to_row


class StoredConcerns:
    """Implements `services.ports.ConcernRepository`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, concern: Concern, due_on: date) -> int:
        """Add a concern with its escalation and return the id."""
        added = self._connection.execute(
            insert(ConcernRow).values(**to_row(concern)).returning(ConcernRow.id)
        )
        concern_id = added.scalar_one()
        escalation = Escalation(concern_id=concern_id, due_on=due_on)
        self._connection.execute(insert(EscalationRow).values(**to_row(escalation)))
        return concern_id

    def add_copies(self, copies: Iterable[SealedCopy]) -> None:
        """Add sealed copies of a note."""
        rows = [to_row(copy) for copy in copies]
        if rows:
            self._connection.execute(insert(SealedCopyRow), rows)

    def copies(self, concern_ids: Collection[int], reader_id: int) -> Sequence[SealedCopy]:
        """Return the notes on these concerns that are sealed to a reader, oldest first."""
        rows = self._connection.execute(
            select(SealedCopyRow.__table__)
            .where(SealedCopyRow.concern_id.in_(concern_ids), SealedCopyRow.reader_id == reader_id)
            .order_by(SealedCopyRow.id)
        )
        return [from_row(SealedCopy, row._mapping) for row in rows]

    def escalation(self, concern_id: int) -> Escalation:
        """Return how far a concern is; raises `NotFound`."""
        row = self._connection.execute(
            select(EscalationRow.__table__).where(EscalationRow.concern_id == concern_id)
        ).first()
        if row is None:
            raise NotFound
        return from_row(Escalation, row._mapping)

    def save(self, escalation: Escalation) -> None:
        """Keep how far an escalation is now."""
        self._connection.execute(
            update(EscalationRow)
            .where(EscalationRow.concern_id == escalation.concern_id)
            .values(**to_row(escalation, without=frozenset({"concern_id"})))
        )

    def line(self, concern_id: int) -> ConcernLine:
        """Return one concern as a line; raises `NotFound`."""
        row = self._connection.execute(_lines().where(ConcernRow.id == concern_id)).first()
        if row is None:
            raise NotFound
        return _line(row)

    def page(self, after: int | None, limit: int, *, open_only: bool) -> Sequence[ConcernLine]:
        """Return the next concerns, newest first, after an id."""
        query = _lines().order_by(ConcernRow.id.desc()).limit(limit)
        if after is not None:
            query = query.where(ConcernRow.id < after)
        if open_only:
            query = query.where(EscalationRow.state != EscalationState.FED_BACK)
        return [_line(row) for row in self._connection.execute(query)]

    def submitted_between(self, first: date | None, last: date | None) -> Sequence[int]:
        """Return the ids of concerns submitted in a period (None is open), oldest first."""
        query = select(ConcernRow.id).order_by(ConcernRow.id)
        if first is not None:
            query = query.where(ConcernRow.submitted_at >= datetime.combine(first, time.min, ZONE))
        if last is not None:
            query = query.where(ConcernRow.submitted_at <= datetime.combine(last, time.max, ZONE))
        return self._connection.execute(query).scalars().all()

    def add_feedback(self, feedback: Feedback) -> int:
        """Add feedback for the desk and return its id."""
        added = self._connection.execute(
            insert(FeedbackRow).values(**to_row(feedback)).returning(FeedbackRow.id)
        )
        return added.scalar_one()

    def feedback(self, concern_id: int, reader_id: int) -> Sequence[FeedbackLine]:
        """Return the feedback on a concern, oldest first, and whether a reader has read it."""
        query = _feedback(reader_id).where(FeedbackRow.concern_id == concern_id)
        return self._feedback_lines(query.order_by(FeedbackRow.id))

    def unread_feedback(self, reader_id: int) -> Sequence[FeedbackLine]:
        """Return the feedback that a reader has not read and did not give, newest first."""
        query = _feedback(reader_id).where(~_read_by(reader_id), FeedbackRow.author_id != reader_id)
        return self._feedback_lines(query.order_by(FeedbackRow.id.desc()))

    def mark_read(self, feedback_id: int, reader_id: int, at: datetime) -> None:
        """Remember that somebody read feedback; a second time changes nothing."""
        known = select(FeedbackReadingRow.feedback_id).where(
            FeedbackReadingRow.feedback_id == feedback_id,
            FeedbackReadingRow.account_id == reader_id,
        )
        if self._connection.execute(known).first() is None:
            self._connection.execute(
                insert(FeedbackReadingRow).values(
                    feedback_id=feedback_id, account_id=reader_id, read_at=at
                )
            )

    def _feedback_lines(self, query: Select[Any]) -> list[FeedbackLine]:
        return [
            FeedbackLine(
                from_row(Feedback, row._mapping),
                from_row(PersonName, row._mapping).full,
                is_read=row.is_read,
            )
            for row in self._connection.execute(query)
        ]


def _lines() -> Select[Any]:
    author, author_person = aliased(AccountRow), aliased(PersonRow)
    handler, handler_person = aliased(AccountRow), aliased(PersonRow)
    return (
        select(
            ConcernRow.__table__,
            EscalationRow.__table__,
            *_name_columns(author_person, "author"),
            *_name_columns(handler_person, "handler"),
        )
        .join(EscalationRow, EscalationRow.concern_id == ConcernRow.id)
        .join(author, author.id == ConcernRow.author_id)
        .join(author_person, author_person.id == author.person_id)
        .outerjoin(handler, handler.id == EscalationRow.handled_by)
        .outerjoin(handler_person, handler_person.id == handler.person_id)
    )


def _line(row: Any) -> ConcernLine:
    values = row._mapping
    return ConcernLine(
        from_row(Concern, values),
        from_row(Escalation, values),
        author=_name(values, "author"),
        handler=_name(values, "handler") if values["handled_by"] else "",
    )


_NAME = ("given_name", "name_prefix", "surname", "sorts_under_prefix")


def _name_columns(person: Any, role: str) -> list[Any]:
    return [getattr(person, part).label(f"{role}_{part}") for part in _NAME]


def _name(values: Any, role: str) -> str:
    return PersonName(*(values[f"{role}_{part}"] for part in _NAME)).full


def _feedback(reader_id: int) -> Select[Any]:
    return (
        select(
            FeedbackRow.__table__,
            *(getattr(PersonRow, part) for part in _NAME),
            _read_by(reader_id).label("is_read"),
        )
        .join(AccountRow, AccountRow.id == FeedbackRow.author_id)
        .join(PersonRow, PersonRow.id == AccountRow.person_id)
    )


def _read_by(reader_id: int) -> Any:
    return exists().where(
        and_(
            FeedbackReadingRow.feedback_id == FeedbackRow.id,
            FeedbackReadingRow.account_id == reader_id,
        )
    )
