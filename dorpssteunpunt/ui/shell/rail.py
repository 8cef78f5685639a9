"""The rail at the left: the rooms with their counts, and the emergency numbers at the bottom."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QButtonGroup, QFrame, QWidget

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.services.changes import Room
from dorpssteunpunt.ui.kit.buttons import Button
from dorpssteunpunt.ui.kit.labels import Text
from dorpssteunpunt.ui.kit.layouts import Column, scrolling
from dorpssteunpunt.ui.kit.theme import px, set_kind, theme

if TYPE_CHECKING:  # read when somebody comes in, not before the first paint
    from dorpssteunpunt.ui.shell.rail_button import RailButton
    from dorpssteunpunt.ui.shell.rooms import RoomDoor

_PROGRAM: Final = "Dorpssteunpunt"  # its name in every language
EMERGENCY_KEYS: Final = "Ctrl+Shift+N"
_WIDTH: Final = 204  # pixels at 100 %


class Rail(QFrame):
    """Goes from room to room; ``emergency_wanted`` also while nobody is signed in."""

    room_wanted = Signal(object)
    emergency_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        set_kind(self, "rail")
        self._narrow = self._has_icons = False
        self._buttons: dict[Room, RailButton] = {}
        self._group = QButtonGroup(self)
        column = Column(self, gap=12, margin=(8, 16, 8, 12))
        brand = column.add(Column(gap=0, margin=(12, 0, 12, 0)))
        self._program = brand.add(Text(_PROGRAM, "brand"))
        self._village = brand.add(Text())
        inside = QWidget()
        self._entries = Column(inside, gap=4)
        self._scroll = column.add(scrolling(inside), 1)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.emergency = column.add(Button(_("Emergency numbers"), "alarm"))
        self.emergency.setShortcut(QKeySequence(EMERGENCY_KEYS))
        self.emergency.clicked.connect(self.emergency_wanted)
        self.set_doorplate("", "")
        self._rescale()
        theme().changed.connect(self._rescale)

    def set_doorplate(self, name: str, village: str) -> None:
        """Say whose support point this is."""
        self._village.setText(", ".join(part for part in (name, village) if part))
        self._village.setVisible(bool(name or village))

    def show_rooms(self, doors: "Sequence[RoomDoor]") -> None:
        """Show these rooms, or none while nobody is signed in; icons come with the first call."""
        from dorpssteunpunt.ui.shell.rail_button import RailButton

        self._has_icons = True
        for button in self._buttons.values():
            self._group.removeButton(button)
        self._entries.clear()
        self._buttons = {door.room: self._entries.add(RailButton(door)) for door in doors}
        for room, button in self._buttons.items():
            self._group.addButton(button)
            button.clicked.connect(lambda _on, room=room: self.room_wanted.emit(room))
            button.set_narrow(self._narrow)
        self._entries.push()
        self._rescale()

    def show_room(self, room: Room) -> None:
        """Mark the room that is shown."""
        self._buttons[room].setChecked(True)
        self._scroll.ensureWidgetVisible(self._buttons[room])

    def show_counts(self, counts: Mapping[Room, int]) -> None:
        """Show how many things wait in each room."""
        for room, button in self._buttons.items():
            button.set_count(counts.get(room, 0))
        self._rescale()

    def button(self, room: Room) -> "RailButton":
        """Return the button of a room; raises ``KeyError`` for one that is not shown."""
        return self._buttons[room]

    def set_narrow(self, narrow: bool) -> None:
        """Put the words under the signs, or beside them."""
        if narrow != self._narrow:
            self._narrow = narrow
            for button in self._buttons.values():
                button.set_narrow(narrow)
            self._rescale()

    def _rescale(self) -> None:
        self._program.setVisible(not self._narrow)  # its name is on the window as well
        self.emergency.show_icon("phone" if self._has_icons and not self._narrow else "")
        words = [button.sizeHint().width() for button in self._buttons.values()]
        widest = max(words, default=0) + px(16 + 14)  # margins and a scroll bar
        widest = max(widest, self.emergency.sizeHint().width() + px(16) + 2)  # margins, edges
        self.setFixedWidth(widest if self._narrow else max(px(_WIDTH), widest))
