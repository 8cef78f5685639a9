"""The form on which volunteers tick by pen when they can come."""

from collections.abc import Iterator, Sequence
from typing import Final

from dorpssteunpunt.base.formats import month_title, short_date, time_range, weekday_name
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.pdf.fonts import Face
from dorpssteunpunt.pdf.layout import Block, Cell, Look, Row, Section, paginate
from dorpssteunpunt.pdf.page import (
    BODY,
    LANDSCAPE,
    PORTRAIT,
    Furniture,
    Paper,
    bind_together,
    room_on,
)
from dorpssteunpunt.pdf.pen import DEEP, SHADE, SOFT_INK
from dorpssteunpunt.pdf.text import Space, Span, Strip, Style, wrap
from dorpssteunpunt.services.overviews.papers import (
    AskedDay,
    AskedPart,
    AvailabilityForm,
    AvailabilityForms,
)

_EMPTY, _TICKED = "☐", "☒"
_LEFT: Final = 92.0
_DATE: Final = 70.0
_CELLS: Final = Look(across=6, above=4, below=4, is_framed=True)
_BOXES: Final = Look(across=4, above=1, below=1, is_framed=True)
_TEXT: Final = Look(above=2, below=4)
_WRITE: Final = Look(above=12)
_HEADING: Final = Style(11, Face.BOLD, DEEP)
_ANSWER: Final = Style(11, leading=1.5)
_DAY: Final = Style(10.5, Face.BOLD, leading=1.2)
_HOURS: Final = Style(9.5, colour=SOFT_INK, leading=1.25)
_SMALL: Final = Style(8.5)
_BOX: Final = Style(12, leading=1.2)
_DOTS: Final = "…"
# In portrait there is room for three day parts with their answers beside each other.
_UPRIGHT: Final = 3


def draw_availability(overview: AvailabilityForms) -> bytes:
    """Return the forms as a PDF, each on pages of its own."""
    is_upright = overview.month is not None and len(overview.dayparts) <= _UPRIGHT
    paper = PORTRAIT if is_upright else LANDSCAPE
    furniture = _furniture(overview, paper)
    room = room_on(furniture)
    return bind_together(
        [(furniture, paginate(_sections(overview, form, paper), room)) for form in overview.forms]
    )


def _furniture(overview: AvailabilityForms, paper: Paper) -> Furniture:
    every_week = _("in an ordinary week")
    return Furniture(
        paper=paper,
        title=_("When can you come?"),
        subtitle=month_title(overview.month) if overview.month else every_week,
        letterhead=overview.letterhead,
        printed_on=overview.printed_on,
        foot=_("hand this form in at the support point"),
    )


def _sections(
    overview: AvailabilityForms, form: AvailabilityForm, paper: Paper
) -> Sequence[Section]:
    table = _by_date if overview.month else _by_weekday
    head, rows = table(overview, form, paper)
    return (
        Section((Block(tuple(_explanation(form, paper))),)),
        Section(
            tuple(Block((row,)) for row in rows), heading=head, again=(_name(form, paper), *head)
        ),
        Section((Block(tuple(_to_write(form, paper))),)),
    )


def _name(form: AvailabilityForm, paper: Paper) -> Row:
    name = form.name or _DOTS * 26
    spans = [Span(_("Name: {name}").format(name=name), _HEADING)]
    if form.week:
        spans.append(Span(" · " + _("week {number}").format(number=form.week), _HEADING))
    return _line(paper, *spans)


def _explanation(form: AvailabilityForm, paper: Paper) -> Iterator[Row]:
    yield _name(form, paper)
    words = _("Tick one box for each part of the day.")
    if form.name:
        words += " " + _("What is ticked already is what we know now: cross out what is wrong.")
    yield _line(paper, Span(words, BODY))


def _to_write(form: AvailabilityForm, paper: Paper) -> Iterator[Row]:
    agreed = _("agreed now: {count}").format(count=form.per_week)
    known = f" ({agreed})" if form.per_week is not None else ""
    most = _("How many shifts a week at most?")
    else_ = _("What else should we know?")
    yield _line(paper, Span(f"{most}{known}  {_DOTS * 8}", BODY), look=_WRITE)
    yield _line(paper, Span(f"{else_}  {_DOTS * 30}", BODY), look=_WRITE)


def _line(paper: Paper, *spans: Span, look: Look = _TEXT) -> Row:
    return Row((Cell(paper.measure, wrap(spans, paper.measure)),), look)


_Table = tuple[tuple[Row, ...], Sequence[Row]]
"""The rows of the head, and those under it."""


# --- a week: days across, day parts down, a box for each answer under each other ---------------


def _by_weekday(overview: AvailabilityForms, form: AvailabilityForm, paper: Paper) -> _Table:
    width = (paper.measure - _LEFT) / len(form.days)
    days = (_head(weekday_name(asked.day), width, _HEADING) for asked in form.days)
    rows = []
    for number, name in enumerate(overview.dayparts):
        title = wrap([Span(name, _HEADING)], _CELLS.inside(_LEFT))
        cells = (_pattern(asked.parts[number], overview, width) for asked in form.days)
        rows.append(Row((Cell(_LEFT, title, repeats=True), *cells), _CELLS))
    return (Row((_head("", _LEFT, _HEADING), *days), _CELLS),), rows


def _pattern(part: AskedPart | None, overview: AvailabilityForms, width: float) -> Cell:
    inside = _CELLS.inside(width)
    if part is None:
        return Cell(width, wrap([Span(_("closed"), _HOURS)], inside), SHADE)
    hours = time_range(part.hours.start, part.hours.end)
    strips: list[Strip] = [*wrap([Span(hours, _HOURS)], inside), Space(2)]
    for number, words in enumerate(overview.answers):
        strips += wrap([Span(f"{_box(part, number)} {words}", _ANSWER)], inside)
    return Cell(width, tuple(strips))


# --- a month: a line for each day, with a column for each answer -------------------------------


def _by_date(overview: AvailabilityForms, form: AvailabilityForm, paper: Paper) -> _Table:
    wide = (paper.measure - _DATE) / len(overview.dayparts)
    narrow = wide / len(overview.answers)
    names = (_head(name, wide, _HEADING) for name in overview.dayparts)
    answers = [_head(words, narrow, _SMALL) for words in overview.answers]
    heads = (
        Row((_head("", _DATE, _HEADING), *names), _CELLS),
        Row((_head("", _DATE, _SMALL), *(answers * len(overview.dayparts))), _BOXES),
    )
    return heads, [_date(asked, len(answers), wide) for asked in form.days]


def _date(asked: AskedDay, answers: int, wide: float) -> Row:
    title = wrap([Span(short_date(asked.day), _DAY)], _BOXES.inside(_DATE))
    cells = [Cell(_DATE, (Space(1), *title), repeats=True)]
    for part in asked.parts:
        if part is None:
            cells.append(Cell(wide, (Space(2), *_closed(wide)), SHADE))
        else:
            cells += [_dated(part, number, wide / answers) for number in range(answers)]
    return Row(tuple(cells), _BOXES)


def _dated(part: AskedPart, answer: int, width: float) -> Cell:
    return Cell(width, wrap([Span(_box(part, answer), _BOX)], _BOXES.inside(width)))


def _closed(width: float) -> Sequence[Strip]:
    return wrap([Span(_("closed"), _HOURS)], _BOXES.inside(width))


def _head(text: str, width: float, style: Style) -> Cell:
    return Cell(width, wrap([Span(text, style)], _BOXES.inside(width)), SHADE)


def _box(part: AskedPart, answer: int) -> str:
    return _TICKED if answer == part.answer else _EMPTY
