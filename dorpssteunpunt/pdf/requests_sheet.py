"""The open help requests, for the folder at the desk: what to do next when the computer is off."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from dorpssteunpunt.base.formats import numeric_date, short_date, time_range
from dorpssteunpunt.base.i18n import _, ngettext
from dorpssteunpunt.pdf.layout import RULED, Block, Row, Section
from dorpssteunpunt.pdf.page import BODY, PORTRAIT, Furniture, print_sections
from dorpssteunpunt.pdf.portrait import (
    MEASURE,
    Column,
    after,
    counts,
    nothing,
    paragraph,
    plain,
    section,
    soft,
    strong,
)
from dorpssteunpunt.pdf.text import Span, whole
from dorpssteunpunt.services.overviews.papers import (
    RequestGroup,
    RequestRow,
    RequestsOverview,
    Tone,
)

_WHEN: Final = 114.0
_HELP: Final = 257.0


def draw_requests(overview: RequestsOverview) -> bytes:
    """Return the open requests as a PDF, group by group."""
    furniture = Furniture(
        paper=PORTRAIT,
        title=_("Open help requests"),
        subtitle=_("as they were on {date}").format(date=numeric_date(overview.printed_on)),
        letterhead=overview.letterhead,
        printed_on=overview.printed_on,
        foot=_("personal data: destroy this list when there is a newer one"),
    )
    groups = [
        requests_section(group, overview.printed_on) for group in overview.groups if group.requests
    ]
    return print_sections(furniture, [Section((_summary(overview),)), *groups])


def _summary(overview: RequestsOverview) -> Block:
    today = overview.printed_on
    rows = [row for group in overview.groups for row in group.requests]
    urgent = sum(row.tone is Tone.URGENT for row in rows)
    unmatched = sum(not row.volunteer for row in rows)
    due = sum(row.follow_up_on is not None and row.follow_up_on <= today for row in rows)
    figures = counts(
        (
            (len(rows), ngettext("open request", "open requests", len(rows))),
            (urgent, _("urgent")),
            (unmatched, _("without a volunteer")),
            (due, _("to follow up now")),
        )
    )
    if not rows:
        return Block((figures, nothing(_("There are no open help requests."))))
    sizes = (whole(f"{group.title}: {len(group.requests)}") for group in overview.groups)
    return Block((figures, paragraph(plain(" · ".join(sizes)))))


def requests_section(group: RequestGroup, today: date) -> Section:
    """Return a group of requests under its title, as they stand on a day."""
    title = f"{group.title} ({len(group.requests)})"
    rows = (_request(row, today) for row in group.requests)
    return section(title, (Block((row,)) for row in rows), below=(_column_names(),))


def _columns() -> tuple[Column, Column, Column]:
    return (
        Column(_WHEN, RULED),
        Column(_HELP, RULED),
        Column(MEASURE - _WHEN - _HELP, RULED),
    )


def _row(columns: Iterable[Column]) -> Row:
    return Row(tuple(column.cell() for column in columns), RULED)


def _column_names() -> Row:
    columns = _columns()
    names = _("When"), _("Who and what"), _("Volunteer and follow-up")
    for column, name in zip(columns, names, strict=True):
        column.say(soft(name))
    return _row(columns)


def _request(row: RequestRow, today: date) -> Row:
    when, help_, volunteer = columns = _columns()
    _say_when(when, row, today)
    _say_help(help_, row)
    _say_volunteer(volunteer, row, today)
    return _row(columns)


def _say_when(column: Column, row: RequestRow, today: date) -> None:
    if row.urgency:
        column.tag(row.urgency, row.tone)
    if row.needed_on:
        column.say(strong(short_date(row.needed_on)))
    if row.needed_before:
        before = _("no later than {date}").format(date=short_date(row.needed_before))
        column.say(strong(before))
    if row.hours:
        column.say(plain(time_range(row.hours.start, row.hours.end)))
    if row.when_note:
        column.say(plain(row.when_note))
    last = row.needed_before or row.needed_on
    if last and last < today:
        column.box(_("the date is past"))
    if not (last or row.when_note):
        column.say(soft(_("no date")))


def _say_help(column: Column, row: RequestRow) -> None:
    number = whole(_("no. {number}").format(number=row.number))
    column.say(strong(row.kind), soft(after(number, whole(row.state))))
    column.say(plain(row.what))
    if row.place:
        column.say(plain(_("Where: {place}").format(place=row.place)))
    column.skip(3)
    column.say(strong(row.requester))
    reached = " · ".join(filter(None, (row.street, whole(row.phone))))
    if reached or row.contact:
        contact = after(row.contact) if reached else row.contact
        column.say(plain(reached), Span(contact, BODY.italic()))


def _say_volunteer(column: Column, row: RequestRow, today: date) -> None:
    if row.volunteer:
        column.say(strong(row.volunteer), plain(f" {whole(row.volunteer_phone)}"))
    else:
        column.box(_("volunteer wanted"))
    column.say(soft(_waiting(row, today)))
    if row.waits_until:
        waits = _("Waits until {date}").format(date=short_date(row.waits_until))
        column.say(plain(waits))
    if row.follow_up_on:
        _say_follow_up(column, row.follow_up_on, row.follow_up, today)


def _waiting(row: RequestRow, today: date) -> str:
    days = (today - row.waiting_since).days
    since = _("since {date}").format(date=short_date(row.waiting_since))
    long = ngettext("{count} day", "{count} days", days).format(count=days)
    return f"{since}, {long}" if days else since


def _say_follow_up(column: Column, due: date, words: str, today: date) -> None:
    follow_up = _("Follow up: {date}").format(date=short_date(due))
    column.say(strong(follow_up) if due <= today else plain(follow_up))
    if due < today:
        column.box(_("overdue"))
    if words:
        column.say(plain(words))
