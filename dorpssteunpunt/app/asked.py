"""Makes the overview or the export that the command line was asked for, with its usual period."""

from argparse import Namespace
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from dorpssteunpunt.domain.months import Month
from dorpssteunpunt.domain.periods import coming_week, last_seven_days
from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.exports.records import Export
from dorpssteunpunt.services.overviews.papers import Overview

Period = tuple[date, date]
_CALENDAR: Final = ".ics"


def asked_overview(desk: Desk, arguments: Namespace) -> Overview:
    """Return the overview; imports only what this paper needs."""
    return _MAKERS[arguments.subject](desk, arguments)


def asked_exports(desk: Desk, arguments: Namespace) -> Mapping[Path, Export]:
    """Return what to write where."""
    first, last = _period(arguments, _weeks_ahead(desk.clock.today(), 52))
    out: Path = arguments.out
    if arguments.subject == "xlsx":
        from dorpssteunpunt.services.exports.tables import roster_table

        return {out: roster_table(desk, first, last)}
    from dorpssteunpunt.services.exports.calendars import desk_calendar, volunteer_calendars

    volunteer = arguments.volunteer or ""
    if out.suffix.lower() == _CALENDAR and not out.is_dir():
        if not volunteer:
            return {out: desk_calendar(desk, first, last)}
        return {out: volunteer_calendars(desk, first, last, volunteer)[0]}
    calendars = [*volunteer_calendars(desk, first, last, volunteer)]
    if not volunteer:
        calendars.append(desk_calendar(desk, first, last))
    return {out / f"{one.file_name}{_CALENDAR}": one for one in calendars}


def _roster(desk: Desk, arguments: Namespace) -> Overview:
    from dorpssteunpunt.services.overviews.papers import RosterLook, SheetSize
    from dorpssteunpunt.services.overviews.roster import roster_overview, roster_weeks

    week = arguments.week or Week.of(desk.clock.today())
    look = RosterLook(SheetSize(arguments.paper or "a4"), is_large=bool(arguments.large))
    if (arguments.weeks or 1) > 1:
        return roster_weeks(desk, week, arguments.weeks, look)
    return roster_overview(desk, week, look)


def _month(desk: Desk, arguments: Namespace) -> Overview:
    from dorpssteunpunt.services.overviews.roster_month import month_overview

    return month_overview(desk, arguments.month or Month.of(desk.clock.today()))


def _day_sheet(desk: Desk, arguments: Namespace) -> Overview:
    from dorpssteunpunt.services.overviews.day_sheet import day_sheet

    return day_sheet(desk, arguments.date or desk.clock.today())


def _personal(desk: Desk, arguments: Namespace) -> Overview:
    from dorpssteunpunt.services.overviews.personal import personal_overview

    first, last = _period(arguments, _weeks_ahead(desk.clock.today(), 8))
    return personal_overview(desk, first, last, arguments.volunteer or "")


def _gaps(desk: Desk, arguments: Namespace) -> Overview:
    from dorpssteunpunt.services.overviews.gaps import gaps_overview

    return gaps_overview(desk, *_period(arguments, _weeks_ahead(desk.clock.today(), 4)))


def _reminders(desk: Desk, arguments: Namespace) -> Overview:
    from dorpssteunpunt.services.overviews.reminders import reminders_overview

    return reminders_overview(desk, *_period(arguments, coming_week(desk.clock.today())))


def _availability(desk: Desk, arguments: Namespace) -> Overview:
    from dorpssteunpunt.services.overviews.availability import availability_forms

    return availability_forms(
        desk, arguments.month, arguments.volunteer or "", blank=bool(arguments.blank)
    )


def _attendance(desk: Desk, arguments: Namespace) -> Overview:
    from dorpssteunpunt.services.overviews.attendance import attendance_overview

    today = desk.clock.today()
    return attendance_overview(desk, *_period(arguments, (Month.of(today).first, today)))


def _requests(desk: Desk, _arguments: Namespace) -> Overview:
    from dorpssteunpunt.services.overviews.requests import requests_overview

    return requests_overview(desk)


def _handover(desk: Desk, arguments: Namespace) -> Overview:
    from dorpssteunpunt.services.overviews.handover import handover_overview

    return handover_overview(desk, *_period(arguments, last_seven_days(desk.clock.today())))


def _escalations(desk: Desk, arguments: Namespace) -> Overview:
    from dorpssteunpunt.services.overviews.escalations import escalations_overview

    if arguments.first is None and arguments.week is None:
        return escalations_overview(desk)
    return escalations_overview(desk, *_period(arguments, last_seven_days(desk.clock.today())))


_MAKERS: Final[Mapping[str, Callable[[Desk, Namespace], Overview]]] = {
    "roster": _roster,
    "roster-month": _month,
    "day-sheet": _day_sheet,
    "personal": _personal,
    "gaps": _gaps,
    "reminders": _reminders,
    "availability-form": _availability,
    "attendance": _attendance,
    "requests": _requests,
    "handover": _handover,
    "escalations": _escalations,
}


def _period(arguments: Namespace, usual: Period) -> Period:
    """Return the days that were asked for, or the usual ones."""
    if arguments.week is not None:
        return arguments.week.monday, arguments.week.sunday
    if arguments.month is not None:
        return arguments.month.first, arguments.month.last
    if arguments.first is not None:
        return arguments.first, arguments.last
    return usual


def _weeks_ahead(today: date, weeks: int) -> Period:
    return today, today + timedelta(weeks=weeks)
