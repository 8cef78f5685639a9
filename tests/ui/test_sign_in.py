"""Signing in: names and PINs, passphrases, recovery codes, and being told what is wrong."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from dorpssteunpunt.app.entrance import Entrance, Entrances
from dorpssteunpunt.base.errors import Circumstance
from dorpssteunpunt.domain.accounts import Role
from dorpssteunpunt.domain.names import parse_name
from dorpssteunpunt.services import accounts
from dorpssteunpunt.services.door import Visit
from dorpssteunpunt.services.faults import KeysMissing, StoreMissing
from dorpssteunpunt.services.support_point import change_support_point, settings
from dorpssteunpunt.store.device_secret import Device, no_vault
from dorpssteunpunt.store.key_file import keys_beside
from dorpssteunpunt.ui.kit.tasks import Tasks
from dorpssteunpunt.ui.shell.sign_in.door_card import DoorCard
from dorpssteunpunt.ui.shell.sign_in.page import SignIn
from tests.village import CHEAP, Village

PIN = "314159"
ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape

Opening = Callable[..., SignIn]


@pytest.fixture
def door(village: Village, tmp_path: Path) -> Iterator[Entrance]:
    """The door of the village on the computer where it was founded."""
    settings = tmp_path / "settings"
    doors = Entrances(settings, Device(settings, no_vault), village.clock, CHEAP)
    door = doors.door(village.door.path)
    yield door
    door.walk_away()


@pytest.fixture
def ria(village: Village) -> int:
    """A desk worker with a PIN on this computer."""
    new = accounts.NewAccount(Role.DESK_WORKER, name=parse_name("Ria van den Berg"))
    subject = accounts.add_desk_account(village.coordinator, new, PIN).subject
    assert subject is not None
    return subject


@pytest.fixture
def visits() -> Iterator[list[Visit]]:
    """Who came in; they leave at the end."""
    inside: list[Visit] = []
    yield inside
    for visit in inside:
        visit.leave()


@pytest.fixture
def opened(
    village: Village, door: Entrance, tasks: Tasks, qtbot: QtBot, visits: list[Visit]
) -> Opening:
    """Show the way in at the door, as the window does."""

    def show(*, expected: int = 0) -> SignIn:
        page = SignIn(tasks, door, village.clock.now)
        page.entered.connect(visits.append)
        qtbot.addWidget(page)
        page.resize(1162, 712)
        with qtbot.waitExposed(page):
            page.show()
        with qtbot.waitSignal(page.porch_seen):
            page.approach(expected)
        qtbot.waitUntil(lambda: not tasks.is_busy())
        return page

    return show


def _press(qtbot: QtBot, card: DoorCard, typed: str) -> None:
    line = card.findChildren(QLineEdit)[0]
    line.clear()
    qtbot.keyClicks(line, typed)
    qtbot.keyClick(line, ENTER)


def _wait(qtbot: QtBot, tasks: Tasks) -> None:
    qtbot.waitUntil(lambda: not tasks.is_busy())


def _shown(page: SignIn) -> list[str]:
    names = page.choice.names
    return [names.item(row).text() for row in range(names.count())]


def test_names_stand_as_on_the_wall_by_their_first_letter(ria: int, opened: Opening) -> None:
    page = opened()
    assert _shown(page) == ["Anouk V.", "Mieke C.", "Ria v.d. B."]
    assert page.choice.names.hasFocus()


def test_a_letter_enter_and_the_pin_let_somebody_in(
    ria: int, opened: Opening, qtbot: QtBot, tasks: Tasks, visits: list[Visit]
) -> None:
    page = opened()
    qtbot.keyClicks(page.choice.names, "r")
    qtbot.keyClick(page.choice.names, ENTER)
    qtbot.waitUntil(page.pin.isVisible)
    with qtbot.waitSignal(page.entered):
        _press(qtbot, page.pin, PIN)
    assert visits[0].desk.actor.id == ria


def test_a_click_on_a_name_asks_for_its_pin(
    ria: int, opened: Opening, qtbot: QtBot, tasks: Tasks
) -> None:
    page = opened()
    names = page.choice.names
    row = _shown(page).index("Ria v.d. B.")
    place = names.visualItemRect(names.item(row)).center()
    qtbot.mouseClick(names.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(page.pin.isVisible)
    qtbot.waitUntil(page.pin.field.control.hasFocus)


def test_a_wrong_pin_is_told_beside_the_field_which_is_emptied(
    ria: int, opened: Opening, qtbot: QtBot, tasks: Tasks
) -> None:
    page = opened(expected=ria)
    _press(qtbot, page.pin, "000001")
    _wait(qtbot, tasks)
    assert "onjuist" in page.pin.field.error()
    assert page.pin.field.value() == ""


def test_after_five_wrong_pins_the_wait_is_counted_down(
    ria: int, opened: Opening, qtbot: QtBot, tasks: Tasks, visits: list[Visit]
) -> None:
    page = opened(expected=ria)
    for _attempt in range(5):
        _press(qtbot, page.pin, "000001")
        _wait(qtbot, tasks)
    assert "30 seconden" in page.pin.field.error()
    assert not page.pin.button.isEnabled()
    _press(qtbot, page.pin, PIN)
    _wait(qtbot, tasks)
    assert visits == []
    page.pin.countdown.start(0)
    assert page.pin.button.isEnabled()
    assert "weer proberen" in page.pin.field.error()


def test_the_wait_is_still_there_for_who_comes_back_to_the_name(
    ria: int, opened: Opening, qtbot: QtBot, tasks: Tasks
) -> None:
    page = opened(expected=ria)
    for _attempt in range(5):
        _press(qtbot, page.pin, "000001")
        _wait(qtbot, tasks)
    qtbot.keyClick(page.pin.field.control, ESCAPE)
    assert page.choice.isVisible()
    page.choice.names.chosen.emit(ria)
    _wait(qtbot, tasks)
    assert "30 seconden" in page.pin.field.error()


def test_a_pin_takes_digits_only_and_can_be_shown(ria: int, opened: Opening, qtbot: QtBot) -> None:
    page = opened(expected=ria)
    line = page.pin.findChildren(QLineEdit)[0]
    qtbot.keyClicks(line, "12a b3")
    assert page.pin.field.value() == "123"
    assert line.echoMode() is QLineEdit.EchoMode.Password
    eye = next(b for b in page.pin.findChildren(type(page.pin.button)) if b.text() == "Tonen")
    qtbot.mouseClick(eye, Qt.MouseButton.LeftButton)
    assert line.echoMode() is QLineEdit.EchoMode.Normal
    assert line.hasFocus()


def test_who_has_no_pin_here_is_asked_for_the_passphrase_and_told_why(
    ria: int, opened: Opening, qtbot: QtBot, tasks: Tasks
) -> None:
    page = opened()
    page.choice.names.chosen.emit(1)
    _wait(qtbot, tasks)
    assert page.passphrase.isVisible()
    assert page.passphrase.field.control.hasFocus()


def test_hidden_names_are_typed_and_an_unknown_one_is_not_told_from_a_wrong_pin(
    village: Village, ria: int, opened: Opening, qtbot: QtBot, tasks: Tasks, visits: list[Visit]
) -> None:
    mine = settings(village.coordinator).support_point
    change_support_point(village.coordinator, replace(mine, names_hidden_at_door=True))
    accounts.furnish_lobby(village.coordinator)
    page = opened()
    assert not page.choice.names.isVisible()
    assert _shown(page) == []
    _press(qtbot, page.choice, "Nobody")
    qtbot.waitUntil(page.pin.isVisible)
    _press(qtbot, page.pin, PIN)
    _wait(qtbot, tasks)
    assert "onjuist" in page.pin.field.error()
    qtbot.keyClick(page.pin.field.control, ESCAPE)
    _press(qtbot, page.choice, "ria b")
    _wait(qtbot, tasks)
    with qtbot.waitSignal(page.entered):
        _press(qtbot, page.pin, PIN)
    assert visits[0].desk.actor.id == ria


def test_on_a_new_computer_the_passphrase_opens_and_a_pin_is_offered(
    village: Village, opened: Opening, qtbot: QtBot, tasks: Tasks, visits: list[Visit]
) -> None:
    page = opened()
    assert page.passphrase.isVisible()
    _press(qtbot, page.passphrase, village.issued.passphrase.upper())
    qtbot.waitUntil(page.choose_pin.isVisible)
    form = page.choose_pin.form
    assert form is not None
    form.field("pin").set_value("271828")
    form.field("pin_again").set_value("271829")
    form.submit()
    assert "niet gelijk" in form.field("pin_again").error()
    form.field("pin_again").set_value("271828")
    with qtbot.waitSignal(page.entered):
        form.submit()
    assert visits[0].desk.keys.has_pin(1)


def test_a_pin_that_is_too_simple_is_refused_and_may_wait(
    village: Village, opened: Opening, qtbot: QtBot, tasks: Tasks, visits: list[Visit]
) -> None:
    page = opened()
    _press(qtbot, page.passphrase, village.issued.passphrase)
    qtbot.waitUntil(page.choose_pin.isVisible)
    form = page.choose_pin.form
    assert form is not None
    for name in ("pin", "pin_again"):
        form.field(name).set_value("1234")
    form.submit()
    _wait(qtbot, tasks)
    assert "1234" in form.field("pin").error()
    with qtbot.waitSignal(page.entered):
        qtbot.mouseClick(form.cancel_button, Qt.MouseButton.LeftButton)
    assert not visits[0].desk.keys.has_pin(1)


def test_a_mistyped_passphrase_names_the_word_and_stays(
    village: Village, opened: Opening, qtbot: QtBot, tasks: Tasks
) -> None:
    page = opened()
    typed = " ".join([*village.issued.passphrase.split()[:4], "xxxx"])
    _press(qtbot, page.passphrase, typed)
    _wait(qtbot, tasks)
    assert "woord 5" in page.passphrase.field.error()
    assert page.passphrase.field.value() == typed


def test_a_recovery_code_gives_a_new_passphrase_that_is_shown_once(
    village: Village, opened: Opening, qtbot: QtBot, tasks: Tasks, visits: list[Visit]
) -> None:
    page = opened()
    qtbot.mouseClick(page.passphrase.others[1], Qt.MouseButton.LeftButton)
    assert page.recovery.isVisible()
    _press(qtbot, page.recovery, village.issued.recovery_code.replace("-", " ").lower())
    qtbot.waitUntil(page.new_passphrase.isVisible)
    shown = " ".join(page.new_passphrase.words.parts())
    assert shown
    assert shown != village.issued.passphrase
    qtbot.keyClick(page.new_passphrase.button, ENTER)
    assert page.new_passphrase.words.parts() == ()
    form = page.choose_pin.form
    assert form is not None
    with qtbot.waitSignal(page.entered):
        qtbot.mouseClick(form.cancel_button, Qt.MouseButton.LeftButton)
    village.door.enter_with_passphrase(shown).leave()


def test_a_locked_window_asks_its_own_person_and_lets_others_choose(
    ria: int, opened: Opening, qtbot: QtBot, tasks: Tasks
) -> None:
    page = opened(expected=ria)
    assert page.pin.isVisible()
    assert page.pin.field.control.hasFocus()
    qtbot.mouseClick(page.pin.others[0], Qt.MouseButton.LeftButton)
    assert page.choice.isVisible()


@pytest.mark.parametrize("fault", [StoreMissing, KeysMissing])
def test_what_keeps_the_store_closed_is_passed_on(
    fault: type[Circumstance], village: Village, door: Entrance, tasks: Tasks, qtbot: QtBot
) -> None:
    (door.path if fault is StoreMissing else keys_beside(door.path)).unlink()
    page = SignIn(tasks, door, village.clock.now)
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.troubled) as told:
        page.approach()
    assert isinstance(told.args[0], fault) if told.args else False


def test_keys_that_vanish_while_a_name_is_chosen_are_told_as_well(
    ria: int, opened: Opening, door: Entrance, qtbot: QtBot
) -> None:
    page = opened()
    keys_beside(door.path).unlink()
    with qtbot.waitSignal(page.troubled):
        page.choice.names.chosen.emit(ria)
