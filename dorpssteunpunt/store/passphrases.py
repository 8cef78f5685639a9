"""The passphrase (sleutelzin): five plain Dutch words that open the store on any computer."""

import re
import secrets
import unicodedata
from functools import cache

from dorpssteunpunt.base.paths import resource
from dorpssteunpunt.services.faults import PassphraseMistyped

WORDS = 5
"""Five of 2,048 words are 55 bits; four would be 44, and 51 is the least."""


@cache
def word_list() -> tuple[str, ...]:
    """Return the words that passphrases are made of, in alphabetical order."""
    return tuple(resource("passphrase", "words-nl.txt").read_text("ascii").split())


def new_passphrase() -> str:
    """Return a new random passphrase, its words separated by spaces."""
    return " ".join(secrets.choice(word_list()) for _ in range(WORDS))


def canonical(typed: str) -> str:
    """Return what was typed as the passphrase it means, whatever its capitals and hyphens.

    Raises `PassphraseMistyped` when the number of words is wrong or a word is not in the list.
    """
    plain = unicodedata.normalize("NFKD", typed).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z]+", plain)
    if len(words) != WORDS:
        raise PassphraseMistyped((), WORDS)
    known = frozenset(word_list())
    strange = tuple(place for place, word in enumerate(words, start=1) if word not in known)
    if strange:
        raise PassphraseMistyped(strange, WORDS)
    return " ".join(words)
