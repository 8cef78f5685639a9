"""The audit trail: who did or read what, in order of its sequence."""

from datetime import datetime

from sqlalchemy import Connection, insert

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
