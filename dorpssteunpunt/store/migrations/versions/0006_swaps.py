"""Swaps with both agreements, and parts of shifts.

Revision 0006. A released migration is never edited; a later change gets its own.
"""

from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Let an assignment be for a part of its shift, and tell from whom it was taken over.

    The table is made anew: what an ending may be called is a constraint of it.
    """
    op.execute(_ASSIGNMENT)
    kept = ", ".join(_KEPT)
    op.execute(f"INSERT INTO assignment_with_swaps ({kept}) SELECT {kept} FROM assignment")
    op.execute("DROP TABLE assignment")
    op.execute("ALTER TABLE assignment_with_swaps RENAME TO assignment")
    for statement in _INDEXES:
        op.execute(statement)
    for name, event in (("insert", "INSERT"), ("update", "UPDATE")):
        for trigger in (_NEVER_DOUBLE, _ONE_LEAD, _WITHIN_SHIFT):
            op.execute(trigger.format(name=name, event=event))
    for column in ("starts", "ends"):
        op.execute(f"ALTER TABLE published_place ADD COLUMN {column} TIME")


_KEPT = (
    "id",
    "shift_id",
    "volunteer_id",
    "is_lead",
    "is_stand_in",
    "origin",
    "override_reason",
    "made_at",
    "made_by",
    "ended_at",
    "ended_by",
    "ended_as",
    "ended_reason",
)

_ASSIGNMENT = """
CREATE TABLE assignment_with_swaps (
    id INTEGER NOT NULL,
    shift_id INTEGER NOT NULL,
    volunteer_id INTEGER NOT NULL,
    is_lead BOOLEAN NOT NULL,
    is_stand_in BOOLEAN NOT NULL,
    origin VARCHAR(32) NOT NULL,
    starts TIME,
    ends TIME,
    override_reason TEXT NOT NULL,
    took_over_id INTEGER,
    in_return_id INTEGER,
    giver_agreed_on DATE,
    taker_agreed_on DATE,
    made_at DATETIME NOT NULL,
    made_by INTEGER NOT NULL,
    ended_at DATETIME,
    ended_by INTEGER,
    ended_as VARCHAR(32),
    ended_reason TEXT NOT NULL,
    CONSTRAINT pk_assignment PRIMARY KEY (id),
    CONSTRAINT ck_assignment_ended_somehow CHECK ((ended_at IS NULL) = (ended_as IS NULL)),
    CONSTRAINT ck_assignment_ending
        CHECK (ended_as IN ('taken_off', 'reported_absent', 'moved', 'swapped')),
    CONSTRAINT ck_assignment_origin
        CHECK (origin IN ('standing', 'chosen', 'proposed', 'swapped')),
    CONSTRAINT ck_assignment_ends_after_start CHECK (ends > starts),
    CONSTRAINT ck_assignment_both_agreed CHECK (
        (took_over_id IS NULL) = (giver_agreed_on IS NULL)
        AND (took_over_id IS NULL) = (taker_agreed_on IS NULL)
        AND (in_return_id IS NULL OR took_over_id IS NOT NULL)
    ),
    CONSTRAINT fk_assignment_shift_id FOREIGN KEY (shift_id) REFERENCES shift (id),
    CONSTRAINT fk_assignment_volunteer_id
        FOREIGN KEY (volunteer_id) REFERENCES volunteer (person_id),
    CONSTRAINT fk_assignment_took_over_id FOREIGN KEY (took_over_id) REFERENCES assignment (id),
    CONSTRAINT fk_assignment_in_return_id FOREIGN KEY (in_return_id) REFERENCES assignment (id),
    CONSTRAINT fk_assignment_made_by FOREIGN KEY (made_by) REFERENCES account (id),
    CONSTRAINT fk_assignment_ended_by FOREIGN KEY (ended_by) REFERENCES account (id)
)
"""

_INDEXES = (
    "CREATE UNIQUE INDEX ix_assignment_once_per_shift ON assignment (shift_id, volunteer_id) "
    "WHERE ended_at IS NULL",
    "CREATE INDEX ix_assignment_shift_id ON assignment (shift_id)",
    "CREATE INDEX ix_assignment_volunteer_id ON assignment (volunteer_id)",
)

_NEVER_DOUBLE = """
CREATE TRIGGER assignment_never_double_{name} AFTER {event} ON assignment
WHEN NEW.ended_at IS NULL AND EXISTS (
    SELECT 1 FROM assignment AS other
    JOIN shift AS theirs ON theirs.id = other.shift_id
    JOIN shift AS mine ON mine.id = NEW.shift_id
    WHERE other.volunteer_id = NEW.volunteer_id AND other.ended_at IS NULL AND other.id <> NEW.id
      AND theirs."on" = mine."on"
      AND coalesce(other.starts, theirs.start) < coalesce(NEW.ends, mine."end")
      AND coalesce(NEW.starts, mine.start) < coalesce(other.ends, theirs."end")
)
BEGIN
    SELECT RAISE(ABORT, 'nobody is on two shifts at once');
END
"""

_ONE_LEAD = """
CREATE TRIGGER assignment_one_lead_{name} AFTER {event} ON assignment
WHEN NEW.ended_at IS NULL AND NEW.is_lead AND EXISTS (
    SELECT 1 FROM assignment AS other
    JOIN shift ON shift.id = NEW.shift_id
    WHERE other.shift_id = NEW.shift_id AND other.ended_at IS NULL AND other.is_lead
      AND other.id <> NEW.id
      AND coalesce(other.starts, shift.start) < coalesce(NEW.ends, shift."end")
      AND coalesce(NEW.starts, shift.start) < coalesce(other.ends, shift."end")
)
BEGIN
    SELECT RAISE(ABORT, 'a shift has one lead at a time');
END
"""

_WITHIN_SHIFT = """
CREATE TRIGGER assignment_within_shift_{name} AFTER {event} ON assignment
WHEN NEW.ended_at IS NULL AND EXISTS (
    SELECT 1 FROM shift WHERE shift.id = NEW.shift_id
      AND (NEW.starts < shift.start OR NEW.starts >= shift."end"
           OR NEW.ends > shift."end" OR NEW.ends <= shift.start)
)
BEGIN
    SELECT RAISE(ABORT, 'a part of a shift lies within it');
END
"""
