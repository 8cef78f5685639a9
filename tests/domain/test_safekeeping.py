"""How long backups are kept, and when a check, a copy or a word about the clock is due."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dorpssteunpunt.base.clock import ZONE
from dorpssteunpunt.domain.safekeeping import (
    check_is_due,
    clock_went_back,
    days_without_copy,
    worth_keeping,
)

NOW = datetime(2026, 11, 23, 17, 0, tzinfo=ZONE)
moments = st.lists(
    st.datetimes(datetime(2024, 1, 1), datetime(2026, 12, 31), timezones=st.just(UTC)),  # noqa: DTZ001
    max_size=60,
)


def _ago(**time: float) -> datetime:
    return NOW - timedelta(**time)


@given(moments)
def test_everything_of_two_days_is_kept_and_thinning_again_changes_nothing(
    made: list[datetime],
) -> None:
    kept = worth_keeping(made, NOW)
    assert kept <= set(made)
    assert {moment for moment in made if moment > NOW - timedelta(days=2)} <= kept
    assert worth_keeping(kept, NOW) == kept


@given(moments)
def test_the_newest_is_always_kept(made: list[datetime]) -> None:
    if made:
        assert max(made) in worth_keeping(made, NOW)


def test_of_a_year_of_days_the_promised_ones_are_kept() -> None:
    made = [NOW - timedelta(days=days) for days in range(400)]
    kept = sorted(worth_keeping(made, NOW), reverse=True)
    ages = [(NOW - moment).days for moment in kept]
    assert ages[:12] == list(range(12))
    assert len([moment for moment in kept if moment.weekday() == 6]) >= 9
    assert {moment.strftime("%Y-%m") for moment in kept} == {
        "2026-11", "2026-10", "2026-09", "2026-08", "2026-07",
        "2026-06", "2026-05", "2026-04", "2026-03",
    }  # fmt: skip
    assert len(kept) == 12 + 8 + 7


@pytest.mark.parametrize(
    ("checked", "due"),
    [
        (None, True),
        (_ago(hours=23, minutes=59), False),
        (_ago(days=1), True),
        (_ago(days=-2), True),  # the clock was put back since
        (NOW, False),
    ],
)
def test_a_store_is_examined_once_a_day(checked: datetime | None, due: bool) -> None:
    assert check_is_due(checked, NOW) is due


@pytest.mark.parametrize(
    ("copied", "first", "days"),
    [
        (None, None, 0),
        (None, _ago(days=6), 0),
        (None, _ago(days=8), 8),
        (_ago(days=6, hours=23), _ago(days=90), 0),
        (_ago(days=7), _ago(days=90), 7),
        (_ago(days=-1), None, 0),
    ],
)
def test_after_a_week_without_a_copy_elsewhere_somebody_is_told(
    copied: datetime | None, first: datetime | None, days: int
) -> None:
    assert days_without_copy(copied, first, NOW) == days


@pytest.mark.parametrize(
    ("written", "behind"),
    [(None, False), (_ago(days=1), False), (_ago(minutes=-5), False), (_ago(days=-1), True)],
)
def test_a_clock_before_what_was_written_is_doubted(written: datetime | None, behind: bool) -> None:
    assert clock_went_back(written, NOW) is behind
