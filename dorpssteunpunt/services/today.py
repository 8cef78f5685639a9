"""What somebody at the desk has to know at one glance, gathered from every room.

Like an overview for paper, this stands above the rooms: it asks each of them and decides nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dorpssteunpunt.domain.accounts import Right
from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.services import concerns, handover, help_requests, roster
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.ports import (
    ActionRow,
    ConcernLine,
    EntryRow,
    FeedbackLine,
    RequestCounts,
    RequestFilter,
    RequestLine,
    RequestList,
)
from dorpssteunpunt.services.roster import DayNote, OnDuty, OwnShift, ShiftCell, WaitingSwap

_LINES = 6  # requests and entries that fit at one glance
_WEEKS_AHEAD = 3  # that a coordinator should have made
_UNACKNOWLEDGED_AFTER = _DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class SpecialDays:
    """Days in a row that are special for the same reason."""

    first: date
    last: date
    what: str
    is_closed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayView:
    """Who is here, what was handed over, what is due, what is wrong, and what was answered.

    `note` is what is special about the day, `special_days` are those to come in this week and the
    next, `lost_shifts` are their own. `unmade_weeks` looks ahead for who plans, `waiting_swaps`,
    `without_attendance` and `unacknowledged` are for them too, and `to_answer` for who reads
    signals.
    """

    duty: OnDuty
    unread: Sequence[EntryRow]
    actions: Sequence[ActionRow]
    due: Sequence[RequestLine]
    too_long: Sequence[RequestLine]
    counts: RequestCounts
    gaps: Sequence[ShiftCell]
    feedback: Sequence[FeedbackLine]
    note: DayNote
    special_days: Sequence[SpecialDays]
    lost_shifts: Sequence[OwnShift] = ()
    unmade_weeks: Sequence[Week] = ()
    waiting_swaps: Sequence[WaitingSwap] = ()
    without_attendance: Sequence[ShiftCell] = ()
    unacknowledged: Sequence[EntryRow] = ()
    to_answer: Sequence[ConcernLine] = ()


def today_view(desk: Desk) -> TodayView:
    """Return what this person has to know now."""
    now = desk.clock.now()
    week = Week.of(now.date())
    plans, reads = desk.allows(Right.PLAN_ROSTER), desk.allows(Right.READ_CONCERNS)
    notes = roster.notes_of_days(desk, now.date(), week.next().sunday)
    unacknowledged = handover.unacknowledged(desk, _UNACKNOWLEDGED_AFTER) if plans else ()
    return TodayView(
        duty=roster.on_duty(desk, now),
        unread=handover.unread(desk),
        actions=handover.open_actions(desk),
        due=_requests(desk, RequestList.DUE),
        too_long=_requests(desk, RequestList.TOO_LONG),
        counts=help_requests.counts(desk),
        gaps=roster.gaps(desk, week),
        feedback=concerns.unread_feedback(desk),
        note=notes.get(now.date(), DayNote()),
        special_days=_special_days({day: note for day, note in notes.items() if day > now.date()}),
        lost_shifts=roster.lost_shifts(desk),
        without_attendance=roster.without_attendance(desk) if plans else (),
        unmade_weeks=_unmade_weeks(desk, week, _WEEKS_AHEAD if plans else 0),
        waiting_swaps=roster.waiting_swaps(desk) if plans else (),
        unacknowledged=unacknowledged,
        to_answer=concerns.to_answer(desk) if reads else (),
    )


def _special_days(notes: Mapping[date, DayNote]) -> Sequence[SpecialDays]:
    """Join days in a row for which the same is said; those of schools only are not among them."""
    found: list[SpecialDays] = []
    for day, note in notes.items():
        if not note.special:
            continue
        alone = SpecialDays(day, day, note.special, note.is_closed)
        before = found[-1] if found else None
        if before and replace(before, first=day, last=day) == alone and day - before.last == _DAY:
            found[-1] = replace(before, last=day)
        else:
            found.append(alone)
    return found


def _requests(desk: Desk, show: RequestList) -> Sequence[RequestLine]:
    return help_requests.list_requests(desk, RequestFilter(show=show), None, _LINES).rows


def _unmade_weeks(desk: Desk, week: Week, ahead: int) -> Sequence[Week]:
    """Return which of this week and those ahead have no shifts yet."""
    unmade = []
    for _ in range(ahead + 1):
        if not roster.week(desk, week).rows:
            unmade.append(week)
        week = week.next()
    return unmade
