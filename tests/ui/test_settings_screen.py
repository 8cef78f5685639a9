"""The settings as the coordinator keeps them: who signs in, and how the support point works."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QScrollArea
from pytestqt.qtbot import QtBot

from dorpssteunpunt.domain.accounts import Role
from dorpssteunpunt.domain.names import parse_name
from dorpssteunpunt.services import accounts, concerns
from dorpssteunpunt.services.accounts import NewAccount
from dorpssteunpunt.services.concerns import ConcernDraft
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.faults import WrongPassphrase, WrongPin
from dorpssteunpunt.services.support_point import settings
from dorpssteunpunt.ui.kit.palettes import Mode
from dorpssteunpunt.ui.kit.pdf_preview import PdfPreview
from dorpssteunpunt.ui.kit.screen import Screen
from dorpssteunpunt.ui.kit.theme import theme
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.rooms.settings.screen import SettingsScreen
from tests.pdf.reading import text_of
from tests.ui.conftest import Told
from tests.ui.visitor import Visitor
from tests.village import Village

Enter = Callable[[Desk], Visitor]


@pytest.fixture
def enter(
    workplace: Callable[[Desk], Workplace], opened: Callable[[Screen], Screen], qtbot: QtBot
) -> Enter:
    """Let whoever sits at a desk into the settings."""
    return lambda desk: Visitor(opened(SettingsScreen(workplace(desk))), qtbot)


def _account(village: Village, name: str) -> int:
    lines = accounts.list_accounts(village.coordinator)
    return next(line.account.id for line in lines if line.account.name.full == name)


def _signs_in(village: Village, account: int, pin: str) -> Role:
    premises = village.door.enter_with_pin(account, pin)
    try:
        return premises.desk.actor.role
    finally:
        premises.leave()


def test_somebody_is_added_with_a_pin_gets_a_new_one_and_signs_in_with_it(
    village: Village, enter: Enter, told: Told
) -> None:
    visitor = enter(village.coordinator)
    visitor.wait_for("Wie meldt zich aan")
    visitor.press("Iemand toevoegen…")
    visitor.name_somebody_new("Voornaam en achternaam", "Ria van den Berg")
    assert visitor.field("Eerste pincode").echoMode() == QLineEdit.EchoMode.Password
    visitor.write("Eerste pincode", "1234")
    visitor.press("Opslaan")
    visitor.settle()
    assert visitor.place is not visitor.screen  # that PIN is too simple
    assert visitor.field("Voornaam en achternaam").text() == "Ria van den Berg"
    visitor.write("Eerste pincode", "271828")
    visitor.press("Opslaan")
    visitor.wait_until_closed()
    visitor.wait_for("Ria van den Berg")
    ria = _account(village, "Ria van den Berg")
    assert _signs_in(village, ria, "271828") is Role.DESK_WORKER

    visitor.press("Nieuwe pincode… Ria van den Berg")
    visitor.write("Nieuwe pincode", "314159")
    visitor.press("Opslaan")
    visitor.wait_until_closed()
    assert told.notices == ["Opgeslagen.", "Opgeslagen."]
    with pytest.raises(WrongPin):
        _signs_in(village, ria, "271828")
    assert _signs_in(village, ria, "314159") is Role.DESK_WORKER


def test_the_form_for_somebody_new_stands_on_the_screen_without_scrolling(
    village: Village, enter: Enter
) -> None:
    visitor = enter(village.coordinator)
    visitor.wait_for("Wie meldt zich aan")
    visitor.press("Iemand toevoegen…")
    area = visitor.place.findChildren(QScrollArea)[0]
    assert visitor.place is not visitor.screen
    assert area.verticalScrollBar().maximum() == 0


def test_a_known_volunteer_gets_an_account_and_stays_one_person(
    village: Village, enter: Enter
) -> None:
    els = village.volunteer("Els Smeets")
    visitor = enter(village.coordinator)
    visitor.wait_for("Wie meldt zich aan")
    visitor.press("Iemand toevoegen…")
    visitor.pick_somebody("Voornaam en achternaam", "els sm")
    visitor.write("Eerste pincode", "271828")
    visitor.press("Opslaan")
    visitor.wait_until_closed()
    visitor.wait_for("Els Smeets")
    (line,) = (line for line in _lines(village) if line.account.name.full == "Els Smeets")
    assert line.account.person_id == els
    visitor.press("Iemand toevoegen…")
    visitor.pick_somebody("Voornaam en achternaam", "els sm")
    visitor.write("Eerste pincode", "271828")
    visitor.press("Opslaan")
    visitor.wait_for("Deze persoon kan zich al aanmelden")


def test_who_has_no_pin_is_marked(village: Village, enter: Enter) -> None:
    village.desk_worker()
    visitor = enter(village.coordinator)
    visitor.wait_for("Ria van den Berg")
    lines = {line.account.name.full: line.has_pin for line in _lines(village)}
    assert lines["Ria van den Berg"] is False


def _lines(village: Village) -> list[accounts.AccountLine]:
    return list(accounts.list_accounts(village.coordinator))


def test_who_is_removed_signs_in_no_more_and_is_asked_about_first(
    village: Village, enter: Enter
) -> None:
    village.desk_worker()
    ria = _account(village, "Ria van den Berg")
    accounts.set_pin(village.coordinator, ria, "271828")
    visitor = enter(village.coordinator)
    visitor.wait_for("Ria van den Berg")
    visitor.press("Verwijderen… Ria van den Berg")
    visitor.press("Annuleren")
    assert _signs_in(village, ria, "271828")
    visitor.press("Verwijderen… Ria van den Berg")
    visitor.press("Verwijderen")
    visitor.wait_until_closed()
    with pytest.raises(WrongPin):
        _signs_in(village, ria, "271828")
    assert not visitor.can_press("Verwijderen… Ria van den Berg")


def test_a_coordinator_cannot_touch_a_professional(village: Village, enter: Enter) -> None:
    visitor = enter(village.coordinator)
    visitor.wait_for("Anouk Verhoeven")
    assert not visitor.can_press("Nieuwe pincode… Anouk Verhoeven")
    assert not visitor.can_press("Verwijderen… Anouk Verhoeven")
    assert not visitor.can_press("Beroepskracht toevoegen…")


def test_a_deputy_gets_keys_of_their_own_shown_once_and_reads_what_is_open(
    village: Village, enter: Enter
) -> None:
    concerns.submit_concern(village.coordinator, ConcernDraft(observed="Twee schoenen"))
    visitor = enter(village.supporter)
    visitor.wait_for("Wie meldt zich aan")
    visitor.press("Beroepskracht toevoegen…")
    visitor.name_somebody_new("Voornaam en achternaam", "Sjoerd de Boer")
    visitor.tick("Mag de signalen lezen die nu openstaan")
    visitor.press("Opslaan")
    visitor.wait_for("Schrijf dit nu op")
    passphrase = next(text for text in visitor.texts() if len(text.split()) == 5)
    visitor.press("Ik heb het opgeschreven")
    visitor.wait_until_closed()
    visitor.wait_for("Sjoerd de Boer")
    premises = village.door.enter_with_passphrase(passphrase)
    try:
        (signal,) = concerns.escalations_between(premises.desk, None, None)
        assert signal.text is not None
        assert signal.text.observed == "Twee schoenen"
    finally:
        premises.leave()


def test_a_new_passphrase_is_shown_once_and_the_old_one_opens_nothing(
    village: Village, enter: Enter
) -> None:
    visitor = enter(village.coordinator)
    visitor.wait_for("Wie meldt zich aan")
    visitor.press("Nieuwe sleutelzin…")
    visitor.press("Nieuwe maken")
    visitor.wait_for("Schrijf dit nu op")
    passphrase = next(text for text in visitor.texts() if len(text.split()) == 5)
    visitor.press("Ik heb het opgeschreven")
    visitor.wait_until_closed()
    village.door.enter_with_passphrase(passphrase).leave()
    with pytest.raises(WrongPassphrase):
        village.door.enter_with_passphrase(village.issued.passphrase)


@pytest.mark.parametrize(
    ("button", "who", "holder"),
    [
        ("Nieuwe herstelcode van het steunpunt", "coordinator", "De Linde"),
        ("Nieuwe herstelcode…", "supporter", "Anouk Verhoeven"),
    ],
)
def test_a_new_recovery_code_is_shown_once_with_its_paper(
    village: Village,
    enter: Enter,
    qtbot: QtBot,
    tmp_path: Path,
    button: str,
    who: str,
    holder: str,
) -> None:
    visitor = enter(getattr(village, who))
    visitor.wait_for("Wie meldt zich aan")
    visitor.press(button)
    visitor.press("Nieuwe maken")
    visitor.wait_for("Schrijf dit nu op")
    code = next(text for text in visitor.texts() if text.count("-") == 5)
    visitor.press("Papier bekijken en afdrukken")
    qtbot.waitUntil(lambda: bool(visitor.screen.findChildren(PdfPreview)))
    visitor.settle()
    (preview,) = visitor.screen.findChildren(PdfPreview)
    preview.save_to(tmp_path / "code.pdf")
    visitor.settle()
    paper = text_of((tmp_path / "code.pdf").read_bytes())
    assert holder in paper
    assert code.split("-")[0] in paper
    preview.close()
    visitor.press("Ik heb het opgeschreven")
    village.door.enter_with_recovery_code(code).leave()


def test_removing_a_professional_says_what_can_never_be_read_again(
    village: Village, enter: Enter
) -> None:
    accounts.add_professional(
        village.supporter, NewAccount(Role.DEPUTY, name=parse_name("Sjoerd de Boer"))
    )
    visitor = enter(village.supporter)
    visitor.wait_for("Sjoerd de Boer")
    visitor.press("Verwijderen… Sjoerd de Boer")
    assert visitor.says("kan dan niemand meer lezen")
    visitor.press("Annuleren")


def test_a_desk_worker_changes_their_own_pin_and_nothing_else(
    village: Village, enter: Enter
) -> None:
    ria = village.desk_worker()
    visitor = enter(ria)
    assert not visitor.can_press("Steunpunt")
    assert not visitor.can_press("Iemand toevoegen…")
    assert not visitor.can_press("Nieuwe sleutelzin…")
    assert not visitor.can_press("Nieuwe herstelcode…")
    assert not visitor.says("Als iemand er niet in kan")
    visitor.press("Mijn pincode wijzigen…")
    visitor.write("Nieuwe pincode", "271828")
    visitor.press("Opslaan")
    visitor.wait_until_closed()
    assert _signs_in(village, ria.actor.id, "271828") is Role.DESK_WORKER


def test_the_name_of_the_support_point_is_changed(village: Village, enter: Enter) -> None:
    visitor = enter(village.coordinator)
    visitor.press("Steunpunt")
    visitor.wait_for("De Linde")
    visitor.press("Op papier wijzigen")
    visitor.write("Naam van het steunpunt", "")
    visitor.press("Opslaan")
    visitor.wait_for("Vul dit nog in")
    visitor.write("Naam van het steunpunt", "De Schakel")
    visitor.press("Opslaan")
    visitor.wait_until_closed()
    visitor.wait_for("De Schakel")
    assert settings(village.coordinator).support_point.name == "De Schakel"


@pytest.mark.parametrize("section", ["Steunpunt", "Openingstijden", "Hulp", "Noodnummers"])
def test_every_section_shows_what_is_kept(
    village: Village, enter: Enter, section: str, tmp_path: Path
) -> None:
    visitor = enter(village.coordinator)
    visitor.press(section)
    visitor.settle()
    kept = {
        "Steunpunt": "De Linde",
        "Openingstijden": "09:00",
        "Hulp": "Vervoer",
        "Noodnummers": "0800-2000",
    }
    visitor.wait_for(kept[section])
    assert visitor.screen.grab().save(str(tmp_path / "section.png"))


def test_whole_names_go_on_the_wall_when_the_village_wants_them(
    village: Village, enter: Enter
) -> None:
    visitor = enter(village.coordinator)
    visitor.press("Steunpunt")
    visitor.wait_for("Mieke C.")
    visitor.press("Namen wijzigen")
    visitor.tick("Hele namen op het rooster")
    visitor.press("Opslaan")
    visitor.wait_until_closed()
    visitor.wait_for("Mieke Claessens")
    assert settings(village.coordinator).support_point.full_names_on_roster


def test_every_limit_of_the_village_can_be_changed(village: Village, enter: Enter) -> None:
    visitor = enter(village.coordinator)
    visitor.press("Steunpunt")
    visitor.press("Wanneer iets te laat is wijzigen")
    names = (
        "Hulpvraag wacht te lang na (dagen)",
        "Antwoord op een signaal binnen (dagen)",
        "Antwoord op een dringend signaal binnen (dagen)",
        "Een VOG opnieuw bekijken na (jaren)",
        "Het programma vergrendelt zich na (minuten)",
    )
    for number, name in enumerate(names, start=11):
        visitor.set_number(name, number)
    visitor.press("Opslaan")
    visitor.wait_until_closed()
    mine = settings(village.coordinator).support_point
    assert (
        mine.waiting_too_long_days,
        mine.answer_days,
        mine.urgent_answer_days,
        mine.certificate_review_years,
        mine.idle_lock_minutes,
    ) == (11, 12, 13, 14, 15)


def test_a_number_and_a_boundary_are_taken_off_the_list_after_a_question(
    village: Village, enter: Enter
) -> None:
    visitor = enter(village.coordinator)
    for section, name in (("Noodnummers", "144"), ("Hulp", "Onveilig werk")):
        visitor.press(section)
        visitor.press(f"Verwijderen… {name}")
        visitor.press("Van de lijst halen")
        visitor.wait_until_closed()
    now = settings(village.coordinator)
    assert [number.position for number in now.emergency_numbers] == [1, 2, 3, 4]
    assert "144" not in [number.number for number in now.emergency_numbers]
    assert len(now.boundaries) == 2
    lobby = village.door.keys.lobby()
    assert lobby is not None
    assert len(lobby.emergency_numbers) == 4


def test_rides_are_best_asked_some_days_before(village: Village, enter: Enter) -> None:
    visitor = enter(village.coordinator)
    visitor.press("Hulp")
    visitor.wait_for("het best 2 dagen vooraf gevraagd")
    visitor.press("Vervoer wijzigen")
    visitor.set_number("Het best zoveel dagen vooraf vragen", 4)
    visitor.press("Opslaan")
    visitor.wait_until_closed()
    kinds = {kind.name: kind.notice_days for kind in settings(village.coordinator).kinds}
    assert (kinds["Vervoer"], kinds["Boodschappen"]) == (4, 0)


def test_the_village_names_its_own_skills_and_drops_one(village: Village, enter: Enter) -> None:
    visitor = enter(village.coordinator)
    visitor.press("Openingstijden")
    visitor.press("Vaardigheid toevoegen…")
    visitor.write("Naam", "Kassa")
    visitor.tick("Hier vragen we nu naar")
    visitor.press("Opslaan")
    visitor.wait_until_closed()
    visitor.press("Kassa wijzigen")
    visitor.tick("Hier vragen we nu naar")
    visitor.press("Opslaan")
    visitor.wait_until_closed()
    (skill,) = settings(village.coordinator).skills
    assert (skill.name, skill.active) == ("Kassa", True)


def test_everybody_makes_the_text_larger_and_chooses_the_colours_here(
    village: Village, enter: Enter
) -> None:
    visitor = enter(village.desk_worker())
    visitor.wait_for("Mijn eigen aanmelding")
    visitor.press("Groter")
    visitor.wait_for("110 %")
    visitor.press("Donker")
    assert (theme().mode, theme().percent) == (Mode.DARK, 110)
    assert not visitor.can_press("Openingstijden")
