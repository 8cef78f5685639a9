"""A signal's way: passed on at the desk, read, decided and answered, and read at the desk again."""

from collections.abc import Callable

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from dorpssteunpunt.domain.concerns import Decision, EscalationState
from dorpssteunpunt.domain.handover import Level
from dorpssteunpunt.services import concerns, handover
from dorpssteunpunt.services.concerns import ConcernDraft
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.handover import EntryDraft
from dorpssteunpunt.ui.kit.pdf_preview import PdfPreview
from dorpssteunpunt.ui.kit.screen import Screen
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.rooms.concerns.screen import ConcernsScreen
from tests.ui.conftest import Told
from tests.ui.visitor import Visitor
from tests.village import Village

SHOES = "Zij had twee verschillende schoenen aan"
TIRED = "Ik denk dat zij moe is"
Enter = Callable[[Desk], Visitor]


@pytest.fixture
def enter(
    workplace: Callable[[Desk], Workplace], opened: Callable[[Screen], Screen], qtbot: QtBot
) -> Enter:
    """Let whoever sits at a desk into the room of signals."""
    return lambda desk: Visitor(opened(ConcernsScreen(workplace(desk))), qtbot)


@pytest.fixture
def ria(village: Village) -> Desk:
    return village.desk_worker()


@pytest.fixture
def signal(ria: Desk) -> int:
    """A signal that waits for an answer."""
    draft = ConcernDraft(about="mw. Smit", observed=SHOES, interpretation=TIRED)
    return concerns.submit_concern(ria, draft).subject or 0


def _pass_on(visitor: Visitor, soon: str = "Deze week is vroeg genoeg") -> None:
    visitor.press("Signaal doorgeven")
    visitor.press(soon)
    visitor.write("Over wie gaat het?", "mw. Smit")
    visitor.write("Wat zag of hoorde u?", SHOES)
    visitor.write("Wat denkt u ervan?", TIRED)
    visitor.press("Doorgeven")
    visitor.wait_until_closed()


def test_a_room_without_signals_says_what_it_is_for_and_asks_for_no_choice(
    ria: Desk, enter: Enter
) -> None:
    desk = enter(ria)
    desk.wait_for("Maakt u zich zorgen om iemand?")
    assert not desk.says("Kies een signaal")
    _pass_on(desk)
    desk.wait_for("Kies een signaal")
    assert not desk.says("Maakt u zich zorgen om iemand?")


def test_a_signal_goes_all_the_way_and_comes_back_to_the_desk(
    village: Village, ria: Desk, enter: Enter, told: Told
) -> None:
    desk = enter(ria)
    _pass_on(desk)
    assert told.notices == ["Doorgegeven aan de dorpsondersteuner."]
    (title,) = desk.lines()
    desk.choose(title)
    desk.wait_for("Ria van den Berg")
    assert not desk.says(SHOES)
    assert not desk.says("mw. Smit")
    desk.screen.close()

    supporter = enter(village.supporter)
    supporter.choose("mw. Smit")
    supporter.wait_for(SHOES)
    assert supporter.says(TIRED)
    supporter.press("Besluiten…")
    supporter.press("Besluiten")
    supporter.wait_for("Vul dit nog in")
    supporter.pick_or_press("Wat besluit u?", "Ik pak dit op")
    supporter.write("Waarom?", "Past bij wat de huisarts ziet")
    supporter.press("Besluiten")
    supporter.wait_until_closed()
    supporter.wait_for("Past bij wat de huisarts ziet")
    supporter.press("Balie antwoorden…")
    assert supporter.field("Over wie? (mag leeg blijven)").text() == "mw. Smit"
    supporter.write("Wat mag de balie weten?", "Dank, ik ga donderdag langs")
    supporter.press("Aan de balie geven")
    supporter.wait_until_closed()
    supporter.wait_for("donderdag")
    supporter.screen.close()

    back = enter(ria)
    back.choose(back.lines()[0])
    back.wait_for("Dank, ik ga donderdag langs")
    assert not back.says("huisarts")
    assert concerns.unread_feedback(ria)
    back.press("Gelezen")
    back.settle()
    assert not concerns.unread_feedback(ria)
    assert concerns.unread_feedback(village.coordinator)


def test_an_urgent_signal_shows_112_and_the_numbers_first(ria: Desk, enter: Enter) -> None:
    visitor = enter(ria)
    visitor.screen.begin("new")
    assert not visitor.says("112")
    visitor.press("▲ Dringend: vandaag of morgen")
    visitor.settle()
    assert visitor.says("112")
    visitor.press("Deze week is vroeg genoeg")
    assert not visitor.says("112")


def test_what_is_missing_is_said_and_what_was_typed_stays(ria: Desk, enter: Enter) -> None:
    visitor = enter(ria)
    visitor.screen.begin("new")
    visitor.write("Over wie gaat het?", "mw. Smit")
    visitor.press("Doorgeven")
    visitor.wait_for("Vul dit nog in")
    visitor.press("Deze week is vroeg genoeg")
    visitor.write("Wat zag of hoorde u?", "Haar nummer is 111222333")
    visitor.press("Doorgeven")
    visitor.wait_for("burgerservicenummer")
    assert visitor.field("Over wie gaat het?").text() == "mw. Smit"
    visitor.tick("Ik heb gekeken: dit is een ander nummer")
    visitor.press("Doorgeven")
    visitor.wait_until_closed()
    assert len(concerns.desk_concerns(ria, None, 5).rows) == 1


def test_a_signal_takes_its_entry_along_also_after_the_lock(
    village: Village, ria: Desk, enter: Enter
) -> None:
    entry = handover.write_entry(ria, EntryDraft(level=Level.STABLE, situation="Deur dicht"))
    assert entry.subject
    before = enter(ria)
    before.screen.show_subject(entry.subject, "new_from_entry")
    before.write("Wat zag of hoorde u?", SHOES)
    drafts = before.screen.drafts()
    before.place.hide()
    before.screen.close()
    after = enter(ria)
    after.screen.take_up(drafts)
    assert after.field("Wat zag of hoorde u?").toPlainText() == SHOES
    after.press("Deze week is vroeg genoeg")
    after.press("Doorgeven")
    after.wait_until_closed()
    (line,) = concerns.to_answer(village.supporter)
    assert line.concern.entry_id == entry.subject


@pytest.mark.parametrize(
    ("button", "field"),
    [
        ("Besluiten…", "Waarom?"),
        ("Balie antwoorden…", "Wat mag de balie weten?"),
        ("Vertrouwelijke notitie…", "Notitie"),
    ],
)
def test_what_a_professional_was_writing_is_still_there_after_somebody_else(
    village: Village, signal: int, enter: Enter, button: str, field: str
) -> None:
    concerns.open_escalation(village.supporter, signal)
    concerns.decide(village.supporter, signal, Decision.TAKEN_ON, "Ik bel haar")
    before = enter(village.supporter)
    before.screen.show_subject(signal)
    before.wait_for(SHOES)
    before.press(button)
    before.write(field, "Zij belde zelf")
    drafts = before.screen.drafts()
    before.place.hide()
    before.screen.close()
    after = enter(village.supporter)
    after.screen.take_up(drafts)
    assert after.field(field).toPlainText() == "Zij belde zelf"
    assert after.screen.dirty()


def test_a_number_like_a_bsn_is_asked_about_in_what_the_desk_will_read(
    village: Village, signal: int, enter: Enter
) -> None:
    concerns.open_escalation(village.supporter, signal)
    concerns.decide(village.supporter, signal, Decision.TAKEN_ON, "Ik bel haar")
    visitor = enter(village.supporter)
    visitor.screen.show_subject(signal)
    visitor.wait_for(SHOES)
    visitor.press("Balie antwoorden…")
    visitor.write("Wat mag de balie weten?", "Haar pakket is 111222333")
    visitor.press("Aan de balie geven")
    visitor.wait_for("burgerservicenummer")
    visitor.tick("Ik heb gekeken: dit is een ander nummer")
    visitor.press("Aan de balie geven")
    visitor.wait_until_closed()
    (line,) = concerns.desk_feedback(village.coordinator, signal)
    assert line.feedback.text == "Haar pakket is 111222333"


def test_opening_a_signal_marks_it_seen(village: Village, signal: int, enter: Enter) -> None:
    visitor = enter(village.supporter)
    assert signal
    visitor.choose("mw. Smit")
    visitor.wait_for(SHOES)
    (line,) = concerns.to_answer(village.supporter)
    assert line.escalation.state is EscalationState.SEEN


def test_a_note_stays_among_professionals(
    village: Village, ria: Desk, signal: int, enter: Enter
) -> None:
    visitor = enter(village.supporter)
    visitor.screen.show_subject(signal)
    visitor.wait_for(SHOES)
    visitor.press("Vertrouwelijke notitie…")
    visitor.write("Notitie", "Gebeld met de praktijkondersteuner")
    visitor.press("Opslaan")
    visitor.wait_until_closed()
    visitor.wait_for("praktijkondersteuner")
    visitor.screen.close()
    desk = enter(ria)
    desk.choose(desk.lines()[0])
    desk.wait_for("Ria van den Berg")
    assert not desk.says("praktijkondersteuner")


def test_what_was_answered_leaves_the_list_to_answer_and_is_found_under_all(
    village: Village, signal: int, enter: Enter
) -> None:
    concerns.open_escalation(village.supporter, signal)
    concerns.decide(village.supporter, signal, Decision.BACK_WITH_ADVICE, "Zij redt zich")
    concerns.give_feedback(village.supporter, signal, "mw. Smit", "Het is in orde")
    visitor = enter(village.supporter)
    visitor.wait_for("Er wacht geen signaal op antwoord.")
    visitor.press("Alle")
    visitor.wait_for_lines("mw. Smit")


def test_only_a_professional_prints_the_overview(
    village: Village, ria: Desk, signal: int, enter: Enter, qtbot: QtBot
) -> None:
    desk = enter(ria)
    assert not desk.screen.can_print
    assert not desk.can_press("Afdrukken")
    desk.screen.close()
    visitor = enter(village.supporter)
    assert visitor.screen.can_print
    visitor.press("Afdrukken")
    qtbot.waitUntil(lambda: bool(visitor.screen.findChildren(PdfPreview)))
    (preview,) = visitor.screen.findChildren(PdfPreview)
    qtbot.waitUntil(lambda: not visitor.screen.workplace.tasks.is_busy(), timeout=10_000)
    preview.close()
    assert signal


def test_the_desk_keeps_its_place_when_a_signal_is_answered_meanwhile(
    village: Village, ria: Desk, signal: int, enter: Enter
) -> None:
    visitor = enter(ria)
    visitor.choose(visitor.lines()[0])
    concerns.open_escalation(village.supporter, signal)
    concerns.decide(village.supporter, signal, Decision.TAKEN_ON, "Ik ga langs")
    concerns.give_feedback(village.supporter, signal, "", "Dank u wel")
    visitor.screen.refresh()
    visitor.wait_for("Dank u wel")


@pytest.mark.parametrize("who", ["coordinator", "supporter"])
def test_the_model_of_the_list_keeps_the_promises_of_a_model(
    village: Village, signal: int, enter: Enter, who: str
) -> None:
    visitor = enter(getattr(village, who))
    model = visitor.screen.findChildren(QListView)[0].model()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    concerns.submit_concern(village.coordinator, ConcernDraft(observed="De deur bleef dicht"))
    visitor.screen.refresh()
    visitor.settle()
    assert len(visitor.lines()) == 2
    assert tester.model() is model
    assert signal
