"""The roster: a week's shifts, who is on them, whom to ask, and what hangs on the wall."""

from dorpssteunpunt.services.roster.accepting import accept
from dorpssteunpunt.services.roster.asking import Asked, forget_asking, note_asking
from dorpssteunpunt.services.roster.asking_swaps import (
    OfferedShift,
    SwapAsked,
    WaitingSwap,
    agree_swap,
    ask_swap,
    end_swap_request,
    reopen_swap_request,
    swaps_asked_on,
    waiting_swaps,
)
from dorpssteunpunt.services.roster.attendance import (
    MarkDraft,
    note_arrival,
    note_attendance,
    note_everybody_present,
    without_attendance,
)
from dorpssteunpunt.services.roster.cells import Absence, OnShift, ShiftCell, SincePublication
from dorpssteunpunt.services.roster.choosing import Candidate, candidates
from dorpssteunpunt.services.roster.closed_days import (
    ClosedDays,
    HolidayLine,
    ShiftsTouched,
    TouchedShift,
    choose_holiday,
    closed_days_of,
    remove_closed_period,
    save_closed_period,
)
from dorpssteunpunt.services.roster.closing import Closed, close_shift, reopen_shifts
from dorpssteunpunt.services.roster.confirming import confirm, withdraw_confirmation
from dorpssteunpunt.services.roster.days import (
    DayNote,
    holiday_name,
    notes_of_days,
    region_name,
)
from dorpssteunpunt.services.roster.duty import OnDuty, gaps, on_duty
from dorpssteunpunt.services.roster.history import Event, HistoryLine, InReturn, shift_history
from dorpssteunpunt.services.roster.keeping import Rearranged
from dorpssteunpunt.services.roster.leave import LeaveDraft, end_leave, take_leave
from dorpssteunpunt.services.roster.notes import Marked, Told
from dorpssteunpunt.services.roster.noting import Noted, undo_note
from dorpssteunpunt.services.roster.own_shifts import (
    OwnShift,
    Reminder,
    lost_shifts,
    own_shifts,
    reminders,
)
from dorpssteunpunt.services.roster.planning import (
    assign,
    make_lead,
    mark_stand_in,
    move,
    pin,
    publish,
    report_absent,
    take_off,
    undo,
)
from dorpssteunpunt.services.roster.proposals import (
    LeftToPeople,
    ProposedName,
    RosterProposal,
    ShiftProposal,
)
from dorpssteunpunt.services.roster.proposing import explain, propose
from dorpssteunpunt.services.roster.school_holidays import (
    SchoolTable,
    remove_school_holiday,
    save_school_holiday,
    school_table,
    take_over_school_holidays,
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
    "ClosedDays",
    "DayNote",
    "DaypartCells",
    "EndingDraft",
    "Event",
    "HistoryLine",
    "HolidayLine",
    "InReturn",
    "LeaveDraft",
    "LeftOut",
    "LeftToPeople",
    "MarkDraft",
    "Marked",
    "Noted",
    "OfferedShift",
    "OnDuty",
    "OnShift",
    "OwnShift",
    "ProposedName",
    "Rearranged",
    "Reminder",
    "Returnable",
    "RosterProposal",
    "SchoolTable",
    "ShiftCell",
    "ShiftProposal",
    "ShiftsTouched",
    "SincePublication",
    "SwapAsked",
    "SwapDraft",
    "SwapPartner",
    "Told",
    "TouchedShift",
    "WaitingSwap",
    "WeekMade",
    "WeekView",
    "accept",
    "agree_swap",
    "ask_swap",
    "assign",
    "candidates",
    "choose_holiday",
    "close_shift",
    "closed_days_of",
    "confirm",
    "end_leave",
    "end_swap_request",
    "explain",
    "forget_asking",
    "gaps",
    "give_up_place",
    "hold_place",
    "holiday_name",
    "lost_shifts",
    "make_lead",
    "make_week",
    "mark_stand_in",
    "move",
    "note_arrival",
    "note_asking",
    "note_attendance",
    "note_everybody_present",
    "notes_of_days",
    "on_duty",
    "own_shifts",
    "pin",
    "propose",
    "publish",
    "region_name",
    "reminders",
    "remove_closed_period",
    "remove_school_holiday",
    "remove_week",
    "reopen_shifts",
    "reopen_swap_request",
    "report_absent",
    "save_closed_period",
    "save_school_holiday",
    "school_table",
    "shift_history",
    "swap",
    "swap_partners",
    "swaps_asked_on",
    "take_leave",
    "take_off",
    "take_over_school_holidays",
    "undo",
    "undo_note",
    "waiting_swaps",
    "week",
    "week_of",
    "withdraw_confirmation",
    "without_attendance",
]
