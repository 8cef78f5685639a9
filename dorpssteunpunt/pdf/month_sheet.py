"""The roster of a month for the wall: weeks under each other, as large as the month allows."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from dorpssteunpunt.base.formats import month_title, short_date, time_range
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.pdf.absence import whom_to_tell
from dorpssteunpunt.pdf.fonts import Face
from dorpssteunpunt.pdf.layout import Block, Cell, Look, Row, Section, height_of, paginate
from dorpssteunpunt.pdf.page import LANDSCAPE, Furniture, bind, room_on
from dorpssteunpunt.pdf.pen import DEEP, SHADE, SOFT_INK
from dorpssteunpunt.pdf.roster_sheet import CHANGED, wall_name
from dorpssteunpunt.pdf.text import DOT, Span, Strip, Style, boxed, whole, wrap
from dorpssteunpunt.services.overviews.papers import (
    Hours,
    MonthOverview,
    MonthPart,
    MonthWeek,
    RosterCell,
    RosterDay,
    RosterName,
)

_SIZES: Final = (11.0, 10.0, 9.0, 8.0)
_PAGED_SIZE: Final = 9.0
_PART_WIDTH: Final = 68.0
_CELLS: Final = Look(across=4, above=2.5, below=2.5, is_framed=True)
_MOST_AIR: Final = 14.0
_NOTE_STYLE: Final = Style(10.5)
_NOTE: Final = Look(above=5)


def draw_month(overview: MonthOverview) -> bytes:
    """Return the roster of a month as a PDF, on one page if a readable size allows it."""
    furniture = _furniture(overview)
    room = room_on(furniture)
    notes = tuple(_notes(overview))
    left = room - height_of(notes)
    if rows := next(_fitting(overview, left), None):
        return bind(furniture, [[*_airy(rows, left), *notes]])
    blocks = tuple(Block(_week(week, _PAGED_SIZE)) for week in overview.weeks)
    return bind(furniture, paginate([Section(blocks, hole=1), Section((Block(notes),))], room))


def _fitting(overview: MonthOverview, room: float) -> Iterator[list[Row]]:
    """Give the month in each size in which it fits, largest first; the smallest is tried first."""
    smallest = _rows(overview, _SIZES[-1])
    if height_of(smallest) > room:
        return
    for size in _SIZES[:-1]:
        rows = _rows(overview, size)
        if height_of(rows) <= room and not any(row.is_torn for row in rows):
            yield rows
    yield smallest


def _rows(overview: MonthOverview, size: float) -> list[Row]:
    return [row for week in overview.weeks for row in _week(week, size)]


def _furniture(overview: MonthOverview) -> Furniture:
    concepts = [str(week.number) for week in overview.weeks if week.is_concept]
    all_of_it = len(concepts) == len(overview.weeks)
    some = _("concept: week {numbers}").format(numbers=", ".join(concepts))
    return Furniture(
        paper=LANDSCAPE,
        title=_("Roster {month}").format(month=month_title(overview.month)),
        subtitle=_("week {first} to {last}").format(
            first=overview.weeks[0].number, last=overview.weeks[-1].number
        ),
        letterhead=overview.letterhead,
        printed_on=overview.printed_on,
        mark=_("concept – may still change") if all_of_it else "",
        foot=some if concepts and not all_of_it else "",
    )


def _airy(rows: Sequence[Row], room: float) -> list[Row]:
    """Return the rows a little higher, as far as the page has room."""
    air = min(_MOST_AIR, (room - height_of(rows)) / len(rows))
    return [replace(row, least=row.height + air) for row in rows]


def _week(week: MonthWeek, size: float) -> tuple[Row, ...]:
    width = (LANDSCAPE.measure - _PART_WIDTH) / len(week.days)
    number = _("week {number}").format(number=week.number)
    title = wrap([Span(number, Style(size, Face.BOLD, DEEP))], _CELLS.inside(_PART_WIDTH))
    days = (_day(day, size, width) for day in week.days)
    head = Row((Cell(_PART_WIDTH, title, SHADE), *days), _CELLS)
    return (head, *(_part(part, size, width) for part in week.parts))


def _day(day: RosterDay | None, size: float, width: float) -> Cell:
    if day is None:
        return Cell(width, fill=SHADE)
    spans = [Span(short_date(day.day), Style(size, Face.BOLD, DEEP))]
    for remark in filter(None, (day.remark, day.school)):
        spans.append(Span(f"\n{remark}", Style(size - 1, colour=DEEP)))
    return Cell(width, wrap(spans, _CELLS.inside(width)), SHADE)


def _part(part: MonthPart, size: float, width: float) -> Row:
    name = wrap([Span(part.name, Style(size, Face.BOLD))], _CELLS.inside(_PART_WIDTH))
    cells = (
        Cell(
            width,
            tuple(_shift(cell, part.hours, Style(size), _CELLS.inside(width))) if cell else (),
            None if cell and cell.hours else SHADE,
        )
        for cell in part.cells
    )
    return Row((Cell(_PART_WIDTH, name, repeats=True), *cells), _CELLS)


def _shift(cell: RosterCell, usual: Hours | None, style: Style, width: float) -> Iterator[Strip]:
    if cell.hours and cell.hours != usual:
        yield from wrap([Span(time_range(cell.hours.start, cell.hours.end), style)], width)
    spans = [Span(f"{CHANGED} ", style)] if cell.changed_on else []
    for number, person in enumerate(sorted(cell.people, key=lambda one: not one.is_lead)):
        spans += [Span(", ", style)] if number else []
        spans.append(Span(wall_name(person.name), _style_of(person, style)))
    if cell.people or spans:
        yield from wrap(spans, width)
    if cell.remark:
        yield from wrap([Span(cell.remark, style.coloured(SOFT_INK))], width)
    if cell.is_short:
        yield boxed(_staffing(cell), replace(style.bold(), size=style.size - 0.5), width)


def _style_of(person: RosterName, style: Style) -> Style:
    if person.is_lead:
        return style.bold()
    return style.italic() if person.is_stand_in else style


def _staffing(cell: RosterCell) -> str:
    staffing = _("{present} of {needed}").format(present=cell.present, needed=cell.needed)
    return f"{staffing} – {cell.lacks}" if cell.lacks else staffing


def _notes(overview: MonthOverview) -> Iterator[Row]:
    cells = [cell for week in overview.weeks for part in week.parts for cell in part.cells if cell]
    legend = [*_hours(overview), *_signs(cells)]
    if legend:
        yield _note(Span(DOT.join(map(whole, legend)), _NOTE_STYLE.coloured(SOFT_INK)))
    if overview.when_absent:
        yield _note(*whom_to_tell(overview.when_absent, _NOTE_STYLE))


def _hours(overview: MonthOverview) -> Iterator[str]:
    """Give the usual hours of each day part, of the first week that has them."""
    usual: dict[str, Hours] = {}
    for week in overview.weeks:
        for part in week.parts:
            if part.hours:
                usual.setdefault(part.name, part.hours)
    for name, hours in usual.items():
        yield f"{name} {time_range(hours.start, hours.end)}"


def _signs(cells: Sequence[RosterCell]) -> Iterator[str]:
    people = [person for cell in cells for person in cell.people]
    if any(person.is_lead for person in people):
        yield _("bold = shift lead")
    if any(person.is_stand_in and not person.is_lead for person in people):
        yield _("italic = stand-in")
    if any(cell.changed_on for cell in cells):
        differs = _("differs from what was published")
        yield f"{CHANGED} = {differs}"
    if any(cell.missing for cell in cells):
        yield _("{staffing} = {missing} more needed").format(
            staffing=_("{present} of {needed}").format(present=1, needed=2), missing=1
        )


def _note(*spans: Span) -> Row:
    return Row((Cell(LANDSCAPE.measure, wrap(spans, LANDSCAPE.measure)),), _NOTE)
