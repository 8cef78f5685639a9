"""Asking somebody for a gap: what they answered, and how often they were asked lately."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from dorpssteunpunt.domain.people import NEW

LATELY = timedelta(weeks=4)
"""For how long having been asked counts."""


class Answer(StrEnum):
    """What somebody said when they were asked to take a shift."""

    YES = "yes"
    NO = "no"
    CALLS_BACK = "calls_back"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """That a volunteer was asked for a shift, what they said, and who asked when."""

    id: int = NEW
    shift_id: int
    volunteer_id: int
    answer: Answer
    asked_at: datetime
    asked_by: int


def last_answer(askings: Iterable[Asking], shift_id: int) -> Asking | None:
    """Return how the last asking for a shift ended, given the askings of one volunteer."""
    of_shift = [one for one in askings if one.shift_id == shift_id]
    return max(of_shift, key=lambda one: (one.asked_at, one.id), default=None)


def times_asked(askings: Iterable[Asking], besides: int, today: date) -> int:
    """Return for how many shifts one volunteer was asked lately, besides this one."""
    since = today - LATELY
    lately = {one.shift_id for one in askings if one.asked_at.date() > since}
    return len(lately - {besides})
