"""The opened store: all repositories on one transaction."""

from contextlib import AbstractContextManager
from datetime import datetime
from typing import Protocol

from dorpssteunpunt.base.errors import Refusal
from dorpssteunpunt.services.changes import Room
from dorpssteunpunt.services.ports.accounts import AccountRepository
from dorpssteunpunt.services.ports.attendance import AttendanceRepository
from dorpssteunpunt.services.ports.concerns import ConcernRepository
from dorpssteunpunt.services.ports.handover import HandoverRepository
from dorpssteunpunt.services.ports.help_requests import HelpRequestRepository
from dorpssteunpunt.services.ports.holidays import HolidayRepository
from dorpssteunpunt.services.ports.people import PeopleRepository
from dorpssteunpunt.services.ports.roster import RosterRepository
from dorpssteunpunt.services.ports.support_point import SupportPointRepository


class NotFound(Refusal):
    """What was asked for is not there (any more)."""


class Audit(Protocol):
    """Who did or read what, without what it said."""

    def record(
        self, at: datetime, account_id: int, action: str, room: Room, subject: int | None
    ) -> None:
        """Add a line to the audit trail."""
        ...

    def last_moment(self) -> datetime | None:
        """Return the moment of the line that was added last, whatever the clock said then."""
        ...


class UnitOfWork(Protocol):
    """All repositories on one transaction."""

    @property
    def people(self) -> PeopleRepository: ...
    @property
    def accounts(self) -> AccountRepository: ...
    @property
    def support_point(self) -> SupportPointRepository: ...
    @property
    def help_requests(self) -> HelpRequestRepository: ...
    @property
    def roster(self) -> RosterRepository: ...
    @property
    def attendance(self) -> AttendanceRepository: ...
    @property
    def holidays(self) -> HolidayRepository: ...
    @property
    def handover(self) -> HandoverRepository: ...
    @property
    def concerns(self) -> ConcernRepository: ...
    @property
    def audit(self) -> Audit: ...


class Store(Protocol):
    """An opened store; what a writing unit did is kept when its block ends without an error."""

    def reading(self) -> AbstractContextManager[UnitOfWork]:
        """Open a unit that sees one state of the store and changes nothing."""
        ...

    def writing(self) -> AbstractContextManager[UnitOfWork]:
        """Open a unit that is committed at the end, or leaves nothing behind."""
        ...
