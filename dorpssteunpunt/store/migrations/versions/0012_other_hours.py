"""When the hours of a shift that was made became other ones.

Revision 0012. A released migration is never edited; a later change gets its own.
"""

from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Let no shift have other hours than it had so far."""
    op.execute("ALTER TABLE shift ADD COLUMN hours_changed_at DATETIME")
