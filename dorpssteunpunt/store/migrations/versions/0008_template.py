"""What shifts ask for beside people, and in which weeks a line of the template comes back.

Revision 0008. A released migration is never edited; a later change gets its own.
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Let lines and shifts ask for whom, and lines have a rhythm; those there are stay weekly."""
    op.execute(_OPENING_SLOT)
    kept = 'weekday, daypart_id, start, "end", needed'
    op.execute(
        f"INSERT INTO opening_slot_with_rhythm ({kept}, experienced, priority, every_weeks) "
        f"SELECT {kept}, 0, 1, 1 FROM opening_slot"
    )
    op.execute("DROP TABLE opening_slot")
    op.execute("ALTER TABLE opening_slot_with_rhythm RENAME TO opening_slot")
    op.execute(
        "ALTER TABLE shift ADD COLUMN most INTEGER "
        "CONSTRAINT ck_shift_room_for_needed CHECK (most >= needed)"
    )
    op.execute("ALTER TABLE shift ADD COLUMN experienced BOOLEAN NOT NULL DEFAULT 0")
    op.execute(
        "ALTER TABLE shift ADD COLUMN priority INTEGER NOT NULL DEFAULT 1 "
        "CONSTRAINT ck_shift_counts_at_all CHECK (priority > 0)"
    )
    _skills("opening_slot_skill", "slot_id", "opening_slot")
    _skills("shift_skill", "shift_id", "shift")


def _skills(table: str, owner: str, of: str) -> None:
    op.create_table(
        table,
        sa.Column(owner, sa.Integer(), nullable=False),
        sa.Column("skill_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint([owner], [f"{of}.id"], name=f"fk_{table}_{owner}"),
        sa.ForeignKeyConstraint(["skill_id"], ["skill.id"], name=f"fk_{table}_skill_id"),
        sa.PrimaryKeyConstraint(owner, "skill_id", name=f"pk_{table}"),
    )


_OPENING_SLOT = """
CREATE TABLE opening_slot_with_rhythm (
    id INTEGER NOT NULL,
    weekday INTEGER NOT NULL,
    daypart_id INTEGER NOT NULL,
    start TIME NOT NULL,
    "end" TIME NOT NULL,
    needed INTEGER NOT NULL,
    most INTEGER,
    experienced BOOLEAN NOT NULL,
    priority INTEGER NOT NULL,
    every_weeks INTEGER NOT NULL,
    counted_from DATE,
    of_month VARCHAR(32),
    CONSTRAINT pk_opening_slot PRIMARY KEY (id),
    CONSTRAINT ck_opening_slot_iso_weekday CHECK (weekday BETWEEN 1 AND 7),
    CONSTRAINT ck_opening_slot_ends_after_start CHECK ("end" > start),
    CONSTRAINT ck_opening_slot_somebody_needed CHECK (needed > 0),
    CONSTRAINT ck_opening_slot_room_for_needed CHECK (most >= needed),
    CONSTRAINT ck_opening_slot_counts_at_all CHECK (priority > 0),
    CONSTRAINT ck_opening_slot_weeks_counted
        CHECK (every_weeks = 1 OR (every_weeks > 1 AND counted_from IS NOT NULL)),
    CONSTRAINT ck_opening_slot_of_month
        CHECK (of_month IN ('first', 'second', 'third', 'fourth', 'last')),
    CONSTRAINT fk_opening_slot_daypart_id FOREIGN KEY (daypart_id) REFERENCES daypart (id)
)
"""
