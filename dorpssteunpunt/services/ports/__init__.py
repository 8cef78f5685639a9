"""What the services ask of the outside: a store, keys, sealing and paper; one module a room."""

from dorpssteunpunt.services.ports.accounts import AccountRepository
from dorpssteunpunt.services.ports.archive import Archive, BackupContent, BackupFile, Remembered
from dorpssteunpunt.services.ports.attendance import AttendanceRepository, Note
from dorpssteunpunt.services.ports.concerns import ConcernLine, ConcernRepository, FeedbackLine
from dorpssteunpunt.services.ports.handover import (
    ActionRow,
    EntryRow,
    HandoverCounts,
    HandoverRepository,
    LogFilter,
    LogQuestion,
    RequestReference,
)
from dorpssteunpunt.services.ports.help_requests import (
    Cursor,
    HelpRequestRepository,
    InHand,
    OpenRequest,
    RequestCounts,
    RequestFilter,
    RequestLine,
    RequestList,
    TimelineLine,
    Today,
)
from dorpssteunpunt.services.ports.holidays import HolidayRepository
from dorpssteunpunt.services.ports.keys import (
    FirstSecrets,
    IssuedKeys,
    KeyCabinet,
    Lobby,
    PrivateKeyNeeded,
    Seals,
)
from dorpssteunpunt.services.ports.people import PeopleList, PeopleRepository, Ties
from dorpssteunpunt.services.ports.planner import Planner, Watch
from dorpssteunpunt.services.ports.roster import RosterRepository
from dorpssteunpunt.services.ports.store import Audit, NotFound, Store, UnitOfWork
from dorpssteunpunt.services.ports.support_point import SupportPointRepository

__all__ = [
    "AccountRepository",
    "ActionRow",
    "Archive",
    "AttendanceRepository",
    "Audit",
    "BackupContent",
    "BackupFile",
    "ConcernLine",
    "ConcernRepository",
    "Cursor",
    "EntryRow",
    "FeedbackLine",
    "FirstSecrets",
    "HandoverCounts",
    "HandoverRepository",
    "HelpRequestRepository",
    "HolidayRepository",
    "InHand",
    "IssuedKeys",
    "KeyCabinet",
    "Lobby",
    "LogFilter",
    "LogQuestion",
    "NotFound",
    "Note",
    "OpenRequest",
    "PeopleList",
    "PeopleRepository",
    "Planner",
    "PrivateKeyNeeded",
    "Remembered",
    "RequestCounts",
    "RequestFilter",
    "RequestLine",
    "RequestList",
    "RequestReference",
    "RosterRepository",
    "Seals",
    "Store",
    "SupportPointRepository",
    "Ties",
    "TimelineLine",
    "Today",
    "UnitOfWork",
    "Watch",
]
