"""Standing places: who holds them, when they are vacant, and what cannot be."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dorpssteunpunt.domain.periods import BackwardPeriod
from dorpssteunpunt.domain.rhythm import BadRhythm, Rhythm
from dorpssteunpunt.domain.standing import (
    AllPlacesHeld,
    HoldsAlready,
    StandingAssignment,
    check_standing,
    holders,
    vacant_places,
)

TUESDAY = date(2026, 11, 24)
WEEK = timedelta(weeks=1)
days = st.dates(date(2026, 1, 1), date(2027, 3, 1))
tuesdays = days.map(lambda day: day + timedelta(days=1 - day.weekday()))


def standing(who: int, first: date, last: date | None = None) -> StandingAssignment:
    return StandingAssignment(
        id=who, volunteer_id=who, weekday=2, daypart_id=1, first=first, last=last
    )


@st.composite
def places(draw: st.DrawFn) -> list[StandingAssignment]:
    """A history of places as the desk lets it come about: never more held than needed (2)."""
    kept: list[StandingAssignment] = []
    for who in range(1, draw(st.integers(2, 7))):
        first = draw(days)
        last = draw(st.one_of(st.none(), st.just(first + timedelta(days=draw(st.integers(0, 90))))))
        new = standing(who, first, last)
        try:
            check_standing(new, kept, needed=2)
        except AllPlacesHeld:
            continue
        kept.append(new)
    return kept


def test_a_place_is_held_from_its_first_day_to_its_last_on_its_weekday_only() -> None:
    one = standing(1, TUESDAY, TUESDAY + WEEK)
    dates = [TUESDAY + timedelta(days=n) for n in (-7, 0, 1, 7, 14)]
    assert [bool(holders([one], day, 1)) for day in dates] == [False, True, False, True, False]
    assert not holders([one], TUESDAY, 2)


def test_two_people_hold_one_place_in_turn_and_a_third_waits_for_theirs() -> None:
    week_a, week_b = (Rhythm(every_weeks=2, counted_from=TUESDAY + n * WEEK) for n in (0, 1))
    anna = replace(standing(1, TUESDAY), rhythm=week_a)
    bart = replace(standing(2, TUESDAY), rhythm=week_b)
    check_standing(bart, [anna], needed=1)
    there = [
        [one.volunteer_id for one in holders([anna, bart], TUESDAY + n * WEEK, 1)]
        for n in (0, 1, 2)
    ]
    assert there == [[1], [2], [1]]
    every_week = standing(3, TUESDAY)
    check_standing(every_week, [anna, bart], needed=2)
    with pytest.raises(AllPlacesHeld):
        check_standing(every_week, [anna, bart], needed=1)


def test_a_place_of_some_weeks_is_vacant_in_those_weeks_only() -> None:
    week_a = Rhythm(every_weeks=2, counted_from=TUESDAY)
    old = replace(standing(1, TUESDAY - 8 * WEEK, TUESDAY - WEEK), rhythm=week_a)
    assert [vacant_places([old], TUESDAY + n * WEEK, 1, 1) for n in (0, 1, 2)] == [1, 0, 1]


def test_a_place_of_some_weeks_says_which_weeks() -> None:
    nowhere = replace(standing(1, TUESDAY), rhythm=Rhythm(every_weeks=2))
    with pytest.raises(BadRhythm):
        check_standing(nowhere, [], needed=1)


def test_a_place_that_was_held_and_has_nobody_is_vacant_until_somebody_takes_it_over() -> None:
    old = standing(1, TUESDAY - 4 * WEEK, TUESDAY - WEEK)
    new = standing(2, TUESDAY + WEEK)
    vacant = [vacant_places([old, new], TUESDAY + n * WEEK, 1, 2) for n in (-5, -1, 0, 1, 9)]
    assert vacant == [0, 0, 1, 0, 0]


def test_a_village_without_standing_places_has_no_vacant_ones() -> None:
    assert vacant_places([], TUESDAY, 1, 2) == 0


def test_a_template_that_needs_fewer_people_has_fewer_vacant_places() -> None:
    both = [standing(who, TUESDAY - 9 * WEEK, TUESDAY - WEEK) for who in (1, 2)]
    assert [vacant_places(both, TUESDAY, 1, needed) for needed in (3, 2, 1)] == [2, 2, 1]


@given(places(), tuesdays)
def test_held_and_vacant_places_are_never_more_than_people_needed(
    those: list[StandingAssignment], day: date
) -> None:
    held = len(holders(those, day, 1))
    assert 0 <= held + vacant_places(those, day, 1, 2) <= 2


@given(places(), tuesdays, st.integers(1, 500))
def test_ending_a_place_changes_nothing_before_that_day(
    those: list[StandingAssignment], day: date, later: int
) -> None:
    ended = those[0].ended_from(day + timedelta(days=later))
    after = [one for one in (ended, *those[1:]) if one]
    assert holders(after, day, 1) == [
        ended if one is those[0] else one for one in holders(those, day, 1)
    ]
    assert vacant_places(after, day, 1, 2) == vacant_places(those, day, 1, 2)


@given(days, st.one_of(st.none(), days), days)
def test_from_the_day_it_ends_a_place_is_not_held(
    first: date, last: date | None, ends: date
) -> None:
    assume(last is None or last >= first)
    ended = standing(1, first, last).ended_from(ends)
    assert ended is None or not any(ended.holds(ends + timedelta(days=n)) for n in (0, 1, 400))
    assert (ended is None) == (ends <= first)


def test_nobody_holds_the_same_place_twice_at_once() -> None:
    held = standing(1, TUESDAY, TUESDAY + 4 * WEEK)
    with pytest.raises(HoldsAlready):
        check_standing(standing(1, TUESDAY + 4 * WEEK), [held], needed=2)
    check_standing(standing(1, TUESDAY + 5 * WEEK), [held], needed=2)


def test_no_more_hold_a_place_than_are_needed_at_any_time() -> None:
    later = [standing(who, TUESDAY + 3 * WEEK) for who in (1, 2)]
    with pytest.raises(AllPlacesHeld):
        check_standing(standing(3, TUESDAY), later, needed=2)
    check_standing(standing(3, TUESDAY, TUESDAY + 2 * WEEK), later, needed=2)


def test_a_place_does_not_end_before_it_begins() -> None:
    with pytest.raises(BackwardPeriod):
        check_standing(standing(1, TUESDAY, TUESDAY - WEEK), [], needed=2)
