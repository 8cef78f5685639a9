"""A period runs forward, and the usual one is a week that ends today."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dorpssteunpunt.domain.periods import BackwardPeriod, check_period, last_seven_days


@given(st.dates(), st.dates())
def test_only_a_period_that_runs_backward_is_refused(first: date, last: date) -> None:
    if last < first:
        with pytest.raises(BackwardPeriod):
            check_period(first, last)
    else:
        check_period(first, last)


@given(st.dates())
def test_an_open_end_is_no_mistake(day: date) -> None:
    check_period(day, None)
    check_period(None, day)


@given(st.dates(min_value=date(1900, 1, 1)))
def test_the_last_seven_days_are_seven_with_today(today: date) -> None:
    first, last = last_seven_days(today)
    assert last == today
    assert last - first == timedelta(days=6)
