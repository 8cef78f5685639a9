"""Contact data is kept in one form, however it was typed, and bad input is refused unchanged."""

from collections.abc import Callable
from contextlib import suppress

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dorpssteunpunt.base.errors import Refusal
from dorpssteunpunt.domain.contact import (
    InvalidEmail,
    InvalidPhone,
    InvalidPostcode,
    normalise_email,
    normalise_phone,
    normalise_postcode,
    shown_phone,
)

mobile = st.from_regex(r"6[1-5][0-9]{7}", fullmatch=True)
landline = st.from_regex(r"(?:493|40|20|88|85)[1-7]", fullmatch=True).flatmap(
    lambda start: st.from_regex(rf"{start}[0-9]{{{9 - len(start)}}}", fullmatch=True)
)
dutch = st.one_of(mobile, landline)
gaps = st.sampled_from(["", " ", "-", "."])
countries = st.sampled_from(sorted(phonenumbers.SUPPORTED_REGIONS))
postcodes = st.from_regex(r"[1-9][0-9]{3} [A-Z]{2}", fullmatch=True).filter(
    lambda postcode: postcode[-2:] not in {"SA", "SD", "SS"}
)


@given(
    dutch, st.lists(gaps, min_size=9, max_size=9), st.sampled_from(["0", "+31", "0031", "+31 (0)"])
)
def test_a_dutch_number_is_the_same_however_it_is_spaced(
    digits: str, between: list[str], start: str
) -> None:
    typed = start + "".join(gap + digit for gap, digit in zip(between, digits, strict=True))
    assert normalise_phone(typed) == f"+31{digits}"


@given(dutch)
def test_a_shown_dutch_number_reads_back(digits: str) -> None:
    number = f"+31{digits}"
    assert normalise_phone(shown_phone(number)) == number


@given(countries)
def test_a_shown_foreign_number_reads_back(country: str) -> None:
    example = phonenumbers.example_number(country)
    assert example is not None
    number = phonenumbers.format_number(example, phonenumbers.PhoneNumberFormat.E164)
    assert normalise_phone(shown_phone(number)) == number


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("0612345678", "06 12345678"),
        ("0493123456", "0493 123 456"),
        ("040-2123456", "040 212 3456"),
        ("0800-2000", "0800 2000"),
        ("09008844", "0900 8844"),
        ("14 0493", "14 0493"),
        ("14040", "14 040"),
        ("0032 475 123456", "+32 475 12 34 56"),
        ("112", "112"),
        (" 1 1 3 ", "113"),
        ("144", "144"),
        ("116 111", "116111"),
        ("", ""),
    ],
)
def test_numbers_are_shown_as_people_write_them(typed: str, shown: str) -> None:
    assert shown_phone(normalise_phone(typed)) == shown


@pytest.mark.parametrize(
    "typed",
    [
        "06 1234567",
        "12",
        "+",
        "06 12345678 / 0493 123456",
        "0493 123456 tst 12",
        "06 12345678 (dochter)",
        "+32 4",
    ],
)
def test_what_cannot_be_dialled_is_refused_with_what_was_typed(typed: str) -> None:
    with pytest.raises(InvalidPhone) as refused:
        normalise_phone(typed, field="second_phone")
    assert (refused.value.typed, refused.value.field) == (typed, "second_phone")


@given(postcodes, st.sampled_from(["", " ", "  ", "-"]), st.booleans())
def test_a_postcode_has_one_form(postcode: str, gap: str, small: bool) -> None:
    typed = postcode.replace(" ", gap)
    assert normalise_postcode(typed.lower() if small else typed) == postcode


@pytest.mark.parametrize("typed", ["0123 AB", "1234 SA", "1234 SD", "1234 SS", "1234", "12345 AB"])
def test_a_postcode_that_is_never_given_out_is_refused(typed: str) -> None:
    with pytest.raises(InvalidPostcode) as refused:
        normalise_postcode(typed)
    assert (refused.value.typed, refused.value.field) == (typed, "postcode")


@given(st.emails())
def test_the_light_check_lets_plain_addresses_through(address: str) -> None:
    mailbox, _, domain = address.partition("@")
    assert normalise_email(f" {address} ") == f"{mailbox}@{domain.lower()}"


@pytest.mark.parametrize(
    "typed", ["a", "a@b", "a@@b.nl", "a b@c.nl", "a@b..nl", "a@b.nl.", "a@b.nl, c@d.nl", "@b.nl"]
)
def test_a_slip_in_an_address_is_refused(typed: str) -> None:
    with pytest.raises(InvalidEmail) as refused:
        normalise_email(typed)
    assert (refused.value.typed, refused.value.field) == (typed, "email")


@given(st.text())
def test_any_text_is_kept_in_one_form_or_refused(text: str) -> None:
    for normalise in (normalise_phone, normalise_postcode, normalise_email):
        with suppress(Refusal):
            once = normalise(text)
            assert normalise(once) == once


def test_a_refusal_does_not_tell_what_was_typed_by_itself() -> None:
    assert str(InvalidPhone("06 1234567")) == "InvalidPhone"


@pytest.mark.parametrize("normalise", [normalise_phone, normalise_postcode, normalise_email])
def test_an_empty_field_stays_empty(normalise: Callable[[str], str]) -> None:
    assert normalise("  ") == ""
