"""Reading a filled-in sheet: where the days stand, who answers, and what each cell says of what.

Two layouts are known, upright or turned: one row for each date with an answer (or a column for
each person or day part), and days by day parts, of dated weeks or of an ordinary week.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from dorpssteunpunt.base.errors import Refusal
from dorpssteunpunt.domain.filled_in.cells import CellValue, Place, Table, shown
from dorpssteunpunt.domain.filled_in.columns import (
    AnswerColumn,
    Role,
    read_columns,
    role_of,
)
from dorpssteunpunt.domain.filled_in.day_column import DayColumn, find_day_column
from dorpssteunpunt.domain.filled_in.days import (
    NO_WEEK,
    DayProblem,
    WeekOf,
    WhichDay,
    day_of,
    numbered_day,
    week_of,
    within,
)
from dorpssteunpunt.domain.filled_in.words import BLANK, DaypartNames, Meaning, word_of
from dorpssteunpunt.domain.names import fold
from dorpssteunpunt.domain.times import InvalidTime, parse_typed_time

_NAME_AND_LABEL = 2
_NO_NAME = ("blad", "sheet", "werkblad", "tabel", "table", "tabblad")


class CellProblem(StrEnum):
    """Why a cell was not understood, when it is not its day."""

    NO_DAY = "no_day"
    NO_HEAD = "no_head"
    NO_SUCH_PART = "no_such_part"
    NO_HOURS = "no_hours"


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """A cell of which nothing is kept, with what stands in it and why."""

    place: Place
    text: str
    problem: CellProblem | DayProblem


@dataclass(frozen=True, slots=True)
class Statement:
    """What one cell says: a word, of a day and perhaps a day part or hours, by somebody.

    `meaning` is what a tick in this column says. Without a `who` the sheet names nobody.
    """

    place: Place
    who: str
    day: WhichDay
    word: str
    text: str
    daypart_id: int | None = None
    start: time | None = None
    end: time | None = None
    meaning: Meaning | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """What somebody wrote beside the answers, which only people can read."""

    place: Place
    text: str


@dataclass(frozen=True, slots=True)
class ReadTable:
    """What was read from one sheet."""

    statements: Sequence[Statement]
    not_understood: Sequence[NotUnderstood]
    remarks: Sequence[Remark] = ()


class NoDaysFound(Refusal):
    """No sheet has a column or a row with dates or days of the week."""


class NothingFilledIn(Refusal):
    """There are days, and nothing was filled in beside them."""


class WeekdaysRepeat(Refusal):
    """The same weekday comes again, and no date or week tells which one it is."""

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self.place = place


def read_tables(
    tables: Sequence[Table], dayparts: DaypartNames, today: date
) -> Sequence[ReadTable]:
    """Read all sheets that hold days.

    Raises `NoDaysFound`, `NothingFilledIn` or `WeekdaysRepeat`.
    """
    found = [read for table in tables if (read := _read(table, dayparts, today))]
    if not found:
        raise NoDaysFound
    if not any(said.word != BLANK for read in found for said in read.statements):
        raise NothingFilledIn
    return found


def _read(table: Table, dayparts: DaypartNames, today: date) -> ReadTable | None:
    upright, turned = find_day_column(table, today), find_day_column(table.turned(), today)
    if turned and (not upright or turned.score > upright.score):
        return _Reader(table.turned(), turned, dayparts, today).read()
    return _Reader(table, upright, dayparts, today).read() if upright else None


class _Reader:
    """Reads one sheet from above, and knows under which week and day it is."""

    def __init__(self, table: Table, found: DayColumn, dayparts: DaypartNames, today: date) -> None:
        self._table, self._dayparts, self._today = table, dayparts, today
        self._month, column = found.month, found.column
        self._first = next(
            row for row in table.heights if self._day(row, column) is not DayProblem.NOT_A_DAY
        )
        above = list(self._heads(column))[::-1]
        body = [row for row in range(self._first, len(table.rows)) if self._has_day(row, column)]
        self._columns = read_columns(table, column, above, body, dayparts)
        self._who = self._named_above()
        self._week = NO_WEEK
        self._last: WhichDay | None = None
        self._missed: list[NotUnderstood] = []

    def read(self) -> ReadTable:
        """Return what every row says."""
        for row in range(self._first):
            self._take_week(row)
        statements = [
            said for row in range(self._first, len(self._table.rows)) for said in self._row(row)
        ]
        for column in self._columns.nameless:
            row = next(
                row
                for row in range(self._first, len(self._table.rows))
                if self._table.at(row, column) is not None
            )
            self._miss(row, column, CellProblem.NO_HEAD)
        self._check_weekdays(statements)
        return ReadTable(statements, self._missed, list(self._remarks()))

    def _remarks(self) -> Iterator[Remark]:
        column = self._columns.column(Role.REMARK)
        for row in range(self._first, len(self._table.rows)):
            text = shown(self._table.at(row, column)) if column is not None else ""
            if column is not None and text and role_of(text) is not Role.REMARK:
                yield Remark(self._table.place(row, column), text)

    def _check_weekdays(self, statements: Sequence[Statement]) -> None:
        """Raise `WeekdaysRepeat` when rows of an ordinary week are about one and the same thing."""
        seen: dict[tuple[object, ...], int] = {}
        for said in statements:
            if said.day.on is None:
                about = (said.who, said.day, said.daypart_id, said.start, said.meaning)
                line = said.place.column if self._table.is_turned else said.place.row
                if seen.setdefault(about, line) != line:
                    raise WeekdaysRepeat(said.place)

    # ------------------------------------------------------------ rows

    def _row(self, row: int) -> Iterator[Statement]:
        filled = dict(self._table.filled(row))
        if not filled or self._take_week(row) or self._repeats_heads(filled):
            return
        day = self._day_of_row(row, filled)
        if day is None:
            return
        hours = self._hours(row)
        part = self._part(row)
        if hours is None or part == 0:
            return
        for column, about in self._columns.answers.items():
            yield self._statement(row, column, about, day, part, hours)

    def _day_of_row(self, row: int, filled: dict[int, CellValue]) -> WhichDay | None:
        """Return the day of a row; where its cell was merged, that of the row above."""
        column = self._columns.day
        if column not in filled:
            finer = {self._columns.column(role) for role in (Role.DAYPART, Role.START)}
            if self._last is not None and finer & filled.keys():
                return self._last
            self._miss(row, next(iter(filled)), CellProblem.NO_DAY)
            return None
        self._last = None  # the parts of a day that is wrong are not those of the day above
        found = self._day(row, column)
        if isinstance(found, DayProblem):
            if found is not DayProblem.NOT_A_DAY or len(filled) > 1:
                self._miss(row, column, found)
            return None
        day = within(found, self._week_of_row(row))
        if day.on is not None and not self._agrees(row, day.on):
            self._miss(row, column, DayProblem.OTHER_WEEKDAY)
            return None
        self._last = day
        return day

    def _statement(
        self,
        row: int,
        column: int,
        about: AnswerColumn,
        day: WhichDay,
        part: int | None,
        hours: tuple[time | None, time | None],
    ) -> Statement:
        text = shown(self._table.at(row, column))
        of_part = about.daypart_id or part
        start, end = (None, None) if of_part else hours
        return Statement(
            place=self._table.place(row, column),
            who=about.who or self._name_in(row) or self._who,
            day=day,
            word=word_of(text) if text else BLANK,
            text=text,
            daypart_id=of_part,
            start=start,
            end=end,
            meaning=about.meaning,
        )

    # ------------------------------------------------------------ what a row tells

    def _part(self, row: int) -> int | None:
        """Return the day part that a row names, None when it names none, 0 when it is unknown."""
        column = self._columns.column(Role.DAYPART)
        text = shown(self._table.at(row, column)) if column is not None else ""
        if not text:
            return None
        part = self._dayparts.named(text)
        if part is None and column is not None:
            self._miss(row, column, CellProblem.NO_SUCH_PART)
        return part or 0

    def _hours(self, row: int) -> tuple[time | None, time | None] | None:
        """Return the hours that a row names, if any; None when they are no hours."""
        columns = [self._columns.column(role) for role in (Role.START, Role.END)]
        values = [self._table.at(row, one) if one is not None else None for one in columns]
        if not any(value is not None for value in values):
            return None, None
        start, end = (_time_of(value) for value in values)
        if start is None or end is None or end <= start:
            at = next(one for one in columns if one is not None)
            self._miss(row, at, CellProblem.NO_HOURS)
            return None
        return start, end

    def _name_in(self, row: int) -> str:
        column = self._columns.column(Role.NAME)
        return shown(self._table.at(row, column)) if column is not None else ""

    def _week_of_row(self, row: int) -> WeekOf:
        column = self._columns.column(Role.WEEK)
        text = shown(self._table.at(row, column)) if column is not None else ""
        named = text if not text or text.lower().startswith("w") else f"week {text}"
        return (week_of(named, self._today) if named else None) or self._week

    def _agrees(self, row: int, on: date) -> bool:
        """Say whether the weekday that stands beside a date is that of the date."""
        column = self._columns.column(Role.WEEKDAY)
        beside = day_of(self._table.at(row, column), self._today) if column is not None else None
        return not isinstance(beside, WhichDay) or beside.weekday in (0, on.isoweekday())

    def _take_week(self, row: int) -> bool:
        """Go under the head of a week, when a row is one, and say so."""
        week = self._week_in(row)
        if week is not None:
            self._week, self._last = week, None
        return week is not None

    def _week_in(self, row: int) -> WeekOf | None:
        """Return the week that a row names, when nothing else stands in it."""
        cells = list(self._table.filled(row))
        alone = cells[0][1] if len(cells) == 1 else None
        return week_of(alone, self._today) if isinstance(alone, str) else None

    def _repeats_heads(self, filled: dict[int, CellValue]) -> bool:
        """Say whether a row is the heads once more, as over each week."""
        head = filled.get(self._columns.day)
        return isinstance(head, str) and role_of(head) in (Role.DAY, Role.WEEKDAY)

    # ------------------------------------------------------------ the sheet as a whole

    def _day(self, row: int, column: int) -> WhichDay | DayProblem:
        value = self._table.at(row, column)
        return numbered_day(value, self._month) if self._month else day_of(value, self._today)

    def _has_day(self, row: int, column: int) -> bool:
        value = self._table.at(row, column)
        return value is None or isinstance(self._day(row, column), WhichDay)

    def _heads(self, column: int) -> Iterator[int]:
        """Yield the rows of heads just over the days, the lowest first."""
        for row in reversed(range(self._first)):
            filled = list(self._table.filled(row))
            if self._week_in(row):
                continue
            names_somebody = any(_labels_name(value) for _at, value in filled)
            is_name = len(filled) <= _NAME_AND_LABEL and names_somebody
            if is_name or not any(at != column for at, _value in filled):
                return
            yield row

    def _named_above(self) -> str:
        """Return who a sheet is of: "Naam: Els Smit" over the days, or its own name."""
        for row in range(self._first):
            cells = [shown(value) for _column, value in self._table.filled(row)]
            for number, text in enumerate(cells):
                if _labels_name(text):
                    name = text.partition(":")[2].strip()
                    return name or "".join(cells[number + 1 : number + 2])
        first = fold(self._table.name).split()[:1]
        return "" if first and first[0].rstrip("0123456789") in _NO_NAME else self._table.name

    def _miss(self, row: int, column: int, problem: CellProblem | DayProblem) -> None:
        text = shown(self._table.at(row, column))
        self._missed.append(NotUnderstood(self._table.place(row, column), text, problem))


def _labels_name(value: CellValue) -> bool:
    """Say whether a cell is "Naam" or "Naam: Els Smit"."""
    return role_of(shown(value).partition(":")[0]) is Role.NAME


def _time_of(value: CellValue) -> time | None:
    if isinstance(value, time):
        return value.replace(second=0, microsecond=0)
    if isinstance(value, datetime) or value is None:
        return None
    try:
        return parse_typed_time(shown(value))
    except InvalidTime:
        return None
