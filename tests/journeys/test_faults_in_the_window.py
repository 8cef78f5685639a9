"""What can be the matter with a store, as somebody at the window meets it and gets on."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from dorpssteunpunt.app.bootstrap import Reception
from dorpssteunpunt.base.clock import FixedClock
from dorpssteunpunt.base.paths import Places
from dorpssteunpunt.domain.handover import Level
from dorpssteunpunt.services.changes import Room
from dorpssteunpunt.services.ports import FirstSecrets
from dorpssteunpunt.store.engine import StoreEngine
from dorpssteunpunt.store.key_file import keys_beside
from dorpssteunpunt.store.unit_of_work import EncryptedStore
from dorpssteunpunt.ui.kit.form import Form
from dorpssteunpunt.ui.shell.closed_door import ClosedDoor
from dorpssteunpunt.ui.shell.first_start.welcome import Welcome
from dorpssteunpunt.ui.shell.restore.page import RestorePage
from dorpssteunpunt.ui.shell.sign_in.page import SignIn
from tests.journeys.conftest import MORNING, Start
from tests.journeys.person import MIEKES_PIN, RIAS_PIN, Person, words_of
from tests.stores import NOBODY, as_an_ordinary_user, posix_only

_TYPED = "De sleutel hangt aan het bord"


@pytest.fixture
def store(secrets: FirstSecrets, places: Places) -> Path:
    """The store of a support point on this computer, which nobody has opened yet."""
    return places.default_store()


@pytest.fixture
def with_backup(store: Path, start: Start) -> Path:
    """The store after a day at the desk, so with a backup."""
    person = start()
    person.signs_in("Mieke C.", MIEKES_PIN)
    person.closes()
    return store


def _engine(reception: Reception) -> StoreEngine:
    opened = reception.desk().store
    assert isinstance(opened, EncryptedStore)
    return opened.engine


def _writes(person: Person) -> Form:
    """Begin an entry in the handover log."""
    person.signs_in("Ria v.d. B.", RIAS_PIN)
    person.reception.window.navigate(Room.HANDOVER, action="new")
    person.waits()
    form = person.sees(Form)
    form.field("situation").set_value(_TYPED)
    form.field("level").set_value(Level.STABLE)
    return form


def _said(person: Person) -> list[str]:
    with _engine(person.reception).reading() as connection:
        rows = connection.exec_driver_sql("SELECT situation FROM handover_entry")
        return [str(row[0]) for row in rows]


# ---------------------------------------------------------------- restoring from a closed door


def _restores_with_pin(person: Person, qtbot: QtBot) -> RestorePage:
    """Go from the closed door to the list of backups as Mieke."""
    person.presses("Reservekopie terugzetten…")
    page = person.sees(RestorePage)
    person.waits()
    person.presses("Verder met deze")
    qtbot.waitUntil(page.names.isVisible)
    page.names.names.chosen.emit(1)
    qtbot.waitUntil(page.pin.isVisible)
    person.answers(page.pin, MIEKES_PIN)
    qtbot.waitUntil(page.which.isVisible, timeout=15_000)
    return page


def _damage(store: Path) -> bytes:
    whole = store.read_bytes()
    damaged = whole[:4096] + bytes(4096) + whole[8192:]
    store.write_bytes(damaged)
    return damaged


def test_a_damaged_store_is_kept_and_a_backup_takes_its_place(
    with_backup: Path, start: Start, qtbot: QtBot
) -> None:
    damaged = _damage(with_backup)
    person = start()
    page = person.sees(SignIn)
    person.waits()
    page.choice.names.chosen.emit(1)
    qtbot.waitUntil(page.pin.isVisible)
    person.answers(page.pin, MIEKES_PIN)
    person.sees(ClosedDoor)
    restoring = _restores_with_pin(person, qtbot)
    assert "3 mensen · 0 hulpvragen" in words_of(restoring.which)
    person.presses("Terugzetten…")
    question = person.sees(QDialog)
    assert "opgeslagen, staat er niet in" in words_of(question)
    person.presses("Terugzetten")
    person.sees(SignIn)
    person.waits()
    assert "is teruggezet" in words_of(person.sees(SignIn))
    (aside,) = with_backup.parent.glob("*-opzij-*.store")
    assert aside.read_bytes() == damaged
    person.signs_in("Mieke C.", MIEKES_PIN)


def test_a_store_that_vanished_is_not_begun_anew_while_there_are_backups(
    with_backup: Path, start: Start, qtbot: QtBot
) -> None:
    with_backup.unlink()
    person = start()
    assert "geen gegevensbestand" in words_of(person.sees(ClosedDoor))
    _restores_with_pin(person, qtbot)
    person.presses("Terugzetten…")
    person.sees(QDialog)
    person.presses("Terugzetten")
    person.sees(SignIn)
    person.waits()
    person.signs_in("Ria v.d. B.", RIAS_PIN)


def test_who_may_not_restore_is_told_so_and_nothing_changes(
    with_backup: Path, start: Start, qtbot: QtBot
) -> None:
    with_backup.write_bytes(b"")
    person = start()
    person.sees(ClosedDoor)
    person.presses("Reservekopie terugzetten…")
    page = person.sees(RestorePage)
    person.waits()
    person.presses("Verder met deze")
    qtbot.waitUntil(page.names.isVisible)
    page.names.names.chosen.emit(3)
    qtbot.waitUntil(page.pin.isVisible)
    person.answers(page.pin, "141421")
    qtbot.waitUntil(lambda: "Pincode onjuist" in words_of(page.pin))
    person.answers(page.pin, RIAS_PIN)
    qtbot.waitUntil(page.where.isVisible)
    person.waits()
    assert "niet" in page.where.banner.text()
    assert with_backup.read_bytes() == b""


@pytest.mark.parametrize("harm", [Path.unlink, lambda keys: keys.write_bytes(b"damaged")])
def test_keys_that_are_lost_come_back_and_nothing_else_changes(
    harm: Callable[[Path], object], with_backup: Path, start: Start, qtbot: QtBot
) -> None:
    harm(keys_beside(with_backup))
    content = with_backup.read_bytes()
    person = start()
    assert keys_beside(with_backup).name in words_of(person.sees(ClosedDoor))
    _restores_with_pin(person, qtbot)
    person.presses("Alleen de sleutels terugzetten")
    person.sees(SignIn)
    person.waits()
    assert with_backup.read_bytes() == content
    person.signs_in("Ria v.d. B.", RIAS_PIN)


def test_on_a_fresh_computer_the_stick_and_the_recovery_code_are_enough(
    with_backup: Path,
    secrets: FirstSecrets,
    start: Start,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (backup,) = (with_backup.parent / "backups").rglob("*.store")
    usb = tmp_path / "usb"
    usb.mkdir()
    for file in (backup, keys_beside(backup)):
        shutil.move(file, usb / file.name)
    home = Path(os.environ["HOME"])
    home.rename(tmp_path / "the broken computer")
    person = start()
    person.sees(Welcome)
    person.presses("Terugzetten…")
    page = person.sees(RestorePage)
    person.waits()
    page.where.chosen.emit(usb / backup.name)
    qtbot.waitUntil(page.passphrase.isVisible)
    person.presses("Met herstelcode")
    qtbot.waitUntil(page.recovery.isVisible)
    person.answers(page.recovery, secrets.recovery_code.lower())
    qtbot.waitUntil(page.which.isVisible, timeout=15_000)
    person.presses("Terugzetten…")
    person.sees(QDialog)
    person.presses("Terugzetten")
    way_in = person.sees(SignIn)
    qtbot.waitUntil(way_in.passphrase.isVisible)
    person.presses("Sleutelzin kwijt?")
    qtbot.waitUntil(way_in.recovery.isVisible)
    person.answers(way_in.recovery, secrets.recovery_code.lower())
    qtbot.waitUntil(way_in.new_passphrase.isVisible, timeout=15_000)
    qtbot.mouseClick(way_in.new_passphrase.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(way_in.choose_pin.isVisible)
    person.sees(Form).cancel_button.click()
    qtbot.waitUntil(person.reception.window.is_open, timeout=15_000)
    person.waits()


# ---------------------------------------------------------------- restoring from the rooms


def test_the_coordinator_puts_a_backup_back_and_signs_in_again(
    with_backup: Path, start: Start, qtbot: QtBot
) -> None:
    person = start(clock=FixedClock(MORNING + timedelta(hours=1)))
    form = _writes(person)
    form.submit()
    person.waits()
    assert _said(person) == [_TYPED]
    window = person.reception.window
    window.lock()
    person.signs_in("Mieke C.", MIEKES_PIN)
    window.navigate(Room.SETTINGS, action="backups")
    person.waits()
    person.presses("Reservekopie terugzetten…")
    page = person.sees(RestorePage)
    qtbot.waitUntil(page.which.isVisible)
    person.presses("Terug")
    qtbot.waitUntil(window.is_open)
    person.presses("Reservekopie terugzetten…")
    page = person.sees(RestorePage)
    qtbot.waitUntil(page.which.isVisible)
    window.lock()  # nobody touched anything for a while
    way_in = person.sees(SignIn)
    person.waits()
    person.answers(way_in.pin, MIEKES_PIN)
    qtbot.waitUntil(window.is_open)
    person.presses("Reservekopie terugzetten…")
    page = person.sees(RestorePage)
    qtbot.waitUntil(page.which.isVisible)
    person.presses("Terugzetten…")
    person.sees(QDialog)
    person.presses("Terugzetten")
    person.sees(SignIn)
    person.signs_in("Mieke C.", MIEKES_PIN)
    assert _said(person) == []
    assert len(list(with_backup.parent.glob("*-opzij-*.store"))) == 1


# ---------------------------------------------------------------- while somebody works


def test_damage_that_the_daily_check_finds_locks_and_offers_a_backup(
    with_backup: Path, start: Start, qtbot: QtBot
) -> None:
    clock = FixedClock(MORNING)
    person = start(clock=clock)
    form = _writes(person)
    reception = person.reception
    reception._keeping.look()
    person.waits()
    content = bytearray(with_backup.read_bytes())
    content[-300] ^= 1
    with_backup.write_bytes(content)
    clock.moment += timedelta(days=1)
    reception._keeping.look()
    door = person.sees(ClosedDoor)
    assert not form.isVisible()
    assert "beschadigd" in words_of(door)
    assert "Reservekopie terugzetten…" in words_of(door)
    assert with_backup.exists()
    content[-300] ^= 1
    with_backup.write_bytes(content)
    person.presses("Probeer opnieuw")
    person.signs_in("Ria v.d. B.", RIAS_PIN)
    assert person.sees(Form).field("situation").value() == _TYPED


@contextmanager
def _no_page_more(engine: StoreEngine) -> Iterator[None]:
    with engine.engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    yield
    with engine.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1000000")


def test_on_a_full_disk_what_was_typed_stays_and_is_saved_once_there_is_room(
    store: Path, start: Start, qtbot: QtBot
) -> None:
    person = start()
    form = _writes(person)
    form.field("background").set_value("x" * 40_000)
    frame = person.reception.window.frame
    assert frame is not None
    with _no_page_more(_engine(person.reception)):
        form.submit()
        person.waits()
        assert "vol" in form.message()
        assert any("vol" in text for text in frame.standing.texts())
        assert form.field("situation").value() == _TYPED
        person.reception.window.navigate(Room.TODAY)  # reading goes on
        person.waits()
        person.reception.window.navigate(Room.HANDOVER)
    person.presses("Probeer opnieuw")
    person.waits()
    assert _said(person) == [_TYPED]
    assert frame.standing.texts() == []


def test_a_store_that_is_held_keeps_the_form_and_offers_another_try(
    store: Path, start: Start, qtbot: QtBot
) -> None:
    person = start()
    form = _writes(person)
    engine = _engine(person.reception)
    other = StoreEngine(store, engine._data_key)
    with other.writing() as held:
        held.exec_driver_sql("UPDATE person SET surname = surname")
        with engine.engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA busy_timeout = 50")
        form.submit()
        person.waits()
        assert "Een ander programma" in form.message()
        assert form.field("situation").value() == _TYPED
    other.close()
    person.presses("Probeer opnieuw")
    person.waits()
    assert _said(person) == [_TYPED]


@posix_only
def test_a_store_that_is_moved_takes_nothing_along_and_goes_on_when_it_is_back(
    store: Path, start: Start, qtbot: QtBot
) -> None:
    person = start()
    form = _writes(person)
    away = store.with_suffix(".away")
    store.rename(away)
    form.submit()
    dialog = person.sees(QDialog)
    assert "verplaatst" in words_of(dialog)
    assert not store.exists()
    dialog.close()
    away.rename(store)
    form.submit()
    person.waits()
    assert _said(person) == [_TYPED]


def test_a_clock_that_went_back_or_jumps_is_told(
    with_backup: Path, start: Start, qtbot: QtBot
) -> None:
    clock = FixedClock(MORNING - timedelta(days=400))
    person = start(clock=clock)
    person.signs_in("Ria v.d. B.", RIAS_PIN)
    frame = person.reception.window.frame
    assert frame is not None
    assert any("23-11-2026 09:30" in text for text in frame.standing.texts()), (
        frame.standing.texts()
    )
    person.presses("Begrepen")
    assert frame.standing.texts() == []
    clock.moment += timedelta(days=400)
    person.reception._keeping.look()
    person.waits()
    assert any("is verzet" in text for text in frame.standing.texts())


def test_a_week_without_a_copy_is_told_to_all_and_asked_of_who_may_choose_the_place(
    with_backup: Path, start: Start, qtbot: QtBot
) -> None:
    person = start(clock=FixedClock(MORNING + timedelta(days=8)))
    person.signs_in("Ria v.d. B.", RIAS_PIN)
    frame = person.reception.window.frame
    assert frame is not None
    assert frame.standing.texts() == []
    assert "Al 8 dagen geen kopie" in words_of(frame.status)
    person.reception.window.lock()
    person.signs_in("Mieke C.", MIEKES_PIN)
    frame = person.reception.window.frame
    assert frame is not None
    assert "Al 8 dagen geen kopie" in frame.standing.texts()[0]
    person.presses("Naar de reservekopieën")
    person.waits()
    assert frame.room() is Room.SETTINGS
    assert "Een kopie op een andere schijf" in words_of(person.reception.window)


# ---------------------------------------------------------------- what keeps a store closed


def test_a_store_of_a_newer_version_is_told_after_the_pin(
    store: Path, start: Start, qtbot: QtBot
) -> None:
    person = start()
    person.signs_in("Mieke C.", MIEKES_PIN)
    with _engine(person.reception).writing() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9998'")
    person.closes()
    again = start()
    page = again.sees(SignIn)
    again.waits()
    page.choice.names.chosen.emit(1)
    qtbot.waitUntil(page.pin.isVisible)
    again.answers(page.pin, MIEKES_PIN)
    told = words_of(again.sees(ClosedDoor))
    assert "nieuwere versie" in told
    assert "Reservekopie terugzetten…" not in told


def test_a_folder_that_is_not_there_is_named(store: Path, start: Start, tmp_path: Path) -> None:
    person = start(tmp_path / "usb" / "linde.store")
    told = words_of(person.sees(ClosedDoor))
    assert f"De map {tmp_path / 'usb'} is er niet" in told
    assert not (tmp_path / "usb").exists()


@posix_only
@pytest.mark.parametrize(
    ("file_mode", "folder_mode", "words"),
    [
        (0o400, 0o700, "kan alleen worden gelezen"),
        (0o600, 0o500, "In de map"),
        (0o000, 0o700, "kan niet worden gelezen"),
    ],
)
def test_what_may_not_be_read_or_written_names_the_place(
    file_mode: int, folder_mode: int, words: str, store: Path, start: Start
) -> None:
    person = start(store.parent / "elsewhere" / "none.store")
    person.sees(ClosedDoor)
    person.closes()
    with tempfile.TemporaryDirectory() as folder:
        theirs = Path(folder) / store.name
        for source, copy in ((store, theirs), (keys_beside(store), keys_beside(theirs))):
            shutil.copy(source, copy)
            os.chown(copy, NOBODY, NOBODY) if os.geteuid() == 0 else None
        if os.geteuid() == 0:
            os.chown(folder, NOBODY, NOBODY)
        theirs.chmod(file_mode)
        theirs.parent.chmod(folder_mode)
        with as_an_ordinary_user():
            person = start(theirs)
            told = words_of(person.sees(ClosedDoor))
        assert words in told
        assert folder in told
        theirs.parent.chmod(0o700)
