"""Dates as people type them: "2-3", "23 nov", "di", "morgen", "over 2 weken", "next week Tue"."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache

from babel.dates import get_day_names, get_month_names

from dorpssteunpunt.base.errors import Refusal

FIRST_YEAR, LAST_YEAR = 1900, 2199
"""The years a date can have: nobody in the village was born before, nothing is planned after."""


def _numbered(words: str) -> dict[str, int]:
    return {word: number for number, word in enumerate(words.split(), start=1)}


DUTCH_NUMBERS = _numbered("een twee drie vier vijf zes zeven acht negen tien elf twaalf")
_NUMBERS = (
    _numbered("one two three four five six seven eight nine ten eleven twelve")
    | DUTCH_NUMBERS
    | {"één": 1, "a": 1}
)

_LANGUAGES = ("nl", "en")
_YEARS_AHEAD = 20
"""How far a year of two digits can lie ahead: in 2026 "46" is 2046 and "47" is 1947."""

_DAYS_AWAY = {
    "vandaag": 0,
    "today": 0,
    "morgen": 1,
    "tomorrow": 1,
    "overmorgen": 2,
    "day after tomorrow": 2,
    "gisteren": -1,
    "yesterday": -1,
    "eergisteren": -2,
    "day before yesterday": -2,
    "volgende week": 7,
    "next week": 7,
    "vorige week": -7,
    "last week": -7,
}
_WEEKS_AWAY = {
    "deze week": 0,
    "this week": 0,
    "volgende": 1,
    "volgende week": 1,
    "next": 1,
    "next week": 1,
    "vorige week": -1,
    "last week": -1,
}
_COMING = frozenset({"", "op", "on", "komende", "aanstaande", "as", "a.s.", "this", "coming"})
_PAST = frozenset({"afgelopen", "vorige", "last"})

_COUNTED = re.compile(
    r"(?P<way>over|in|\+|-) ?(?P<count>[0-9]{1,4}|[a-zé]+)(?: ?(?P<unit>[a-z]+))?"
    r"|(?P<past>[0-9]{1,4}|[a-zé]+) (?P<past_unit>[a-z]+) (?:geleden|ago)"
)
_UNITS = {
    word: unit
    for unit, words in (
        ("day", "d dag dagen day days"),
        ("week", "w week weken weeks"),
        ("month", "m maand maanden month months"),
    )
    for word in words.split()
}

_WEEKDAY = r"(?:(?!de |the )(?P<weekday>[a-z]{2,})\.? )?"
_YEAR = r"['’]?(?P<year>[0-9]{4}|[0-9]{2})"
_WRITTEN = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_WEEKDAY}(?P<day>[0-9]{{1,2}})(?: ?[-/.] ?| )(?P<month>[0-9]{{1,2}})"
        rf"(?:(?: ?[-/.] ?| ){_YEAR})?",
        rf"{_WEEKDAY}(?:de |the )?(?P<day>[0-9]{{1,2}})(?:(?:e|de|ste|st|nd|rd|th)(?=[ -]))?[ -]?"
        rf"(?:of )?(?P<month>[a-z]{{3,}})\.?(?:[ -]?{_YEAR})?",
        rf"{_WEEKDAY}(?P<month>[a-z]{{3,}})\.? (?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?(?: {_YEAR})?",
        r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})",
        r"(?P<day>[0-9]{2})(?P<month>[0-9]{2})(?P<year>[0-9]{4}|[0-9]{2})",
    )
)


class DateProblem(StrEnum):
    """Why a typed date is refused."""

    NOT_UNDERSTOOD = "not_understood"
    NO_SUCH_DAY = "no_such_day"
    OTHER_WEEKDAY = "other_weekday"
    YEAR_OUT_OF_RANGE = "year_out_of_range"


@dataclass(eq=False, repr=False)
class InvalidDate(Refusal):
    """What was typed is no date, and `problem` says why."""

    typed: str
    problem: DateProblem
    field: str = "date"


def parse_typed_date(typed: str, today: date, field: str = "date") -> date:
    """Return the day that somebody means, seen from `today`; Dutch and English, day first.

    Without a year it is the nearest such day, before or after today; a year of two digits lies at
    most 20 years ahead. A weekday alone is the coming one, not today; "volgende week" counts ISO
    weeks. A weekday beside a date has to agree with it. Raises `InvalidDate`.
    """
    text = " ".join(typed.casefold().replace(",", " ").split())
    try:
        day = _read(text, today)
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            raise _problem(DateProblem.YEAR_OUT_OF_RANGE)
    except InvalidDate as refusal:
        raise InvalidDate(typed, refusal.problem, field) from None
    except OverflowError:
        raise InvalidDate(typed, DateProblem.YEAR_OUT_OF_RANGE, field) from None
    return day


def written_date(text: str, today: date) -> date | None:
    """Return the day of a date as it is written down ("2-3", "di 1 dec 2026"), None for other text.

    Raises `InvalidDate` for a date that cannot be, as `parse_typed_date` does.
    """
    day = _written_day(" ".join(text.casefold().replace(",", " ").split()), today)
    if day is not None and not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise _problem(DateProblem.YEAR_OUT_OF_RANGE)
    return day


def month_named(word: str, *, whole: bool) -> int | None:
    """Return the month that a word names, in whole or by its beginning ("dec", "mrt"), or None."""
    number = _months().get(word.casefold().strip().rstrip("."))
    if number is None or not whole:
        return number
    names = (get_month_names("wide", locale=language)[number] for language in _LANGUAGES)
    return number if word.casefold() in (name.casefold() for name in names) else None


def weekday_named(text: str) -> int | None:
    """Return the ISO weekday that a text names or begins to name ("di", "dins."), or None."""
    number = _weekdays().get(text.casefold().strip().rstrip("."))
    return None if number is None else number + 1


def _read(text: str, today: date) -> date:
    if text in _DAYS_AWAY:
        return today + timedelta(days=_DAYS_AWAY[text])
    for read in (_counted_day, _weekday_from, _written_day):
        day = read(text, today)
        if day is not None:
            return day
    raise _problem(DateProblem.NOT_UNDERSTOOD)


def _counted_day(text: str, today: date) -> date | None:
    """Return the day of "over 2 weken", "+3" or "3 days ago"."""
    match = _COUNTED.fullmatch(text)
    if match is None:
        return None
    count = _count(match["count"] or match["past"])
    signed = match["way"] in ("+", "-")
    unit = _UNITS.get(match["unit"] or match["past_unit"] or ("d" if signed else ""))
    if count is None or unit is None:
        return None
    if match["past"] or match["way"] == "-":
        count = -count
    if unit == "month":
        return _months_on(today, count)
    return today + count * timedelta(days=7 if unit == "week" else 1)


def _count(written: str) -> int | None:
    return int(written) if written.isdecimal() else _NUMBERS.get(written)


def _months_on(day: date, months: int) -> date:
    """Return the same day so many months on, or the last of a shorter month."""
    year, before = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise _problem(DateProblem.YEAR_OUT_OF_RANGE)
    month = before + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _weekday_from(text: str, today: date) -> date | None:
    """Return the day of "di", "volgende week di", "dinsdag volgende week" or "afgelopen do"."""
    for which, name in _weekday_readings(text):
        weekday = _weekdays().get(name.rstrip("."))
        if weekday is None:
            continue
        ahead = (weekday - today.weekday() - 1) % 7 + 1
        if which in _COMING:
            return today + timedelta(days=ahead)
        if which in _PAST:
            return today - timedelta(days=(today.weekday() - weekday - 1) % 7 + 1)
        if which in _WEEKS_AWAY:
            monday = today - timedelta(days=today.weekday())
            return monday + timedelta(days=weekday, weeks=_WEEKS_AWAY[which])
    return None


def _weekday_readings(text: str) -> Iterator[tuple[str, str]]:
    """Split off the weekday, which stands first or last."""
    before, _, last = text.rpartition(" ")
    yield before, last
    first, _, after = text.partition(" ")
    yield after, first


def _written_day(text: str, today: date) -> date | None:
    """Return the day of a date in digits or with the name of its month."""
    for pattern in _WRITTEN:
        match = pattern.fullmatch(text)
        if match is None:
            continue
        parts = match.groupdict()
        month = _month(parts["month"])
        weekday = _weekdays().get(parts.get("weekday") or "")
        if month is None or (parts.get("weekday") and weekday is None):
            continue
        day = _nearest(int(parts["day"]), month, parts["year"], today)
        if weekday not in (None, day.weekday()):
            raise _problem(DateProblem.OTHER_WEEKDAY)
        return day
    return None


def _nearest(day: int, month: int, year: str | None, today: date) -> date:
    """Return that day in `year`, or without one the nearest to `today`; a tie looks ahead."""
    years = [_full_year(year, today)] if year else range(today.year + 8, today.year - 9, -1)
    found = [found for each in years if (found := _day(each, month, day))]
    if not found:
        raise _problem(DateProblem.NO_SUCH_DAY)
    return min(found, key=lambda candidate: abs(candidate - today))


def _full_year(written: str, today: date) -> int:
    if len(written) > 2:
        return int(written)
    last = today.year + _YEARS_AHEAD
    return last - (last - int(written)) % 100


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month(written: str) -> int | None:
    return int(written) if written.isdecimal() else _months().get(written)


@cache
def _months() -> dict[str, int]:
    """Every way to begin the name of a month, from three letters on ("sept"), and "mrt"."""
    names: dict[str, int] = {}
    for language in _LANGUAGES:
        for width in ("wide", "abbreviated"):
            for number, name in get_month_names(width, locale=language).items():
                names |= dict.fromkeys(_beginnings(name, 3), number)
    return names


@cache
def _weekdays() -> dict[str, int]:
    """Every way to begin the name of a weekday, from two letters on; Monday is 0."""
    names: dict[str, int] = {}
    for language in _LANGUAGES:
        for number, name in get_day_names("wide", locale=language).items():
            names |= dict.fromkeys(_beginnings(name, 2), number)
    return names


def _beginnings(name: str, shortest: int) -> list[str]:
    return [name[:end].casefold() for end in range(shortest, len(name) + 1)]


def _problem(problem: DateProblem) -> InvalidDate:
    """Return a refusal that `parse_typed_date` completes with what was typed."""
    return InvalidDate("", problem)
