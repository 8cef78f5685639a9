"""The recovery code on paper: 135 random bits in six groups that notice a typing error each.

A group is five characters and a check character. The alphabet has 23 characters, a prime, so
that a weighted sum modulo 23 notices every wrong character, every two that changed places, and
a group that stands in another group's place. It leaves out what reads or sounds alike, and what
can only mean one of ours (B for 8) is read as that.
"""

import secrets
from collections.abc import Sequence

from dorpssteunpunt.services.faults import RecoveryCodeMistyped

GROUPS = 6
_CHARACTERS = 5
_ALPHABET = "23456789ACDEFHJKMPRTWXY"
_READ_AS = str.maketrans({"B": "8", "G": "6", "S": "5", "Z": "2", "N": "M", "V": "W"})


def new_recovery_code() -> str:
    """Return a new random code, such as ``9K4TD3-…``, its groups joined by hyphens."""
    return "-".join(
        _with_check(place, [secrets.choice(_ALPHABET) for _ in range(_CHARACTERS)])
        for place in range(1, GROUPS + 1)
    )


def canonical(typed: str) -> str:
    """Return what was typed as the code it means, whatever its capitals, spaces and hyphens.

    Raises `RecoveryCodeMistyped`, which names the groups with a typing error.
    """
    characters = "".join(filter(str.isalnum, typed.upper())).translate(_READ_AS)
    size = _CHARACTERS + 1
    if len(characters) != GROUPS * size:
        raise RecoveryCodeMistyped((), GROUPS)
    groups = [characters[start : start + size] for start in range(0, len(characters), size)]
    wrong = tuple(place for place, group in enumerate(groups, 1) if not _is_right(place, group))
    if wrong:
        raise RecoveryCodeMistyped(wrong, GROUPS)
    return "-".join(groups)


def _is_right(place: int, group: str) -> bool:
    return set(group) <= set(_ALPHABET) and _with_check(place, group[:_CHARACTERS]) == group


def _with_check(place: int, characters: Sequence[str]) -> str:
    """Return the characters and their check: weights 2 to 6, because the check weighs 1."""
    weighed = (weight * _ALPHABET.index(one) for weight, one in enumerate(characters, start=2))
    return "".join(characters) + _ALPHABET[(place + sum(weighed)) % len(_ALPHABET)]
