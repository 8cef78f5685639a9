"""One day at the desk: who is there, how to reach them, and the requests of the day."""

from collections.abc import Iterable, Iterator
from typing import Final

from dorpssteunpunt.base.formats import long_date, time_range
from dorpssteunpunt.base.i18n import _, ngettext
from dorpssteunpunt.pdf.layout import RULED, Block, Row, Section
from dorpssteunpunt.pdf.page import PORTRAIT, Furniture, print_sections
from dorpssteunpunt.pdf.portrait import MEASURE, Column, nothing, plain, section, soft, strong
from dorpssteunpunt.pdf.requests_sheet import requests_section
from dorpssteunpunt.pdf.text import DOT, Span, whole
from dorpssteunpunt.services.overviews.papers import (
    DaySheet,
    DutyPerson,
    DutyShift,
    RequestGroup,
)

_WHEN: Final = 114.0
_WHO: Final = 257.0


def draw_day(overview: DaySheet) -> bytes:
    """Return the sheet of a day as a PDF."""
    furniture = Furniture(
        paper=PORTRAIT,
        title=_("Day sheet"),
        subtitle=DOT.join(filter(None, (long_date(overview.day), overview.remark))),
        letterhead=overview.letterhead,
        printed_on=overview.printed_on,
        foot=_("for the desk only, with personal data: destroy it after this day"),
    )
    return print_sections(furniture, [_duty(overview), *_requests(overview)])


def _duty(overview: DaySheet) -> Section:
    shifts = [Block((_shift(shift),)) for shift in overview.shifts]
    empty = [Block((nothing(_("The desk is closed, or has no shifts yet.")),))]
    return section(_("At the desk"), shifts or empty)


def _shift(shift: DutyShift) -> Row:
    when, who, remark = columns = _columns()
    when.say(strong(shift.daypart))
    when.say(plain(time_range(shift.hours.start, shift.hours.end)))
    if shift.closed_because:
        who.say(strong(_("closed")), plain(f": {shift.closed_because}"))
    for person in shift.people:
        who.say(*_person(person))
    if shift.missing:
        present = _("{present} of {needed}").format(present=shift.present, needed=shift.needed)
        more = ngettext("{count} more needed", "{count} more needed", shift.missing)
        remark.box(whole(f"{present} – {more.format(count=shift.missing)}"))
    if shift.lacks:
        remark.box(shift.lacks)
    if shift.lacks_lead:
        remark.box(_("no shift lead"))
    for absent in shift.absent:
        remark.say(plain(_("{name} does not come").format(name=absent.name)))
        if absent.reason:
            remark.say(soft(absent.reason))
    return Row(tuple(column.cell() for column in columns), RULED)


def _columns() -> tuple[Column, Column, Column]:
    rest = MEASURE - _WHEN - _WHO
    return Column(_WHEN, RULED), Column(_WHO, RULED), Column(rest, RULED)


def _person(person: DutyPerson) -> Iterable[Span]:
    roles = [_("shift lead")] if person.is_lead else []
    roles += [_("stand-in")] if person.is_stand_in else []
    roles += [time_range(person.hours.start, person.hours.end)] if person.hours else []
    yield strong(person.name) if person.is_lead else plain(person.name)
    if roles:
        yield soft(f" ({', '.join(roles)})")
    if person.phone:
        yield plain(f" {whole(person.phone)}")


def _requests(overview: DaySheet) -> Iterator[Section]:
    title = _("Requests of the day")
    if overview.requests:
        yield requests_section(RequestGroup(title, overview.requests), overview.day)
    else:
        yield section(title, [Block((nothing(_("No requests for this day.")),))])
    if overview.overdue:
        group = RequestGroup(_("Still to do from earlier days"), overview.overdue)
        yield requests_section(group, overview.day)
