"""Standing assignments, and how each name came on a shift.

Revision 0004. A released migration is never edited; a later change gets its own.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Let volunteers hold a place in the week template; who was on a shift before was chosen."""
    op.execute(
        "ALTER TABLE assignment ADD COLUMN origin VARCHAR(32) NOT NULL DEFAULT 'chosen' "
        "CONSTRAINT ck_assignment_origin "
        "CHECK (origin IN ('standing', 'chosen', 'proposed', 'swapped'))"
    )
    op.create_table(
        "standing_assignment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("volunteer_id", sa.Integer(), nullable=False),
        sa.Column("weekday", sa.Integer(), nullable=False),
        sa.Column("daypart_id", sa.Integer(), nullable=False),
        sa.Column("is_lead", sa.Boolean(), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=True),
        sa.CheckConstraint("weekday BETWEEN 1 AND 7", name="ck_standing_assignment_iso_weekday"),
        sa.CheckConstraint("last >= first", name="ck_standing_assignment_ends_after_first"),
        sa.ForeignKeyConstraint(
            ["volunteer_id"],
            ["volunteer.person_id"],
            name="fk_standing_assignment_volunteer_id",
        ),
        sa.ForeignKeyConstraint(
            ["daypart_id"], ["daypart.id"], name="fk_standing_assignment_daypart_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_standing_assignment"),
    )
    op.create_index(
        "ix_standing_assignment_once",
        "standing_assignment",
        ["volunteer_id", "weekday", "daypart_id"],
        unique=True,
        sqlite_where=sa.text("last IS NULL"),
    )
