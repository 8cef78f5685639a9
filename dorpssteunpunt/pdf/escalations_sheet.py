"""The escalations, for the village supporter alone: what waits for an answer, and what was told."""

from collections.abc import Iterator

from dorpssteunpunt.base.formats import day_span, long_date, moment, short_date
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.pdf.layout import GRID, RULED, Block, Row, Section
from dorpssteunpunt.pdf.page import PORTRAIT, Furniture, print_sections
from dorpssteunpunt.pdf.portrait import (
    LABEL_WIDTH,
    MEASURE,
    Column,
    after,
    continued,
    counts,
    gap,
    labelled,
    nothing,
    paragraph,
    plain,
    section,
    signed,
    soft,
    strong,
)
from dorpssteunpunt.services.overviews.papers import (
    EscalationGroup,
    EscalationRow,
    EscalationsOverview,
)


def draw_escalations(overview: EscalationsOverview) -> bytes:
    """Return the escalations as a PDF, marked as confidential on every page."""
    furniture = Furniture(
        paper=PORTRAIT,
        title=_("Escalations"),
        subtitle=_period(overview),
        letterhead=overview.letterhead,
        printed_on=overview.printed_on,
        mark=_("confidential"),
        foot=_("confidential, only for {name}").format(name=overview.printed_for),
    )
    groups = [_group(group) for group in overview.groups if group.escalations]
    return print_sections(furniture, [Section((_summary(overview),)), *groups])


def _period(overview: EscalationsOverview) -> str:
    if overview.first and overview.last:
        return day_span(overview.first, overview.last)
    return long_date(overview.printed_on)


def _summary(overview: EscalationsOverview) -> Block:
    rows = [row for group in overview.groups for row in group.escalations]
    states = [(len(group.escalations), group.title) for group in overview.groups]
    figures = counts([*states, (sum(row.is_overdue for row in rows), _("overdue"))])
    if rows:
        return Block((figures,))
    return Block((figures, nothing(_("There are no escalations in this period."))))


def _group(group: EscalationGroup) -> Section:
    title = f"{group.title} ({len(group.escalations)})"
    return section(title, map(_escalation, group.escalations), between=12)


def _escalation(row: EscalationRow) -> Block:
    number = _("no. {number}").format(number=row.number)
    return Block(tuple(_rows(row)), again=(paragraph(soft(continued(number))),))


def _rows(row: EscalationRow) -> Iterator[Row]:
    yield _head(row)
    if row.is_sealed:
        yield labelled(_("Sealed"), [plain(_("Your key does not open this signal."))])
    else:
        yield _seen_and_thought(row)
    if answers := list(_answers(row)):
        yield gap(4)
        yield from answers


def _head(row: EscalationRow) -> Row:
    urgency, told = columns = Column(LABEL_WIDTH, RULED), Column(MEASURE - LABEL_WIDTH, RULED)
    urgency.tag(row.urgency, row.tone)
    number = _("no. {number}").format(number=row.number)
    told.say(strong(row.about or number), soft(after(number if row.about else "", row.state)))
    submitted = _("submitted by {name}, {moment}").format(
        name=row.submitted_by, moment=moment(row.submitted_at)
    )
    told.say(soft(submitted + after(row.source)))
    told.say(plain(_("Answer due by {date}").format(date=short_date(row.due_on))))
    if row.is_overdue:
        told.box(_("overdue"))
    if row.seen_at:
        seen = _("seen by {name}, {moment}").format(name=row.seen_by, moment=moment(row.seen_at))
        told.say(soft(seen))
    return Row(tuple(column.cell() for column in columns), RULED)


def _seen_and_thought(row: EscalationRow) -> Row:
    """Draw what was seen beside what somebody makes of it, so that the two are not mixed up."""
    seen, thought = columns = Column(MEASURE / 2, GRID), Column(MEASURE / 2, GRID)
    seen.say(soft(_("Seen or heard")))
    seen.say(plain(row.observed))
    thought.say(soft(_("What the volunteer thinks of it")))
    thought.say(plain(row.interpretation or "–"))
    return Row(tuple(column.cell() for column in columns), GRID)


def _answers(row: EscalationRow) -> Iterator[Row]:
    for note in row.notes:
        yield labelled(_("Confidential note"), [plain(note.text), signed(note.by, note.at)])
    if row.decision:
        because = f": {row.decision.because}" if row.decision.because else ""
        yield labelled(
            _("Decision"),
            [
                strong(row.decision.decision),
                plain(because),
                signed(row.decision.by, row.decision.at),
            ],
        )
    if row.feedback:
        yield labelled(
            _("Told to the desk"),
            [plain(row.feedback.text), signed(row.feedback.by, row.feedback.at)],
        )
    elif row.decision:
        yield labelled(_("Told to the desk"), [strong(_("not yet"))])
