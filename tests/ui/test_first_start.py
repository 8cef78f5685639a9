"""The first start: step by step, mistakes said in place, and nothing on the disk before the end."""

from collections.abc import Iterator
from datetime import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from dorpssteunpunt.app.entrance import Entrances
from dorpssteunpunt.base.clock import FixedClock
from dorpssteunpunt.pdf.writer import PdfSheetWriter
from dorpssteunpunt.services.door import Visit
from dorpssteunpunt.services.faults import DiskFull
from dorpssteunpunt.services.founding import Founding
from dorpssteunpunt.services.ports import FirstSecrets
from dorpssteunpunt.store.device_secret import Device, no_vault
from dorpssteunpunt.ui.kit.pdf_preview import PdfPreview
from dorpssteunpunt.ui.kit.tasks import Tasks
from dorpssteunpunt.ui.shell.first_start.page import FirstStart
from dorpssteunpunt.ui.shell.first_start.recovery_step import CodeCard
from tests.village import CHEAP, MONDAY_MORNING

PIN = "271828"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the new store goes; it is not there yet."""
    return tmp_path / "data"


@pytest.fixture
def doors(tmp_path: Path) -> Entrances:
    settings = tmp_path / "settings"
    return Entrances(settings, Device(settings, no_vault), FixedClock(MONDAY_MORNING), CHEAP)


@pytest.fixture
def page(doors: Entrances, folder: Path, tasks: Tasks, qtbot: QtBot) -> FirstStart:
    """The first step, in sight."""
    clock = FixedClock(MONDAY_MORNING)
    page = FirstStart(tasks, doors, PdfSheetWriter(), clock.today, folder / "linde.store")
    qtbot.addWidget(page)
    page.resize(1162, 712)
    with qtbot.waitExposed(page):
        page.show()
    return page


@pytest.fixture
def founded(page: FirstStart) -> Iterator[list[tuple[Path, Visit]]]:
    """What was founded; whoever came in leaves at the end."""
    told: list[tuple[Path, Visit]] = []

    def tell(path: Path, visit: Visit) -> None:
        told.append((path, visit))

    page.founded.connect(tell)
    yield told
    for _path, visit in told:
        visit.leave()


def _type_back(qtbot: QtBot, card: CodeCard, code: str) -> None:
    line = card.findChildren(QLineEdit)[0]
    line.clear()
    qtbot.keyClicks(line, code)


def _shown_code(card: CodeCard) -> str:
    return "-".join(card.parts.parts())


def _to_step(page: FirstStart, number: int, qtbot: QtBot) -> None:
    """Fill in everything up to a step, counted from 0, and stand there."""
    page.place.name.set_value("De Linde")
    page.place.village.set_value("Heusden")
    page.people.coordinator.set_value("Mieke van den Berg")
    page.people.supporter.set_value("Łukasz Nowak")
    page.passphrases.written.set_value(True)
    while page.number() < number:
        if page.steps[page.number()] is page.recovery:
            for card in (page.recovery.support_point, page.recovery.supporter):
                _type_back(qtbot, card, _shown_code(card))
        _go_on(page, qtbot)


def _go_on(page: FirstStart, qtbot: QtBot) -> None:
    here = page.number()
    page.go_on()
    qtbot.waitUntil(lambda: page.number() > here)


def _begin(page: FirstStart) -> None:
    page.begin.pin.set_value(PIN)
    page.begin.again.set_value(PIN)
    page.go_on()


def test_name_and_village_are_asked_for_and_the_rest_may_wait(
    page: FirstStart, qtbot: QtBot
) -> None:
    page.go_on()
    assert page.place.name.error()
    assert page.place.village.error()
    assert not page.place.phone.error()
    assert page.number() == 0


def test_a_wrong_telephone_number_is_told_at_its_field(page: FirstStart, qtbot: QtBot) -> None:
    page.place.name.set_value("De Linde")
    page.place.village.set_value("Heusden")
    page.place.phone.set_value("0493 12")
    page.go_on()
    qtbot.waitUntil(lambda: bool(page.place.phone.error()))
    assert page.number() == 0
    assert page.place.phone.control.hasFocus()


def test_names_show_how_they_are_understood(page: FirstStart, qtbot: QtBot) -> None:
    _to_step(page, 1, qtbot)
    line = page.people.coordinator.control
    assert isinstance(line, QLineEdit)
    line.clear()
    qtbot.keyClicks(line, "Jan van den Berg")
    hint = page.people.coordinator.control.accessibleDescription()
    assert "Tussenvoegsel: van den" in hint
    assert "Jan v.d. B." in hint


def test_day_parts_are_added_named_and_taken_away(page: FirstStart, qtbot: QtBot) -> None:
    _to_step(page, 2, qtbot)
    before = len(page.hours.rows)
    qtbot.mouseClick(page.hours.add_button, Qt.MouseButton.LeftButton)
    added = page.hours.rows[-1]
    page.go_on()
    assert page.number() == 2
    assert added.name.error()
    added.name.set_value("Vroeg")
    added.start.set_value(time(8))
    added.end.set_value(time(7))
    page.go_on()
    assert added.end.error()
    added.end.set_value(time(9))
    added.days[7].setChecked(True)
    page.hours.rows[1].remove_wanted.emit()
    page.go_on()
    assert page.number() == 3
    parts = page.hours.dayparts()
    assert len(parts) == before
    assert (parts[0].name, parts[0].weekdays) == ("Vroeg", frozenset({7}))


def test_day_parts_that_overlap_are_refused(page: FirstStart, qtbot: QtBot) -> None:
    _to_step(page, 2, qtbot)
    page.hours.rows[0].end.set_value(time(14))
    page.go_on()
    assert page.number() == 2
    assert "overlappen" in page.hours.banner.text()


def test_a_desk_that_never_opens_is_refused(page: FirstStart, qtbot: QtBot) -> None:
    _to_step(page, 2, qtbot)
    for row in page.hours.rows:
        for box in row.days.values():
            box.setChecked(False)
    page.go_on()
    assert page.number() == 2
    assert not page.hours.banner.isHidden()


def test_passphrases_must_be_written_down(page: FirstStart, qtbot: QtBot) -> None:
    _to_step(page, 3, qtbot)
    assert len(page.passphrases.coordinator.parts()) == 5
    assert page.passphrases.coordinator.parts() != page.passphrases.supporter.parts()
    page.passphrases.written.set_value(False)
    page.go_on()
    assert page.number() == 3


def test_both_recovery_codes_are_typed_back_forgivingly(page: FirstStart, qtbot: QtBot) -> None:
    _to_step(page, 4, qtbot)
    one, other = page.recovery.support_point, page.recovery.supporter
    page.go_on()
    assert page.number() == 4
    _type_back(qtbot, one, _shown_code(one).lower().replace("-", ""))
    assert one.is_done()
    page.go_on()
    assert page.number() == 4
    _type_back(qtbot, other, _shown_code(other).replace("-", " "))
    page.go_on()
    assert page.number() == 5


def test_a_typing_error_in_a_code_names_its_group(page: FirstStart, qtbot: QtBot) -> None:
    _to_step(page, 4, qtbot)
    card = page.recovery.support_point
    groups = _shown_code(card).split("-")
    groups[2] = "AAAAAA" if groups[2] != "AAAAAA" else "CCCCCC"
    _type_back(qtbot, card, "-".join(groups))
    page.go_on()
    assert "groepje 3" in card.field.error() or "groep 3" in card.field.error()


def test_the_code_of_the_other_paper_is_recognised(page: FirstStart, qtbot: QtBot) -> None:
    _to_step(page, 4, qtbot)
    card = page.recovery.support_point
    _type_back(qtbot, card, _shown_code(page.recovery.supporter))
    page.go_on()
    assert "andere papier" in card.field.error()


def test_a_code_copied_by_hand_is_out_of_sight_while_it_is_typed(
    page: FirstStart, qtbot: QtBot
) -> None:
    _to_step(page, 4, qtbot)
    card = page.recovery.supporter
    assert not card.parts.isVisible()
    qtbot.mouseClick(card.copy, Qt.MouseButton.LeftButton)
    assert card.parts.isVisible()
    _type_back(qtbot, card, "A")
    assert not card.parts.isVisible()


def test_the_paper_is_shown_before_it_is_printed(
    page: FirstStart, qtbot: QtBot, tasks: Tasks
) -> None:
    _to_step(page, 4, qtbot)
    qtbot.mouseClick(page.recovery.supporter.paper, Qt.MouseButton.LeftButton)
    preview = page.findChild(PdfPreview)
    assert isinstance(preview, PdfPreview)
    qtbot.waitUntil(lambda: not tasks.is_busy())
    preview.close()


def test_going_back_loses_nothing_and_keeps_the_codes(page: FirstStart, qtbot: QtBot) -> None:
    _to_step(page, 5, qtbot)
    codes = _shown_code(page.recovery.support_point), page.passphrases.coordinator.parts()
    for _step in range(5):
        page.go_back()
    assert page.number() == 0
    assert page.place.name.value() == "De Linde"
    with qtbot.waitSignal(page.left):
        page.go_back()
    _to_step(page, 5, qtbot)
    assert codes == (
        _shown_code(page.recovery.support_point),
        page.passphrases.coordinator.parts(),
    )


def test_nothing_is_written_before_the_last_step(
    page: FirstStart, folder: Path, qtbot: QtBot
) -> None:
    _to_step(page, 5, qtbot)
    assert not folder.exists()


def test_a_simple_pin_or_two_that_differ_are_told(
    page: FirstStart, folder: Path, qtbot: QtBot
) -> None:
    _to_step(page, 5, qtbot)
    page.begin.pin.set_value("1111")
    page.begin.again.set_value("1111")
    page.go_on()
    assert page.begin.pin.error()
    page.begin.pin.set_value(PIN)
    page.begin.again.set_value("271829")
    page.go_on()
    assert page.begin.again.error()
    assert not folder.exists()


def test_the_support_point_begins_with_all_that_was_chosen(
    page: FirstStart,
    doors: Entrances,
    folder: Path,
    founded: list[tuple[Path, Visit]],
    qtbot: QtBot,
) -> None:
    folder.mkdir()
    _to_step(page, 5, qtbot)
    passphrase = " ".join(page.passphrases.supporter.parts())
    _begin(page)
    qtbot.waitUntil(lambda: bool(founded))
    path, visit = founded[0]
    assert path == folder / "linde.store"
    assert visit.desk.actor.name.full == "Mieke van den Berg"
    with visit.desk.store.reading() as uow:
        assert uow.support_point.support_point().village == "Heusden"
        assert len(uow.support_point.week_template()) == 13
    door = doors.door(path)
    assert door.approach().with_pin == {1}
    door.enter_with_passphrase(passphrase).leave()
    door.walk_away()


def test_a_full_disk_keeps_all_that_was_typed_and_another_place_helps(
    page: FirstStart,
    tmp_path: Path,
    founded: list[tuple[Path, Visit]],
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    def full(_doors: Entrances, path: Path, _f: Founding, _s: FirstSecrets, _pin: str) -> Visit:
        raise DiskFull(path)

    _to_step(page, 5, qtbot)
    with monkeypatch.context() as disk:
        disk.setattr(Entrances, "found", full)
        _begin(page)
        qtbot.waitUntil(lambda: not page.begin.banner.isHidden())
    assert "vol" in page.begin.banner.text()
    assert founded == []
    assert page.begin.pin.value() == PIN
    assert page.place.name.value() == "De Linde"
    (tmp_path / "elsewhere").mkdir()
    page.begin.take_place(tmp_path / "elsewhere" / "linde")
    page.go_on()
    qtbot.waitUntil(lambda: bool(founded))
    assert founded[0][0] == tmp_path / "elsewhere" / "linde.store"


def test_an_existing_store_is_never_written_over(
    page: FirstStart, folder: Path, founded: list[tuple[Path, Visit]], qtbot: QtBot
) -> None:
    _to_step(page, 5, qtbot)
    folder.mkdir()
    page.begin.store.write_bytes(b"another store")
    _begin(page)
    qtbot.waitUntil(lambda: not page.begin.banner.isHidden())
    assert founded == []
    assert page.begin.store.read_bytes() == b"another store"


def test_enter_goes_from_field_to_field_and_escape_a_step_back(
    page: FirstStart, qtbot: QtBot
) -> None:
    _to_step(page, 1, qtbot)
    qtbot.waitUntil(page.people.coordinator.control.hasFocus)
    qtbot.keyClick(page.people.coordinator.control, Qt.Key.Key_Return)
    assert page.people.supporter.control.hasFocus()
    qtbot.keyClick(page.people.supporter.control, Qt.Key.Key_Escape)
    assert page.number() == 0
