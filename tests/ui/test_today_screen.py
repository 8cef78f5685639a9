"""Today at one glance: every card says what is so, and leads to its room."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from dorpssteunpunt.domain.concerns import Decision
from dorpssteunpunt.domain.handover import Level
from dorpssteunpunt.domain.request_drafts import RequestDraft
from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.services import concerns, handover, help_requests, roster
from dorpssteunpunt.services.changes import Room
from dorpssteunpunt.services.concerns import ConcernDraft
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.handover import ActionDraft, EntryDraft
from dorpssteunpunt.ui.kit.cards import Card
from dorpssteunpunt.ui.kit.pdf_preview import PdfPreview
from dorpssteunpunt.ui.kit.screen import Screen
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.rooms.today.screen import TodayScreen
from tests.ui.conftest import Told
from tests.ui.visitor import Visitor
from tests.village import TODAY, Village

Enter = Callable[[Desk], Visitor]


@pytest.fixture
def enter(
    workplace: Callable[[Desk], Workplace], opened: Callable[[Screen], Screen], qtbot: QtBot
) -> Enter:
    """Let whoever sits at a desk see Today."""
    return lambda desk: Visitor(opened(TodayScreen(workplace(desk))), qtbot)


@pytest.fixture
def ria(village: Village) -> Desk:
    return village.desk_worker()


def _request(desk: Desk, village: Village) -> int:
    resident = village.resident("Ans Smit")
    draft = RequestDraft(requester_id=resident, kind_id=1, what="Naar de kapper", needed_on=TODAY)
    return help_requests.record_request(desk, draft).subject or 0


def _entry(desk: Desk) -> int:
    draft = EntryDraft(
        level=Level.URGENT,
        situation="Deur bleef dicht",
        actions=(ActionDraft("Mw. De Wit bellen", "Ria", TODAY),),
    )
    return handover.write_entry(desk, draft).subject or 0


def test_a_new_support_point_is_greeted_and_told_what_is_not_there(ria: Desk, enter: Enter) -> None:
    visitor = enter(ria)
    for words in (
        "Goedemorgen Ria",
        "Maandag 23 november 2026, week 48",
        "Alles is gelezen",
        "Er staat nu niemand op het rooster",
        "Nog geen rooster voor week 48",
    ):
        visitor.wait_for(words)
    assert not visitor.says("Elke dienst van deze week heeft genoeg mensen.")


def test_what_was_handed_over_leads_to_its_entry(
    village: Village, ria: Desk, enter: Enter, told: Told
) -> None:
    entry = _entry(ria)
    visitor = enter(village.coordinator)
    visitor.wait_for("Deur bleef dicht")
    visitor.press("Tonen: Deur bleef dicht")
    visitor.press("Naar het logboek")
    assert told.places == [(Room.HANDOVER, entry, ""), (Room.HANDOVER, None, "")]


def test_an_action_is_done_at_once_and_can_be_taken_back(
    village: Village, ria: Desk, enter: Enter, told: Told, qtbot: QtBot
) -> None:
    _entry(ria)
    visitor = enter(village.coordinator)
    visitor.press("Gedaan: Mw. De Wit bellen")
    qtbot.waitUntil(lambda: not visitor.can_press("Gedaan: Mw. De Wit bellen"))
    assert handover.open_actions(ria) == []
    assert told.notices == ["Gedaan: Mw. De Wit bellen"]
    assert told.undo is not None
    told.undo()
    qtbot.waitUntil(lambda: visitor.can_press("Gedaan: Mw. De Wit bellen"))


def test_what_is_due_leads_to_its_request(
    village: Village, ria: Desk, enter: Enter, told: Told
) -> None:
    request = _request(ria, village)
    visitor = enter(ria)
    visitor.press("Tonen: Naar de kapper")
    visitor.press("Alle open hulpvragen (1)")
    assert told.places == [(Room.HELP_REQUESTS, request, ""), (Room.HELP_REQUESTS, None, "")]


def test_who_is_here_and_a_gap_leads_to_its_shift(
    village: Village, enter: Enter, told: Told
) -> None:
    desk = village.coordinator
    roster.make_week(desk, Week.of(TODAY))
    cells = [c for row in roster.week(desk, Week.of(TODAY)).rows for c in row.cells if c]
    now = min(cells, key=lambda cell: (cell.on, cell.start))
    wim = village.volunteer("Wim de Vries")
    roster.assign(desk, now.shift_id, wim, override_reason="Valt in")
    visitor = enter(desk)
    visitor.wait_for("Nu · ochtend 09:00–12:30")
    assert visitor.says("Wim de Vries")
    assert visitor.says("Nog geen rooster voor week 49, 50, 51.")
    visitor.press("Wie vragen voor maandag 23 november, ochtend?")
    assert told.places == [(Room.ROSTER, now.shift_id, "")]


def test_an_answer_is_read_here(village: Village, ria: Desk, enter: Enter, qtbot: QtBot) -> None:
    concern = concerns.submit_concern(ria, ConcernDraft(observed="Twee schoenen")).subject or 0
    concerns.open_escalation(village.supporter, concern)
    concerns.decide(village.supporter, concern, Decision.TAKEN_ON, "Ik ga langs")
    concerns.give_feedback(village.supporter, concern, "mw. Smit", "Dank, ik ga langs")
    visitor = enter(ria)
    visitor.wait_for("Dank, ik ga langs")
    visitor.press(next(name for name in _buttons(visitor) if name.startswith("Gelezen")))
    qtbot.waitUntil(lambda: not visitor.says("Dank, ik ga langs"))
    assert concerns.unread_feedback(ria) == []


def test_a_professional_sees_what_to_answer_and_the_desk_does_not(
    village: Village, ria: Desk, enter: Enter, told: Told
) -> None:
    concerns.submit_concern(ria, ConcernDraft(observed="Twee schoenen", is_urgent=True))
    desk = enter(ria)
    desk.wait_for("Alles is gelezen")
    assert not desk.can_press("Naar de signalen")
    desk.screen.close()
    visitor = enter(village.supporter)
    visitor.wait_for("1 signaal")
    assert not visitor.says("schoenen")
    visitor.press("Naar de signalen")
    assert told.places == [(Room.CONCERNS, None, "")]


def test_work_begins_here_by_keyboard_or_mouse(
    ria: Desk, enter: Enter, told: Told, qtbot: QtBot
) -> None:
    visitor = enter(ria)
    visitor.key(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(told.places))
    visitor.press("Signaal doorgeven")
    visitor.press("Iets overdragen")
    assert told.places == [
        (Room.HELP_REQUESTS, None, "new"),
        (Room.CONCERNS, None, "new"),
        (Room.HANDOVER, None, "new"),
    ]


def test_what_somebody_else_wrote_appears(village: Village, ria: Desk, enter: Enter) -> None:
    visitor = enter(village.coordinator)
    _request(ria, village)
    visitor.screen.refresh()
    visitor.settle()
    assert visitor.can_press("Tonen: Naar de kapper")


def _buttons(visitor: Visitor) -> list[str]:
    shown = visitor.screen.findChildren(QAbstractButton)
    return [button.accessibleName() for button in shown if button.isVisible()]


@pytest.mark.parametrize(("width", "columns"), [(1105, 3), (760, 2), (500, 1)])
def test_cards_stand_in_as_many_columns_as_have_room(
    village: Village, ria: Desk, enter: Enter, qtbot: QtBot, width: int, columns: int
) -> None:
    _entry(ria)
    visitor = enter(village.coordinator)
    visitor.wait_for("Deur bleef dicht")
    visitor.screen.resize(width, 1600)
    cards = [card for card in visitor.screen.findChildren(Card) if card.isVisible()]
    qtbot.waitUntil(lambda: len({_left(card, visitor) for card in cards}) == columns)
    qtbot.waitUntil(
        lambda: all(card.height() >= card.heightForWidth(card.width()) for card in cards)
    )


def _left(card: Card, visitor: Visitor) -> int:
    return card.mapTo(visitor.screen, QPoint()).x()


def test_the_day_goes_on_paper(ria: Desk, enter: Enter, qtbot: QtBot) -> None:
    visitor = enter(ria)
    visitor.screen.print_overview()
    qtbot.waitUntil(lambda: bool(visitor.screen.findChildren(PdfPreview)))
    preview = visitor.screen.findChild(PdfPreview)
    assert isinstance(preview, PdfPreview)
    qtbot.waitUntil(lambda: "Bladzijde 1" in preview.page_text())
    assert preview.windowTitle() == "Dagoverzicht"
    preview.close()
