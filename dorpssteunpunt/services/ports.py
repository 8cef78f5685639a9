"""What the services ask of the outside: a store, keys, sealing, paper and solved problems."""

from collections.abc import Collection, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from dorpssteunpunt.base.errors import Refusal
from dorpssteunpunt.domain.accounts import Account, Role
from dorpssteunpunt.domain.people import Person, Volunteer
from dorpssteunpunt.domain.roster import Assignment, Place, Publication, Shift
from dorpssteunpunt.domain.support_point import (
    Boundary,
    Daypart,
    EmergencyNumber,
    HelpKind,
    OpeningSlot,
    SupportPoint,
)
from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.services.changes import Room


class PeopleRepository(Protocol):
    """Residents and volunteers; those who were removed are not found any more."""

    def person(self, person_id: int) -> Person:
        """Return a person; raises `NotFound`."""
        ...

    def persons(self, person_ids: Collection[int]) -> Mapping[int, Person]:
        """Return the persons with these ids, also removed ones, by id."""
        ...

    def find(self, typed: str, limit: int, *, volunteers_only: bool = False) -> Sequence[Person]:
        """Return persons of whom every typed word begins a word of name, street or phone."""
        ...

    def page(
        self, after: tuple[str, int] | None, limit: int, *, volunteers: bool | None, typed: str
    ) -> Sequence[Person]:
        """Return the next persons in Dutch name order, after a (sort key, id)."""
        ...

    def save(self, person: Person) -> int:
        """Add or change a person and return the id."""
        ...

    def remove(self, person_id: int, at: datetime) -> None:
        """Let a person be found no more; what refers to them keeps its name."""
        ...

    def volunteer(self, person_id: int) -> Volunteer | None:
        """Return what this person offers, or None for somebody who is no volunteer."""
        ...

    def volunteers(self, active_on: date | None = None) -> Sequence[tuple[Person, Volunteer]]:
        """Return all volunteers (or those active on a date) in Dutch name order."""
        ...

    def save_volunteer(self, volunteer: Volunteer) -> None:
        """Add or change what a person offers, kinds and weekly availability included."""
        ...

    def count(self) -> tuple[int, int]:
        """Return how many residents and how many volunteers there are."""
        ...


class AccountRepository(Protocol):
    """Who can sign in."""

    def account(self, account_id: int) -> Account:
        """Return an account, active or not; raises `NotFound`."""
        ...

    def accounts(self) -> Sequence[Account]:
        """Return all accounts in Dutch name order, inactive ones too."""
        ...

    def add(self, person_id: int, role: Role, at: datetime) -> int:
        """Add an account for a person and return its id."""
        ...

    def close(self, account_id: int) -> None:
        """Let this account sign in no more."""
        ...

    def reopen(self, account_id: int, role: Role) -> None:
        """Let somebody who had an account sign in again, in this role."""
        ...


class SupportPointRepository(Protocol):
    """The support point and its own lists."""

    def support_point(self) -> SupportPoint:
        """Return the support point of this store."""
        ...

    def save(self, support_point: SupportPoint) -> None:
        """Set name, address and settings."""
        ...

    def kinds(self) -> Sequence[HelpKind]:
        """Return all kinds of help in their order, inactive ones too."""
        ...

    def save_kind(self, kind: HelpKind) -> int:
        """Add or change a kind of help and return its id."""
        ...

    def boundaries(self) -> Sequence[Boundary]:
        """Return what volunteers never do, in order."""
        ...

    def replace_boundaries(self, boundaries: Sequence[Boundary]) -> None:
        """Set the whole list of boundaries."""
        ...

    def dayparts(self) -> Sequence[Daypart]:
        """Return the parts of the day in order."""
        ...

    def save_daypart(self, daypart: Daypart) -> int:
        """Add or change a part of the day and return its id."""
        ...

    def week_template(self) -> Sequence[OpeningSlot]:
        """Return the lines of the week template by weekday and day part."""
        ...

    def replace_week_template(self, slots: Sequence[OpeningSlot]) -> None:
        """Set the whole week template."""
        ...

    def emergency_numbers(self) -> Sequence[EmergencyNumber]:
        """Return the emergency numbers in order."""
        ...

    def replace_emergency_numbers(self, numbers: Sequence[EmergencyNumber]) -> None:
        """Set the whole list of emergency numbers."""
        ...


class RosterRepository(Protocol):
    """Shifts, who is on them, and what was published."""

    def shift(self, shift_id: int) -> Shift:
        """Return a shift; raises `NotFound`."""
        ...

    def shifts(self, first: date, last: date) -> Sequence[Shift]:
        """Return the shifts of these days, both included, in order of time."""
        ...

    def add_shifts(self, shifts: Sequence[Shift]) -> None:
        """Add new shifts."""
        ...

    def note_change(self, shift_ids: Collection[int], at: datetime) -> None:
        """Keep when it last changed who is on these shifts."""
        ...

    def assignment(self, assignment_id: int) -> Assignment:
        """Return an assignment, ended or not; raises `NotFound`."""
        ...

    def assignments(self, shift_ids: Collection[int]) -> Sequence[Assignment]:
        """Return the assignments of these shifts as they were made, ended ones too."""
        ...

    def shifts_of(self, volunteer_id: int, first: date, last: date) -> Sequence[Shift]:
        """Return the shifts a volunteer is on in these days, both included, in order of time."""
        ...

    def replace(self, before: Sequence[Assignment], after: Sequence[Assignment]) -> None:
        """Let the second assignments stand in place of the first; new ones get an id."""
        ...

    def publication(self, week: Week) -> Publication | None:
        """Return the last publication of a week, or None while it is a concept."""
        ...

    def published_places(self, publication_id: int) -> Mapping[int, Collection[Place]]:
        """Return by shift who was on it when it was published."""
        ...

    def publish(self, publication: Publication, places: Mapping[int, Collection[Place]]) -> None:
        """Keep that a week is published, with who is on its shifts."""
        ...


@dataclass(frozen=True, slots=True)
class IssuedKeys:
    """What somebody gets on paper, shown once: a passphrase and a recovery code of their own."""

    passphrase: str
    recovery_code: str


@dataclass(frozen=True, slots=True)
class Lobby:
    """What may be seen before the store is open: names to choose from and emergency numbers."""

    names: Mapping[int, str]
    emergency_numbers: Sequence[EmergencyNumber]


class KeyCabinet(Protocol):
    """The keys of the store that the person at the desk has opened."""

    def has_pin(self, account_id: int) -> bool:
        """Say whether this account can sign in with a PIN."""
        ...

    def set_pin(self, account_id: int, pin: str) -> None:
        """Let this account sign in with this PIN; a professional does so only for themselves.

        Raises `PrivateKeyNeeded` for a professional other than the one at the desk.
        """
        ...

    def issue_passphrase(self, account_id: int) -> str:
        """Make a new passphrase for this account; the old one no longer opens anything."""
        ...

    def issue_professional_keys(self, account_id: int) -> IssuedKeys:
        """Make a key pair for a professional, with the passphrase and code that open it."""
        ...

    def remove(self, account_id: int) -> None:
        """Let this account open nothing any more."""
        ...

    def furnish_lobby(self, lobby: Lobby) -> None:
        """Set what may be seen before the store is open; sealed to this computer."""
        ...


class Seals(Protocol):
    """Sealing to a professional's public key, and opening with one's own private key."""

    def readers(self) -> Collection[int]:
        """Return the accounts that own a key pair."""
        ...

    def seal(self, text: str, reader_id: int, context: str) -> bytes:
        """Seal a text so that only this reader opens it, in this context only."""
        ...

    def unseal(self, box: bytes, context: str) -> str:
        """Open a box sealed to the person at the desk; raises `SealBroken`."""
        ...


class PrivateKeyNeeded(Refusal):
    """Only the professional in person can put their private key behind a new PIN."""


class NotFound(Refusal):
    """What was asked for is not there (any more)."""


class Audit(Protocol):
    """Who did or read what, without what it said."""

    def record(
        self, at: datetime, account_id: int, action: str, room: Room, subject: int | None
    ) -> None:
        """Add a line to the audit trail."""
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
    def roster(self) -> RosterRepository: ...
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
