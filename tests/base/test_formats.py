"""Days, times and weeks read as people in the village write them."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dorpssteunpunt.base import formats
from dorpssteunpunt.base.i18n import use_language

MONDAY = date(2026, 11, 23)
DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31))


def test_a_day_is_written_short_long_and_in_figures() -> None:
    assert formats.short_date(MONDAY) == "ma 23 nov"
    assert formats.long_date(MONDAY) == "maandag 23 november 2026"
    assert formats.numeric_date(MONDAY) == "23-11-2026"
    assert formats.weekday_name(MONDAY) == "maandag"


def test_the_days_of_the_week_have_two_letters() -> None:
    week = [formats.short_date(MONDAY + timedelta(days=n)).split()[0] for n in range(7)]
    assert week == ["ma", "di", "wo", "do", "vr", "za", "zo"]


def test_months_are_short_without_a_full_stop() -> None:
    months = [formats.short_date(date(2026, month, 1)).split()[2] for month in range(1, 13)]
    assert " ".join(months) == "jan feb mrt apr mei jun jul aug sep okt nov dec"


def test_the_same_in_english() -> None:
    use_language("en")
    assert formats.short_date(MONDAY) == "Mon 23 Nov"
    assert formats.long_date(MONDAY) == "Monday 23 November 2026"
    assert formats.week_title(MONDAY) == "Week 48 · 23–29 November 2026"
    assert formats.greeting(time(9)) == "Good morning"


def test_times_count_to_24() -> None:
    assert formats.clock_time(time(21, 30)) == "21:30"
    assert formats.time_range(time(9), time(12, 30)) == "09:00–12:30"


def test_a_moment_is_told_in_the_time_of_the_village() -> None:
    assert formats.moment(datetime(2026, 11, 23, 8, 40, tzinfo=UTC)) == "ma 23 nov 09:40"
    assert formats.moment(datetime(2026, 7, 1, 22, 5, tzinfo=UTC)) == "do 2 jul 00:05"


@pytest.mark.parametrize(
    ("day", "title"),
    [
        (MONDAY, "Week 48 · 23–29 november 2026"),
        (date(2026, 11, 29), "Week 48 · 23–29 november 2026"),
        (date(2026, 12, 1), "Week 49 · 30 november – 6 december 2026"),
        (date(2027, 1, 1), "Week 53 · 28 december 2026 – 3 januari 2027"),
    ],
)
def test_a_week_is_titled_by_its_iso_number_and_days(day: date, title: str) -> None:
    assert formats.week_title(day) == title


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (time(5, 59), "Goedenavond"),
        (time(6), "Goedemorgen"),
        (time(11, 59), "Goedemorgen"),
        (time(12), "Goedemiddag"),
        (time(17, 59), "Goedemiddag"),
        (time(18), "Goedenavond"),
    ],
)
def test_the_greeting_fits_the_hour(at: time, words: str) -> None:
    assert formats.greeting(at) == words


@given(DAYS)
def test_a_day_in_figures_can_be_read_back(day: date) -> None:
    figures = [int(part) for part in formats.numeric_date(day).split("-")]
    assert date(figures[2], figures[1], figures[0]) == day


@given(DAYS)
def test_every_day_of_a_week_gives_the_same_title(day: date) -> None:
    monday = date.fromisocalendar(*day.isocalendar()[:2], 1)
    assert formats.week_title(day) == formats.week_title(monday)
    assert str(day.isocalendar().week) in formats.week_title(day)


@given(st.times())
def test_a_time_can_be_read_back_to_the_minute(at: time) -> None:
    assert time.fromisoformat(formats.clock_time(at)) == at.replace(second=0, microsecond=0)


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2026, 11, 23), date(2026, 11, 28), "maandag 23 t/m zaterdag 28 november 2026"),
        (date(2026, 11, 30), date(2026, 12, 5), "maandag 30 november t/m zaterdag 5 december 2026"),
        (
            date(2026, 12, 28),
            date(2027, 1, 2),
            "maandag 28 december 2026 t/m zaterdag 2 januari 2027",
        ),
        (date(2026, 11, 23), date(2026, 11, 23), "maandag 23 november 2026"),
    ],
)
def test_a_span_of_days_says_only_what_differs(first: date, last: date, words: str) -> None:
    assert formats.day_span(first, last) == words


def test_a_day_at_the_start_of_a_line_keeps_the_capitals_of_its_language() -> None:
    assert formats.at_the_start(formats.long_date(date(2026, 11, 24))) == "Dinsdag 24 november 2026"
    use_language("en")
    assert formats.at_the_start(formats.long_date(date(2026, 11, 24))) == "Tuesday 24 November 2026"
    assert formats.at_the_start("") == ""
