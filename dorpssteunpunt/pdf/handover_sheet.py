"""The handover log of a period: what is still to be done, and what each shift told the next."""

from collections.abc import Iterator
from datetime import date, datetime
from itertools import pairwise
from typing import Final

from dorpssteunpunt.base.clock import ZONE
from dorpssteunpunt.base.formats import clock_time, day_span, long_date, moment, short_date
from dorpssteunpunt.base.i18n import _, ngettext
from dorpssteunpunt.pdf.layout import RULED, Block, Look, Row, Section
from dorpssteunpunt.pdf.page import BODY, PORTRAIT, Furniture, print_sections
from dorpssteunpunt.pdf.pen import DEEP
from dorpssteunpunt.pdf.portrait import (
    LABEL_WIDTH,
    MEASURE,
    Column,
    after,
    continued,
    counts,
    labelled,
    nothing,
    paragraph,
    plain,
    section,
    soft,
    strong,
)
from dorpssteunpunt.pdf.text import Span
from dorpssteunpunt.services.overviews.papers import (
    ActionLine,
    Correction,
    EntryText,
    HandoverDay,
    HandoverEntry,
    HandoverOverview,
    Reading,
    Tone,
)

_Told = HandoverEntry | Correction

OPEN: Final = "☐"
DONE: Final = "☑"

_SIGN: Final = 24.0
_WHAT: Final = 279.0
_WHO: Final = 110.0
_CORRECTED: Final = Look(across=10, above=3, below=2, side=DEEP)


def draw_handover(overview: HandoverOverview) -> bytes:
    """Return the handover log as a PDF: open actions first, then day by day."""
    furniture = Furniture(
        paper=PORTRAIT,
        title=_("Handover"),
        subtitle=day_span(overview.first, overview.last),
        letterhead=overview.letterhead,
        printed_on=overview.printed_on,
        foot=_("personal data: keep it out of sight of visitors"),
    )
    sections = [Section((_summary(overview),))]
    if overview.open_actions:
        sections.append(_open_actions(overview))
    sections += [_day(day) for day in overview.days if day.entries]
    return print_sections(furniture, sections)


def _summary(overview: HandoverOverview) -> Block:
    entries = [entry for day in overview.days for entry in day.entries]
    urgent = sum(_latest(entry).tone is Tone.URGENT for entry in entries)
    unconfirmed = sum(not entry.is_acknowledged for entry in entries)
    figures = counts(
        (
            (len(entries), ngettext("entry", "entries", len(entries))),
            (urgent, _("urgent")),
            (unconfirmed, _("not acknowledged by anyone")),
            (
                len(overview.open_actions),
                ngettext("open action", "open actions", len(overview.open_actions)),
            ),
        )
    )
    if entries:
        return Block((figures,))
    return Block((figures, nothing(_("Nothing was written in this period."))))


def _latest(entry: HandoverEntry) -> EntryText:
    """Return what the entry says now, with its corrections."""
    return entry.corrections[-1].text if entry.corrections else entry.text


def _open_actions(overview: HandoverOverview) -> Section:
    rows = (_open_action(action, overview.printed_on) for action in overview.open_actions)
    return section(_("Still to do"), (Block((row,)) for row in rows))


def _open_action(action: ActionLine, today: date) -> Row:
    widths = (_SIGN, _WHAT, _WHO, MEASURE - _SIGN - _WHAT - _WHO)
    sign, what, who, when = columns = [Column(width, RULED) for width in widths]
    sign.say(plain(OPEN))
    number = _("entry {number}").format(number=action.entry) if action.entry else ""
    what.say(plain(action.what), soft(after(number)))
    who.say(plain(action.who) if action.who else soft(_("nobody yet")))
    if action.due:
        when.say(plain(_("no later than {date}").format(date=short_date(action.due))))
        if action.due < today:
            when.box(_("overdue"))
    return Row(tuple(column.cell() for column in columns), RULED)


def _day(day: HandoverDay) -> Section:
    return section(
        long_date(day.day), (_entry(entry, day.day) for entry in day.entries), between=10
    )


def _entry(entry: HandoverEntry, day: date) -> Block:
    number = _("entry {number}").format(number=entry.number)
    return Block(tuple(_rows(entry, day)), again=(paragraph(soft(continued(number))),))


def _rows(entry: HandoverEntry, day: date) -> Iterator[Row]:
    yield _entry_head(entry, day)
    yield from _text(entry)
    told: tuple[_Told, ...] = (entry, *entry.corrections)
    for before, correction in pairwise(told):
        yield from _correction(correction, before)
    yield from _readings(entry.readings)


def _entry_head(entry: HandoverEntry, day: date) -> Row:
    level, told = columns = Column(LABEL_WIDTH, RULED), Column(MEASURE - LABEL_WIDTH, RULED)
    level.tag(entry.text.level, entry.text.tone)
    number = _("entry {number}").format(number=entry.number)
    told.say(strong(_time(entry.happened_at, day)), plain(after(entry.about)), soft(after(number)))
    told.say(soft(_written(entry.written_by, entry.written_at, entry.happened_at)))
    if entry.corrections:
        told.say(strong(_("Corrected later, see below.")))
    return Row(tuple(column.cell() for column in columns), RULED)


def _time(at: datetime, day: date) -> str:
    local = at.astimezone(ZONE)
    return clock_time(local.time()) if local.date() == day else moment(at)


def _written(by: str, at: datetime, happened_at: datetime) -> str:
    if moment(at) == moment(happened_at):
        return _("written by {name}").format(name=by)
    return _("written by {name}, {moment}").format(name=by, moment=moment(at))


def _text(entry: HandoverEntry) -> Iterator[Row]:
    *told, contingency = _parts(entry.text)
    for label, words in told:
        if words:
            yield labelled(label, [plain(words)])
    for action in entry.actions:
        yield labelled(_("Action"), _action(action))
    if entry.text.contingency:
        label, words = contingency
        yield labelled(label, [plain(words)])


def _parts(text: EntryText) -> tuple[tuple[str, str], ...]:
    return (
        (_("Situation"), text.situation),
        (_("Background"), text.background),
        (_("Assessment"), text.assessment),
        (_("If – then"), text.contingency),
    )


def _action(action: ActionLine) -> list[Span]:
    spans = [plain(f"{DONE if action.done_on else OPEN} {action.what}"), plain(after(action.who))]
    if action.done_on:
        done = _("done {date}").format(date=short_date(action.done_on))
        spans.append(soft(after(done, action.done_by)))
    elif action.due:
        due = _("no later than {date}").format(date=short_date(action.due))
        spans.append(plain(after(due)))
    return spans


def _correction(correction: _Told, before: _Told) -> Iterator[Row]:
    """Draw what a correction changes; the original stands above it, untouched."""
    title = _("Correction by {name}, {moment}").format(
        name=correction.written_by, moment=moment(correction.written_at)
    )
    yield paragraph(strong(title), look=_CORRECTED)
    if correction.happened_at != before.happened_at:
        yield labelled(_("Happened"), [plain(moment(correction.happened_at))], _CORRECTED)
    if correction.text.level != before.text.level:
        yield labelled(_("Level"), [plain(correction.text.level)], _CORRECTED)
    parts = zip(_parts(correction.text), _parts(before.text), strict=True)
    for (label, now), (_same, was) in parts:
        if now != was:
            spans = [plain(now)] if now else [Span(_("no longer holds"), BODY.italic())]
            yield labelled(label, spans, _CORRECTED)


def _readings(readings: tuple[Reading, ...]) -> Iterator[Row]:
    for reading in readings:
        if reading.acknowledged_at:
            words = f": “{reading.words}”" if reading.words else ""
            told = [strong(reading.by), soft(f", {moment(reading.acknowledged_at)}"), plain(words)]
            yield labelled(_("Acknowledged"), told)
        else:
            yield labelled(_("Read"), [plain(reading.by), soft(f", {moment(reading.read_at)}")])
    if not any(reading.acknowledged_at for reading in readings):
        yield labelled("", [strong(_("Nobody has acknowledged this yet."))])
