"""The lines of the week template in words: when, in which rhythm, and what they ask for."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, time

from dorpssteunpunt.base.formats import time_range, weekday_date, weekday_name
from dorpssteunpunt.base.i18n import _, ngettext
from dorpssteunpunt.domain.revision import PlacesAtStake, SpanTooLong
from dorpssteunpunt.domain.rhythm import OfMonth, Rhythm
from dorpssteunpunt.domain.template import OpeningSlot
from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.services.roster import NewShift, RevisedShift
from dorpssteunpunt.services.words.spoken import in_words

_FEW = 3
"""From so many days in a row on they are said as a span."""


def weekday_words(weekdays: Sequence[int]) -> str:
    """Return ISO weekdays as people say them: "maandag en woensdag t/m zaterdag"."""
    *others, last = [part for run in _runs(weekdays) for part in _run_words(run)]
    if not others:
        return last
    return _("{names} and {last}").format(names=", ".join(others), last=last)


def _runs(weekdays: Iterable[int]) -> list[list[int]]:
    """Return weekdays in runs that follow each other."""
    runs: list[list[int]] = []
    for weekday in weekdays:
        if runs and weekday == runs[-1][-1] + 1:
            runs[-1].append(weekday)
        else:
            runs.append([weekday])
    return runs


def _run_words(run: Sequence[int]) -> list[str]:
    names = [weekday_name(date.fromisocalendar(2024, 1, weekday)) for weekday in run]
    if len(names) < _FEW:
        return names
    return [_("{first} to {last}").format(first=names[0], last=names[-1])]


def weeks_word(weeks: int) -> str:
    """Return how often something comes back: "elke week", "om de week", "elke 3 weken"."""
    if weeks == 1:
        return _("every week")
    return _("every other week") if weeks == 2 else _("every {n} weeks").format(n=weeks)


def of_month_word(of_month: OfMonth) -> str:
    """Return which of the same weekdays of a month: "de eerste van de maand"."""
    return {
        OfMonth.FIRST: _("the first of the month"),
        OfMonth.SECOND: _("the second of the month"),
        OfMonth.THIRD: _("the third of the month"),
        OfMonth.FOURTH: _("the fourth of the month"),
        OfMonth.LAST: _("the last of the month"),
    }[of_month]


def rhythm_words(rhythm: Rhythm) -> str:
    """Return in which weeks a line counts, with one that can be looked up; every week is empty."""
    if rhythm.of_month:
        return of_month_word(rhythm.of_month)
    if rhythm.every_weeks == 1 or not rhythm.counted_from:
        return ""
    week = Week.of(rhythm.counted_from)
    return _("{weeks} (so in week {number} of {year})").format(
        weeks=weeks_word(rhythm.every_weeks), number=week.number, year=week.year
    )


def added_words(new: NewShift) -> str:
    """Return which shift would appear, and who holds a place on it or why it would be closed."""
    words = _shift_words(new.on, new.daypart, new.start, new.end)
    if new.closed_because:
        return _("{shift}, closed: {reason}").format(shift=words, reason=new.closed_because)
    if not new.standing:
        return words
    return _("{shift}, with {names}").format(shift=words, names=", ".join(new.standing))


def touched_words(one: RevisedShift) -> str:
    """Return which shift would change or vanish, how, and whether it hangs on the wall."""
    cell = one.cell
    parts = [_shift_words(cell.on, cell.daypart, cell.start, cell.end)]
    if one.becomes and (one.becomes.start, one.becomes.end) != (cell.start, cell.end):
        hours = time_range(one.becomes.start, one.becomes.end)
        parts.append(_("becomes {hours}").format(hours=hours))
    if one.becomes and one.becomes.needed != cell.needed:
        people = ngettext("{n} person", "{n} people", one.becomes.needed)
        parts.append(_("becomes {hours}").format(hours=people.format(n=one.becomes.needed)))
    if one.is_published:
        parts.append(_("published"))
    return " · ".join(parts)


def people_words(one: RevisedShift) -> str:
    """Return who stays on a shift that would change, empty when nobody does."""
    losing = {each.assignment_id for each in one.losing}
    names = [each.full_name for each in one.cell.people if each.assignment_id not in losing]
    return _("with {names}").format(names=", ".join(names)) if names else ""


def losing_words(one: RevisedShift) -> str:
    """Return who would come off a shift, empty when nobody does."""
    if not one.losing:
        return ""
    names = ", ".join(each.full_name for each in one.losing)
    comes_off = ngettext("{names} comes off this shift", "{names} come off it", len(one.losing))
    return comes_off.format(names=names)


def _shift_words(on: date, daypart: str, start: time, end: time) -> str:
    return f"{weekday_date(on)}, {daypart.lower()} {time_range(start, end)}"


@in_words.register
def _places_at_stake(refusal: PlacesAtStake) -> str:
    return _("Look who comes off a shift, and tick that you saw it.")


@in_words.register
def _span_too_long(refusal: SpanTooLong) -> str:
    return _("Shifts are made for a year at most.")


def priority_word(priority: int) -> str:
    """Return how much it matters that a shift is full, without a capital."""
    return {1: _("as usual"), 2: _("important"), 3: _("very important")}[priority]


def line_words(line: OpeningSlot, skills: Mapping[int, str]) -> str:
    """Return the hours of a line and all that it asks for."""
    return " · ".join(_facts(line, skills))


def _facts(line: OpeningSlot, skills: Mapping[int, str]) -> Iterator[str]:
    if rhythm := rhythm_words(line.rhythm):
        yield rhythm
    yield time_range(line.start, line.end)
    people = ngettext("{n} person", "{n} people", line.needed).format(n=line.needed)
    most = line.demand.most
    if most is None or most == line.needed:
        yield people
    else:
        yield _("{people}, at most {most}").format(people=people, most=most)
    if line.demand.experienced:
        yield _("somebody experienced")
    yield from (name for skill, name in skills.items() if skill in line.demand.skills)
    if line.demand.priority > 1:
        yield priority_word(line.demand.priority)
