"""Putting a backup in the place of the store: what there is to choose, and who may."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from dorpssteunpunt.domain.accounts import NotAllowed, Right, Role, may
from dorpssteunpunt.services.ports import BackupContent


class Shelf(Protocol):
    """The backups of one store, opened by somebody with a key of one of them."""

    @property
    def role(self) -> Role:
        """What the owner of that key is at the support point."""
        ...

    def contents(self) -> Sequence[BackupContent]:
        """Return the backups that this key opens, the newest first."""
        ...

    def lacks_only_keys(self) -> bool:
        """Say whether the store itself is whole, and only the key file beside it is not."""
        ...

    def put_back(self, backup: Path) -> Path | None:
        """Put a backup in the place of the store and return where the old store is kept."""
        ...

    def put_back_keys(self, backup: Path) -> None:
        """Put the keys of a backup beside the store, which stays as it is."""
        ...


def backups_to_restore(shelf: Shelf) -> Sequence[BackupContent]:
    """Return the backups with what is in them, the newest first; raises `NotAllowed`."""
    _require(shelf)
    return shelf.contents()


def restore(shelf: Shelf, backup: Path) -> Path | None:
    """Put a backup in the place of the store and return where the old one is kept, if any was.

    The keys are those of the backup too. Nobody may have the store open. Raises `NotAllowed`,
    `BackupDamaged`, `BackupOfAnother`, `StoreInUse` and the faults of the disk; the store is then
    as it was.
    """
    _require(shelf)
    return shelf.put_back(backup)


def restore_keys(shelf: Shelf, backup: Path) -> None:
    """Put only the keys of a backup back, where the store itself is whole.

    Raises `NotAllowed`, `BackupOfAnother` and the faults of the disk.
    """
    _require(shelf)
    shelf.put_back_keys(backup)


def _require(shelf: Shelf) -> None:
    if not may(shelf.role, Right.SETTINGS):
        raise NotAllowed(shelf.role, Right.SETTINGS)
