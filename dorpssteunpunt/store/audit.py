"""The audit trail: who did or read what, in order of its sequence."""

from datetime import datetime

from sqlalchemy import Connection, insert, select

from dorpssteunpunt.services.changes import Room
from dorpssteunpunt.store.tables import AuditEventRow


class StoredAudit:
    """Implements `services.ports.Audit`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def record(
        self, at: datetime, account_id: int, action: str, room: Room, subject: int | None
    ) -> None:
        """Add a line to the audit trail."""
        self._connection.execute(
            insert(AuditEventRow).values(
                at=at, account_id=account_id, action=action, room=room.value, subject=subject
            )
        )

    def last_moment(self) -> datetime | None:
        """Return the moment of the line that was added last, whatever the clock said then."""
        newest = select(AuditEventRow.at).order_by(AuditEventRow.id.desc()).limit(1)
        return self._connection.execute(newest).scalar()
