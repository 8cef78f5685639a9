"""The form on which volunteers fill in by pen when they can come."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from functools import partial
from string import ascii_uppercase

from dorpssteunpunt.domain.accounts import Right
from dorpssteunpunt.domain.availability import AvailabilityLevel
from dorpssteunpunt.domain.dayparts import Daypart
from dorpssteunpunt.domain.months import Month
from dorpssteunpunt.domain.people import Person, Volunteer
from dorpssteunpunt.domain.roster import WeekTemplateEmpty
from dorpssteunpunt.domain.template import OpeningSlot, dayparts_on
from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.overviews.letterhead import letterhead
from dorpssteunpunt.services.overviews.papers import (
    AskedDay,
    AskedPart,
    AvailabilityForm,
    AvailabilityForms,
    Hours,
)
from dorpssteunpunt.services.ports import UnitOfWork
from dorpssteunpunt.services.roster.volunteers import chosen_volunteers
from dorpssteunpunt.services.words.people import level_word

_ANSWERS = tuple(AvailabilityLevel)


def availability_forms(
    desk: Desk, month: Month | None = None, volunteer: str = "", *, blank: bool = False
) -> AvailabilityForms:
    """Return a form for a month, or for the pattern of the week, with what is known filled in.

    There is one for the named volunteer, or one for each who is active; a single one without a
    name when it is to be blank or nobody is. Raises `NotAllowed`, `VolunteerUnknown`,
    `SeveralVolunteers`, or `WeekTemplateEmpty` when the desk is never open.
    """
    days = month.days if month else Week.of(desk.clock.today()).days
    with desk.reading(Right.CONTACT_DATA) as uow:
        opening = _opening(uow, days if month else ())
        meant = [] if blank else chosen_volunteers(uow, volunteer, days[0], days[-1])
        support_point = uow.support_point.support_point()
    asked = [day for day in days if opening.on(day)]
    if not asked:
        raise WeekTemplateEmpty
    known = [form for pair in meant for form in _forms(*pair, asked, opening, by_date=bool(month))]
    return AvailabilityForms(
        letterhead=letterhead(support_point),
        printed_on=desk.clock.today(),
        dayparts=tuple(part.name for part in opening.dayparts),
        answers=tuple(level_word(answer) for answer in _ANSWERS),
        forms=tuple(known or [AvailabilityForm(days=_days(asked, opening, _nothing))]),
        month=month.first if month else None,
    )


@dataclass(frozen=True, slots=True)
class _Opening:
    """When the desk is open: by the template of the week, and by shifts that were made.

    `of_any_week` counts what is open on a weekday in some weeks only as open on it always.
    """

    dayparts: Sequence[Daypart]
    template: Sequence[OpeningSlot]
    of_any_week: bool
    dated: Mapping[tuple[date, int], tuple[time, time] | None]

    def on(self, day: date) -> Mapping[int, tuple[time, time]]:
        """Return the hours by day part on a day."""
        usual = {line.daypart_id: (line.start, line.end) for line in self._lines(day)}
        found = {}
        for part in self.dayparts:
            # None is closed this once
            if hours := self.dated.get((day, part.id), usual.get(part.id)):
                found[part.id] = hours
        return found

    def _lines(self, day: date) -> Sequence[OpeningSlot]:
        if not self.of_any_week:
            return dayparts_on(day, self.template)
        return [line for line in self.template if line.weekday == day.isoweekday()]


def _opening(uow: UnitOfWork, days: Sequence[date]) -> _Opening:
    template = uow.support_point.week_template()
    shifts = uow.roster.shifts(days[0], days[-1]) if days else ()
    dated: dict[tuple[date, int], tuple[time, time] | None] = {}
    for one in shifts:
        known = dated.setdefault((one.on, one.daypart_id), None)
        if not one.is_closed:  # where there are several desks, one of them being open is enough
            start, end = known or (one.start, one.end)
            dated[one.on, one.daypart_id] = min(start, one.start), max(end, one.end)
    used = {line.daypart_id for line in template} | {part for _day, part in dated}
    dayparts = [part for part in uow.support_point.dayparts() if part.id in used]
    return _Opening(dayparts, template, not days, dated)


_Known = Callable[[date, int, time, time], AvailabilityLevel | None]
"""What is known of a day part of a day, with its hours."""


def _forms(
    person: Person,
    offer: Volunteer,
    asked: Sequence[date],
    opening: _Opening,
    *,
    by_date: bool,
) -> Iterator[AvailabilityForm]:
    """Give the form of somebody; of a pattern over several weeks one for each of them."""
    form = AvailabilityForm(name=person.name.full, days=(), per_week=offer.shifts_per_week)
    if by_date:
        yield replace(form, days=_days(asked, opening, offer.when.level))
        return
    for number in range(offer.cycle_weeks):
        days = _days(asked, opening, partial(_usual, offer, number))
        week = ascii_uppercase[number] if offer.cycle_weeks > 1 else ""
        yield replace(form, days=days, week=week)


def _days(asked: Sequence[date], opening: _Opening, known: _Known) -> tuple[AskedDay, ...]:
    return tuple(_day(day, opening, known) for day in asked)


def _day(day: date, opening: _Opening, known: _Known) -> AskedDay:
    hours = opening.on(day)
    parts: list[AskedPart | None] = []
    for part in opening.dayparts:
        if part.id not in hours:
            parts.append(None)
            continue
        start, end = hours[part.id]
        level = known(day, part.id, start, end)
        answer = None if level is None else _ANSWERS.index(level)
        parts.append(AskedPart(Hours(start, end), answer))
    return AskedDay(day, tuple(parts))


def _usual(
    offer: Volunteer, week: int, day: date, daypart_id: int, _start: time, _end: time
) -> AvailabilityLevel | None:
    """Return what somebody said of a weekday in one week of their pattern."""
    return offer.availability.get((7 * week + day.isoweekday(), daypart_id))


def _nothing(_day: date, _daypart_id: int, _start: time, _end: time) -> AvailabilityLevel | None:
    return None
