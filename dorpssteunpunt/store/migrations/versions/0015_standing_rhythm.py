"""Standing places that are held in some weeks only.

Revision 0015. A released migration is never edited; a later change gets its own.
"""

from alembic import op

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    """Let every place be held every week, as it was."""
    op.execute("ALTER TABLE standing_assignment ADD COLUMN every_weeks INTEGER NOT NULL DEFAULT 1")
    op.execute(
        "ALTER TABLE standing_assignment ADD COLUMN counted_from DATE "
        "CONSTRAINT ck_standing_assignment_weeks_counted "
        "CHECK (every_weeks = 1 OR (every_weeks > 1 AND counted_from IS NOT NULL))"
    )
    op.execute(
        "ALTER TABLE standing_assignment ADD COLUMN of_month VARCHAR(32) "
        "CONSTRAINT ck_standing_assignment_of_month "
        "CHECK (of_month IN ('first', 'second', 'third', 'fourth', 'last'))"
    )
