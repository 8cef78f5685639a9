"""Closed days and school holidays in the store."""

from collections.abc import Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, delete, insert, select, update

from dorpssteunpunt.domain.holidays import ClosedPeriod, ClosingRules, PublicHoliday, SchoolHoliday
from dorpssteunpunt.store.tables import ClosedPeriodRow, HolidayChoiceRow, SchoolHolidayRow
from dorpssteunpunt.store.translation import from_row, to_row

Period = TypeVar("Period", ClosedPeriod, SchoolHoliday)


class StoredHolidays:
    """Implements `services.ports.HolidayRepository`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def rules(self) -> ClosingRules:
        """Return when the desk is closed; periods by their first day."""
        choices = self._connection.execute(select(HolidayChoiceRow.__table__))
        return ClosingRules(
            {row.holiday: row.is_open for row in choices},
            tuple(self._in_order(ClosedPeriod, ClosedPeriodRow)),
        )

    def choose(self, holiday: PublicHoliday, is_open: bool) -> None:
        """Keep whether the desk is open on a public holiday."""
        table = HolidayChoiceRow
        self._connection.execute(delete(table).where(table.holiday == holiday))
        self._connection.execute(insert(table).values(holiday=holiday, is_open=is_open))

    def save_closed_period(self, period: ClosedPeriod) -> int:
        """Add or change a closed period and return its id."""
        return self._save(ClosedPeriodRow, period)

    def remove_closed_period(self, period_id: int) -> None:
        """Forget a closed period."""
        self._connection.execute(delete(ClosedPeriodRow).where(ClosedPeriodRow.id == period_id))

    def school_holidays(self) -> Sequence[SchoolHoliday]:
        """Return the school holidays by their first day."""
        return self._in_order(SchoolHoliday, SchoolHolidayRow)

    def save_school_holiday(self, holiday: SchoolHoliday) -> int:
        """Add or change a school holiday and return its id."""
        return self._save(SchoolHolidayRow, holiday)

    def remove_school_holidays(self, holiday_ids: Sequence[int]) -> None:
        """Forget school holidays."""
        table = SchoolHolidayRow
        self._connection.execute(delete(table).where(table.id.in_(holiday_ids)))

    def _in_order(self, kind: type[Period], table: Any) -> list[Period]:
        rows = self._connection.execute(select(table.__table__).order_by(table.first, table.id))
        return [from_row(kind, row._mapping) for row in rows]

    def _save(self, table: Any, period: ClosedPeriod | SchoolHoliday) -> int:
        values = to_row(period)
        if period.id:
            self._connection.execute(update(table).where(table.id == period.id).values(**values))
            return period.id
        added = self._connection.execute(insert(table).values(**values).returning(table.id))
        return int(added.scalar_one())
