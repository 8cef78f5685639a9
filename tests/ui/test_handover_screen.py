"""A day in the handover: writing, reading, confirming, doing, correcting and printing."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from dorpssteunpunt.base.clock import ZONE
from dorpssteunpunt.domain.handover import Level
from dorpssteunpunt.services import handover
from dorpssteunpunt.services.changes import Room
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.handover import ActionDraft, EntryDraft
from dorpssteunpunt.ui.kit.pdf_preview import PdfPreview
from dorpssteunpunt.ui.kit.row_table_model import LINE_ROLE
from dorpssteunpunt.ui.kit.row_views import RowList
from dorpssteunpunt.ui.kit.screen import Screen
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.rooms.handover import detail
from dorpssteunpunt.ui.rooms.handover.screen import HandoverScreen
from tests.ui.conftest import Told
from tests.village import Village, village

DOOR = EntryDraft(
    level=Level.URGENT,
    situation="Mw. De Wit nam de deur niet open",
    contingency="Als zij niet opneemt: dorpsondersteuner bellen",
    occurred_at=datetime(2026, 11, 20, 16, 20, tzinfo=ZONE),
    actions=(ActionDraft("Mw. De Wit bellen", "Ria", date(2026, 11, 23)),),
)
KEY = EntryDraft(level=Level.STABLE, situation="Sleutel ligt bij de bakker")


@pytest.fixture
def linde(tmp_path: Path) -> Iterator[Village]:
    with village(tmp_path) as there:
        yield there


@pytest.fixture
def piet(linde: Village) -> Desk:
    return linde.desk_worker("Piet Jansen")


@pytest.fixture
def ria(linde: Village) -> Desk:
    return linde.desk_worker("Ria van den Berg")


@pytest.fixture
def room(
    workplace: Callable[[Desk], Workplace],
    opened: Callable[[Screen], Screen],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> Callable[[Desk], "OpenRoom"]:
    """Open the room for whoever sits at a desk; an entry counts as read after 50 ms."""
    monkeypatch.setattr(detail, "READING_TIME", 50)
    return lambda desk: OpenRoom(opened(HandoverScreen(workplace(desk))), qtbot)


Control = TypeVar("Control", bound=QWidget)


class OpenRoom:
    """The screen as somebody sees and works it."""

    def __init__(self, screen: Screen, qtbot: QtBot) -> None:
        self.screen, self.qtbot = screen, qtbot

    def settle(self) -> None:
        tasks = self.screen.workplace.tasks
        self.qtbot.waitUntil(lambda: not tasks.is_busy())

    def says(self, words: str) -> bool:
        return any(words in text for text in self.texts())

    def wait_for(self, words: str) -> None:
        self.qtbot.waitUntil(lambda: self.says(words))

    def texts(self) -> list[str]:
        seen = (label for label in self.screen.findChildren(QLabel) if label.isVisible())
        return [label.text() for label in seen]

    def lines(self) -> list[str]:
        rows = self.log.model()
        return [rows.index(row, 0).data(LINE_ROLE).title for row in range(rows.rowCount())]

    def marked(self) -> list[str]:
        rows = self.log.model()
        lines = [rows.index(row, 0).data(LINE_ROLE) for row in range(rows.rowCount())]
        return [line.title for line in lines if line.marked]

    @property
    def log(self) -> RowList:
        return self.screen.findChildren(RowList)[0]

    def press(self, name: str, inside: QWidget | None = None) -> None:
        found = [
            button
            for button in (inside or self.screen).findChildren(QPushButton)
            if button.isVisible() and button.accessibleName() == name
        ]
        assert found, f"no button {name}"
        self.qtbot.mouseClick(found[0], Qt.MouseButton.LeftButton)

    def choose(self, row: int) -> None:
        place = self.log.visualRect(self.log.model().index(row, 0)).center()
        self.qtbot.mouseClick(self.log.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def fields(self, name: str, kind: type[Control]) -> list[Control]:
        seen = (control for control in self.screen.findChildren(kind) if control.isVisible())
        return [control for control in seen if control.accessibleName() == name]

    def field(self, name: str, kind: type[Control]) -> Control:
        self.qtbot.waitUntil(lambda: bool(self.fields(name, kind)))
        return self.fields(name, kind)[0]

    def height_of(self, words: str) -> int:
        """Return how far below the top of the screen these words stand."""
        self.qtbot.waitUntil(lambda: self.texts().count(words) == 1)
        labels = [label for label in self.screen.findChildren(QLabel) if label.text() == words]
        (label,) = [label for label in labels if label.isVisible()]
        return label.mapTo(self.screen, QPoint()).y()

    def type_in(self, name: str, text: str, kind: type[QWidget] = QLineEdit) -> None:
        field = self.field(name, kind)
        field.setFocus()
        self.qtbot.keyClicks(field, text)


def dialog() -> QDialog:
    shown = [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]
    assert shown, "no dialog"
    return shown[-1]


def _in_focus() -> QWidget:
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused


def test_an_empty_logbook_says_what_it_is_for(ria: Desk, room: Callable[[Desk], OpenRoom]) -> None:
    here = room(ria)
    assert here.says("Er wacht niets op u")
    here.press("Alle")
    here.wait_for("Hier schrijft u wat de volgende dienst moet weten")


def test_an_entry_is_written_by_keyboard_alone(
    ria: Desk, linde: Village, room: Callable[[Desk], OpenRoom], told: Told, qtbot: QtBot
) -> None:
    here = room(ria)
    screen = here.screen
    qtbot.keyClick(screen, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    here.wait_for("Iets overdragen")
    keys = _in_focus
    assert keys().accessibleName().endswith("stabiel")
    qtbot.keyClick(keys(), Qt.Key.Key_Right)
    qtbot.keyClick(keys(), Qt.Key.Key_Right)
    qtbot.keyClick(keys(), Qt.Key.Key_Space)
    assert here.says("Bel eerst 112")
    here.type_in("Situatie", "Mw. De Wit nam de deur niet open", QPlainTextEdit)
    here.type_in("Wat moet er gebeuren?", "Mw. De Wit bellen")
    here.type_in("Uiterlijk wanneer?", "morgen")
    qtbot.keyClick(keys(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(told.notices))
    here.wait_for("Nog niemand heeft dit bevestigd.")
    assert here.log.hasFocus()
    (row,) = handover.log(linde.coordinator, None, 10).rows
    assert (row.level, row.situation) == (Level.URGENT, "Mw. De Wit nam de deur niet open")
    (action,) = handover.open_actions(linde.coordinator)
    assert (action.what, action.due_on) == ("Mw. De Wit bellen", date(2026, 11, 24))


def test_the_emergency_numbers_are_one_press_away(
    ria: Desk, room: Callable[[Desk], OpenRoom]
) -> None:
    here = room(ria)
    here.screen.begin("new")
    here.press("▲ urgent")
    here.settle()
    here.press("Noodnummers")
    assert here.says("0800-2000")


def test_what_is_refused_is_said_at_its_field_and_nothing_is_lost(
    ria: Desk, room: Callable[[Desk], OpenRoom], qtbot: QtBot
) -> None:
    here = room(ria)
    here.screen.begin("new")
    here.press("✓ stabiel")
    here.type_in("Situatie", "Zijn nummer is 111222333", QPlainTextEdit)
    here.press("Opslaan")
    here.wait_for("lijken op een burgerservicenummer")
    box = here.field("Ik heb gekeken: dit is een ander nummer", QCheckBox)
    assert here.screen.dirty()
    box.setChecked(True)
    here.press("Opslaan")
    qtbot.waitUntil(lambda: not here.screen.dirty())
    assert handover.log(ria, None, 10).rows[0].situation == "Zijn nummer is 111222333"


def test_an_entry_that_lies_open_is_read_and_one_that_flashes_by_is_not(
    piet: Desk,
    ria: Desk,
    room: Callable[[Desk], OpenRoom],
    qtbot: QtBot,
) -> None:
    first = handover.write_entry(piet, KEY).subject
    second = handover.write_entry(piet, DOOR).subject
    assert first is not None
    assert second is not None
    here = room(ria)
    assert here.marked() == [DOOR.situation, KEY.situation]
    here.choose(0)
    here.choose(1)
    qtbot.waitUntil(lambda: here.marked() == [DOOR.situation])
    assert not handover.entry_detail(ria, second).readings
    (reading,) = handover.entry_detail(ria, first).readings
    assert (reading.by, reading.words) == ("Ria van den Berg", "")


def test_reading_goes_on_to_confirming_in_ones_own_words(
    piet: Desk, ria: Desk, room: Callable[[Desk], OpenRoom], told: Told, qtbot: QtBot
) -> None:
    entry_id = handover.write_entry(piet, DOOR).subject
    assert entry_id is not None
    here = room(ria)
    here.screen.show_subject(entry_id, "acknowledge")
    qtbot.waitUntil(lambda: _in_focus().accessibleName() == "Gelezen, ik doe …")
    here.press("Bevestigen")
    here.wait_for("Vul dit nog in")
    here.type_in("Gelezen, ik doe …", "Ik bel haar om tien uur")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    here.wait_for("Ik bel haar om tien uur")
    assert not here.says("Nog niemand heeft dit bevestigd.")
    assert told.notices == ["Bevestigd. Anderen zien wat u gaat doen."]
    here.settle()
    assert here.lines() == [DOOR.situation]  # it stays while it lies open
    here.press("Open acties 1")
    here.press("Te lezen 0")
    here.settle()
    assert not here.marked()


def test_ones_own_entry_has_nothing_to_confirm(
    piet: Desk, room: Callable[[Desk], OpenRoom]
) -> None:
    entry_id = handover.write_entry(piet, KEY).subject
    here = room(piet)
    here.screen.show_subject(entry_id or 0)
    here.wait_for("Sleutel ligt bij de bakker")
    assert not here.says("Gelezen, ik doe …")


def test_an_action_is_ticked_and_taken_back(
    piet: Desk, ria: Desk, room: Callable[[Desk], OpenRoom], told: Told, qtbot: QtBot
) -> None:
    entry_id = handover.write_entry(piet, DOOR).subject
    here = room(ria)
    here.screen.show_subject(entry_id or 0)
    here.wait_for("Wat er moet gebeuren")
    box = here.field("Mw. De Wit bellen, Ria · uiterlijk ma 23 nov", QCheckBox)
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton)
    done = "Mw. De Wit bellen, gedaan ma 23 nov 09:30 door Ria van den Berg"
    qtbot.waitUntil(lambda: box.accessibleName() == done)
    assert told.notices == ["Gedaan: Mw. De Wit bellen"]
    assert told.undo is not None
    told.undo()
    qtbot.waitUntil(lambda: box.accessibleName() != done)
    assert len(handover.open_actions(ria)) == 1


def test_an_action_is_added_to_an_entry(
    piet: Desk, ria: Desk, room: Callable[[Desk], OpenRoom], qtbot: QtBot
) -> None:
    entry_id = handover.write_entry(piet, KEY).subject
    here = room(ria)
    here.screen.show_subject(entry_id or 0)
    here.wait_for("Sleutel ligt bij de bakker")
    here.press("Actie toevoegen")
    asked = dialog()
    qtbot.keyClicks(asked.findChildren(QLineEdit)[0], "Sleutel ophalen")
    here.press("Opslaan", asked)
    qtbot.waitUntil(lambda: bool(handover.open_actions(ria)))
    assert not here.field("Sleutel ophalen", QCheckBox).isChecked()


def test_an_action_that_was_being_written_is_still_there_after_somebody_else(
    piet: Desk, ria: Desk, room: Callable[[Desk], OpenRoom], qtbot: QtBot
) -> None:
    entry_id = handover.write_entry(piet, KEY).subject or 0
    here = room(ria)
    here.screen.show_subject(entry_id)
    here.wait_for("Sleutel ligt bij de bakker")
    here.press("Actie toevoegen")
    qtbot.keyClicks(dialog().findChildren(QLineEdit)[0], "Sleutel ophalen")
    drafts = here.screen.drafts()
    dialog().hide()
    here.screen.close()
    later = room(ria)
    later.screen.take_up(drafts)
    assert later.screen.dirty()
    later.press("Opslaan", dialog())
    qtbot.waitUntil(lambda: bool(handover.open_actions(ria)))
    (action,) = handover.open_actions(ria)
    assert (action.what, action.entry_id) == ("Sleutel ophalen", entry_id)


def test_a_correction_stands_above_what_was_written_first(
    piet: Desk, ria: Desk, room: Callable[[Desk], OpenRoom], qtbot: QtBot
) -> None:
    entry_id = handover.write_entry(piet, KEY).subject
    here = room(ria)
    here.screen.show_subject(entry_id or 0)
    here.wait_for("Sleutel ligt bij de bakker")
    here.press("Corrigeren")
    situation = here.field("Situatie", QPlainTextEdit)
    assert situation.toPlainText() == "Sleutel ligt bij de bakker"
    situation.selectAll()
    here.type_in("Situatie", "Sleutel ligt bij de slager", QPlainTextEdit)
    here.press("Opslaan")
    here.wait_for("Gecorrigeerd door Ria van den Berg")
    here.settle()
    assert here.height_of("Sleutel ligt bij de slager") < here.height_of("Wat er eerst stond")
    assert here.height_of("Wat er eerst stond") < here.height_of("Sleutel ligt bij de bakker")


def test_what_is_half_written_waits_while_something_is_looked_up(
    piet: Desk, ria: Desk, room: Callable[[Desk], OpenRoom]
) -> None:
    handover.write_entry(piet, KEY)
    here = room(ria)
    here.screen.begin("new")
    here.type_in("Situatie", "Er is iets met", QPlainTextEdit)
    here.choose(0)
    here.wait_for("Nog niemand heeft dit bevestigd.")
    here.press("Verder schrijven")
    situation = here.field("Situatie", QPlainTextEdit)
    assert situation.toPlainText() == "Er is iets met"


def test_what_was_typed_comes_back_after_the_lock(
    piet: Desk,
    ria: Desk,
    workplace: Callable[[Desk], Workplace],
    room: Callable[[Desk], OpenRoom],
    opened: Callable[[Screen], Screen],
    qtbot: QtBot,
) -> None:
    entry_id = handover.write_entry(piet, DOOR).subject
    here = room(ria)
    here.screen.show_subject(entry_id or 0, "acknowledge")
    here.wait_for("Gelezen, ik doe …")
    here.type_in("Gelezen, ik doe …", "Ik bel")
    here.screen.begin("new")
    here.type_in("Situatie", "Er is iets met", QPlainTextEdit)
    here.type_in("Wat moet er gebeuren?", "Bellen")
    drafts = here.screen.drafts()
    here.screen.close()
    after = room(ria)
    after.screen.take_up(drafts)
    situation = after.field("Situatie", QPlainTextEdit)
    assert situation.toPlainText() == "Er is iets met"
    assert after.screen.dirty()
    after.screen.show_subject(entry_id or 0)
    after.wait_for("Gelezen, ik doe …")
    words = after.field("Gelezen, ik doe …", QLineEdit)
    qtbot.waitUntil(lambda: words.text() == "Ik bel")


def test_a_signal_takes_its_entry_along(
    piet: Desk, ria: Desk, room: Callable[[Desk], OpenRoom], told: Told
) -> None:
    entry_id = handover.write_entry(piet, DOOR).subject
    here = room(ria)
    here.screen.show_subject(entry_id or 0)
    here.wait_for("Wat er moet gebeuren")
    here.press("Signaal doorgeven")
    assert told.places == [(Room.CONCERNS, entry_id, "new_from_entry")]


def test_typed_words_narrow_the_list(
    piet: Desk, ria: Desk, room: Callable[[Desk], OpenRoom], qtbot: QtBot
) -> None:
    handover.write_entry(piet, DOOR)
    handover.write_entry(piet, KEY)
    here = room(ria)
    here.type_in("Zoek in de overdracht", "sleutel")
    qtbot.waitUntil(lambda: here.lines() == [KEY.situation])
    here.type_in("Zoek in de overdracht", " fiets")
    here.wait_for("Hier staat niets met deze woorden.")


def test_only_the_coordinator_is_asked_to_watch_over_what_nobody_confirmed(
    linde: Village, piet: Desk, room: Callable[[Desk], OpenRoom]
) -> None:
    handover.write_entry(piet, KEY)
    linde.clock.moment += timedelta(days=30)
    names = [b.accessibleName() for b in room(piet).screen.findChildren(QPushButton)]
    assert "Urgent" in names
    assert not any(name.startswith("Door niemand") for name in names)
    here = room(linde.coordinator)
    assert here.says("Er wacht niets op u")
    here.press("Door niemand bevestigd 1")
    here.settle()
    assert here.lines() == [KEY.situation]


def test_the_last_seven_days_are_put_on_paper(
    linde: Village, piet: Desk, ria: Desk, room: Callable[[Desk], OpenRoom], qtbot: QtBot
) -> None:
    handover.write_entry(piet, replace(DOOR, occurred_at=None))
    here = room(ria)
    here.press("Afdrukken…")
    asked = dialog()
    days = [field.text() for field in asked.findChildren(QLineEdit)]
    assert days == ["17-11-2026", "23-11-2026"]
    here.press("Voorbeeld bekijken", asked)
    qtbot.waitUntil(lambda: bool(here.screen.findChildren(PdfPreview)))
    preview = here.screen.findChildren(PdfPreview)[0]
    buttons = {button.accessibleName(): button for button in preview.findChildren(QPushButton)}
    qtbot.waitUntil(buttons["Afdrukken"].isEnabled, timeout=10_000)
    preview.close()


def test_a_backward_period_is_said_at_its_field(
    ria: Desk, room: Callable[[Desk], OpenRoom], qtbot: QtBot
) -> None:
    here = room(ria)
    here.screen.print_overview()
    asked = dialog()
    last = asked.findChildren(QLineEdit)[1]
    last.selectAll()
    qtbot.keyClicks(last, "1-11-2026")
    here.press("Voorbeeld bekijken", asked)
    qtbot.waitUntil(
        lambda: any("ligt voor de eerste" in label.text() for label in asked.findChildren(QLabel))
    )
    asked.close()


def test_the_model_of_the_list_keeps_the_promises_of_a_model(
    piet: Desk, ria: Desk, room: Callable[[Desk], OpenRoom]
) -> None:
    here = room(ria)
    tester = QAbstractItemModelTester(
        here.log.model(), QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    handover.write_entry(piet, DOOR)
    handover.write_entry(piet, KEY)
    here.screen.refresh()
    here.settle()
    assert here.lines() == [KEY.situation, DOOR.situation]
    assert tester.model() is here.log.model()
