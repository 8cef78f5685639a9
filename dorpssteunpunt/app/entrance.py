"""The doors of stores as the window uses them: one window holds a store at a time."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dorpssteunpunt.app.front_door import FrontDoor, Premises, found_store, front_door
from dorpssteunpunt.app.shelf import BackupEntrance, porch_of
from dorpssteunpunt.base.clock import Clock
from dorpssteunpunt.base.errors import Circumstance
from dorpssteunpunt.services import accounts
from dorpssteunpunt.services.door import Porch, Recovered
from dorpssteunpunt.services.faults import RecoveryCodeMistyped
from dorpssteunpunt.services.founding import Founding
from dorpssteunpunt.services.ports import BackupFile, FirstSecrets
from dorpssteunpunt.store import recovery_codes
from dorpssteunpunt.store.backup_files import backups_of
from dorpssteunpunt.store.device_secret import Device
from dorpssteunpunt.store.instance import Held, hold
from dorpssteunpunt.store.keys import Keys, draw_secrets
from dorpssteunpunt.store.stretching import Cost

_log = logging.getLogger(__name__)


@dataclass(slots=True)
class Entrance:
    """One store with its door; implements `services.door.Door`."""

    front: FrontDoor
    _held: Held | None = field(default=None, repr=False)

    @property
    def path(self) -> Path:
        """The file of the store."""
        return self.front.path

    def approach(self) -> Porch:
        """Hold the store for this window and return what shows at its door."""
        self.front.look()
        self._hold()
        return porch_of(self.front.keys)

    def wait_seconds(self, account_id: int) -> int:
        """Return how long no PIN of this account is heard."""
        return self.front.keys.wait_seconds(account_id)

    def enter_with_pin(self, account_id: int, pin: str) -> Premises:
        """Let somebody in by name and PIN."""
        return _welcomed(self.front.enter_with_pin(account_id, pin))

    def enter_with_passphrase(self, typed: str) -> Premises:
        """Let the owner of a passphrase in."""
        return _welcomed(self.front.enter_with_passphrase(typed))

    def recover(self, typed: str) -> Recovered:
        """Let the holder of a recovery code in, with a new passphrase."""
        premises = _welcomed(self.front.enter_with_recovery_code(typed))
        try:
            return Recovered(premises, accounts.renew_passphrase(premises.desk))
        except BaseException:
            premises.leave()
            raise

    def backups(self) -> Sequence[BackupFile]:
        """Return the backups that are known here, the newest first."""
        return backups_of(self.front.backups)

    def backup_door(self, backup: Path) -> BackupEntrance:
        """Return the door of a backup of this store, wherever it stands."""
        keys = Keys(backup, self.front.keys.device, self.front.keys.attempts)
        clock = self.front.clock
        return BackupEntrance(backup, keys, self.path, self.backups(), clock, self._hold)

    def walk_away(self) -> None:
        """Let another window have the store."""
        if self._held is not None:
            self._held.release()
            self._held = None

    def _hold(self) -> None:
        if self._held is None:
            self._held = hold(self.path)


@dataclass(frozen=True, slots=True)
class Entrances:
    """All doors on this computer; implements `services.door.Doors`. Only tests give a cost."""

    settings: Path
    device: Device
    clock: Clock
    cost: Cost | None = None

    def door(self, path: Path) -> Entrance:
        """Return the door of the store at ``path``."""
        return Entrance(self._front(path))

    def draw_secrets(self) -> FirstSecrets:
        """Return the secrets for a new store; nothing is written yet."""
        return draw_secrets()

    def check_typed_back(self, typed: str, code: str) -> None:
        """Raise `RecoveryCodeMistyped` with the groups that differ from ``code``, if any do."""
        groups = zip(recovery_codes.canonical(typed).split("-"), code.split("-"), strict=True)
        wrong = tuple(place for place, (one, other) in enumerate(groups, 1) if one != other)
        if wrong:
            raise RecoveryCodeMistyped(wrong, recovery_codes.GROUPS)

    def found(self, path: Path, founding: Founding, secrets: FirstSecrets, pin: str) -> Premises:
        """Make a new store with these secrets and let its coordinator in."""
        from dorpssteunpunt.store.durable import disk_faults

        with disk_faults(path):
            path.parent.mkdir(exist_ok=True)  # the usual one; a disk that is away stays away
        front = self._front(path)
        issued = found_store(front, founding, self.cost, drawn=secrets, pin=pin)
        return front.let_in(issued.coordinator)

    def _front(self, path: Path) -> FrontDoor:
        return front_door(path, self.settings, self.device, self.clock)


def _welcomed(premises: Premises) -> Premises:
    """Bring what shows at the door up to date for whoever comes next."""
    try:
        accounts.furnish_lobby(premises.desk)
    except Circumstance as trouble:  # no reason to keep somebody out
        _log.warning("the door stays as it was: %s", type(trouble).__name__)
    return premises
