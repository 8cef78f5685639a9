"""Who stays on a shift in every proposal of the program.

Revision 0011. A released migration is never edited; a later change gets its own.
"""

from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Let a name on the roster be pinned; nobody is so far."""
    op.execute("ALTER TABLE assignment ADD COLUMN is_pinned BOOLEAN NOT NULL DEFAULT 0")
