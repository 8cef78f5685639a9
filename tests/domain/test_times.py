"""Times are understood as people type them, and shifts last as long as they really do."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dorpssteunpunt.domain.times import InvalidTime, parse_typed_time, shift_length

times = st.times().map(lambda at: at.replace(second=0, microsecond=0))
daytime = times.filter(lambda at: time(7) <= at < time(19))
hours_in_words = ["twaalf", "een", "twee", "drie", "vier", "vijf", "zes"]
hours_in_words += ["zeven", "acht", "negen", "tien", "elf"]


@given(
    times, st.sampled_from(["{0}:{1:02}", "{0}.{1:02}", "{0}u{1:02}", "{0:02}{1:02}", "{0} {1:02}"])
)
def test_a_time_in_digits_reads_back(at: time, pattern: str) -> None:
    assert parse_typed_time(pattern.format(at.hour, at.minute)) == at


@given(daytime, st.booleans())
def test_a_time_in_words_is_in_the_daytime(at: time, in_words: bool) -> None:
    hour, next_hour = ((at.hour + n) % 12 for n in (0, 1))
    said, next_said = (hours_in_words[n] if in_words else str(n or 12) for n in (hour, next_hour))
    spoken = {
        0: f"{said} uur",
        10: f"tien over {said}",
        15: f"kwart over {said}",
        20: f"10 voor half {next_said}",
        30: f"half {next_said}",
        35: f"vijf over half {next_said}",
        45: f"kwart voor {next_said}",
    }
    for minute, words in spoken.items():
        assert parse_typed_time(words) == at.replace(minute=minute)


@pytest.mark.parametrize(
    ("typed", "at"),
    [
        ("930", time(9, 30)),
        ("9:30", time(9, 30)),
        ("9.30", time(9, 30)),
        ("9u30", time(9, 30)),
        ("9:30 uur", time(9, 30)),
        ("half tien", time(9, 30)),
        ("14", time(14)),
        ("9u", time(9)),
        ("2 uur", time(14)),
        ("14 uur", time(14)),
        ("één uur", time(13)),
        ("half acht 's avonds", time(19, 30)),
        ("6 uur ’s ochtends", time(6)),
        ("9:30 pm", time(21, 30)),
        ("12am", time(0)),
        ("0:00", time(0)),
    ],
)
def test_a_time_is_understood_as_it_is_typed(typed: str, at: time) -> None:
    assert parse_typed_time(typed) == at


@pytest.mark.parametrize("typed", ["", "24:00", "9:75", "25", "9:5", "half", "half 30", "straks"])
def test_what_is_no_time_is_refused_with_what_was_typed(typed: str) -> None:
    with pytest.raises(InvalidTime) as refused:
        parse_typed_time(typed, field="start")
    assert (refused.value.typed, refused.value.field) == (typed, "start")


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.sampled_from([(9, 12), (13, 17), (19, 22)]))
def test_a_shift_by_day_lasts_as_long_as_the_clock_says(day: date, hours: tuple[int, int]) -> None:
    start, end = hours
    assert shift_length(day, time(start), time(end)) == timedelta(hours=end - start)


def test_a_night_shift_is_an_hour_longer_or_shorter_when_the_clock_changes() -> None:
    night = time(22), time(6)
    assert shift_length(date(2026, 10, 23), *night) == timedelta(hours=8)
    assert shift_length(date(2026, 10, 24), *night) == timedelta(hours=9)
    assert shift_length(date(2026, 3, 28), *night) == timedelta(hours=7)


def test_a_shift_that_ends_as_it_starts_lasts_until_the_next_day() -> None:
    assert shift_length(date(2026, 11, 23), time(9), time(9)) == timedelta(days=1)
