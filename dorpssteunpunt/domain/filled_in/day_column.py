"""Finding where the days of a filled-in sheet stand."""

from dataclasses import dataclass
from datetime import date

from dorpssteunpunt.domain.filled_in.cells import Table, shown
from dorpssteunpunt.domain.filled_in.days import WhichDay, day_of, month_in, numbers_days
from dorpssteunpunt.domain.months import Month


@dataclass(frozen=True, slots=True)
class DayColumn:
    """The column in which the days stand; with a month it numbers the days of that."""

    dates: int
    weekdays: int
    column: int
    month: Month | None = None

    @property
    def score(self) -> tuple[int, int, int]:
        """What to compare by: most dates, then most weekdays, then furthest to the left."""
        return self.dates, self.weekdays, -self.column


def find_day_column(table: Table, today: date) -> DayColumn | None:
    """Return the column that scores best, if any has a day in it."""
    found = []
    for column in range(table.width):
        values = [table.at(row, column) for row in table.heights]
        days = [day_of(value, today) for value in values]
        dates = sum(isinstance(day, WhichDay) and day.on is not None for day in days)
        weekdays = sum(isinstance(day, WhichDay) and day.on is None for day in days)
        month = None
        if not dates and numbers_days(values) and (month := _month_above(table, column, today)):
            dates = len(month.days)
        if dates or weekdays:
            found.append(DayColumn(dates, weekdays, column, month))
    return max(found, key=lambda one: one.score, default=None)


def _month_above(table: Table, column: int, today: date) -> Month | None:
    """Return the month that a sheet is about, by its name or by what stands over numbered days."""
    first = next(row for row in table.heights if isinstance(table.at(row, column), float | str))
    texts = [shown(value) for row in range(first + 1) for _at, value in table.filled(row)]
    return month_in([table.name, *texts], today)
