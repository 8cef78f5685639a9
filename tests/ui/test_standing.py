"""Standing places through the screens: given from a shift or a person, shown, and ended."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dorpssteunpunt.domain.roster import Origin
from dorpssteunpunt.domain.standing import StandingAssignment
from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.services import people, roster
from dorpssteunpunt.services.changes import Room
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.roster import EndingDraft, OnShift, ShiftCell
from dorpssteunpunt.ui.kit.screen import Screen
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.rooms.people.screen import PeopleScreen
from dorpssteunpunt.ui.rooms.roster.cells import about, strips
from dorpssteunpunt.ui.rooms.roster.screen import RosterScreen
from tests.ui.conftest import Told
from tests.ui.visitor import Visitor
from tests.village import TODAY, Village

NEXT = Week.of(TODAY).next()
Look = Callable[[Desk], Visitor]


@pytest.fixture
def els(village: Village) -> int:
    return village.volunteer("Els Smeets", since=date(2024, 1, 1))


@pytest.fixture
def look(
    workplace: Callable[[Desk], Workplace],
    opened: Callable[[Screen], Screen],
    qtbot: QtBot,
    els: int,
) -> Look:
    """Let whoever sits at a desk look at Els in the room of people."""

    def at_els(desk: Desk) -> Visitor:
        visitor = Visitor(opened(PeopleScreen(workplace(desk))), qtbot)
        visitor.screen.show_subject(els)
        visitor.wait_for("Op het rooster")
        return visitor

    return at_els


def hold(village: Village, who: int) -> int:
    place = StandingAssignment(volunteer_id=who, weekday=2, daypart_id=1, first=TODAY)
    roster.hold_place(village.coordinator, place)
    return people.person_detail(village.coordinator, who).standing[0].id


def tuesday(village: Village, week: Week = NEXT) -> ShiftCell:
    cells = roster.week(village.coordinator, week).cells
    return next(cell for cell in cells if (cell.on.isoweekday(), cell.daypart_id) == (2, 1))


def test_a_person_gets_a_standing_place_and_the_desk_reads_it(
    village: Village, els: int, look: Look
) -> None:
    visitor = look(village.coordinator)
    visitor.press("Vaste plek…")
    visitor.press("Ochtend")
    visitor.press("Opslaan")
    visitor.wait_for("Vul dit nog in.")
    visitor.pick("Dag van de week", "dinsdag")
    visitor.press("Opslaan")
    visitor.wait_until_closed()
    visitor.wait_for("dinsdag, ochtend")
    assert visitor.says("vanaf 30-11-2026")
    (place,) = people.person_detail(village.coordinator, els).standing
    assert (place.first, place.is_lead) == (NEXT.monday, False)
    worker = look(village.desk_worker())
    worker.wait_for("dinsdag, ochtend")
    assert not worker.can_press("Vaste plek…")
    assert not worker.can_press("Beëindigen: dinsdag, ochtend")


def test_a_place_is_held_every_other_week(village: Village, els: int, look: Look) -> None:
    visitor = look(village.coordinator)
    visitor.press("Vaste plek…")
    visitor.press("Ochtend")
    visitor.pick("Dag van de week", "dinsdag")
    visitor.pick("Hoe vaak?", "Om de week")
    visitor.press("Opslaan")
    visitor.wait_until_closed()
    visitor.wait_for("dinsdag, ochtend, om de week (wel in week 49 van 2026)")
    there = []
    for week in (NEXT, NEXT.next(), NEXT.next().next()):
        roster.make_week(village.coordinator, week)
        people_on = [one.full_name for one in tuesday(village, week).people]
        there.append(people_on == ["Els Smeets"])
    assert there == [True, False, True]


def test_ending_a_place_asks_about_the_shifts_that_are_made(
    village: Village, els: int, look: Look
) -> None:
    hold(village, els)
    weeks = (NEXT, NEXT.next())
    for week in weeks:
        roster.make_week(village.coordinator, week)
    visitor = look(village.coordinator)
    visitor.press("Beëindigen: dinsdag, ochtend")
    visitor.write("Vrij vanaf", "7-12")
    visitor.press("Beëindigen")
    visitor.wait_for("Kies bij elke dienst wat ermee gebeurt.")
    assert visitor.says("dinsdag 8 december, 09:00–12:30")
    assert not visitor.says("dinsdag 1 december")
    visitor.press("komt vrij")
    visitor.press("Beëindigen")
    visitor.wait_until_closed()
    visitor.wait_for("t/m 06-12-2026")
    assert [len(tuesday(village, week).people) for week in weeks] == [1, 0]


def test_what_was_typed_of_an_end_comes_back_after_somebody_else(
    village: Village, els: int, look: Look
) -> None:
    hold(village, els)
    before = look(village.coordinator)
    before.press("Beëindigen: dinsdag, ochtend")
    before.write("Reden", "Verhuist")
    drafts = before.screen.drafts()
    before.place.hide()
    before.screen.close()
    after = look(village.coordinator)
    after.screen.take_up(drafts)
    after.wait_for("Els Smeets geeft een vaste plek op")
    assert after.field("Reden").text() == "Verhuist"
    after.place.hide()


def test_from_a_shift_somebody_is_put_on_it_every_week(
    village: Village,
    els: int,
    workplace: Callable[[Desk], Workplace],
    opened: Callable[[Screen], Screen],
    qtbot: QtBot,
    told: Told,
) -> None:
    desk = village.coordinator
    roster.make_week(desk, NEXT)
    roster.assign(desk, tuesday(village).shift_id, els)
    visitor = Visitor(opened(RosterScreen(workplace(desk))), qtbot)
    visitor.screen.show_subject(tuesday(village).shift_id)
    visitor.wait_for("Els Smeets")
    visitor.choose_in_menu("Els Smeets wijzigen", "Vaste plek op deze dienst…")
    visitor.wait_for("Op dinsdag, ochtend.")
    visitor.press("Opslaan")
    visitor.wait_until_closed()
    (place,) = people.person_detail(desk, els).standing
    assert (place.weekday, place.first) == (2, tuesday(village).on + timedelta(weeks=1))
    assert told.notices == ["Els Smeets heeft hier nu een vaste plek."]


def test_a_standing_occupant_is_named_one_and_leads_to_the_person(
    village: Village,
    els: int,
    workplace: Callable[[Desk], Workplace],
    opened: Callable[[Screen], Screen],
    qtbot: QtBot,
    told: Told,
) -> None:
    hold(village, els)
    roster.make_week(village.coordinator, NEXT)
    visitor = Visitor(opened(RosterScreen(workplace(village.coordinator))), qtbot)
    visitor.screen.show_subject(tuesday(village).shift_id)
    visitor.wait_for("vaste kracht")
    visitor.choose_in_menu("Els Smeets wijzigen", "Vaste plek…")
    assert told.places == [(Room.PEOPLE, els, "")]


def test_who_holds_a_place_and_is_not_on_the_shift_is_told_in_its_panel(
    village: Village,
    els: int,
    workplace: Callable[[Desk], Workplace],
    opened: Callable[[Screen], Screen],
    qtbot: QtBot,
) -> None:
    hold(village, els)
    roster.make_week(village.coordinator, NEXT)
    roster.take_off(village.coordinator, tuesday(village).people[0].assignment_id)
    visitor = Visitor(opened(RosterScreen(workplace(village.coordinator))), qtbot)
    visitor.screen.show_subject(tuesday(village).shift_id)
    visitor.wait_for("Els Smeets heeft hier een vaste plek en staat niet op deze dienst.")


def test_a_cell_tells_a_vacant_place_from_a_gap_of_this_once(
    village: Village, els: int, app: QApplication
) -> None:
    desk = village.coordinator
    place = hold(village, els)
    roster.make_week(desk, NEXT)
    free = EndingDraft(standing_id=place, first_free=NEXT.next().monday)
    roster.give_up_place(desk, free)
    roster.make_week(desk, NEXT.next())
    said = [
        [strip.words.text for strip in strips(tuesday(village, week), None, 200)]
        for week in (NEXT, NEXT.next())
    ]
    assert "1 van 2" in said[0]
    assert "0 van 2 – vaste plek vrij" in said[1]


@pytest.mark.parametrize(
    ("origin", "word"),
    [
        (Origin.STANDING, "vaste kracht"),
        (Origin.CHOSEN, "gekozen"),
        (Origin.PROPOSED, "voorgesteld door het programma"),
        (Origin.SWAPPED, "geruild"),
    ],
)
def test_a_name_tells_on_hover_how_it_came_there(origin: Origin, word: str) -> None:
    one = OnShift(
        assignment_id=1, volunteer_id=1, name="Els S.", full_name="Els Smeets", origin=origin
    )
    assert about(one) == f"Els Smeets, {word}"
