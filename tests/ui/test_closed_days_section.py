"""Closed days in the settings, and how they show in the week."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from dorpssteunpunt.domain.holidays import PublicHoliday, SchoolRegion
from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.services import roster
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.ui.kit.screen import Screen
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.rooms.roster.grid import RosterGrid
from dorpssteunpunt.ui.rooms.roster.screen import RosterScreen
from dorpssteunpunt.ui.rooms.roster.week_model import BAND_ROLE, SECOND_ROLE
from dorpssteunpunt.ui.rooms.settings.screen import SettingsScreen
from tests.ui.conftest import Told
from tests.ui.visitor import Visitor
from tests.village import Village

CHRISTMAS = Week(2026, 52)


@pytest.fixture
def visitor(
    village: Village,
    workplace: Callable[[Desk], Workplace],
    opened: Callable[[Screen], Screen],
    qtbot: QtBot,
) -> Visitor:
    """The coordinator at the closed days."""
    entered = Visitor(opened(SettingsScreen(workplace(village.coordinator))), qtbot)
    entered.press("Gesloten dagen")
    entered.wait_for("Feestdagen 2026")
    return entered


def _is_open(village: Village, holiday: PublicHoliday) -> bool:
    lines = roster.closed_days_of(village.coordinator, 2027).holidays
    return next(line.is_open for line in lines if line.holiday is holiday)


def test_a_holiday_is_closed_with_one_click_and_opened_again(
    village: Village, visitor: Visitor, told: Told
) -> None:
    visitor.press("Sluiten: Bevrijdingsdag")
    visitor.settle()
    assert not _is_open(village, PublicHoliday.LIBERATION_DAY)
    assert told.notices == ["Bevrijdingsdag: gesloten."]
    assert told.undo is not None
    told.undo()
    visitor.settle()
    assert _is_open(village, PublicHoliday.LIBERATION_DAY)


def test_the_days_of_another_year_are_shown(visitor: Visitor) -> None:
    assert visitor.says("maandag 27 april 2026")
    visitor.press("Feestdagen 2027")
    visitor.wait_for("dinsdag 27 april 2027")


def test_what_a_change_touches_is_shown_before_it_is_made(
    village: Village, visitor: Visitor, told: Told
) -> None:
    desk, els = village.coordinator, village.volunteer("Els Smeets")
    roster.make_week(desk, CHRISTMAS.previous())
    thursday = [c for c in roster.week(desk, CHRISTMAS.previous()).cells if c.on.day == 17]
    roster.assign(desk, thursday[0].shift_id, els)
    visitor.press("Gesloten dagen toevoegen…")
    visitor.write("Eerste gesloten dag", "17-12-2026")
    visitor.write("Waarom gesloten?", "Verbouwing")
    visitor.press("Opslaan")
    visitor.wait_for("Deze diensten veranderen mee")
    assert visitor.says("Donderdag 17 december")
    assert visitor.says("ochtend: Els Smeets")
    visitor.press("Deze diensten veranderen")
    visitor.wait_until_closed()
    assert told.notices == ["Opgeslagen."]
    closed = [c for c in roster.week(desk, CHRISTMAS.previous()).cells if c.on.day == 17]
    assert {(c.closed_because, c.people) for c in closed} == {("Verbouwing", ())}
    visitor.wait_for("donderdag 17 december 2026")

    visitor.press("Verwijderen… Verbouwing")
    visitor.press("Toch open")
    visitor.wait_for("Deze diensten veranderen mee")
    visitor.press("Deze diensten veranderen")
    visitor.wait_until_closed()
    visitor.wait_for("Er komen geen eigen gesloten dagen aan.")


def test_what_is_not_agreed_to_changes_nothing(village: Village, visitor: Visitor) -> None:
    roster.make_week(village.coordinator, CHRISTMAS)
    visitor.press("Openen: Eerste kerstdag")
    visitor.wait_for("Deze diensten veranderen mee")
    visitor.press("Annuleren")
    visitor.wait_until_closed()
    assert not _is_open(village, PublicHoliday.CHRISTMAS_DAY)


def test_the_dates_of_the_ministry_are_taken_over_and_changed(
    village: Village, visitor: Visitor
) -> None:
    visitor.press("Regio kiezen…")
    visitor.press("Zuid")
    visitor.press("Opslaan")
    visitor.wait_until_closed()
    visitor.wait_for("Schoolvakanties, regio Zuid")
    visitor.press("Voorjaarsvakantie, zaterdag 13 t/m zondag 21 februari 2027 wijzigen")
    visitor.write("Eerste dag", "6-2-2027")
    visitor.write("Laatste dag", "14-2-2027")
    visitor.press("Opslaan")
    visitor.wait_until_closed()
    visitor.wait_for("zaterdag 6 t/m zondag 14 februari 2027")
    found = roster.school_table(village.coordinator).holidays
    assert next(one.first for one in found if one.name == "Voorjaarsvakantie") == date(2027, 2, 6)


def test_the_grid_says_above_a_day_what_it_is(
    village: Village,
    workplace: Callable[[Desk], Workplace],
    opened: Callable[[Screen], Screen],
    qtbot: QtBot,
) -> None:
    desk = village.coordinator
    roster.take_over_school_holidays(desk, SchoolRegion.SOUTH)
    roster.make_week(desk, CHRISTMAS)
    shift = roster.week(desk, CHRISTMAS).cells[0].shift_id
    screen = opened(RosterScreen(workplace(desk)))
    screen.show_subject(shift)
    visitor = Visitor(screen, qtbot)
    visitor.settle()
    grid = screen.findChild(RosterGrid)
    assert grid is not None

    def heading(role: int) -> list[str]:
        across = range(grid.model().columnCount())
        return [grid.model().headerData(c, Qt.Orientation.Horizontal, role) for c in across]

    qtbot.waitUntil(lambda: "Eerste kerstdag" in heading(SECOND_ROLE))
    assert set(heading(BAND_ROLE)) == {"Kerstvakantie (Zuid)"}
    spoken = heading(int(Qt.ItemDataRole.AccessibleTextRole))
    assert "vrijdag 25 december, Eerste kerstdag, Kerstvakantie (Zuid)" in spoken
