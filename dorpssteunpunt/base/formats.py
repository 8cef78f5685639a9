"""Days, times and weeks as people in the village write them, in the language in use."""

from datetime import date, datetime, time, timedelta

from babel.dates import format_date

from dorpssteunpunt.base.clock import ZONE
from dorpssteunpunt.base.i18n import _, current_locale

_AFTERNOON, _EVENING = time(12), time(18)
_NIGHT_ENDS = time(6)


def short_date(day: date) -> str:
    """Return a day as "ma 23 nov"."""
    return _worded(day, "EEE d MMM")


def day_and_month(day: date) -> str:
    """Return a day as "23 nov"."""
    return _worded(day, "d MMM")


def short_weekday(day: date) -> str:
    """Return the weekday of a day as "ma"."""
    return _worded(day, "EEE")


def long_date(day: date) -> str:
    """Return a day as "maandag 23 november 2026"."""
    return _worded(day, "EEEE d MMMM y")


def weekday_date(day: date) -> str:
    """Return a day as "maandag 23 november", where the year goes without saying."""
    return _worded(day, "EEEE d MMMM")


def numeric_date(day: date) -> str:
    """Return a day as "23-11-2026", in every language of the program."""
    return f"{day:%d-%m}-{day.year:04d}"


def weekday_name(day: date) -> str:
    """Return the weekday of a day as "maandag"."""
    return _worded(day, "EEEE")


def clock_time(at: time) -> str:
    """Return a time as "09:30"."""
    return f"{at:%H:%M}"


def time_range(start: time, end: time) -> str:
    """Return two times as "09:00–12:30"."""
    return f"{clock_time(start)}–{clock_time(end)}"


def month_title(day: date) -> str:
    """Return the month of a day as "november 2026"."""
    return _worded(day, "MMMM y")


def hours_long(length: timedelta) -> str:
    """Return how long something lasts in hours, as "3,5 uur"."""
    from babel.numbers import format_decimal

    hours = length / timedelta(hours=1)
    return _("{hours} hours").format(hours=format_decimal(hours, "0.##", locale=current_locale()))


def moment(at: datetime) -> str:
    """Return an aware moment as "ma 23 nov 09:40", in the time of the village."""
    local = at.astimezone(ZONE)
    return f"{short_date(local.date())} {clock_time(local.time())}"


def week_title(day: date) -> str:
    """Return the ISO week that holds `day` as "Week 48 · 23–29 november 2026"."""
    monday = day - timedelta(days=day.weekday())
    days = date_range(monday, monday + timedelta(days=6))
    return _("Week {number} · {days}").format(number=day.isocalendar().week, days=days)


def date_range(first: date, last: date) -> str:
    """Return two days as "23–29 november 2026" or "30 november – 6 december 2026"."""
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{_worded(last, 'd MMMM y')}"
    pattern = "d MMMM" if first.year == last.year else "d MMMM y"
    return f"{_worded(first, pattern)} – {_worded(last, 'd MMMM y')}"


def day_span(first: date, last: date) -> str:
    """Return two days as "maandag 23 t/m zaterdag 28 november 2026", one as a long date."""
    if first == last:
        return long_date(first)
    pattern = "EEEE d MMMM y"
    if first.year == last.year:
        pattern = "EEEE d" if first.month == last.month else "EEEE d MMMM"
    return _("{first} to {last}").format(first=_worded(first, pattern), last=long_date(last))


def at_the_start(words: str) -> str:
    """Return words with a capital to begin with; the rest stays, as in "Tuesday 24 November"."""
    return words[:1].upper() + words[1:]


def greeting(at: time) -> str:
    """Return the greeting that fits a time of day: "Goedemorgen"."""
    if _NIGHT_ENDS <= at < _AFTERNOON:
        return _("Good morning")
    if _AFTERNOON <= at < _EVENING:
        return _("Good afternoon")
    return _("Good evening")


def _worded(day: date, pattern: str) -> str:
    return format_date(day, pattern, locale=current_locale())
