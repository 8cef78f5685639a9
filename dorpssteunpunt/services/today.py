"""What somebody at the desk has to know at one glance, gathered from every room.

Like an overview for paper, this stands above the rooms: it asks each of them and decides nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

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
from dorpssteunpunt.services.roster import OnDuty, ShiftCell

_LINES = 6  # requests and entries that fit at one glance
_WEEKS_AHEAD = 3  # that a coordinator should have made
_UNACKNOWLEDGED_AFTER = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayView:
    """Who is here, what was handed over, what is due, what is wrong, and what was answered.

    `unmade_weeks` looks ahead for who plans, `unacknowledged` is for them too, and `to_answer` for
    who reads signals.
    """

    duty: OnDuty
    unread: Sequence[EntryRow]
    actions: Sequence[ActionRow]
    due: Sequence[RequestLine]
    too_long: Sequence[RequestLine]
    counts: RequestCounts
    gaps: Sequence[ShiftCell]
    feedback: Sequence[FeedbackLine]
    unmade_weeks: Sequence[Week] = ()
    unacknowledged: Sequence[EntryRow] = ()
    to_answer: Sequence[ConcernLine] = ()


def today_view(desk: Desk) -> TodayView:
    """Return what this person has to know now."""
    now = desk.clock.now()
    week = Week.of(now.date())
    plans, reads = desk.allows(Right.PLAN_ROSTER), desk.allows(Right.READ_CONCERNS)
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
        unmade_weeks=_unmade_weeks(desk, week, _WEEKS_AHEAD if plans else 0),
        unacknowledged=unacknowledged,
        to_answer=concerns.to_answer(desk) if reads else (),
    )


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
