"""A citizen service number in free text is noticed, and harmless digits are left alone."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dorpssteunpunt.domain.privacy import (
    CitizenServiceNumberSeen,
    check_free_text,
    citizen_service_number_spans,
    holds_citizen_service_number,
)


def _last_digit(eight: str) -> int:
    """Return what the elfproef asks of the ninth digit; 10 when no digit will do."""
    return sum((9 - place) * int(digit) for place, digit in enumerate(eight)) % 11


numbers = (
    st.from_regex(r"[1-9][0-9]{7}", fullmatch=True)
    .filter(lambda eight: _last_digit(eight) < 10)
    .map(lambda eight: f"{eight}{_last_digit(eight)}")
)
cuts = st.sampled_from([(3, 6), (4, 6), (2, 4, 6), (3, 5, 7)])
words = st.text(st.characters(categories=["L"]))


@given(numbers, words, words)
def test_a_number_in_one_piece_is_found_where_it_stands(
    number: str, before: str, after: str
) -> None:
    text = f"{before} {number} {after}"
    assert citizen_service_number_spans(text) == ((len(before) + 1, len(before) + 10),)


@given(numbers, cuts, st.sampled_from([" ", ".", "-", "\u00a0"]))
def test_a_number_in_groups_is_found_whole(number: str, cut: tuple[int, ...], gap: str) -> None:
    edges = (0, *cut, 9)
    written = gap.join(number[a:b] for a, b in pairwise(edges))
    assert citizen_service_number_spans(f"BSN: {written}.") == ((5, 5 + len(written)),)


@given(numbers, st.integers(0, 9))
def test_another_last_digit_is_no_citizen_service_number(number: str, last: int) -> None:
    assert holds_citizen_service_number(number[:8] + str(last)) == (int(number[8]) == last)


@given(numbers, st.from_regex(r"[0-9]{1,4}", fullmatch=True))
def test_part_of_a_longer_row_of_digits_is_left_alone(number: str, more: str) -> None:
    assert not holds_citizen_service_number(number + more)
    assert not holds_citizen_service_number(more + number)


@given(numbers, st.sampled_from(["+31", "+31 ", "0031 ", "+31 (0)", "+32-", "00352 "]))
def test_a_foreign_phone_number_is_left_alone(number: str, country: str) -> None:
    assert not holds_citizen_service_number(f"bel {country}{number}")
    assert not holds_citizen_service_number(f"bel {country}{number[:3]} {number[3:6]} {number[6:]}")


@given(numbers)
def test_two_numbers_are_both_found(number: str) -> None:
    assert len(citizen_service_number_spans(f"{number} en {number}")) == 2


@pytest.mark.parametrize(
    "text",
    [
        "",
        "112 113 144",
        "06 12345678",
        "0493 123 456",
        "23-11-2026 09.30-12.30",
        "NL91 ABNA 0417 1643 00",
        "000000000",
        "€ 1.234,50",
    ],
)
def test_daily_numbers_raise_no_alarm(text: str) -> None:
    assert not holds_citizen_service_number(text)


def test_the_first_field_that_holds_a_number_is_named() -> None:
    with pytest.raises(CitizenServiceNumberSeen) as refusal:
        check_free_text({"situation": "Belt vaak", "background": "BSN 111222333"})
    assert refusal.value.field == "background"
    assert "111222333" not in repr(refusal.value)


def test_text_without_a_number_passes() -> None:
    check_free_text({"situation": "Bel 06 12345678", "background": ""})
