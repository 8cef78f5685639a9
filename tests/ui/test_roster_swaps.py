"""Swapping, taking back and looking back at the roster, as somebody in front of it does."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from dorpssteunpunt.domain.availability import AvailabilityLevel, Deviation
from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.services import people, roster
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.roster import ShiftCell
from dorpssteunpunt.ui.kit.buttons import Button
from dorpssteunpunt.ui.kit.screen import Screen
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.rooms.roster.screen import RosterScreen
from tests.ui.conftest import Told
from tests.ui.visitor import Visitor
from tests.village import Village, village

WEEK = Week(2026, 48)
ANNA, BART, COR = "Anna Bakker", "Bart Cuypers", "Cor Dekkers"


@pytest.fixture
def linde(tmp_path: Path) -> Iterator[Village]:
    """A village with the shifts of this week and three volunteers, two of them on a shift."""
    with village(tmp_path) as there:
        roster.make_week(there.coordinator, WEEK)
        can = {(day, part): AvailabilityLevel.CAN for day in range(1, 7) for part in (1, 2, 3)}
        people = [there.volunteer(name, availability=can) for name in (ANNA, BART, COR)]
        monday, tuesday = _cells(there)[:2]
        roster.assign(there.coordinator, monday.shift_id, people[0])
        roster.assign(there.coordinator, tuesday.shift_id, people[1])
        yield there


@pytest.fixture
def sit_down(
    workplace: Callable[[Desk], Workplace], opened: Callable[[Screen], Screen], qtbot: QtBot
) -> Callable[[Desk], Visitor]:
    def sit(desk: Desk) -> Visitor:
        screen = opened(RosterScreen(workplace(desk)))
        screen.activateWindow()
        return Visitor(screen, qtbot)

    return sit


def _cells(linde: Village) -> list[ShiftCell]:
    row = roster.week(linde.coordinator, WEEK).rows[0]
    return [cell for cell in row.cells if cell]


def _names(linde: Village, day: int = 0) -> list[str]:
    return [one.full_name for one in _cells(linde)[day].people]


def _choose(visitor: Visitor, button: str, entry: str) -> None:
    """Choose an entry of the menu that a button opens."""
    (found,) = [
        each
        for each in visitor.screen.findChildren(Button)
        if each.accessibleName() == button and each.isVisible()
    ]
    menu: QMenu = found.menu()
    next(action for action in menu.actions() if action.text() == entry).trigger()
    visitor.settle()


def test_somebody_is_pinned_which_is_said_and_taken_away_again(
    linde: Village, sit_down: Callable[[Desk], Visitor]
) -> None:
    visitor = sit_down(linde.coordinator)
    for words, shown in (("blijft staan", True), ("", False)):
        _choose(visitor, f"{ANNA} wijzigen", "Blijft in elk voorstel staan")
        assert [one.is_pinned for one in _cells(linde)[0].people] == [shown]
        assert visitor.says("blijft staan") is bool(words)


def _fill(visitor: Visitor, taker: str) -> None:
    visitor.wait_for("Wie neemt het over")
    visitor.pick(f"Wie neemt het over van {ANNA}?", f"{taker} · past goed")
    visitor.write(f"{ANNA} is akkoord op", "vandaag")
    visitor.write("Wie overneemt, is akkoord op", "gisteren")


def test_two_volunteers_swap_and_the_panel_tells_it(
    linde: Village, sit_down: Callable[[Desk], Visitor], told: Told
) -> None:
    visitor = sit_down(linde.coordinator)
    _choose(visitor, f"{ANNA} wijzigen", "Ruilen…")
    _fill(visitor, BART)
    visitor.pick(f"Welke dienst neemt {ANNA} in ruil?", "dinsdag 24 november, 09:00–12:30")
    visitor.press("Ruil vastleggen")
    visitor.wait_until_closed()
    assert (_names(linde), _names(linde, 1)) == ([BART], [ANNA])
    assert told.notices[-1].startswith(f"{BART} neemt het over van {ANNA}")
    visitor.press("Geschiedenis")
    visitor.wait_for(f"{ANNA} → {BART}, 23 nov, beide akkoord")
    visitor.press("Verberg de geschiedenis")
    assert not visitor.says("beide akkoord")


def test_a_swap_without_an_agreement_is_not_kept_and_loses_nothing(
    linde: Village, sit_down: Callable[[Desk], Visitor]
) -> None:
    visitor = sit_down(linde.coordinator)
    _choose(visitor, f"{ANNA} wijzigen", "Ruilen…")
    _fill(visitor, BART)
    visitor.write("Wie overneemt, is akkoord op", "morgen")
    visitor.press("Ruil vastleggen")
    visitor.wait_for("Ruilen kan als beiden akkoord zijn")
    assert visitor.field(f"{ANNA} is akkoord op").text() == "vandaag"
    assert _names(linde) == [ANNA]
    visitor.write("Wie overneemt, is akkoord op", "vandaag")
    visitor.press("Ruil vastleggen")
    visitor.wait_until_closed()
    assert _names(linde) == [BART]


def test_a_part_is_handed_over_from_a_time_on(
    linde: Village, sit_down: Callable[[Desk], Visitor]
) -> None:
    visitor = sit_down(linde.coordinator)
    _choose(visitor, f"{ANNA} wijzigen", "Ruilen…")
    _fill(visitor, COR)
    visitor.press("Vanaf een tijd")
    visitor.write("Hoe laat?", "8")
    visitor.press("Ruil vastleggen")
    visitor.wait_for("Kies een tijd binnen 09:00–12:30")
    visitor.write("Hoe laat?", "11")
    visitor.press("Ruil vastleggen")
    visitor.wait_until_closed()
    assert _names(linde) == [ANNA, COR]
    assert visitor.says("invaller, 11:00–12:30")


def test_a_partner_who_said_no_asks_for_a_reason_in_the_form(
    linde: Village, sit_down: Callable[[Desk], Visitor]
) -> None:
    linde.volunteer("Dina Evers", availability={(1, 1): AvailabilityLevel.CANNOT})
    visitor = sit_down(linde.coordinator)
    _choose(visitor, f"{ANNA} wijzigen", "Ruilen…")
    _fill(visitor, BART)
    visitor.pick(f"Wie neemt het over van {ANNA}?", "Dina Evers · past niet")
    visitor.press("Ruil vastleggen")
    visitor.wait_for("Schrijf op waarom u dit toch kiest")
    visitor.write("Waarom toch?", "heeft oppas gevonden")
    visitor.press("Ruil vastleggen")
    visitor.wait_until_closed()
    assert _names(linde) == ["Dina Evers"]


def test_every_step_of_the_sitting_is_taken_back_and_taken_again(
    linde: Village, sit_down: Callable[[Desk], Visitor], told: Told
) -> None:
    visitor = sit_down(linde.coordinator)
    screen = visitor.screen
    assert (screen.undo_words(), screen.redo_words()) == ("", "")
    _choose(visitor, f"{ANNA} wijzigen", "Aanspreekpunt")
    _choose(visitor, f"{ANNA} wijzigen", "Invaller")
    _choose(visitor, f"{ANNA} wijzigen", "Van deze dienst af")
    states = [roster.week(linde.coordinator, WEEK)]
    for _step in range(3):
        screen.undo()
        visitor.settle()
        states.append(roster.week(linde.coordinator, WEEK))
    assert screen.undo_words() == ""
    assert told.notices[-1].startswith("Ongedaan gemaakt: Anna Bakker is aanspreekpunt op maandag")
    assert not _cells(linde)[0].people[0].is_lead
    for state in states[-2::-1]:
        assert screen.redo_words()
        visitor.press(f"Opnieuw: {screen.redo_words()}")
        visitor.settle()
        assert roster.week(linde.coordinator, WEEK) == state
    assert screen.redo_words() == ""


def test_a_new_step_forgets_what_was_taken_back(
    linde: Village, sit_down: Callable[[Desk], Visitor]
) -> None:
    visitor = sit_down(linde.coordinator)
    _choose(visitor, f"{ANNA} wijzigen", "Aanspreekpunt")
    visitor.screen.undo()
    visitor.settle()
    _choose(visitor, f"{ANNA} wijzigen", "Invaller")
    assert visitor.screen.redo_words() == ""


def test_a_step_over_which_somebody_else_went_is_left_alone(
    linde: Village, sit_down: Callable[[Desk], Visitor]
) -> None:
    visitor = sit_down(linde.coordinator)
    refused: list[object] = []
    visitor.screen.workplace.tasks.refused.connect(refused.append)
    _choose(visitor, f"{ANNA} wijzigen", "Aanspreekpunt")
    roster.take_off(linde.supporter, _cells(linde)[0].people[0].assignment_id)
    visitor.screen.undo()
    visitor.settle()
    assert len(refused) == 1
    assert visitor.screen.undo_words() == ""


def test_shifts_that_were_made_are_taken_back_and_made_again(
    linde: Village, sit_down: Callable[[Desk], Visitor]
) -> None:
    visitor = sit_down(linde.coordinator)
    visitor.press("Volgende week")
    visitor.settle()
    visitor.press("Diensten maken voor week 49")
    visitor.settle()
    assert roster.week(linde.coordinator, WEEK.next()).rows
    visitor.screen.undo()
    visitor.settle()
    assert not roster.week(linde.coordinator, WEEK.next()).rows
    visitor.screen.redo()
    visitor.settle()
    assert roster.week(linde.coordinator, WEEK.next()).rows


def test_a_shift_that_was_closed_opens_and_closes_again_with_who_was_on_it(
    linde: Village, sit_down: Callable[[Desk], Visitor]
) -> None:
    visitor = sit_down(linde.coordinator)
    visitor.press("Deze dienst sluiten…")
    visitor.write("Waarom gesloten?", "Vloer in de was")
    visitor.press("Dienst sluiten")
    visitor.wait_until_closed()
    visitor.screen.undo()
    visitor.settle()
    assert (_cells(linde)[0].closed_because, _names(linde)) == ("", [ANNA])
    visitor.screen.redo()
    visitor.settle()
    assert (_cells(linde)[0].closed_because, _names(linde)) == ("Vloer in de was", [])
    visitor.screen.undo()
    visitor.settle()
    assert _names(linde) == [ANNA]


def test_at_the_desk_a_swap_is_two_clicks_from_the_shift(
    linde: Village, sit_down: Callable[[Desk], Visitor]
) -> None:
    visitor = sit_down(linde.desk_worker())
    visitor.press(f"{ANNA} ruilt")
    _fill(visitor, BART)
    visitor.press("Ruil vastleggen")
    visitor.wait_until_closed()
    assert _names(linde) == [BART]


def _ask(visitor: Visitor, taker: str) -> None:
    """Keep that Anna asked somebody, who has not answered."""
    _choose(visitor, f"{ANNA} wijzigen", "Ruilen…")
    visitor.wait_for("Wie neemt het over")
    visitor.pick(f"Wie neemt het over van {ANNA}?", f"{taker} · past goed")
    visitor.write(f"{ANNA} is akkoord op", "vandaag")
    visitor.press("Als vraag vastleggen")
    visitor.wait_until_closed()


def test_a_swap_that_was_asked_waits_in_the_panel_until_the_answer(
    linde: Village, sit_down: Callable[[Desk], Visitor], told: Told
) -> None:
    visitor = sit_down(linde.coordinator)
    _ask(visitor, COR)
    what = f"{COR} neemt het over van {ANNA}"
    visitor.wait_for(what)
    assert visitor.says(f"wacht op {COR} sinds 23 nov")
    assert _names(linde) == [ANNA]
    visitor.press(f"Is akkoord: {what}")
    visitor.settle()
    assert _names(linde) == [COR]
    assert told.notices[-1] == f"Beiden akkoord: {what}."
    assert not visitor.can_press(f"Is akkoord: {what}")
    assert told.undo is not None
    told.undo()
    visitor.settle()
    assert _names(linde) == [ANNA]
    assert visitor.can_press(f"Is akkoord: {what}")


def test_a_no_and_a_withdrawal_end_the_question_and_can_be_undone(
    linde: Village, sit_down: Callable[[Desk], Visitor], told: Told
) -> None:
    visitor = sit_down(linde.coordinator)
    _ask(visitor, COR)
    what = f"{COR} neemt het over van {ANNA}"
    for button, words in (
        ("Zegt nee", f"{COR} wil niet ruilen."),
        ("Intrekken", "De vraag om te ruilen is ingetrokken."),
    ):
        visitor.press(f"{button}: {what}")
        visitor.settle()
        assert told.notices[-1] == words
        assert not visitor.can_press(f"{button}: {what}")
        assert told.undo is not None
        told.undo()
        visitor.settle()
    assert visitor.can_press(f"Zegt nee: {what}")


def test_an_answer_that_breaks_a_rule_asks_for_a_reason(
    linde: Village, sit_down: Callable[[Desk], Visitor]
) -> None:
    visitor = sit_down(linde.coordinator)
    _ask(visitor, COR)
    cor = next(
        one.volunteer_id
        for one in roster.candidates(linde.coordinator, _cells(linde)[0].shift_id)
        if one.name == COR
    )
    monday = Deviation(on=_cells(linde)[0].on, level=AvailabilityLevel.CANNOT)
    people.deviate(linde.coordinator, cor, monday)
    visitor.press(f"Is akkoord: {COR} neemt het over van {ANNA}")
    visitor.wait_for("Waarom toch?")
    visitor.write("Reden", "kan toch")
    visitor.press("Ruil vastleggen")
    visitor.wait_until_closed()
    assert _names(linde) == [COR]
