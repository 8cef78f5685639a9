"""Small files that are written whole or not at all, and what a disk may answer."""

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dorpssteunpunt.base.errors import Circumstance
from dorpssteunpunt.services.faults import (
    DiskFull,
    FolderMissing,
    FolderReadOnly,
    StoreUnreadable,
)

_OWNER_ONLY = 0o600
_MEBIBYTE = 1024 * 1024
_FAULTS: dict[int, type[DiskFull | FolderReadOnly | FolderMissing | StoreUnreadable]] = {
    errno.ENOSPC: DiskFull,
    errno.EDQUOT: DiskFull,
    errno.EFBIG: DiskFull,
    errno.EACCES: FolderReadOnly,
    errno.EPERM: FolderReadOnly,
    errno.EROFS: FolderReadOnly,
    errno.ENOENT: FolderMissing,
    errno.EIO: StoreUnreadable,
}


@contextmanager
def disk_faults(path: Path) -> Iterator[None]:
    """Raise what the disk says about writing ``path`` as a circumstance; the rest is a bug."""
    try:
        yield
    except OSError as error:
        raise _fault(error, path) from error


def write_durably(path: Path, content: bytes) -> None:
    """Put ``content`` at ``path``, readable by its owner only, also when the power fails.

    Whoever reads sees the old content or the new, never a part. Raises `DiskFull`,
    `FolderMissing` or `FolderReadOnly`; the old content is then still there.
    """
    draft = draft_beside(path)
    with disk_faults(path):
        try:
            with os.fdopen(
                os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ONLY), "wb"
            ) as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            draft.replace(path)
            sync_folder(path.parent)
        finally:
            draft.unlink(missing_ok=True)


def draft_beside(path: Path) -> Path:
    """Return a new name in the folder of ``path`` for what is not finished yet."""
    return path.with_name(f".{path.name}.{secrets.token_hex(4)}.new")


def has_room(folder: Path) -> bool:
    """Say whether a megabyte can be written in ``folder``; quotas show in no other way."""
    probe = draft_beside(folder / "room")
    try:
        probe.write_bytes(bytes(_MEBIBYTE))
        sync_file(probe)
    except OSError as error:
        return _FAULTS.get(error.errno or 0) is not DiskFull
    finally:
        probe.unlink(missing_ok=True)
    return True


def sync_file(path: Path) -> None:
    """Return when the content of ``path`` is on the disk itself."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Return when the names in ``folder`` are on the disk itself; Windows does so unasked."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _fault(error: OSError, path: Path) -> Circumstance | OSError:
    kind = _FAULTS.get(error.errno or 0)
    return kind(path) if kind else error
