"""Months and the ISO weeks that touch them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dorpssteunpunt.domain.months import InvalidMonth, Month
from dorpssteunpunt.domain.weeks import Week

MONTHS = st.builds(Month, st.integers(2000, 2100), st.integers(1, 12))


def test_a_month_is_read_as_it_is_written() -> None:
    assert Month.parse(" 2026-11 ") == Month(2026, 11)
    assert str(Month(2026, 2)) == "2026-02"


@pytest.mark.parametrize(
    "typed", ["", "2026", "2026-13", "2026-00", "11-2026", "2026-1", "0000-01"]
)
def test_what_is_no_month_is_refused(typed: str) -> None:
    with pytest.raises(InvalidMonth) as refused:
        Month.parse(typed)
    assert refused.value.field == "month"


def test_january_may_begin_in_the_last_week_of_the_year_before() -> None:
    assert Month(2027, 1).weeks[0] == Week(2026, 53)
    assert Month(2026, 12).weeks[-1] == Week(2026, 53)


def test_february_has_a_leap_day_when_the_year_does() -> None:
    assert Month(2028, 2).last == date(2028, 2, 29)
    assert Month(2026, 2).last == date(2026, 2, 28)


@given(MONTHS)
def test_months_follow_each_other_without_a_day_between(month: Month) -> None:
    assert month.next().first - month.last == timedelta(days=1)
    assert month.next().previous() == month
    assert Month.parse(str(month)) == month


@given(MONTHS)
def test_every_day_of_a_month_is_in_one_of_its_weeks(month: Month) -> None:
    in_weeks = [day for week in month.weeks for day in week.days if Month.of(day) == month]
    assert in_weeks == list(month.days)
