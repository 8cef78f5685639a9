"""In which weeks something comes back, across years of 52 and 53 weeks."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dorpssteunpunt.domain.rhythm import MOST_WEEKS, BadRhythm, OfMonth, Rhythm, RhythmProblem

FORTNIGHTLY = Rhythm(every_weeks=2, counted_from=date(2026, 11, 23))
dates = st.dates(date(1990, 1, 1), date(2090, 12, 31))
in_weeks = st.builds(Rhythm, every_weeks=st.integers(1, MOST_WEEKS), counted_from=dates)
in_months = st.builds(Rhythm, of_month=st.sampled_from(OfMonth))
rhythms = in_weeks | in_months


def mondays(first: date, count: int) -> list[date]:
    monday = first - timedelta(days=first.weekday())
    return [monday + timedelta(weeks=n) for n in range(count)]


def test_every_other_week_goes_on_after_week_53() -> None:
    found = [day for day in mondays(date(2026, 12, 7), 8) if FORTNIGHTLY.falls_on(day)]
    assert [(day.isocalendar().week) for day in found] == [50, 52, 1, 3]


def test_any_day_of_a_week_tells_which_week_it_is() -> None:
    by_sunday = Rhythm(every_weeks=2, counted_from=date(2026, 11, 29))
    assert [by_sunday.falls_on(day) for day in mondays(date(2026, 11, 23), 3)] == [
        True,
        False,
        True,
    ]


def test_the_first_and_the_last_of_a_month_are_those_of_the_calendar() -> None:
    first, last = Rhythm(of_month=OfMonth.FIRST), Rhythm(of_month=OfMonth.LAST)
    november = mondays(date(2026, 11, 2), 5)
    assert [day.day for day in november if first.falls_on(day)] == [2]
    assert [day.day for day in november if last.falls_on(day)] == [30]


@given(in_weeks, dates)
def test_of_so_many_weeks_in_a_row_one_is_it(rhythm: Rhythm, first: date) -> None:
    weeks = mondays(first, rhythm.every_weeks)
    assert sum(map(rhythm.falls_on, weeks)) == 1


@given(in_months, dates)
def test_in_every_month_one_of_a_weekday_is_it(rhythm: Rhythm, day: date) -> None:
    month = [day.replace(day=1) + timedelta(days=n) for n in range(31)]
    same = [one for one in month if (one.month, one.weekday()) == (day.month, day.weekday())]
    assert sum(map(rhythm.falls_on, same)) == 1


@given(rhythms, rhythms)
def test_two_rhythms_meet_when_some_day_is_of_both(one: Rhythm, other: Rhythm) -> None:
    both = any(one.falls_on(day) and other.falls_on(day) for day in mondays(date(2026, 1, 5), 900))
    assert one.meets(other) == both == other.meets(one)


def test_weeks_are_counted_from_somewhere_and_not_too_seldom() -> None:
    with pytest.raises(BadRhythm) as refused:
        Rhythm(every_weeks=2).check()
    assert (refused.value.because, refused.value.field) == (RhythmProblem.NO_ANCHOR, "rhythm")
    with pytest.raises(BadRhythm) as refused:
        Rhythm(every_weeks=MOST_WEEKS + 1, counted_from=date(2026, 1, 1)).check()
    assert refused.value.because is RhythmProblem.TOO_RARE
    Rhythm(of_month=OfMonth.LAST).check()
