"""By when a help request wants attention: its due date, and how long it waits."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Protocol

from dorpssteunpunt.domain.help_requests import HelpRequest, RequestState, Urgency

DAYS_TO_ACT = {Urgency.SOON: 2, Urgency.URGENT: 0}
"""Within how many days the desk moves when there is a hurry."""


class Standing(StrEnum):
    """What the desk sees of a request at a glance; it follows from the state and the dates."""

    NEW = "new"
    SEEKING = "seeking"
    TOO_LONG = "too_long"
    POSTPONED = "postponed"
    MATCHED = "matched"
    TO_FINISH = "to_finish"
    CLOSED = "closed"


def days_open(recorded_at: datetime, today: date) -> int:
    """Return how many days ago something was recorded."""
    return (today - recorded_at.date()).days


class Dated(Protocol):
    """What a standing follows from: a request has it, and so has a line in a list."""

    @property
    def state(self) -> RequestState: ...
    @property
    def recorded_at(self) -> datetime: ...
    @property
    def needed_on(self) -> date | None: ...
    @property
    def waiting_until(self) -> date | None: ...


def standing(request: Dated, today: date, patience_days: int) -> Standing:
    """Return how a request stands today; it waits too long after `patience_days` without anyone.

    A request that waits on purpose does not wait too long before its day. A matched one is to be
    finished once the day of the help has gone by.
    """
    if not request.state.is_open:
        return Standing.CLOSED
    if request.state is RequestState.MATCHED:
        gone_by = request.needed_on is not None and request.needed_on < today
        return Standing.TO_FINISH if gone_by else Standing.MATCHED
    if request.waiting_until and request.waiting_until > today:
        return Standing.POSTPONED
    if days_open(request.recorded_at, today) > patience_days:
        return Standing.TOO_LONG
    return Standing.NEW if request.state is RequestState.NEW else Standing.SEEKING


def due_date(
    recorded_on: date,
    needed_on: date | None,
    needed_before: date | None,
    waiting_until: date | None,
    follow_up_on: date | None,
    patience_days: int,
    urgency: Urgency = Urgency.NORMAL,
) -> date:
    """Return the day by which the desk wants to have moved.

    That is the first of the day of the help, the last useful day, the promised follow-up and the
    day that the urgency asks for; without any of them the day on which the request starts waiting
    too long. A request that waits on purpose is not due before that day.
    """
    known = [day for day in (needed_on, needed_before, follow_up_on) if day]
    if urgency in DAYS_TO_ACT:
        known.append(recorded_on + timedelta(days=DAYS_TO_ACT[urgency]))
    due = min(known, default=recorded_on + timedelta(days=patience_days))
    return max(due, waiting_until) if waiting_until else due


def with_due_date(request: HelpRequest, patience_days: int) -> HelpRequest:
    """Return the request with the due date that follows from its other dates."""
    due = due_date(
        request.recorded_at.date(),
        request.needed_on,
        request.needed_before,
        request.waiting_until,
        request.follow_up_on,
        patience_days,
        request.urgency,
    )
    return replace(request, due_on=due)


def is_short_notice(needed_on: date | None, asked_on: date, notice_days: int) -> bool:
    """Say whether help is asked on shorter notice than this kind of help likes to have."""
    return needed_on is not None and (needed_on - asked_on).days < notice_days
