"""Rows of cells, laid on as many pages as they need; nothing is cut off.

A row that does not fit goes on on the next page, strip by strip. What belongs together stays
together where that leaves no great hole.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from dorpssteunpunt.pdf.pen import FAINT, LINE, Colour, Pen
from dorpssteunpunt.pdf.text import Space, Strip

# What adding up heights may be off, in points.
_ROUNDING: Final = 0.01


@dataclass(frozen=True, slots=True)
class Look:
    """The room around the text of a row, and the lines around its cells."""

    across: float = 0
    gutter: float = 0
    above: float = 0
    below: float = 0
    is_framed: bool = False
    is_ruled: bool = False
    side: Colour | None = None

    def inside(self, width: float) -> float:
        """Return how wide the text may be in a cell of this width."""
        return width - 2 * self.across - self.gutter


PLAIN: Final = Look()
GRID: Final = Look(across=7, above=6, below=6, is_framed=True)
RULED: Final = Look(gutter=8, above=5, below=5, is_ruled=True)


@dataclass(frozen=True, slots=True)
class Cell:
    """A column of strips; one that `repeats` is said again where the row goes on."""

    width: float
    strips: tuple[Strip, ...] = ()
    fill: Colour | None = None
    repeats: bool = False

    @property
    def height(self) -> float:
        """How much room the strips take."""
        return sum(strip.height for strip in self.strips)


@dataclass(frozen=True, slots=True)
class Row:
    """Cells beside each other; `least` is how high the row is when there is little in it."""

    cells: tuple[Cell, ...]
    look: Look = PLAIN
    least: float = 0
    bookmark: str = ""

    @property
    def height(self) -> float:
        """The height in points, with the room around the text."""
        inside = max((cell.height for cell in self.cells), default=0)
        return max(self.least, inside + self.look.above + self.look.below)

    @property
    def is_torn(self) -> bool:
        """Whether a word in it had to be broken where words do not break."""
        return any(strip.is_torn for cell in self.cells for strip in cell.strips)

    def split(self, room: float) -> tuple["Row", "Row"] | None:
        """Return what fits in so much room, and the rest; or None when nothing fits."""
        inside = room - self.look.above - self.look.below
        halves = [_split(cell, inside) for cell in self.cells]
        if not any(head.strips for head, _ in halves if not head.repeats):
            return None
        heads, tails = zip(*halves, strict=True)
        return replace(self, cells=heads, least=0), replace(self, cells=tails, least=0, bookmark="")

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw the cells, their ground first, then their lines and what stands in them."""
        height = self.height
        if self.bookmark:
            pen.bookmark(self.bookmark, top, level=1)
        if self.look.is_ruled:
            pen.rule(x, top, sum(cell.width for cell in self.cells), FAINT, 0.7)
        if self.look.side:
            pen.post(x + 1, top, height, self.look.side, 2)
        for cell in self.cells:
            self._draw_cell(pen, cell, x, top, height)
            x += cell.width

    def _draw_cell(self, pen: Pen, cell: Cell, x: float, top: float, height: float) -> None:
        if cell.fill:
            pen.fill(x, top, cell.width, height, cell.fill)
        if self.look.is_framed:
            pen.frame(x, top, cell.width, height, LINE, 0.6)
        below = top + self.look.above
        for strip in cell.strips:
            strip.draw(pen, x + self.look.across, below)
            below += strip.height


def _split(cell: Cell, room: float) -> tuple[Cell, Cell]:
    used, count = 0.0, 0
    for strip in cell.strips:
        used += strip.height
        if used > room:
            break
        count += 1
    tail = cell.strips if cell.repeats else cell.strips[count:]
    return replace(cell, strips=cell.strips[:count]), replace(cell, strips=tail)


def height_of(rows: Iterable[Row]) -> float:
    """Return the height of rows under each other, in points."""
    return sum(row.height for row in rows)


@dataclass(frozen=True, slots=True)
class Block:
    """Rows that are best read together; `again` stands above those on a page that follows."""

    rows: tuple[Row, ...]
    again: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks under a heading; `again` stands above them on each page that follows.

    A heading never stands alone at the foot of a page. `hole` is the part of a page that may stay
    white to keep a block whole, `between` the white between blocks on one page, in points.
    """

    blocks: tuple[Block, ...]
    heading: tuple[Row, ...] = ()
    again: tuple[Row, ...] = ()
    hole: float = 0.35
    between: float = 0


class _Pages:
    """The pages filled so far, and the room that is left on the last."""

    def __init__(self, room: float) -> None:
        self.pages: list[list[Row]] = [[]]
        self.room = room
        self.left = room + _ROUNDING

    def place(self, rows: Iterable[Row]) -> None:
        for row in rows:
            self.pages[-1].append(row)
            self.left -= row.height

    def skip(self, points: float) -> None:
        """Leave white, unless the page ends there."""
        if 0 < points < self.left:
            self.place([Row((Cell(0, (Space(points),)),))])

    def turn(self, again: tuple[Row, ...]) -> None:
        self.pages.append([])
        self.left = self.room + _ROUNDING
        self.place(again)

    def welcomes(self, heading: tuple[Row, ...], block: Block, hole: float) -> bool:
        """Say whether a block is better begun on this page than on the next."""
        left = self.left - height_of(heading)
        if not self.pages[-1] or height_of(block.rows) <= left:
            return True
        first = block.rows[0]
        begins = first.height <= left or first.split(left) is not None
        return begins and self.left >= hole * self.room

    def flow(self, row: Row, again: tuple[Row, ...]) -> None:
        """Place a row, on as many pages as it takes."""
        while row.height > self.left:
            if halves := row.split(self.left):
                head, row = halves
                self.place([head])
            elif len(self.pages[-1]) <= len(again):
                break  # no page is higher than this one
            self.turn(again)
        self.place([row])


def paginate(sections: Iterable[Section], room: float) -> list[list[Row]]:
    """Lay sections on pages that are so many points high, at least one page."""
    pages = _Pages(room)
    for section in sections:
        heading = section.heading
        for number, block in enumerate(section.blocks):
            pages.skip(section.between if number else 0)
            if pages.welcomes(heading, block, section.hole):
                pages.place(heading)
            else:
                pages.turn(heading or section.again)
            heading = ()
            first, *rest = block.rows
            pages.flow(first, section.again)
            for row in rest:
                pages.flow(row, section.again + block.again)
    return pages.pages
