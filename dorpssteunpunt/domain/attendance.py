"""Attendance: whether somebody who was on a shift was really there."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from dorpssteunpunt.base.errors import Refusal
from dorpssteunpunt.domain.people import NEW
from dorpssteunpunt.domain.roster import Assignment, Shift


class Presence(StrEnum):
    """How it went; who reported absent is excused, and that is said by leaving the shift."""

    PRESENT = "present"
    LATE = "late"
    MISSED = "missed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """How it went with somebody on a shift, and who noted that when; the newest one counts."""

    id: int = NEW
    shift_id: int
    volunteer_id: int
    presence: Presence
    minutes_late: int | None = None
    note: str = ""
    noted_at: datetime
    noted_by: int

    def says_as(self, other: "Mark | None") -> bool:
        """Say whether another mark, if there is one, told the same already."""
        return other is not None and (self.presence, self.minutes_late, self.note) == (
            other.presence,
            other.minutes_late,
            other.note,
        )

    def time_there(self, length: timedelta) -> timedelta:
        """Return how much of a turn of some length somebody was there."""
        if self.presence is Presence.MISSED:
            return timedelta()
        return max(timedelta(), length - timedelta(minutes=self.minutes_late or 0))


def mark_of(one: Assignment, marks: Iterable[Mark]) -> Mark | None:
    """Return how it went with somebody, as noted last since they came on the shift."""
    own = [
        mark
        for mark in marks
        if (mark.shift_id, mark.volunteer_id) == (one.shift_id, one.volunteer_id)
        and mark.noted_at >= one.made_at
    ]
    return max(own, key=lambda mark: (mark.noted_at, mark.id), default=None)


def check_begun(shift: Shift, now: datetime) -> None:
    """Raise `ShiftAhead` before a shift begins: nobody knows yet who will be there."""
    if shift.starts_at > now:
        raise ShiftAhead


def check_mark(mark: Mark, length: timedelta) -> None:
    """Raise `TooLate` unless who came late came before the end of a turn of this length."""
    minutes = mark.minutes_late
    if minutes is None:
        return
    if mark.presence is not Presence.LATE or not 0 < minutes < length / timedelta(minutes=1):
        raise TooLate(f"minutes_{mark.volunteer_id}")


class ShiftAhead(Refusal):
    """The shift has not begun: its attendance cannot be noted yet."""


class TooLate(Refusal):
    """Somebody is late by one minute at least, and by less than the turn lasts."""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field
