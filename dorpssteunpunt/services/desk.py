"""Who acts, on which store, at what time: what every service function is given first."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from dorpssteunpunt.base.clock import Clock
from dorpssteunpunt.domain.accounts import Account, NotAllowed, Right
from dorpssteunpunt.services.changes import Room
from dorpssteunpunt.services.ports import Archive, KeyCabinet, Seals, Store, UnitOfWork


@dataclass(frozen=True, slots=True)
class Desk:
    """The desk as one signed-in person sits at it."""

    actor: Account
    clock: Clock
    store: Store
    keys: KeyCabinet
    seals: Seals
    archive: Archive

    def allows(self, right: Right) -> bool:
        """Say whether the person at the desk has this right."""
        return self.actor.may(right)

    def require(self, right: Right) -> None:
        """Raise `NotAllowed` unless the person at the desk has this right."""
        if not self.allows(right):
            raise NotAllowed(self.actor.role, right)

    @contextmanager
    def reading(self, right: Right) -> Iterator[UnitOfWork]:
        """Open a unit of work to read; raises `NotAllowed` first."""
        self.require(right)
        with self.store.reading() as uow:
            yield uow

    @contextmanager
    def writing(self, right: Right) -> Iterator[UnitOfWork]:
        """Open a unit of work that is committed at the end; raises `NotAllowed` first."""
        self.require(right)
        with self.store.writing() as uow:
            yield uow

    def note(self, uow: UnitOfWork, action: str, room: Room, subject: int | None = None) -> None:
        """Add to the audit trail what this person does or reads, never what it says."""
        uow.audit.record(self.clock.now(), self.actor.id, action, room, subject)
