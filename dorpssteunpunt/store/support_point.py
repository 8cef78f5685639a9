"""The support point and its own lists in the store."""

from collections.abc import Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, delete, insert, select, update

from dorpssteunpunt.domain.counters import Counter, CounterInUse
from dorpssteunpunt.domain.dayparts import Daypart
from dorpssteunpunt.domain.support_point import (
    Boundary,
    EmergencyNumber,
    HelpKind,
    Skill,
    SupportPoint,
)
from dorpssteunpunt.domain.template import OpeningSlot
from dorpssteunpunt.store.demands import (
    from_asking_row,
    replace_skills,
    skills_of,
    to_asking_row,
)
from dorpssteunpunt.store.tables import (
    BoundaryRow,
    CounterRow,
    DaypartRow,
    EmergencyNumberRow,
    HelpKindRow,
    OpeningSlotRow,
    OpeningSlotSkillRow,
    ShiftRow,
    SkillRow,
    StandingAssignmentRow,
    SupportPointRow,
    Table,
)
from dorpssteunpunt.store.translation import from_row, to_row

T = TypeVar("T")


class StoredSupportPoint:
    """Implements `services.ports.SupportPointRepository`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def support_point(self) -> SupportPoint:
        """Return the support point of this store."""
        row = self._connection.execute(select(SupportPointRow.__table__)).one()
        return from_row(SupportPoint, row._mapping)

    def save(self, support_point: SupportPoint) -> None:
        """Set name, address and settings."""
        self._connection.execute(delete(SupportPointRow))
        self._connection.execute(insert(SupportPointRow).values(id=1, **to_row(support_point)))

    def kinds(self) -> Sequence[HelpKind]:
        """Return all kinds of help in their order, inactive ones too."""
        return self._all(HelpKind, HelpKindRow, HelpKindRow.position)

    def save_kind(self, kind: HelpKind) -> int:
        """Add or change a kind of help and return its id."""
        return self._save(HelpKindRow, kind.id, to_row(kind))

    def boundaries(self) -> Sequence[Boundary]:
        """Return what volunteers never do, in order."""
        return self._all(Boundary, BoundaryRow, BoundaryRow.position)

    def replace_boundaries(self, boundaries: Sequence[Boundary]) -> None:
        """Set the whole list of boundaries."""
        self._replace(BoundaryRow, [to_row(boundary) for boundary in boundaries])

    def dayparts(self) -> Sequence[Daypart]:
        """Return the parts of the day in order."""
        return self._all(Daypart, DaypartRow, DaypartRow.position)

    def save_daypart(self, daypart: Daypart) -> int:
        """Add or change a part of the day and return its id."""
        return self._save(DaypartRow, daypart.id, to_row(daypart))

    def counters(self) -> Sequence[Counter]:
        """Return the counters in order; there is at least one."""
        return self._all(Counter, CounterRow, CounterRow.position, CounterRow.id)

    def save_counter(self, counter: Counter) -> int:
        """Add or change a counter and return its id."""
        return self._save(CounterRow, counter.id, to_row(counter))

    def remove_counter(self, counter_id: int) -> None:
        """Take away a counter; raises `CounterInUse` when something refers to it."""
        for table in (OpeningSlotRow, ShiftRow, StandingAssignmentRow):
            used = select(table.id).where(table.counter_id == counter_id).limit(1)
            if self._connection.execute(used).first():
                raise CounterInUse
        self._connection.execute(delete(CounterRow).where(CounterRow.id == counter_id))

    def skills(self) -> Sequence[Skill]:
        """Return all skills in their order, those not asked for any more too."""
        return self._all(Skill, SkillRow, SkillRow.position)

    def save_skill(self, skill: Skill) -> int:
        """Add or change a skill and return its id."""
        return self._save(SkillRow, skill.id, to_row(skill))

    def week_template(self) -> Sequence[OpeningSlot]:
        """Return the lines of the week template by weekday and start."""
        table, asked = OpeningSlotRow, OpeningSlotSkillRow
        skills = skills_of(asked.slot_id, asked.skill_id, table.id)
        query = select(table.__table__, skills.label("skills"))
        rows = self._connection.execute(query.order_by(table.weekday, table.start, table.id))
        return [from_asking_row(OpeningSlot, row._mapping) for row in rows]

    def replace_week_template(self, slots: Sequence[OpeningSlot]) -> None:
        """Set the whole week template."""
        numbered = dict(enumerate(slots, start=1))
        self._connection.execute(delete(OpeningSlotSkillRow))
        self._replace(
            OpeningSlotRow, [{"id": n, **to_asking_row(slot)} for n, slot in numbered.items()]
        )
        asked = {n: slot.demand.skills for n, slot in numbered.items()}
        replace_skills(self._connection, OpeningSlotSkillRow, OpeningSlotSkillRow.slot_id, asked)

    def emergency_numbers(self) -> Sequence[EmergencyNumber]:
        """Return the emergency numbers in order."""
        return self._all(EmergencyNumber, EmergencyNumberRow, EmergencyNumberRow.position)

    def replace_emergency_numbers(self, numbers: Sequence[EmergencyNumber]) -> None:
        """Set the whole list of emergency numbers."""
        self._replace(EmergencyNumberRow, [to_row(number) for number in numbers])

    def _all(self, kind: type[T], table: type[Table], *order: Any) -> list[T]:
        rows = self._connection.execute(select(table.__table__).order_by(*order))
        return [from_row(kind, row._mapping) for row in rows]

    def _save(self, table: Any, record_id: int, values: dict[str, Any]) -> int:
        if record_id:
            self._connection.execute(update(table).where(table.id == record_id).values(**values))
            return record_id
        added = self._connection.execute(insert(table).values(**values).returning(table.id))
        return int(added.scalar_one())

    def _replace(self, table: type[Table], rows: list[dict[str, Any]]) -> None:
        self._connection.execute(delete(table))
        if rows:
            self._connection.execute(insert(table), rows)
