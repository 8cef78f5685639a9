"""Weeks follow ISO 8601, also where a year begins or ends."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dorpssteunpunt.domain.weeks import InvalidWeek, Week

days = st.dates(date(1900, 1, 1), date(2200, 12, 31))
weeks = days.map(Week.of)


@given(days)
def test_a_day_lies_in_its_own_week(day: date) -> None:
    assert day in Week.of(day).days


@given(weeks)
def test_a_written_week_reads_back(week: Week) -> None:
    assert Week.parse(str(week)) == week


@given(weeks)
def test_a_week_runs_from_monday_to_sunday(week: Week) -> None:
    assert [day.isoweekday() for day in week.days] == [1, 2, 3, 4, 5, 6, 7]
    assert (week.days[0], week.days[-1]) == (week.monday, week.sunday)


@given(weeks)
def test_the_next_week_begins_where_this_one_ends(week: Week) -> None:
    assert week.next().monday == week.sunday + timedelta(days=1)
    assert week.next().previous() == week


@given(days, days)
def test_weeks_sort_as_their_mondays_do(one: date, other: date) -> None:
    a, b = Week.of(one), Week.of(other)
    assert (a < b) == (a.monday < b.monday)


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (date(2026, 11, 23), "2026-W48"),
        (date(2027, 1, 1), "2026-W53"),
        (date(2027, 1, 4), "2027-W01"),
        (date(2024, 12, 30), "2025-W01"),
    ],
)
def test_the_week_year_differs_from_the_year_around_new_year(day: date, written: str) -> None:
    assert str(Week.of(day)) == written


@pytest.mark.parametrize("typed", ["2026-W48", "2026w48", " 2026-w48 "])
def test_a_week_is_read_with_or_without_hyphen_and_capital(typed: str) -> None:
    assert Week.parse(typed) == Week(2026, 48)


@pytest.mark.parametrize(
    "typed", ["", "48", "2026-48", "2026-W00", "2025-W53", "2026-W54", "0000-W01"]
)
def test_what_is_no_week_is_refused_with_what_was_typed(typed: str) -> None:
    with pytest.raises(InvalidWeek) as refused:
        Week.parse(typed, field="from")
    assert (refused.value.typed, refused.value.field) == (typed, "from")


def test_week_53_exists_only_in_a_long_year() -> None:
    assert Week(2026, 53).days[4] == date(2027, 1, 1)
    with pytest.raises(InvalidWeek):
        Week(2027, 53)
