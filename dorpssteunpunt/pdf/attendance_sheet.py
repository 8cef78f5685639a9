"""Who was there and how many hours, who was not, and of which shifts it is not noted."""

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
    everybody = overview.volunteers
    if not everybody:
        return Block((nothing(_("Nobody had a shift in these days.")),))
    people = sum(bool(one.noted) for one in everybody)
    turns = sum(len(one.noted) for one in everybody)
    total = sum((one.total for one in everybody), timedelta())
    excused = sum(shift.is_excused for one in everybody for shift in one.missed)
    stayed_away = sum(not shift.is_excused for one in everybody for shift in one.missed)
    figures = counts(
        (
            (people, ngettext("volunteer", "volunteers", people)),
            (turns, ngettext("turn", "turns", turns)),
            (round(total / timedelta(hours=1)), _("hours")),
            (excused, ngettext("report of absence", "reports of absence", excused)),
            (stayed_away, _("did not come")),
        )
    )
    rows = [figures, paragraph(plain(_("Hours count as far as it is noted who was there.")))]
    if open_turns := sum(len(one.done) - len(one.noted) for one in everybody):
        length = sum((one.not_noted for one in everybody), timedelta())
        rows.append(paragraph(strong(_not_noted(open_turns, length))))
    return Block(tuple(rows))


def _not_noted(count: int, length: timedelta) -> str:
    """Return how much is not noted yet, and so does not count."""
    words = ngettext(
        "Not noted yet: {count} turn, {hours}.", "Not noted yet: {count} turns, {hours}.", count
    )
    return words.format(count=count, hours=whole(hours_long(length)))


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
    names = _("Volunteer"), _("Shifts"), _("Was not there")
    for column, name in zip(columns, names, strict=True):
        column.say(soft(name))
    return Row(tuple(column.cell() for column in columns), RULED)


def _volunteer(one: VolunteerAttendance) -> Row:
    name, done, missed = columns = _columns()
    name.say(strong(one.name))
    count = len(one.noted)
    turns = ngettext("{count} shift", "{count} shifts", count).format(count=count)
    name.say(plain(f"{turns}, {whole(hours_long(one.total))}"))
    if open_turns := len(one.done) - count:
        name.say(soft(_not_noted(open_turns, one.not_noted)))
    for shift in one.done:
        done.say(plain(_done(shift)))
        if shift.there is None:
            done.say(soft(_("not noted yet")))
        elif shift.said:
            done.say(soft(shift.said))
    for absence in one.missed:
        missed.say(plain(f"{whole(short_date(absence.day))} {absence.daypart}"))
        how = _("reported absent") if absence.is_excused else _("did not come")
        missed.say(soft(": ".join(filter(None, (how, absence.reason)))))
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
