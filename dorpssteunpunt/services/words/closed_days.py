"""Closed days in words, and what a change of them means for coming shifts."""

from collections.abc import Sequence
from itertools import groupby

from dorpssteunpunt.base.formats import at_the_start, weekday_date
from dorpssteunpunt.base.i18n import _, ngettext
from dorpssteunpunt.services.roster import ShiftsTouched, TouchedShift
from dorpssteunpunt.services.words.spoken import in_words


def touched_words(touched: Sequence[TouchedShift]) -> str:
    """Return how many coming shifts close and open, and that people come off them."""
    words = []
    opening = sum(one.switch.opens for one in touched)
    if closing := len(touched) - opening:
        shifts = ngettext("{count} coming shift closes.", "{count} coming shifts close.", closing)
        words.append(shifts.format(count=closing))
    if opening:
        shifts = ngettext(
            "{count} coming shift opens again, with nobody on it.",
            "{count} coming shifts open again, with nobody on them.",
            opening,
        )
        words.append(shifts.format(count=opening))
    if any(one.people for one in touched):
        words.append(_("Who is on one comes off it; tell them yourself."))
    return " ".join(words)


def touched_days(touched: Sequence[TouchedShift]) -> list[tuple[str, str]]:
    """Return the days of the shifts, each with its shifts and who comes off them."""
    return [
        (at_the_start(weekday_date(day)), " · ".join(map(_touched_shift, of_day)))
        for day, of_day in groupby(touched, lambda one: one.switch.shift.on)
    ]


def _touched_shift(one: TouchedShift) -> str:
    if not one.people:
        return one.daypart.lower()
    return f"{one.daypart.lower()}: {', '.join(one.people)}"


@in_words.register
def _shifts_touched(refusal: ShiftsTouched) -> str:
    return _("Coming shifts change with this. Look at them first.")
