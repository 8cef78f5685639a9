"""The week template: which line counts on a date, and which lines cannot stand together."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dorpssteunpunt.base.errors import Refusal
from dorpssteunpunt.domain.demand import Demand
from dorpssteunpunt.domain.rhythm import OfMonth, Rhythm
from dorpssteunpunt.domain.roster import overlaps, shifts_for
from dorpssteunpunt.domain.template import (
    BadSlot,
    OpeningSlot,
    SlotProblem,
    by_day,
    check_slots,
    lines_on,
)

MONDAY = date(2026, 11, 30)
MORNING = OpeningSlot(weekday=1, daypart_id=1, start=time(9), end=time(12))
FORTNIGHTLY = replace(
    MORNING, end=time(11), rhythm=Rhythm(every_weeks=2, counted_from=date(2026, 11, 23))
)
FIRST = replace(MORNING, start=time(10), rhythm=Rhythm(of_month=OfMonth.FIRST))

dates = st.dates(date(2026, 1, 1), date(2030, 12, 31))
rhythms = st.builds(
    Rhythm, every_weeks=st.integers(1, 3), counted_from=st.dates(date(2026, 1, 1), MONDAY)
) | st.builds(Rhythm, of_month=st.sampled_from(OfMonth))
lines = st.builds(
    lambda weekday, part, hours, rhythm: OpeningSlot(
        weekday=weekday,
        daypart_id=part,
        start=time(hours[0]),
        end=time(hours[1]),
        rhythm=rhythm,
    ),
    st.integers(1, 3),
    st.integers(1, 3),
    st.tuples(st.integers(8, 14), st.integers(15, 22)) | st.just((16, 19)) | st.just((9, 12)),
    rhythms,
)


def stands(template: Iterable[OpeningSlot]) -> bool:
    try:
        check_slots(list(template))
    except Refusal:
        return False
    return True


def test_the_narrowest_line_counts() -> None:
    template = [MORNING, FORTNIGHTLY, FIRST]
    days = [date(2026, 11, 23) + timedelta(weeks=n) for n in range(4)]
    hours = [(one.start.hour, one.end.hour) for day in days for one in lines_on(day, template)]
    assert hours == [(9, 11), (9, 12), (10, 12), (9, 12)]


@given(st.lists(lines, max_size=8), dates)
def test_on_any_date_a_day_part_has_one_shift_and_none_overlap(
    template: list[OpeningSlot], day: date
) -> None:
    kept: list[OpeningSlot] = []
    for line in template:
        if stands([*kept, line]):
            kept.append(line)
    shifts = shifts_for([day], kept)
    assert len({shift.daypart_id for shift in shifts}) == len(shifts)
    for place, one in enumerate(shifts):
        assert not any(overlaps(one, other) for other in shifts[place + 1 :])
        lines_like_it = [
            line
            for line in lines_on(day, kept)
            if (line.daypart_id, line.span) == (one.daypart_id, one.span)
        ]
        assert len(lines_like_it) == 1


@given(st.lists(lines, max_size=8), dates)
def test_what_counts_does_not_hang_on_the_order_of_the_lines(
    template: list[OpeningSlot], day: date
) -> None:
    kept = [line for place, line in enumerate(template) if stands(template[: place + 1])]
    assert lines_on(day, kept) == lines_on(day, reversed(kept))


@pytest.mark.parametrize(
    ("line", "problem", "field"),
    [
        (replace(MORNING, end=time(9)), SlotProblem.ENDS_BEFORE_START, "end"),
        (replace(MORNING, needed=0), SlotProblem.NOBODY_NEEDED, "needed"),
        (replace(MORNING, demand=Demand(most=1)), SlotProblem.MOST_BELOW_NEEDED, "most"),
        (replace(MORNING, demand=Demand(priority=9)), SlotProblem.NO_SUCH_PRIORITY, "priority"),
    ],
)
def test_a_line_that_cannot_be_says_at_which_field(
    line: OpeningSlot, problem: SlotProblem, field: str
) -> None:
    with pytest.raises(BadSlot) as refused:
        check_slots([line])
    assert (refused.value.because, refused.value.field) == (problem, field)


@pytest.mark.parametrize(
    ("other", "problem"),
    [
        (MORNING, SlotProblem.TWICE),
        (replace(MORNING, daypart_id=2, start=time(11)), SlotProblem.OVERLAPS),
        (
            replace(MORNING, daypart_id=2, rhythm=Rhythm(of_month=OfMonth.LAST)),
            SlotProblem.OVERLAPS,
        ),
    ],
)
def test_two_lines_do_not_overlap_nor_say_two_things(
    other: OpeningSlot, problem: SlotProblem
) -> None:
    with pytest.raises(BadSlot) as refused:
        check_slots([MORNING, other])
    assert refused.value.because is problem


def test_weeks_in_turn_may_say_different_things() -> None:
    week_a = Rhythm(every_weeks=2, counted_from=date(2026, 11, 23))
    week_b = Rhythm(every_weeks=2, counted_from=date(2026, 11, 30))
    check_slots(
        [replace(MORNING, rhythm=week_a), replace(MORNING, rhythm=week_b, daypart_id=1, needed=1)]
    )


def test_days_on_which_it_is_the_same_are_one() -> None:
    tuesday = replace(MORNING, weekday=2)
    other = replace(MORNING, weekday=3, needed=1)
    assert by_day([other, tuesday, MORNING]) == [(MORNING, (1, 2)), (other, (3,))]
