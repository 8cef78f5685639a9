"""A day in the room of help requests: taking down, finding, giving, following and finishing."""

from collections.abc import Callable, Iterator
from datetime import date, time, timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from dorpssteunpunt.domain.help_requests import RequestState
from dorpssteunpunt.domain.people import CertificateStatus, Salutation
from dorpssteunpunt.domain.request_drafts import RequestDraft
from dorpssteunpunt.services import help_requests as desk_work
from dorpssteunpunt.services.changes import Room
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.help_requests import RequestDetail
from dorpssteunpunt.services.ports import RequestFilter, RequestLine, RequestList
from dorpssteunpunt.ui.kit.choice_field import ComboBox
from dorpssteunpunt.ui.kit.pdf_preview import PdfPreview
from dorpssteunpunt.ui.kit.row_table_model import LINE_ROLE
from dorpssteunpunt.ui.kit.row_views import RowList
from dorpssteunpunt.ui.kit.screen import Screen
from dorpssteunpunt.ui.kit.suggestions import Suggestions
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.rooms.help_requests.screen import HelpRequestsScreen
from tests.ui.conftest import Told
from tests.village import TODAY, Village, village

TRANSPORT, GROCERIES = 1, 2
IN_ORDER = {
    "certificate": CertificateStatus.SEEN,
    "agreement_on": date(2025, 1, 1),
    "code_of_conduct_on": date(2025, 1, 1),
    "kinds": frozenset({GROCERIES}),
}
Control = TypeVar("Control", bound=QWidget)


@pytest.fixture
def linde(tmp_path: Path) -> Iterator[Village]:
    with village(tmp_path) as there:
        yield there


@pytest.fixture
def ria(linde: Village) -> Desk:
    return linde.desk_worker("Ria van den Berg")


@pytest.fixture
def mai(linde: Village) -> int:
    return linde.resident(
        "Mai Nguyễn", salutation=Salutation.FAMILY, street="Kerkstraat 12", phone="+31612345678"
    )


@pytest.fixture
def room(
    workplace: Callable[[Desk], Workplace], opened: Callable[[Screen], Screen], qtbot: QtBot
) -> Callable[[Desk], "OpenRoom"]:
    """Open the room for whoever sits at a desk."""
    return lambda desk: OpenRoom(opened(HelpRequestsScreen(workplace(desk))), qtbot)


def recorded(desk: Desk, requester: int, what: str = "Boodschappen", **facts: object) -> int:
    draft = RequestDraft(requester_id=requester, what=what, **{"kind_id": GROCERIES} | facts)  # type: ignore[arg-type]
    subject = desk_work.record_request(desk, draft).subject
    assert subject is not None
    return subject


def listed(desk: Desk, show: RequestList = RequestList.OPEN) -> list[RequestLine]:
    return list(desk_work.list_requests(desk, RequestFilter(show=show), None, 50).rows)


def detail(desk: Desk, request: int) -> RequestDetail:
    return desk_work.request_detail(desk, request)


class OpenRoom:
    """The screen as somebody sees and works it."""

    def __init__(self, screen: Screen, qtbot: QtBot) -> None:
        self.screen, self.qtbot = screen, qtbot

    def settle(self) -> None:
        tasks = self.screen.workplace.tasks
        self.qtbot.waitUntil(lambda: not tasks.is_busy())

    def says(self, words: str) -> bool:
        return any(words in text for text in texts(self.screen))

    def wait_for(self, words: str) -> None:
        self.qtbot.waitUntil(lambda: self.says(words))

    @property
    def requests(self) -> RowList:
        return self.screen.findChildren(RowList)[0]

    def lines(self) -> list[str]:
        rows = self.requests.model()
        return [rows.index(row, 0).data(LINE_ROLE).title for row in range(rows.rowCount())]

    def suggestions(self) -> Suggestions:
        """Return what is offered under the box."""
        offered = self.screen.findChild(Suggestions)
        assert offered is not None
        return offered

    def press(self, name: str, inside: QWidget | None = None) -> None:
        def found() -> list[QAbstractButton]:
            buttons = (inside or self.screen).findChildren(QAbstractButton)
            return [one for one in buttons if one.isVisible() and one.accessibleName() == name]

        self.qtbot.waitUntil(lambda: bool(found()))
        self.qtbot.mouseClick(found()[0], Qt.MouseButton.LeftButton)

    def field(self, name: str, kind: type[Control], inside: QWidget | None = None) -> Control:
        def found() -> list[Control]:
            controls = (inside or self.screen).findChildren(kind)
            return [one for one in controls if one.isVisible() and one.accessibleName() == name]

        self.qtbot.waitUntil(lambda: bool(found()))
        return found()[0]

    def key(self, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
        self.qtbot.keyClick(
            QApplication.focusWidget(), key, *modifiers or (Qt.KeyboardModifier.NoModifier,)
        )

    def types(self, text: str) -> None:
        self.qtbot.keyClicks(QApplication.focusWidget(), text)


def texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def dialog() -> QDialog:
    shown = [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]
    assert shown, "no dialog"
    return shown[-1]


def focused() -> str:
    widget = QApplication.focusWidget()
    return widget.accessibleName() if widget else ""


def test_an_empty_room_says_what_it_is_for(ria: Desk, room: Callable[[Desk], OpenRoom]) -> None:
    here = room(ria)
    assert here.says("Hier staan de hulpvragen van bewoners")
    here.press("Afgerond")
    here.wait_for("Er is nog geen hulpvraag afgerond.")


def test_a_request_of_a_known_resident_is_taken_down_by_keyboard_alone(
    ria: Desk, mai: int, room: Callable[[Desk], OpenRoom], told: Told, qtbot: QtBot
) -> None:
    here = room(ria)
    qtbot.keyClick(here.screen, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: focused() == "Wie vraagt het?")
    here.types("kerkstr")
    qtbot.waitUntil(here.suggestions().isVisible)
    here.key(Qt.Key.Key_Return)
    assert here.says("Thuis: Kerkstraat 12")
    here.key(Qt.Key.Key_Tab)
    assert focused() == "Soort hulp"
    here.types("boo")
    here.key(Qt.Key.Key_Tab)
    assert focused() == "Wat is de vraag?"
    here.types("Boodschappen met lijstje")
    here.key(Qt.Key.Key_Tab)
    assert focused() == "Op welke dag?"
    here.types("morgen")
    here.key(Qt.Key.Key_Return)
    for expected, typed in (("Van", "14"), ("Tot", "16")):
        while focused() != expected:
            here.key(Qt.Key.Key_Tab)
        here.types(typed)
    here.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: told.notices == ["Opgeslagen."])
    here.wait_for("fam. Nguyễn")
    (line,) = listed(ria)
    kept = detail(ria, line.id).request
    assert (kept.requester_id, kept.kind_id, kept.what) == (
        mai,
        GROCERIES,
        "Boodschappen met lijstje",
    )
    assert (kept.needed_on, kept.start, kept.end) == (
        TODAY + timedelta(days=1),
        time(14),
        time(16),
    )
    assert kept.consent_on is None
    assert here.requests.chosen_id() == line.id
    assert here.requests.hasFocus()  # and not whatever comes after the form that is gone


def test_somebody_new_is_taken_down_without_leaving_the_form(
    ria: Desk, room: Callable[[Desk], OpenRoom], qtbot: QtBot
) -> None:
    here = room(ria)
    here.screen.begin("new")
    who = here.field("Wie vraagt het?", QLineEdit)
    qtbot.keyClicks(who, "Jan van den Berg")
    qtbot.waitUntil(here.suggestions().isVisible)
    here.key(Qt.Key.Key_Up)  # from the first to the last: somebody new
    here.key(Qt.Key.Key_Return)
    here.key(Qt.Key.Key_Tab)
    assert focused() == "Telefoon van de nieuwe bewoner"
    here.types("06 123")
    here.key(Qt.Key.Key_Tab)
    here.types("Lindelaan 3")
    qtbot.keyClicks(here.field("Soort hulp", ComboBox), "bood")
    qtbot.keyClicks(here.field("Wat is de vraag?", QPlainTextEdit), "Brood halen")
    here.press("Opslaan")
    here.wait_for("Dit is geen volledig telefoonnummer")
    assert focused() == "Telefoon van de nieuwe bewoner"
    here.types("45678")
    here.key(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    here.wait_for("Lindelaan 3")
    assert here.says("06 12345678")
    (line,) = listed(ria)
    assert detail(ria, line.id).requester.name.surname == "Berg"


def test_a_name_that_is_neither_picked_nor_new_is_asked_about(
    ria: Desk, mai: int, room: Callable[[Desk], OpenRoom], qtbot: QtBot
) -> None:
    here = room(ria)
    here.screen.begin("new")
    qtbot.keyClicks(here.field("Wie vraagt het?", QLineEdit), "Mai")
    here.press("Opslaan")
    here.wait_for("Kies iemand uit de lijst, of kies ‘nieuw’.")
    assert here.says("Vul dit nog in.")


def test_a_task_beyond_the_boundaries_goes_to_the_village_supporter_and_the_form_waits(
    ria: Desk, mai: int, room: Callable[[Desk], OpenRoom], told: Told, qtbot: QtBot
) -> None:
    here = room(ria)
    here.screen.show_subject(mai, "new_for_resident")
    what = here.field("Wat is de vraag?", QPlainTextEdit)
    qtbot.keyClicks(what, "Dakgoot leeghalen")
    qtbot.keyClick(here.field("Soort hulp", ComboBox), Qt.Key.Key_End)
    assert here.says("Onveilig werk: dat doen vrijwilligers hier niet.")
    here.press("Opslaan")
    qtbot.waitUntil(lambda: focused() == "Soort hulp")
    assert listed(ria) == []
    here.press("Voorleggen aan de dorpsondersteuner")
    assert told.places == [(Room.CONCERNS, None, "new_from_boundary")]
    assert here.screen.dirty()
    assert what.toPlainText() == "Dakgoot leeghalen"


def test_a_ride_on_short_notice_is_flagged_while_it_is_typed(
    ria: Desk, mai: int, room: Callable[[Desk], OpenRoom], qtbot: QtBot
) -> None:
    here = room(ria)
    here.screen.begin("new")
    qtbot.keyClicks(here.field("Soort hulp", ComboBox), "verv")
    qtbot.keyClicks(here.field("Op welke dag?", QLineEdit), "morgen")
    here.wait_for("Kort dag: vervoer vraagt u liefst 2 dagen van tevoren aan.")


def test_a_bsn_warns_at_its_field_and_another_number_may_pass(
    ria: Desk, mai: int, room: Callable[[Desk], OpenRoom], qtbot: QtBot
) -> None:
    here = room(ria)
    here.screen.show_subject(mai, "new_for_resident")
    qtbot.keyClicks(here.field("Soort hulp", ComboBox), "admin")
    qtbot.keyClicks(here.field("Wat is de vraag?", QPlainTextEdit), "Klant 111222333")
    here.press("Opslaan")
    here.wait_for("lijken op een burgerservicenummer")
    here.field("Ik heb gekeken: dit is een ander nummer", QCheckBox).setChecked(True)
    here.press("Opslaan")
    here.wait_for("Nummer 1 · genoteerd")


def test_what_is_half_typed_survives_a_lock(
    ria: Desk, mai: int, room: Callable[[Desk], OpenRoom], qtbot: QtBot
) -> None:
    here = room(ria)
    here.screen.begin("new")
    who = here.field("Wie vraagt het?", QLineEdit)
    qtbot.keyClicks(who, "Jan van den Berg")
    qtbot.waitUntil(here.suggestions().isVisible)
    here.key(Qt.Key.Key_Up)
    here.key(Qt.Key.Key_Return)
    qtbot.keyClicks(here.field("Soort hulp", ComboBox), "tuin")
    drafts = here.screen.drafts()
    later = room(ria)
    later.screen.take_up(drafts)
    assert later.field("Wie vraagt het?", QLineEdit).text() == "Jan van den Berg"
    assert later.field("Telefoon van de nieuwe bewoner", QLineEdit).text() == ""
    assert later.field("Soort hulp", ComboBox).currentText() == "Tuin"
    assert later.screen.dirty()


@pytest.mark.parametrize(
    ("button", "field"),
    [("Laten wachten…", "Waarom? (mag leeg blijven)"), ("Afsluiten…", "Toelichting")],
)
def test_a_step_that_was_being_written_is_still_there_after_somebody_else(
    ria: Desk, mai: int, room: Callable[[Desk], OpenRoom], button: str, field: str
) -> None:
    request = recorded(ria, mai)
    here = room(ria)
    here.screen.show_subject(request)
    here.press(button)
    here.field(field, QPlainTextEdit, dialog()).setPlainText("Haar zus belt terug")
    drafts = here.screen.drafts()
    assert here.screen.dirty()
    dialog().hide()
    here.screen.close()
    later = room(ria)
    later.screen.take_up(drafts)
    later.settle()
    typed = later.field(field, QPlainTextEdit, dialog())
    assert typed.toPlainText() == "Haar zus belt terug"


def test_lists_show_what_their_chips_say_and_typing_searches_in_them(
    linde: Village, ria: Desk, mai: int, room: Callable[[Desk], OpenRoom], qtbot: QtBot
) -> None:
    jan = linde.resident("Jan Peeters")
    recorded(ria, mai, "Brood halen", needed_on=TODAY)
    recorded(ria, jan, "Lamp ophangen", needed_on=TODAY + timedelta(days=3))
    desk_work.close_request(ria, recorded(ria, jan, "Heg knippen"), RequestState.DONE)
    here = room(ria)
    QAbstractItemModelTester(
        here.requests.model(), QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    assert here.lines() == ["Brood halen", "Lamp ophangen"]
    here.press("Vandaag 1")
    qtbot.waitUntil(lambda: here.lines() == ["Brood halen"])
    here.press("Open 2")
    qtbot.waitUntil(lambda: len(here.lines()) == 2)
    qtbot.keyClick(here.screen, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    here.types("peet")
    qtbot.waitUntil(lambda: here.lines() == ["Lamp ophangen"])
    here.types(" heg")
    here.wait_for("Geen hulpvraag hier past daarbij.")
    here.press("Zoek in de afgeronde")
    qtbot.waitUntil(lambda: here.lines() == ["Heg knippen"])


def test_a_request_is_given_to_who_fits_and_can_be_taken_back_at_once(
    linde: Village,
    ria: Desk,
    mai: int,
    room: Callable[[Desk], OpenRoom],
    told: Told,
    qtbot: QtBot,
) -> None:
    linde.volunteer("Łukasz Nowak", **IN_ORDER)
    request = recorded(ria, mai)
    here = room(ria)
    here.screen.show_subject(request)
    here.wait_for("doet graag boodschappen")
    here.press("Koppelen aan Łukasz Nowak")
    here.wait_for("Łukasz komt")
    assert told.notices == ["Łukasz Nowak heeft nu deze hulpvraag."]
    assert told.undo is not None
    told.undo()
    here.wait_for("zoekt vrijwilliger")
    assert detail(ria, request).volunteer is None


def test_missing_papers_ask_for_a_reason_that_is_kept(
    linde: Village, ria: Desk, mai: int, room: Callable[[Desk], OpenRoom], qtbot: QtBot
) -> None:
    linde.volunteer("Zoë Kuipers", kinds=frozenset({GROCERIES}))
    request = recorded(ria, mai)
    here = room(ria)
    here.screen.show_subject(request)
    here.press("Koppelen aan Zoë Kuipers")
    qtbot.waitUntil(lambda: any("geen VOG" in text for text in texts(dialog())))
    asked = dialog()
    here.press("Toch koppelen", asked)
    assert any("Vul dit nog in." in text for text in texts(asked))
    qtbot.keyClicks(asked.findChildren(QPlainTextEdit)[0], "gaat samen met Ria")
    here.press("Toch koppelen", asked)
    here.wait_for("ook al ontbreken er papieren: gaat samen met Ria")


def test_another_volunteer_is_sought_with_a_reason(
    linde: Village, ria: Desk, mai: int, room: Callable[[Desk], OpenRoom], qtbot: QtBot
) -> None:
    request = recorded(ria, mai)
    desk_work.match_volunteer(ria, request, linde.volunteer("Łukasz Nowak", **IN_ORDER))
    here = room(ria)
    here.screen.show_subject(request)
    here.press("Iemand anders…")
    qtbot.keyClicks(dialog().findChildren(QPlainTextEdit)[0], "is ziek")
    here.press("Terugnemen", dialog())
    here.wait_for("Teruggenomen van Łukasz Nowak: is ziek")


def test_a_contact_is_noted_beside_what_happened(
    ria: Desk, mai: int, room: Callable[[Desk], OpenRoom], told: Told, qtbot: QtBot
) -> None:
    request = recorded(ria, mai)
    here = room(ria)
    here.screen.show_subject(request)
    here.wait_for("Hulpvraag genoteerd.")
    qtbot.keyClick(here.screen, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert here.field("Met wie?", QLineEdit).text() == "fam. Nguyễn"
    qtbot.waitUntil(lambda: focused() == "Wat is er gezegd?")
    here.types("Zij is er tot 16 uur")
    qtbot.keyClicks(here.field("Opvolgen op", QLineEdit), "woensdag")
    drafts = here.screen.drafts()
    here.key(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    here.wait_for("Opvolgen: wo 25 nov.")
    assert told.notices == ["Het contact is genoteerd."]
    assert not here.screen.dirty()
    assert detail(ria, request).request.follow_up_on == date(2026, 11, 25)
    later = room(ria)
    later.screen.take_up(drafts)
    box = later.field("Wat is er gezegd?", QPlainTextEdit)
    assert box.toPlainText() == "Zij is er tot 16 uur"


def test_a_request_waits_until_a_day_and_no_longer(
    ria: Desk, mai: int, room: Callable[[Desk], OpenRoom], qtbot: QtBot
) -> None:
    request = recorded(ria, mai)
    here = room(ria)
    here.screen.show_subject(request)
    here.press("Laten wachten…")
    qtbot.keyClicks(dialog().findChildren(QLineEdit)[0], "3-12")
    here.press("Laten wachten", dialog())
    here.wait_for("wacht tot 3 dec")
    here.press("Niet langer wachten")
    here.wait_for("Wacht niet langer.")


def test_finishing_asks_what_each_outcome_needs(
    ria: Desk, mai: int, room: Callable[[Desk], OpenRoom], told: Told, qtbot: QtBot
) -> None:
    request = recorded(ria, mai)
    here = room(ria)
    here.screen.show_subject(request)
    here.press("Afsluiten…")
    asked = dialog()
    here.press("Afsluiten", asked)
    assert "Vul dit nog in." in texts(asked)
    here.press("Niet gelukt: wij vonden niemand", asked)
    here.press("Afsluiten", asked)
    qtbot.waitUntil(lambda: any("De gemeente wil dit weten" in text for text in texts(asked)))
    here.press("Doorverwezen naar iemand anders", asked)
    qtbot.keyClicks(here.field("Naar wie doorverwezen?", QLineEdit, asked), "Wijkteam")
    assert not any("zonder toestemming?" in text for text in texts(asked))
    here.press("Afsluiten", asked)
    qtbot.waitUntil(lambda: any("Vraag de bewoner eerst" in text for text in texts(asked)))
    agreed = "De bewoner vindt het goed dat wij gegevens met hen delen"
    here.field(agreed, QCheckBox, asked).setChecked(True)
    here.press("Afsluiten", asked)
    here.wait_for("doorverwezen naar Wijkteam")
    assert told.notices == ["Deze hulpvraag is afgerond."]
    assert told.undo is not None
    told.undo()
    here.wait_for("Weer geopend: Meteen teruggedraaid")


def test_the_village_supporter_may_refer_without_consent_and_says_why(
    linde: Village, mai: int, room: Callable[[Desk], OpenRoom], qtbot: QtBot
) -> None:
    request = recorded(linde.supporter, mai)
    here = room(linde.supporter)
    here.screen.show_subject(request)
    here.press("Afsluiten…")
    asked = dialog()
    here.press("Doorverwezen naar iemand anders", asked)
    qtbot.keyClicks(here.field("Naar wie doorverwezen?", QLineEdit, asked), "Huisarts")
    why = here.field("Of: waarom verwijst u door zonder toestemming?", QPlainTextEdit, asked)
    qtbot.keyClicks(why, "er is gevaar")
    here.press("Afsluiten", asked)
    here.wait_for("Gedeeld zonder toestemming, omdat: er is gevaar")


def test_consent_is_recorded_and_withdrawn_after_a_word_about_what_it_means(
    ria: Desk, mai: int, room: Callable[[Desk], OpenRoom]
) -> None:
    request = recorded(ria, mai)
    here = room(ria)
    here.screen.show_subject(request)
    here.wait_for("nog niet gevraagd")
    here.press("Toestemming…")
    here.press("Ja, de bewoner vindt het goed", dialog())
    here.wait_for("gegeven op 23-11-2026")
    here.press("Toestemming intrekken…")
    here.press("Intrekken", dialog())
    here.wait_for("ingetrokken op 23-11-2026")


def test_a_change_begins_with_what_was_taken_down(
    ria: Desk, mai: int, room: Callable[[Desk], OpenRoom], qtbot: QtBot
) -> None:
    request = recorded(ria, mai, needed_on=TODAY, place="De markt")
    here = room(ria)
    here.screen.show_subject(request)
    here.press("Wijzigen")
    assert here.field("Waar? (leeg: thuis)", QLineEdit).text() == "De markt"
    assert not here.screen.dirty()
    here.field("Waar? (leeg: thuis)", QLineEdit).selectAll()
    qtbot.keyClicks(here.field("Waar? (leeg: thuis)", QLineEdit), "Bij de buren")
    here.press("Opslaan")
    here.wait_for("Gewijzigd: plaats.")


def test_who_has_a_request_is_to_hear_that_its_day_changed(
    linde: Village,
    ria: Desk,
    mai: int,
    room: Callable[[Desk], OpenRoom],
    told: Told,
    qtbot: QtBot,
) -> None:
    request = recorded(ria, mai)
    desk_work.match_volunteer(ria, request, linde.volunteer("Łukasz Nowak", **IN_ORDER))
    here = room(ria)
    here.screen.show_subject(request)
    here.press("Wijzigen")
    qtbot.keyClicks(here.field("Op welke dag?", QLineEdit), "vrijdag")
    here.press("Opslaan")
    here.wait_for("Gewijzigd: dag.")
    assert told.notices == ["Opgeslagen. Vertel Łukasz Nowak dat de tijd of plaats nu anders is."]


def test_leaving_a_form_asks_before_something_is_lost(
    ria: Desk, room: Callable[[Desk], OpenRoom], qtbot: QtBot
) -> None:
    here = room(ria)
    here.screen.begin("new")
    qtbot.keyClicks(here.field("Wat is de vraag?", QPlainTextEdit), "Brood")
    here.press("Nieuwe hulpvraag")
    assert here.field("Wat is de vraag?", QPlainTextEdit).toPlainText() == "Brood"
    here.press("Annuleren")
    here.press("Stoppen zonder opslaan", dialog())
    qtbot.waitUntil(lambda: not here.screen.dirty())
    assert not here.says("Wat is de vraag?")


def test_a_signal_is_passed_on_from_the_request(
    ria: Desk, mai: int, room: Callable[[Desk], OpenRoom], told: Told
) -> None:
    request = recorded(ria, mai)
    here = room(ria)
    here.screen.show_subject(request)
    here.press("Signaal doorgeven")
    assert told.places == [(Room.CONCERNS, request, "new_from_request")]


def test_other_requests_of_the_resident_are_one_press_away(
    ria: Desk, mai: int, room: Callable[[Desk], OpenRoom]
) -> None:
    before = recorded(ria, mai, "Brood halen")
    desk_work.close_request(ria, before, RequestState.DONE, note="Met koffie toe")
    request = recorded(ria, mai)
    here = room(ria)
    here.screen.show_subject(request)
    here.wait_for("Andere hulpvragen van fam. Nguyễn")
    here.press(f"Toon hulpvraag {before}")
    here.wait_for("Met koffie toe")


def test_the_open_requests_are_shown_as_paper(
    ria: Desk, mai: int, room: Callable[[Desk], OpenRoom], qtbot: QtBot
) -> None:
    recorded(ria, mai)
    here = room(ria)
    here.screen.print_overview()
    preview = here.screen.findChildren(PdfPreview)[0]
    here.settle()
    assert preview.isVisible()
    preview.close()
