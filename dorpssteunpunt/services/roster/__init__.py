"""The roster: a week's shifts, who is on them, whom to ask, and what hangs on the wall."""

from dorpssteunpunt.services.roster.choosing import Candidate, candidates
from dorpssteunpunt.services.roster.closing import Closed, close_shift, reopen_shifts
from dorpssteunpunt.services.roster.duty import OnDuty, gaps, on_duty
from dorpssteunpunt.services.roster.keeping import Rearranged
from dorpssteunpunt.services.roster.leave import LeaveDraft, end_leave, take_leave
from dorpssteunpunt.services.roster.planning import (
    assign,
    make_lead,
    make_week,
    mark_stand_in,
    move,
    publish,
    remove_week,
    report_absent,
    take_off,
    undo,
)
from dorpssteunpunt.services.roster.week_view import (
    Absence,
    DaypartCells,
    OnShift,
    ShiftCell,
    SincePublication,
    WeekView,
    week,
    week_of,
)

__all__ = [
    "Absence",
    "Candidate",
    "Closed",
    "DaypartCells",
    "LeaveDraft",
    "OnDuty",
    "OnShift",
    "Rearranged",
    "ShiftCell",
    "SincePublication",
    "WeekView",
    "assign",
    "candidates",
    "close_shift",
    "end_leave",
    "gaps",
    "make_lead",
    "make_week",
    "mark_stand_in",
    "move",
    "on_duty",
    "publish",
    "remove_week",
    "reopen_shifts",
    "report_absent",
    "take_leave",
    "take_off",
    "undo",
    "week",
    "week_of",
]
