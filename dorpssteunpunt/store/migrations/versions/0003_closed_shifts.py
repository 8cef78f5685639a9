"""Shifts that are closed this once, and names that are not shown at the door.

Revision 0003. A released migration is never edited; a later change gets its own.
"""

from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Leave every shift open and every name at the door, as they were."""
    op.execute("ALTER TABLE shift ADD COLUMN closed_because TEXT NOT NULL DEFAULT ''")
    op.execute(
        "ALTER TABLE support_point ADD COLUMN names_hidden_at_door BOOLEAN NOT NULL DEFAULT 0"
    )
