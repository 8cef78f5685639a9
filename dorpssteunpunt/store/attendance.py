"""Confirmations and attendance in the store."""

from collections.abc import Collection, Sequence
from typing import TypeVar

from sqlalchemy import Connection, delete, insert, select

from dorpssteunpunt.domain.attendance import Mark
from dorpssteunpunt.domain.confirming import Confirmation
from dorpssteunpunt.services.ports import Note
from dorpssteunpunt.store.tables import ConfirmationRow, MarkRow
from dorpssteunpunt.store.translation import from_row, to_row

OneNote = TypeVar("OneNote", Confirmation, Mark)
_TABLES: dict[type[Note], type[ConfirmationRow | MarkRow]] = {
    Confirmation: ConfirmationRow,
    Mark: MarkRow,
}


class StoredAttendance:
    """Implements `services.ports.AttendanceRepository`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def confirmations(self, shift_ids: Collection[int]) -> Sequence[Confirmation]:
        """Return what people were told of these shifts, as it was noted."""
        return self._of(Confirmation, shift_ids)

    def marks(self, shift_ids: Collection[int]) -> Sequence[Mark]:
        """Return how it went with people on these shifts, as it was noted."""
        return self._of(Mark, shift_ids)

    def add(self, notes: Sequence[Note]) -> None:
        """Keep notes; each gets an id."""
        for note in notes:
            self._connection.execute(insert(_TABLES[type(note)]).values(**to_row(note)))

    def remove(self, notes: Sequence[Note]) -> None:
        """Forget notes."""
        for note in notes:
            table = _TABLES[type(note)]
            self._connection.execute(delete(table).where(table.id == note.id))

    def _of(self, kind: type[OneNote], shift_ids: Collection[int]) -> Sequence[OneNote]:
        table = _TABLES[kind]
        rows = self._connection.execute(
            select(table.__table__).where(table.shift_id.in_(shift_ids)).order_by(table.id)
        )
        return [from_row(kind, row._mapping) for row in rows]
