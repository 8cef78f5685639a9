"""Dates are understood as people type them; what cannot be a date is refused with the reason."""

from contextlib import suppress
from datetime import date, timedelta

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from dorpssteunpunt.domain.dates import (
    FIRST_YEAR,
    LAST_YEAR,
    DateProblem,
    InvalidDate,
    parse_typed_date,
)

MONDAY = date(2026, 11, 23)

todays = st.dates(date(2020, 1, 1), date(2080, 12, 31))
days = st.dates(date(1900, 1, 1), date(2199, 12, 31))
languages = st.sampled_from(["nl", "en"])
weekday_names = st.sampled_from(["EEEE", "EEE", "EEEEEE"])


@given(
    days,
    todays,
    st.sampled_from(["d-M-y", "dd-MM-y", "d/M/y", "d.M.y", "d M y", "ddMMy", "y-MM-dd"]),
)
def test_a_date_in_digits_reads_back_on_any_day(day: date, today: date, pattern: str) -> None:
    assert parse_typed_date(format_date(day, pattern, locale="nl"), today) == day


@given(days, todays, languages, st.sampled_from(["EEEE d MMMM y", "d MMM y", "EEE d MMM. ''yyyy"]))
def test_a_date_in_words_reads_back_on_any_day(
    day: date, today: date, language: str, pattern: str
) -> None:
    assert parse_typed_date(format_date(day, pattern, locale=language), today) == day


@given(todays, st.integers(-180, 180), languages)
def test_a_date_as_the_program_shows_it_reads_back(today: date, away: int, language: str) -> None:
    day = today + timedelta(days=away)
    assert parse_typed_date(format_date(day, "EEE d MMM", locale=language), today) == day


@given(todays, st.integers(-180, 180))
def test_without_a_year_the_nearest_such_day_is_meant(today: date, away: int) -> None:
    day = today + timedelta(days=away)
    assert parse_typed_date(f"{day.day}-{day.month}", today) == day


@given(todays, st.integers(-70, 20))
def test_a_year_of_two_digits_lies_at_most_twenty_years_ahead(today: date, years: int) -> None:
    year = today.year + years
    assert parse_typed_date(f"2-3-{year % 100:02}", today) == date(year, 3, 2)


@given(todays, st.integers(0, 6), languages, weekday_names)
def test_a_weekday_is_the_coming_one_and_never_today(
    today: date, weekday: int, language: str, pattern: str
) -> None:
    name = format_date(MONDAY + timedelta(days=weekday), pattern, locale=language)
    found = parse_typed_date(name, today)
    assert found.weekday() == weekday
    assert 1 <= (found - today).days <= 7


@given(todays, st.integers(0, 6))
def test_a_weekday_next_week_lies_in_the_next_iso_week(today: date, weekday: int) -> None:
    name = format_date(MONDAY + timedelta(days=weekday), "EEE", locale="nl")
    found = parse_typed_date(f"volgende week {name}", today)
    assert found.weekday() == weekday
    assert found.isocalendar()[:2] == (today + timedelta(weeks=1)).isocalendar()[:2]


@given(todays, st.integers(0, 999))
def test_days_and_weeks_are_counted_from_today(today: date, count: int) -> None:
    assert parse_typed_date(f"over {count} dagen", today) == today + timedelta(days=count)
    assert parse_typed_date(f"{count} weken geleden", today) == today - timedelta(weeks=count)
    assert parse_typed_date(f"+{count}", today) == today + timedelta(days=count)
    assert parse_typed_date(f"-{count} w", today) == today - timedelta(weeks=count)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2-3", date(2027, 3, 2)),
        ("2-3-26", date(2026, 3, 2)),
        ("2/3/2026", date(2026, 3, 2)),
        ("2 maart", date(2027, 3, 2)),
        ("23 nov", MONDAY),
        ("23e nov.", MONDAY),
        ("2december", date(2026, 12, 2)),
        ("2 mrt '26", date(2026, 3, 2)),
        ("March 2nd, 2026", date(2026, 3, 2)),
        ("the 2nd of March", date(2027, 3, 2)),
        ("29-2", date(2028, 2, 29)),
        ("020326", date(2026, 3, 2)),
        ("Vandaag", MONDAY),
        ("morgen", date(2026, 11, 24)),
        ("overmorgen", date(2026, 11, 25)),
        ("gisteren", date(2026, 11, 22)),
        ("eergisteren", date(2026, 11, 21)),
        ("day after tomorrow", date(2026, 11, 25)),
        ("di", date(2026, 11, 24)),
        ("Dinsdag", date(2026, 11, 24)),
        ("a.s. dinsdag", date(2026, 11, 24)),
        ("ma", date(2026, 11, 30)),
        ("deze week vr", date(2026, 11, 27)),
        ("di volgende week", date(2026, 12, 1)),
        ("volgende dinsdag", date(2026, 12, 1)),
        ("next Tuesday", date(2026, 12, 1)),
        ("afgelopen vrijdag", date(2026, 11, 20)),
        ("volgende week", date(2026, 11, 30)),
        ("over een week", date(2026, 11, 30)),
        ("over 2 weken", date(2026, 12, 7)),
        ("over drie dagen", date(2026, 11, 26)),
        ("in two weeks", date(2026, 12, 7)),
        ("3 days ago", date(2026, 11, 20)),
        ("over 3 maanden", date(2027, 2, 23)),
    ],
)
def test_a_day_is_understood_as_it_is_typed_on_a_monday(typed: str, day: date) -> None:
    assert parse_typed_date(typed, MONDAY) == day


def test_a_month_on_from_the_31st_is_the_last_day_of_a_shorter_month() -> None:
    assert parse_typed_date("over 1 maand", date(2027, 1, 31)) == date(2027, 2, 28)
    assert parse_typed_date("een maand geleden", date(2027, 12, 31)) == date(2027, 11, 30)


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("", DateProblem.NOT_UNDERSTOOD),
        ("ooit", DateProblem.NOT_UNDERSTOOD),
        ("maart", DateProblem.NOT_UNDERSTOOD),
        ("over 3", DateProblem.NOT_UNDERSTOOD),
        ("23 foo", DateProblem.NOT_UNDERSTOOD),
        ("zz 23 nov", DateProblem.NOT_UNDERSTOOD),
        ("31-2", DateProblem.NO_SUCH_DAY),
        ("2-13-2026", DateProblem.NO_SUCH_DAY),
        ("29 februari 2027", DateProblem.NO_SUCH_DAY),
        ("di 23 nov", DateProblem.OTHER_WEEKDAY),
        ("2-3-1899", DateProblem.YEAR_OUT_OF_RANGE),
        ("2-3-2200", DateProblem.YEAR_OUT_OF_RANGE),
        ("over 9999 maanden", DateProblem.YEAR_OUT_OF_RANGE),
        ("9999 weken geleden", DateProblem.YEAR_OUT_OF_RANGE),
    ],
)
def test_what_is_no_date_is_refused_with_the_reason(typed: str, problem: DateProblem) -> None:
    with pytest.raises(InvalidDate) as refused:
        parse_typed_date(typed, MONDAY, field="needed_on")
    refusal = refused.value
    assert (refusal.typed, refusal.problem, refusal.field) == (typed, problem, "needed_on")


@given(st.text(st.sampled_from("0123456789-/. +'madiovernk")), todays)
def test_any_typing_gives_a_day_in_range_or_a_refusal(typed: str, today: date) -> None:
    with suppress(InvalidDate):
        assert FIRST_YEAR <= parse_typed_date(typed, today).year <= LAST_YEAR
