"""What can be the matter with the store and its keys, as facts without words."""

from dataclasses import dataclass
from pathlib import Path

from dorpssteunpunt.base.errors import Circumstance, Refusal

# ---------------------------------------------------------------- somebody types a key


@dataclass(eq=False, repr=False)
class WrongPin(Circumstance):
    """The PIN opens nothing; the next attempt is heard after ``wait_seconds`` (often 0)."""

    wait_seconds: int = 0


@dataclass(eq=False, repr=False)
class WrongPassphrase(Circumstance):
    """The passphrase opens nothing; the next attempt is heard after ``wait_seconds``."""

    wait_seconds: int = 0


@dataclass(eq=False, repr=False)
class WrongRecoveryCode(Circumstance):
    """The recovery code opens nothing; the next attempt is heard after ``wait_seconds``."""

    wait_seconds: int = 0


@dataclass(eq=False, repr=False)
class TooManyAttempts(Circumstance):
    """After wrong attempts no other is heard for ``wait_seconds``, not even a right one."""

    wait_seconds: int


class PinsFromElsewhere(Circumstance):
    """The PINs of this store were set on another computer and do not work on this one."""


class DeviceSecretSilent(Circumstance):
    """The keyring of this computer, which keeps its secret, did not answer in time."""


@dataclass(eq=False, repr=False)
class PassphraseMistyped(Refusal):
    """These words (1 is the first) are on no list; none are named when their number is wrong."""

    words: tuple[int, ...]
    expected: int
    field = "passphrase"


@dataclass(eq=False, repr=False)
class RecoveryCodeMistyped(Refusal):
    """These groups (1 is the first) hold a typing error; none are named when some are missing."""

    groups: tuple[int, ...]
    expected: int
    field = "recovery_code"


class SealNotOpened(Circumstance):
    """A sealed note is not for this reader, or is damaged."""


# ---------------------------------------------------------------- the store is not as it should be


@dataclass(eq=False, repr=False)
class StoreFault(Circumstance):
    """Something is the matter with the store at ``path``."""

    path: Path


class StoreMissing(StoreFault):
    """There is no file at the store's path, though its folder is there."""


class FolderMissing(StoreFault):
    """The folder of the store is not there; a disk may be unplugged."""


class StoreEmpty(StoreFault):
    """The file has no content at all."""


class StoreNotEncrypted(StoreFault):
    """The file is a database that anybody can read, so not one of ours."""


class NotAStore(StoreFault):
    """What stands at the path is a folder, or a file too small to be a store."""


class StoreDamaged(StoreFault):
    """The key is right and the content does not read: bits changed, or a piece is missing."""


class StoreUnreadable(StoreFault):
    """The system does not let this user read the store, or the disk fails to."""


class StoreReadOnly(StoreFault):
    """The store can be read and not written."""


class FolderReadOnly(StoreFault):
    """Nothing can be written in the folder of the store."""


class DiskFull(StoreFault):
    """There is no room left on the disk, or for this user. What was saved is safe."""


class StoreBusy(StoreFault):
    """Another program held the store for longer than we wait."""


class StoreInUse(StoreFault):
    """A window of this program has this store open already."""


class StoreMoved(StoreFault):
    """The store was moved, removed or replaced since it was opened."""


class StoreExists(StoreFault):
    """A new store is to be made where a store or its keys stand already."""


class KeysMissing(StoreFault):
    """The key file beside the store is not there; ``path`` is that of the key file."""


class KeysDamaged(StoreFault):
    """The key file beside the store is damaged; ``path`` is that of the key file."""


@dataclass(eq=False, repr=False)
class StoreNewer(StoreFault):
    """A newer version of the program changed the store; this one does not know ``revision``."""

    revision: str


class UpgradeFailed(StoreFault):
    """Bringing the store up to date failed a check and was undone."""


class BackupFailed(StoreFault):
    """A backup was not equal to the store, so it was thrown away; ``path`` is the store's."""


class BackupDamaged(StoreFault):
    """The backup at ``path`` is not whole, so it is not put in the place of a store."""


class BackupOfAnother(StoreFault):
    """The backup at ``path`` belongs to another store than the one whose place it is to take."""


class NoElsewhere(Circumstance):
    """There is no second place for backups chosen."""


class ElsewhereAway(StoreFault):
    """The second place for backups, ``path``, is not there; a disk may be unplugged."""


@dataclass(eq=False, repr=False)
class UnsuitableEngine(Circumstance):
    """The database library on this computer cannot be trusted with the store."""

    found: str


# ---------------------------------------------------------------- the command line


class PassphraseNotGiven(Circumstance):
    """There is no passphrase in the environment or file, and nobody to ask for one."""


@dataclass(eq=False, repr=False)
class PaperNotWritten(Circumstance):
    """The paper could not be written at ``path``; nothing was left there."""

    path: Path


@dataclass(eq=False, repr=False)
class ProblemNotRead(Circumstance):
    """There is no file with a roster problem at ``path``, or it cannot be read."""

    path: Path


class OutputNotWritten(Circumstance):
    """What a command has to say cannot be written: its output is closed, or the disk is full."""


class NotADemo(StoreFault):
    """What stands at the path is no demo village, so the demo leaves it alone."""


class NoScreen(Circumstance):
    """There is no screen to show a window on."""


class ScreenSilent(Circumstance):
    """A screen is named, and it lets no window be shown; the system may lack parts for it."""
