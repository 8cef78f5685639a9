"""The tables of the store and what the database itself refuses; one module a room."""

from dorpssteunpunt.store.tables.accounts import (
    AccountRow,
    AuditEventRow,
)
from dorpssteunpunt.store.tables.attendance import ConfirmationRow, MarkRow
from dorpssteunpunt.store.tables.base import (
    Moment,
    Table,
)
from dorpssteunpunt.store.tables.concerns import (
    ConcernRow,
    EscalationRow,
    FeedbackReadingRow,
    FeedbackRow,
    SealedCopyRow,
)
from dorpssteunpunt.store.tables.handover import (
    ActionItemRow,
    HandoverEntryRow,
    HandoverReadingRow,
)
from dorpssteunpunt.store.tables.help_requests import (
    CLOSED,
    IN_HAND,
    OPEN,
    SOUGHT,
    HelpRequestRow,
    RequestEventRow,
)
from dorpssteunpunt.store.tables.holidays import (
    ClosedPeriodRow,
    HolidayChoiceRow,
    SchoolHolidayRow,
)
from dorpssteunpunt.store.tables.people import (
    AvailabilityRow,
    CompanyWishRow,
    DeviationRow,
    LeaveRow,
    PersonRow,
    VolunteerKindRow,
    VolunteerRow,
    VolunteerSkillRow,
)
from dorpssteunpunt.store.tables.roster import (
    AskingRow,
    AssignmentRow,
    PublicationRow,
    PublishedPlaceRow,
    ShiftRow,
    ShiftSkillRow,
    StandingAssignmentRow,
    SwapRequestRow,
)
from dorpssteunpunt.store.tables.support_point import (
    BoundaryRow,
    CounterRow,
    DaypartRow,
    EmergencyNumberRow,
    HelpKindRow,
    OpeningSlotRow,
    OpeningSlotSkillRow,
    SkillRow,
    SupportPointRow,
)

__all__ = [
    "CLOSED",
    "IN_HAND",
    "OPEN",
    "SOUGHT",
    "AccountRow",
    "ActionItemRow",
    "AskingRow",
    "AssignmentRow",
    "AuditEventRow",
    "AvailabilityRow",
    "BoundaryRow",
    "ClosedPeriodRow",
    "CompanyWishRow",
    "ConcernRow",
    "ConfirmationRow",
    "CounterRow",
    "DaypartRow",
    "DeviationRow",
    "EmergencyNumberRow",
    "EscalationRow",
    "FeedbackReadingRow",
    "FeedbackRow",
    "HandoverEntryRow",
    "HandoverReadingRow",
    "HelpKindRow",
    "HelpRequestRow",
    "HolidayChoiceRow",
    "LeaveRow",
    "MarkRow",
    "Moment",
    "OpeningSlotRow",
    "OpeningSlotSkillRow",
    "PersonRow",
    "PublicationRow",
    "PublishedPlaceRow",
    "RequestEventRow",
    "SchoolHolidayRow",
    "SealedCopyRow",
    "ShiftRow",
    "ShiftSkillRow",
    "SkillRow",
    "StandingAssignmentRow",
    "SupportPointRow",
    "SwapRequestRow",
    "Table",
    "VolunteerKindRow",
    "VolunteerRow",
    "VolunteerSkillRow",
]
