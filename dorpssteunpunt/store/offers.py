"""What volunteers offer and wish, as it stands in several tables of the store."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from dorpssteunpunt.domain.availability import Deviation, Leave
from dorpssteunpunt.domain.people import Volunteer
from dorpssteunpunt.store.tables import (
    AvailabilityRow,
    CompanyWishRow,
    DeviationRow,
    LeaveRow,
    Table,
    VolunteerKindRow,
    VolunteerSkillRow,
)
from dorpssteunpunt.store.translation import from_row, to_row

LISTS = frozenset({"kinds", "skills", "together", "apart", "availability", "deviations", "leaves"})
"""The fields of a `Volunteer` that are no columns of its own table."""


def read_offers(connection: Connection, rows: Sequence[Mapping[Any, Any]]) -> dict[int, Volunteer]:
    """Return by person what the volunteers of these rows offer and wish."""
    ids = [row["person_id"] for row in rows]
    lists = _Lists(connection, ids)
    return {
        person_id: from_row(Volunteer, row, **lists.of(person_id))
        for person_id, row in zip(ids, rows, strict=True)
    }


def replace_lists(connection: Connection, volunteer: Volunteer) -> None:
    """Set kinds, skills, company and pattern of a volunteer."""
    _replace(connection, VolunteerKindRow, volunteer, [{"kind_id": one} for one in volunteer.kinds])
    _replace(
        connection, VolunteerSkillRow, volunteer, [{"skill_id": one} for one in volunteer.skills]
    )
    company = [
        {"other_id": other, "together": together}
        for others, together in ((volunteer.together, True), (volunteer.apart, False))
        for other in others
    ]
    _replace(connection, CompanyWishRow, volunteer, company)
    pattern = [
        {"day": day, "daypart_id": daypart, "level": level}
        for (day, daypart), level in volunteer.availability.items()
    ]
    _replace(connection, AvailabilityRow, volunteer, pattern)


def save_deviation(connection: Connection, volunteer_id: int, deviation: Deviation) -> None:
    """Keep a deviation in place of one of the same scope."""
    on, daypart, start = deviation.scope
    connection.execute(
        delete(DeviationRow).where(
            DeviationRow.volunteer_id == volunteer_id,
            DeviationRow.on == on,
            DeviationRow.daypart_id.is_not_distinct_from(daypart),
            DeviationRow.start.is_not_distinct_from(start),
        )
    )
    connection.execute(insert(DeviationRow).values(volunteer_id=volunteer_id, **to_row(deviation)))


class _Lists:
    """The lists of some volunteers, read with one query a table."""

    def __init__(self, connection: Connection, ids: Collection[int]) -> None:
        self._connection, self._ids = connection, ids
        self._lists: dict[int, dict[str, Any]] = defaultdict(_nothing)
        for row in self._rows(VolunteerKindRow):
            self._lists[row.volunteer_id]["kinds"].add(row.kind_id)
        for row in self._rows(VolunteerSkillRow):
            self._lists[row.volunteer_id]["skills"].add(row.skill_id)
        for row in self._rows(CompanyWishRow):
            wish = "together" if row.together else "apart"
            self._lists[row.volunteer_id][wish].add(row.other_id)
        for row in self._rows(AvailabilityRow):
            self._lists[row.volunteer_id]["availability"][row.day, row.daypart_id] = row.level
        for row in self._rows(DeviationRow, DeviationRow.on, DeviationRow.start):
            self._lists[row.volunteer_id]["deviations"].append(from_row(Deviation, row._mapping))
        for row in self._rows(LeaveRow, LeaveRow.first):
            self._lists[row.volunteer_id]["leaves"].append(from_row(Leave, row._mapping))

    def of(self, volunteer_id: int) -> dict[str, Any]:
        """Return the fields of one volunteer, frozen."""
        freeze: dict[type, Any] = {set: frozenset, list: tuple, dict: dict}
        lists = self._lists[volunteer_id]
        return {name: freeze[type(values)](values) for name, values in lists.items()}

    def _rows(self, table: Any, *order: Any) -> Any:
        query = select(table.__table__).where(table.volunteer_id.in_(self._ids))
        return self._connection.execute(query.order_by(*order))


def _nothing() -> dict[str, Any]:
    sets = {name: set[int]() for name in ("kinds", "skills", "together", "apart")}
    return {**sets, "availability": {}, "deviations": [], "leaves": []}


def _replace(
    connection: Connection,
    table: type[Table],
    volunteer: Volunteer,
    rows: Sequence[Mapping[str, Any]],
) -> None:
    of_this_one = volunteer.person_id
    connection.execute(delete(table).where(table.__table__.c.volunteer_id == of_this_one))
    if rows:
        connection.execute(insert(table), [{"volunteer_id": of_this_one, **row} for row in rows])
