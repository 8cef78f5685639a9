"""The shifts of somebody on their page: confirmed by one click, and gone with the reason."""

from collections.abc import Callable
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.services import roster
from dorpssteunpunt.services.changes import Room
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.ui.kit.screen import Screen
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.rooms.people.screen import PeopleScreen
from tests.ui.conftest import Told
from tests.ui.visitor import Visitor
from tests.village import TODAY, Village

WEEK = Week.of(TODAY)
WEDNESDAY = "woensdag 25 november, ochtend 09:00–12:30"


@pytest.fixture
def anna(village: Village) -> int:
    """Anna, on Tuesday and Wednesday morning of a published week."""
    roster.make_week(village.coordinator, WEEK)
    who = village.volunteer("Anna Aarts", since=date(2024, 1, 1))
    for cell in roster.week(village.coordinator, WEEK).rows[0].cells[1:3]:
        assert cell is not None
        roster.assign(village.coordinator, cell.shift_id, who, override_reason="Uit nood")
    roster.publish(village.coordinator, WEEK)
    return who


@pytest.fixture
def look_up(
    workplace: Callable[[Desk], Workplace], opened: Callable[[Screen], Screen], qtbot: QtBot
) -> Callable[[Desk, int], Visitor]:
    def look(desk: Desk, person_id: int) -> Visitor:
        visitor = Visitor(opened(PeopleScreen(workplace(desk))), qtbot)
        visitor.screen.show_subject(person_id)
        visitor.settle()
        return visitor

    return look


def test_who_stands_at_the_desk_confirms_all_shifts_at_once(
    village: Village, anna: int, look_up: Callable[[Desk, int], Visitor], told: Told
) -> None:
    visitor = look_up(village.desk_worker(), anna)
    visitor.wait_for("nog niet bevestigd")
    visitor.press("Bevestigd aan de balie")
    visitor.settle()
    visitor.wait_for("bevestigd aan de balie · Ria van den Berg, ma 23 nov 09:30")
    assert not visitor.can_press("Bevestigd aan de balie")
    assert told.notices == ["Anna Aarts: bevestigd aan de balie."]
    assert told.undo is not None
    told.undo()
    visitor.settle()
    visitor.wait_for("nog niet bevestigd")


def test_a_shift_that_is_gone_says_why_and_leads_to_the_roster(
    village: Village, anna: int, look_up: Callable[[Desk, int], Visitor], told: Told
) -> None:
    cell = roster.week(village.coordinator, WEEK).rows[0].cells[2]
    assert cell is not None
    roster.close_shift(village.coordinator, cell.shift_id, "Verwarming stuk")
    visitor = look_up(village.desk_worker(), anna)
    visitor.wait_for("Niet meer: Verwarming stuk (Mieke Claessens)")
    visitor.press(f"Tonen: {WEDNESDAY}")
    assert told.places == [(Room.ROSTER, cell.shift_id, "")]


def test_a_volunteer_without_shifts_has_none_and_a_resident_has_no_such_card(
    village: Village, look_up: Callable[[Desk, int], Visitor]
) -> None:
    visitor = look_up(village.desk_worker(), village.volunteer("Bram Bos"))
    visitor.wait_for("Geen diensten in de komende weken.")
    visitor.screen.show_subject(village.resident("Corrie Smit"))
    visitor.settle()
    visitor.wait_for("Corrie Smit")
    assert not visitor.says("Geen diensten")
