"""The weekly roster for the wall: days across, day parts down, as large as the week allows."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dorpssteunpunt.base.formats import day_span, numeric_date, short_date, time_range
from dorpssteunpunt.base.i18n import _, ngettext
from dorpssteunpunt.pdf.absence import whom_to_tell
from dorpssteunpunt.pdf.fonts import Face
from dorpssteunpunt.pdf.layout import GRID, Block, Cell, Look, Row, Section, height_of, paginate
from dorpssteunpunt.pdf.page import LANDSCAPE, LARGE_LANDSCAPE, Furniture, Paper, bind, room_on
from dorpssteunpunt.pdf.pen import DEEP, SHADE, SOFT_INK, WHITE
from dorpssteunpunt.pdf.text import DOT, NO_BREAK, Space, Span, Strip, Style, boxed, whole, wrap
from dorpssteunpunt.services.overviews.papers import (
    RosterCell,
    RosterLook,
    RosterName,
    RosterOverview,
    RosterPart,
    RosterWeeks,
    SheetSize,
)

CHANGED: Final = "▲"

_HANG: Final = 8.0
_BETWEEN: Final = 12.0
_LEAST_NOTE: Final = 11.5
# The space before the initial of a surname at the end of a name.
_INITIAL: Final = re.compile(r" (?=\w\.$)")
_NOTE: Final = Look(above=6)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A paper with the sizes of text to try, largest first, and those for several pages."""

    paper: Paper
    sizes: tuple[float, ...]
    paged_sizes: tuple[float, ...]
    part_width: float
    roomy_row: float
    note: float


_SHEETS: Final = {
    RosterLook(SheetSize.A4): _Sheet(LANDSCAPE, (13, 12, 11, 10, 9), (11, 10, 9), 94, 138, 11.5),
    RosterLook(SheetSize.A4, is_large=True): _Sheet(
        LANDSCAPE, (20, 18, 16), (18, 16, 14), 132, 160, 16
    ),
    RosterLook(SheetSize.A3): _Sheet(
        LARGE_LANDSCAPE, (18, 17, 16, 15, 14, 13, 12), (14, 13, 12), 130, 190, 15
    ),
    RosterLook(SheetSize.A3, is_large=True): _Sheet(
        LARGE_LANDSCAPE, (26, 24, 22, 20, 18, 16), (20, 18, 16), 176, 220, 20
    ),
}


def draw_roster(overview: RosterOverview) -> bytes:
    """Return the weekly roster as a PDF, on one page if a readable size allows it."""
    sheet = _SHEETS[overview.look]
    return _drawn((overview,), sheet, _furniture(overview, sheet))


def draw_weeks(overview: RosterWeeks) -> bytes:
    """Return several weeks under each other as a PDF, on one page if a readable size allows it."""
    sheet = _SHEETS[overview.weeks[0].look]
    return _drawn(overview.weeks, sheet, _furniture_of_weeks(overview, sheet))


def _drawn(weeks: Sequence[RosterOverview], sheet: _Sheet, furniture: Furniture) -> bytes:
    room = room_on(furniture)
    for size in sheet.sizes:
        notes = tuple(_notes(weeks, sheet, size))
        left = room - height_of(notes) - _BETWEEN * (len(weeks) - 1)
        grids = _grids(weeks, sheet, size)
        if not any(grid.is_torn for grid in grids) and sum(grid.height for grid in grids) <= left:
            return bind(furniture, _pages(_filling(grids, sheet, left), notes, room))
    # In no size do they fit on one page: take the fewest pages, then the largest text.
    choices = []
    for size in sheet.paged_sizes:
        grids = _grids(weeks, sheet, size)
        is_torn = any(grid.is_torn for grid in grids)
        choices.append((is_torn, _pages(grids, tuple(_notes(weeks, sheet, size)), room)))
    return bind(furniture, min(choices, key=lambda choice: (choice[0], len(choice[1])))[1])


def _pages(grids: Sequence["_Grid"], notes: Iterable[Row], room: float) -> list[list[Row]]:
    sections = []
    for number, grid in enumerate(grids):
        parts = tuple(Block((row,)) for row in grid.rows)
        above = (Row((Cell(0, (Space(_BETWEEN),)),)),) if number else ()
        sections.append(Section(parts, heading=(*above, grid.days), again=(grid.days,), hole=1))
    sections.append(Section(tuple(Block((note,)) for note in notes)))
    return paginate(sections, room)


def _furniture(overview: RosterOverview, sheet: _Sheet) -> Furniture:
    first, last = overview.days[0].day, overview.days[-1].day
    return Furniture(
        paper=sheet.paper,
        title=_("Roster week {number}").format(number=_number(overview)),
        subtitle=day_span(first, last),
        letterhead=overview.letterhead,
        printed_on=overview.printed_on,
        mark="" if overview.published_on else _("concept – may still change"),
        foot=_publication(overview),
    )


def _furniture_of_weeks(overview: RosterWeeks, sheet: _Sheet) -> Furniture:
    first, last = overview.weeks[0], overview.weeks[-1]
    is_concept = not any(week.published_on for week in overview.weeks)
    title = _("Roster week {first} to {last}")
    return Furniture(
        paper=sheet.paper,
        title=title.format(first=_number(first), last=_number(last)),
        subtitle=day_span(first.days[0].day, last.days[-1].day),
        letterhead=overview.letterhead,
        printed_on=overview.printed_on,
        mark=_("concept – may still change") if is_concept else "",
        foot="; ".join(_publication_of(week) for week in overview.weeks),
    )


def _number(overview: RosterOverview) -> int:
    return overview.days[0].day.isocalendar().week


def _publication_of(overview: RosterOverview) -> str:
    week = _("week {number}").format(number=_number(overview))
    return f"{week} {_publication(overview)}"


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

    def at_least(self, height: float) -> "_Grid":
        """Return the grid with rows that are at least so high: space to write in."""
        return replace(self, rows=tuple(replace(row, least=height) for row in self.rows))


def _filling(grids: Sequence[_Grid], sheet: _Sheet, room: float) -> list[_Grid]:
    """Return the grids with higher rows where the page has room."""
    for_rows = room - sum(grid.days.height for grid in grids)
    level = _level([row.height for grid in grids for row in grid.rows], for_rows)
    return [grid.at_least(min(level, sheet.roomy_row)) for grid in grids]


def _level(heights: list[float], room: float) -> float:
    """Return the height all rows can have at least, when they fill the room together."""
    left = room
    for number, height in enumerate(sorted(heights, reverse=True)):
        level = left / (len(heights) - number)
        if height <= level:
            return level
        left -= height
    return 0


def _grids(weeks: Sequence[RosterOverview], sheet: _Sheet, size: float) -> list[_Grid]:
    return [_grid(week, sheet, size, is_named=len(weeks) > 1) for week in weeks]


def _grid(overview: RosterOverview, sheet: _Sheet, size: float, *, is_named: bool) -> _Grid:
    width = (sheet.paper.measure - sheet.part_width) / len(overview.days)
    largest = sheet.sizes[0]
    number = _("week {number}").format(number=_number(overview)) if is_named else ""
    corner = _head(number, (), min(size + 1, largest), sheet.part_width)
    days = (
        _head(short_date(day.day), (day.remark, day.school), min(size + 1, largest), width)
        for day in overview.days
    )
    rows = (_part(part, sheet, size, width) for part in overview.parts)
    return _Grid(Row((corner, *days), GRID), tuple(rows))


def _head(title: str, remarks: Iterable[str], size: float, width: float) -> Cell:
    spans = [Span(title, Style(size, Face.BOLD, WHITE))] if title else []
    for remark in filter(None, remarks):
        spans.append(Span(f"\n{remark}", Style(size - 2.5, colour=WHITE)))
    return Cell(width, wrap(spans, GRID.inside(width)) if spans else (), fill=DEEP)


def _part(part: RosterPart, sheet: _Sheet, size: float, width: float) -> Row:
    spans = [Span(part.name, Style(size, Face.BOLD))]
    if part.hours:
        hours = time_range(part.hours.start, part.hours.end)
        spans.append(Span(f"\n{hours}", Style(size - 0.5)))
    inside = GRID.inside(sheet.part_width)
    name = Cell(sheet.part_width, wrap(spans, inside), repeats=True)
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
    if cell.is_short:
        yield boxed(_gap(cell), replace(style.bold(), size=style.size - 1), width)
    if cell.remark:
        yield from wrap([Span(cell.remark, small.coloured(SOFT_INK))], width)


def _person(person: RosterName, style: Style) -> Iterator[Span]:
    yield Span(wall_name(person.name), style.bold() if person.is_lead else style)
    if person.is_stand_in:
        yield Span(" ", style)
        yield Span(_("(stand-in)"), replace(style.italic(), size=style.size - 0.5))
    if person.hours:
        hours = time_range(person.hours.start, person.hours.end)
        yield Span(f" {whole(hours)}", replace(style, size=style.size - 0.5))


def wall_name(name: str) -> str:
    """Return a name in which the initial of the surname does not begin a line."""
    return _INITIAL.sub(NO_BREAK, name)


def _gap(cell: RosterCell) -> str:
    staffing = _("{present} of {needed}").format(present=cell.present, needed=cell.needed)
    hours = [whole(time_range(one.start, one.end)) for one in cell.short_hours]
    whom = ", ".join(filter(None, (_open_places(cell), cell.lacks)))
    return " ".join((whole(f"{staffing} –"), *hours, whom))


def _open_places(cell: RosterCell) -> str:
    if cell.is_structural:
        free = ngettext("standing place free", "{count} standing places free", cell.missing)
        return free.format(count=cell.missing)
    if not cell.missing:
        return ""
    more = ngettext("{count} more needed", "{count} more needed", cell.missing)
    return whole(more.format(count=cell.missing))


def _notes(weeks: Sequence[RosterOverview], sheet: _Sheet, size: float) -> Iterator[Row]:
    """Give what stands under the weeks, no larger than the names, and never small."""
    first, style = weeks[0], Style(min(sheet.note, max(size, _LEAST_NOTE)))
    if legend := tuple(_legend(weeks, style)):
        yield _note(sheet, *legend)
    if first.when_absent:
        yield _note(sheet, *whom_to_tell(first.when_absent, style))
    phones = dict.fromkeys(phone for week in weeks for phone in week.phones)
    if phones:
        numbers = DOT.join(whole(f"{each.name} {each.phone}") for each in phones)
        yield _note(sheet, Span(_("Telephone: {numbers}").format(numbers=numbers), style))


def _legend(weeks: Sequence[RosterOverview], style: Style) -> Iterator[Span]:
    cells = (cell for week in weeks for part in week.parts for cell in part.cells)
    if any(person.is_lead for cell in cells for person in cell.people):
        yield Span(_("Bold"), style.bold())
        lead = _("shift lead")
        yield Span(f" = {lead}   ", style)
    if any(week.published_on and week.changes for week in weeks):
        changed = _("differs from what was published")
        yield Span(f"{CHANGED} = {changed}", style)


def _note(sheet: _Sheet, *spans: Span) -> Row:
    width = sheet.paper.measure
    return Row((Cell(width, wrap(spans, width)),), _NOTE)
