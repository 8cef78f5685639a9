"""What must not stand in free text: the citizen service number (BSN), which we may never keep.

A match is told as its place only, so that no caller can log the number by accident.
"""

import re
from collections.abc import Iterator, Mapping

from dorpssteunpunt.base.errors import Refusal

_WHOLE = re.compile(r"(?<![0-9])[0-9]{9}(?![0-9])")
_GROUPED = re.compile(
    r"(?<![0-9])(?<![0-9][\s.-])[0-9]{2,4}(?P<gap>[\s.-])[0-9]{2,4}(?:(?P=gap)[0-9]{2,4}){1,2}"
    r"(?![\s.-]?[0-9])"
)
_COUNTRY_BEFORE = re.compile(r"(?:\+|(?<![0-9])00)[1-9][0-9]{0,2}[\s.-]?(?:\(0\)\s?)?$")
_LONGEST_COUNTRY = len("0031 (0) ") + 1
"""How far before a number its country code can begin, with one character to look behind it."""


class CitizenServiceNumberSeen(Refusal):
    """Free text seems to hold a citizen service number; its writer may confirm that it does not."""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field


def check_free_text(texts: Mapping[str, str]) -> None:
    """Raise `CitizenServiceNumberSeen` for the first field whose text seems to hold one.

    This warns before saving: who has looked and says it is another number may pass it by.
    """
    for field, text in texts.items():
        if holds_citizen_service_number(text):
            raise CitizenServiceNumberSeen(field)


def holds_citizen_service_number(text: str) -> bool:
    """Whether `text` seems to hold a citizen service number; see `citizen_service_number_spans`."""
    return bool(citizen_service_number_spans(text))


def citizen_service_number_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Return start and end of each nine digits in `text` that pass the elfproef, in order.

    In one piece or in three or four groups ("1112.22.333", "111 222 333"); not as part of a longer
    row of digits or of a foreign phone number. One in eleven harmless numbers passes as well, so
    this is a reason to ask, not to refuse.
    """
    return tuple(sorted(_spans(text)))


def _spans(text: str) -> Iterator[tuple[int, int]]:
    for shape in (_WHOLE, _GROUPED):
        for match in shape.finditer(text):
            before = text[max(0, match.start() - _LONGEST_COUNTRY) : match.start()]
            if not _COUNTRY_BEFORE.search(before) and _passes(match.group()):
                yield match.span()


def _passes(written: str) -> bool:
    """Whether these digits, without their gaps, are nine and pass the elfproef."""
    from stdnum.nl import bsn

    digits = re.sub(r"[^0-9]", "", written)
    return len(digits) == 9 and bsn.is_valid(digits)
