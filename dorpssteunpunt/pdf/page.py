"""The page every paper shares: its size, its head with the support point, its foot, and binding."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from io import BytesIO
from typing import Final

from reportlab import rl_config
from reportlab.lib.pagesizes import A3, A4
from reportlab.pdfgen.canvas import Canvas

from dorpssteunpunt.base.formats import numeric_date
from dorpssteunpunt.base.i18n import _, current_language
from dorpssteunpunt.pdf.fonts import REPLACEMENT, Face, load_font
from dorpssteunpunt.pdf.layout import Row, Section, paginate
from dorpssteunpunt.pdf.pen import DEEP, SOFT_INK, Pen
from dorpssteunpunt.pdf.text import Boxed, Line, Span, Strip, Style, boxed, wrap
from dorpssteunpunt.services.overviews.papers import Letterhead

TITLE: Final = Style(24, Face.BOLD, DEEP, leading=1.25)
SUBTITLE: Final = Style(13)
HEADING: Final = Style(13, Face.BOLD, DEEP)
BODY: Final = Style(10.5)
SMALL: Final = Style(9.5)
FOOT: Final = Style(9, colour=SOFT_INK)

_MARGIN: Final = 36.0
_FOOT_HEIGHT: Final = 30.0
_HEAD_GAP: Final = 12.0
_MARK_GAP: Final = 14.0
_LETTERHEAD_SHARE: Final = 0.42
_PDF_LANGUAGES: Final = {"nl": "nl-NL", "en": "en-GB"}


# Streams as they are: the wrapping in ASCII that ReportLab adds is a quarter more, and slow.
rl_config.useA85 = 0


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet of paper in points, and how its title is set."""

    width: float
    height: float
    title: Style

    @property
    def measure(self) -> float:
        """The width between the margins."""
        return self.width - 2 * _MARGIN


PORTRAIT: Final = Paper(A4[0], A4[1], title=replace(TITLE, size=20))
LANDSCAPE: Final = Paper(A4[1], A4[0], title=TITLE)
LARGE_LANDSCAPE: Final = Paper(A3[1], A3[0], title=replace(TITLE, size=32))


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """What stands on every page of a paper, so that a loose page still says what it is.

    `mark` is a boxed word beside the title; `foot` stands beside the print date.
    """

    paper: Paper
    title: str
    subtitle: str
    letterhead: Letterhead
    printed_on: date
    mark: str = ""
    foot: str = ""


def room_on(furniture: Furniture) -> float:
    """Return how high the room between head and foot is, in points."""
    head = max(map(_height, _head(furniture))) + _HEAD_GAP
    return furniture.paper.height - 2 * _MARGIN - _FOOT_HEIGHT - head


def print_sections(furniture: Furniture, sections: Sequence[Section]) -> bytes:
    """Lay sections on pages and return them as a PDF."""
    return bind(furniture, paginate(sections, room_on(furniture)))


def bind(furniture: Furniture, pages: Sequence[Sequence[Row]]) -> bytes:
    """Return the PDF of these pages: the same bytes for the same pages."""
    return bind_together([(furniture, pages)])


def bind_together(sheets: Sequence[tuple[Furniture, Sequence[Sequence[Row]]]]) -> bytes:
    """Return several papers of one size as one PDF; each has its own head and page numbers."""
    file = BytesIO()
    first = sheets[0][0]
    canvas = Canvas(
        file,
        pagesize=(first.paper.width, first.paper.height),
        invariant=True,
        pageCompression=True,
        initialFontName=load_font(Face.REGULAR.font).fontName,
        lang=_PDF_LANGUAGES[current_language()],
    )
    canvas.setTitle(f"{first.title} · {first.subtitle}")
    canvas.setAuthor(first.letterhead.name)
    canvas.setSubject(first.letterhead.village)
    canvas.setCreator("Dorpssteunpunt")
    for furniture, pages in sheets:
        _draw_pages(canvas, furniture, pages)
    canvas.save()
    return file.getvalue()


def _draw_pages(canvas: Canvas, furniture: Furniture, pages: Sequence[Sequence[Row]]) -> None:
    head = _head(furniture)
    for number, rows in enumerate(pages, start=1):
        pen = Pen(canvas, furniture.paper.height)
        if number == 1:
            pen.bookmark(furniture.title, 0, level=0)
        top = _draw_head(pen, furniture.paper, head)
        for row in rows:
            row.draw(pen, _MARGIN, top)
            top += row.height
        _draw_foot(pen, furniture, number, len(pages))
        pen.lift()


def _head(furniture: Furniture) -> tuple[tuple[Strip, ...], tuple[Line, ...]]:
    """Return the two columns of the head: what paper this is, and whose."""
    letterhead = furniture.letterhead
    right = furniture.paper.measure * _LETTERHEAD_SHARE
    left = furniture.paper.measure - right - 12
    title = _marked(
        wrap([Span(furniture.title, furniture.paper.title)], left), furniture.mark, left
    )
    subtitle = wrap([Span(furniture.subtitle, SUBTITLE)], left)
    place = ", ".join(filter(None, (letterhead.address, letterhead.village)))
    lines = wrap([Span(letterhead.name, SUBTITLE.bold())], right)
    where = list(filter(None, (place, letterhead.phone)))
    on_one_line = wrap([Span(" · ".join(where), SUBTITLE)], right)
    if len(on_one_line) == 1:
        return (*title, *subtitle), lines + on_one_line
    return (*title, *subtitle), lines + wrap([Span("\n".join(where), SUBTITLE)], right)


@dataclass(frozen=True, slots=True)
class _Marked:
    """A title with a mark behind it."""

    title: Line
    mark: Boxed

    @property
    def height(self) -> float:
        return max(self.title.height, self.mark.height)

    @property
    def width(self) -> float:
        return self.title.width + _MARK_GAP + self.mark.width

    @property
    def is_torn(self) -> bool:
        return self.title.is_torn or self.mark.is_torn

    def draw(self, pen: Pen, x: float, top: float) -> None:
        self.title.draw(pen, x, top)
        middle = top + (self.title.height - self.mark.height) / 2
        self.mark.draw(pen, x + self.title.width + _MARK_GAP, middle)


def _marked(title: tuple[Line, ...], mark: str, width: float) -> tuple[Strip, ...]:
    """Return the title with the mark behind it, or under it where there is no room."""
    if not mark:
        return title
    box = boxed(mark, SUBTITLE.bold(), width)
    marked = _Marked(title[-1], box)
    return (*title[:-1], marked) if marked.width <= width else (*title, box)


def _height(strips: Sequence[Strip]) -> float:
    return sum(strip.height for strip in strips)


def _draw_head(pen: Pen, paper: Paper, head: tuple[Sequence[Strip], Sequence[Line]]) -> float:
    title, letterhead = head
    top = _MARGIN
    for strip in title:
        strip.draw(pen, _MARGIN, top)
        top += strip.height
    below = _MARGIN
    for line in letterhead:
        line.draw(pen, paper.width - _MARGIN - line.width, below)
        below += line.height
    return max(top, below) + _HEAD_GAP


def _draw_foot(pen: Pen, furniture: Furniture, number: int, count: int) -> None:
    paper = furniture.paper
    pages = _("page {number} of {count}").format(number=number, count=count)
    (right,) = wrap([Span(pages, FOOT)], paper.measure)
    notes = [_("Printed on {date}").format(date=numeric_date(furniture.printed_on))]
    notes += [furniture.foot] if furniture.foot else []
    if pen.has_written(REPLACEMENT):
        notes.append(_("{sign} is a character that paper cannot show").format(sign=REPLACEMENT))
    left = wrap([Span(" · ".join(notes), FOOT)], paper.measure - right.width - 24)
    top = paper.height - _MARGIN - _height(left)
    for line in left:
        line.draw(pen, _MARGIN, top)
        top += line.height
    right.draw(pen, paper.width - _MARGIN - right.width, top - right.height)
