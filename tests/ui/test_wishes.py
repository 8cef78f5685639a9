"""The wishes of a volunteer, entered in the room of people with the volunteer beside the desk."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from pytestqt.qtbot import QtBot

from dorpssteunpunt.domain.availability import AvailabilityLevel, Deviation, Leave
from dorpssteunpunt.domain.people import Experience, Volunteer
from dorpssteunpunt.domain.support_point import Skill
from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.services import people, roster, support_point
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.roster import LeaveDraft
from dorpssteunpunt.ui.kit.screen import Screen
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.rooms.people.screen import PeopleScreen
from dorpssteunpunt.ui.rooms.people.wishes_form import WishesForm
from tests.ui.conftest import Told
from tests.ui.visitor import Visitor
from tests.village import TODAY, Village

PREFER, CAN, RATHER_NOT, CANNOT = AvailabilityLevel
Enter = Callable[[Desk], Visitor]


@pytest.fixture
def els(village: Village) -> int:
    village.volunteer("Piet Jansen", since=date(2024, 1, 1))
    village.volunteer("Ria Bos", since=date(2024, 1, 1))
    return village.volunteer("Els Smeets", since=date(2024, 1, 1))


@pytest.fixture
def enter(
    workplace: Callable[[Desk], Workplace],
    opened: Callable[[Screen], Screen],
    qtbot: QtBot,
    els: int,
) -> Enter:
    """Let whoever sits at a desk look at Els."""

    def look(desk: Desk) -> Visitor:
        visitor = Visitor(opened(PeopleScreen(workplace(desk))), qtbot)
        visitor.screen.show_subject(els)
        visitor.wait_for("Op het rooster")
        return visitor

    return look


def _known(village: Village, els: int) -> Volunteer:
    volunteer = people.person_detail(village.coordinator, els).volunteer
    assert volunteer is not None
    return volunteer


def test_wishes_are_filled_in_and_can_be_read_back(
    village: Village, els: int, enter: Enter
) -> None:
    support_point.save_skill(village.coordinator, Skill(position=1, name="Kassa"))
    visitor = enter(village.desk_worker())
    assert visitor.says("Nog niet gevraagd welke dagdelen uitkomen.")
    visitor.press("Wensen wijzigen…")
    visitor.pick("maandag, Ochtend", "liever")
    visitor.press("De rest: kan niet")
    visitor.press("om de 2 weken")
    visitor.pick("maandag, Ochtend, Week B", "kan niet")
    visitor.pick("dinsdag, Middag, Week B", "kan")
    visitor.write("Een dag in week A", "23-11-2026")
    visitor.press("ervaren")
    visitor.tick("Kassa")
    visitor.tick("Geen avond met de volgende ochtend weer een dienst")
    visitor.press("Opslaan")
    visitor.wait_until_closed()
    wishes = _known(village, els)
    assert (wishes.cycle_weeks, wishes.cycle_from) == (2, date(2026, 11, 23))
    assert wishes.availability[1, 1] is PREFER
    assert wishes.availability[8, 1] is CANNOT
    assert (wishes.availability[2, 2], wishes.availability[9, 2]) == (CANNOT, CAN)
    assert len(wishes.availability) == 26  # all day parts of both weeks
    assert (wishes.experience, wishes.skills) == (Experience.EXPERIENCED, frozenset({1}))
    assert wishes.no_evening_then_morning
    visitor.wait_for("Week A, deze week")
    assert visitor.says("ochtend liever, middag kan niet")
    assert visitor.says("Kassa")


def test_more_wanted_than_the_most_is_said_at_its_field(
    village: Village, els: int, enter: Enter
) -> None:
    people.save_volunteer(village.coordinator, Volunteer(person_id=els, shifts_per_week=1))
    visitor = enter(village.coordinator)
    visitor.press("Wensen wijzigen…")
    visitor.set_number("Diensten per week, graag", 2)
    visitor.press("Opslaan")
    visitor.wait_for("Dit is meer dan het maximum.")
    visitor.set_number("Diensten per week, hoogstens", 3)
    visitor.press("Opslaan")
    visitor.wait_until_closed()
    assert (_known(village, els).wanted_per_week, _known(village, els).shifts_per_week) == (2, 3)


def test_company_is_found_while_typing_and_taken_back(
    village: Village, els: int, enter: Enter
) -> None:
    visitor = enter(village.coordinator)
    visitor.press("Wensen wijzigen…")
    for name in ("Piet", "Ria"):
        visitor.write("Liever niet samen met", name)
        visitor.take_suggestion()
    visitor.press("Ria Bos weghalen")
    visitor.press("Opslaan")
    visitor.wait_until_closed()
    visitor.wait_for("Piet Jansen")
    with village.coordinator.store.reading() as uow:
        (piet,) = uow.people.find("piet", 2)
    assert _known(village, els).apart == {piet.id}


def test_what_was_typed_of_two_weeks_is_taken_up_again(
    village: Village, els: int, enter: Enter
) -> None:
    before = enter(village.coordinator)
    before.press("Wensen wijzigen…")
    before.press("om de 2 weken")
    before.pick("maandag, Ochtend, Week B", "kan")
    (form,) = before.place.findChildren(WishesForm)
    draft = form.draft()
    form.take_up({"cycle_weeks": 0})
    assert not form.values()["availability"]
    form.take_up(draft)
    assert dict(form.values()["availability"]) == {(8, 1): CAN}
    before.place.hide()


def test_a_day_otherwise_is_kept_shown_and_taken_back(
    village: Village, els: int, enter: Enter, told: Told
) -> None:
    visitor = enter(village.desk_worker())
    visitor.press("Een dag anders…")
    visitor.write("Dag", "1-12")
    visitor.press("Opslaan")
    visitor.wait_for("Vul dit nog in.")
    visitor.press("Eigen tijd")
    visitor.press("kan niet")
    visitor.write("Van", "12")
    visitor.write("Tot", "11")
    visitor.press("Opslaan")
    visitor.wait_for("Het eind komt na het begin.")
    visitor.write("Tot", "14")
    visitor.press("Opslaan")
    visitor.wait_until_closed()
    words = "di 1 dec, 12:00–14:00: kan niet"
    visitor.wait_for(words)
    visitor.press(f"Verwijderen: {words}")
    visitor.settle()
    assert not _known(village, els).deviations
    assert told.notices == ["Opgeslagen.", "Deze dag is weer zoals anders."]


def test_leave_asks_what_happens_to_each_shift(village: Village, els: int, enter: Enter) -> None:
    desk = village.coordinator
    roster.make_week(desk, Week.of(TODAY).next())
    cells = roster.week(desk, Week.of(TODAY).next()).cells[:2]
    for cell in cells:
        roster.assign(desk, cell.shift_id, els)
    visitor = enter(village.desk_worker())
    visitor.press("Verlof…")
    visitor.write("Eerste dag van het verlof", "30-11")
    visitor.write("Laatste dag van het verlof", "1-11")
    visitor.press("Opslaan")
    visitor.wait_for("laatste dag")
    visitor.write("Laatste dag van het verlof", "6-12")
    visitor.write("Reden", "Vakantie")
    visitor.press("Opslaan")
    visitor.wait_for("Kies bij elke dienst wat ermee gebeurt.")
    assert visitor.says("maandag 30 november, 09:00–12:30")
    visitor.press("komt vrij")
    visitor.press("Opslaan")
    visitor.settle()
    assert not _known(village, els).leaves  # the second shift has no answer yet
    visitor.press_last("komt toch")
    visitor.press("Opslaan")
    visitor.wait_until_closed()
    view = roster.week(desk, Week.of(TODAY).next())
    on_shift = [view.cell(cell.shift_id) for cell in cells]
    assert [len(cell.people) for cell in on_shift if cell] == [0, 1]
    visitor.wait_for("Verlof: maandag 30 november t/m zondag 6 december 2026")
    assert not visitor.says("Vakantie")  # the reason is for who plans


def test_leave_is_removed_after_a_question(
    village: Village, els: int, enter: Enter, told: Told
) -> None:
    leave = Leave(first=TODAY, last=TODAY + timedelta(days=3), reason="Vakantie")
    roster.take_leave(village.coordinator, LeaveDraft(els, leave))
    people.deviate(village.coordinator, els, Deviation(on=TODAY, level=RATHER_NOT))
    visitor = enter(village.coordinator)
    visitor.wait_for("Vakantie")
    visitor.press("Verwijderen: Verlof: maandag 23 t/m donderdag 26 november 2026")
    visitor.wait_for("Diensten die vrijkwamen, blijven vrij.")
    visitor.press("Verwijderen")
    visitor.wait_until_closed()
    assert told.notices == ["Het verlof is verwijderd."]
    assert (len(_known(village, els).leaves), len(_known(village, els).deviations)) == (0, 1)
