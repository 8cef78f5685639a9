"""The door of a store: founding one, and letting people in with a PIN or a passphrase."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from dorpssteunpunt.app.shelf import OpenedShelf
from dorpssteunpunt.base.clock import Clock
from dorpssteunpunt.domain.accounts import Account, Role, check_pin
from dorpssteunpunt.services import accounts
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.founding import (
    COORDINATOR_ACCOUNT,
    SUPPORTER_ACCOUNT,
    Founding,
    check_founding,
    found,
)
from dorpssteunpunt.services.ports import FirstSecrets, Store, UnitOfWork
from dorpssteunpunt.store.attempts import Attempts
from dorpssteunpunt.store.device_secret import Device
from dorpssteunpunt.store.keys import IssuedKeys, Keys, Unlocked
from dorpssteunpunt.store.store_file import inspect_store
from dorpssteunpunt.store.stretching import Cost

if TYPE_CHECKING:
    from dorpssteunpunt.store.engine import StoreEngine


@dataclass(frozen=True, slots=True)
class FrontDoor:
    """A store seen from outside. Nothing heavy is imported until somebody comes in."""

    path: Path
    keys: Keys
    clock: Clock
    backups: Path

    def look(self) -> None:
        """Raise the fault that keeps this store from being opened, if there is one to see."""
        inspect_store(self.path)

    def enter_with_pin(self, account_id: int, pin: str) -> "Premises":
        """Let somebody in by name and PIN; raises the faults of keys and store."""
        return self.let_in(self.keys.open_with_pin(account_id, pin))

    def enter_with_passphrase(self, typed: str) -> "Premises":
        """Let in the owner of a portable passphrase; raises the faults of keys and store."""
        return self.let_in(self.keys.open_with_passphrase(typed))

    def enter_with_recovery_code(self, typed: str) -> "Premises":
        """Let in a professional by their own code, or a coordinator by the support point's."""
        return self.let_in(self.keys.open_with_recovery_code(typed))

    def let_in(self, unlocked: Unlocked) -> "Premises":
        """Open the store for whoever has its key already; raises the faults of the store."""
        from dorpssteunpunt.store.engine import open_engine
        from dorpssteunpunt.store.migrate import upgrade
        from dorpssteunpunt.store.unit_of_work import EncryptedStore

        engine = open_engine(self.path, unlocked.data_key)
        try:
            upgrade(engine, self.backups, self.clock.now())
            store = EncryptedStore(engine)
            with store.reading() as uow:
                actor = _actor(uow, unlocked.account)
        except BaseException:
            engine.close()
            raise
        desk = _desk(actor, self, store, engine, self.keys, unlocked)
        return Premises(desk, engine, unlocked)


@dataclass(frozen=True, slots=True)
class Premises:
    """An opened store with somebody at the desk; implements `services.door.Visit`."""

    desk: Desk
    engine: "StoreEngine"
    unlocked: Unlocked = field(repr=False)

    def shelf(self) -> OpenedShelf:
        """Return the backups of this store; its window holds the store already."""
        return OpenedShelf(
            role=self.desk.actor.role,
            store=self.engine.path,
            files=self.desk.archive.backups(),
            clock=self.desk.clock,
            data_key=self.unlocked.data_key,
            hold=lambda: None,
        )

    def leave(self) -> None:
        """Close the store; the desk is of no use afterwards."""
        self.engine.close()


def front_door(path: Path, settings: Path, device: Device, clock: Clock) -> FrontDoor:
    """Return the door of the store at `path`; whether there is a store is seen on entering."""
    keys = Keys(path, device, Attempts(settings, clock))
    return FrontDoor(path, keys, clock, path.parent / "backups" / path.stem)


def found_store(
    door: FrontDoor,
    founding: Founding,
    cost: Cost | None = None,
    *,
    drawn: FirstSecrets | None = None,
    pin: str = "",
    hand_out: Callable[[FirstSecrets], object] = lambda _secrets: None,
) -> IssuedKeys:
    """Make a new store with its keys, the founding in it, and return the keys to hand out.

    With a `pin` the coordinator can sign in with it on this computer. `hand_out` is called when
    only its name is left to be given to the store: a store whose secrets nobody got is of no
    use, so an error there leaves none. Raises `StoreExists` when
    there is a store, the refusals of `check_founding` and `check_pin`, and the faults of the
    disk; after any of them nothing stands at the store's name.
    """
    from dorpssteunpunt.store.engine import create_store, open_engine
    from dorpssteunpunt.store.migrate import upgrade
    from dorpssteunpunt.store.store_file import founding as founding_site
    from dorpssteunpunt.store.unit_of_work import EncryptedStore

    check_founding(founding)
    if pin:
        check_pin(pin)
    with founding_site(door.path) as site:
        keys = Keys(site, door.keys.device, door.keys.attempts)
        issued = keys.issue(COORDINATOR_ACCOUNT, SUPPORTER_ACCOUNT, cost, drawn)
        create_store(site, issued.coordinator.data_key)
        engine = open_engine(site, issued.coordinator.data_key)
        try:
            upgrade(engine, door.backups, door.clock.now())
            store = EncryptedStore(engine)
            with store.writing() as uow:
                found(uow, founding, door.clock.now())
                first = _actor(uow, COORDINATOR_ACCOUNT)
            if pin:
                desk = _desk(first, door, store, engine, keys, issued.coordinator)
                accounts.set_pin(desk, first.id, pin)
                accounts.furnish_lobby(desk)
        finally:
            engine.close()
        hand_out(issued)
    return issued


def _desk(
    actor: Account,
    door: FrontDoor,
    store: Store,
    engine: "StoreEngine",
    keys: Keys,
    unlocked: Unlocked,
) -> Desk:
    from dorpssteunpunt.store.archive import StoreArchive
    from dorpssteunpunt.store.cabinet import OpenedCabinet

    cabinet = OpenedCabinet(keys, unlocked)
    archive = StoreArchive(engine, door.backups, keys.device)
    return Desk(actor, door.clock, store, cabinet, cabinet, archive)


def _actor(uow: UnitOfWork, account_id: int | None) -> Account:
    """Return the account that acts; for the support point's own code that is a coordinator."""
    if account_id is not None:
        return uow.accounts.account(account_id)
    coordinators = [
        account
        for account in uow.accounts.accounts()
        if account.active and account.role is Role.COORDINATOR
    ]
    return min(coordinators, key=lambda account: account.id)
