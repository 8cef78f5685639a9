"""When somebody can come: cycles over the turn of the year, and the narrowest that was said."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dorpssteunpunt.domain.availability import (
    Availability,
    AvailabilityLevel,
    BadDeviation,
    Cycle,
    Deviation,
    Leave,
    NoAnchor,
    check_deviation,
    check_leave,
    reluctance,
)
from dorpssteunpunt.domain.periods import BackwardPeriod
from dorpssteunpunt.domain.weeks import Week

PREFER, CAN, RATHER_NOT, CANNOT = AvailabilityLevel
MORNING, AFTERNOON = 1, 2
TUESDAY = date(2026, 12, 1)
HOURS = time(9), time(12)

days = st.dates(date(2020, 1, 1), date(2035, 12, 31))
cycles = st.builds(Cycle, cycle_weeks=st.integers(1, 4), cycle_from=days)
levels = st.sampled_from(AvailabilityLevel)
minutes = st.integers(0, 23 * 60 + 59).map(lambda minute: time(*divmod(minute, 60)))


@st.composite
def spans(draw: st.DrawFn) -> tuple[time, time]:
    start, end = sorted(draw(st.lists(minutes, min_size=2, max_size=2, unique=True)))
    return start, end


@st.composite
def deviations(draw: st.DrawFn) -> Deviation:
    part = draw(st.sampled_from([None, MORNING, AFTERNOON]))
    start, end = draw(spans()) if part is None and draw(st.booleans()) else (None, None)
    return Deviation(on=TUESDAY, daypart_id=part, start=start, end=end, level=draw(levels))


def both_ways(those: list[Deviation]) -> st.SearchStrategy[tuple[list[Deviation], ...]]:
    return st.tuples(st.just(those), st.permutations(those))


def said(*those: Deviation, **facts: object) -> Availability:
    return Availability(deviations=those, **facts)  # type: ignore[arg-type]


def on_tuesday(level: AvailabilityLevel, **facts: object) -> Deviation:
    return Deviation(on=TUESDAY, level=level, **facts)  # type: ignore[arg-type]


@given(cycles, days)
def test_a_cycle_comes_round_after_its_weeks_and_not_before(cycle: Cycle, day: date) -> None:
    round_trip = timedelta(weeks=cycle.cycle_weeks)
    assert cycle.day_of(day + round_trip) == cycle.day_of(day)
    in_one = {cycle.day_of(day + timedelta(days=n)) for n in range(round_trip.days)}
    assert in_one == set(range(1, round_trip.days + 1))


@given(cycles, days)
def test_weekdays_stay_weekdays_and_a_week_is_not_broken(cycle: Cycle, day: date) -> None:
    assert (cycle.day_of(day) - 1) % 7 + 1 == day.isoweekday()
    letters = {(cycle.day_of(each) - 1) // 7 for each in Week.of(day).days}
    assert len(letters) == 1


def test_any_day_of_week_a_names_it_the_sunday_at_its_end_too() -> None:
    for day in Week.of(TUESDAY).days:
        cycle = Cycle(cycle_weeks=2, cycle_from=day)
        assert cycle.day_of(TUESDAY) == 2
        assert cycle.day_of(TUESDAY - timedelta(weeks=1)) == 9


def test_two_weeks_alternate_through_week_53_and_the_turn_of_the_year() -> None:
    cycle = Cycle(cycle_weeks=2, cycle_from=date(2026, 12, 21))
    mondays = [Week(2026, 52), Week(2026, 53), Week(2027, 1), Week(2027, 2)]
    assert [cycle.day_of(week.monday) for week in mondays] == [1, 8, 1, 8]


def test_a_pattern_of_several_weeks_needs_a_day_to_begin_from() -> None:
    with pytest.raises(NoAnchor):
        Cycle(cycle_weeks=2).day_of(TUESDAY)


def test_a_shorter_cycle_forgets_the_weeks_that_are_no_longer_in_it() -> None:
    pattern = {(1, MORNING): CAN, (8, MORNING): PREFER, (15, MORNING): CANNOT}
    assert Cycle(cycle_weeks=2, cycle_from=TUESDAY).fitting(pattern) == {
        (1, MORNING): CAN,
        (8, MORNING): PREFER,
    }


def test_the_pattern_of_the_week_counts_when_nothing_else_was_said() -> None:
    when = Availability(
        cycle=Cycle(cycle_weeks=2, cycle_from=TUESDAY),
        pattern={(2, MORNING): PREFER, (9, MORNING): RATHER_NOT},
    )
    assert when.level(TUESDAY, MORNING, *HOURS) is PREFER
    assert when.level(TUESDAY + timedelta(weeks=1), MORNING, *HOURS) is RATHER_NOT
    assert when.level(TUESDAY, AFTERNOON, *HOURS) is None


def test_of_what_was_said_the_narrowest_counts() -> None:
    pattern = {(2, MORNING): PREFER}
    leave = Leave(first=TUESDAY, last=TUESDAY)
    day = on_tuesday(RATHER_NOT)
    part = on_tuesday(CAN, daypart_id=MORNING)
    hours = on_tuesday(CANNOT, start=time(8), end=time(13))
    shorter = on_tuesday(PREFER, start=time(9), end=time(12))
    got = [
        said(*those, pattern=pattern, leaves=[leave]).level(TUESDAY, MORNING, *HOURS)
        for those in ((), (day,), (day, part), (day, part, hours), (hours, day, shorter, part))
    ]
    assert got == [CANNOT, RATHER_NOT, CAN, CANNOT, PREFER]


def test_a_piece_of_a_shift_that_cannot_be_makes_the_shift_one_that_cannot() -> None:
    late = on_tuesday(CANNOT, start=time(11), end=time(14))
    when = said(late, pattern={(2, MORNING): PREFER})
    assert when.level(TUESDAY, MORNING, *HOURS) is CANNOT
    assert when.level(TUESDAY, MORNING, time(9), time(11)) is PREFER


def test_hours_that_suit_do_not_speak_for_the_rest_of_a_shift() -> None:
    early = on_tuesday(CAN, start=time(9), end=time(10))
    assert said(early).level(TUESDAY, MORNING, *HOURS) is None


@given(st.lists(deviations(), max_size=6), st.one_of(st.none(), levels), spans())
def test_each_moment_counts_by_the_narrowest_that_covers_it(
    those: list[Deviation], usual: AvailabilityLevel | None, span: tuple[time, time]
) -> None:
    when = said(*those, pattern={(2, MORNING): usual} if usual else {})
    start, end = span

    def at(moment: time) -> AvailabilityLevel | None:
        covering = [one for one in those if one.covers(MORNING, moment, _next_minute(moment))]
        if not covering:
            return usual
        narrowest = min(one.width for one in covering)
        return max((one.level for one in covering if one.width == narrowest), key=reluctance)

    moments = range(start.hour * 60 + start.minute, end.hour * 60 + end.minute)
    each = {at(time(*divmod(minute, 60))) for minute in moments}
    assert set(when.levels(TUESDAY, MORNING, start, end)) == each
    assert when.level(TUESDAY, MORNING, start, end) is max(each, key=reluctance)


@given(st.lists(deviations(), max_size=5).flatmap(both_ways))
def test_the_order_in_which_it_was_said_does_not_matter(
    ways: tuple[list[Deviation], ...],
) -> None:
    one, other = (said(*way).level(TUESDAY, MORNING, *HOURS) for way in ways)
    assert one is other


@given(deviations())
def test_what_was_said_of_one_day_says_nothing_of_others(deviation: Deviation) -> None:
    assert said(deviation).level(TUESDAY + timedelta(days=7), MORNING, *HOURS) is None


def test_leave_holds_both_its_ends_and_does_not_end_before_it_begins() -> None:
    leave = Leave(first=TUESDAY, last=TUESDAY + timedelta(days=1))
    assert [leave.holds(TUESDAY + timedelta(days=n)) for n in (-1, 0, 1, 2)] == [
        False,
        True,
        True,
        False,
    ]
    with pytest.raises(BackwardPeriod):
        check_leave(Leave(first=TUESDAY, last=TUESDAY - timedelta(days=1)))


@pytest.mark.parametrize("hours", [(time(9), None), (None, time(9)), (time(9), time(9))])
def test_own_hours_need_a_start_and_a_later_end(hours: tuple[time | None, time | None]) -> None:
    with pytest.raises(BadDeviation):
        check_deviation(on_tuesday(CAN, start=hours[0], end=hours[1]))


def _next_minute(at: time) -> time:
    later = datetime.combine(TUESDAY, at) + timedelta(minutes=1)
    return later.time() if later.date() == TUESDAY else time.max
