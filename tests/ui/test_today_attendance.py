"""Noting at Today who is there, and reading there that an own shift is gone."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from dorpssteunpunt.base.clock import ZONE
from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.services import roster
from dorpssteunpunt.services.changes import Room
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.ui.kit.screen import Screen
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.rooms.today.screen import TodayScreen
from tests.ui.conftest import Told
from tests.ui.visitor import Visitor
from tests.village import TODAY, Village

WEEK = Week.of(TODAY)
Enter = Callable[[Desk], Visitor]


@pytest.fixture
def enter(
    workplace: Callable[[Desk], Workplace], opened: Callable[[Screen], Screen], qtbot: QtBot
) -> Enter:
    """Let whoever sits at a desk see Today."""
    return lambda desk: Visitor(opened(TodayScreen(workplace(desk))), qtbot)


@pytest.fixture
def morning(village: Village) -> int:
    """The shift that goes on now, with Anna and Bram on it."""
    roster.make_week(village.coordinator, WEEK)
    cell = roster.week(village.coordinator, WEEK).rows[0].cells[0]
    assert cell is not None
    for name in ("Anna Aarts", "Bram Bos"):
        who = village.volunteer(name, since=date(2024, 1, 1))
        roster.assign(village.coordinator, cell.shift_id, who, override_reason="Uit nood")
    return cell.shift_id


BOTH = "Allebei aanwezig, maandag 23 november, Ochtend"


def test_both_are_noted_with_one_click_and_that_is_taken_back(
    village: Village, morning: int, enter: Enter, told: Told
) -> None:
    visitor = enter(village.desk_worker())
    visitor.press(BOTH)
    visitor.settle()
    visitor.wait_for("Anna Aarts · aanwezig")
    assert not visitor.can_press(BOTH)
    assert told.notices == ["Allebei aanwezig: maandag 23 november, Ochtend."]
    assert told.undo is not None
    told.undo()
    visitor.settle()
    visitor.wait_for("Anna Aarts")
    assert visitor.can_press(BOTH)


def test_when_it_went_otherwise_the_roster_asks_how(
    village: Village, morning: int, enter: Enter, told: Told
) -> None:
    visitor = enter(village.desk_worker())
    visitor.press("Noteren wie er was op maandag 23 november, Ochtend")
    assert told.places == [(Room.ROSTER, morning, "attendance")]


def test_the_shift_before_is_still_noted_by_the_next(
    village: Village, morning: int, enter: Enter
) -> None:
    ria = village.desk_worker()
    village.clock.moment = datetime(2026, 11, 23, 14, 0, tzinfo=ZONE)
    visitor = enter(ria)
    visitor.wait_for("Eerder · ochtend 09:00–12:30")
    visitor.press(BOTH)
    visitor.settle()
    assert not visitor.says("Eerder · ochtend")


def test_who_plans_is_told_in_one_line_what_is_not_noted(
    village: Village, morning: int, enter: Enter, told: Told
) -> None:
    ria = village.desk_worker()
    village.clock.moment += timedelta(days=1)
    assert not enter(ria).says("niet genoteerd wie er was")
    visitor = enter(village.coordinator)
    visitor.wait_for("1 eerdere dienst: niet genoteerd wie er was.")
    visitor.press("Noteren")
    assert told.places[-1] == (Room.ROSTER, morning, "attendance")


def test_a_desk_worker_reads_which_own_shift_is_gone_and_why(
    village: Village, morning: int, enter: Enter
) -> None:
    ria = village.desk_worker()
    cell = roster.week(village.coordinator, WEEK).rows[0].cells[2]
    assert cell is not None
    who = ria.actor.person_id
    roster.assign(village.coordinator, cell.shift_id, who, override_reason="Uit nood")
    roster.publish(village.coordinator, WEEK)
    roster.close_shift(village.coordinator, cell.shift_id, "Verwarming stuk")
    assert not enter(village.coordinator).says("Verwarming stuk (")
    visitor = enter(ria)
    visitor.wait_for("Niet meer: Verwarming stuk (Mieke Claessens)")
    visitor.press("Gelezen: woensdag 25 november, ochtend 09:00–12:30")
    visitor.settle()
    assert not visitor.says("Verwarming stuk (")
