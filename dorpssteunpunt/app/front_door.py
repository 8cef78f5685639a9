"""The door of a store: founding one, and letting people in with a PIN or a passphrase."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from dorpssteunpunt.base.clock import Clock
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.founding import (
    COORDINATOR_ACCOUNT,
    SUPPORTER_ACCOUNT,
    Founding,
    check_founding,
    found,
)
from dorpssteunpunt.store.attempts import Attempts
from dorpssteunpunt.store.device_secret import Device
from dorpssteunpunt.store.keys import Cost, IssuedKeys, Keys, SignInName, Unlocked
from dorpssteunpunt.store.store_file import inspect_store

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

    def names(self) -> tuple[SignInName, ...]:
        """Return who may choose their name; empty on a computer that is new to the store."""
        return self.keys.sign_in_names()

    def enter_with_pin(self, account_id: int, pin: str) -> "Premises":
        """Let somebody in by name and PIN; raises the faults of keys and store."""
        return self._open(self.keys.open_with_pin(account_id, pin))

    def enter_with_passphrase(self, typed: str) -> "Premises":
        """Let in the owner of a portable passphrase; raises the faults of keys and store."""
        return self._open(self.keys.open_with_passphrase(typed))

    def _open(self, unlocked: Unlocked) -> "Premises":
        from dorpssteunpunt.store.cabinet import OpenedCabinet
        from dorpssteunpunt.store.engine import open_engine
        from dorpssteunpunt.store.migrate import upgrade
        from dorpssteunpunt.store.unit_of_work import EncryptedStore

        engine = open_engine(self.path, unlocked.data_key)
        try:
            upgrade(engine, self.backups, self.clock.now())
            store = EncryptedStore(engine)
            with store.reading() as uow:
                actor = uow.accounts.account(unlocked.account or COORDINATOR_ACCOUNT)
        except BaseException:
            engine.close()
            raise
        cabinet = OpenedCabinet(self.keys, unlocked)
        return Premises(Desk(actor, self.clock, store, cabinet, cabinet), engine)


@dataclass(frozen=True, slots=True)
class Premises:
    """An opened store with somebody at the desk; `leave` closes it again."""

    desk: Desk
    engine: "StoreEngine"

    def leave(self) -> None:
        """Close the store; the desk is of no use afterwards."""
        self.engine.close()


def front_door(path: Path, settings: Path, device: Device, clock: Clock) -> FrontDoor:
    """Return the door of the store at `path`; whether there is a store is seen on entering."""
    keys = Keys(path, device, Attempts(settings, clock))
    return FrontDoor(path, keys, clock, path.parent / "backups")


def found_store(door: FrontDoor, founding: Founding, cost: Cost | None = None) -> IssuedKeys:
    """Make a new store with its keys, the founding in it, and return the keys to hand out.

    Raises `StoreExists` when there is one, the refusals of `check_founding`, and the faults of
    the disk; after any of them nothing stands at the store's name.
    """
    from dorpssteunpunt.store.engine import create_store, open_engine
    from dorpssteunpunt.store.migrate import upgrade
    from dorpssteunpunt.store.store_file import founding as founding_site
    from dorpssteunpunt.store.unit_of_work import EncryptedStore

    check_founding(founding)
    with founding_site(door.path) as site:
        keys = Keys(site, door.keys.device, door.keys.attempts)
        issued = keys.issue(COORDINATOR_ACCOUNT, SUPPORTER_ACCOUNT, cost)
        create_store(site, issued.data_key)
        engine = open_engine(site, issued.data_key)
        try:
            upgrade(engine, door.backups, door.clock.now())
            with EncryptedStore(engine).writing() as uow:
                found(uow, founding, door.clock.now())
        finally:
            engine.close()
    return issued
