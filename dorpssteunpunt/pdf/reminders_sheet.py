"""Whom to call about their shifts, with boxes to tick for what they said."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from dorpssteunpunt.base.formats import date_range, short_date, time_range
from dorpssteunpunt.base.i18n import _, ngettext
from dorpssteunpunt.pdf.layout import RULED, Block, Row, Section
from dorpssteunpunt.pdf.page import PORTRAIT, Furniture, print_sections
from dorpssteunpunt.pdf.portrait import (
    MEASURE,
    Column,
    counts,
    nothing,
    plain,
    section,
    soft,
    strong,
)
from dorpssteunpunt.pdf.text import whole
from dorpssteunpunt.services.overviews.papers import CallPerson, RemindersOverview, ShiftToConfirm

_WHO: Final = 150.0
_SAID: Final = 112.0
_FOLLOWING: Final = replace(RULED, is_ruled=False, above=0)
"""A further shift of the same person: no line above it."""


def draw_reminders(overview: RemindersOverview) -> bytes:
    """Return the list to call by as a PDF."""
    furniture = Furniture(
        paper=PORTRAIT,
        title=_("Whom to call"),
        subtitle=date_range(overview.first, overview.last),
        letterhead=overview.letterhead,
        printed_on=overview.printed_on,
        foot=_("for the desk only: not for the wall"),
    )
    return print_sections(furniture, [Section((_summary(overview),)), *_people(overview)])


def _summary(overview: RemindersOverview) -> Block:
    if not overview.people:
        return Block((nothing(_("Everybody has confirmed. There is nobody to call.")),))
    people = len(overview.people)
    shifts = sum(len(one.shifts) for one in overview.people)
    figures = counts(
        (
            (people, ngettext("person to call", "people to call", people)),
            (shifts, ngettext("shift to tell of", "shifts to tell of", shifts)),
        )
    )
    return Block((figures,))


def _people(overview: RemindersOverview) -> Iterator[Section]:
    if overview.people:
        rows = (Block(tuple(_person(one))) for one in overview.people)
        yield section(_("Shifts that are not confirmed"), rows)


def _person(one: CallPerson) -> Iterator[Row]:
    for number, shift in enumerate(one.shifts):
        look = _FOLLOWING if number else RULED
        who = Column(_WHO, look)
        if not number:
            who.say(strong(one.name))
            who.say(plain(whole(one.phone)) if one.phone else soft(_("no number on paper")))
            if one.mind:
                who.say(soft(one.mind))
        what = Column(MEASURE - _WHO - _SAID, look)
        said = Column(_SAID, look)
        _say_shift(what, shift)
        _say_boxes(said, shift)
        yield Row((who.cell(), what.cell(), said.cell()), look)


def _say_shift(what: Column, shift: ShiftToConfirm) -> None:
    hours = whole(time_range(shift.hours.start, shift.hours.end))
    lead = _("shift lead") if shift.is_lead else ""
    words = ", ".join(filter(None, (f" {shift.daypart} {hours}", lead)))
    what.say(strong(whole(short_date(shift.day))), plain(words))
    if shift.lost_because:
        what.say(plain(_("No longer: {reason}").format(reason=shift.lost_because)))
    if shift.said:
        what.say(soft(shift.said))


def _say_boxes(said: Column, shift: ShiftToConfirm) -> None:
    said.say(plain(_("☐ knows it") if shift.lost_because else _("☐ comes   ☐ cannot come")))
    said.say(plain(_("☐ voicemail")))
