"""Several counters, each with opening hours, shifts and standing places of its own.

Revision 0014. A released migration is never edited; a later change gets its own.
"""

from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    """Give what there is to the first counter; a day part may have a shift at each of them.

    The table of shifts is made anew, since what is unique in it is part of it. The triggers of
    other tables speak of it by name and stay as they are.
    """
    op.execute(
        "CREATE TABLE counter (id INTEGER NOT NULL, position INTEGER NOT NULL, "
        "name TEXT NOT NULL, CONSTRAINT pk_counter PRIMARY KEY (id))"
    )
    op.execute("INSERT INTO counter (id, position, name) SELECT 1, 1, 'Balie' FROM support_point")
    for table in ("opening_slot", "standing_assignment"):
        op.execute(
            f"ALTER TABLE {table} ADD COLUMN counter_id INTEGER NOT NULL DEFAULT 1 "
            f"CONSTRAINT fk_{table}_counter_id REFERENCES counter (id)"
        )
    op.execute("DROP INDEX ix_standing_assignment_once")
    op.execute(
        "CREATE UNIQUE INDEX ix_standing_assignment_once ON standing_assignment "
        "(volunteer_id, weekday, daypart_id, counter_id) WHERE last IS NULL"
    )
    op.execute(_SHIFT)
    op.execute(f"INSERT INTO shift_at_counter ({_KEPT}, counter_id) SELECT {_KEPT}, 1 FROM shift")
    op.execute("DROP TABLE shift")
    op.execute("PRAGMA legacy_alter_table = ON")
    op.execute("ALTER TABLE shift_at_counter RENAME TO shift")
    op.execute("PRAGMA legacy_alter_table = OFF")


_KEPT = (
    'id, "on", daypart_id, start, "end", needed, most, experienced, priority, changed_at, '
    "hours_changed_at, closed_because"
)

_SHIFT = """
CREATE TABLE shift_at_counter (
    id INTEGER NOT NULL,
    "on" DATE NOT NULL,
    daypart_id INTEGER NOT NULL,
    counter_id INTEGER NOT NULL,
    start TIME NOT NULL,
    "end" TIME NOT NULL,
    needed INTEGER NOT NULL,
    most INTEGER,
    experienced BOOLEAN NOT NULL,
    priority INTEGER NOT NULL,
    changed_at DATETIME,
    hours_changed_at DATETIME,
    closed_because TEXT NOT NULL,
    CONSTRAINT pk_shift PRIMARY KEY (id),
    CONSTRAINT uq_shift_on_daypart_id_counter_id UNIQUE ("on", daypart_id, counter_id),
    CONSTRAINT ck_shift_ends_after_start CHECK ("end" > start),
    CONSTRAINT ck_shift_somebody_needed CHECK (needed > 0),
    CONSTRAINT ck_shift_room_for_needed CHECK (most >= needed),
    CONSTRAINT ck_shift_counts_at_all CHECK (priority > 0),
    CONSTRAINT fk_shift_daypart_id FOREIGN KEY (daypart_id) REFERENCES daypart (id),
    CONSTRAINT fk_shift_counter_id FOREIGN KEY (counter_id) REFERENCES counter (id)
)
"""
