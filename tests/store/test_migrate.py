"""Bringing stores up to date: all of it with every row kept, or nothing at all."""

import logging
from collections.abc import Callable
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from dorpssteunpunt.base.clock import FixedClock
from dorpssteunpunt.services.faults import DiskFull, StoreNewer, UpgradeFailed
from dorpssteunpunt.store.engine import StoreEngine, create_store, open_engine
from dorpssteunpunt.store.integrity import row_counts
from dorpssteunpunt.store.migrate import MIGRATIONS, known_revisions, revision, upgrade
from dorpssteunpunt.store.tables import Table

PARENT_AND_CHILD = """
    op.create_table(
        "parent", sa.Column("id", sa.Integer, primary_key=True), sa.Column("name", sa.Text)
    )
    parent_id = sa.Column("parent_id", sa.Integer, sa.ForeignKey("parent.id", ondelete="CASCADE"))
    op.create_table("child", sa.Column("id", sa.Integer, primary_key=True), parent_id)
"""
REBUILD = """
    with op.batch_alter_table("parent", recreate="always") as batch:
        batch.alter_column("name", nullable=False)
"""
SECRET = "Willemijn uit Heusden"

Upgrade = Callable[[], None]
Write = Callable[[str, str], None]


@pytest.fixture
def migrations(tmp_path: Path) -> Path:
    """A folder of migrations like the program's own, with none in it yet."""
    folder = tmp_path / "100% migrations"
    (folder / "versions").mkdir(parents=True)
    (folder / "env.py").write_text((MIGRATIONS / "env.py").read_text("utf-8"), "utf-8")
    return folder


@pytest.fixture
def migration(migrations: Path) -> Write:
    """Write a migration that follows the one before it."""

    def write(number: str, body: str) -> None:
        before = max(known_revisions(migrations), default=None)
        (migrations / "versions" / f"{number}_test.py").write_text(
            "import sqlalchemy as sa\nfrom alembic import op\n\n"
            f"revision = {number!r}\ndown_revision = {before!r}\n\n\n"
            f"def upgrade():\n{body}\n",
            "utf-8",
        )

    return write


@pytest.fixture
def empty(path: Path, data_key: bytes, opened: Callable[[], StoreEngine]) -> StoreEngine:
    create_store(path, data_key)
    return opened()


@pytest.fixture
def bring_up_to_date(
    empty: StoreEngine, migrations: Path, tmp_path: Path, clock: FixedClock
) -> Upgrade:
    return lambda: upgrade(empty, tmp_path / "backups", clock.now(), migrations)


def _fill(engine: StoreEngine) -> None:
    with engine.writing() as connection:
        connection.exec_driver_sql("INSERT INTO parent VALUES (1, ?), (2, 'b')", (SECRET,))
        connection.exec_driver_sql("INSERT INTO child VALUES (1, 1), (2, 1), (3, 2)")


def _counts(engine: StoreEngine) -> dict[str, int]:
    with engine.reading() as connection:
        return row_counts(connection)


def _backups(tmp_path: Path) -> list[str]:
    folder = tmp_path / "backups"
    return sorted(file.suffix for file in folder.iterdir()) if folder.exists() else []


def test_a_new_store_goes_to_the_newest_revision_without_a_backup(
    empty: StoreEngine, migration: Write, bring_up_to_date: Upgrade, tmp_path: Path
) -> None:
    migration("0001", PARENT_AND_CHILD)
    migration("0002", REBUILD)
    assert revision(empty) is None
    bring_up_to_date()
    assert revision(empty) == "0002"
    assert _counts(empty) == {"child": 0, "parent": 0}
    assert _backups(tmp_path) == []


def test_a_store_of_today_is_left_alone(
    empty: StoreEngine, migration: Write, bring_up_to_date: Upgrade, tmp_path: Path
) -> None:
    migration("0001", PARENT_AND_CHILD)
    bring_up_to_date()
    _fill(empty)
    bring_up_to_date()
    assert _backups(tmp_path) == []


def test_rebuilding_a_table_keeps_what_refers_to_it(
    empty: StoreEngine, migration: Write, bring_up_to_date: Upgrade
) -> None:
    """With references guarded, the rebuild would have deleted every child."""
    migration("0001", PARENT_AND_CHILD)
    bring_up_to_date()
    _fill(empty)
    migration("0002", REBUILD)
    bring_up_to_date()
    assert revision(empty) == "0002"
    assert _counts(empty) == {"child": 3, "parent": 2}


def test_references_are_guarded_again_afterwards(
    empty: StoreEngine, migration: Write, bring_up_to_date: Upgrade
) -> None:
    migration("0001", PARENT_AND_CHILD)
    bring_up_to_date()
    with empty.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


def test_a_store_with_rows_is_backed_up_first(
    empty: StoreEngine,
    migration: Write,
    bring_up_to_date: Upgrade,
    tmp_path: Path,
    data_key: bytes,
) -> None:
    migration("0001", PARENT_AND_CHILD)
    bring_up_to_date()
    _fill(empty)
    migration("0002", REBUILD)
    bring_up_to_date()
    assert _backups(tmp_path) == [".keys", ".store"]
    backup = open_engine(next((tmp_path / "backups").glob("*.store")), data_key)
    assert revision(backup) == "0001"
    assert _counts(backup) == {"child": 3, "parent": 2}
    backup.close()


FAILURES = {
    "it breaks off": f'{REBUILD}\n    op.create_table("late")\n    raise LookupError("{SECRET}")',
    "it loses a row": '\n    op.execute("DELETE FROM child WHERE id = 3")',
    "it adds a row": "\n    op.execute(\"INSERT INTO parent VALUES (3, 'c')\")",
    "it leaves a child alone": (
        '\n    op.execute("DELETE FROM parent WHERE id = 2")'
        "\n    op.execute(\"INSERT INTO parent VALUES (9, 'b')\")"
    ),
}


@pytest.mark.parametrize("failure", FAILURES)
def test_an_upgrade_that_fails_changes_nothing_and_tells_no_value(
    failure: str,
    empty: StoreEngine,
    migration: Write,
    bring_up_to_date: Upgrade,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    migration("0001", PARENT_AND_CHILD)
    bring_up_to_date()
    _fill(empty)
    migration("0002", '    op.create_table("between", sa.Column("id", sa.Integer))')
    migration("0003", FAILURES[failure])
    with caplog.at_level(logging.INFO, "dorpssteunpunt"), pytest.raises(UpgradeFailed) as told:
        bring_up_to_date()
    assert told.value.path == empty.path
    assert revision(empty) == "0001"
    assert _counts(empty) == {"child": 3, "parent": 2}
    assert _backups(tmp_path) == [".keys", ".store"]
    assert "Heusden" not in "".join(record.getMessage() for record in caplog.records)


def test_a_store_of_a_newer_program_is_told_and_not_changed(
    empty: StoreEngine, migration: Write, bring_up_to_date: Upgrade, migrations: Path
) -> None:
    migration("0001", PARENT_AND_CHILD)
    migration("0002", REBUILD)
    bring_up_to_date()
    (migrations / "versions" / "0002_test.py").unlink()
    with pytest.raises(StoreNewer) as told:
        bring_up_to_date()
    assert told.value.revision == "0002"
    assert revision(empty) == "0002"


def test_without_room_for_a_backup_nothing_is_upgraded(
    empty: StoreEngine,
    migration: Write,
    bring_up_to_date: Upgrade,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    migration("0001", PARENT_AND_CHILD)
    bring_up_to_date()
    _fill(empty)
    migration("0002", REBUILD)

    def no_room(*_facts: object) -> None:
        raise DiskFull(empty.path)

    monkeypatch.setattr("dorpssteunpunt.store.migrate.back_up", no_room)
    with pytest.raises(DiskFull):
        bring_up_to_date()
    assert revision(empty) == "0001"


def test_the_programs_own_migrations_are_numbered_in_the_order_alembic_runs_them() -> None:
    script = ScriptDirectory(str(MIGRATIONS))
    in_order = [each.revision for each in script.walk_revisions()][::-1]
    assert known_revisions() == in_order
    assert script.get_heads() == in_order[-1:]


def _is_of_the_program(name: str | None, kind: str, _parents: object) -> bool:
    """Leave out the search index, of which the engine makes tables of its own."""
    return kind != "table" or not (name or "").startswith("search")


def test_the_programs_own_migrations_give_the_tables_of_the_program(
    empty: StoreEngine, tmp_path: Path, clock: FixedClock
) -> None:
    upgrade(empty, tmp_path / "backups", clock.now())
    options = {"compare_type": True, "include_name": _is_of_the_program}
    with empty.reading() as connection:
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, Table.metadata) == []
