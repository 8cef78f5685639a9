"""Days that others set: public holidays by law, and school holidays as the ministry published them.

The only module that knows the library `holidays`, which needs a moment and is imported late.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from typing import Final

from dorpssteunpunt.domain.holidays import PublicHoliday, SchoolHoliday, SchoolRegion

_LANGUAGE: Final = "nl"  # that of the names below, whatever the computer speaks
_NAMES: Final = {
    "Nieuwjaarsdag": PublicHoliday.NEW_YEARS_DAY,
    "Goede vrijdag": PublicHoliday.GOOD_FRIDAY,
    "Eerste paasdag": PublicHoliday.EASTER_SUNDAY,
    "Tweede paasdag": PublicHoliday.EASTER_MONDAY,
    "Koningsdag": PublicHoliday.KINGS_DAY,
    "Bevrijdingsdag": PublicHoliday.LIBERATION_DAY,
    "Hemelvaartsdag": PublicHoliday.ASCENSION_DAY,
    "Eerste pinksterdag": PublicHoliday.WHIT_SUNDAY,
    "Tweede pinksterdag": PublicHoliday.WHIT_MONDAY,
    "Eerste kerstdag": PublicHoliday.CHRISTMAS_DAY,
    "Tweede kerstdag": PublicHoliday.BOXING_DAY,
}
_REGIONS: Final = {
    SchoolRegion.NORTH: "Noord",
    SchoolRegion.CENTRAL: "Midden",
    SchoolRegion.SOUTH: "Zuid",
}
_YEARS_AHEAD: Final = 8  # the ministry publishes five or six school years at a time


@cache
def public_holidays(year: int) -> Mapping[date, tuple[PublicHoliday, ...]]:
    """Return the public holidays of a year by day, in order; two may fall on one day.

    5 May is always among them; Koningsdag is on 26 April when the 27th is a Sunday.
    """
    from holidays.constants import OPTIONAL, PUBLIC
    from holidays.countries.netherlands import Netherlands

    found = Netherlands(years=year, language=_LANGUAGE, categories=(PUBLIC, OPTIONAL))
    return {
        day: tuple(sorted((_NAMES[name] for name in found.get_list(day)), key=_in_the_year))
        for day in sorted(found)
    }


def public_holidays_on(day: date) -> tuple[PublicHoliday, ...]:
    """Return the public holidays that fall on a day."""
    return public_holidays(day.year).get(day, ())


def published_school_holidays(region: SchoolRegion, since: date) -> tuple[SchoolHoliday, ...]:
    """Return the school holidays of a region from a day on, as far as they are published.

    Those in autumn and spring are the ministry's advice; a school may have them in another week.
    """
    from holidays.constants import SCHOOL
    from holidays.countries.netherlands import Netherlands

    years = range(since.year - 1, since.year + _YEARS_AHEAD)
    found = Netherlands(years=years, subdiv=_REGIONS[region], language=_LANGUAGE, categories=SCHOOL)
    periods = _periods((day, name) for day in sorted(found) for name in found.get_list(day))
    return tuple(one for one in periods if one.last >= since and not _is_cut_off(one))


def _periods(named_days: Iterable[tuple[date, str]]) -> Sequence[SchoolHoliday]:
    """Join days in order into periods of days in a row with the same name."""
    joined: list[SchoolHoliday] = []
    for day, name in named_days:
        last = joined[-1] if joined else None
        if last and last.name == name and day - last.last == timedelta(days=1):
            joined[-1] = SchoolHoliday(name=name, first=last.first, last=day)
        else:
            joined.append(SchoolHoliday(name=name, first=day, last=day))
    return joined


def _is_cut_off(one: SchoolHoliday) -> bool:
    """Say whether only its part in the last year is published; none ends on New Year's Eve."""
    return (one.last.month, one.last.day) == (12, 31)


def _in_the_year(holiday: PublicHoliday) -> int:
    return list(PublicHoliday).index(holiday)
