"""The shelf with backups of one store, and the door of a backup, which opens as the store does."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dorpssteunpunt.base.clock import Clock
from dorpssteunpunt.domain.accounts import Role
from dorpssteunpunt.services.door import Porch
from dorpssteunpunt.services.faults import DeviceSecretSilent, KeysDamaged, KeysMissing
from dorpssteunpunt.services.founding import bare_lobby
from dorpssteunpunt.services.ports import BackupContent, BackupFile
from dorpssteunpunt.store.backup_files import backups_near
from dorpssteunpunt.store.keys import Keys, Unlocked

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class OpenedShelf:
    """Implements `services.restoring.Shelf`; ``hold`` keeps other windows away meanwhile."""

    role: Role
    store: Path
    files: Sequence[BackupFile]
    clock: Clock
    data_key: bytes = field(repr=False)
    hold: Callable[[], object] = field(repr=False)

    def contents(self) -> Sequence[BackupContent]:
        """Return the backups that this key opens, the newest first."""
        from dorpssteunpunt.store.archive import opened

        return list(opened(self.files, self._keyed))

    def lacks_only_keys(self) -> bool:
        """Say whether the store itself is whole, and only the key file beside it is not."""
        from dorpssteunpunt.store.key_file import KeyFile, keys_beside
        from dorpssteunpunt.store.restore import opens

        try:
            KeyFile.read(keys_beside(self.store))
        except (KeysMissing, KeysDamaged):
            return opens(self.store, self.data_key)
        return False

    def put_back(self, backup: Path) -> Path | None:
        """Put a backup in the place of the store and return where the old store is kept."""
        from dorpssteunpunt.store.durable import disk_faults
        from dorpssteunpunt.store.restore import put_back

        with disk_faults(self.store):
            self.store.parent.mkdir(parents=True, exist_ok=True)
        self.hold()
        aside = put_back(backup, self.data_key, self.store, self.clock.now())
        _log.info("a backup was put in the place of the store")
        return aside

    def put_back_keys(self, backup: Path) -> None:
        """Put the keys of a backup beside the store."""
        from dorpssteunpunt.store.restore import put_back_keys

        self.hold()
        put_back_keys(backup, self.data_key, self.store)

    def _keyed(self, path: Path, mode: str) -> object:
        from dorpssteunpunt.store.connecting import connect

        return connect(path, self.data_key, mode)


@dataclass(frozen=True)
class BackupEntrance:
    """The door of one backup of the store at ``store``; implements `services.door.BackupDoor`."""

    backup: Path
    keys: Keys
    store: Path
    beside: Sequence[BackupFile]
    clock: Clock
    hold: Callable[[], object] = field(repr=False)

    def approach(self) -> Porch:
        """Return what shows at the door of the backup."""
        return porch_of(self.keys)

    def wait_seconds(self, account_id: int) -> int:
        """Return how long no PIN of this account is heard."""
        return self.keys.wait_seconds(account_id)

    def open_with_pin(self, account_id: int, pin: str) -> OpenedShelf:
        """Open the backups by name and PIN."""
        return self._shelf(self.keys.open_with_pin(account_id, pin))

    def open_with_passphrase(self, typed: str) -> OpenedShelf:
        """Open the backups with a passphrase."""
        return self._shelf(self.keys.open_with_passphrase(typed))

    def open_with_recovery_code(self, typed: str) -> OpenedShelf:
        """Open the backups with a recovery code."""
        return self._shelf(self.keys.open_with_recovery_code(typed))

    def _shelf(self, unlocked: Unlocked) -> OpenedShelf:
        from dorpssteunpunt.store.archive import role_in
        from dorpssteunpunt.store.connecting import connect

        def keyed(path: Path, mode: str) -> object:
            return connect(path, unlocked.data_key, mode)

        role = role_in(self.backup, keyed, unlocked.account)
        files = backups_near(self.backup, self.beside)
        return OpenedShelf(role, self.store, files, self.clock, unlocked.data_key, self.hold)


def porch_of(keys: Keys) -> Porch:
    """Return what shows at the door of a store or backup with these keys."""
    try:
        lobby = keys.lobby() or bare_lobby()
        return Porch(lobby, frozenset(filter(keys.has_pin, lobby.names)))
    except DeviceSecretSilent as silent:
        return Porch(bare_lobby(), trouble=silent)
