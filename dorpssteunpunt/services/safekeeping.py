"""Keeping the store safe: backups, copies elsewhere, the daily check and the clock.

Everybody's window backs up and examines; where copies go, and what is in them, is for those who
keep the settings.
"""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Literal

from dorpssteunpunt.base.errors import Circumstance
from dorpssteunpunt.domain.accounts import Right
from dorpssteunpunt.domain.safekeeping import check_is_due, clock_went_back, days_without_copy
from dorpssteunpunt.services.changes import Changed, Room, changed
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.faults import NoElsewhere, StoreDamaged
from dorpssteunpunt.services.ports import BackupFile


@dataclass(frozen=True, slots=True)
class Health:
    """How the store and its backups are, for whoever keeps the settings."""

    store: Path
    backups: Sequence[BackupFile]
    checked: datetime | None
    secret_kept_in: Literal["keyring", "file", ""]
    elsewhere: Path | None
    elsewhere_is_there: bool
    on_the_same_disk: bool
    copied: datetime | None

    @property
    def last_backup(self) -> datetime | None:
        """Return of which moment the newest backup beside the store is."""
        return next((file.moment for file in self.backups if not file.elsewhere), None)


@dataclass(frozen=True, slots=True)
class Kept:
    """What the line at the bottom of the window tells: the last backup, and the last copy.

    ``days_without_copy`` is 0 while there is no reason to ask for a copy.
    """

    backup: datetime | None
    copied: datetime | None
    days_without_copy: int


def health(desk: Desk) -> Health:
    """Return how store and backups are; raises `NotAllowed`."""
    desk.require(Right.SETTINGS)
    archive = desk.archive
    known = archive.remembered()
    there = known.elsewhere is not None and known.elsewhere.is_dir()
    return Health(
        store=archive.store,
        backups=archive.backups(),
        checked=known.checked,
        secret_kept_in=archive.secret_kept_in(),
        elsewhere=known.elsewhere,
        elsewhere_is_there=there,
        on_the_same_disk=known.elsewhere is not None
        and archive.is_on_the_same_disk(known.elsewhere),
        copied=known.copied,
    )


def kept(desk: Desk) -> Kept:
    """Return when the store was last backed up and copied; a demo village asks for no copies."""
    here = [file.moment for file in desk.archive.backups() if not file.elsewhere]
    copied = desk.archive.remembered().copied
    with desk.store.reading() as uow:
        is_demo = uow.support_point.support_point().is_demo
    first = min(here, default=None)
    days = 0 if is_demo else days_without_copy(copied, first, desk.clock.now())
    return Kept(max(here, default=None), copied, days)


def back_up(desk: Desk) -> Kept:
    """Make a verified backup, and a copy elsewhere if that place is there at the moment.

    Raises `BackupFailed` and the faults of the disk. That a copy failed is no reason to: the
    window tells when there was none for a week.
    """
    desk.archive.back_up(desk.clock.now())
    with suppress(Circumstance):
        _copy(desk)
    return kept(desk)


def back_up_now(desk: Desk) -> tuple[Kept, Changed]:
    """Do what `back_up` does, because somebody asks for it."""
    return back_up(desk), changed(Room.SETTINGS)


def copy_elsewhere(desk: Desk) -> Changed:
    """Make a copy in the second place now.

    Raises `NotAllowed`, `NoElsewhere`, `ElsewhereAway`, `BackupFailed` and the faults of the disk.
    """
    desk.require(Right.SETTINGS)
    _copy(desk)
    return changed(Room.SETTINGS)


def choose_elsewhere(desk: Desk, folder: Path | None) -> Changed:
    """Let copies go to this folder, and make the first one; None lets them go nowhere.

    Raises as `copy_elsewhere` does; the place is then as it was.
    """
    desk.require(Right.SETTINGS)
    archive, now = desk.archive, desk.clock.now()
    known = replace(archive.remembered(), elsewhere=folder)
    if folder is not None:
        archive.back_up_elsewhere(folder, now)
        known = replace(known, copied=now)
    archive.remember(known)
    with desk.store.writing() as uow:
        desk.note(uow, "backup place changed", Room.SETTINGS)
    return changed(Room.SETTINGS)


def check(desk: Desk) -> Changed:
    """Examine the whole store and remember that it was whole.

    Raises `StoreDamaged` when it is not, and `StoreBusy` when that cannot be said at the moment.
    """
    if desk.archive.findings():
        raise StoreDamaged(desk.archive.store)
    known = desk.archive.remembered()
    desk.archive.remember(replace(known, checked=desk.clock.now()))
    return changed(Room.SETTINGS)


def check_when_due(desk: Desk) -> None:
    """Do what `check` does, once a day."""
    if check_is_due(desk.archive.remembered().checked, desk.clock.now()):
        check(desk)


def clock_is_behind(desk: Desk) -> datetime | None:
    """Return when something was last written, if the clock now stands well before that."""
    with desk.store.reading() as uow:
        written = uow.audit.last_moment()
    return written if clock_went_back(written, desk.clock.now()) else None


def _copy(desk: Desk) -> None:
    archive, now = desk.archive, desk.clock.now()
    known = archive.remembered()
    if known.elsewhere is None:
        raise NoElsewhere
    archive.back_up_elsewhere(known.elsewhere, now)
    archive.remember(replace(archive.remembered(), copied=now))
