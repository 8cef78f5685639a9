"""The clock tells the time of the village, also when the computer thinks otherwise."""

from datetime import UTC, date, datetime, timedelta

import pytest

from dorpssteunpunt.base.clock import ZONE, FixedClock, SystemClock


def test_the_day_is_that_of_the_village() -> None:
    assert FixedClock(datetime(2026, 11, 22, 23, 30, tzinfo=UTC)).today() == date(2026, 11, 23)


def test_summer_time_is_kept() -> None:
    assert FixedClock(datetime(2026, 7, 1, 12, tzinfo=UTC)).now().hour == 14


def test_a_fixed_clock_stands_still_until_it_is_set() -> None:
    clock = FixedClock(datetime(2026, 11, 23, 9, tzinfo=ZONE))
    assert clock.now() == clock.now()
    clock.moment += timedelta(hours=1)
    assert clock.now() == datetime(2026, 11, 23, 10, tzinfo=ZONE)


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        FixedClock(datetime(2026, 11, 23, 9)).now()  # noqa: DTZ001 - that is the mistake


def test_the_system_clock_is_aware_and_keeps_time() -> None:
    clock = SystemClock()
    before, now, after = datetime.now(UTC), clock.now(), datetime.now(UTC)
    assert before <= now <= after
    assert now.tzinfo is ZONE
    assert clock.today() in {before.astimezone(ZONE).date(), after.astimezone(ZONE).date()}
