"""The day parts of a village: their names, and which of them are evening or morning."""

from dataclasses import dataclass
from datetime import time
from enum import StrEnum

_NOON, _EVENING = time(12), time(17)


class TimeOfDay(StrEnum):
    """When on a day something is; an evening before a morning makes a short night."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"


@dataclass(frozen=True, slots=True, kw_only=True)
class Daypart:
    """A part of the day the desk can be staffed."""

    id: int = 0
    position: int
    name: str
    time_of_day: TimeOfDay = TimeOfDay.AFTERNOON


def usual_time_of_day(start: time) -> TimeOfDay:
    """Return what a day part is that starts then, as long as the village says nothing else."""
    if start < _NOON:
        return TimeOfDay.MORNING
    return TimeOfDay.EVENING if start >= _EVENING else TimeOfDay.AFTERNOON
