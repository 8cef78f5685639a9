"""The frame of the window: rail, search, menu, notices, and the lock that hides and keeps."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any, ClassVar, cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from dorpssteunpunt.base.clock import ZONE, FixedClock
from dorpssteunpunt.base.i18n import use_language
from dorpssteunpunt.domain.accounts import Right, Role, may
from dorpssteunpunt.services.changes import Room, changed
from dorpssteunpunt.services.faults import DiskFull, FolderReadOnly
from dorpssteunpunt.services.founding import default_emergency_numbers
from dorpssteunpunt.ui.kit.appearance import restore_appearance
from dorpssteunpunt.ui.kit.buttons import primary
from dorpssteunpunt.ui.kit.dialogs import confirm
from dorpssteunpunt.ui.kit.labels import Text
from dorpssteunpunt.ui.kit.layouts import Column
from dorpssteunpunt.ui.kit.palettes import Mode
from dorpssteunpunt.ui.kit.screen import Drafts, Screen
from dorpssteunpunt.ui.kit.suggestions import Suggestions
from dorpssteunpunt.ui.kit.tasks import Tasks
from dorpssteunpunt.ui.kit.theme import apply_theme, theme
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.shell import frame as frame_module
from dorpssteunpunt.ui.shell.frame import Frame, Person, Sources
from dorpssteunpunt.ui.shell.idle_lock import IdleLock
from dorpssteunpunt.ui.shell.main_window import MainWindow
from dorpssteunpunt.ui.shell.rooms import rooms_for
from dorpssteunpunt.ui.shell.top_bar import SearchHit

MORNING = datetime(2026, 11, 23, 10, 42, tzinfo=ZONE)
RIA, MIEKE = 1, 2


class PaperRoom(Screen):
    """A room that notes what the window asks of it."""

    watches: ClassVar[frozenset[Room]] = frozenset({Room.PEOPLE})
    can_print: ClassVar[bool] = True

    def __init__(self, room: Room, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.room = room
        self.asked: list[Any] = []
        column = Column(self, margin=20)
        self.new_button = column.add(
            primary("Nieuw", lambda: self.asked.append("new"), "", "Ctrl+N")
        )
        self.box = column.add(QLineEdit())
        self.box.setAccessibleName("Tekst")

    def refresh(self) -> None:
        self.asked.append("refresh")

    def show_subject(self, subject: int, action: str = "") -> None:
        self.asked.append((subject, action))

    def begin(self, action: str) -> None:
        self.asked.append(action)

    def print_overview(self) -> None:
        self.asked.append("print")

    def dirty(self) -> bool:
        return bool(self.box.text())

    def drafts(self) -> Drafts:
        return {"box": self.box.text()}

    def take_up(self, drafts: Drafts) -> None:
        self.box.setText(drafts["box"])


@dataclass
class Village:
    """The window with somebody at the desk, and what it asked of the store."""

    window: MainWindow
    tasks: Tasks
    hits: Sequence[SearchHit] = ()
    searched: list[str] = field(default_factory=list)
    waiting: Mapping[Room, int] = field(default_factory=dict)
    manual: list[Room | None] = field(default_factory=list)

    def enter(self, account: int = RIA, role: Role = Role.COORDINATOR) -> None:
        """Let somebody in."""
        desk = SimpleNamespace(clock=FixedClock(MORNING))
        workplace = Workplace(
            desk=cast(Any, desk),
            tasks=self.tasks,
            sheets=cast(Any, None),
            files=cast(Any, None),
            tables=cast(Any, None),
            planner=cast(Any, None),
            navigate=self.window.navigate,
            notify=self.window.notify,
            restore=lambda: None,
        )
        person = Person(account, "Ria van den Berg", "coördinator", lambda right: may(role, right))
        self.window.enter(workplace, person, Sources(self.search, lambda: self.waiting))

    def search(self, typed: str) -> Sequence[SearchHit]:
        """Answer the search box."""
        self.searched.append(typed)
        return self.hits

    @property
    def frame(self) -> Frame:
        """The rooms of who is in."""
        assert self.window.frame is not None
        return self.window.frame

    def screen(self, room: Room) -> PaperRoom:
        """Return a room."""
        screen = self.frame.screen_of(room)
        assert isinstance(screen, PaperRoom)
        return screen


@pytest.fixture
def village(
    app: QApplication, tasks: Tasks, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Village]:
    """A locked window whose rooms are of paper."""
    monkeypatch.setattr(frame_module, "open_screen", PaperRoom)
    manual: list[Room | None] = []
    window = MainWindow(
        tasks,
        numbers=default_emergency_numbers,
        open_manual=manual.append,
        choose_language=use_language,
    )
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show_sign_in(QWidget())
    window.show()
    with qtbot.waitExposed(window):
        window.activateWindow()
    yield Village(window, tasks, manual=manual)
    window.forget_person()


def dialogs_in_sight() -> list[QDialog]:
    """Return the dialogs that are open."""
    tops = QApplication.topLevelWidgets()
    return [each for each in tops if isinstance(each, QDialog) and each.isVisible()]


def entries(menu: QMenu) -> dict[str, QAction]:
    """Return every entry of a menu and the menus in it, by its words without the shortcut."""
    found: dict[str, QAction] = {}
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            inner.aboutToShow.emit()
            found |= entries(inner)
        elif action.text():
            found[action.text().partition("\t")[0]] = action
    return found


def test_the_rail_shows_the_rooms_that_somebody_may_see() -> None:
    everything = rooms_for(lambda _right: True)
    titles = "Vandaag Hulpvragen Rooster Overdracht Mensen Signalen Overzichten Beheer"
    assert [door.title for door in everything] == titles.split()
    doors = rooms_for(lambda right: right is Right.ROSTER)
    assert [door.room for door in doors] == [
        Room.TODAY,
        Room.ROSTER,
        Room.OVERVIEWS,
        Room.SETTINGS,
    ]


def test_who_comes_in_stands_at_today(village: Village) -> None:
    village.enter()
    assert village.frame.room() is Room.TODAY
    assert village.window.rail.button(Room.TODAY).isChecked()
    assert village.screen(Room.TODAY).asked == ["refresh"]


def test_a_room_is_opened_when_it_is_first_wanted(village: Village, qtbot: QtBot) -> None:
    village.enter()
    qtbot.mouseClick(village.window.rail.button(Room.PEOPLE), Qt.MouseButton.LeftButton)
    assert village.frame.room() is Room.PEOPLE
    assert village.screen(Room.PEOPLE).asked == ["refresh"]
    village.window.navigate(Room.ROSTER, 7, "swap")
    assert village.screen(Room.ROSTER).asked == ["refresh", (7, "swap")]
    village.window.navigate(Room.ROSTER, action="new")
    assert village.screen(Room.ROSTER).asked[-1] == "new"


def test_the_keyboard_comes_along_to_another_room(village: Village, qtbot: QtBot) -> None:
    village.enter()
    assert village.screen(Room.TODAY).new_button.hasFocus()
    qtbot.keyClick(village.window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert village.screen(Room.ROSTER).new_button.hasFocus()
    on_the_rail = village.window.rail.button(Room.PEOPLE)
    qtbot.waitUntil(on_the_rail.isVisible)
    on_the_rail.setFocus()
    qtbot.keyClick(on_the_rail, Qt.Key.Key_Space)
    assert village.frame.room() is Room.PEOPLE
    assert on_the_rail.hasFocus()


def test_only_screens_that_are_concerned_are_refreshed(village: Village, qtbot: QtBot) -> None:
    village.enter()
    village.window.navigate(Room.ROSTER)
    village.window.navigate(Room.PEOPLE)
    people, roster = village.screen(Room.PEOPLE), village.screen(Room.ROSTER)
    for screen in (people, roster):
        screen.asked.clear()
    with qtbot.waitSignal(village.tasks.changed):
        village.tasks.run(lambda: changed(Room.HANDOVER))
    assert people.asked == []
    with qtbot.waitSignal(village.tasks.changed):
        village.tasks.run(lambda: changed(Room.PEOPLE))
    assert people.asked == ["refresh"]
    assert roster.asked == []
    village.window.navigate(Room.ROSTER)
    assert roster.asked == ["refresh"]
    village.window.navigate(Room.PEOPLE)
    assert people.asked == ["refresh"]


def test_what_waits_is_counted_on_the_rail_after_a_write(village: Village, qtbot: QtBot) -> None:
    village.enter()
    village.waiting = {Room.HELP_REQUESTS: 6}
    village.tasks.run(lambda: changed(Room.HELP_REQUESTS))
    button = village.window.rail.button(Room.HELP_REQUESTS)
    qtbot.waitUntil(lambda: button.count() == 6)
    assert button.accessibleName() == "Hulpvragen, 6 wachten"


def test_what_was_done_is_told_and_undone_by_key(village: Village, qtbot: QtBot) -> None:
    village.enter()
    undone: list[bool] = []
    village.window.notify("Opgeslagen", lambda: undone.append(True))
    assert village.frame.notice.text() == "Opgeslagen"
    village.screen(Room.TODAY).new_button.setFocus()
    qtbot.keyClick(village.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == [True]


def test_search_finds_and_goes_there(village: Village, qtbot: QtBot) -> None:
    village.enter()
    village.hits = (SearchHit(Room.PEOPLE, 12, "Łukasz Nowak", "vrijwilliger"),)
    qtbot.keyClick(village.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    box = village.frame.top_bar.search
    assert box.hasFocus()
    event = QInputMethodEvent()
    event.setCommitString("łuk")
    QApplication.sendEvent(box, event)
    suggestions = box.findChild(Suggestions)
    assert suggestions is not None
    qtbot.waitUntil(suggestions.isVisible)
    assert village.searched == ["łuk"]
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert village.screen(Room.PEOPLE).asked == ["refresh", (12, "")]
    assert box.text() == ""


def test_more_hits_than_are_shown_stay_in_sight(village: Village, qtbot: QtBot) -> None:
    village.enter()
    village.hits = tuple(SearchHit(Room.PEOPLE, number, f"Jan {number}") for number in range(15))
    box = village.frame.top_bar.search
    box.setFocus()
    qtbot.keyClicks(box, "jan")
    suggestions = box.findChild(Suggestions)
    assert suggestions is not None
    qtbot.waitUntil(suggestions.isVisible)
    assert suggestions.verticalScrollBar().isVisible()


def test_search_says_when_there_is_nothing(village: Village, qtbot: QtBot) -> None:
    village.enter()
    box = village.frame.top_bar.search
    box.setFocus()
    qtbot.keyClicks(box, "xyz")
    suggestions = box.findChild(Suggestions)
    assert suggestions is not None
    qtbot.waitUntil(suggestions.isVisible)
    room = village.frame.room()
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert village.frame.room() is room


def test_every_action_has_an_entry_in_the_menu(village: Village) -> None:
    village.enter()
    menu = village.frame.top_bar.menu_button.menu()
    found = entries(menu)
    for words in (
        *("Hulpvragen", "Rooster", "Beheer"),
        *("Nieuw", "Opslaan", "Dit scherm afdrukken", "Vernieuwen", "Ongedaan maken", "Zoeken"),
        *("Grotere tekst", "Kleinere tekst", "Gewone tekst", "Licht", "Donker", "Hoog contrast"),
        *("Noodnummers", "Handleiding", "Vergrendelen of van persoon wisselen"),
        "Programma sluiten",
    ):
        assert words in found, words
    found["Nieuw"].trigger()
    found["Dit scherm afdrukken"].trigger()
    found["Vernieuwen"].trigger()
    assert village.screen(Room.TODAY).asked == ["refresh", "new", "print", "refresh"]
    found["Rooster"].trigger()
    assert village.frame.room() is Room.ROSTER
    found["Handleiding"].trigger()
    assert village.manual == [Room.ROSTER]


def test_rooms_and_text_size_have_keys(village: Village, qtbot: QtBot) -> None:
    village.enter()
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(village.window, Qt.Key.Key_3, control)
    assert village.frame.room() is Room.ROSTER
    qtbot.keyClick(village.window, Qt.Key.Key_Plus, control)
    assert theme().percent == 110
    qtbot.keyClick(village.window, Qt.Key.Key_Minus, control)
    assert theme().percent == 100


def test_the_look_is_remembered(village: Village, app: QApplication) -> None:
    village.enter()
    found = entries(village.frame.top_bar.menu_button.menu())
    found["Donker"].trigger()
    found["Grotere tekst"].trigger()
    apply_theme(app, Mode.LIGHT, 100)
    restore_appearance(app)
    assert (theme().mode, theme().percent) == (Mode.DARK, 110)


def test_locking_hides_the_rooms_and_what_stands_over_them(village: Village, qtbot: QtBot) -> None:
    village.enter()
    village.screen(Room.TODAY).box.setText("mevrouw Jansen")
    confirm(village.screen(Room.TODAY), "Verwijderen?", "Mevrouw Jansen", "Ja", lambda: None)
    with qtbot.waitSignal(village.window.locked):
        village.window.lock()
    way_in = QLineEdit()
    village.window.show_sign_in(way_in)
    assert way_in.isVisible()
    assert not village.frame.isVisible()
    assert dialogs_in_sight() == []
    village.window.navigate(Room.PEOPLE)
    assert not village.frame.isVisible()
    assert village.window.kept_account() == RIA


def test_the_same_person_finds_everything_as_it_was(village: Village) -> None:
    village.enter()
    village.window.navigate(Room.PEOPLE)
    people = village.screen(Room.PEOPLE)
    people.box.setText("half getypt")
    confirm(people, "Verwijderen?", "Mevrouw Jansen", "Ja", lambda: None)
    village.window.lock()
    village.window.show_sign_in(QWidget())
    village.window.resume()
    assert village.frame.room() is Room.PEOPLE
    assert village.screen(Room.PEOPLE) is people
    assert people.box.text() == "half getypt"
    assert len(dialogs_in_sight()) == 1


def test_what_somebody_typed_waits_while_another_works(village: Village) -> None:
    village.enter(RIA)
    village.window.navigate(Room.PEOPLE)
    village.screen(Room.PEOPLE).box.setText("half getypt")
    village.window.lock()
    village.enter(MIEKE)
    assert village.screen(Room.PEOPLE).box.text() == ""
    village.window.lock()
    village.enter(RIA)
    assert village.screen(Room.PEOPLE).box.text() == "half getypt"


def test_a_change_while_locked_is_shown_after_coming_back(village: Village, qtbot: QtBot) -> None:
    village.enter()
    today = village.screen(Room.TODAY)
    village.window.lock()
    village.window.show_sign_in(QWidget())
    today.asked.clear()
    with qtbot.waitSignal(village.tasks.changed):
        village.tasks.run(lambda: changed(Room.PEOPLE))
    assert today.asked == []
    village.window.resume()
    assert today.asked == ["refresh"]


def test_emergency_numbers_are_shown_while_locked(village: Village, qtbot: QtBot) -> None:
    qtbot.mouseClick(village.window.rail.emergency, Qt.MouseButton.LeftButton)
    (dialog,) = dialogs_in_sight()
    words = " ".join(label.text() for label in dialog.findChildren(Text))
    assert "112" in words
    numbers = {label.text() for label in dialog.findChildren(QLabel)}
    assert {number.number for number in default_emergency_numbers()} <= numbers
    dialog.close()


def test_a_trouble_is_told_once_however_often_it_comes(village: Village, qtbot: QtBot) -> None:
    village.enter()
    for _each in range(3):
        village.tasks.troubled.emit(FolderReadOnly(Path("dorpssteunpunt.store")))
    (dialog,) = dialogs_in_sight()
    assert len(dialog.findChildren(Text)) == 2  # a title and one sentence
    (close,) = dialog.findChildren(QPushButton)
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialogs_in_sight() == [])
    village.tasks.troubled.emit(FolderReadOnly(Path("dorpssteunpunt.store")))
    assert len(dialogs_in_sight()) == 1


def test_a_full_disk_stands_above_the_rooms_until_something_is_saved(village: Village) -> None:
    village.enter()
    frame = village.window.frame
    assert frame is not None
    for _each in range(2):
        village.tasks.troubled.emit(DiskFull(Path("dorpssteunpunt.store")))
    assert dialogs_in_sight() == []
    assert len(frame.standing.texts()) == 1
    village.tasks.changed.emit(changed(Room.HANDOVER))
    assert frame.standing.texts() == []
    assert "10:42" in " ".join(label.text() for label in frame.status.findChildren(QLabel))


@pytest.mark.parametrize("mode", list(Mode))
@pytest.mark.parametrize(("width", "percent"), [(1366, 100), (1024, 100), (1366, 200), (1024, 200)])
def test_nothing_of_the_frame_is_cut(
    village: Village, app: QApplication, qtbot: QtBot, mode: Mode, width: int, percent: int
) -> None:
    apply_theme(app, mode, percent)
    village.enter()
    village.window.resize(width, 768)
    app.sendPostedEvents()
    assert village.window.width() == width
    bar = village.frame.top_bar
    assert bar.lock_button.isVisible() == ((width, percent) != (1024, 200))
    shown = [button for button in bar.findChildren(QPushButton) if button.isVisible()]
    assert bar.menu_button in shown
    for pressed in shown:
        assert pressed.width() >= pressed.sizeHint().width(), pressed.text()
        right = pressed.mapTo(village.window, QPoint(pressed.width(), 0)).x()
        assert right <= village.window.width(), pressed.text()
    hint = bar.search.placeholderText()
    assert bar.search.fontMetrics().horizontalAdvance(hint) <= bar.search.hint_room()
    rail = village.window.rail
    for room in Room:
        button = rail.button(room)
        qtbot.waitUntil(partial(_fits, button))
    assert rail.emergency.width() >= rail.emergency.sizeHint().width()
    assert rail.emergency.isVisible()


def _fits(widget: QWidget) -> bool:
    needed = widget.sizeHint()
    return widget.width() >= needed.width() and widget.height() >= needed.height()


class Hand:
    """A clock that is turned by hand, in seconds."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def test_the_desk_locks_when_nobody_touches_it(app: QApplication, qtbot: QtBot) -> None:
    hand = Hand()
    idle = IdleLock(app, hand)
    told: list[bool] = []
    idle.idle.connect(lambda: told.append(True))
    box = QLineEdit()
    qtbot.addWidget(box)
    idle.lock_after(5)
    idle.watch()
    hand.seconds = 299
    idle.look()
    assert told == []
    qtbot.keyClick(box, Qt.Key.Key_A)
    hand.seconds = 299 + 299
    idle.look()
    assert told == []
    hand.seconds = 299 + 300
    idle.look()
    idle.look()
    assert told == [True]
    idle.lock_after(0)


def test_a_touch_after_the_time_is_up_comes_too_late(app: QApplication, qtbot: QtBot) -> None:
    hand = Hand()
    idle = IdleLock(app, hand)
    told: list[bool] = []
    idle.idle.connect(lambda: told.append(True))
    box = QLineEdit()
    qtbot.addWidget(box)
    idle.lock_after(5)
    idle.watch()
    hand.seconds = 3600  # the lid was closed for an hour
    qtbot.keyClick(box, Qt.Key.Key_A)
    assert told == [True]
    idle.lock_after(0)


def test_it_watches_on_by_itself_after_a_touch(app: QApplication, qtbot: QtBot) -> None:
    hand = Hand()
    idle = IdleLock(app, hand)
    box = QLineEdit()
    qtbot.addWidget(box)
    idle.lock_after(5)

    def is_seen() -> bool:
        qtbot.keyClick(box, Qt.Key.Key_A)
        return idle.seconds_untouched() == 0

    for hand.seconds in (100.0, 200.0):
        qtbot.waitUntil(is_seen)
    idle.lock_after(0)


def test_without_a_time_it_never_locks(app: QApplication) -> None:
    hand = Hand()
    idle = IdleLock(app, hand)
    idle.idle.connect(lambda: pytest.fail("locked"))
    idle.lock_after(0)
    hand.seconds = 1e6
    idle.look()


def test_closing_is_told_before_it_happens(village: Village, qtbot: QtBot) -> None:
    with qtbot.waitSignal(village.window.closing):
        village.window.close()
