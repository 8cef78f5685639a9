"""Text on paper: styles, and lines broken where they reach a measured width."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter
from typing import Final, NamedTuple, Protocol

from dorpssteunpunt.pdf.fonts import Face, clean_lines, runs_of, width_of
from dorpssteunpunt.pdf.pen import INK, Colour, Pen

NO_BREAK: Final = "\u00a0"
# Between the parts of a list: a line may end in it, and none begins with it.
DOT: Final = f"{NO_BREAK}· "

# A line may end after a space, and after a hyphen or slash between letters.
_BREAK: Final = re.compile(r"(?<= )(?! )|(?<=[^\W\d_][-/])(?=[^\W\d_])")
# Of the height of a line, the part above the baseline.
_ABOVE: Final = 0.76
_BOX_MARGIN: Final = 4.0
_BOX_AIR: Final = 1.5


@dataclass(frozen=True, slots=True)
class Style:
    """How text is set: size in points, and the height of a line as so many times the size."""

    size: float
    face: Face = Face.REGULAR
    colour: Colour = INK
    leading: float = 1.32

    @property
    def height(self) -> float:
        """The height of a line in points."""
        return self.size * self.leading

    def bold(self) -> "Style":
        """Return this style in bold."""
        return replace(self, face=Face.BOLD)

    def italic(self) -> "Style":
        """Return this style in italics."""
        return replace(self, face=Face.ITALIC)

    def coloured(self, colour: Colour) -> "Style":
        """Return this style in another colour."""
        return replace(self, colour=colour)


class Span(NamedTuple):
    """Text in one style."""

    text: str
    style: Style


class Strip(Protocol):
    """The least that stays whole when a column of text goes on on the next page."""

    @property
    def height(self) -> float:
        """How much of the column it takes, in points."""
        ...

    @property
    def is_torn(self) -> bool:
        """Whether a word in it had to be broken where words do not break."""
        ...

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw it with its upper left corner at this place."""
        ...


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text, set in from the left by so much."""

    spans: tuple[Span, ...]
    indent: float
    width: float
    height: float
    is_torn: bool

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Write the line, each run of characters in the font that holds them."""
        x += self.indent
        baseline = top + self.height * _ABOVE
        for style, group in groupby(self.spans, key=attrgetter("style")):
            for text, font, width in runs_of("".join(span.text for span in group), style.face):
                pen.write(x, baseline, text, font, style.size, style.colour)
                x += width * style.size


@dataclass(frozen=True, slots=True)
class Space:
    """Room without anything in it."""

    height: float

    @property
    def is_torn(self) -> bool:
        """There is no word in it."""
        return False

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Leave it white."""


@dataclass(frozen=True, slots=True)
class Boxed:
    """Lines in a box, for what must not be overlooked in black and white either."""

    lines: tuple[Line, ...]
    colour: Colour = INK

    @property
    def is_torn(self) -> bool:
        """Whether a word in it had to be broken."""
        return any(line.is_torn for line in self.lines)

    @property
    def width(self) -> float:
        """The width of the box."""
        return max(line.width for line in self.lines) + 2 * _BOX_MARGIN

    @property
    def height(self) -> float:
        """The height of the box and the air around it."""
        return sum(line.height for line in self.lines) + 2 * _BOX_AIR + 2

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw the box and what it holds."""
        pen.frame(x, top + _BOX_AIR, self.width, self.height - 2 * _BOX_AIR, self.colour, 1.1)
        top += _BOX_AIR + 1
        for line in self.lines:
            line.draw(pen, x + _BOX_MARGIN, top)
            top += line.height


def whole(text: str) -> str:
    """Return text that stays on one line if a line is wide enough."""
    return text.replace(" ", NO_BREAK)


def boxed(text: str, style: Style, width: float) -> Boxed:
    """Return text in a box that is at most so wide."""
    return Boxed(wrap([Span(text, style)], width - 2 * _BOX_MARGIN), style.colour)


def wrap(spans: Sequence[Span], width: float, hang: float = 0) -> tuple[Line, ...]:
    """Break text in lines of at most so many points; each end of a line in the text ends a line.

    Words stay whole where they fit on a line of their own. Nothing is left out. Lines that go on
    are set in by `hang`.
    """
    return tuple(
        line for paragraph in _paragraphs(spans) for line in _filled(paragraph, width, hang)
    )


def _paragraphs(spans: Sequence[Span]) -> Iterator[list[Span]]:
    paragraph: list[Span] = []
    for span in spans:
        lines = clean_lines(span.text) or [""]
        for line in lines[:-1]:
            yield [*paragraph, Span(line, span.style)]
            paragraph = []
        paragraph.append(Span(lines[-1], span.style))
    yield paragraph


class _Word(NamedTuple):
    """What may not be broken, with the space after it; it may run over several styles."""

    spans: list[Span]
    width: float
    trailing: float
    is_torn: bool = False

    @property
    def needed(self) -> float:
        """How wide the word is without the space after it."""
        return self.width - self.trailing


def _filled(paragraph: list[Span], width: float, hang: float) -> Iterator[Line]:
    line: list[_Word] = []
    used, indent = 0.0, 0.0
    for word in _fitting(paragraph, width - hang):
        if line and indent + used + word.needed > width:
            yield _line(line, indent)
            line, used, indent = [], 0.0, hang
        line.append(word)
        used += word.width
    yield _line(line or [_word(paragraph[:1])], indent)


def _fitting(paragraph: Iterable[Span], width: float) -> Iterator[_Word]:
    """Give the words of a paragraph, those that are wider than a line in parts."""
    for word in _words(paragraph):
        if word.needed <= width:
            yield word
        else:
            yield from _torn(word, width)


def _words(paragraph: Iterable[Span]) -> Iterator[_Word]:
    spans: list[Span] = []
    for text, style in paragraph:
        *ended, last = _BREAK.split(text)
        for part in ended:
            yield _word([*spans, Span(part, style)])
            spans = []
        if last:
            spans.append(Span(last, style))
    if spans:
        yield _word(spans)


def _word(spans: list[Span]) -> _Word:
    text, style = spans[-1]
    spaces = len(text) - len(text.rstrip(" "))
    trailing = spaces * width_of(" ", style.face) * style.size if spaces else 0.0
    return _Word(
        spans, sum(width_of(each, set_in.face) * set_in.size for each, set_in in spans), trailing
    )


def _torn(word: _Word, width: float) -> Iterator[_Word]:
    """Break one word that is wider than a line, wherever the line ends."""
    part: list[Span] = []
    used = 0.0
    for text, style in word.spans:
        for character in text:
            room = width_of(character, style.face) * style.size
            if part and used + room > width and character != " ":
                yield _word(part)._replace(is_torn=True)
                part, used = [], 0.0
            part.append(Span(character, style))
            used += room
    yield _word(part)._replace(is_torn=True)


def _line(words: Sequence[_Word], indent: float) -> Line:
    spans = tuple(span for word in words for span in word.spans)
    return Line(
        spans,
        indent,
        width=indent + sum(word.width for word in words) - words[-1].trailing,
        height=max(span.style.height for span in spans),
        is_torn=any(word.is_torn for word in words),
    )
