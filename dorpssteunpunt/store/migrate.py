"""Bringing a store up to date: all migrations in one transaction, or nothing changed at all."""

import logging
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection

from dorpssteunpunt.base.errors import Circumstance
from dorpssteunpunt.services.faults import StoreNewer, UpgradeFailed
from dorpssteunpunt.store.backup import back_up
from dorpssteunpunt.store.engine import StoreEngine
from dorpssteunpunt.store.integrity import row_counts

MIGRATIONS = Path(__file__).with_name("migrations")
_log = logging.getLogger(__name__)


def upgrade(
    engine: StoreEngine, backups: Path, moment: datetime, migrations: Path = MIGRATIONS
) -> None:
    """Bring the store to the newest revision; a store with rows is backed up first.

    Raises `StoreNewer` for a store of a newer program, `UpgradeFailed` when a migration or a
    check after it fails, and the faults of the backup. After any of them the store is as it was.
    """
    present, known = revision(engine), known_revisions(migrations)
    if present == known[-1]:
        return
    if present is not None and present not in known:
        raise StoreNewer(engine.path, present)
    with engine.reading() as connection:
        in_use = any(row_counts(connection).values())
    if in_use:
        back_up(engine, backups, moment)
    try:
        with engine.rebuilding() as connection:
            _run(connection, engine.path, migrations)
    except Circumstance:
        raise
    except Exception as error:
        _log.exception("the upgrade from revision %s failed", present)
        raise UpgradeFailed(engine.path) from error
    _log.info("upgraded the store from revision %s to %s", present, known[-1])


def revision(engine: StoreEngine) -> str | None:
    """Return at which revision the store stands, or None for a store without tables."""
    with engine.reading() as connection:
        tables = "SELECT 1 FROM sqlite_schema WHERE name = 'alembic_version'"
        if connection.exec_driver_sql(tables).first() is None:
            return None
        row = connection.exec_driver_sql("SELECT version_num FROM alembic_version").first()
        return None if row is None else str(row[0])


def known_revisions(migrations: Path = MIGRATIONS) -> list[str]:
    """Return the revisions this program knows, the newest last.

    They are the numbers that the files begin with, so that Alembic, which is slow to load, is
    needed only when there is something to upgrade.
    """
    return sorted(file.name.partition("_")[0] for file in (migrations / "versions").glob("[0-9]*"))


def _run(connection: Connection, path: Path, migrations: Path) -> None:
    """Run the migrations and raise `UpgradeFailed` unless every row and reference is kept."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    before = row_counts(connection)
    command.upgrade(config, "head")
    after = row_counts(connection)
    lost = {table for table, rows in before.items() if after.get(table, rows) != rows}
    dangling = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    if lost or dangling is not None:
        _log.error("the upgrade would change the rows of %s", sorted(lost) or "a reference")
        raise UpgradeFailed(path)
