"""What volunteers wish on the roster: patterns of several weeks, deviations, leave, company.

Revision 0002. A released migration is never edited; a later change gets its own.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_OF_VOLUNTEER = (
    "shifts_per_month INTEGER",
    "wanted_per_week INTEGER CONSTRAINT ck_volunteer_wanted_per_week "
    "CHECK (wanted_per_week <= shifts_per_week)",
    "wanted_per_month INTEGER CONSTRAINT ck_volunteer_wanted_per_month "
    "CHECK (wanted_per_month <= shifts_per_month)",
    "no_evening_then_morning BOOLEAN NOT NULL DEFAULT 0",
    "experience VARCHAR(32) NOT NULL DEFAULT 'regular' CONSTRAINT ck_volunteer_experience "
    "CHECK (experience IN ('beginner', 'regular', 'experienced'))",
    "cycle_from DATE",
    "cycle_weeks INTEGER NOT NULL DEFAULT 1 CONSTRAINT ck_volunteer_cycle "
    "CHECK (cycle_weeks BETWEEN 1 AND 4 AND (cycle_weeks = 1 OR cycle_from IS NOT NULL))",
)


def upgrade() -> None:
    """Let volunteers say more; who said something before has a pattern of one week."""
    for column in _OF_VOLUNTEER:
        op.execute(f"ALTER TABLE volunteer ADD COLUMN {column}")
    _skills()
    _company()
    _pattern()
    _deviations()
    _leave()


def _skills() -> None:
    op.create_table(
        "skill",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_skill"),
    )
    op.create_table(
        "volunteer_skill",
        sa.Column("volunteer_id", sa.Integer(), nullable=False),
        sa.Column("skill_id", sa.Integer(), nullable=False),
        _volunteer("volunteer_skill"),
        sa.ForeignKeyConstraint(["skill_id"], ["skill.id"], name="fk_volunteer_skill_skill_id"),
        sa.PrimaryKeyConstraint("volunteer_id", "skill_id", name="pk_volunteer_skill"),
    )


def _company() -> None:
    op.create_table(
        "company_wish",
        sa.Column("volunteer_id", sa.Integer(), nullable=False),
        sa.Column("other_id", sa.Integer(), nullable=False),
        sa.Column("together", sa.Boolean(), nullable=False),
        sa.CheckConstraint("volunteer_id <> other_id", name="ck_company_wish_somebody_else"),
        _volunteer("company_wish"),
        sa.ForeignKeyConstraint(
            ["other_id"], ["volunteer.person_id"], name="fk_company_wish_other_id"
        ),
        sa.PrimaryKeyConstraint("volunteer_id", "other_id", name="pk_company_wish"),
    )


def _pattern() -> None:
    """Number the days of a pattern over four weeks, in which the first seven stay as they are."""
    op.rename_table("availability", "availability_of_a_week")
    op.create_table(
        "availability",
        sa.Column("volunteer_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("daypart_id", sa.Integer(), nullable=False),
        sa.Column("level", _level(), nullable=False),
        sa.CheckConstraint("day BETWEEN 1 AND 28", name="ck_availability_day_of_cycle"),
        _volunteer("availability"),
        _daypart("availability"),
        sa.PrimaryKeyConstraint("volunteer_id", "day", "daypart_id", name="pk_availability"),
    )
    op.execute(
        "INSERT INTO availability (volunteer_id, day, daypart_id, level) "
        "SELECT volunteer_id, weekday, daypart_id, level FROM availability_of_a_week"
    )
    op.drop_table("availability_of_a_week")


def _deviations() -> None:
    op.create_table(
        "deviation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("volunteer_id", sa.Integer(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("daypart_id", sa.Integer(), nullable=True),
        sa.Column("start", sa.Time(), nullable=True),
        sa.Column("end", sa.Time(), nullable=True),
        sa.Column("level", _level(), nullable=False),
        sa.CheckConstraint('(start IS NULL) = ("end" IS NULL)', name="ck_deviation_both_hours"),
        sa.CheckConstraint('"end" > start', name="ck_deviation_ends_after_start"),
        sa.CheckConstraint("start IS NULL OR daypart_id IS NULL", name="ck_deviation_one_scope"),
        _volunteer("deviation"),
        _daypart("deviation"),
        sa.PrimaryKeyConstraint("id", name="pk_deviation"),
    )
    for scope, columns, where in (
        ("day", [], "daypart_id IS NULL AND start IS NULL"),
        ("daypart", ["daypart_id"], "daypart_id IS NOT NULL"),
        ("hours", ["start"], "start IS NOT NULL"),
    ):
        op.create_index(
            f"ix_deviation_{scope}",
            "deviation",
            ["volunteer_id", "on", *columns],
            unique=True,
            sqlite_where=sa.text(where),
        )


def _leave() -> None:
    op.create_table(
        "leave",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("volunteer_id", sa.Integer(), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.CheckConstraint("last >= first", name="ck_leave_ends_after_first"),
        _volunteer("leave"),
        sa.PrimaryKeyConstraint("id", name="pk_leave"),
    )
    op.create_index("ix_leave_volunteer_id", "leave", ["volunteer_id"], unique=False)


def _volunteer(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["volunteer_id"], ["volunteer.person_id"], name=f"fk_{table}_volunteer_id"
    )


def _daypart(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["daypart_id"], ["daypart.id"], name=f"fk_{table}_daypart_id")


def _level() -> sa.Enum:
    return sa.Enum(
        "prefer",
        "can",
        "rather_not",
        "cannot",
        name="level",
        native_enum=False,
        create_constraint=True,
        length=32,
    )
