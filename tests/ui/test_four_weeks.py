"""Four weeks at a glance: what each shift says in little room, and the way to its week."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.services import roster
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.roster import ShiftCell
from dorpssteunpunt.ui.kit.pdf_preview import PdfPreview
from dorpssteunpunt.ui.kit.screen import Screen
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.rooms.roster.glance import Word, fits, flow
from dorpssteunpunt.ui.rooms.roster.grid import RosterGrid
from dorpssteunpunt.ui.rooms.roster.screen import RosterScreen
from dorpssteunpunt.ui.rooms.roster.week_model import CELL_ROLE, SECOND_ROLE
from dorpssteunpunt.ui.rooms.roster.weeks_grid import WeeksGrid
from dorpssteunpunt.ui.rooms.roster.weeks_model import LINE_ROLE, WeeksModel
from tests.village import TODAY, Village

WEEK = Week.of(TODAY)


class FourWeeks:
    """The four weeks on the screen, used as somebody in front of it does."""

    def __init__(self, screen: Screen, qtbot: QtBot) -> None:
        self.screen, self._qtbot = screen, qtbot
        self.press("Vier weken")
        self._qtbot.waitUntil(lambda: self.grid.model().rowCount() > 0)
        self.settle()

    @property
    def grid(self) -> WeeksGrid:
        found = self.screen.findChild(WeeksGrid)
        assert isinstance(found, WeeksGrid)
        return found

    @property
    def week_grid(self) -> RosterGrid:
        found = self.screen.findChild(RosterGrid)
        assert isinstance(found, RosterGrid)
        return found

    def settle(self) -> None:
        self._qtbot.waitUntil(lambda: not self.screen.workplace.tasks.is_busy())

    def press(self, name: str) -> None:
        buttons = [one for one in self.screen.findChildren(QPushButton) if one.isVisible()]
        (button,) = (one for one in buttons if name in (one.text(), one.accessibleName()))
        self._qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def key(self, key: Qt.Key) -> None:
        self._qtbot.keyClick(self.grid, key)

    def says(self, words: str) -> bool:
        labels = (label for label in self.screen.findChildren(QLabel) if label.isVisible())
        return any(words in label.text() for label in labels)

    def chosen(self) -> ShiftCell:
        cell = self.grid.currentIndex().data(CELL_ROLE)
        assert isinstance(cell, ShiftCell)
        return cell

    def labels(self) -> list[str]:
        model = self.grid.model()
        return [
            " ".join(
                filter(
                    None,
                    (
                        model.headerData(row, Qt.Orientation.Vertical, role)
                        for role in (int(Qt.ItemDataRole.DisplayRole), SECOND_ROLE)
                    ),
                )
            )
            for row in range(model.rowCount())
        ]

    def place_of(self, shift_id: int) -> QModelIndex:
        model = self.grid.model()
        assert isinstance(model, WeeksModel)
        return model.place_of(shift_id)


@pytest.fixture
def linde(village: Village) -> Village:
    """A village with two weeks of shifts, of which the first is published."""
    desk = village.coordinator
    roster.make_week(desk, WEEK)
    roster.publish(desk, WEEK)
    roster.make_week(desk, WEEK.next())
    return village


@pytest.fixture
def four(
    linde: Village,
    workplace: Callable[[Desk], Workplace],
    opened: Callable[[Screen], Screen],
    qtbot: QtBot,
) -> FourWeeks:
    return FourWeeks(opened(RosterScreen(workplace(linde.coordinator))), qtbot)


def test_each_week_says_whether_it_is_published_above_its_day_parts(four: FourWeeks) -> None:
    assert four.labels() == [
        *("week 48 gepubliceerd", "Ochtend", "Middag", "Avond"),
        *("week 49 concept", "Ochtend", "Middag", "Avond"),
        *("week 50", ""),
        *("week 51", ""),
    ]
    assert four.says("Week 48 t/m 51")
    assert four.says("23 nov – 20 dec 2026")


def test_the_arrow_keys_pass_over_headings_and_enter_opens_the_shift_in_its_week(
    four: FourWeeks, linde: Village
) -> None:
    cells = roster.week(linde.coordinator, WEEK.next()).cells
    monday = next(cell for cell in cells if cell.on == WEEK.next().monday)
    assert (four.chosen().on, four.chosen().daypart) == (TODAY, "Ochtend")
    for _step in range(3):
        four.key(Qt.Key.Key_Down)
    assert four.chosen().shift_id == monday.shift_id
    four.key(Qt.Key.Key_Return)
    four.settle()
    assert not four.grid.isVisible()
    assert four.says("Week 49")
    cell = four.week_grid.current_cell()
    assert cell is not None
    assert cell.shift_id == monday.shift_id
    assert four.week_grid.hasFocus()


def test_a_click_opens_a_shift_and_the_way_back_finds_it_again(
    four: FourWeeks, linde: Village, qtbot: QtBot
) -> None:
    shift = roster.week(linde.coordinator, WEEK.next()).cells[-1].shift_id
    place = four.grid.visualRect(four.place_of(shift)).center()
    qtbot.mouseClick(four.grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    four.settle()
    four.press("Vier weken")
    four.settle()
    assert four.says("Week 49 t/m 52")
    assert four.chosen().shift_id == shift


def test_a_week_without_shifts_leads_to_where_they_are_made(four: FourWeeks, qtbot: QtBot) -> None:
    model = four.grid.model()
    row = four.labels().index("week 50") + 1
    assert model.index(row, 0).data() == "Nog geen diensten."
    four.grid.setCurrentIndex(model.index(row, 0))
    four.key(Qt.Key.Key_Return)
    four.settle()
    assert four.says("Voor week 50 zijn er nog geen diensten.")


def test_turning_goes_four_weeks_on(four: FourWeeks) -> None:
    four.press("Volgende week")
    four.settle()
    assert four.says("Week 52 t/m 2")
    four.press("Deze week")
    four.settle()
    assert four.says("Week 48 t/m 51")


def test_what_changes_elsewhere_shows_and_the_cursor_stays(four: FourWeeks, linde: Village) -> None:
    desk, els = linde.coordinator, linde.volunteer("Els Smeets")
    four.key(Qt.Key.Key_Right)
    chosen = four.chosen()
    roster.assign(desk, chosen.shift_id, els)
    four.screen.refresh()
    four.settle()
    assert four.chosen().shift_id == chosen.shift_id
    assert [one.short_name for one in four.chosen().people] == ["Els"]
    assert four.chosen().since_publication is not None


def test_a_screen_reader_hears_the_whole_shift(four: FourWeeks) -> None:
    words = four.grid.currentIndex().data(int(Qt.ItemDataRole.AccessibleTextRole))
    assert words == "maandag 23 november, ochtend, 0 van 2"


def test_the_weeks_that_are_made_are_printed_together(
    four: FourWeeks, qtbot: QtBot, tmp_path: Path
) -> None:
    four.press("Afdrukken")
    four.settle()
    preview = four.screen.findChild(PdfPreview)
    assert isinstance(preview, PdfPreview)
    assert preview.windowTitle() == "Rooster week 48 t/m 49"
    preview.save_to(tmp_path / "rooster.pdf")
    qtbot.waitUntil((tmp_path / "rooster.pdf").exists)
    four.settle()
    paper = PdfReader(BytesIO((tmp_path / "rooster.pdf").read_bytes())).pages[0].extract_text()
    assert "Rooster week 48 t/m 49" in paper.replace("\u00a0", " ")
    preview.reject()


def test_the_model_behind_it_is_sound(linde: Village) -> None:
    model = WeeksModel(lambda: TODAY)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(roster.weeks(linde.coordinator, WEEK, 4))
    model.show(roster.weeks(linde.coordinator, WEEK.next().next(), 4))
    assert model.index(0, 0).data(LINE_ROLE).is_heading
    assert tester.model() is model


def _words(*widths: int) -> list[Word]:
    return [Word("x" * width, width) for width in widths]


def test_words_go_on_on_the_next_line_where_there_is_one() -> None:
    words = _words(30, 30, 30)
    placed = flow(words, [65, 100], 5)
    assert [(one.line, one.left) for one in placed] == [(0, 0), (0, 35), (1, 0)]
    assert fits(words, placed)


def test_what_does_not_fit_is_seen_to_be_cut_off() -> None:
    two = _words(60, 30)
    assert not fits(two, flow(two, [60], 5))
    assert flow(two, [60], 5)[-1].room < 60
    assert not fits(two, flow(two, [80], 5))
    assert flow(_words(30), [0, 40], 5)[0].line == 1


def test_place_of_nothing_is_nowhere(four: FourWeeks) -> None:
    assert not four.place_of(999_999).isValid()
    assert four.grid.indexAt(QPoint(0, 0)).isValid()
