"""Whether somebody can take a shift: each wish and rule of the roster, weighed in one place."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dorpssteunpunt.domain.availability import AvailabilityLevel, Leave, NoAnchor
from dorpssteunpunt.domain.dayparts import TimeOfDay, usual_time_of_day
from dorpssteunpunt.domain.people import (
    Experience,
    Volunteer,
    WishBeyondMost,
    check_wishes,
)
from dorpssteunpunt.domain.roster import Shift
from dorpssteunpunt.domain.suitability import (
    Fit,
    Objection,
    VolunteerUnavailable,
    check_choice,
    days_that_count,
    load,
    suitability,
)
from dorpssteunpunt.domain.weeks import Week

MONDAY = date(2026, 11, 30)
SHIFT = Shift(
    id=7,
    on=MONDAY,
    daypart_id=1,
    start=time(9),
    end=time(12),
    needed=2,
    time_of_day=TimeOfDay.MORNING,
)
BEGINNER = Volunteer(person_id=8, experience=Experience.BEGINNER)
KNOWS = Volunteer(person_id=9)
days = st.dates(date(2020, 1, 1), date(2035, 12, 31))


def volunteer(**facts: object) -> Volunteer:
    given: dict[str, object] = {"availability": {(1, 1): AvailabilityLevel.CAN}} | facts
    return Volunteer(person_id=1, **given)  # type: ignore[arg-type]


def shift(on: date, start: int = 9, end: int = 12) -> Shift:
    return Shift(
        id=on.toordinal(),
        on=on,
        daypart_id=1,
        start=time(start),
        end=time(end),
        needed=2,
        time_of_day=usual_time_of_day(time(start)),
    )


def objections(who: Volunteer, *own: Shift, company: tuple[Volunteer, ...] = ()) -> set[Objection]:
    return set(suitability(who, SHIFT, own, company).objections)


def test_leave_is_said_as_leave_and_asks_for_a_reason() -> None:
    away = volunteer(leaves=[Leave(first=MONDAY, last=MONDAY)])
    assert objections(away) == {Objection.ON_LEAVE}
    with pytest.raises(VolunteerUnavailable):
        check_choice(away, SHIFT, [], "")
    check_choice(away, SHIFT, [], "komt er speciaal voor terug")


def test_the_month_counts_beyond_the_week_and_the_week_beyond_the_month() -> None:
    in_month = [shift(MONDAY - timedelta(weeks=n)) for n in (1, 2)]
    in_week = shift(MONDAY + timedelta(days=1))  # in December, and in the same week
    assert objections(volunteer(shifts_per_month=2), *in_month) == {Objection.MONTH_FULL}
    assert objections(volunteer(shifts_per_month=3), *in_month, in_week) == set()
    assert objections(volunteer(shifts_per_week=1), *in_month) == set()
    assert objections(volunteer(shifts_per_week=1), in_week) == {Objection.WEEK_FULL}


def test_more_than_somebody_wants_is_said_and_needs_no_reason() -> None:
    before = shift(MONDAY - timedelta(weeks=1))
    eager = volunteer(wanted_per_month=1, shifts_per_month=4)
    judged = suitability(eager, SHIFT, [before])
    assert judged.objections == (Objection.ENOUGH,)
    assert judged.fit is Fit.JUST
    check_choice(eager, SHIFT, [before], "")


@pytest.mark.parametrize(
    ("other", "objects"),
    [
        (shift(MONDAY - timedelta(days=1), 19, 22), True),
        (shift(MONDAY - timedelta(days=1), 13, 16), False),
        (shift(MONDAY - timedelta(days=2), 19, 22), False),
        (shift(MONDAY, 19, 22), False),
        (shift(MONDAY + timedelta(days=1), 9, 12), False),
    ],
)
def test_no_morning_after_an_evening_also_over_the_end_of_a_week(
    other: Shift, objects: bool
) -> None:
    asks = volunteer(no_evening_then_morning=True)
    assert (Objection.EVENING_THEN_MORNING in objections(asks, other)) is objects
    assert objections(volunteer(), other) == set()


def test_an_evening_before_a_morning_that_is_taken_already_is_seen_too() -> None:
    evening = shift(MONDAY, 19, 22)
    asks = volunteer(no_evening_then_morning=True)
    morning = shift(MONDAY + timedelta(days=1))
    assert suitability(asks, evening, [morning]).objections == (Objection.EVENING_THEN_MORNING,)


def test_two_who_are_better_apart_are_seen_from_either_side() -> None:
    one, other = volunteer(apart=frozenset({9})), Volunteer(person_id=9, apart=frozenset({1}))
    assert objections(one, company=(KNOWS,)) == {Objection.APART}
    assert objections(volunteer(), company=(other,)) == {Objection.APART}
    assert objections(volunteer(), company=(KNOWS,)) == set()


def test_who_likes_to_be_together_comes_first_among_equals() -> None:
    friend = suitability(volunteer(together=frozenset({9})), SHIFT, [], (KNOWS,))
    other = suitability(volunteer(), SHIFT, [], (KNOWS,))
    assert friend.is_together
    assert friend.rank < other.rank


def test_a_beginner_needs_somebody_who_knows_the_work() -> None:
    beginner = volunteer(experience=Experience.BEGINNER)
    assert objections(beginner) == {Objection.BEGINNER_FIRST}
    assert objections(beginner, company=(BEGINNER,)) == {Objection.BEGINNERS_ONLY}
    assert objections(beginner, company=(BEGINNER, KNOWS)) == set()
    assert objections(volunteer(), company=(BEGINNER,)) == set()


@given(days)
def test_the_days_that_count_hold_the_week_the_month_and_the_days_around(day: date) -> None:
    first, last = days_that_count(day)
    for n in range(-40, 41):
        other = day + timedelta(days=n)
        counts = (
            Week.of(other) == Week.of(day)
            or (other.year, other.month) == (day.year, day.month)
            or abs(n) == 1
        )
        assert first <= other <= last or not counts
    assert (last - first).days < 45


@given(days, st.lists(days, max_size=8, unique=True))
def test_load_counts_by_iso_week_and_calendar_month(day: date, others: list[date]) -> None:
    one = Shift(id=1, on=day, daypart_id=1, start=time(9), end=time(12), needed=2)
    counted = load(one, [one, *map(shift, others)])
    assert counted.this_week == sum(Week.of(each) == Week.of(day) for each in others)
    assert counted.this_month == sum(each.replace(day=1) == day.replace(day=1) for each in others)


def test_wishes_that_cannot_be_are_refused_at_their_field() -> None:
    with pytest.raises(NoAnchor):
        check_wishes(volunteer(cycle_weeks=2))
    with pytest.raises(WishBeyondMost) as told:
        check_wishes(volunteer(wanted_per_month=5, shifts_per_month=4))
    assert told.value.field == "wanted_per_month"
    check_wishes(volunteer(wanted_per_week=2, shifts_per_week=2, wanted_per_month=9))
