"""A visit to the room of people: finding, adding, correcting, and becoming a volunteer."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QListView
from pytestqt.qtbot import QtBot

from dorpssteunpunt.domain.availability import AvailabilityLevel
from dorpssteunpunt.domain.people import CertificateStatus, Experience, Volunteer
from dorpssteunpunt.services import people
from dorpssteunpunt.services.changes import Room
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.people import PersonDraft
from dorpssteunpunt.services.ports import PeopleList
from dorpssteunpunt.ui.kit.palettes import Mode
from dorpssteunpunt.ui.kit.screen import Screen
from dorpssteunpunt.ui.kit.theme import apply_theme
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.rooms.people.screen import PeopleScreen
from tests.ui.conftest import Told
from tests.ui.visitor import Visitor
from tests.village import TODAY, Village

SEARCH = "Zoek op naam, straat of telefoon"
Enter = Callable[[Desk], Visitor]


@pytest.fixture
def enter(
    workplace: Callable[[Desk], Workplace], opened: Callable[[Screen], Screen], qtbot: QtBot
) -> Enter:
    """Let whoever sits at a desk into the room of people."""
    return lambda desk: Visitor(opened(PeopleScreen(workplace(desk))), qtbot)


@pytest.fixture
def smit(village: Village) -> int:
    """Somebody who lives in the village."""
    village.resident("Ad de Wit", street="Hoekske 2")
    return village.resident("Corrie Smit", street="Kerkstraat 5", phone="+31493691234")


def _found(village: Village, typed: str) -> list[people.PersonLine]:
    return list(people.list_people(village.coordinator, PeopleList.ALL, typed, None, 10).rows)


@pytest.mark.usefixtures("smit")
@pytest.mark.parametrize("typed", ["smi", "kerkstr", "0493 69", "corrie kerk"])
def test_a_person_is_found_while_typing(village: Village, enter: Enter, typed: str) -> None:
    visitor = enter(village.desk_worker())
    visitor.write(SEARCH, typed)
    visitor.wait_for_lines("Smit, Corrie")
    visitor.choose("Smit, Corrie")
    visitor.wait_for("0493 691 234")
    visitor.write(SEARCH, "")
    visitor.settle()
    assert "Wit, Ad de" in visitor.lines()


def test_a_wrong_phone_is_said_at_its_field_and_nothing_is_lost(
    village: Village, enter: Enter, told: Told
) -> None:
    visitor = enter(village.desk_worker())
    visitor.press("Nieuwe persoon")
    visitor.write("Voornaam", "Zoë")
    visitor.write("Achternaam", "Kuipers")
    visitor.write("Straat en huisnummer", "Lindelaan 3")
    visitor.write("Telefoon", "0493 12")
    visitor.press("Opslaan")
    visitor.wait_for("telefoonnummer")
    assert visitor.screen.dirty()
    assert visitor.field("Telefoon").hasFocus()
    assert visitor.field("Voornaam").text() == "Zoë"
    assert _found(village, "kuipers") == []
    visitor.write("Telefoon", "06-12345678")
    visitor.press("Opslaan")
    visitor.wait_until_closed()
    (line,) = _found(village, "zoe")
    assert (line.person.phone, line.person.street) == ("+31612345678", "Lindelaan 3")
    assert "Kuipers, Zoë" in visitor.lines()
    visitor.wait_for("Lindelaan 3")
    assert told.notices == ["Opgeslagen."]


def test_a_name_is_needed_and_asked_for_at_its_field(village: Village, enter: Enter) -> None:
    visitor = enter(village.desk_worker())
    visitor.key(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    visitor.wait_for("Achternaam")
    visitor.write("Straat en huisnummer", "Lindelaan 3")
    visitor.press("Opslaan")
    visitor.settle()
    assert visitor.field("Achternaam").hasFocus()
    assert visitor.place is not visitor.screen


def test_a_look_alike_is_pointed_at_and_may_be_somebody_else(
    village: Village, smit: int, enter: Enter
) -> None:
    visitor = enter(village.desk_worker())
    visitor.press("Nieuwe persoon")
    visitor.write("Voornaam", "corrie")
    visitor.write("Achternaam", "smit")
    visitor.write("Straat en huisnummer", "Kerkstraat 5")
    visitor.press("Opslaan")
    visitor.wait_for("Corrie Smit")
    visitor.tick("Nagekeken: het is iemand anders")
    visitor.press("Opslaan")
    visitor.wait_until_closed()
    assert len(_found(village, "smit")) == 2
    assert smit in {line.person.id for line in _found(village, "smit")}


def test_a_change_begins_with_what_is_known(village: Village, smit: int, enter: Enter) -> None:
    visitor = enter(village.desk_worker())
    visitor.screen.show_subject(smit)
    visitor.wait_for("Kerkstraat 5")
    visitor.press("Wijzigen")
    assert visitor.field("Telefoon").text() == "0493 691 234"
    visitor.write("Straat en huisnummer", "Hoekske 12")
    visitor.press("Opslaan")
    visitor.wait_until_closed()
    visitor.wait_for("Hoekske 12")
    assert [line.person.street for line in _found(village, "smit")] == ["Hoekske 12"]


def test_somebody_becomes_a_volunteer(village: Village, smit: int, enter: Enter) -> None:
    visitor = enter(village.desk_worker())
    visitor.screen.show_subject(smit)
    visitor.wait_for("Kerkstraat 5")
    visitor.press("Wordt vrijwilliger…")
    visitor.tick("Vervoer")
    visitor.tick("Telefoonnummer mag op het geprinte rooster")
    visitor.press("gezien")
    visitor.write("Laatste dag", "gisteren")
    visitor.press("Opslaan")
    visitor.settle()
    assert visitor.place is not visitor.screen  # leaving before the first day cannot be
    visitor.write("Laatste dag", "")
    visitor.press("Opslaan")
    visitor.wait_until_closed()
    volunteer = people.person_detail(village.coordinator, smit).volunteer
    assert volunteer is not None
    assert (volunteer.since, volunteer.until, volunteer.roster_phone_agreed) == (TODAY, None, True)
    assert volunteer.certificate is CertificateStatus.SEEN
    assert volunteer.kinds == {1}
    visitor.press("Vrijwilligers")
    visitor.settle()
    assert "Smit, Corrie" in visitor.lines()
    assert "Wit, Ad de" not in visitor.lines()


def test_a_wish_that_is_not_offered_any_more_stays(
    village: Village, smit: int, enter: Enter
) -> None:
    offer = Volunteer(person_id=smit, availability={(7, 3): AvailabilityLevel.CAN})
    people.save_volunteer(village.coordinator, offer)
    visitor = enter(village.coordinator)
    visitor.screen.show_subject(smit)
    visitor.wait_for("Kerkstraat 5")
    visitor.press("Wijzigen…")
    visitor.write("Opmerking", "Rijdt niet in het donker")
    visitor.press("Opslaan")
    visitor.wait_until_closed()
    visitor.press("Wensen wijzigen…")
    visitor.press("ervaren")
    visitor.press("Opslaan")
    visitor.wait_until_closed()
    volunteer = people.person_detail(village.coordinator, smit).volunteer
    assert volunteer is not None
    assert dict(volunteer.availability) == {(7, 3): AvailabilityLevel.CAN}
    assert (volunteer.remark, volunteer.experience) == (
        "Rijdt niet in het donker",
        Experience.EXPERIENCED,
    )


def test_a_request_begins_with_the_resident_who_is_shown(
    village: Village, smit: int, enter: Enter, told: Told
) -> None:
    visitor = enter(village.desk_worker())
    visitor.screen.show_subject(smit)
    visitor.wait_for("Kerkstraat 5")
    visitor.press("Nieuwe hulpvraag")
    assert told.places == [(Room.HELP_REQUESTS, smit, "new_for_resident")]


def test_only_who_may_remove_is_offered_to_and_is_asked_first(
    village: Village, smit: int, enter: Enter
) -> None:
    visitor = enter(village.desk_worker())
    visitor.screen.show_subject(smit)
    visitor.wait_for("Kerkstraat 5")
    assert not visitor.can_press("Verwijderen…")
    visitor.screen.close()
    coordinator = enter(village.coordinator)
    coordinator.screen.show_subject(smit)
    coordinator.wait_for("Kerkstraat 5")
    coordinator.press("Verwijderen…")
    coordinator.press("Annuleren")
    assert len(_found(village, "smit")) == 1
    coordinator.press("Verwijderen…")
    coordinator.press("Verwijderen")
    coordinator.wait_until_closed()
    assert "Smit, Corrie" not in coordinator.lines()
    assert not coordinator.says("Kerkstraat 5")


def test_who_is_being_changed_is_changed_after_the_lock_too(
    village: Village, smit: int, enter: Enter
) -> None:
    desk = village.desk_worker()
    before = enter(desk)
    before.screen.show_subject(smit)
    before.wait_for("Kerkstraat 5")
    before.press("Wijzigen")
    before.write("Straat en huisnummer", "Hoekske 12")
    drafts = before.screen.drafts()
    before.place.hide()
    before.screen.close()
    after = enter(desk)
    after.screen.take_up(drafts)
    after.wait_for("Corrie Smit wijzigen")
    assert after.field("Straat en huisnummer").text() == "Hoekske 12"
    after.press("Opslaan")
    after.wait_until_closed()
    assert [line.person.id for line in _found(village, "smit")] == [smit]


def test_what_somebody_offers_is_still_there_after_somebody_else(
    village: Village, smit: int, enter: Enter
) -> None:
    desk = village.desk_worker()
    before = enter(desk)
    before.screen.show_subject(smit)
    before.press("Wordt vrijwilliger…")
    before.press("Tuin")
    before.write("Opmerking", "Niet op maandag")
    drafts = before.screen.drafts()
    before.place.hide()
    before.screen.close()
    after = enter(desk)
    after.screen.take_up(drafts)
    after.wait_for("Wat Corrie Smit doet")
    assert after.field("Opmerking").toPlainText() == "Niet op maandag"
    after.press("Opslaan")
    after.wait_until_closed()
    offer = people.person_detail(desk, smit)
    assert offer.volunteer is not None
    assert [kind.name for kind in offer.kinds if kind.id in offer.volunteer.kinds] == ["Tuin"]


def test_who_is_being_added_is_still_there_after_the_lock(village: Village, enter: Enter) -> None:
    desk = village.desk_worker()
    before = enter(desk)
    before.screen.begin("new")
    before.write("Achternaam", "Kuipers")
    drafts = before.screen.drafts()
    before.place.hide()
    before.screen.close()
    after = enter(desk)
    after.screen.take_up(drafts)
    assert after.field("Achternaam").text() == "Kuipers"
    assert after.screen.dirty()


def test_the_model_of_the_list_keeps_the_promises_of_a_model(
    village: Village, smit: int, enter: Enter
) -> None:
    visitor = enter(village.coordinator)
    model = visitor.screen.findChildren(QListView)[0].model()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    people.save_person(village.coordinator, PersonDraft(surname="Aarts"))
    visitor.screen.refresh()
    visitor.settle()
    assert "Aarts" in visitor.lines()
    visitor.write(SEARCH, "zzz")
    visitor.wait_for_lines()
    assert tester.model() is model
    assert smit


@pytest.mark.usefixtures("smit")
def test_where_only_one_fits_a_click_shows_somebody_also_for_the_second_time(
    app: QApplication, village: Village, enter: Enter
) -> None:
    apply_theme(app, Mode.LIGHT, 200)
    visitor = enter(village.desk_worker())
    for _time in range(2):
        visitor.choose("Smit, Corrie")
        visitor.wait_for("0493 691 234")
        visitor.press("Terug naar de lijst")
        assert not visitor.says("0493 691 234")
