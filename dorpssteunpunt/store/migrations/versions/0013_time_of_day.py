"""When on a day each day part is.

Revision 0013. A released migration is never edited; a later change gets its own.
"""

from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    """Say of each day part when it is, as was told from the start of each shift until now."""
    op.execute(
        "ALTER TABLE daypart ADD COLUMN time_of_day VARCHAR(32) NOT NULL DEFAULT 'afternoon' "
        "CONSTRAINT ck_daypart_time_of_day "
        "CHECK (time_of_day IN ('morning', 'afternoon', 'evening'))"
    )
    op.execute(f"UPDATE daypart SET time_of_day = 'morning' WHERE ({_EARLIEST}) < '12:00'")
    op.execute(f"UPDATE daypart SET time_of_day = 'evening' WHERE ({_EARLIEST}) >= '17:00'")


_EARLIEST = """
SELECT min(start) FROM (
    SELECT daypart_id, start FROM opening_slot UNION SELECT daypart_id, start FROM shift
) WHERE daypart_id = daypart.id
"""
