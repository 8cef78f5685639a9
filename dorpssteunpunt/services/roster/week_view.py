"""A week of the roster as the grid and the wall show it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time

from dorpssteunpunt.domain.accounts import Right
from dorpssteunpunt.domain.roster import Publication, Shift
from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.ports import UnitOfWork
from dorpssteunpunt.services.roster.cells import ShiftCell, read_cells
from dorpssteunpunt.services.roster.days import DayNote, day_notes
from dorpssteunpunt.services.roster.naming import read_place_names

_FRIDAY = 5
_Row = tuple[int, int]
"""The ids of a day part and a counter."""


@dataclass(frozen=True, slots=True)
class DaypartCells:
    """A row of the grid: a day part at a counter, a cell for each day; None is a closed one.

    `hours` are the usual ones of this week.
    """

    daypart_id: int
    name: str
    hours: tuple[time, time] | None
    cells: tuple[ShiftCell | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekView:
    """One week: days across from Monday to the last open one, day parts down.

    A week without shifts has no rows. One that was never published is a concept. `notes` say what
    is special about some of its days.
    """

    week: Week
    days: tuple[date, ...]
    rows: tuple[DaypartCells, ...]
    published_at: datetime | None = None
    notes: Mapping[date, DayNote] = field(default_factory=dict)

    @property
    def cells(self) -> tuple[ShiftCell, ...]:
        """All shifts of the week, day part by day part."""
        return tuple(cell for row in self.rows for cell in row.cells if cell)

    @property
    def gaps(self) -> int:
        """How many shifts still need somebody."""
        return sum(cell.is_short for cell in self.cells)

    @property
    def without_lead(self) -> int:
        """How many staffed shifts nobody leads."""
        return sum(cell.lacks_lead for cell in self.cells)

    @property
    def to_confirm(self) -> int:
        """How many people of coming shifts have not confirmed yet; of a concept nobody has to."""
        return sum(one.is_to_confirm for cell in self.cells for one in cell.people)

    @property
    def changes(self) -> int:
        """How many shifts differ from what was published."""
        return sum(cell.since_publication is not None for cell in self.cells)

    def cell(self, shift_id: int) -> ShiftCell | None:
        """Return the cell of a shift, or None when it is not in this week."""
        return next((cell for cell in self.cells if cell.shift_id == shift_id), None)


def week(desk: Desk, week: Week) -> WeekView:
    """Return a week of the roster; raises `NotAllowed`."""
    with desk.reading(Right.ROSTER) as uow:
        return read_week(uow, week, desk.clock.now())


def week_of(desk: Desk, shift_id: int) -> Week:
    """Return the week that a shift is in; raises `NotAllowed` or `NotFound`."""
    with desk.reading(Right.ROSTER) as uow:
        return Week.of(uow.roster.shift(shift_id).on)


def weeks(desk: Desk, first: Week, count: int) -> tuple[WeekView, ...]:
    """Return so many weeks of the roster in a row; raises `NotAllowed`."""
    in_a_row = [first]
    while len(in_a_row) < count:
        in_a_row.append(in_a_row[-1].next())
    with desk.reading(Right.ROSTER) as uow:
        return read_weeks(uow, in_a_row, desk.clock.now())


def read_week(uow: UnitOfWork, week: Week, now: datetime | None = None) -> WeekView:
    """Return a week of the roster as a unit of work sees it.

    With the moment it is, the cells tell who confirmed and who was there.
    """
    (view,) = read_weeks(uow, [week], now)
    return view


def read_weeks(
    uow: UnitOfWork, in_a_row: Sequence[Week], now: datetime | None = None
) -> tuple[WeekView, ...]:
    """Return weeks that follow each other as `read_week` does, all of them read at once."""
    shifts = uow.roster.shifts(in_a_row[0].monday, in_a_row[-1].sunday)
    publications = uow.roster.publications(in_a_row)
    cells = read_cells(uow, shifts, publications, now)
    notes = day_notes(uow, [day for week in in_a_row for day in week.days])
    names = read_place_names(uow).in_order()
    of_week: dict[Week, list[tuple[Shift, ShiftCell]]] = {week: [] for week in in_a_row}
    for shift, cell in zip(shifts, cells, strict=True):
        of_week[Week.of(shift.on)].append((shift, cell))
    return tuple(
        _view(week, names, of_week[week], publications.get(week), notes) for week in in_a_row
    )


def _view(
    week: Week,
    names: Mapping[_Row, str],
    shifts: Sequence[tuple[Shift, ShiftCell]],
    publication: Publication | None,
    notes: Mapping[date, DayNote],
) -> WeekView:
    last_day = max((shift.on.isoweekday() for shift, _cell in shifts), default=_FRIDAY)
    days = week.days[:last_day]
    return WeekView(
        week=week,
        days=days,
        rows=_rows(names, shifts, days),
        published_at=publication.published_at if publication else None,
        notes={day: notes[day] for day in days if day in notes},
    )


def _rows(
    names: Mapping[_Row, str],
    shifts: Sequence[tuple[Shift, ShiftCell]],
    days: Sequence[date],
) -> tuple[DaypartCells, ...]:
    """Return a row for each day part at each counter that is open at least once."""
    at = {(*_row(shift), shift.on): cell for shift, cell in shifts}
    used = {_row(shift) for shift, _cell in shifts}
    return tuple(
        DaypartCells(
            daypart_id=row[0],
            name=name,
            hours=_usual_hours([shift for shift, _cell in shifts if _row(shift) == row]),
            cells=tuple(at.get((*row, day)) for day in days),
        )
        for row, name in names.items()
        if row in used
    )


def _row(shift: Shift) -> _Row:
    return shift.daypart_id, shift.counter_id


def _usual_hours(shifts: Iterable[Shift]) -> tuple[time, time] | None:
    """Return the hours that most shifts keep, of equally many the earliest in the week."""
    hours = Counter((shift.start, shift.end) for shift in shifts)
    return hours.most_common(1)[0][0] if hours else None
