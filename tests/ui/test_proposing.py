"""A coordinator lets the program propose, looks at it, and takes over all, some or nothing."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from dorpssteunpunt.domain.availability import AvailabilityLevel
from dorpssteunpunt.domain.people import Experience
from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.services import roster
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.ui.kit.screen import Screen
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.rooms.roster.screen import RosterScreen
from tests.ui.conftest import Told
from tests.ui.visitor import Visitor
from tests.village import TODAY, Village, village

WEEK = Week.of(TODAY).next()
ALWAYS = {(day, part): AvailabilityLevel.CAN for day in range(1, 8) for part in (1, 2, 3)}


@pytest.fixture
def linde(tmp_path: Path) -> Iterator[Village]:
    """Next week has shifts for two people each; one volunteer comes on Monday, one on Tuesday."""
    with village(tmp_path) as there:
        roster.make_week(there.coordinator, WEEK)
        there.volunteer("Els Smeets", availability={(1, 1): AvailabilityLevel.PREFER})
        there.volunteer("Piet Jansen", availability={(1, 2): AvailabilityLevel.CAN})
        there.volunteer("Fatma Sahin", availability={(2, 1): AvailabilityLevel.CAN})
        yield there


@pytest.fixture
def coordinator(
    linde: Village,
    workplace: Callable[[Desk], Workplace],
    opened: Callable[[Screen], Screen],
    qtbot: QtBot,
) -> Visitor:
    """The coordinator looks at next week's roster."""
    visitor = Visitor(opened(RosterScreen(workplace(linde.coordinator))), qtbot)
    visitor.press("Volgende week")
    visitor.settle()
    return visitor


def choose(visitor: Visitor, words: str) -> None:
    """Choose an entry of the menu of proposals."""
    buttons = visitor.screen.findChildren(QPushButton)
    menus = [button.menu() for button in buttons if button.menu() is not None]
    entries = [entry for menu in menus for entry in menu.actions()]
    next(entry for entry in entries if entry.text() == words).trigger()
    visitor.settle()


def on_duty(linde: Village) -> set[str]:
    cells = roster.week(linde.coordinator, WEEK).cells
    return {one.full_name for cell in cells for one in cell.people}


def test_a_proposal_says_who_why_and_what_stays_open(coordinator: Visitor) -> None:
    choose(coordinator, "Deze week vullen…")
    coordinator.wait_for("3 plekken gevuld, 23 blijven open.")
    assert coordinator.can_press("Ochtend 09:00–12:30: Els Smeets (aanspreekpunt)")
    assert coordinator.says("liever")
    assert coordinator.says("Mieke Claessens, Piet Jansen")


def test_somebody_asks_why_not_this_one_and_reads_the_reasons(coordinator: Visitor) -> None:
    choose(coordinator, "Deze week vullen…")
    coordinator.press("Waarom niet…?")
    coordinator.wait_for("Kies een vrijwilliger en een dienst.")
    coordinator.pick("Vrijwilliger", "Els Smeets")
    coordinator.pick("Dienst", "maandag 30 november, Middag")
    coordinator.wait_for("Dat kan in geen enkel rooster: Els Smeets kan niet.")
    coordinator.pick("Vrijwilliger", "Piet Jansen")
    coordinator.wait_for("Zonder Piet Jansen zijn er te weinig mensen.")
    coordinator.press("Sluiten")
    coordinator.wait_for("3 plekken gevuld")


def test_the_few_changes_that_would_help_are_said_the_best_first(coordinator: Visitor) -> None:
    choose(coordinator, "Deze week vullen…")
    coordinator.wait_for("De balie dicht op dinsdag 1 december, Middag vult 2 van de 23")
    assert coordinator.says("Eén vrijwilliger erbij (maakt niet uit wie) vult 1 van de 23")


def test_a_shift_on_which_nobody_else_fits_is_left_to_people_with_the_reason(
    linde: Village, coordinator: Visitor
) -> None:
    noor = linde.volunteer("Noor Bakker", experience=Experience.BEGINNER)
    *_others, last = roster.week(linde.coordinator, WEEK).cells
    roster.assign(linde.coordinator, last.shift_id, noor)
    choose(coordinator, "Deze week vullen…")
    coordinator.wait_for("Aan u om in te vullen")
    assert coordinator.says("1 dienst is aan u.")
    assert coordinator.says("Noor Bakker staat er dan alleen als beginner")


def test_nothing_is_kept_when_nothing_is_taken_over(coordinator: Visitor, linde: Village) -> None:
    choose(coordinator, "Deze week vullen…")
    coordinator.wait_for("3 plekken gevuld")
    coordinator.press("Niets overnemen")
    coordinator.wait_until_closed()
    assert on_duty(linde) == set()


def test_all_is_taken_over_at_once_and_undone_at_once(
    coordinator: Visitor, linde: Village, told: Told
) -> None:
    choose(coordinator, "Deze week vullen…")
    coordinator.press("Overnemen wat is aangevinkt")
    coordinator.wait_until_closed()
    assert on_duty(linde) == {"Els Smeets", "Piet Jansen", "Fatma Sahin"}
    assert told.notices[-1] == "3 namen overgenomen uit het voorstel."
    assert told.undo
    told.undo()
    coordinator.settle()
    assert on_duty(linde) == set()


def test_a_day_is_cleared_by_its_own_box_and_a_shift_by_its_own(
    coordinator: Visitor, linde: Village
) -> None:
    choose(coordinator, "Deze week vullen…")
    coordinator.tick("Heel maandag 30 november")
    coordinator.tick("Middag 13:00–16:30: Piet Jansen (aanspreekpunt)")
    coordinator.press("Overnemen wat is aangevinkt")
    coordinator.wait_until_closed()
    assert on_duty(linde) == {"Piet Jansen", "Fatma Sahin"}


def test_a_roster_that_changed_meanwhile_is_said_and_the_ticks_stay(
    coordinator: Visitor, linde: Village
) -> None:
    choose(coordinator, "Deze week vullen…")
    coordinator.wait_for("3 plekken gevuld")
    monday = roster.week(linde.coordinator, WEEK).cells[0]
    mieke = linde.coordinator.actor.person_id
    roster.assign(linde.coordinator, monday.shift_id, mieke, override_reason="Zelf")
    coordinator.press("Overnemen wat is aangevinkt")
    coordinator.wait_for("gewijzigd")
    assert on_duty(linde) == {"Mieke Claessens"}


def test_a_leave_of_weeks_is_repaired_at_once(coordinator: Visitor, linde: Village) -> None:
    for week in (WEEK.next(), WEEK.next().next()):
        roster.make_week(linde.coordinator, week)
    choose(coordinator, "Vier weken herstellen, met weinig wijzigingen…")
    coordinator.press("Overnemen wat is aangevinkt")
    coordinator.wait_until_closed()
    for week in (WEEK, WEEK.next(), WEEK.next().next()):
        cells = roster.week(linde.coordinator, week).cells
        there = {one.full_name for cell in cells for one in cell.people}
        assert there == {"Els Smeets", "Piet Jansen", "Fatma Sahin"}


def test_closed_days_leave_nothing_to_propose(
    coordinator: Visitor, linde: Village, told: Told
) -> None:
    for cell in roster.week(linde.coordinator, WEEK).cells:
        roster.close_shift(linde.coordinator, cell.shift_id, "Verbouwing")
    choose(coordinator, "Deze week vullen…")
    assert told.notices[-1] == "Er is niets te vullen."


def test_who_may_not_plan_is_offered_no_proposal(
    linde: Village,
    workplace: Callable[[Desk], Workplace],
    opened: Callable[[Screen], Screen],
    qtbot: QtBot,
) -> None:
    visitor = Visitor(opened(RosterScreen(workplace(linde.desk_worker()))), qtbot)
    visitor.press("Volgende week")
    visitor.settle()
    assert visitor.can_press("Afdrukken")
    assert not visitor.can_press("Voorstel maken")
