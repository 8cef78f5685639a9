"""The backups of an opened store, beside it and elsewhere; implements `services.ports.Archive`."""

import logging
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from dorpssteunpunt.domain.accounts import Role
from dorpssteunpunt.services.faults import BackupDamaged, ElsewhereAway, StoreDamaged
from dorpssteunpunt.services.ports.archive import BackupContent, BackupFile, Remembered
from dorpssteunpunt.store import backup_notes
from dorpssteunpunt.store.backup import Keyed, back_up, thin
from dorpssteunpunt.store.backup_files import backups_of
from dorpssteunpunt.store.device_secret import Device, Keeper
from dorpssteunpunt.store.engine import StoreEngine
from dorpssteunpunt.store.integrity import check_integrity, counts_by_table
from dorpssteunpunt.store.sqlite_faults import database_faults

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class StoreArchive:
    """Backups are in ``folder``, and copies where this computer remembers to put them."""

    engine: StoreEngine = field(repr=False)
    folder: Path
    device: Device = field(repr=False)

    @property
    def store(self) -> Path:
        """The file of the store."""
        return self.engine.path

    def backups(self) -> Sequence[BackupFile]:
        """Return the backups beside the store and elsewhere, the newest first."""
        return backups_of(self.folder)

    def contents(self) -> Sequence[BackupContent]:
        """Return those of `backups` that open, with what is in them."""
        return list(opened(self.backups(), self.engine.keyed))

    def remembered(self) -> Remembered:
        """Return what this computer remembers about them."""
        return backup_notes.recall(self.folder)

    def remember(self, facts: Remembered) -> None:
        """Keep what this computer is to remember."""
        backup_notes.remember(self.folder, facts)

    def back_up(self, moment: datetime) -> None:
        """Make a verified backup beside the store and remove superfluous ones."""
        back_up(self.engine, self.folder, moment)
        thin(self.folder, moment)

    def back_up_elsewhere(self, folder: Path, moment: datetime) -> None:
        """Do the same in another folder, which is not made: its disk may be unplugged."""
        if not folder.is_dir():
            raise ElsewhereAway(folder)
        back_up(self.engine, folder, moment)
        thin(folder, moment)

    def is_on_the_same_disk(self, folder: Path) -> bool:
        """Say whether a folder is on the disk of the store, and would be lost with it."""
        try:
            return folder.stat().st_dev == self.store.stat().st_dev
        except OSError:
            return False

    def findings(self) -> Sequence[str]:
        """Return what is wrong with the store, nothing when it is whole."""
        return check_integrity(self.engine)

    def secret_kept_in(self) -> Keeper:
        """Say where the secret of this computer lies."""
        return self.device.kept_in()


def opened(files: Sequence[BackupFile], keyed: Keyed) -> Iterator[BackupContent]:
    """Open each backup with a key and count what is in it; one that does not open is left out."""
    for file in files:
        try:
            with closing(keyed(file.path, "ro")) as backup:
                yield BackupContent(file, counts_by_table(backup.execute))
        except Exception as error:  # whatever the driver raises, this one is of no use
            _log.warning("a backup does not open: %s", type(error).__name__)


def role_in(backup: Path, keyed: Keyed, account: int | None) -> Role:
    """Return what this account is by a backup; who has the support point's code coordinates.

    Raises `BackupDamaged` when the backup does not open.
    """
    try:
        with database_faults(backup), closing(keyed(backup, "ro")) as connection:
            asked = connection.execute("SELECT role FROM account WHERE id = ?", (account,))
            row = asked.fetchone()
    except StoreDamaged as fault:
        raise BackupDamaged(backup) from fault
    if account is None:
        return Role.COORDINATOR
    return Role(row[0]) if row else Role.DESK_WORKER
