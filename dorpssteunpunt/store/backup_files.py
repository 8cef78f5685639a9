"""Which backups stand in a folder, as their names tell; nothing is opened, no key is needed."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from dorpssteunpunt.services.ports.archive import BackupFile
from dorpssteunpunt.store import backup_notes

_ENDING = ".store"
_STAMP = "%Y%m%dT%H%M%SZ"


def name_of_backup(store: Path, moment: datetime) -> str:
    """Return what a backup of a store at this moment is called."""
    return f"{store.stem}-{moment.astimezone(UTC).strftime(_STAMP)}{_ENDING}"


def family(path: Path) -> str:
    """Return with what the names of all backups of one store begin; of a store its own name."""
    return path.name if _moment_of(path) is None else f"{path.stem.rpartition('-')[0]}-"


def backups_in(folder: Path) -> Sequence[tuple[datetime, Path]]:
    """Return the backups in a folder with their moments, the newest first."""
    try:
        named = [(_moment_of(path), path) for path in folder.glob(f"*-*{_ENDING}")]
    except OSError:  # a disk that went away
        return ()
    return sorted(((moment, path) for moment, path in named if moment is not None), reverse=True)


def newest(folder: Path) -> datetime | None:
    """Return of which moment the newest backup in ``folder`` is, if there is one."""
    return next((moment for moment, _path in backups_in(folder)), None)


def backups_of(folder: Path) -> Sequence[BackupFile]:
    """Return the backups in ``folder``, and in the second place it remembers, the newest first."""
    files = [BackupFile(path, moment) for moment, path in backups_in(folder)]
    elsewhere = backup_notes.recall(folder).elsewhere
    if elsewhere is not None:
        files += [BackupFile(path, moment, True) for moment, path in backups_in(elsewhere)]
    return sorted(files, key=lambda file: file.moment, reverse=True)


def backups_near(backup: Path, known: Sequence[BackupFile]) -> Sequence[BackupFile]:
    """Return the known backups, those in the folder of this one, and this one as it is called."""
    found = {path: moment for moment, path in backups_in(backup.parent)}
    if backup not in found:
        found[backup] = datetime.fromtimestamp(backup.stat().st_mtime, UTC)
    for file in known:
        found.pop(file.path, None)
    near = [BackupFile(path, moment, True) for path, moment in found.items()]
    return sorted((*known, *near), key=lambda file: file.moment, reverse=True)


def _moment_of(path: Path) -> datetime | None:
    try:
        return datetime.strptime(path.stem.rpartition("-")[2], _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None
