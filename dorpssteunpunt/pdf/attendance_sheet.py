"""Who did which shifts and how many hours, by the roster, and who reported absent."""

from datetime import timedelta
from typing import Final

from dorpssteunpunt.base.formats import date_range, hours_long, short_date, time_range
from dorpssteunpunt.base.i18n import _, ngettext
from dorpssteunpunt.pdf.layout import RULED, Block, Row, Section
from dorpssteunpunt.pdf.page import PORTRAIT, Furniture, print_sections
from dorpssteunpunt.pdf.portrait import (
    MEASURE,
    Column,
    counts,
    nothing,
    paragraph,
    plain,
    section,
    soft,
    strong,
)
from dorpssteunpunt.pdf.text import whole
from dorpssteunpunt.services.overviews.papers import (
    AttendanceOverview,
    DoneShift,
    VolunteerAttendance,
)

_NAME: Final = 140.0
_DONE: Final = 215.0


def draw_attendance(overview: AttendanceOverview) -> bytes:
    """Return shifts, hours and absences as a PDF, by volunteer."""
    furniture = Furniture(
        paper=PORTRAIT,
        title=_("Shifts and hours"),
        subtitle=date_range(overview.first, overview.last),
        letterhead=overview.letterhead,
        printed_on=overview.printed_on,
        foot=_("personal data: keep it where only the coordinator comes"),
    )
    return print_sections(furniture, [Section((_summary(overview),)), *_volunteers(overview)])


def _summary(overview: AttendanceOverview) -> Block:
    honest = paragraph(
        plain(
            _(
                "These are the hours of the roster, of shifts that are over. The program does "
                "not keep yet whether somebody was really there."
            )
        )
    )
    shifts = sum(len(one.done) for one in overview.volunteers)
    missed = sum(len(one.missed) for one in overview.volunteers)
    if not (shifts or missed):
        return Block((nothing(_("Nobody had a shift in these days.")), honest))
    people = sum(bool(one.done) for one in overview.volunteers)
    total = sum((one.total for one in overview.volunteers), timedelta())
    figures = counts(
        (
            (people, ngettext("volunteer", "volunteers", people)),
            (shifts, ngettext("turn", "turns", shifts)),
            (round(total / timedelta(hours=1)), _("hours")),
            (missed, ngettext("report of absence", "reports of absence", missed)),
        )
    )
    return Block((figures, honest))


def _volunteers(overview: AttendanceOverview) -> list[Section]:
    if not overview.volunteers:
        return []
    rows = (Block((_volunteer(one),)) for one in overview.volunteers)
    return [section(_("By volunteer"), rows, below=(_column_names(),))]


def _columns() -> tuple[Column, Column, Column]:
    rest = MEASURE - _NAME - _DONE
    return Column(_NAME, RULED), Column(_DONE, RULED), Column(rest, RULED)


def _column_names() -> Row:
    columns = _columns()
    names = _("Volunteer"), _("Shifts"), _("Reported absent")
    for column, name in zip(columns, names, strict=True):
        column.say(soft(name))
    return Row(tuple(column.cell() for column in columns), RULED)


def _volunteer(one: VolunteerAttendance) -> Row:
    name, done, missed = columns = _columns()
    name.say(strong(one.name))
    count = len(one.done)
    turns = ngettext("{count} shift", "{count} shifts", count).format(count=count)
    name.say(plain(f"{turns}, {whole(hours_long(one.total))}"))
    for shift in one.done:
        done.say(plain(_done(shift)))
    for absence in one.missed:
        missed.say(plain(f"{whole(short_date(absence.day))} {absence.daypart}"))
        missed.say(soft(absence.reason))
    return Row(tuple(column.cell() for column in columns), RULED)


def _done(shift: DoneShift) -> str:
    hours = time_range(shift.hours.start, shift.hours.end)
    line = f"{whole(short_date(shift.day))} {shift.daypart} {whole(hours)}"
    clock = shift.hours
    usual = timedelta(hours=clock.end.hour, minutes=clock.end.minute) - timedelta(
        hours=clock.start.hour, minutes=clock.start.minute
    )
    if shift.length != usual:
        line += f" ({whole(hours_long(shift.length))})"
    stand_in = _("(stand-in)")
    return f"{line} {stand_in}" if shift.is_stand_in else line
