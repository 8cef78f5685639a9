"""The roster: a week's shifts, who is on them, whom to ask, and what hangs on the wall."""

from dorpssteunpunt.services.roster.asking import Asked, forget_asking, note_asking
from dorpssteunpunt.services.roster.cells import Absence, OnShift, ShiftCell, SincePublication
from dorpssteunpunt.services.roster.choosing import Candidate, candidates
from dorpssteunpunt.services.roster.closing import Closed, close_shift, reopen_shifts
from dorpssteunpunt.services.roster.duty import OnDuty, gaps, on_duty
from dorpssteunpunt.services.roster.history import Event, HistoryLine, InReturn, shift_history
from dorpssteunpunt.services.roster.keeping import Rearranged
from dorpssteunpunt.services.roster.leave import LeaveDraft, end_leave, take_leave
from dorpssteunpunt.services.roster.planning import (
    assign,
    make_lead,
    mark_stand_in,
    move,
    publish,
    report_absent,
    take_off,
    undo,
)
from dorpssteunpunt.services.roster.proposing import (
    ProposedName,
    RosterProposal,
    ShiftProposal,
    accept,
    propose,
)
from dorpssteunpunt.services.roster.standing import EndingDraft, give_up_place, hold_place
from dorpssteunpunt.services.roster.swapping import (
    Returnable,
    SwapDraft,
    SwapPartner,
    swap,
    swap_partners,
)
from dorpssteunpunt.services.roster.week_view import (
    DaypartCells,
    WeekView,
    week,
    week_of,
)
from dorpssteunpunt.services.roster.weeks import LeftOut, WeekMade, make_week, remove_week

__all__ = [
    "Absence",
    "Asked",
    "Candidate",
    "Closed",
    "DaypartCells",
    "EndingDraft",
    "Event",
    "HistoryLine",
    "InReturn",
    "LeaveDraft",
    "LeftOut",
    "OnDuty",
    "OnShift",
    "ProposedName",
    "Rearranged",
    "Returnable",
    "RosterProposal",
    "ShiftCell",
    "ShiftProposal",
    "SincePublication",
    "SwapDraft",
    "SwapPartner",
    "WeekMade",
    "WeekView",
    "accept",
    "assign",
    "candidates",
    "close_shift",
    "end_leave",
    "forget_asking",
    "gaps",
    "give_up_place",
    "hold_place",
    "make_lead",
    "make_week",
    "mark_stand_in",
    "move",
    "note_asking",
    "on_duty",
    "propose",
    "publish",
    "remove_week",
    "reopen_shifts",
    "report_absent",
    "shift_history",
    "swap",
    "swap_partners",
    "take_leave",
    "take_off",
    "undo",
    "week",
    "week_of",
]
