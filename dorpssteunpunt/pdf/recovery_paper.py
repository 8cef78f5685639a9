"""The paper with a recovery code: what it opens, what it does not, and where it belongs."""

from collections.abc import Iterator
from typing import Final

from dorpssteunpunt.base.formats import long_date
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.pdf.fonts import Face
from dorpssteunpunt.pdf.layout import GRID, Block, Look, Row, Section
from dorpssteunpunt.pdf.page import PORTRAIT, Furniture, print_sections
from dorpssteunpunt.pdf.portrait import MEASURE, Column, paragraph, plain, section, soft, strong
from dorpssteunpunt.pdf.text import Span, Style
from dorpssteunpunt.services.overviews.papers import RecoveryHolder, RecoveryPaper

_CODE: Final = Style(28, Face.BOLD, leading=1.25)
_READING: Final = Style(11.5)
_ITEM: Final = Look(above=3, below=1)
_LINE: Final = Look(above=16, below=2)
# How many groups of the code stand side by side, most first.
_ABREAST: Final = (3, 2, 1)


def draw_recovery(paper: RecoveryPaper) -> bytes:
    """Return the paper with a recovery code as a PDF, to keep in an envelope."""
    furniture = Furniture(
        paper=PORTRAIT,
        title=_("Recovery code"),
        subtitle=_subtitle(paper),
        letterhead=paper.letterhead,
        printed_on=paper.printed_on,
        mark=_("secret"),
        foot=_("keep this paper away from the computer and its backups"),
    )
    made = _("Made on {date}. Type the groups in this order; capitals do not matter.").format(
        date=long_date(paper.printed_on)
    )
    sections = [
        Section((Block(_code(paper.code)),)),
        Section((Block((paragraph(soft(made)),)),)),
        *(_told(title, lines) for title, lines in _explained(paper)),
        Section((Block(_kept_by()),)),
    ]
    return print_sections(furniture, sections)


def _subtitle(paper: RecoveryPaper) -> str:
    if paper.holder is RecoveryHolder.SUPPORTER:
        return _("of {name}, village supporter").format(name=paper.person)
    return _("of {name}").format(name=paper.letterhead.name)


def _code(groups: tuple[str, ...]) -> tuple[Row, ...]:
    for abreast in _ABREAST:
        rows = tuple(_code_rows(groups, abreast))
        if not any(row.is_torn for row in rows):
            break
    return rows


def _code_rows(groups: tuple[str, ...], abreast: int) -> Iterator[Row]:
    for start in range(0, len(groups), abreast):
        columns = []
        for number, group in enumerate(groups[start : start + abreast], start=start + 1):
            column = Column(MEASURE / abreast, GRID)
            column.say(soft(str(number)))
            column.say(Span(group, _CODE))
            columns.append(column)
        yield Row(tuple(column.cell() for column in columns), GRID)


def _explained(paper: RecoveryPaper) -> tuple[tuple[str, tuple[str, ...]], ...]:
    if paper.holder is RecoveryHolder.SUPPORTER:
        opens, closed = _what_the_supporter_opens()
    else:
        opens, closed = _what_the_support_point_opens()
    return (
        (_("What this code opens"), opens),
        (_("What this code does not open"), closed),
        (_("How to keep it"), _how_to_keep()),
    )


def _what_the_support_point_opens() -> tuple[tuple[str, ...], tuple[str, ...]]:
    return (
        (
            _("Everything of the support point, when every passphrase is lost."),
            _("A backup on a new computer: the backup and this code are all you need."),
        ),
        (
            _("Signals and confidential notes. Only the village supporter opens those."),
            _("If this code and every passphrase are lost, nobody can open the data again."),
        ),
    )


def _what_the_supporter_opens() -> tuple[tuple[str, ...], tuple[str, ...]]:
    return (
        (
            _("The signals and confidential notes that are sealed for you."),
            _("You need it when your passphrase and your PIN no longer work."),
        ),
        (
            _("The support point itself. That has a recovery code of its own."),
            _("If this code and your passphrase are lost, nobody can open those notes again."),
        ),
    )


def _how_to_keep() -> tuple[str, ...]:
    return (
        _("Put this paper in a closed envelope, in a safe or with someone you trust."),
        _("Never keep it with the computer or with a USB stick that holds a backup."),
        _("Do not copy it, take no photo of it and do not send it by e-mail."),
        _("Is it lost, or has somebody else seen it? Then tell the coordinator."),
    )


def _told(title: str, lines: tuple[str, ...]) -> Section:
    rows = tuple(paragraph(Span(f"•  {line}", _READING), look=_ITEM, hang=11) for line in lines)
    return section(title, (Block(rows),))


def _kept_by() -> tuple[Row, ...]:
    return tuple(
        paragraph(strong(name), plain(" …………………………………………………………"), look=_LINE)
        for name in (_("Kept by:"), _("Where:"))
    )
