"""Which days the desk is closed, and the school holidays.

Revision 0009. A released migration is never edited; a later change gets its own.
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

_HOLIDAYS = (
    "new_years_day",
    "good_friday",
    "easter_sunday",
    "easter_monday",
    "kings_day",
    "liberation_day",
    "ascension_day",
    "whit_sunday",
    "whit_monday",
    "christmas_day",
    "boxing_day",
)


def upgrade() -> None:
    """Begin with nothing chosen: public holidays are closed as is usual, schools unknown."""
    op.create_table(
        "holiday_choice",
        sa.Column("holiday", _words(*_HOLIDAYS, name="holiday"), nullable=False),
        sa.Column("is_open", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("holiday", name="pk_holiday_choice"),
    )
    for table, words in (("closed_period", "reason"), ("school_holiday", "name")):
        op.create_table(
            table,
            sa.Column("id", sa.Integer(), nullable=False),
            sa.Column("first", sa.Date(), nullable=False),
            sa.Column("last", sa.Date(), nullable=False),
            sa.Column(words, sa.Text(), nullable=False),
            sa.CheckConstraint("last >= first", name=f"ck_{table}_ends_after_start"),
            sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
        )
    op.execute(
        "ALTER TABLE support_point ADD COLUMN school_region VARCHAR(32) "
        "CONSTRAINT ck_support_point_school_region "
        "CHECK (school_region IN ('north', 'central', 'south'))"
    )


def _words(*words: str, name: str) -> sa.Enum:
    return sa.Enum(*words, name=name, native_enum=False, create_constraint=True, length=32)
