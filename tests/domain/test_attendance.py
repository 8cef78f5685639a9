"""Attendance: the newest mark counts, a late one takes its minutes, and nothing is noted ahead."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from dorpssteunpunt.base.clock import ZONE
from dorpssteunpunt.domain.attendance import (
    Mark,
    Presence,
    ShiftAhead,
    TooLate,
    check_begun,
    check_mark,
    mark_of,
)
from dorpssteunpunt.domain.roster import Assignment, Shift

ON = date(2026, 11, 24)
SHIFT = Shift(id=1, on=ON, daypart_id=1, start=time(9), end=time(12, 30), needed=2)
HALF_PAST_EIGHT = datetime.combine(ON, time(8, 30), ZONE)
PLACE = Assignment(id=7, shift_id=1, volunteer_id=3, made_at=HALF_PAST_EIGHT, made_by=1)
THERE = Mark(
    id=1,
    shift_id=1,
    volunteer_id=3,
    presence=Presence.PRESENT,
    noted_at=SHIFT.starts_at,
    noted_by=1,
)


def late(minutes: int | None) -> Mark:
    return replace(THERE, presence=Presence.LATE, minutes_late=minutes)


def test_the_newest_mark_counts() -> None:
    corrected = replace(THERE, id=2, presence=Presence.MISSED)
    assert mark_of(PLACE, [THERE]) == THERE
    assert mark_of(PLACE, [corrected, THERE]) == corrected
    assert mark_of(PLACE, [replace(THERE, volunteer_id=4), replace(THERE, shift_id=2)]) is None


def test_a_mark_from_before_somebody_came_on_the_shift_is_of_another_time() -> None:
    came_again = replace(PLACE, made_at=SHIFT.starts_at + timedelta(minutes=1))
    assert mark_of(came_again, [THERE]) is None


def test_only_the_time_that_somebody_was_there_counts() -> None:
    length = SHIFT.length
    assert THERE.time_there(length) == timedelta(hours=3, minutes=30)
    assert late(15).time_there(length) == timedelta(hours=3, minutes=15)
    assert late(None).time_there(length) == length
    assert replace(THERE, presence=Presence.MISSED).time_there(length) == timedelta()


@pytest.mark.parametrize("minutes", [0, -5, 210, 1000])
def test_nobody_is_late_by_nothing_or_by_all_of_the_shift(minutes: int) -> None:
    with pytest.raises(TooLate):
        check_mark(late(minutes), SHIFT.length)


def test_only_who_is_late_is_so_by_minutes() -> None:
    check_mark(late(209), SHIFT.length)
    check_mark(late(None), SHIFT.length)
    check_mark(THERE, SHIFT.length)
    with pytest.raises(TooLate):
        check_mark(replace(THERE, minutes_late=5), SHIFT.length)


def test_nothing_is_noted_before_a_shift_begins() -> None:
    check_begun(SHIFT, SHIFT.starts_at)
    with pytest.raises(ShiftAhead):
        check_begun(SHIFT, SHIFT.starts_at - timedelta(minutes=1))


def test_the_same_said_twice_is_no_correction() -> None:
    assert THERE.says_as(replace(THERE, id=9, noted_by=2))
    assert not THERE.says_as(late(5))
    assert not THERE.says_as(None)
