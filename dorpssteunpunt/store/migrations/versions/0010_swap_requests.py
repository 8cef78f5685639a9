"""Swaps that were asked for and are not answered.

Revision 0010. A released migration is never edited; a later change gets its own.
"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Begin to keep who asked whom to swap."""
    op.create_table(
        "swap_request",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("shift_id", sa.Integer(), nullable=False),
        sa.Column("giver_id", sa.Integer(), nullable=False),
        sa.Column("taker_id", sa.Integer(), nullable=False),
        sa.Column("return_shift_id", sa.Integer(), nullable=True),
        sa.Column("cut_at", sa.Time(), nullable=True),
        sa.Column("gives_rest", sa.Boolean(), nullable=False),
        sa.Column("giver_agreed_on", sa.Date(), nullable=True),
        sa.Column("taker_agreed_on", sa.Date(), nullable=True),
        sa.Column("asked_at", sa.DateTime(), nullable=False),
        sa.Column("asked_by", sa.Integer(), nullable=False),
        sa.Column(
            "ended_as",
            sa.Enum(
                "refused",
                "withdrawn",
                name="request_end",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=True,
        ),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.Column("ended_by", sa.Integer(), nullable=True),
        sa.CheckConstraint("giver_id <> taker_id", name="ck_swap_request_two_people"),
        sa.CheckConstraint(
            "(giver_agreed_on IS NULL) <> (taker_agreed_on IS NULL)",
            name="ck_swap_request_one_agreed",
        ),
        sa.CheckConstraint(
            "(ended_as IS NULL) = (ended_at IS NULL) AND (ended_as IS NULL) = (ended_by IS NULL)",
            name="ck_swap_request_ended_somehow",
        ),
        *(
            sa.ForeignKeyConstraint([column], [target], name=f"fk_swap_request_{column}")
            for column, target in (
                ("shift_id", "shift.id"),
                ("giver_id", "volunteer.person_id"),
                ("taker_id", "volunteer.person_id"),
                ("return_shift_id", "shift.id"),
                ("asked_by", "account.id"),
                ("ended_by", "account.id"),
            )
        ),
        sa.PrimaryKeyConstraint("id", name="pk_swap_request"),
    )
    for column in ("shift_id", "return_shift_id"):
        op.create_index(f"ix_swap_request_{column}", "swap_request", [column], unique=False)
