"""The week template as the coordinator keeps it in the settings."""

from collections.abc import Callable
from datetime import time

import pytest
from pytestqt.qtbot import QtBot

from dorpssteunpunt.domain.availability import AvailabilityLevel
from dorpssteunpunt.domain.dayparts import TimeOfDay
from dorpssteunpunt.domain.demand import Demand
from dorpssteunpunt.domain.rhythm import OfMonth, Rhythm
from dorpssteunpunt.domain.roster import Shift
from dorpssteunpunt.domain.support_point import Skill
from dorpssteunpunt.domain.template import OpeningSlot
from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.services import roster
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.support_point import save_skill, settings
from dorpssteunpunt.ui.kit.screen import Screen
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.rooms.settings.screen import SettingsScreen
from tests.ui.visitor import Visitor
from tests.village import TODAY, Village

EVENING = "Avond, dinsdag en donderdag"


@pytest.fixture
def visitor(
    village: Village,
    workplace: Callable[[Desk], Workplace],
    opened: Callable[[Screen], Screen],
    qtbot: QtBot,
) -> Visitor:
    """The coordinator before the opening hours of a village with one skill."""
    save_skill(village.coordinator, Skill(position=1, name="Kassa"))
    visitor = Visitor(opened(SettingsScreen(workplace(village.coordinator))), qtbot)
    visitor.press("Openingstijden")
    return visitor


def lines(village: Village, daypart_id: int) -> list[OpeningSlot]:
    template = settings(village.coordinator).week_template
    return [line for line in template if line.daypart_id == daypart_id]


def test_days_on_which_it_is_the_same_stand_together(visitor: Visitor) -> None:
    visitor.wait_for("Ochtend, maandag t/m zaterdag")
    visitor.wait_for("Middag, maandag t/m vrijdag")
    visitor.wait_for(EVENING)
    assert visitor.says("09:00–12:30 · 2 mensen")


def test_a_change_holds_for_all_days_that_are_ticked(village: Village, visitor: Visitor) -> None:
    visitor.press(f"{EVENING} wijzigen")
    visitor.tick("Donderdag")
    visitor.tick("Vrijdag")
    visitor.write("Tot", "22")
    visitor.press("Opslaan")
    visitor.wait_until_closed()
    visitor.wait_for("Avond, dinsdag en vrijdag")
    assert [(one.weekday, one.end) for one in lines(village, 3)] == [(2, time(22)), (5, time(22))]


def test_what_a_shift_asks_for_is_filled_in_and_read_back(
    village: Village, visitor: Visitor
) -> None:
    visitor.press(f"{EVENING} wijzigen")
    visitor.set_number("Hoeveel mogen er hooguit komen?", 3)
    visitor.tick("Kassa")
    visitor.tick("Er moet iemand met ervaring bij zijn")
    visitor.press("Heel belangrijk")
    visitor.press("Opslaan")
    visitor.wait_until_closed()
    visitor.wait_for("2 mensen, hooguit 3 · iemand met ervaring · Kassa · heel belangrijk")
    (kassa,) = settings(village.coordinator).skills
    asked = Demand(most=3, skills=frozenset({kassa.id}), experienced=True, priority=3)
    assert {one.demand for one in lines(village, 3)} == {asked}


def test_an_evening_comes_back_every_other_week(village: Village, visitor: Visitor) -> None:
    visitor.press(f"{EVENING} wijzigen")
    visitor.pick("Hoe vaak?", "Om de week")
    assert visitor.field("Een dag in een week waarin het zo is").text() == "23-11-2026"
    visitor.press("Opslaan")
    visitor.wait_until_closed()
    visitor.wait_for("om de week (wel in week 48 van 2026)")
    rhythm = Rhythm(every_weeks=2, counted_from=TODAY)
    assert {one.rhythm for one in lines(village, 3)} == {rhythm}


def test_the_first_monday_of_the_month_gets_a_line_of_its_own(
    village: Village, visitor: Visitor
) -> None:
    visitor.press("Openingstijd toevoegen…")
    visitor.press("Ochtend")
    visitor.tick("Maandag")
    visitor.write("Van", "10")
    visitor.write("Tot", "12")
    visitor.press("Opslaan")
    visitor.wait_for("Op maandag is er voor dit dagdeel in die weken al een openingstijd.")
    visitor.pick("Hoe vaak?", "De eerste van de maand")
    visitor.press("Opslaan")
    visitor.wait_until_closed()
    visitor.wait_for("de eerste van de maand · 10:00–12:00")
    assert OfMonth.FIRST in {one.rhythm.of_month for one in lines(village, 1)}


def test_what_cannot_be_is_said_beside_the_field_and_nothing_is_lost(
    village: Village, visitor: Visitor
) -> None:
    before = lines(village, 3)
    visitor.press(f"{EVENING} wijzigen")
    visitor.set_number("Hoeveel mogen er hooguit komen?", 1)
    visitor.press("Opslaan")
    visitor.wait_for("Dit is minder dan er nodig zijn.")
    visitor.set_number("Hoeveel mogen er hooguit komen?", 4)
    visitor.press("Opslaan")
    visitor.wait_until_closed()
    assert {one.demand.most for one in lines(village, 3)} == {4}
    assert [(one.weekday, one.start) for one in lines(village, 3)] == [
        (one.weekday, one.start) for one in before
    ]


def test_a_line_goes_after_a_question(village: Village, visitor: Visitor) -> None:
    visitor.press(f"Verwijderen… {EVENING}")
    visitor.wait_for("Nieuwe weken krijgen deze diensten niet meer.")
    visitor.press("Verwijderen")
    visitor.wait_until_closed()
    visitor.settle()
    assert lines(village, 3) == []


def _with_shifts(village: Village) -> int:
    """Make this week with somebody on Tuesday evening, and return that shift."""
    desk, week = village.coordinator, Week.of(TODAY)
    roster.make_week(desk, week)
    evening = next(c for c in roster.week(desk, week).cells if c.daypart_id == 3)
    can = {(2, 3): AvailabilityLevel.CAN}
    roster.assign(desk, evening.shift_id, village.volunteer("Anna Bakker", availability=can))
    return evening.shift_id


def _shift(village: Village, shift_id: int) -> Shift:
    with village.coordinator.store.reading() as uow:
        return uow.roster.shift(shift_id)


def test_a_change_shows_first_which_shifts_follow_and_who_is_on_them(
    village: Village, visitor: Visitor
) -> None:
    evening = _with_shifts(village)
    visitor.press(f"{EVENING} wijzigen")
    visitor.write("Tot", "22")
    visitor.press("Opslaan")
    visitor.wait_for("dinsdag 24 november, avond 19:00–21:30 · wordt 19:00–22:00")
    assert visitor.says("met Anna Bakker")
    visitor.press("Wijzigen")
    visitor.wait_until_closed()
    assert _shift(village, evening).end == time(22)


def test_going_back_from_what_it_touches_keeps_what_was_typed(
    village: Village, visitor: Visitor
) -> None:
    evening = _with_shifts(village)
    visitor.press(f"{EVENING} wijzigen")
    visitor.write("Tot", "22")
    visitor.press("Opslaan")
    visitor.wait_for("Er veranderen ook diensten die al gemaakt zijn")
    visitor.press("Niet wijzigen")
    visitor.wait_for("Op welke dagen?")
    assert visitor.field("Tot").text() == "22"
    assert _shift(village, evening).end == time(21, 30)


def test_shifts_that_are_made_can_stay_as_they_are(village: Village, visitor: Visitor) -> None:
    evening = _with_shifts(village)
    visitor.press(f"{EVENING} wijzigen")
    visitor.write("Tot", "22")
    visitor.press("Opslaan")
    visitor.press("Blijven zoals ze zijn")
    visitor.press("Wijzigen")
    visitor.wait_until_closed()
    assert _shift(village, evening).end == time(21, 30)
    assert {one.end for one in lines(village, 3)} == {time(22)}


def test_who_comes_off_a_shift_is_named_and_has_to_be_seen(
    village: Village, visitor: Visitor
) -> None:
    evening = _with_shifts(village)
    visitor.press(f"Verwijderen… {EVENING}")
    visitor.press("Verwijderen")
    visitor.wait_for("Anna Bakker komt van deze dienst af")
    visitor.press("Wijzigen")
    visitor.wait_for("Zet hier een vinkje om verder te gaan.")
    visitor.tick("Ik heb gezien wie er van een dienst af komt")
    visitor.write("Reden", "Te weinig vraag")
    visitor.press("Wijzigen")
    visitor.wait_until_closed()
    assert _shift(village, evening).closed_because == "Te weinig vraag"


def test_from_a_later_day_on_fewer_shifts_follow(
    village: Village, visitor: Visitor, qtbot: QtBot
) -> None:
    evening = _with_shifts(village)
    visitor.press(f"{EVENING} wijzigen")
    visitor.write("Tot", "22")
    visitor.press("Opslaan")
    visitor.wait_for("avond 19:00–21:30")
    visitor.write("Vanaf", "25-11")
    visitor.wait_for("donderdag 26 november, avond")
    qtbot.waitUntil(lambda: not visitor.says("dinsdag 24 november, avond"))
    visitor.press("Wijzigen")
    visitor.wait_until_closed()
    assert _shift(village, evening).end == time(21, 30)


def test_a_day_part_says_when_on_the_day_it_is(village: Village, visitor: Visitor) -> None:
    assert visitor.says("in de avond")
    visitor.press("Avond wijzigen")
    visitor.press("in de middag")
    visitor.press("Opslaan")
    visitor.wait_until_closed()
    assert [one.time_of_day for one in settings(village.coordinator).dayparts] == [
        TimeOfDay.MORNING,
        TimeOfDay.AFTERNOON,
        TimeOfDay.AFTERNOON,
    ]


def test_a_village_with_one_desk_sees_no_desks_until_it_wants_a_second(
    village: Village, visitor: Visitor
) -> None:
    visitor.wait_for(EVENING)
    assert not any("Balie" in text for text in visitor.texts())
    visitor.press("Meer dan één balie…")
    visitor.write("De andere balie", "Huiskamer")
    visitor.press("Opslaan")
    visitor.wait_until_closed()
    visitor.wait_for("Avond (Balie), dinsdag en donderdag")
    visitor.press("Openingstijd toevoegen…")
    visitor.press("Ochtend")
    visitor.press("Huiskamer")
    visitor.tick("Maandag")
    visitor.write("Van", "10")
    visitor.write("Tot", "12")
    visitor.press("Opslaan")
    visitor.wait_until_closed()
    visitor.wait_for("Ochtend (Huiskamer), maandag")
    assert len(lines(village, 1)) == 7


def test_a_desk_is_renamed_and_one_that_was_never_used_goes(
    village: Village, visitor: Visitor
) -> None:
    visitor.press("Meer dan één balie…")
    visitor.write("De andere balie", "Keuken")
    visitor.press("Opslaan")
    visitor.wait_until_closed()
    visitor.press("Keuken wijzigen")
    visitor.write("Naam", "Huiskamer")
    visitor.press("Opslaan")
    visitor.wait_until_closed()
    visitor.press("Verwijderen… Huiskamer")
    visitor.press("Verwijderen")
    visitor.wait_until_closed()
    visitor.wait_for(EVENING)
    assert [one.name for one in settings(village.coordinator).counters] == ["Balie"]
