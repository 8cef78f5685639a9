"""The weekly roster for the wall: days across, day parts down, as large as the week allows."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from dorpssteunpunt.base.formats import day_span, numeric_date, short_date, time_range
from dorpssteunpunt.base.i18n import _, ngettext
from dorpssteunpunt.pdf.absence import whom_to_tell
from dorpssteunpunt.pdf.fonts import Face
from dorpssteunpunt.pdf.layout import GRID, Block, Cell, Look, Row, Section, height_of, paginate
from dorpssteunpunt.pdf.page import LANDSCAPE, Furniture, bind, room_on
from dorpssteunpunt.pdf.pen import DEEP, SHADE, SOFT_INK, WHITE
from dorpssteunpunt.pdf.text import NO_BREAK, Span, Strip, Style, boxed, whole, wrap
from dorpssteunpunt.services.overviews.papers import (
    RosterCell,
    RosterDay,
    RosterName,
    RosterOverview,
    RosterPart,
)

CHANGED: Final = "▲"

_SIZES: Final = (13.0, 12.0, 11.0, 10.0, 9.0)
_PAGED_SIZES: Final = (11.0, 10.0, 9.0)
_PART_WIDTH: Final = 94.0
_ROOMY_ROW: Final = 138.0
_HANG: Final = 8.0
# The space before the initial of a surname at the end of a name.
_INITIAL: Final = re.compile(r" (?=\w\.$)")
_NOTE_STYLE: Final = Style(11.5)
_NOTE: Final = Look(above=6)


def draw_roster(overview: RosterOverview) -> bytes:
    """Return the weekly roster as a PDF, on one page if a readable size allows it."""
    furniture = _furniture(overview)
    room = room_on(furniture)
    notes = tuple(_notes(overview))
    for size in _SIZES:
        grid = _grid(overview, size)
        if not grid.is_torn and grid.height + height_of(notes) <= room:
            return bind(furniture, _pages(grid.filling(room - height_of(notes)), notes, room))
    # In no size does the week fit on one page: take the fewest pages, then the largest text.
    grids = [_grid(overview, size) for size in _PAGED_SIZES]
    choices = [(grid.is_torn, _pages(grid, notes, room)) for grid in grids]
    return bind(furniture, min(choices, key=lambda choice: (choice[0], len(choice[1])))[1])


def _pages(grid: "_Grid", notes: Iterable[Row], room: float) -> list[list[Row]]:
    parts = tuple(Block((row,)) for row in grid.rows)
    week = Section(parts, heading=(grid.days,), again=(grid.days,), hole=1)
    return paginate([week, Section(tuple(Block((note,)) for note in notes))], room)


def _furniture(overview: RosterOverview) -> Furniture:
    first, last = overview.days[0].day, overview.days[-1].day
    return Furniture(
        paper=LANDSCAPE,
        title=_("Roster week {number}").format(number=first.isocalendar().week),
        subtitle=day_span(first, last),
        letterhead=overview.letterhead,
        printed_on=overview.printed_on,
        mark="" if overview.published_on else _("concept – may still change"),
        foot=_publication(overview),
    )


def _publication(overview: RosterOverview) -> str:
    if not overview.published_on:
        return _("not published yet")
    published = _("published on {date}").format(date=numeric_date(overview.published_on))
    if not overview.changes:
        return published
    changes = ngettext("{count} change since", "{count} changes since", overview.changes)
    return f"{published}, {changes.format(count=overview.changes)}"


@dataclass(frozen=True, slots=True)
class _Grid:
    """The roster in one size of text."""

    days: Row
    rows: tuple[Row, ...]

    @property
    def height(self) -> float:
        return self.days.height + height_of(self.rows)

    @property
    def is_torn(self) -> bool:
        return any(row.is_torn for row in (self.days, *self.rows))

    def filling(self, room: float) -> "_Grid":
        """Return the grid with higher rows where the page has room: space to write in."""
        height = min(_level([row.height for row in self.rows], room - self.days.height), _ROOMY_ROW)
        return replace(self, rows=tuple(replace(row, least=height) for row in self.rows))


def _level(heights: list[float], room: float) -> float:
    """Return the height all rows can have at least, when they fill the room together."""
    left = room
    for number, height in enumerate(sorted(heights, reverse=True)):
        level = left / (len(heights) - number)
        if height <= level:
            return level
        left -= height
    return 0


def _grid(overview: RosterOverview, size: float) -> _Grid:
    width = (LANDSCAPE.measure - _PART_WIDTH) / len(overview.days)
    days = (Cell(_PART_WIDTH, fill=DEEP), *(_day(day, size, width) for day in overview.days))
    return _Grid(Row(days, GRID), tuple(_part(part, size, width) for part in overview.parts))


def _day(day: RosterDay, size: float, width: float) -> Cell:
    style = Style(min(size + 1, 13), Face.BOLD, WHITE)
    spans = [Span(short_date(day.day), style)]
    if day.remark:
        spans.append(Span(f"\n{day.remark}", Style(size - 1.5, colour=WHITE)))
    return Cell(width, wrap(spans, GRID.inside(width)), fill=DEEP)


def _part(part: RosterPart, size: float, width: float) -> Row:
    spans = [Span(part.name, Style(size, Face.BOLD))]
    if part.hours:
        hours = time_range(part.hours.start, part.hours.end)
        spans.append(Span(f"\n{hours}", Style(size - 0.5)))
    name = Cell(_PART_WIDTH, wrap(spans, GRID.inside(_PART_WIDTH)), repeats=True)
    cells = (
        Cell(width, tuple(_shift(cell, part, Style(size), GRID.inside(width))), _ground(cell))
        for cell in part.cells
    )
    return Row((name, *cells), GRID)


def _ground(cell: RosterCell) -> tuple[float, float, float] | None:
    return None if cell.hours else SHADE


def _shift(cell: RosterCell, part: RosterPart, style: Style, width: float) -> Iterator[Strip]:
    small = replace(style, size=style.size - 1.5)
    if cell.changed_on:
        changed = _("changed {date}").format(date=f"{cell.changed_on:%d-%m}")
        yield from wrap([Span(f"{CHANGED} {changed}", small)], width)
    if not cell.hours:
        yield from wrap([Span(_("closed"), style.coloured(SOFT_INK))], width)
    elif cell.hours != part.hours:
        yield from wrap([Span(time_range(cell.hours.start, cell.hours.end), style)], width)
    for person in sorted(cell.people, key=lambda person: not person.is_lead):
        yield from wrap(list(_person(person, style)), width, hang=_HANG)
    if cell.missing:
        yield boxed(_gap(cell), replace(style.bold(), size=style.size - 1), width)
    if cell.remark:
        yield from wrap([Span(cell.remark, small.coloured(SOFT_INK))], width)


def _person(person: RosterName, style: Style) -> Iterator[Span]:
    yield Span(wall_name(person.name), style.bold() if person.is_lead else style)
    if person.is_stand_in:
        yield Span(" ", style)
        yield Span(_("(stand-in)"), replace(style.italic(), size=style.size - 0.5))


def wall_name(name: str) -> str:
    """Return a name in which the initial of the surname does not begin a line."""
    return _INITIAL.sub(NO_BREAK, name)


def _gap(cell: RosterCell) -> str:
    staffing = _("{present} of {needed}").format(present=len(cell.people), needed=cell.needed)
    if cell.is_structural:
        wanted = ngettext("standing place free", "{count} standing places free", cell.missing)
    else:
        more = ngettext("{count} more needed", "{count} more needed", cell.missing)
        wanted = whole(more)
    return f"{whole(f'{staffing} –')} {wanted.format(count=cell.missing)}"


def _notes(overview: RosterOverview) -> Iterator[Row]:
    if legend := tuple(_legend(overview)):
        yield _note(*legend)
    if overview.when_absent:
        yield _note(*whom_to_tell(overview.when_absent, _NOTE_STYLE))
    if overview.phones:
        numbers = " · ".join(whole(f"{each.name} {each.phone}") for each in overview.phones)
        yield _note(Span(_("Telephone: {numbers}").format(numbers=numbers), _NOTE_STYLE))


def _legend(overview: RosterOverview) -> Iterator[Span]:
    cells = (cell for part in overview.parts for cell in part.cells)
    if any(person.is_lead for cell in cells for person in cell.people):
        yield Span(_("Bold"), _NOTE_STYLE.bold())
        yield Span(f" = {_('shift lead')}   ", _NOTE_STYLE)
    if overview.published_on and overview.changes:
        changed = _("differs from what was published")
        yield Span(f"{CHANGED} = {changed}", _NOTE_STYLE)


def _note(*spans: Span) -> Row:
    return Row((Cell(LANDSCAPE.measure, wrap(spans, LANDSCAPE.measure)),), _NOTE)
