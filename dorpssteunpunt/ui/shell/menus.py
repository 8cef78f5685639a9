"""The menu of the window: every action has an entry here, with its shortcut beside it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final, Protocol

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from dorpssteunpunt.base.i18n import _, current_language
from dorpssteunpunt.services.changes import Room
from dorpssteunpunt.ui.kit import appearance
from dorpssteunpunt.ui.kit.buttons import Button, without_facts
from dorpssteunpunt.ui.kit.palettes import Mode
from dorpssteunpunt.ui.kit.theme import theme
from dorpssteunpunt.ui.shell.rail import EMERGENCY_KEYS
from dorpssteunpunt.ui.shell.rooms import RoomDoor

_LANGUAGES: Final = {"nl": "Nederlands", "en": "English"}  # each in its own language


class Actions(Protocol):
    """What the menu asks of the rooms it belongs to."""

    def show_room(self, room: Room) -> None: ...
    def screen_in_sight(self) -> QWidget | None: ...
    def focus_search(self) -> None: ...
    def save(self) -> None: ...
    def undo(self) -> None: ...
    def redo(self) -> None: ...
    def undo_words(self) -> str: ...
    def redo_words(self) -> str: ...
    def print_overview(self) -> None: ...
    def refresh(self) -> None: ...


@dataclass(frozen=True, slots=True)
class WindowActions:
    """What the menu asks of the window, which has the shortcuts of these also while locked."""

    lock: Callable[[], object]
    show_emergency_numbers: Callable[[], object]
    open_manual: Callable[[], object]
    choose_language: Callable[[str], object]
    close: Callable[[], object]


class Menu(QMenu):
    """The one menu; its actions belong to ``owner`` and work by shortcut while that is in sight."""

    def __init__(
        self, owner: QWidget, actions: Actions, window: WindowActions, doors: Sequence[RoomDoor]
    ) -> None:
        super().__init__(owner)
        self._owner, self._actions = owner, actions
        self._add_rooms(doors)
        self._add_screen()
        self._add_appearance()
        self._add_languages(window.choose_language)
        self.addSeparator()
        self._add_undo()
        self._add(self, _("Search"), actions.focus_search, "Ctrl+K")
        _mention(self, _("Emergency numbers"), window.show_emergency_numbers, EMERGENCY_KEYS)
        _mention(self, _("Manual"), window.open_manual, "F1")
        self.addSeparator()
        self._add(self, _("Lock or change person"), window.lock, "Ctrl+L")
        self._add(self, _("Close the program"), window.close, "Ctrl+Q")

    def _add_rooms(self, doors: Sequence[RoomDoor]) -> None:
        menu = self.addMenu(_("Go to"))
        for number, door in enumerate(doors, start=1):
            go = partial(self._actions.show_room, door.room)
            self._add(menu, door.title, go, f"Ctrl+{number}")

    def _add_screen(self) -> None:
        menu = self.addMenu(_("This screen"))
        keys = QKeySequence.StandardKey
        fixed = (
            self._add(menu, _("Save"), self._actions.save, keys.Save),
            self._add(menu, _("Print this screen"), self._actions.print_overview, keys.Print),
            self._add(menu, _("Refresh"), self._actions.refresh, "F5"),
        )

        def list_buttons() -> None:
            menu.clear()
            for button in _buttons_with_shortcut(self._actions.screen_in_sight()):
                entry = menu.addAction(_entry(button))
                entry.setEnabled(button.isEnabled())
                entry.triggered.connect(lambda _on, button=button: button.click())
            menu.addSeparator()
            menu.addActions(fixed)

        menu.aboutToShow.connect(list_buttons)

    def _add_appearance(self) -> None:
        menu = self.addMenu(_("Appearance"))
        _mention(menu, _("Larger text"), appearance.enlarge_text, "Ctrl++")
        _mention(menu, _("Smaller text"), appearance.reduce_text, "Ctrl+-")
        _mention(menu, _("Normal text"), appearance.reset_text, "Ctrl+0")
        menu.addSeparator()
        group = QActionGroup(menu)
        for mode in Mode:
            choose = partial(appearance.choose_mode, mode)
            entry = self._add(menu, appearance.mode_word(mode), choose)
            entry.setCheckable(True)
            group.addAction(entry)
            entry.setData(mode)

        def tick() -> None:
            for entry in group.actions():
                entry.setChecked(entry.data() == theme().mode)

        menu.aboutToShow.connect(tick)

    def _add_undo(self) -> None:
        actions = self._actions
        undo = self._add(self, _("Undo"), actions.undo, QKeySequence.StandardKey.Undo)
        redo = self._add(self, _("Redo"), actions.redo, "Ctrl+Shift+Z", "Ctrl+Y")

        def name() -> None:
            for entry, words, what in (
                (undo, _("Undo"), actions.undo_words()),
                (redo, _("Redo"), actions.redo_words()),
            ):
                entry.setText(": ".join(filter(None, (words, what))).replace("&", "&&"))

        self.aboutToShow.connect(name)

    def _add_languages(self, choose: Callable[[str], object]) -> None:
        menu = self.addMenu(_("Language"))
        for code, words in _LANGUAGES.items():
            entry = self._add(menu, words, partial(choose, code))
            entry.setCheckable(True)
            entry.setChecked(code == current_language())

    def _add(
        self,
        menu: QMenu,
        words: str,
        call: Callable[[], object],
        *shortcuts: QKeySequence.StandardKey | str,
    ) -> QAction:
        action = QAction(words.replace("&", "&&"), self._owner)
        action.setShortcuts([QKeySequence(shortcut) for shortcut in shortcuts])
        action.triggered.connect(without_facts(call))
        self._owner.addAction(action)
        menu.addAction(action)
        return action


def _mention(menu: QMenu, words: str, call: Callable[[], object], keys: str) -> None:
    """Add an entry for what has its shortcut elsewhere, also while nobody is signed in."""
    shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    menu.addAction(f"{words.replace('&', '&&')}\t{shown}").triggered.connect(without_facts(call))


def _buttons_with_shortcut(screen: QWidget | None) -> Sequence[Button]:
    if screen is None:
        return ()
    buttons = screen.findChildren(Button)
    return [button for button in buttons if not button.shortcut().isEmpty() and button.isVisible()]


def _entry(button: Button) -> str:
    keys = button.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return f"{button.accessibleName().replace('&', '&&')}\t{keys}"
