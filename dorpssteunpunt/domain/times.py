"""Times as people type them ("930", "half tien", "9u30"), and how long a shift really is."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from dorpssteunpunt.base.clock import ZONE
from dorpssteunpunt.base.errors import Refusal
from dorpssteunpunt.domain.dates import DUTCH_NUMBERS
from dorpssteunpunt.domain.names import fold

_HALF_DAY = 12 * 60  # minutes
_FIRST_SPOKEN = 7 * 60  # minutes: who says "half drie" at a desk does not mean the night

_PART = r"(?: ?(?P<part>am|pm|s ochtends|s morgens|s middags|s avonds))?"
_BEFORE_NOON = frozenset({"am", "s ochtends", "s morgens"})
_DIGITAL = re.compile(
    r"(?P<hour>[0-9]{1,2})(?: ?[:.uh]? ?(?P<minute>[0-9]{2}))? ?(?:u|h|(?(minute)uur))?" + _PART
)
_NUMBER = rf"[0-9]{{1,2}}|{'|'.join(DUTCH_NUMBERS)}"
_SPOKEN = re.compile(
    rf"(?:(?P<offset>{_NUMBER}|kwart|twintig) (?P<way>voor|over) )?(?P<half>half )?"
    rf"(?P<hour>{_NUMBER})(?: uur)?{_PART}"
)
_MINUTES = DUTCH_NUMBERS | {"kwart": 15, "twintig": 20}


@dataclass(eq=False, repr=False)
class InvalidTime(Refusal):
    """What was typed is no time of day."""

    typed: str
    field: str = "time"


def parse_typed_time(typed: str, field: str = "time") -> time:
    """Return the time of day that somebody means, to the minute.

    Digits are the 24-hour clock ("14", "930", "9:30", "9u30"). A time in Dutch words ("half drie",
    "kwart over 2", "2 uur") lies between 7:00 and 19:00, unless it names the part of the day
    ("half acht 's avonds"). Raises `InvalidTime`.
    """
    text = fold(typed)
    try:
        if digital := _DIGITAL.fullmatch(text):
            return _digital(digital)
        if spoken := _SPOKEN.fullmatch(text):
            return _spoken(spoken)
    except ValueError:
        raise InvalidTime(typed, field) from None
    raise InvalidTime(typed, field)


def shift_length(day: date, start: time, end: time) -> timedelta:
    """Return how long a shift of `day` really lasts, also across a clock change in Amsterdam.

    An end at or before the start falls on the next day.
    """
    last_day = day if end > start else day + timedelta(days=1)
    return _moment(last_day, end) - _moment(day, start)


def _moment(day: date, at: time) -> datetime:
    """Return the moment in UTC, where subtracting counts real hours."""
    return datetime.combine(day, at, ZONE).astimezone(UTC)


def _digital(match: re.Match[str]) -> time:
    clock = time(int(match["hour"]), int(match["minute"] or 0))
    if match["part"] is None:
        return clock
    return _at(_in_part(clock.hour * 60 + clock.minute, match["part"]))


def _spoken(match: re.Match[str]) -> time:
    hour = _number(match["hour"])
    minutes = hour * 60 - (30 if match["half"] else 0)
    if match["offset"]:
        minutes += _number(match["offset"]) * (1 if match["way"] == "over" else -1)
    if hour > 12 and match["part"] is None:
        return _at(minutes)
    return _at(_in_part(minutes, match["part"]))


def _number(written: str) -> int:
    return int(written) if written.isdecimal() else _MINUTES[written]


def _in_part(minutes: int, part: str | None) -> int:
    """Return the minutes since midnight of a time on a dial of twelve hours."""
    on_dial = minutes % _HALF_DAY
    if part is None:
        return on_dial if on_dial >= _FIRST_SPOKEN else on_dial + _HALF_DAY
    return on_dial if part in _BEFORE_NOON else on_dial + _HALF_DAY


def _at(minutes: int) -> time:
    """Return a time of day; raise `ValueError` outside the day."""
    return time(*divmod(minutes, 60))
