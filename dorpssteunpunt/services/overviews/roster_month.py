"""The roster of a month as it goes on the wall."""

from collections.abc import Mapping, Sequence
from datetime import date

from dorpssteunpunt.domain.accounts import Right
from dorpssteunpunt.domain.months import Month
from dorpssteunpunt.domain.roster import PeriodWithoutShifts
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.overviews.agreed import whom_to_tell
from dorpssteunpunt.services.overviews.letterhead import letterhead
from dorpssteunpunt.services.overviews.papers import MonthOverview, MonthPart, MonthWeek, RosterCell
from dorpssteunpunt.services.overviews.roster import (
    closed_all_day,
    usual_hours,
    wall_cell,
    wall_day,
)
from dorpssteunpunt.services.roster.cells import ShiftCell
from dorpssteunpunt.services.roster.week_view import DaypartCells, WeekView, read_weeks


def month_overview(desk: Desk, month: Month) -> MonthOverview:
    """Return the paper of a month: each week with the day parts that are open in it.

    Raises `NotAllowed`, or `PeriodWithoutShifts` when there is nothing to print yet.
    """
    with desk.reading(Right.ROSTER) as uow:
        views = read_weeks(uow, month.weeks)
        open_days = [cell.on for view in views for cell in view.cells if Month.of(cell.on) == month]
        if not open_days:
            raise PeriodWithoutShifts(month.first, month.last)
        columns = max(day.isoweekday() for day in open_days)
        return MonthOverview(
            letterhead=letterhead(uow.support_point.support_point()),
            printed_on=desk.clock.today(),
            month=month.first,
            weeks=tuple(week for view in views if (week := _week(view, month, columns)).parts),
            when_absent=whom_to_tell(uow),
        )


def _week(view: WeekView, month: Month, columns: int) -> MonthWeek:
    """Return the days of a week that lie in the month, with the day parts that are open then.

    A week that is closed as a whole keeps its day parts, to be seen as closed.
    """
    closed = closed_all_day(view)
    days = tuple(day if Month.of(day) == month else None for day in view.week.days[:columns])
    rows = [row for row in view.rows if _shifts_of(row, days)]
    opened = [row for row in rows if any(not one.closed_because for one in _shifts_of(row, days))]
    return MonthWeek(
        number=view.week.number,
        days=tuple(wall_day(view, day, closed) if day else None for day in days),
        parts=tuple(
            MonthPart(row.name, usual_hours(row), _cells(row, days, closed))
            for row in opened or rows
        ),
        is_concept=view.published_at is None,
    )


def _shifts_of(row: DaypartCells, days: Sequence[date | None]) -> list[ShiftCell]:
    return [cell for cell in row.cells if cell and cell.on in days]


def _cells(
    row: DaypartCells, days: Sequence[date | None], closed: Mapping[date, str]
) -> tuple[RosterCell | None, ...]:
    """Return a cell for each column; where the week ends earlier in `row`, it is closed."""
    shifts = {cell.on: cell for cell in row.cells if cell}
    return tuple(wall_cell(shifts.get(day), closed) if day else None for day in days)
