"""Rows that the papers in portrait share: headings, counts, paragraphs and labelled text."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Final

from dorpssteunpunt.base.formats import moment
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.pdf.fonts import Face
from dorpssteunpunt.pdf.layout import Block, Cell, Look, Row, Section
from dorpssteunpunt.pdf.page import BODY, HEADING, PORTRAIT, SMALL, SUBTITLE
from dorpssteunpunt.pdf.pen import DANGER, DEEP, SHADE, SOFT_INK, Colour
from dorpssteunpunt.pdf.text import DOT, Space, Span, Strip, Style, boxed, wrap
from dorpssteunpunt.services.overviews.papers import Tone

MEASURE: Final = PORTRAIT.measure
LABEL_WIDTH: Final = 96.0

_COUNT: Final = Style(20, Face.BOLD, DEEP, leading=1.2)
_COUNTED: Final = Look(across=8, above=5, below=7)
_HEADED: Final = Look(above=14, below=4)
_ALONE: Final = Look(above=14)
_TEXT: Final = Look(above=2, below=2)
# A label is smaller than the text it stands beside, on the same baseline.
_LABEL: Final = Style(SMALL.size, Face.BOLD, leading=BODY.height / SMALL.size)


def counts(counted: Sequence[tuple[int, str]]) -> Row:
    """Return the numbers a reader wants first, side by side, each with what it counts."""
    cells = []
    for number, what in counted:
        column = Column(MEASURE / len(counted), _COUNTED)
        # The space keeps them apart for whoever copies the text or has it read aloud.
        column.say(Span(f"{number} ", _COUNT))
        column.say(Span(what, SMALL))
        cells.append(column.cell(SHADE))
    return Row(tuple(cells), _COUNTED)


def heading(text: str, *, is_bookmarked: bool = True) -> Row:
    """Return a heading over the whole width, which the outline of the PDF names as well."""
    title = text[:1].upper() + text[1:]
    lines = wrap([Span(title, HEADING)], MEASURE)
    return Row((Cell(MEASURE, lines),), _HEADED, bookmark=title if is_bookmarked else "")


def section(
    title: str, blocks: Iterable[Block], below: tuple[Row, ...] = (), between: float = 0
) -> Section:
    """Return blocks under a heading that is said again, as continued, on each next page."""
    return Section(
        tuple(blocks),
        heading=(heading(title), *below),
        again=(heading(continued(title), is_bookmarked=False), *below),
        between=between,
    )


def continued(title: str) -> str:
    """Return the title for what goes on on the next page."""
    return _("{title}, continued").format(title=title)


def paragraph(*spans: Span, look: Look = _TEXT, hang: float = 0) -> Row:
    """Return text over the whole width; lines that go on are set in by `hang`."""
    return Row((Cell(MEASURE, wrap(spans, look.inside(MEASURE), hang)),), look)


def nothing(text: str) -> Row:
    """Return what a paper says when there is nothing on it."""
    return paragraph(Span(text, SUBTITLE), look=_ALONE)


def gap(points: float) -> Row:
    """Return a row with nothing in it."""
    return Row((Cell(MEASURE, (Space(points),)),))


def labelled(label: str, spans: Iterable[Span], look: Look = _TEXT) -> Row:
    """Return text with a label on its left, which is said again where the text goes on."""
    width = MEASURE - LABEL_WIDTH
    name = wrap([Span(label, _LABEL)], LABEL_WIDTH - look.across - 6)
    text = wrap(list(spans), width - look.across)
    return Row((Cell(LABEL_WIDTH, name, repeats=True), Cell(width, text)), look)


class Column:
    """A column of a table that is filled from above."""

    def __init__(self, width: float, look: Look) -> None:
        self._width = width
        self._inside = look.inside(width)
        self._strips: list[Strip] = []

    def say(self, *spans: Span) -> None:
        """Add text on a line of its own."""
        self._strips += wrap(spans, self._inside)

    def box(self, text: str) -> None:
        """Add words that must not be overlooked."""
        self._strips.append(boxed(text, SMALL.bold(), self._inside))

    def tag(self, text: str, tone: Tone) -> None:
        """Add a word set as loud as its tone: plain, bold, or in a box."""
        if tone is Tone.URGENT:
            self._strips.append(boxed(text, SMALL.bold().coloured(DANGER), self._inside))
        else:
            self.say(strong(text) if tone is Tone.ATTENTION else plain(text))

    def skip(self, points: float) -> None:
        """Leave some room."""
        self._strips.append(Space(points))

    def cell(self, fill: Colour | None = None) -> Cell:
        """Return what was added as a cell of a row."""
        return Cell(self._width, tuple(self._strips), fill)


def plain(text: str) -> Span:
    """Return ordinary text."""
    return Span(text, BODY)


def strong(text: str) -> Span:
    """Return text that stands out."""
    return Span(text, BODY.bold())


def soft(text: str) -> Span:
    """Return small text that keeps to the background."""
    return Span(text, SMALL.coloured(SOFT_INK))


def signed(by: str, at: datetime) -> Span:
    """Return who wrote something and when, on a line of its own."""
    return soft(f"\n{by}, {moment(at)}")


def after(*parts: str) -> str:
    """Return the parts that say something, each with a dot before it, to follow on other text."""
    return "".join(f"{DOT}{part}" for part in parts if part)
