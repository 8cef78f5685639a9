"""The recovery code: strong enough, and every typing error found in its own group."""

from itertools import combinations, permutations
from math import log2

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dorpssteunpunt.services.faults import RecoveryCodeMistyped
from dorpssteunpunt.store import recovery_codes
from dorpssteunpunt.store.recovery_codes import GROUPS, canonical, new_recovery_code

_ALPHABET = recovery_codes._ALPHABET
codes = st.builds(new_recovery_code)
places = st.integers(0, GROUPS - 1)


def _wrong_groups(groups: list[str]) -> tuple[int, ...]:
    with pytest.raises(RecoveryCodeMistyped) as told:
        canonical("-".join(groups))
    return told.value.groups


def test_a_code_has_at_least_128_bits_apart_from_its_check_characters() -> None:
    code = new_recovery_code()
    data = sum(len(group) - 1 for group in code.split("-"))
    assert data * log2(len(_ALPHABET)) >= 128


def test_the_alphabet_has_nothing_that_reads_or_sounds_alike() -> None:
    assert len(set(_ALPHABET)) == len(_ALPHABET) == 23
    for group in ("0OQD", "1ILJ", "8B", "5S", "2Z", "6G", "UV", "MN", "VW"):
        assert len(set(group) & set(_ALPHABET)) <= 1


@given(codes, st.sampled_from(["", " ", " - ", "\n"]))
def test_capitals_spaces_and_hyphens_do_not_matter(code: str, between: str) -> None:
    assert canonical(between.join(code.split("-")).lower()) == code


@given(codes)
def test_what_can_only_mean_one_character_is_read_as_that(code: str) -> None:
    misread = code.translate(str.maketrans("8652M", "BGSZN"))
    assert canonical(misread) == code


@given(codes, places, st.integers(0, 5), st.sampled_from(_ALPHABET + "01OILQU"))
def test_one_wrong_character_is_found_in_its_group(
    code: str, place: int, at: int, typed: str
) -> None:
    groups = code.split("-")
    if groups[place][at] == typed:
        return
    groups[place] = groups[place][:at] + typed + groups[place][at + 1 :]
    assert _wrong_groups(groups) == (place + 1,)


def test_any_two_characters_that_changed_places_are_found() -> None:
    groups = new_recovery_code().split("-")
    group = groups[2]
    for one, other in combinations(range(len(group)), 2):
        if group[one] != group[other]:
            letters = list(group)
            letters[one], letters[other] = letters[other], letters[one]
            assert _wrong_groups([*groups[:2], "".join(letters), *groups[3:]]) == (3,)


@given(codes)
def test_groups_in_another_order_are_found(code: str) -> None:
    groups = code.split("-")
    for order in permutations(range(GROUPS), GROUPS):
        if order != tuple(range(GROUPS)):
            shuffled = [groups[place] for place in order]
            moved = tuple(place + 1 for place in range(GROUPS) if order[place] != place)
            assert _wrong_groups(shuffled) == moved
            break


def test_a_missing_character_is_told_by_the_number_of_groups() -> None:
    with pytest.raises(RecoveryCodeMistyped) as told:
        canonical(new_recovery_code()[:-1])
    assert (told.value.groups, told.value.expected) == ((), GROUPS)


@given(st.text())
def test_whatever_is_typed_is_told_what_is_wrong(typed: str) -> None:
    with pytest.raises(RecoveryCodeMistyped):
        canonical(typed)
