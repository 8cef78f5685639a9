"""A word that stands in every field is read nowhere: not on disk, in logs or in exceptions."""

import logging
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Text, update
from sqlalchemy.exc import IntegrityError, SQLAlchemyError

from dorpssteunpunt.app import asking, cli
from dorpssteunpunt.app.front_door import Premises
from dorpssteunpunt.base.errors import Circumstance, Refusal
from dorpssteunpunt.base.log import close_log, set_up_log, traceback_without_values
from dorpssteunpunt.base.preferences import Preferences, save_preferences
from dorpssteunpunt.domain.help_requests import RequestState
from dorpssteunpunt.domain.request_drafts import NewResident, RequestDraft
from dorpssteunpunt.services import accounts, help_requests, safekeeping
from dorpssteunpunt.services.faults import StoreDamaged
from dorpssteunpunt.services.restoring import restore
from dorpssteunpunt.store.key_file import keys_beside
from dorpssteunpunt.store.tables import Table
from tests.faults.conftest import Founded, Killer, Tell
from tests.faults.writers import MARKER, door_at, record_requests
from tests.old_stores.make_store import make_store

_ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be")


@pytest.fixture
def marked(tmp_path: Path) -> Iterator[tuple[Premises, dict[str, int]]]:
    """A store with a row in every table and the word in every field that takes any text."""
    folder = tmp_path / "marked"
    folder.mkdir()
    store = make_store(folder)
    lines = store.with_suffix(".txt").read_text(encoding="utf-8").splitlines()
    told = dict(line.split(": ", 1) for line in lines)
    store.with_suffix(".txt").unlink()
    premises = door_at(store).enter_with_passphrase(told["passphrase"])
    filled = {
        name: sum(_mark(premises, table, column) for column in table.c)
        for name, table in Table.metadata.tables.items()
    }
    yield premises, filled
    premises.leave()


def _mark(premises: Premises, table: Any, column: Any) -> bool:
    """Write the word in a column; False where only words of the program's own are taken."""
    if not isinstance(column.type, Text) or column.primary_key:
        return False
    try:
        with premises.engine.writing() as connection:
            connection.execute(update(table).values({column.name: f"{MARKER} {column.name}"}))
    except IntegrityError:
        return False
    return True


def test_a_word_in_every_field_is_found_in_no_file(
    marked: tuple[Premises, dict[str, int]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    tell: Tell,
) -> None:
    premises, filled = marked
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    set_up_log(tmp_path / "logs")
    desk = premises.desk
    usb = tmp_path / "usb"
    usb.mkdir()
    safekeeping.choose_elsewhere(desk, usb)
    safekeeping.back_up(desk)
    accounts.set_pin(desk, desk.actor.id, "271828")
    accounts.furnish_lobby(desk)
    save_preferences(tmp_path / "settings", Preferences(last_store=str(premises.engine.path)))
    _run_a_large_search(premises)
    log = premises.engine.path.with_name(premises.engine.path.name + "-wal")
    _mark(premises, Table.metadata.tables["person"], Table.metadata.tables["person"].c.surname)
    assert log.stat().st_size > 0
    seen = _files_without_the_word(tmp_path)
    shelf = premises.shelf()
    premises.leave()
    restore(shelf, shelf.files[0].path)
    seen |= _files_without_the_word(tmp_path)
    close_log()
    names = {path.name.rpartition(".")[2] for path in seen}
    assert {"store", "store-wal", "keys", "json", "log"} <= names
    fields = sum(filled.values())
    assert fields >= 30
    assert filled["person"] >= 5
    tell(f"the word in {fields} fields: 0 times in {len(seen)} files")


def _run_a_large_search(premises: Premises) -> None:
    """Sort more than fits in memory pages, which is when an engine makes temporary files."""
    with premises.engine.reading() as connection:
        sorted_pairs = "SELECT a.surname FROM person a, person b, person c, person d ORDER BY 1"
        assert connection.exec_driver_sql(sorted_pairs).all()


def _files_without_the_word(folder: Path) -> set[Path]:
    files = {path for path in folder.rglob("*") if path.is_file()}
    for path in files:
        content = path.read_bytes().lower()
        for encoding in _ENCODINGS:
            assert MARKER.lower().encode(encoding) not in content, path
    return files


# ---------------------------------------------------------------- exceptions and logs


def _breaks_a_constraint(premises: Premises) -> None:
    with premises.engine.writing() as connection:
        people = Table.metadata.tables["person"]
        connection.execute(people.insert().values(id=1, surname=MARKER, given_name=MARKER))


def _asks_a_table_that_is_not_there(premises: Premises) -> None:
    with premises.engine.reading() as connection:
        connection.exec_driver_sql("SELECT * FROM nowhere WHERE name = ?", (MARKER,))


def _writes_in_a_damaged_store(premises: Premises) -> None:
    path = premises.engine.path
    with premises.engine.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    premises.engine.close()
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    try:
        _record(premises)
    finally:
        path.write_bytes(whole)


def _fills_the_disk(premises: Premises) -> None:
    with premises.engine.engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    try:
        _record(premises, MARKER * 2000)
    finally:
        premises.engine.close()


def _finds_the_store_gone(premises: Premises) -> None:
    path = premises.engine.path
    path.rename(path.with_suffix(".gone"))
    try:
        _record(premises)
    finally:
        path.with_suffix(".gone").rename(path)


def _finds_the_store_held(premises: Premises) -> None:
    other = door_at(premises.engine.path).let_in(premises.unlocked)
    try:
        with other.engine.writing() as connection:
            connection.exec_driver_sql("UPDATE person SET surname = surname")
            with premises.engine.engine.connect() as mine:
                mine.exec_driver_sql("PRAGMA busy_timeout = 50")
            _record(premises)
    finally:
        other.leave()


def _refuses_by_a_rule(premises: Premises) -> None:
    request = _record(premises)
    help_requests.close_request(premises.desk, request, RequestState.REFERRED, referred_to="")


def _record(premises: Premises, what: str = MARKER) -> int:
    desk = premises.desk
    kind = help_requests.request_kinds_and_boundaries(desk).kinds[0].id
    resident = NewResident(name=f"{MARKER} Smit", phone="0493 691 234")
    done = help_requests.record_request(
        desk, RequestDraft(new_resident=resident, kind_id=kind, what=what)
    )
    return done.subject or 0


_TROUBLES: Sequence[tuple[Callable[[Premises], object], type[Exception]]] = (
    (_breaks_a_constraint, IntegrityError),
    (_asks_a_table_that_is_not_there, SQLAlchemyError),
    (_writes_in_a_damaged_store, StoreDamaged),
    (_fills_the_disk, Circumstance),
    (_finds_the_store_gone, Circumstance),
    (_finds_the_store_held, Circumstance),
    (_refuses_by_a_rule, Refusal),
)


@pytest.mark.parametrize(("meets", "kind"), _TROUBLES)
def test_no_exception_tells_a_value(
    meets: Callable[[Premises], object],
    kind: type[Exception],
    founded: Founded,
    tmp_path: Path,
) -> None:
    file = set_up_log(tmp_path / "logs")
    premises = founded.door.enter_with_passphrase(founded.passphrase)
    try:
        with pytest.raises(kind) as told:
            meets(premises)
    finally:
        premises.leave()
    logging.getLogger("dorpssteunpunt").exception("a bug", exc_info=told.value)
    close_log()
    whole = "".join(traceback.format_exception(told.value))
    for text in (whole, traceback_without_values(told.value), file.read_text("utf-8")):
        assert MARKER.lower() not in text.lower()


def test_no_command_tells_a_value(
    founded: Founded, killer: Killer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    killer.kill(record_requests, founded.path, founded.passphrase, 0, after=11, within=0.0)
    monkeypatch.setenv("DORPSSTEUNPUNT_PASSPHRASE", founded.passphrase)
    paper = str(tmp_path / "paper.pdf")
    commands = [["check"], *(["print", each, "--out", paper] for each in asking.PAPERS)]
    for command in commands:
        cli.main([*command, "--store", str(founded.path)])
    keys_beside(founded.path).write_bytes(b"damaged")
    for command in commands:
        assert cli.main([*command, "--store", str(founded.path)]) == 1
    with suppress(FileNotFoundError):
        Path(paper).unlink()
    close_log()
    assert _files_without_the_word(tmp_path)
