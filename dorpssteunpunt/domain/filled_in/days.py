"""The days in a filled-in sheet: dates, weekdays, and the weeks they stand under."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import Final

from dorpssteunpunt.domain.dates import (
    DateProblem,
    InvalidDate,
    month_named,
    weekday_named,
    written_date,
)
from dorpssteunpunt.domain.filled_in.cells import CellValue
from dorpssteunpunt.domain.months import Month
from dorpssteunpunt.domain.names import fold
from dorpssteunpunt.domain.weeks import InvalidWeek, Week

_FIRST_SERIAL, _LAST_SERIAL = 36_526, 73_050
"""What a spreadsheet counts as 2000 and 2100, when it shows a date as a number."""

_SERIAL_ZERO = date(1899, 12, 30)
_LONGEST: Final = 40  # letters of "donderdag de 31e december 2026" with room to spare
_DIGIT = re.compile("[0-9]")
_FEWEST_NUMBERED: Final = 5  # numbers under each other that are taken for days of a month
_LONGEST_MONTH: Final = 31
_MOST_AHEAD: Final = timedelta(days=2 * 366)
_NUMBERED_WEEK = re.compile(r"(?:(20[0-9]{2}) )?(?:w|wk|week) ?([0-9]{1,2})(?![0-9])(.*)")
_LETTERED_WEEK = re.compile(r"week ([a-d])")
_YEAR = re.compile(r"\b20[0-9]{2}\b")


class DayProblem(StrEnum):
    """Why a day in a sheet was not understood."""

    NOT_A_DAY = "not_a_day"
    NO_SUCH_DAY = "no_such_day"
    OTHER_WEEKDAY = "other_weekday"
    TOO_FAR = "too_far"


@dataclass(frozen=True, slots=True)
class WeekOf:
    """The week that rows stand under: one of the calendar, or one of a pattern (0 is A)."""

    dated: Week | None = None
    letter: int | None = None


NO_WEEK = WeekOf()


@dataclass(frozen=True, slots=True)
class WhichDay:
    """A day as a row tells it: a date, or a weekday of every week or of one in a pattern."""

    on: date | None = None
    weekday: int = 0
    letter: int | None = None


def day_of(value: CellValue, today: date) -> WhichDay | DayProblem:
    """Return the day that a cell names, or why it names none."""
    if isinstance(value, float):
        value = _of_serial(value)
    if isinstance(value, date):
        return _near(value, today)
    if not isinstance(value, str) or len(value) > _LONGEST:
        return DayProblem.NOT_A_DAY
    if (weekday := weekday_named(value)) is not None:
        return WhichDay(weekday=weekday)
    if not _DIGIT.search(value):
        return DayProblem.NOT_A_DAY
    try:
        on = written_date(value, today)
    except InvalidDate as refusal:
        return _PROBLEMS[refusal.problem]
    return DayProblem.NOT_A_DAY if on is None else _near(on, today)


def numbered_day(value: CellValue, month: Month) -> WhichDay | DayProblem:
    """Return the day that a cell numbers ("1", "31") in a month, or why it numbers none."""
    number = _number_of(value)
    if number is None:
        return DayProblem.NOT_A_DAY
    if not 1 <= number <= len(month.days):
        return DayProblem.NO_SUCH_DAY
    return WhichDay(month.days[number - 1])


def numbers_days(values: Sequence[CellValue]) -> bool:
    """Say whether values number the days of a month: enough of them, each later than the last."""
    numbers = [number for value in values if (number := _number_of(value)) is not None]
    rising = all(one < other for one, other in pairwise(numbers))
    in_month = all(1 <= number <= _LONGEST_MONTH for number in numbers)
    return len(numbers) >= _FEWEST_NUMBERED and rising and in_month


def month_in(texts: Iterable[str], today: date) -> Month | None:
    """Return the one month that texts name ("Wensen december"); without a year the nearest.

    Shortened it counts beside a year only: "Jan" is somebody's name.
    """
    found = {month for text in texts if (month := _month_named_in(text, today))}
    return found.pop() if len(found) == 1 else None


def _month_named_in(text: str, today: date) -> Month | None:
    year = _YEAR.search(text)
    named = (month_named(word, whole=year is None) for word in fold(text).split())
    numbers = {number for number in named if number}
    if len(numbers) != 1:
        return None
    (number,) = numbers
    years = [int(year[0])] if year else [today.year - 1, today.year, today.year + 1]
    return min((Month(each, number) for each in years), key=lambda month: abs(month.first - today))


def _number_of(value: CellValue) -> int | None:
    if isinstance(value, str):
        return int(value) if value.isascii() and value.isdigit() and len(value) <= 2 else None
    return int(value) if isinstance(value, float) and value == value // 1 else None


def within(day: WhichDay, week: WeekOf) -> WhichDay:
    """Return a day as it is under the head of its week; a date stays what it is."""
    if day.on is not None:
        return day
    if week.dated is not None:
        return WhichDay(week.dated.days[day.weekday - 1])
    return WhichDay(weekday=day.weekday, letter=week.letter)


def week_of(text: str, today: date) -> WeekOf | None:
    """Return the week that a text names ("Week 49", "2026-W49", "Week B"), or None.

    Without a year it is the nearest such week.
    """
    folded = fold(text)
    if lettered := _LETTERED_WEEK.fullmatch(folded):
        return WeekOf(letter="abcd".index(lettered[1]))
    numbered = _NUMBERED_WEEK.fullmatch(folded)
    if numbered is None:
        return None
    before, number, rest = numbered.groups()
    after = _YEAR.search(rest)
    return _numbered(int(number), before or (after[0] if after else None), today)


def _numbered(number: int, year: str | None, today: date) -> WeekOf | None:
    years = [int(year)] if year else [today.year - 1, today.year, today.year + 1]
    found = []
    for each in years:
        try:
            found.append(Week(each, number))
        except InvalidWeek:
            continue
    nearest = min(found, key=lambda week: abs(week.monday - today), default=None)
    return WeekOf(dated=nearest) if nearest else None


def _of_serial(number: float) -> CellValue:
    if not _FIRST_SERIAL <= number <= _LAST_SERIAL or number != int(number):
        return None
    return _SERIAL_ZERO + timedelta(days=int(number))


def _near(on: date, today: date) -> WhichDay | DayProblem:
    return DayProblem.TOO_FAR if abs(on - today) > _MOST_AHEAD else WhichDay(on)


_PROBLEMS = {
    DateProblem.NOT_UNDERSTOOD: DayProblem.NOT_A_DAY,
    DateProblem.NO_SUCH_DAY: DayProblem.NO_SUCH_DAY,
    DateProblem.OTHER_WEEKDAY: DayProblem.OTHER_WEEKDAY,
    DateProblem.YEAR_OUT_OF_RANGE: DayProblem.TOO_FAR,
}
