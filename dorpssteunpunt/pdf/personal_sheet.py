"""The own shifts of a volunteer, large enough for the door of the fridge."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Final

from dorpssteunpunt.base.formats import date_range, hours_long, short_date, time_range
from dorpssteunpunt.base.i18n import _, ngettext
from dorpssteunpunt.pdf.absence import whom_to_tell
from dorpssteunpunt.pdf.layout import RULED, Block, Look, Row, Section, paginate
from dorpssteunpunt.pdf.page import PORTRAIT, SUBTITLE, Furniture, bind_together, room_on
from dorpssteunpunt.pdf.portrait import MEASURE, Column, nothing, paragraph, plain, soft, strong
from dorpssteunpunt.pdf.roster_sheet import CHANGED
from dorpssteunpunt.pdf.text import Span, whole
from dorpssteunpunt.services.overviews.papers import (
    OwnShift,
    PersonalOverview,
    PersonalRoster,
)

_WHEN: Final = 150.0
_WHAT: Final = 150.0
_NOTE: Final = Look(above=12)


def draw_personal(overview: PersonalOverview) -> bytes:
    """Return the shifts of each volunteer as a PDF, each on pages of their own."""
    sheets = []
    for roster in overview.rosters:
        furniture = _furniture(overview, roster)
        sheets.append((furniture, paginate(_sections(overview, roster), room_on(furniture))))
    if not sheets:
        furniture = _furniture(overview, PersonalRoster("", ()))
        nobody = Section((Block((nothing(_("There are no volunteers in these days.")),)),))
        sheets.append((furniture, paginate([nobody], room_on(furniture))))
    return bind_together(sheets)


def _furniture(overview: PersonalOverview, roster: PersonalRoster) -> Furniture:
    own = _("Roster of {name}").format(name=roster.name) if roster.name else _("Personal roster")
    return Furniture(
        paper=PORTRAIT,
        title=own,
        subtitle=date_range(overview.first, overview.last),
        letterhead=overview.letterhead,
        printed_on=overview.printed_on,
    )


def _sections(overview: PersonalOverview, roster: PersonalRoster) -> Sequence[Section]:
    if not roster.shifts:
        shifts = [Block((nothing(_("You have no shifts in these days.")),))]
    else:
        shifts = [Block((_shift(shift),)) for shift in roster.shifts]
    names = (_column_names(),) if roster.shifts else ()
    return (
        Section((Block((_summary(roster),)),)),
        Section(tuple(shifts), heading=names, again=names),
        Section(tuple(_lost(roster))),
        Section((Block(tuple(_notes(overview, roster))),)),
    )


def _summary(roster: PersonalRoster) -> Row:
    count = len(roster.shifts)
    shifts = ngettext("{count} shift", "{count} shifts", count).format(count=count)
    length = sum((shift.length for shift in roster.shifts), timedelta())
    words = f"{shifts}, {hours_long(length)}" if count else ""
    return paragraph(Span(words, SUBTITLE), look=Look(below=8))


def _columns() -> tuple[Column, Column, Column]:
    rest = MEASURE - _WHEN - _WHAT
    return Column(_WHEN, RULED), Column(_WHAT, RULED), Column(rest, RULED)


def _column_names() -> Row:
    columns = _columns()
    for column, name in zip(columns, (_("When"), _("Shift"), _("Together with")), strict=True):
        column.say(soft(name))
    return Row(tuple(column.cell() for column in columns), RULED)


def _shift(shift: OwnShift) -> Row:
    when, what, others = columns = _columns()
    when.say(Span(short_date(shift.day), SUBTITLE.bold()))
    hours = whole(time_range(shift.hours.start, shift.hours.end))
    what.say(Span(shift.daypart, SUBTITLE), plain(f"  {hours}"))
    for remark in _remarks(shift):
        when.say(plain(remark))
    if shift.is_lead:
        what.say(strong(_("you are the shift lead")))
    if shift.is_stand_in:
        what.say(plain(_("as stand-in")))
    names = ", ".join(whole(one.name) for one in shift.together_with)
    others.say(Span(names or _("nobody yet"), SUBTITLE))
    return Row(tuple(column.cell() for column in columns), RULED)


def _lost(roster: PersonalRoster) -> Iterator[Block]:
    """Yield which shifts ahead this volunteer was taken off, and why."""
    if not roster.lost:
        return
    rows = [paragraph(Span(_("You no longer have these shifts:"), SUBTITLE.bold()), look=_NOTE)]
    for one in roster.lost:
        hours = whole(time_range(one.hours.start, one.hours.end))
        when = f"{whole(short_date(one.day))} {one.daypart} {hours}: "
        rows.append(paragraph(Span(when, SUBTITLE), Span(one.reason, SUBTITLE)))
    yield Block(tuple(rows))


def _remarks(shift: OwnShift) -> Iterator[str]:
    if shift.changed_on:
        changed = _("changed {date}").format(date=f"{shift.changed_on:%d-%m}")
        yield f"{CHANGED} {changed}"
    if shift.is_concept:
        yield _("not certain yet")


def _notes(overview: PersonalOverview, roster: PersonalRoster) -> Iterator[Row]:
    if overview.when_absent:
        yield paragraph(*whom_to_tell(overview.when_absent, SUBTITLE), look=_NOTE)
        if not overview.when_absent.phone and overview.letterhead.phone:
            phone = whole(overview.letterhead.phone)
            words = _("The support point is at {phone}.").format(phone=phone)
            yield paragraph(Span(words, SUBTITLE))
    if any(shift.is_concept for shift in roster.shifts):
        words = _("Not certain yet: that week is a concept and may still change.")
        yield paragraph(soft(words))
