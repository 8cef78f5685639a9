"""The passphrase: strong enough, made of good words, and forgiving where it can be."""

from collections import Counter
from itertools import pairwise
from math import log2

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dorpssteunpunt.services.faults import PassphraseMistyped
from dorpssteunpunt.store.passphrases import WORDS, canonical, new_passphrase, word_list


def _one_slip_away(word: str) -> set[str]:
    """Return what comes of one wrong, missing or extra letter, or two changed places."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    return (
        {a + b[1:] for a, b in cuts if b}
        | {a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1}
        | {a + letter + b[1:] for a, b in cuts if b for letter in letters}
        | {a + letter + b for a, b in cuts for letter in letters}
    ) - {word}


def test_a_passphrase_has_at_least_four_words_and_51_bits() -> None:
    assert WORDS >= 4
    assert WORDS * log2(len(set(word_list()))) >= 51


def test_words_are_short_lowercase_ascii_in_alphabetical_order() -> None:
    assert all(word.isascii() and word.isalpha() and word.islower() for word in word_list())
    assert all(4 <= len(word) <= 8 for word in word_list())
    assert all(before < after for before, after in pairwise(word_list()))


def test_one_typing_slip_never_gives_another_word() -> None:
    known = set(word_list())
    assert not {word for word in known if known & _one_slip_away(word)}


def test_no_two_words_sound_the_same() -> None:
    sounds = Counter(word.replace("ij", "ei").replace("ou", "au") for word in word_list())
    assert [sound for sound, number in sounds.items() if number > 1] == []


def test_passphrases_differ_and_use_the_whole_list() -> None:
    drawn = [new_passphrase() for _ in range(400)]
    assert len(set(drawn)) == len(drawn)
    assert len({word for phrase in drawn for word in phrase.split()}) > len(word_list()) / 2


@given(st.sampled_from([" ", "  ", "-", " - ", ", ", "\t", "\n"]), st.booleans())
def test_spaces_hyphens_and_capitals_do_not_matter(between: str, capitals: bool) -> None:
    phrase = new_passphrase()
    typed = f" {between.join(phrase.split())} "
    assert canonical(typed.upper() if capitals else typed) == phrase


def test_a_mistyped_word_is_named_by_its_place() -> None:
    words = new_passphrase().split()
    words[1] = words[1] + "q"
    words[4] = "xq"
    with pytest.raises(PassphraseMistyped) as told:
        canonical(" ".join(words))
    assert told.value.words == (2, 5)


def test_a_missing_word_is_told_by_the_number_that_is_expected() -> None:
    with pytest.raises(PassphraseMistyped) as told:
        canonical(" ".join(new_passphrase().split()[:-1]))
    assert (told.value.words, told.value.expected) == ((), WORDS)


@given(st.text())
def test_whatever_is_typed_is_told_what_is_wrong(typed: str) -> None:
    with pytest.raises(PassphraseMistyped):
        canonical(typed)
