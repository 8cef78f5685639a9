"""Confirming and noting attendance in the roster, and the list of whom to call."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.services import roster
from dorpssteunpunt.services.changes import Room
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.roster import ShiftCell
from dorpssteunpunt.ui.kit.buttons import Button
from dorpssteunpunt.ui.kit.pdf_preview import PdfPreview
from dorpssteunpunt.ui.kit.screen import Screen
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.rooms.roster.cells import about, strips
from dorpssteunpunt.ui.rooms.roster.screen import RosterScreen
from tests.pdf.reading import text_of
from tests.ui.conftest import Told
from tests.ui.visitor import Visitor
from tests.village import TODAY, Village

WEEK = Week.of(TODAY)
NOW, TOMORROW = 0, 1
"""The shifts that somebody is on: one goes on now, the other is tomorrow morning."""

SitDown = Callable[[Desk], Visitor]


@pytest.fixture
def shifts(village: Village) -> list[int]:
    """Anna and Bram on the shift of now, Anna tomorrow too, in a published week."""
    roster.make_week(village.coordinator, WEEK)
    row = roster.week(village.coordinator, WEEK).rows[0]
    found = [cell.shift_id for cell in row.cells[:2] if cell]
    anna, bram = (
        village.volunteer(name, since=date(2024, 1, 1)) for name in ("Anna Aarts", "Bram Bos")
    )
    for shift, who in ((found[NOW], anna), (found[NOW], bram), (found[TOMORROW], anna)):
        roster.assign(village.coordinator, shift, who, override_reason="Uit nood")
    roster.publish(village.coordinator, WEEK)
    return found


@pytest.fixture
def sit_down(
    workplace: Callable[[Desk], Workplace], opened: Callable[[Screen], Screen], qtbot: QtBot
) -> SitDown:
    return lambda desk: Visitor(opened(RosterScreen(workplace(desk))), qtbot)


def cell(village: Village, shift: int) -> ShiftCell:
    found = roster.week(village.coordinator, WEEK).cell(shift)
    assert found is not None
    return found


def show(visitor: Visitor, shift: int, action: str = "") -> None:
    visitor.screen.show_subject(shift, action)
    visitor.settle()


def choose(visitor: Visitor, button: str, entry: str) -> None:
    """Choose an entry of the menu that a button opens."""
    (found,) = [
        each
        for each in visitor.screen.findChildren(Button)
        if each.accessibleName() == button and each.isVisible()
    ]
    menu: QMenu = found.menu()
    next(action for action in menu.actions() if action.text() == entry).trigger()
    visitor.settle()


def test_only_who_did_not_confirm_a_coming_shift_stands_out_in_the_grid(
    village: Village, shifts: list[int], sit_down: SitDown
) -> None:
    def said(shift: int) -> str:
        return " ".join(strip.words.text for strip in strips(cell(village, shift), None, 200))

    visitor = sit_down(village.desk_worker())
    assert "Anna A.\N{NO-BREAK SPACE}?" in said(shifts[TOMORROW])
    assert "?" not in said(shifts[NOW])
    assert "nog niet bevestigd" in about(cell(village, shifts[TOMORROW]).people[0])
    assert visitor.says("1 naam met ? nog niet bevestigd")
    show(visitor, shifts[TOMORROW])
    choose(visitor, "Heeft Anna Aarts bevestigd?", "Bevestigd aan de balie")
    assert "?" not in said(shifts[TOMORROW])
    visitor.wait_for("bevestigd aan de balie · Ria van den Berg, ma 23 nov 09:30")
    assert not visitor.says("nog niet bevestigd")


def test_a_confirmation_is_undone_and_done_again_like_every_step(
    village: Village, shifts: list[int], sit_down: SitDown, told: Told
) -> None:
    visitor = sit_down(village.coordinator)
    show(visitor, shifts[TOMORROW])
    choose(visitor, "Heeft Anna Aarts bevestigd?", "Bevestigd per telefoon")
    assert told.notices[-1] == "Anna Aarts: bevestigd per telefoon."
    visitor.screen.undo()
    visitor.settle()
    visitor.wait_for("nog niet bevestigd")
    visitor.screen.redo()
    visitor.settle()
    visitor.wait_for("bevestigd per telefoon · Mieke Claessens, ma 23 nov 09:30")
    choose(visitor, "Anna Aarts wijzigen", "Toch niet bevestigd")
    visitor.wait_for("nog niet bevestigd")


def test_all_of_a_shift_are_present_with_one_click(
    village: Village, shifts: list[int], sit_down: SitDown
) -> None:
    visitor = sit_down(village.desk_worker())
    show(visitor, shifts[TOMORROW])
    assert not visitor.can_press("Wie was er…")
    show(visitor, shifts[NOW])
    visitor.wait_for("nog niet genoteerd")
    visitor.press("Allebei aanwezig")
    visitor.settle()
    visitor.wait_for("aanwezig")
    assert not visitor.says("nog niet genoteerd")
    assert not visitor.can_press("Allebei aanwezig")


def test_who_is_late_or_did_not_come_is_noted_with_minutes_and_a_note(
    village: Village, shifts: list[int], sit_down: SitDown, told: Told
) -> None:
    visitor = sit_down(village.desk_worker())
    show(visitor, shifts[NOW], "attendance")
    visitor.wait_for("Wie was er op maandag 23 november, Ochtend?")
    visitor.press("Te laat")
    visitor.set_number("Hoeveel minuten te laat?", 20)
    visitor.write("Notitie", "Bus gemist")
    visitor.press_last("Niet gekomen")
    visitor.press("Opslaan")
    visitor.wait_until_closed()
    visitor.wait_for("20 minuten te laat: Bus gemist")
    assert visitor.says("niet gekomen")
    assert told.notices[-1] == "Wie er was op maandag 23 november, Ochtend, is genoteerd."
    visitor.screen.undo()
    visitor.settle()
    visitor.wait_for("nog niet genoteerd")


def test_too_many_minutes_are_said_beside_the_field_and_nothing_is_lost(
    village: Village, shifts: list[int], sit_down: SitDown
) -> None:
    visitor = sit_down(village.desk_worker())
    show(visitor, shifts[NOW], "attendance")
    visitor.press("Te laat")
    visitor.set_number("Hoeveel minuten te laat?", 600)
    visitor.press("Opslaan")
    visitor.wait_for("minder dan de dienst duurt")
    visitor.set_number("Hoeveel minuten te laat?", 60)
    visitor.press("Opslaan")
    visitor.wait_until_closed()
    visitor.wait_for("60 minuten te laat")


def test_who_came_without_being_on_the_roster_is_added_there_and_then(
    village: Village, shifts: list[int], sit_down: SitDown
) -> None:
    village.volunteer("Carla Cox", since=date(2024, 1, 1))
    visitor = sit_down(village.desk_worker())
    show(visitor, shifts[NOW])
    visitor.press("Er was nog iemand…")
    visitor.pick("Vrijwilliger", "Carla Cox")
    visitor.press("Was er")
    visitor.wait_until_closed()
    visitor.wait_for("Carla Cox")
    (carla,) = [one for one in cell(village, shifts[NOW]).people if one.full_name == "Carla Cox"]
    assert carla.is_stand_in
    assert carla.marked is not None
    visitor.screen.undo()
    visitor.settle()
    assert len(cell(village, shifts[NOW]).people) == 2


def test_a_day_later_only_who_plans_notes_it(
    village: Village, shifts: list[int], sit_down: SitDown
) -> None:
    ria = village.desk_worker()
    village.clock.moment += timedelta(days=1)
    visitor = sit_down(ria)
    show(visitor, shifts[NOW], "attendance")
    assert visitor.place is visitor.screen
    assert not visitor.can_press("Wie was er…")
    visitor = sit_down(village.coordinator)
    show(visitor, shifts[NOW], "attendance")
    visitor.wait_for("Wie was er op maandag 23 november, Ochtend?")


def test_the_list_of_whom_to_call_takes_what_they_say(
    village: Village, shifts: list[int], sit_down: SitDown, told: Told
) -> None:
    visitor = sit_down(village.desk_worker())
    visitor.press("Wie bellen…")
    visitor.settle()
    visitor.wait_for("1 persoon om te bellen")
    visitor.wait_for("dinsdag 24 november, ochtend 09:00–12:30")
    visitor.wait_for("geen nummer voor de lijst")
    visitor.press("Naar de persoon Anna Aarts")
    assert told.places[-1][0] is Room.PEOPLE
    visitor.press("Anna Aarts: Voicemail")
    visitor.settle()
    visitor.wait_for("voicemail ingesproken, nog niet bevestigd")
    visitor.press("Anna Aarts: Komt")
    visitor.settle()
    visitor.wait_for("Iedereen heeft bevestigd.")
    visitor.screen.undo()
    visitor.settle()
    visitor.wait_for("1 persoon om te bellen")
    visitor.press("Terug naar het rooster")
    assert visitor.says("1 naam met ? nog niet bevestigd")


def test_who_cannot_come_reports_absent_in_the_usual_way(
    village: Village, shifts: list[int], sit_down: SitDown
) -> None:
    visitor = sit_down(village.desk_worker())
    visitor.press("Wie bellen…")
    visitor.press("Anna Aarts kan niet op dinsdag 24 november, ochtend 09:00–12:30")
    visitor.press("Ziek")
    visitor.press("Afmelden")
    visitor.wait_until_closed()
    visitor.wait_for("Iedereen heeft bevestigd.")
    assert [one.reason for one in cell(village, shifts[TOMORROW]).absences] == ["Ziek"]


def test_the_list_of_whom_to_call_is_printed_from_where_it_stands(
    village: Village, shifts: list[int], sit_down: SitDown, qtbot: QtBot, tmp_path: Path
) -> None:
    visitor = sit_down(village.desk_worker())
    visitor.press("Wie bellen…")
    visitor.wait_for("1 persoon om te bellen")
    visitor.screen.print_overview()
    preview = visitor.place
    assert isinstance(preview, PdfPreview)
    visitor.settle()
    out = tmp_path / "bellen.pdf"
    preview.save_to(out)
    qtbot.waitUntil(lambda: out.exists() and out.stat().st_size > 0)
    assert "Anna Aarts" in text_of(out.read_bytes())
    preview.reject()


def test_days_that_are_not_understood_are_said_at_the_field(
    village: Village, shifts: list[int], sit_down: SitDown
) -> None:
    visitor = sit_down(village.desk_worker())
    visitor.press("Wie bellen…")
    visitor.write("Laatste dag", "1-1-2026")
    visitor.settle()
    visitor.wait_for("De laatste dag ligt voor de eerste.")
    visitor.write("Laatste dag", "24-11-2026")
    visitor.settle()
    visitor.wait_for("1 persoon om te bellen")
