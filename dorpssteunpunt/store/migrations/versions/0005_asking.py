"""Who was asked for a shift and what they said.

Revision 0005. A released migration is never edited; a later change gets its own.
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Begin to keep whom was asked."""
    op.create_table(
        "asking",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("shift_id", sa.Integer(), nullable=False),
        sa.Column("volunteer_id", sa.Integer(), nullable=False),
        sa.Column(
            "answer",
            sa.Enum(
                "yes",
                "no",
                "calls_back",
                name="answer",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("asked_at", sa.DateTime(), nullable=False),
        sa.Column("asked_by", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["shift_id"], ["shift.id"], name="fk_asking_shift_id"),
        sa.ForeignKeyConstraint(
            ["volunteer_id"], ["volunteer.person_id"], name="fk_asking_volunteer_id"
        ),
        sa.ForeignKeyConstraint(["asked_by"], ["account.id"], name="fk_asking_asked_by"),
        sa.PrimaryKeyConstraint("id", name="pk_asking"),
    )
    for column in ("shift_id", "asked_at"):
        op.create_index(f"ix_asking_{column}", "asking", [column], unique=False)
