"""Who confirmed a shift, and who was there.

Revision 0007. A released migration is never edited; a later change gets its own.
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Begin to keep what people were told of their shifts, and how it went."""
    _create(
        "confirmation",
        _words("how", "at_desk", "by_phone", "voicemail"),
        sa.Column("is_lead", sa.Boolean(), nullable=False),
        sa.Column("starts", sa.Time(), nullable=True),
        sa.Column("ends", sa.Time(), nullable=True),
        sa.CheckConstraint("(starts IS NULL) = (ends IS NULL)", name="ck_confirmation_whole_hours"),
    )
    _create(
        "attendance_mark",
        _words("presence", "present", "late", "missed"),
        sa.Column("minutes_late", sa.Integer(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.CheckConstraint("minutes_late > 0", name="ck_attendance_mark_minutes_late"),
        sa.CheckConstraint(
            "minutes_late IS NULL OR presence = 'late'", name="ck_attendance_mark_late_only"
        ),
    )


def _create(table: str, *own: sa.Column[object] | sa.CheckConstraint) -> None:
    """Make a table of something noted of a volunteer and a shift."""
    op.create_table(
        table,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("shift_id", sa.Integer(), nullable=False),
        sa.Column("volunteer_id", sa.Integer(), nullable=False),
        *own,
        sa.Column("noted_at", sa.DateTime(), nullable=False),
        sa.Column("noted_by", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["shift_id"], ["shift.id"], name=f"fk_{table}_shift_id"),
        sa.ForeignKeyConstraint(
            ["volunteer_id"], ["volunteer.person_id"], name=f"fk_{table}_volunteer_id"
        ),
        sa.ForeignKeyConstraint(["noted_by"], ["account.id"], name=f"fk_{table}_noted_by"),
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
    )
    op.create_index(f"ix_{table}_shift_id", table, ["shift_id"], unique=False)


def _words(column: str, *values: str) -> sa.Column[object]:
    kind = sa.Enum(*values, name=column, native_enum=False, create_constraint=True, length=32)
    return sa.Column(column, kind, nullable=False)
