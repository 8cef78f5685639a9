"""Counting wrong attempts: kept over restarts, fair to clocks, and never in the way of a disk."""

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dorpssteunpunt.base.clock import FixedClock
from dorpssteunpunt.services.faults import FolderReadOnly, TooManyAttempts
from dorpssteunpunt.store.attempts import FOR_A_LONG_SECRET, FOR_A_PIN, Attempts, Patience

DOOR = "0123456789ab-3"


@pytest.fixture
def attempts(tmp_path: Path, clock: FixedClock) -> Attempts:
    return Attempts(tmp_path / "settings", clock)


def _lock(attempts: Attempts) -> None:
    for _ in range(5):
        attempts.begin(DOOR)


@given(st.sampled_from([FOR_A_PIN, FOR_A_LONG_SECRET]), st.integers(0, 10_000))
def test_the_wait_never_shrinks_and_never_passes_its_limit(patience: Patience, wrong: int) -> None:
    wait = patience.wait_after(wrong)
    assert wait <= patience.wait_after(wrong + 1) <= patience.most
    assert (wait > 0) == (wrong >= 5)


def test_an_attempt_during_the_wait_does_not_make_it_longer(attempts: Attempts) -> None:
    _lock(attempts)
    for _ in range(3):
        with pytest.raises(TooManyAttempts) as told:
            attempts.begin(DOOR)
        assert told.value.wait_seconds == 30


def test_a_clock_that_goes_back_for_years_makes_nobody_wait_for_years(
    attempts: Attempts, clock: FixedClock
) -> None:
    _lock(attempts)
    clock.moment -= timedelta(days=2000)
    with pytest.raises(TooManyAttempts) as told:
        attempts.begin(DOOR)
    assert told.value.wait_seconds == 30
    clock.moment += timedelta(seconds=30)
    attempts.begin(DOOR)


def test_doors_have_counts_of_their_own(attempts: Attempts) -> None:
    _lock(attempts)
    attempts.begin("0123456789ab-4")
    attempts.was_right("0123456789ab-4")
    assert attempts.wait_seconds("0123456789ab-4") == 0
    assert attempts.wait_seconds(DOOR) == 30


@pytest.mark.parametrize("content", [b"", b"[]", b'{"a": 1}', b'{"a": ["x", null]}', b"\xff"])
def test_a_damaged_count_starts_anew(content: bytes, attempts: Attempts, tmp_path: Path) -> None:
    _lock(attempts)
    (tmp_path / "settings" / "attempts.json").write_bytes(content)
    assert attempts.wait_seconds(DOOR) == 0
    _lock(attempts)
    assert attempts.wait_seconds(DOOR) == 30


def test_a_folder_that_cannot_be_written_still_counts_while_the_program_runs(
    attempts: Attempts, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, _content: bytes) -> None:
        raise FolderReadOnly(path)

    monkeypatch.setattr("dorpssteunpunt.store.attempts.write_durably", refuse)
    _lock(attempts)
    assert attempts.wait_seconds(DOOR) == 30
    attempts.was_right(DOOR)
    assert attempts.wait_seconds(DOOR) == 0
