"""What shifts and lines of the week template ask for: their skills stand in tables of their own."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from sqlalchemy import Connection, ScalarSelect, Text, cast, delete, func, insert, select

from dorpssteunpunt.store.translation import from_row, to_row

T = TypeVar("T")


def skills_of(owner: Any, skill: Any, owning_id: Any) -> ScalarSelect[Any]:
    """Return a column with the skills that a row asks for, for `from_asking_row`.

    `owner` and `skill` are columns of the table that holds the skills, `owning_id` is the id of
    what asks for them.
    """
    joined = func.aggregate_strings(cast(skill, Text), " ")
    return select(joined).where(owner == owning_id).scalar_subquery()


def from_asking_row(kind: type[T], row: Mapping[Any, Any], **extra: Any) -> T:
    """Return a `kind` from a row with its skills."""
    skills = frozenset(map(int, (row["skills"] or "").split()))
    return from_row(kind, {**row, **extra, "skills": skills})


def to_asking_row(record: Any) -> dict[str, Any]:
    """Return the columns of what asks for something, without its skills."""
    columns = to_row(record)
    del columns["skills"]
    return columns


def replace_skills(
    connection: Connection, table: Any, owner: Any, skills: Mapping[int, Iterable[int]]
) -> None:
    """Set the skills that some rows ask for, by the id of each."""
    connection.execute(delete(table).where(owner.in_(skills)))
    rows = [
        {owner.key: owning_id, "skill_id": skill}
        for owning_id, wanted in skills.items()
        for skill in sorted(wanted)
    ]
    if rows:
        connection.execute(insert(table), rows)
