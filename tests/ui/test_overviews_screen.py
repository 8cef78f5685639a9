"""The papers of the support point, from a card to a sheet on the screen."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.roster import make_week
from dorpssteunpunt.ui.kit.pdf_preview import PdfPreview
from dorpssteunpunt.ui.kit.screen import Screen
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.rooms.overviews.file_card import FileCard
from dorpssteunpunt.ui.rooms.overviews.paper_card import PaperCard
from dorpssteunpunt.ui.rooms.overviews.screen import OverviewsScreen
from tests.village import TODAY, Village, village

Open = Callable[[Desk], Screen]


@pytest.fixture
def linde(tmp_path: Path) -> Iterator[Village]:
    with village(tmp_path) as there:
        yield there


@pytest.fixture
def room(
    workplace: Callable[[Desk], Workplace], opened: Callable[[Screen], Screen], qtbot: QtBot
) -> Callable[[Desk], Screen]:
    """Open the room for whoever sits at a desk, and wait until all its cards are there."""

    def open_room(desk: Desk) -> Screen:
        screen = OverviewsScreen(workplace(desk))
        opened(screen)
        qtbot.waitUntil(screen.is_whole)
        return screen

    return open_room


def cards(screen: Screen) -> dict[str, PaperCard]:
    return {card.accessibleName(): card for card in screen.findChildren(PaperCard)}


def files(screen: Screen) -> dict[str, FileCard]:
    return {card.accessibleName(): card for card in screen.findChildren(FileCard)}


def choose(qtbot: QtBot, card: QWidget, place: Path) -> None:
    """Choose a place in the dialog that asks for one."""
    qtbot.waitUntil(lambda: bool(card.findChildren(QFileDialog)))
    (asked,) = card.findChildren(QFileDialog)
    asked.fileSelected.emit(str(place))
    asked.close()


def press(qtbot: QtBot, place: QWidget, name: str) -> None:
    (button,) = [b for b in place.findChildren(QPushButton) if b.accessibleName() == name]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def says(place: QWidget, words: str) -> bool:
    return any(words in label.text() for label in place.findChildren(QLabel) if label.isVisible())


def shown(qtbot: QtBot, screen: Screen) -> PdfPreview:
    qtbot.waitUntil(lambda: bool(screen.findChildren(PdfPreview)))
    preview = screen.findChildren(PdfPreview)[0]
    qtbot.waitUntil(lambda: says(preview, "Bladzijde 1 van"), timeout=10_000)
    return preview


DESK_PAPERS = [
    *("Weekrooster", "Maandrooster", "Dagoverzicht", "Open hulpvragen", "Overdracht"),
    *("Gaten in het rooster", "Wie bellen", "Persoonlijk rooster", "Beschikbaarheidsformulier"),
]
FILES = ["Agenda's", "Spreadsheet", "Beschikbaarheidsformulier als spreadsheet"]


def test_everybody_finds_the_papers_that_they_may_have(linde: Village, room: Open) -> None:
    assert list(cards(room(linde.desk_worker()))) == DESK_PAPERS
    planning = [*DESK_PAPERS, "Diensten en uren"]
    assert list(cards(room(linde.coordinator))) == planning
    assert sorted(cards(room(linde.supporter))) == sorted([*planning, "Escalaties"])


def test_files_are_for_who_may_take_data_away(linde: Village, room: Open) -> None:
    assert list(files(room(linde.desk_worker()))) == []
    for desk in (linde.coordinator, linde.supporter):
        assert list(files(room(desk))) == FILES


@pytest.mark.parametrize("title", [*DESK_PAPERS, "Diensten en uren", "Escalaties"])
def test_each_paper_is_shown_before_it_is_printed(
    linde: Village, room: Open, qtbot: QtBot, title: str
) -> None:
    make_week(linde.coordinator, Week.of(TODAY))
    screen = room(linde.supporter)
    press(qtbot, cards(screen)[title], "Voorbeeld")
    preview = shown(qtbot, screen)
    assert preview.windowTitle() == title
    preview.close()


def test_a_paper_of_a_month_turns_by_the_month(linde: Village, room: Open, qtbot: QtBot) -> None:
    card = cards(room(linde.coordinator))["Maandrooster"]
    assert says(card, "november 2026")
    press(qtbot, card, "Volgende maand")
    assert says(card, "december 2026")
    press(qtbot, card, "Voorbeeld")
    qtbot.waitUntil(lambda: says(card, "er zijn nog geen diensten"))


def test_a_name_that_nobody_has_is_said_at_its_field(
    linde: Village, room: Open, qtbot: QtBot
) -> None:
    card = cards(room(linde.coordinator))["Persoonlijk rooster"]
    (*_days, name) = card.findChildren(QLineEdit)
    qtbot.keyClicks(name, "Nobody")
    press(qtbot, card, "Voorbeeld")
    qtbot.waitUntil(lambda: says(card, "Er is geen vrijwilliger die Nobody heet."))


def test_a_spreadsheet_is_kept_where_somebody_chooses(
    linde: Village, room: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    make_week(linde.coordinator, Week.of(TODAY))
    card = files(room(linde.coordinator))["Spreadsheet"]
    press(qtbot, card, "Opslaan als spreadsheet")
    choose(qtbot, card, tmp_path / "rooster.xlsx")
    qtbot.waitUntil(lambda: says(card, "Opgeslagen als rooster.xlsx."))
    assert (tmp_path / "rooster.xlsx").read_bytes().startswith(b"PK")


def test_calendars_of_everybody_are_kept_in_a_folder(
    linde: Village, room: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    linde.volunteer("Els Smeets")
    card = files(room(linde.coordinator))["Agenda's"]
    folder = tmp_path / "agenda's"
    folder.mkdir()
    press(qtbot, card, "Opslaan als agenda")
    choose(qtbot, card, folder)
    qtbot.waitUntil(lambda: says(card, "bestanden opgeslagen"))
    assert {"Els Smeets.ics", "balie.ics"} <= {path.name for path in folder.iterdir()}


def test_the_calendar_of_one_volunteer_is_one_file(
    linde: Village, room: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    linde.volunteer("Els Smeets")
    card = files(room(linde.coordinator))["Agenda's"]
    (*_days, name) = card.findChildren(QLineEdit)
    qtbot.keyClicks(name, "els")
    press(qtbot, card, "Opslaan als agenda")
    choose(qtbot, card, tmp_path / "els.ics")
    qtbot.waitUntil(lambda: says(card, "Opgeslagen als els.ics."))
    assert b"BEGIN:VCALENDAR" in (tmp_path / "els.ics").read_bytes()


def test_a_folder_that_takes_no_file_is_said(
    linde: Village, room: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    card = files(room(linde.coordinator))["Spreadsheet"]
    press(qtbot, card, "Opslaan als spreadsheet")
    choose(qtbot, card, tmp_path / "gone" / "rooster.xlsx")
    qtbot.waitUntil(lambda: says(card, "Kies een andere map."))


def test_printing_goes_on_from_the_paper_that_is_shown(
    linde: Village, room: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed: list[PdfPreview] = []
    monkeypatch.setattr(PdfPreview, "print_paper", printed.append)
    screen = room(linde.desk_worker())
    press(qtbot, cards(screen)["Open hulpvragen"], "Afdrukken")
    preview = shown(qtbot, screen)
    qtbot.waitUntil(lambda: printed == [preview])
    preview.close()


def test_saving_asks_where_and_proposes_a_name(linde: Village, room: Open, qtbot: QtBot) -> None:
    screen = room(linde.desk_worker())
    press(qtbot, cards(screen)["Overdracht"], "Opslaan als PDF")
    preview = shown(qtbot, screen)
    qtbot.waitUntil(lambda: bool(preview.findChildren(QFileDialog)))
    (asked,) = preview.findChildren(QFileDialog)
    names = [Path(name).name for name in asked.selectedFiles()]
    assert names == ["overdracht-2026-11-17-2026-11-23.pdf"]
    asked.close()
    preview.close()


def test_the_week_is_turned_and_a_week_without_shifts_is_said_on_the_card(
    linde: Village, room: Open, qtbot: QtBot
) -> None:
    make_week(linde.coordinator, Week.of(TODAY))
    screen = room(linde.desk_worker())
    card = cards(screen)["Weekrooster"]
    assert says(card, "Week 48 · 23–29 november 2026")
    press(qtbot, card, "Volgende week")
    assert says(card, "Week 49")
    press(qtbot, card, "Voorbeeld")
    qtbot.waitUntil(lambda: says(card, "er zijn nog geen diensten"))
    press(qtbot, card, "Vorige week")
    press(qtbot, card, "Voorbeeld")
    shown(qtbot, screen).close()
    assert not says(card, "er zijn nog geen diensten")


@pytest.mark.parametrize("title", ["Overdracht", "Escalaties"])
def test_a_backward_period_is_said_at_its_field(
    linde: Village, room: Open, qtbot: QtBot, title: str
) -> None:
    card = cards(room(linde.supporter))[title]
    for field, typed in zip(card.findChildren(QLineEdit), ("2-11-2026", "1-11-2026"), strict=True):
        field.selectAll()
        qtbot.keyClicks(field, typed)
    press(qtbot, card, "Voorbeeld")
    qtbot.waitUntil(lambda: says(card, "De laatste dag ligt voor de eerste."))


def test_a_day_that_is_missing_is_asked_for(linde: Village, room: Open, qtbot: QtBot) -> None:
    card = cards(room(linde.desk_worker()))["Overdracht"]
    card.findChildren(QLineEdit)[0].clear()
    press(qtbot, card, "Voorbeeld")
    assert says(card, "Vul dit nog in.")


def test_one_goes_straight_to_a_paper(linde: Village, room: Open, qtbot: QtBot) -> None:
    screen = room(linde.desk_worker())
    screen.begin("handover")
    focused = QApplication.focusWidget()
    assert focused is not None
    assert cards(screen)["Overdracht"].isAncestorOf(focused)


def test_the_keys_for_printing_show_the_paper_where_the_keyboard_is(
    linde: Village, room: Open, qtbot: QtBot
) -> None:
    screen = room(linde.desk_worker())
    screen.begin("requests")
    screen.print_overview()
    preview = shown(qtbot, screen)
    assert preview.windowTitle() == "Open hulpvragen"
    preview.close()


def test_a_roster_of_two_weeks_wants_shifts_in_both(
    linde: Village, room: Open, qtbot: QtBot
) -> None:
    week = Week.of(TODAY)
    make_week(linde.coordinator, week)
    screen = room(linde.desk_worker())
    card = cards(screen)["Weekrooster"]
    (weeks,) = [box for box in card.findChildren(QComboBox) if box.findText("twee weken") >= 0]
    qtbot.keyClick(weeks, Qt.Key.Key_Down)
    press(qtbot, card, "Voorbeeld")
    qtbot.waitUntil(lambda: says(card, "er zijn nog geen diensten"))
    make_week(linde.coordinator, week.next())
    press(qtbot, card, "Voorbeeld")
    shown(qtbot, screen).close()
