"""One transaction on the store with all repositories on it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property

from sqlalchemy import Connection

from dorpssteunpunt.store.accounts import StoredAccounts
from dorpssteunpunt.store.attendance import StoredAttendance
from dorpssteunpunt.store.audit import StoredAudit
from dorpssteunpunt.store.concerns import StoredConcerns
from dorpssteunpunt.store.engine import StoreEngine
from dorpssteunpunt.store.handover import StoredHandover
from dorpssteunpunt.store.help_requests import StoredHelpRequests
from dorpssteunpunt.store.holidays import StoredHolidays
from dorpssteunpunt.store.people import StoredPeople
from dorpssteunpunt.store.roster import StoredRoster
from dorpssteunpunt.store.support_point import StoredSupportPoint


class StoreUnit:
    """The repositories on one connection; each is made when it is first asked for."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @cached_property
    def people(self) -> StoredPeople:
        """Residents and volunteers."""
        return StoredPeople(self._connection)

    @cached_property
    def accounts(self) -> StoredAccounts:
        """Who can sign in."""
        return StoredAccounts(self._connection)

    @cached_property
    def support_point(self) -> StoredSupportPoint:
        """The support point and its own lists."""
        return StoredSupportPoint(self._connection)

    @cached_property
    def help_requests(self) -> StoredHelpRequests:
        """Help requests with their timelines."""
        return StoredHelpRequests(self._connection)

    @cached_property
    def roster(self) -> StoredRoster:
        """Shifts and who is on them."""
        return StoredRoster(self._connection)

    @cached_property
    def attendance(self) -> StoredAttendance:
        """Who confirmed a shift, and who was there."""
        return StoredAttendance(self._connection)

    @cached_property
    def holidays(self) -> StoredHolidays:
        """Closed days and school holidays."""
        return StoredHolidays(self._connection)

    @cached_property
    def handover(self) -> StoredHandover:
        """The logbook between shifts."""
        return StoredHandover(self._connection)

    @cached_property
    def concerns(self) -> StoredConcerns:
        """Signals and how far professionals are with them."""
        return StoredConcerns(self._connection)

    @cached_property
    def audit(self) -> StoredAudit:
        """Who did what."""
        return StoredAudit(self._connection)


@dataclass(frozen=True, slots=True)
class EncryptedStore:
    """An opened store; implements `services.ports.Store`."""

    engine: StoreEngine

    @contextmanager
    def reading(self) -> Iterator[StoreUnit]:
        """Open a unit that sees one state of the store."""
        with self.engine.reading() as connection:
            yield StoreUnit(connection)

    @contextmanager
    def writing(self) -> Iterator[StoreUnit]:
        """Open a unit that is committed at the end, or leaves nothing behind."""
        with self.engine.writing() as connection:
            yield StoreUnit(connection)
