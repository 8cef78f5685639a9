"""The gaps in the roster with whom to ask, and room to write what they said."""

from collections.abc import Iterator
from typing import Final

from dorpssteunpunt.base.formats import date_range, time_range, weekday_date
from dorpssteunpunt.base.i18n import _, ngettext
from dorpssteunpunt.pdf.layout import RULED, Block, Look, Row, Section
from dorpssteunpunt.pdf.page import PORTRAIT, Furniture, print_sections
from dorpssteunpunt.pdf.portrait import (
    MEASURE,
    Column,
    counts,
    gap,
    nothing,
    paragraph,
    plain,
    section,
    soft,
    strong,
)
from dorpssteunpunt.pdf.text import Span, whole
from dorpssteunpunt.services.overviews.papers import AskPerson, Gap, GapsOverview

_WHO: Final = 150.0
_ANSWER: Final = 100.0


def draw_gaps(overview: GapsOverview) -> bytes:
    """Return the gaps as a PDF, each with whom to ask."""
    furniture = Furniture(
        paper=PORTRAIT,
        title=_("Gaps in the roster"),
        subtitle=date_range(overview.first, overview.last),
        letterhead=overview.letterhead,
        printed_on=overview.printed_on,
        foot=_("for the desk only: not for the wall"),
    )
    gaps = [_gap(one) for one in overview.gaps]
    return print_sections(furniture, [Section((_summary(overview),)), *gaps])


def _summary(overview: GapsOverview) -> Block:
    people = sum(one.missing for one in overview.gaps)
    if not overview.gaps:
        return Block((nothing(_("Every shift is full. There is nobody to ask.")),))
    shifts = len(overview.gaps)
    figures = counts(
        (
            (shifts, ngettext("shift with a gap", "shifts with a gap", shifts)),
            (people, ngettext("person needed", "people needed", people)),
        )
    )
    return Block((figures,))


def _gap(one: Gap) -> Section:
    title = _("{day}, {daypart}").format(day=weekday_date(one.day), daypart=one.daypart)
    rows = [_ask(person) for person in one.ask]
    blocks = [Block((_staffing(one), *_asked(one))), *(Block((row,)) for row in rows)]
    if not rows:
        blocks.append(Block((paragraph(plain(_("Nobody can come then."))),)))
    if one.others:
        more = ngettext(
            "{count} more volunteer is possible: see the roster.",
            "{count} more volunteers are possible: see the roster.",
            one.others,
        )
        blocks.append(Block((paragraph(soft(more.format(count=one.others))), gap(2))))
    return section(title, blocks)


def _staffing(one: Gap) -> Row:
    parts = [
        time_range(one.hours.start, one.hours.end),
        _("{present} of {needed}").format(present=len(one.present), needed=one.needed),
    ]
    if one.is_structural:
        free = ngettext("standing place free", "{count} standing places free", one.missing)
        parts.append(free.format(count=one.missing))
    if one.lacks:
        parts.append(one.lacks)
    if one.present:
        parts.append(_("with {names}").format(names=", ".join(one.present)))
    if one.absent:
        parts.append(_("absent: {names}").format(names=", ".join(one.absent)))
    return paragraph(strong(parts[0]), plain(f" · {' · '.join(parts[1:])}"), look=Look(below=4))


def _asked(one: Gap) -> Iterator[Row]:
    """Give who said something already and is not among those to ask."""
    if one.asked:
        names = [
            _("{name} ({said})").format(name=person.name, said=person.said) for person in one.asked
        ]
        yield paragraph(
            strong(_("Asked already:")), plain(f" {', '.join(names)}"), look=Look(below=4)
        )


def _ask(person: AskPerson) -> Row:
    who = Column(_WHO, RULED)
    why = Column(MEASURE - _WHO - _ANSWER, RULED)
    said = Column(_ANSWER, RULED)
    who.say(strong(person.name))
    who.say(plain(whole(person.phone)) if person.phone else soft(_("no number on paper")))
    for words in _reasons(person):
        why.say(*words)
    if person.said:
        said.say(strong(person.said))
    said.say(plain(_("☐ yes   ☐ no")))
    said.say(plain(_("☐ calls back")))
    return Row((who.cell(), why.cell(), said.cell()), RULED)


def _reasons(person: AskPerson) -> Iterator[tuple[Span, ...]]:
    yield (strong(person.fit),)
    if person.reasons_for:
        yield (plain(_("For: {reasons}").format(reasons=", ".join(person.reasons_for))),)
    if person.reasons_against:
        yield (plain(_("Against: {reasons}").format(reasons=", ".join(person.reasons_against))),)
