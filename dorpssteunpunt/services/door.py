"""The door of a store as the window sees it: what shows outside, the ways in, and founding."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from dorpssteunpunt.base.errors import Circumstance
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.founding import Founding
from dorpssteunpunt.services.ports import BackupFile, FirstSecrets, Lobby
from dorpssteunpunt.services.restoring import Shelf


@dataclass(frozen=True, slots=True)
class Porch:
    """What shows before anybody is signed in.

    ``with_pin`` are the accounts that can sign in with a PIN on this computer; ``trouble`` is
    why no PIN works at the moment, if that is so.
    """

    lobby: Lobby
    with_pin: frozenset[int] = frozenset()
    trouble: Circumstance | None = None


class Visit(Protocol):
    """An opened store with somebody at the desk."""

    @property
    def desk(self) -> Desk:
        """The desk of the one who came in."""
        ...

    def shelf(self) -> Shelf:
        """Return the backups of this store; leave before one of them is put back."""
        ...

    def leave(self) -> None:
        """Close the store; the desk is of no use afterwards."""
        ...


@dataclass(frozen=True, slots=True)
class Recovered:
    """Who came in with a recovery code, and their new passphrase, to be shown once."""

    visit: Visit
    passphrase: str = field(repr=False)


class BackupDoor(Protocol):
    """The door of a backup, which opens with the secrets of its own moment."""

    def approach(self) -> Porch:
        """Return what shows at its door; raises `KeysMissing` and `KeysDamaged`."""
        ...

    def wait_seconds(self, account_id: int) -> int:
        """Return how long no PIN of this account is heard."""
        ...

    def open_with_pin(self, account_id: int, pin: str) -> Shelf:
        """Open the backups by name and PIN; raises `WrongPin`, `BackupDamaged` and so on."""
        ...

    def open_with_passphrase(self, typed: str) -> Shelf:
        """Open the backups with a passphrase."""
        ...

    def open_with_recovery_code(self, typed: str) -> Shelf:
        """Open the backups with a recovery code, whose holder acts as a coordinator."""
        ...


class Door(Protocol):
    """The door of one store. Everything takes a while, so it is not for the GUI thread."""

    @property
    def path(self) -> Path:
        """The file of the store."""
        ...

    def approach(self) -> Porch:
        """Hold the store for this window and return what shows at its door.

        Raises `StoreInUse` when another window holds it, and what keeps it from being opened.
        """
        ...

    def wait_seconds(self, account_id: int) -> int:
        """Return how long no PIN of this account is heard."""
        ...

    def enter_with_pin(self, account_id: int, pin: str) -> Visit:
        """Let somebody in; raises `WrongPin`, `TooManyAttempts` and the faults of the store."""
        ...

    def enter_with_passphrase(self, typed: str) -> Visit:
        """Let the owner of a passphrase in, on any computer.

        Raises `PassphraseMistyped`, `WrongPassphrase`, `TooManyAttempts` and the faults of the
        store.
        """
        ...

    def recover(self, typed: str) -> Recovered:
        """Let the holder of a recovery code in, with a new passphrase in place of the lost one.

        The code of the support point lets a coordinator in, that of a village supporter the
        owner. Raises `RecoveryCodeMistyped`, `WrongRecoveryCode`, `TooManyAttempts` and the
        faults of the store.
        """
        ...

    def backups(self) -> Sequence[BackupFile]:
        """Return the backups that are known here, the newest first; needs no store and no key."""
        ...

    def backup_door(self, backup: Path) -> BackupDoor:
        """Return the door of a backup of this store, wherever it stands."""
        ...

    def walk_away(self) -> None:
        """Let another window have the store."""
        ...


class Doors(Protocol):
    """Finds the door of a store, and founds new ones."""

    def door(self, path: Path) -> Door:
        """Return the door of the store at ``path``, whether it is there or not."""
        ...

    def draw_secrets(self) -> FirstSecrets:
        """Return the secrets for a new store; nothing is written yet."""
        ...

    def check_typed_back(self, typed: str, code: str) -> None:
        """Raise `RecoveryCodeMistyped` with the groups that differ from ``code``, if any do."""
        ...

    def found(self, path: Path, founding: Founding, secrets: FirstSecrets, pin: str) -> Visit:
        """Make a new store with these secrets and let its coordinator in, who has this PIN here.

        Raises `StoreExists`, the refusals of `check_founding` and `check_pin`, and the faults of
        the disk; after any of them nothing stands at ``path``.
        """
        ...
