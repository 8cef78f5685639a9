"""The fonts of the papers: which font holds each character, and how wide it is.

Noto Sans comes first and DejaVu Sans after it. A font draws an empty box for what it lacks, and
says nothing; so a font is chosen for each character, and what no font holds becomes a sign that a
reader sees and can look up.
"""

import math
import unicodedata
from collections.abc import Iterator
from enum import Enum
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Final, NamedTuple

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from dorpssteunpunt.base.paths import resource

REPLACEMENT: Final = "\ufffd"
_WITHOUT_ROOM = ("Cc", "Cf")
_RIGHT_TO_LEFT = ("R", "AL")
# ReportLab writes the table from glyph back to character in four hexadecimal digits.
_LAST_CODE = 0xFFFF


class Face(Enum):
    """A way of writing, as the font files that hold it, first choice first."""

    REGULAR = ("NotoSans-Regular", "DejaVuSans")
    BOLD = ("NotoSans-Bold", "DejaVuSans-Bold", "DejaVuSans")
    ITALIC = ("NotoSans-Italic", "DejaVuSans")

    @property
    def font(self) -> str:
        """The name of the font that is tried first."""
        first: str = self.value[0]
        return first


class Glyph(NamedTuple):
    """A character as it is drawn: the character, its font, and its width at one point."""

    character: str
    font: str
    width: float


class Run(NamedTuple):
    """Characters that one font draws one after the other; the width is at one point."""

    text: str
    font: str
    width: float


@lru_cache
def load_font(name: str) -> TTFont:
    """Return a font by the name of its file, parsed once and known to ReportLab from then on."""
    # Only what is drawn goes into the paper, not the whole of ASCII.
    font = TTFont(name, str(resource("fonts", f"{name}.ttf")), asciiReadable=False)
    pdfmetrics.registerFont(font)
    return font


def load_fonts() -> None:
    """Parse the fonts that every paper uses, so that the first paper need not wait for them."""
    for face in Face:
        load_font(face.font)


class _Glyphs(dict[str, Glyph]):
    """The glyphs of one face, looked up in its fonts when a character is first met."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face

    def __missing__(self, character: str) -> Glyph:
        found = self._found(character) or self[REPLACEMENT]
        self[character] = found
        return found

    def _found(self, character: str) -> Glyph | None:
        if not _is_drawn_well(character):
            return None
        for name in self._face.value:
            font = load_font(name).face
            if font.charToGlyph.get(ord(character)):
                return Glyph(character, name, font.charWidths[ord(character)] / 1000)
        return None


_GLYPHS: Final = {face: _Glyphs(face) for face in Face}
_FONT: Final = itemgetter(1)
_WIDTH: Final = itemgetter(2)


def _is_drawn_well(character: str) -> bool:
    """Arabic and Hebrew need shaping and another direction, which a canvas does not do."""
    return (
        ord(character) <= _LAST_CODE and unicodedata.bidirectional(character) not in _RIGHT_TO_LEFT
    )


class _Room(dict[int, int | None]):
    """Per character code what stands for it on paper: itself, or nothing for what is no sign."""

    def __missing__(self, code: int) -> int | None:
        character = chr(code)
        is_selector = "\N{VARIATION SELECTOR-1}" <= character <= "\N{VARIATION SELECTOR-16}"
        takes_room = unicodedata.category(character) not in _WITHOUT_ROOM and not is_selector
        self[code] = code if takes_room else None
        return self[code]


_ROOM: Final = _Room({ord("\t"): ord(" ")})


def clean_lines(text: str) -> list[str]:
    """Return the lines of a text, composed, and without signs that take no room on paper."""
    return [unicodedata.normalize("NFC", line).translate(_ROOM) for line in text.splitlines()]


@lru_cache(maxsize=4096)  # the same words are measured in each size that is tried
def width_of(text: str, face: Face) -> float:
    """Return how wide clean text is at a size of one point."""
    return math.fsum(map(_WIDTH, map(_GLYPHS[face].__getitem__, text)))


def runs_of(text: str, face: Face) -> Iterator[Run]:
    """Give clean text in runs that one font each can draw."""
    for font, group in groupby(map(_GLYPHS[face].__getitem__, text), key=_FONT):
        characters, _, widths = zip(*group, strict=True)
        yield Run("".join(characters), font, math.fsum(widths))
