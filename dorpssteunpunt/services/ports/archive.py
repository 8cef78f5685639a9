"""The backups of a store, and what this computer knows of its health."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal, Protocol


@dataclass(frozen=True, slots=True)
class BackupFile:
    """A backup as the disk shows it, of which moment it is; ``elsewhere`` is on another disk."""

    path: Path
    moment: datetime
    elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class BackupContent:
    """A backup that was opened, with the number of rows in it by table."""

    file: BackupFile
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Remembered:
    """What this computer remembers: where copies go, and when there was a copy and a check."""

    elsewhere: Path | None = None
    copied: datetime | None = None
    checked: datetime | None = None


class Archive(Protocol):
    """The backups of the opened store, and whether the store is whole."""

    @property
    def store(self) -> Path:
        """The file of the store."""
        ...

    def backups(self) -> Sequence[BackupFile]:
        """Return the backups beside the store and elsewhere, the newest first."""
        ...

    def contents(self) -> Sequence[BackupContent]:
        """Return those of `backups` that open, with what is in them."""
        ...

    def remembered(self) -> Remembered:
        """Return what this computer remembers about them."""
        ...

    def remember(self, facts: Remembered) -> None:
        """Keep what this computer is to remember; raises the faults of the disk."""
        ...

    def back_up(self, moment: datetime) -> None:
        """Make a verified backup beside the store and remove superfluous ones.

        Raises `BackupFailed`, `KeysMissing` and the faults of the disk.
        """
        ...

    def back_up_elsewhere(self, folder: Path, moment: datetime) -> None:
        """Do the same in another folder; raises `ElsewhereAway` when that is not there."""
        ...

    def is_on_the_same_disk(self, folder: Path) -> bool:
        """Say whether a folder is on the disk of the store, and would be lost with it."""
        ...

    def findings(self) -> Sequence[str]:
        """Return what is wrong with the store, nothing when it is whole.

        Takes seconds; raises `StoreBusy` when it cannot be examined at the moment.
        """
        ...

    def secret_kept_in(self) -> Literal["keyring", "file", ""]:
        """Say where the secret of this computer lies; nothing when there is none yet."""
        ...
