"""Starting the program: found a support point, sign in, lock, change person, and close."""

import gc

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from dorpssteunpunt.base.i18n import current_language
from dorpssteunpunt.base.paths import Places
from dorpssteunpunt.domain.accounts import Role
from dorpssteunpunt.services.changes import Room
from dorpssteunpunt.services.ports import FirstSecrets
from dorpssteunpunt.store.instance import hold
from dorpssteunpunt.ui.kit.form import Form
from dorpssteunpunt.ui.kit.sweeping import Sweeper
from dorpssteunpunt.ui.shell.closed_door import ClosedDoor
from dorpssteunpunt.ui.shell.first_start.page import FirstStart
from dorpssteunpunt.ui.shell.first_start.welcome import Welcome
from dorpssteunpunt.ui.shell.sign_in.page import SignIn
from tests.journeys.conftest import Start
from tests.journeys.person import MIEKES_PIN, RIAS_PIN, Person, words_of


@pytest.mark.usefixtures("secrets")
def test_a_running_program_looks_for_garbage_on_the_gui_thread_alone(
    start: Start, qapp: QApplication
) -> None:
    person = start()
    person.waits()
    assert not gc.isenabled()
    assert qapp.findChild(Sweeper) is not None


def _founds(person: Person, qtbot: QtBot) -> FirstStart:
    """Go through all steps by keyboard and mouse, as a coordinator does."""
    page = person.sees(FirstStart)
    person.answers(page.place.name, "De Linde")
    person.answers(page.place.village, "Heusden")
    person.presses("Verder")
    qtbot.waitUntil(page.people.isVisible)
    person.answers(page.people.coordinator, "Mieke van den Berg")
    person.answers(page.people.supporter, "Anouk Verhoeven")
    person.presses("Verder")
    person.presses("Verder")
    qtbot.mouseClick(page.passphrases.written.control, Qt.MouseButton.LeftButton)
    person.presses("Verder")
    for card in (page.recovery.support_point, page.recovery.supporter):
        person.answers(card, "".join(card.parts.parts()).lower())
    person.presses("Verder")
    person.answers(page.begin.pin, MIEKES_PIN)
    person.answers(page.begin.again, MIEKES_PIN)
    person.presses("Steunpunt beginnen")
    return page


def test_a_new_support_point_begins_and_its_coordinator_stands_in_vandaag(
    start: Start, places: Places, qtbot: QtBot
) -> None:
    person = start()
    person.sees(Welcome)
    person.presses("Beginnen")
    _founds(person, qtbot)
    window = person.reception.window
    qtbot.waitUntil(window.is_open, timeout=15_000)
    assert person.reception.desk().actor.name.full == "Mieke van den Berg"
    assert window.frame is not None
    assert window.frame.room() is Room.TODAY
    person.waits()
    person.closes()
    backups = list((places.data / "backups").rglob("*.store"))
    assert len(backups) == 1
    again = start()
    again.signs_in("Mieke v.d. B.", MIEKES_PIN)
    assert again.reception.desk().actor.role is Role.COORDINATOR


def test_what_was_typed_is_still_there_after_a_lock_also_when_somebody_came_between(
    secrets: FirstSecrets, start: Start, qtbot: QtBot
) -> None:
    person = start()
    person.signs_in("Ria v.d. B.", RIAS_PIN)
    window = person.reception.window
    window.navigate(Room.HANDOVER, action="new")
    person.waits()
    form = person.sees(Form)
    form.field("situation").set_value("De sleutel hangt aan het bord")
    window.lock()
    assert not form.isVisible()
    page = person.sees(SignIn)
    person.waits()
    assert page.pin.isVisible()
    person.answers(page.pin, RIAS_PIN)
    qtbot.waitUntil(window.is_open)
    assert person.sees(Form).field("situation").value() == "De sleutel hangt aan het bord"
    window.lock()
    person.signs_in("Mieke C.", MIEKES_PIN)
    assert person.reception.desk().actor.role is Role.COORDINATOR
    window.lock()
    person.signs_in("Ria v.d. B.", RIAS_PIN)
    window.navigate(Room.HANDOVER)
    assert person.sees(Form).field("situation").value() == "De sleutel hangt aan het bord"
    window.close()
    person.sees(QDialog)
    assert window.isVisible()
    person.presses("Sluiten zonder opslaan")
    qtbot.waitUntil(lambda: not window.isVisible())


def test_the_emergency_numbers_are_in_reach_before_anybody_signs_in(
    secrets: FirstSecrets, start: Start, qtbot: QtBot
) -> None:
    person = start()
    person.sees(SignIn)
    person.waits()
    qtbot.mouseClick(person.reception.window.rail.emergency, Qt.MouseButton.LeftButton)
    dialog = person.sees(QDialog)
    assert "112" in words_of(dialog).split()
    dialog.close()


def test_the_coordinator_comes_in_on_another_computer_and_gets_a_pin_there(
    secrets: FirstSecrets, start: Start, places: Places, qtbot: QtBot
) -> None:
    for file in places.settings.iterdir():
        file.unlink()
    person = start()
    page = person.sees(SignIn)
    qtbot.waitUntil(page.passphrase.isVisible)
    person.answers(page.passphrase, secrets.passphrase)
    qtbot.waitUntil(page.choose_pin.isVisible, timeout=15_000)
    form = person.sees(Form)
    form.field("pin").set_value("112358")
    form.field("pin_again").set_value("112358")
    form.submit()
    window = person.reception.window
    qtbot.waitUntil(window.is_open, timeout=15_000)
    person.waits()
    window.lock()
    person.signs_in("Mieke C.", "112358")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "leeg"),
        (b"SQLite format 3\0" + bytes(9000), "niet versleuteld"),
        (b"x" * 100, "geen gegevensbestand"),
    ],
)
def test_a_file_that_is_no_store_is_told_with_the_next_step_and_stays_as_it_is(
    content: bytes, words: str, secrets: FirstSecrets, places: Places, start: Start
) -> None:
    places.default_store().write_bytes(content)
    person = start()
    door = person.sees(ClosedDoor)
    texts = words_of(door)
    assert words in texts
    assert "Probeer opnieuw" in texts
    assert places.default_store().read_bytes() == content


def test_a_store_that_another_window_has_is_told_and_opens_when_that_one_closes(
    secrets: FirstSecrets, places: Places, start: Start
) -> None:
    with hold(places.default_store()):
        person = start()
        person.sees(ClosedDoor)
    person.presses("Probeer opnieuw")
    person.sees(SignIn)
    person.waits()
    person.signs_in("Ria v.d. B.", RIAS_PIN)


def test_a_damaged_store_is_told_after_the_right_pin_and_is_kept(
    secrets: FirstSecrets, places: Places, start: Start, qtbot: QtBot
) -> None:
    whole = places.default_store().read_bytes()
    places.default_store().write_bytes(whole[:4096] + bytes(4096) + whole[8192:])
    person = start()
    page = person.sees(SignIn)
    person.waits()
    page.choice.names.chosen.emit(1)
    qtbot.waitUntil(page.pin.isVisible)
    person.answers(page.pin, MIEKES_PIN)
    door = person.sees(ClosedDoor)
    texts = words_of(door)
    assert "beschadigd" in texts


def test_the_language_changes_at_once_and_back(start: Start, qtbot: QtBot) -> None:
    person = start()
    person.sees(Welcome)
    person.presses("English")
    assert current_language() == "en"
    person.sees(Welcome)
    person.presses("Nederlands")
    person.sees(Welcome)
    person.presses("Beginnen")
    person.sees(FirstStart)


def test_the_language_changes_around_what_is_being_typed(
    secrets: FirstSecrets, start: Start, qtbot: QtBot
) -> None:
    person = start()
    person.signs_in("Ria v.d. B.", RIAS_PIN)
    person.reception.window.navigate(Room.HANDOVER, action="new")
    person.waits()
    person.sees(Form).field("situation").set_value("De sleutel hangt aan het bord")
    entries = person.window.findChildren(QAction)
    next(entry for entry in entries if entry.text() == "English").trigger()
    person.waits()
    person.reception.window.navigate(Room.HANDOVER)
    assert person.sees(Form).field("situation").value() == "De sleutel hangt aan het bord"
