"""A coordinator's hour at the roster: making, filling, dragging, publishing, changing, printing."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from dorpssteunpunt.base.clock import ZONE
from dorpssteunpunt.domain.availability import AvailabilityLevel
from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.services import roster
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.roster import ShiftCell
from dorpssteunpunt.ui.kit.palettes import Mode
from dorpssteunpunt.ui.kit.pdf_preview import PdfPreview
from dorpssteunpunt.ui.kit.screen import Screen
from dorpssteunpunt.ui.kit.theme import apply_theme
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.rooms.roster.candidate_list import CandidateList, CandidateModel
from dorpssteunpunt.ui.rooms.roster.carried import Carried, packed
from dorpssteunpunt.ui.rooms.roster.grid import RosterGrid
from dorpssteunpunt.ui.rooms.roster.screen import RosterScreen
from dorpssteunpunt.ui.rooms.roster.shift_panel import ShiftPanel
from dorpssteunpunt.ui.rooms.roster.week_model import CELL_ROLE, SECOND_ROLE, WeekModel
from tests.ui.conftest import Told
from tests.village import TODAY, Village, village

WEEK = Week(2026, 48)
MORNING, AFTERNOON, EVENING = range(3)
MON, TUE, WED, THU, FRI, SAT = range(6)


@pytest.fixture
def linde(tmp_path: Path) -> Iterator[Village]:
    with village(tmp_path) as there:
        yield there


class OpenRoster:
    """The roster on the screen, used as somebody in front of it does."""

    def __init__(self, screen: Screen, told: Told, qtbot: QtBot) -> None:
        self.screen = screen
        self.told = told
        self._qtbot = qtbot
        self._tasks = screen.workplace.tasks

    @property
    def grid(self) -> RosterGrid:
        grid: RosterGrid | None = self.screen.findChild(RosterGrid)
        assert grid
        return grid

    @property
    def candidates(self) -> CandidateList:
        found: CandidateList | None = self.screen.findChild(CandidateList)
        assert found
        return found

    def settle(self) -> None:
        self._qtbot.waitUntil(lambda: not self._tasks.is_busy())

    def cell(self, part: int, day: int) -> ShiftCell:
        found: ShiftCell | None = self.grid.model().index(part, day).data(CELL_ROLE)
        assert found
        return found

    def names(self, part: int, day: int) -> list[str]:
        return [one.full_name for one in self.cell(part, day).people]

    def go_to(self, part: int, day: int) -> None:
        self.screen.activateWindow()
        self.grid.setFocus()
        self._qtbot.waitUntil(self.grid.hasFocus)
        self.grid.setCurrentIndex(self.grid.model().index(part, day))
        self.settle()

    def press(self, key: Qt.Key, times: int = 1) -> None:
        for _time in range(times):
            widget = QApplication.focusWidget()
            assert widget
            self._qtbot.keyClick(widget, key)
        self.settle()

    def type(self, text: str) -> None:
        widget = QApplication.focusWidget()
        assert widget
        self._qtbot.keyClicks(widget, text)
        self.settle()

    def button(self, words: str) -> QPushButton:
        shown = [
            each for each in self.screen.window().findChildren(QPushButton) if each.isVisible()
        ]
        matching = [each for each in shown if words in (each.text(), each.accessibleName())]
        assert len(matching) == 1, [each.text() for each in shown]
        return matching[0]

    def click(self, words: str) -> None:
        self._qtbot.mouseClick(self.button(words), Qt.MouseButton.LeftButton)
        self.settle()

    def says(self, words: str) -> bool:
        labels = self.screen.findChildren(QLabel)
        return any(words in label.text() for label in labels if label.isVisible())

    def undo(self) -> None:
        assert self.told.undo
        self.told.undo()
        self.settle()

    def drop(self, data: QMimeData, part: int, day: int) -> bool:
        """Drop what is dragged on a cell, as the pointer brings it in; say whether it was taken."""
        view, index = self.grid, self.grid.model().index(part, day)
        place = view.visualRect(index).center()
        how = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        action = Qt.DropAction.MoveAction
        for event in (
            QDragEnterEvent(place, action, data, *how),
            QDragMoveEvent(place, action, data, *how),
            dropped := QDropEvent(QPointF(place), action, data, *how),
        ):
            QApplication.sendEvent(view.viewport(), event)
        self.settle()
        return dropped.isAccepted()

    def dialog(self) -> QDialog:
        def is_open() -> bool:
            return any(each.isVisible() for each in self.screen.findChildren(QDialog))

        self._qtbot.waitUntil(is_open)
        return next(each for each in self.screen.findChildren(QDialog) if each.isVisible())

    def give_reason(self, reason: str, do_text: str) -> None:
        dialog = self.dialog()
        box: QPlainTextEdit | None = dialog.findChild(QPlainTextEdit)
        assert box
        box.setPlainText(reason)
        self.confirm(do_text)

    def confirm(self, do_text: str) -> None:
        dialog = self.dialog()
        do = next(each for each in dialog.findChildren(QPushButton) if each.text() == do_text)
        self._qtbot.mouseClick(do, Qt.MouseButton.LeftButton)
        self.settle()


@pytest.fixture
def room(
    workplace: Callable[[Desk], Workplace],
    opened: Callable[[Screen], Screen],
    told: Told,
    qtbot: QtBot,
) -> Callable[[Desk], OpenRoster]:
    def sit_down(desk: Desk) -> OpenRoster:
        screen = opened(RosterScreen(workplace(desk)))
        screen.activateWindow()
        return OpenRoster(screen, told, qtbot)

    return sit_down


@pytest.fixture
def planned(linde: Village) -> Village:
    """A village with the shifts of this week, and three volunteers."""
    roster.make_week(linde.coordinator, WEEK)
    for name in ("Els Smeets", "Piet Jansen", "Zoë Kuipers"):
        can = {(day, part): AvailabilityLevel.CAN for day in range(1, 7) for part in (1, 2, 3)}
        linde.volunteer(name, availability=can)
    return linde


def put(linde: Village, who: str, part: int = MORNING, day: int = MON) -> int:
    """Put a volunteer on a shift and return the assignment."""
    cell = roster.week(linde.coordinator, WEEK).rows[part].cells[day]
    assert cell
    choice = next(
        one for one in roster.candidates(linde.coordinator, cell.shift_id) if one.name == who
    )
    done = roster.assign(linde.coordinator, cell.shift_id, choice.volunteer_id)
    return done.step.after[-1].id


# --- making and filling a week -----------------------------------------------------------------


def test_a_coordinator_makes_and_fills_a_week_by_keyboard_alone(
    planned: Village, room: Callable[[Desk], OpenRoster]
) -> None:
    desk = room(planned.coordinator)
    desk.grid.setFocus()
    desk.press(Qt.Key.Key_Right)
    desk.press(Qt.Key.Key_Down)
    assert desk.grid.current_cell() == desk.cell(AFTERNOON, TUE)
    desk.press(Qt.Key.Key_Return)
    desk.type("els")
    desk.press(Qt.Key.Key_Return)
    desk.type("pie")
    desk.press(Qt.Key.Key_Return)
    assert desk.names(AFTERNOON, TUE) == ["Els Smeets", "Piet Jansen"]
    desk.press(Qt.Key.Key_Escape)
    assert desk.grid.hasFocus()
    desk.press(Qt.Key.Key_Up)
    desk.type("z")
    desk.press(Qt.Key.Key_Return)
    assert desk.names(MORNING, TUE) == ["Zoë Kuipers"]
    assert desk.told.notices[-1] == "Zoë Kuipers staat op dinsdag 24 november, Ochtend."


def test_arrows_in_the_name_go_through_the_candidates(
    planned: Village, room: Callable[[Desk], OpenRoster]
) -> None:
    desk = room(planned.coordinator)
    desk.go_to(MORNING, MON)
    desk.press(Qt.Key.Key_Return)
    desk.press(Qt.Key.Key_Down, times=2)
    desk.press(Qt.Key.Key_Up)
    desk.press(Qt.Key.Key_Return)
    assert desk.names(MORNING, MON) == ["Zoë Kuipers"]


def test_after_somebody_is_put_on_a_shift_the_best_of_the_others_is_chosen(
    planned: Village, room: Callable[[Desk], OpenRoster]
) -> None:
    desk = room(planned.coordinator)
    desk.go_to(MORNING, MON)
    for _turn in range(2):
        desk.click("Op deze dienst zetten")
    assert desk.names(MORNING, MON) == ["Piet Jansen", "Zoë Kuipers"]


def test_an_empty_week_offers_to_make_its_shifts_and_takes_them_back(
    linde: Village, room: Callable[[Desk], OpenRoster]
) -> None:
    desk = room(linde.coordinator)
    desk.click("Volgende week")
    assert desk.says("Voor week 49 zijn er nog geen diensten.")
    assert not desk.button("Afdrukken").isEnabled()
    desk.click("Diensten maken voor week 49")
    assert desk.cell(MORNING, MON).on == date(2026, 11, 30)
    desk.undo()
    assert desk.says("Voor week 49 zijn er nog geen diensten.")


def test_who_may_not_plan_reads_who_makes_the_shifts(
    linde: Village, room: Callable[[Desk], OpenRoster]
) -> None:
    desk = room(linde.desk_worker())
    assert desk.says("De coördinator maakt ze.")
    assert not [
        each
        for each in desk.screen.findChildren(QPushButton)
        if each.isVisible() and "maken" in each.text()
    ]


def test_a_poor_choice_asks_why_in_place(
    planned: Village, room: Callable[[Desk], OpenRoster]
) -> None:
    planned.volunteer("Anna Bakker", availability={(1, 1): AvailabilityLevel.CANNOT})
    desk = room(planned.coordinator)
    desk.go_to(MORNING, MON)
    desk.press(Qt.Key.Key_Return)
    desk.type("anna")
    desk.press(Qt.Key.Key_Return)
    assert desk.names(MORNING, MON) == []
    assert desk.says("Waarom toch?")
    desk.type("kan deze keer wel")
    desk.press(Qt.Key.Key_Return)
    assert desk.cell(MORNING, MON).people[0].override_reason == "kan deze keer wel"


def test_a_refused_choice_comes_back_with_what_was_typed(
    planned: Village, room: Callable[[Desk], OpenRoster]
) -> None:
    planned.volunteer("Anna Bakker", availability={(1, 1): AvailabilityLevel.CANNOT})
    desk = room(planned.coordinator)
    desk.go_to(MORNING, MON)
    desk.press(Qt.Key.Key_Return)
    desk.type("anna")
    desk.press(Qt.Key.Key_Return)
    desk.type("zie 111222333")
    desk.press(Qt.Key.Key_Return)
    assert desk.names(MORNING, MON) == []
    assert desk.candidates.currentIndex().data().startswith("Anna Bakker")
    fields = {field.text() for field in desk.screen.findChildren(QLineEdit) if field.isVisible()}
    assert fields == {"anna", "zie 111222333"}
    assert desk.says("burgerservicenummer") or desk.says("BSN")
    (fine,) = (
        box
        for box in desk.screen.findChildren(QCheckBox)
        if box.isVisible() and "gekeken" in box.text()
    )
    fine.setChecked(True)
    desk.press(Qt.Key.Key_Return)
    desk.settle()
    assert desk.cell(MORNING, MON).people[0].override_reason == "zie 111222333"


def test_who_cannot_be_chosen_is_named_with_the_reason(
    planned: Village, room: Callable[[Desk], OpenRoster]
) -> None:
    put(planned, "Els Smeets")
    desk = room(planned.coordinator)
    desk.go_to(MORNING, MON)
    desk.press(Qt.Key.Key_Return)
    desk.type("els")
    row = desk.candidates.currentIndex().data()
    assert row == "Els Smeets, past niet, staat al op deze dienst"
    assert not desk.button("Op deze dienst zetten").isEnabled()
    desk.press(Qt.Key.Key_Return)
    assert desk.names(MORNING, MON) == ["Els Smeets"]


# --- dragging ----------------------------------------------------------------------------------


def test_a_name_is_dragged_from_the_candidates_and_from_cell_to_cell(
    planned: Village, room: Callable[[Desk], OpenRoster]
) -> None:
    desk = room(planned.coordinator)
    desk.go_to(MORNING, MON)
    model = desk.candidates.model()
    assert isinstance(model, CandidateModel)
    assert desk.drop(model.mimeData([model.index(0, 0)]), MORNING, WED)
    assert desk.names(MORNING, WED) == ["Piet Jansen"]

    grid, wednesday = desk.grid, desk.grid.model().index(MORNING, WED)
    name = grid.visualRect(wednesday).topLeft() + QPoint(16, 18)
    held = grid.person_at(name)
    assert held
    carried = Carried(held.volunteer_id, held.full_name, held.assignment_id)
    assert desk.drop(packed(carried), AFTERNOON, FRI)
    assert desk.names(MORNING, WED) == []
    assert desk.names(AFTERNOON, FRI) == ["Piet Jansen"]
    desk.undo()
    assert desk.names(MORNING, WED) == ["Piet Jansen"]
    desk.undo()
    assert desk.names(AFTERNOON, FRI) == ["Piet Jansen"]


def test_a_closed_part_and_the_own_shift_take_no_name(
    planned: Village, room: Callable[[Desk], OpenRoster]
) -> None:
    assignment = put(planned, "Els Smeets")
    desk = room(planned.coordinator)
    els = desk.cell(MORNING, MON).people[0]
    carried = packed(Carried(els.volunteer_id, els.full_name, assignment))
    assert not desk.drop(carried, EVENING, MON)
    assert not desk.drop(carried, MORNING, MON)
    assert not desk.drop(QMimeData(), MORNING, TUE)
    assert desk.names(MORNING, MON) == ["Els Smeets"]


def test_dropping_against_a_rule_asks_for_a_reason(
    planned: Village, room: Callable[[Desk], OpenRoster]
) -> None:
    anna = planned.volunteer("Anna Bakker", availability={(3, 1): AvailabilityLevel.CANNOT})
    desk = room(planned.coordinator)
    assert desk.drop(packed(Carried(anna, "Anna Bakker")), MORNING, WED)
    desk.give_reason("ruilt met Zoë, zie 111222333", "Op de dienst zetten")
    assert desk.names(MORNING, WED) == []
    (fine,) = desk.dialog().findChildren(QCheckBox)  # the reason is still there
    fine.setChecked(True)
    desk.confirm("Op de dienst zetten")
    reason = desk.cell(MORNING, WED).people[0].override_reason
    assert reason == "ruilt met Zoë, zie 111222333"


def test_moving_somebody_in_a_published_week_asks_for_a_reason(
    planned: Village, room: Callable[[Desk], OpenRoster]
) -> None:
    assignment = put(planned, "Els Smeets")
    roster.publish(planned.coordinator, WEEK)
    desk = room(planned.coordinator)
    els = desk.cell(MORNING, MON).people[0]
    desk.drop(packed(Carried(els.volunteer_id, els.full_name, assignment)), MORNING, TUE)
    desk.give_reason("op eigen verzoek", "Op de dienst zetten")
    assert desk.names(MORNING, TUE) == ["Els Smeets"]
    assert desk.says("2 diensten gewijzigd sinds de publicatie")


# --- taking off, leads, absence ----------------------------------------------------------------


def test_delete_takes_the_only_one_off_and_undo_brings_them_back(
    planned: Village, room: Callable[[Desk], OpenRoster]
) -> None:
    put(planned, "Els Smeets")
    desk = room(planned.coordinator)
    desk.go_to(MORNING, MON)
    desk.press(Qt.Key.Key_Delete)
    assert desk.names(MORNING, MON) == []
    assert desk.told.notices[-1] == "Els Smeets is van maandag 23 november, Ochtend af."
    desk.undo()
    assert desk.names(MORNING, MON) == ["Els Smeets"]


def test_delete_asks_whom_when_there_are_two(
    planned: Village, room: Callable[[Desk], OpenRoster], qtbot: QtBot
) -> None:
    put(planned, "Els Smeets")
    put(planned, "Piet Jansen")
    desk = room(planned.coordinator)
    desk.go_to(MORNING, MON)
    desk.press(Qt.Key.Key_Delete)
    menu: QMenu | None = desk.grid.findChild(QMenu)
    assert menu
    assert [action.text() for action in menu.actions()] == ["Els Smeets", "Piet Jansen"]
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    desk.settle()
    assert desk.names(MORNING, MON) == ["Els Smeets"]


def test_the_panel_asks_who_leads_until_somebody_does(
    planned: Village, room: Callable[[Desk], OpenRoster]
) -> None:
    put(planned, "Els Smeets")
    put(planned, "Piet Jansen")
    desk = room(planned.coordinator)
    desk.go_to(MORNING, MON)
    assert desk.says("Wie is aanspreekpunt?")
    desk.click("Piet Jansen is aanspreekpunt")
    assert not desk.says("Wie is aanspreekpunt?")
    assert desk.names(MORNING, MON) == ["Piet Jansen", "Els Smeets"]


def test_each_person_has_a_menu_of_what_can_change(
    planned: Village, room: Callable[[Desk], OpenRoster]
) -> None:
    put(planned, "Els Smeets")
    desk = room(planned.coordinator)
    desk.go_to(MORNING, MON)

    def actions() -> dict[str, Callable[[], None]]:
        menu = desk.button("Els Smeets wijzigen").menu()
        return {action.text(): action.trigger for action in menu.actions() if action.text()}

    assert list(actions()) == [
        "Aanspreekpunt",
        "Invaller",
        "Blijft in elk voorstel staan",
        "Vaste plek op deze dienst…",
        "Ruilen…",
        "Afmelden…",
        "Van deze dienst af",
    ]
    actions()["Aanspreekpunt"]()
    desk.settle()
    actions()["Invaller"]()
    desk.settle()
    one = desk.cell(MORNING, MON).people[0]
    assert (one.is_lead, one.is_stand_in) == (True, True)
    actions()["Van deze dienst af"]()
    desk.settle()
    assert desk.names(MORNING, MON) == []


def test_a_desk_worker_reports_an_absence_and_puts_a_stand_in_in_the_gap(
    planned: Village, room: Callable[[Desk], OpenRoster]
) -> None:
    put(planned, "Els Smeets")
    put(planned, "Piet Jansen")
    desk = room(planned.desk_worker("Ria van den Berg"))
    desk.go_to(MORNING, MON)
    assert not desk.candidates.isVisible()
    desk.click("Els Smeets afmelden")
    desk.give_reason("ziek", "Afmelden")
    assert desk.says("Els Smeets kan niet: ziek")
    assert desk.candidates.isVisible()
    desk.go_to(MORNING, MON)
    desk.press(Qt.Key.Key_Return)
    desk.type("zo")
    desk.press(Qt.Key.Key_Return)
    assert [one.is_stand_in for one in desk.cell(MORNING, MON).people] == [False, True]


def test_what_is_known_of_a_full_shift_stands_together_at_the_top(
    planned: Village, room: Callable[[Desk], OpenRoster]
) -> None:
    put(planned, "Els Smeets")
    put(planned, "Piet Jansen")
    desk = room(planned.desk_worker("Ria van den Berg"))
    desk.go_to(MORNING, MON)
    panel = desk.screen.findChild(ShiftPanel)
    assert panel is not None
    last = desk.button("Piet Jansen afmelden")
    assert last.mapTo(panel, QPoint(0, 0)).y() < 8 * last.height()
    assert panel.height() > 12 * last.height()


def test_a_desk_worker_cannot_drag_people_about(
    planned: Village, room: Callable[[Desk], OpenRoster]
) -> None:
    assignment = put(planned, "Els Smeets")
    desk = room(planned.desk_worker("Ria van den Berg"))
    els = desk.cell(MORNING, MON).people[0]
    assert not desk.grid.dragEnabled()
    assert not desk.drop(packed(Carried(els.volunteer_id, "Els", assignment)), MORNING, TUE)
    assert not [
        each
        for each in desk.screen.findChildren(QPushButton)
        if each.isVisible() and each.text() == "Publiceren"
    ]


# --- publishing and paper ----------------------------------------------------------------------


def test_publishing_says_what_it_means_and_marks_later_changes(
    planned: Village, room: Callable[[Desk], OpenRoster], qtbot: QtBot
) -> None:
    put(planned, "Els Smeets")
    desk = room(planned.coordinator)
    desk.click("Publiceren")
    dialog = desk.dialog()
    said = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "aan de muur" in said
    assert "13 diensten nog niet vol" in said
    yes = next(one for one in dialog.findChildren(QPushButton) if one.text() == "Publiceren")
    qtbot.mouseClick(yes, Qt.MouseButton.LeftButton)
    desk.settle()
    assert desk.says("gepubliceerd")
    assert not desk.says("gewijzigd")
    desk.go_to(MORNING, MON)
    desk.press(Qt.Key.Key_Delete)
    desk.give_reason("op vakantie", "Eraf halen")
    assert desk.says("1 dienst gewijzigd sinds de publicatie")
    assert desk.says("Sinds de publicatie: Els S. eraf")
    assert desk.button("Opnieuw publiceren").isEnabled()


def test_the_shown_week_is_printed_as_it_hangs_on_the_wall(
    planned: Village, room: Callable[[Desk], OpenRoster], qtbot: QtBot, tmp_path: Path
) -> None:
    assignment = put(planned, "Els Smeets", AFTERNOON, TUE)
    roster.make_lead(planned.coordinator, assignment)
    roster.publish(planned.coordinator, WEEK)
    desk = room(planned.coordinator)
    desk.click("Afdrukken")
    preview = desk.dialog()
    assert isinstance(preview, PdfPreview)
    preview.save_to(tmp_path / "rooster.pdf")
    qtbot.waitUntil((tmp_path / "rooster.pdf").exists)
    desk.settle()
    paper = PdfReader(BytesIO((tmp_path / "rooster.pdf").read_bytes())).pages[0].extract_text()
    for words in ("Rooster week 48", "Els S.", "1 van 2", "gesloten", "gepubliceerd op 23-11-2026"):
        assert words in paper.replace("\u00a0", " ")
    preview.reject()


# --- weeks -------------------------------------------------------------------------------------


def test_the_weeks_go_on_over_the_turn_of_the_year_and_back_to_today(
    linde: Village, room: Callable[[Desk], OpenRoster]
) -> None:
    desk = room(linde.coordinator)
    for _week in range(5):
        desk.click("Volgende week")
    assert desk.says("Week 53")
    assert desk.says("28 dec – 3 jan 2027")
    desk.click("Volgende week")
    assert desk.says("Week 1")
    assert desk.says("4–10 januari 2027")
    desk.click("Vorige week")
    assert desk.says("Week 53")
    desk.click("Deze week")
    assert desk.says("Week 48")
    assert desk.says("23–29 november 2026")


@pytest.mark.parametrize(
    ("moment", "days"),
    [
        (datetime(2026, 10, 25, 10, tzinfo=ZONE), "19–24 oktober 2026"),
        (datetime(2027, 3, 28, 10, tzinfo=ZONE), "22–27 maart 2027"),
    ],
)
def test_a_week_in_which_the_clock_changes_is_shown_like_any_other(
    linde: Village, room: Callable[[Desk], OpenRoster], moment: datetime, days: str
) -> None:
    linde.clock.moment = moment
    roster.make_week(linde.coordinator, Week.of(moment.date()))
    desk = room(linde.coordinator)
    assert desk.says(days)
    assert desk.grid.model().columnCount() == SAT + 1


def test_another_room_leads_to_a_shift_in_its_week(
    planned: Village, room: Callable[[Desk], OpenRoster]
) -> None:
    later = WEEK.next()
    roster.make_week(planned.coordinator, later)
    cell = roster.week(planned.coordinator, later).rows[AFTERNOON].cells[THU]
    assert cell
    desk = room(planned.coordinator)
    desk.screen.show_subject(cell.shift_id)
    desk.settle()
    assert desk.grid.current_cell() == cell


def test_the_place_in_the_grid_stays_when_somebody_else_changes_the_roster(
    planned: Village, room: Callable[[Desk], OpenRoster]
) -> None:
    desk = room(planned.coordinator)
    desk.go_to(AFTERNOON, THU)
    put(planned, "Els Smeets", MORNING, TUE)
    desk.screen.refresh()
    desk.settle()
    assert desk.names(MORNING, TUE) == ["Els Smeets"]
    assert desk.grid.current_cell() == desk.cell(AFTERNOON, THU)


# --- the model, reading aloud, and large text --------------------------------------------------


def test_the_grid_is_a_sound_table_with_and_without_shifts(planned: Village) -> None:
    model = WeekModel(lambda: TODAY, lambda _carried, _cell: True)
    tester = QAbstractItemModelTester(model)
    model.show(roster.week(planned.coordinator, WEEK))
    model.show(roster.week(planned.coordinator, WEEK.next()))
    model.show(roster.week(planned.coordinator, WEEK))
    put(planned, "Els Smeets")
    model.show(roster.week(planned.coordinator, WEEK))
    assert tester.model() is model
    assert model.index(MORNING, MON).data(CELL_ROLE).missing == 1


def test_the_candidates_are_a_sound_list_that_narrows_as_somebody_types(
    planned: Village, room: Callable[[Desk], OpenRoster]
) -> None:
    desk = room(planned.coordinator)
    desk.go_to(MORNING, MON)
    model = desk.candidates.model()
    assert isinstance(model, CandidateModel)
    tester = QAbstractItemModelTester(model)
    for typed, names in (
        ("", 4),
        ("zoe", 1),
        ("kui zo", 1),
        ("mee", 0),
        ("", 4),
    ):
        model.narrow(typed)
        assert model.rowCount() == names, typed
    assert tester.model() is model


def test_a_screen_reader_hears_the_whole_cell(
    planned: Village, room: Callable[[Desk], OpenRoster]
) -> None:
    assignment = put(planned, "Els Smeets", AFTERNOON, TUE)
    roster.make_lead(planned.coordinator, assignment)
    desk = room(planned.coordinator)
    heard = QAccessible.queryAccessibleInterface(desk.grid)
    cells = [heard.child(place) for place in range(heard.childCount())]
    spoken = {cell.text(QAccessible.Text.Name) for cell in cells}
    assert {
        "dinsdag 24 november",
        "Middag",
        "dinsdag 24 november, middag, Els Smeets aanspreekpunt, 1 van 2",
        "maandag 23 november, avond, gesloten",
    } <= spoken


@pytest.mark.parametrize("percent", [100, 200])
def test_eight_names_in_a_cell_all_fit_and_scroll(
    planned: Village, room: Callable[[Desk], OpenRoster], app: QApplication, percent: int
) -> None:
    for number in range(8):
        name = f"Annemieke van der Heijden {chr(ord('A') + number)}"
        planned.volunteer(name)
        put(planned, name)
    apply_theme(app, Mode.LIGHT, percent)
    desk = room(planned.coordinator)
    grid, crowded = desk.grid, desk.grid.model().index(MORNING, MON)
    rect = grid.visualRect(crowded)
    grid.setCurrentIndex(QModelIndex())
    named = {
        one.full_name
        for y in range(rect.height())
        if (one := grid.person_at(rect.topLeft() + QPoint(rect.width() // 2, y)))
    }
    assert len(named) == 8


def test_today_is_named_above_its_day(planned: Village, room: Callable[[Desk], OpenRoster]) -> None:
    desk = room(planned.coordinator)
    model = desk.grid.model()

    def second_lines() -> list[str]:
        days = Qt.Orientation.Horizontal
        return [model.headerData(day, days, SECOND_ROLE) for day in (MON, TUE)]

    assert second_lines() == ["vandaag", ""]
    planned.clock.moment += timedelta(days=1)
    assert second_lines() == ["", "vandaag"]


def test_a_day_is_closed_with_a_reason_shown_taken_back_and_opened_again(
    planned: Village, room: Callable[[Desk], OpenRoster]
) -> None:
    els = planned.volunteer("Els Smeets")
    desk = room(planned.coordinator)
    desk.go_to(MORNING, TUE)
    roster.assign(planned.coordinator, desk.cell(MORNING, TUE).shift_id, els)
    desk.screen.refresh()
    desk.settle()
    desk.click("Deze dienst sluiten…")
    dialog = desk.dialog()
    (why,) = dialog.findChildren(QLineEdit)
    why.setText("Eerste Kerstdag")
    (whole_day,) = dialog.findChildren(QCheckBox)
    whole_day.setChecked(True)
    desk.confirm("Dienst sluiten")
    assert {desk.cell(part, TUE).closed_because for part in range(3)} == {"Eerste Kerstdag"}
    assert desk.says("Gesloten: Eerste Kerstdag")
    spoken = desk.grid.model().index(MORNING, TUE).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.endswith("gesloten, Eerste Kerstdag")
    assert not desk.candidates.isVisible()
    assert not desk.drop(packed(Carried(els, "Els Smeets")), MORNING, TUE)
    desk.undo()
    assert desk.names(MORNING, TUE) == ["Els Smeets"]
    desk.go_to(AFTERNOON, TUE)
    desk.click("Deze dienst sluiten…")
    (why,) = desk.dialog().findChildren(QLineEdit)
    why.setText("Vergadering")
    desk.confirm("Dienst sluiten")
    desk.click("Deze dienst weer openen")
    assert desk.cell(AFTERNOON, TUE).closed_because == ""


def test_what_can_be_done_with_a_candidate_stays_in_sight_in_a_small_window(
    planned: Village, room: Callable[[Desk], OpenRoster], qtbot: QtBot
) -> None:
    desk = room(planned.coordinator)
    desk.screen.resize(1162, 640)
    desk.go_to(MORNING, TUE)

    def all_in_sight() -> bool:
        buttons = (desk.button("Gevraagd: zegt ja"), desk.button("Op deze dienst zetten"))
        return all(one.visibleRegion().boundingRect() == one.rect() for one in buttons)

    qtbot.waitUntil(all_in_sight)
