"""The logbook in the store: entries with their corrections, actions and readings."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, insert, or_, select, update

from dorpssteunpunt.domain.handover import ActionItem, HandoverEntry, Reading
from dorpssteunpunt.services.ports import NotFound
from dorpssteunpunt.services.ports.handover import (
    ActionRow,
    EntryRow,
    HandoverCounts,
    LogQuestion,
    RequestReference,
)
from dorpssteunpunt.store import handover_log as log
from dorpssteunpunt.store import search
from dorpssteunpunt.store.tables import ActionItemRow, HandoverEntryRow, HandoverReadingRow
from dorpssteunpunt.store.translation import from_row, to_row


class StoredHandover:
    """Implements `services.ports.HandoverRepository`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def entry(self, entry_id: int) -> HandoverEntry:
        """Return an entry or correction; raises `NotFound`."""
        query = select(HandoverEntryRow.__table__).where(HandoverEntryRow.id == entry_id)
        row = self._connection.execute(query).first()
        if row is None:
            raise NotFound
        return from_row(HandoverEntry, row._mapping)

    def versions(self, entry_id: int) -> Sequence[HandoverEntry]:
        """Return the original of this entry and its corrections in order; raises `NotFound`."""
        original = self.entry(entry_id).original_id
        return self._entries(
            or_(HandoverEntryRow.id == original, HandoverEntryRow.corrects_id == original)
        )

    def versions_of_period(self, start: datetime, end: datetime) -> Sequence[HandoverEntry]:
        """Return what happened from `start` until before `end`, and what corrects that."""
        happened = and_(
            HandoverEntryRow.corrects_id.is_(None),
            HandoverEntryRow.occurred_at >= start,
            HandoverEntryRow.occurred_at < end,
        )
        originals = select(HandoverEntryRow.id).where(happened)
        return self._entries(or_(happened, HandoverEntryRow.corrects_id.in_(originals)))

    def add(self, entry: HandoverEntry) -> int:
        """Add an entry or a correction and return its id; the index follows."""
        added = self._connection.execute(
            insert(HandoverEntryRow).values(**to_row(entry)).returning(HandoverEntryRow.id)
        )
        entry_id = added.scalar_one()
        self._index(entry.corrects_id or entry_id)
        return entry_id

    def action(self, action_id: int) -> ActionItem:
        """Return an action; raises `NotFound`."""
        query = select(ActionItemRow.__table__).where(ActionItemRow.id == action_id)
        row = self._connection.execute(query).first()
        if row is None:
            raise NotFound
        return from_row(ActionItem, row._mapping)

    def save_action(self, action: ActionItem) -> int:
        """Add or change an action and return its id; the index follows."""
        values = to_row(action)
        if action.id:
            self._connection.execute(
                update(ActionItemRow).where(ActionItemRow.id == action.id).values(**values)
            )
            return action.id
        added = self._connection.execute(
            insert(ActionItemRow).values(**values).returning(ActionItemRow.id)
        )
        self._index(action.entry_id)
        return added.scalar_one()

    def actions(self, entry_ids: Collection[int]) -> Sequence[ActionRow]:
        """Return the actions of these entries in the order in which they came."""
        query = log.actions().where(ActionItemRow.entry_id.in_(entry_ids))
        return self._actions(query.order_by(ActionItemRow.id))

    def open_actions(self) -> Sequence[ActionRow]:
        """Return what is still to be done: what is due first, then what has no date."""
        query = log.actions().where(ActionItemRow.done_at.is_(None))
        return self._actions(
            query.order_by(ActionItemRow.due_on.is_(None), ActionItemRow.due_on, ActionItemRow.id)
        )

    def reading(self, entry_id: int, account_id: int) -> Reading | None:
        """Return whether this person read this entry."""
        query = select(HandoverReadingRow.__table__).where(
            HandoverReadingRow.entry_id == entry_id, HandoverReadingRow.account_id == account_id
        )
        row = self._connection.execute(query).first()
        return None if row is None else from_row(Reading, row._mapping)

    def readings(self, entry_ids: Collection[int]) -> Sequence[Reading]:
        """Return who read these entries, first reader first."""
        rows = self._connection.execute(
            select(HandoverReadingRow.__table__)
            .where(HandoverReadingRow.entry_id.in_(entry_ids))
            .order_by(HandoverReadingRow.entry_id, HandoverReadingRow.read_at)
        )
        return [from_row(Reading, row._mapping) for row in rows]

    def save_reading(self, reading: Reading) -> None:
        """Add or change that somebody read an entry."""
        known = self._connection.execute(
            update(HandoverReadingRow)
            .where(
                HandoverReadingRow.entry_id == reading.entry_id,
                HandoverReadingRow.account_id == reading.account_id,
            )
            .values(**to_row(reading, without=frozenset({"entry_id", "account_id"})))
        )
        if not known.rowcount:
            self._connection.execute(insert(HandoverReadingRow).values(**to_row(reading)))

    def page(self, question: LogQuestion, after: int | None, limit: int) -> Sequence[EntryRow]:
        """Return the next entries, newest first, after the id of an entry."""
        return self._rows(log.page(question, after, limit))

    def unread(self, question: LogQuestion, limit: int) -> Sequence[EntryRow]:
        """Return what waits for this reader: what nobody acknowledged first, urgent first."""
        return self._rows(log.unread(question, limit))

    def unacknowledged(
        self, question: LogQuestion, before: datetime, limit: int
    ) -> Sequence[EntryRow]:
        """Return what was written before a moment and nobody acknowledged: urgent, then oldest."""
        return self._rows(log.unacknowledged(question, before, limit))

    def counts(self, question: LogQuestion) -> HandoverCounts:
        """Return how many entries wait."""
        return HandoverCounts(*self._connection.execute(log.counts(question)).one())

    def references(self, request_ids: Collection[int]) -> Mapping[int, RequestReference]:
        """Return kind and requester of these help requests, by id."""
        rows = self._connection.execute(log.references(request_ids))
        return {row.request_id: log.reference(row) for row in rows}

    def _entries(self, which: Any) -> list[HandoverEntry]:
        query = select(HandoverEntryRow.__table__).where(which).order_by(HandoverEntryRow.id)
        return [from_row(HandoverEntry, row._mapping) for row in self._connection.execute(query)]

    def _actions(self, query: Any) -> list[ActionRow]:
        return [log.action_row(row) for row in self._connection.execute(query)]

    def _rows(self, query: Any) -> list[EntryRow]:
        return [log.entry_row(row) for row in self._connection.execute(query)]

    def _index(self, original: int) -> None:
        written = (
            text
            for version in self.versions(original)
            for text in (
                version.situation,
                version.background,
                version.assessment,
                version.contingency,
            )
        )
        asked = (text for action in self.actions([original]) for text in (action.what, action.who))
        search.index(self._connection, search.Subject.HANDOVER_ENTRY, original, *written, *asked)
