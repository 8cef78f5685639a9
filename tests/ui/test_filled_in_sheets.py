"""The coordinator takes over sheets that volunteers filled in, after seeing what changes."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from dorpssteunpunt.domain.availability import AvailabilityLevel
from dorpssteunpunt.domain.people import Volunteer
from dorpssteunpunt.services import people
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.ui.kit.screen import Screen
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.rooms.people.screen import PeopleScreen
from tests.ui.conftest import Told
from tests.ui.visitor import Visitor
from tests.village import Village

CANNOT, RATHER_NOT = AvailabilityLevel.CANNOT, AvailabilityLevel.RATHER_NOT
DEC_1, DEC_2 = date(2026, 12, 1), date(2026, 12, 2)
Enter = Callable[[Desk], Visitor]


@pytest.fixture
def enter(
    workplace: Callable[[Desk], Workplace], opened: Callable[[Screen], Screen], qtbot: QtBot
) -> Enter:
    """Let whoever sits at a desk into the room of people."""
    return lambda desk: Visitor(opened(PeopleScreen(workplace(desk))), qtbot)


@pytest.fixture
def els(village: Village) -> int:
    return village.volunteer("Els Smeets")


def wishes(village: Village, person_id: int) -> Volunteer:
    found = people.person_detail(village.coordinator, person_id).volunteer
    assert found is not None
    return found


def hand_in(visitor: Visitor, path: Path) -> None:
    """Choose a file in the dialog that asks for one."""
    (dialog,) = (
        one
        for one in QApplication.topLevelWidgets()
        if isinstance(one, QFileDialog) and one.isVisible()
    )
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    visitor.settle()


def test_a_sheet_of_several_people_is_seen_explained_taken_over_and_taken_back(
    village: Village, enter: Enter, els: int, tmp_path: Path, told: Told
) -> None:
    ans = village.volunteer("Ans de Wit")
    path = tmp_path / "wensen.csv"
    path.write_text(
        "Datum;Els;Ans\n1-12-2026;nee;\n2-12-2026;misschien;nee\n30-2-2027;ja;ja\n", "utf-8"
    )
    visitor = enter(village.coordinator)
    visitor.press("Ingevuld blad…")
    hand_in(visitor, path)
    visitor.wait_for("di 1 dec")
    assert visitor.says("niet bekend → kan niet")
    assert visitor.says("A4 “30-2-2027”: deze dag staat niet op de kalender")
    visitor.press("Overnemen")
    assert not wishes(village, els).deviations
    visitor.pick("“misschien” in B3", "liever niet")
    visitor.wait_for("wo 2 dec: ochtend, middag niet bekend → liever niet")
    visitor.press("Overnemen")
    visitor.wait_until_closed()
    assert told.notices == ["Overgenomen voor 2 vrijwilligers."]
    kept = [(one.on, one.level) for one in wishes(village, els).deviations]
    assert kept == [(DEC_1, CANNOT), (DEC_2, RATHER_NOT)]
    assert [(one.on, one.level) for one in wishes(village, ans).deviations] == [(DEC_2, CANNOT)]
    assert told.undo is not None
    told.undo()
    visitor.settle()
    assert not wishes(village, els).deviations
    assert not wishes(village, ans).deviations


def test_a_sheet_chosen_at_a_volunteer_is_theirs(
    village: Village, enter: Enter, els: int, tmp_path: Path
) -> None:
    path = tmp_path / "blad1.csv"
    path.write_text("dag;ochtend\nma;x\ndi;\n", "utf-8")
    visitor = enter(village.coordinator)
    visitor.choose("Smeets, Els")
    visitor.wait_for("Vrijwilliger")
    visitor.press("Uit een ingevuld blad…")
    hand_in(visitor, path)
    visitor.wait_for("maandag: ochtend niet bekend → kan")
    visitor.press("Overnemen")
    visitor.wait_until_closed()
    assert wishes(village, els).availability == {(1, 1): AvailabilityLevel.CAN}


def test_leaving_the_preview_keeps_nothing(
    village: Village, enter: Enter, els: int, tmp_path: Path
) -> None:
    path = tmp_path / "blad1.csv"
    path.write_text("Datum;Els\n1-12-2026;nee\n", "utf-8")
    visitor = enter(village.coordinator)
    visitor.press("Ingevuld blad…")
    hand_in(visitor, path)
    visitor.wait_for("di 1 dec")
    visitor.press("Niets overnemen")
    visitor.wait_until_closed()
    assert not wishes(village, els).deviations


def test_of_many_people_the_days_are_shown_when_somebody_wants_them(
    village: Village, enter: Enter, tmp_path: Path
) -> None:
    names = ("Ans de Wit", "Bob Smit", "Cor Dekkers", "Dina Evers")
    for name in names:
        village.volunteer(name)
    path = tmp_path / "wensen.csv"
    lines = [";".join(["Datum", *names, "Opmerking"]), "1-12-2026;ja;nee;ja;nee;graag vroeg"]
    path.write_text("\n".join(lines), "utf-8")
    visitor = enter(village.coordinator)
    visitor.press("Ingevuld blad…")
    hand_in(visitor, path)
    visitor.wait_for("F2: graag vroeg")
    assert not visitor.says("di 1 dec")
    visitor.press("Bekijk de dagen: Bob Smit")
    visitor.wait_for("di 1 dec: ochtend, middag, avond niet bekend → kan niet")
    visitor.press("Verberg de dagen: Bob Smit")
    assert not visitor.says("di 1 dec")


def test_a_file_that_is_no_sheet_is_told_calmly(
    village: Village, enter: Enter, tmp_path: Path
) -> None:
    path = tmp_path / "foto.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    visitor = enter(village.coordinator)
    visitor.press("Ingevuld blad…")
    hand_in(visitor, path)
    visitor.wait_for("Het bestand foto.png is geen spreadsheet.")
    visitor.press("Sluiten")
    visitor.wait_until_closed()


def test_a_desk_worker_sees_no_way_to_take_a_sheet_over(
    village: Village, enter: Enter, els: int
) -> None:
    visitor = enter(village.desk_worker())
    visitor.choose("Smeets, Els")
    visitor.wait_for("Vrijwilliger")
    assert els
    assert not visitor.can_press("Ingevuld blad…")
    assert not visitor.can_press("Uit een ingevuld blad…")
