"""What a day is: a public holiday, closed by the village, or in a school holiday."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.accounts import Right
from dorpssteunpunt.domain.holidays import (
    ClosedPeriod,
    ClosingRules,
    PublicHoliday,
    SchoolRegion,
)
from dorpssteunpunt.domain.official_days import public_holidays_on
from dorpssteunpunt.domain.roster import Shift
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class DayNote:
    """What stands beside a date: why it is special ("Koningsdag"), and what the schools have.

    `is_closed` says that the village is closed then as a rule; single shifts may differ.
    """

    special: str = ""
    school: str = ""
    is_closed: bool = False

    @property
    def words(self) -> str:
        """All of it in one line."""
        return " · ".join(filter(None, (self.special, self.school)))

    def __bool__(self) -> bool:
        return bool(self.words)


def holiday_name(holiday: PublicHoliday) -> str:
    """Return what a public holiday is called; it stands on the wall when it closes a day."""
    return {
        PublicHoliday.NEW_YEARS_DAY: _("New Year's Day"),
        PublicHoliday.GOOD_FRIDAY: _("Good Friday"),
        PublicHoliday.EASTER_SUNDAY: _("Easter Sunday"),
        PublicHoliday.EASTER_MONDAY: _("Easter Monday"),
        PublicHoliday.KINGS_DAY: _("King's Day"),
        PublicHoliday.LIBERATION_DAY: _("Liberation Day"),
        PublicHoliday.ASCENSION_DAY: _("Ascension Day"),
        PublicHoliday.WHIT_SUNDAY: _("Whit Sunday"),
        PublicHoliday.WHIT_MONDAY: _("Whit Monday"),
        PublicHoliday.CHRISTMAS_DAY: _("Christmas Day"),
        PublicHoliday.BOXING_DAY: _("Second Day of Christmas"),
    }[holiday]


def region_name(region: SchoolRegion) -> str:
    """Return what a region of school holidays is called."""
    return {
        SchoolRegion.NORTH: _("North"),
        SchoolRegion.CENTRAL: _("Central"),
        SchoolRegion.SOUTH: _("South"),
    }[region]


def closed_days(rules: ClosingRules, days: Iterable[date]) -> dict[date, str]:
    """Return which of these days are closed as a rule, each with its reason."""
    why = {day: rules.why_closed(day, public_holidays_on(day)) for day in days}
    return {day: _reason(closed) for day, closed in why.items() if closed}


def with_closed_days(uow: UnitOfWork, shifts: Sequence[Shift]) -> list[Shift]:
    """Return new shifts, closed on the days on which the village is."""
    closed = closed_days(uow.holidays.rules(), {shift.on for shift in shifts})
    return [replace(shift, closed_because=closed.get(shift.on, "")) for shift in shifts]


def notes_of_days(desk: Desk, first: date, last: date) -> Mapping[date, DayNote]:
    """Return what stands beside these days, both included, as `day_notes`; raises `NotAllowed`."""
    span = range((last - first).days + 1)
    with desk.reading(Right.ROSTER) as uow:
        return day_notes(uow, (first + timedelta(days=number) for number in span))


def day_notes(uow: UnitOfWork, days: Iterable[date]) -> Mapping[date, DayNote]:
    """Return what stands beside these days; an ordinary day is not among them."""
    rules, schools = uow.holidays.rules(), uow.holidays.school_holidays()
    region = uow.support_point.support_point().school_region
    notes: dict[date, DayNote] = {}
    for day in days:
        holidays = public_holidays_on(day)
        closed = rules.why_closed(day, holidays)
        school = next((one.name for one in schools if one.holds(day)), "")
        special = list(map(holiday_name, holidays))
        if isinstance(closed, ClosedPeriod):
            special.append(closed.reason)
        note = DayNote(
            special=" · ".join(special),
            school=_school(school, region),
            is_closed=closed is not None,
        )
        if note:
            notes[day] = note
    return notes


def _school(name: str, region: SchoolRegion | None) -> str:
    if not name or region is None:
        return name
    return _("{holiday} ({region})").format(holiday=name, region=region_name(region))


def _reason(closed: PublicHoliday | ClosedPeriod) -> str:
    return closed.reason if isinstance(closed, ClosedPeriod) else holiday_name(closed)
