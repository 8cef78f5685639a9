"""The bar at the top: search through everything, who is at the desk, and the lock."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QMenu, QSizePolicy, QWidget

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.services.changes import Room
from dorpssteunpunt.ui.kit.buttons import Button, secondary
from dorpssteunpunt.ui.kit.labels import Elided
from dorpssteunpunt.ui.kit.layouts import Column, Row
from dorpssteunpunt.ui.kit.row_table_model import Line
from dorpssteunpunt.ui.kit.search_line import SearchLine
from dorpssteunpunt.ui.kit.suggestions import PAUSE, SHORTEST, Suggestions
from dorpssteunpunt.ui.kit.tasks import Tasks
from dorpssteunpunt.ui.kit.theme import colour, px, set_kind, set_look_property, theme


@dataclass(frozen=True, slots=True)
class SearchHit:
    """Something that was found: where it is, and how it is told from the others."""

    room: Room
    subject: int
    title: str
    second: str = ""


_KEYS: Final = "Ctrl+K"

Search = Callable[[str], Sequence[SearchHit]]


class SearchBox(SearchLine):
    """Finds people, requests and entries while somebody types; ``found`` tells what was taken."""

    found = Signal(object)

    def __init__(self, tasks: Tasks, search: Search) -> None:
        super().__init__(_("Search people, requests, handover"), _("Search"))
        self._tasks, self._search = tasks, search
        self._hits: Sequence[SearchHit] = ()
        self.setToolTip(_KEYS)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._suggestions = Suggestions(self)
        self._suggestions.taken.connect(self._taken)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._ask)
        self.textEdited.connect(self._typed)
        self._rescale()
        theme().changed.connect(self._rescale)

    def _typed(self, text: str) -> None:
        if len(text.strip()) < SHORTEST:
            self._pause.stop()
            self._suggestions.hide()
        else:
            self._pause.start()

    def _ask(self) -> None:
        typed = self.text().strip()
        self._tasks.run(lambda: self._search(typed), self._show, owner=self, key="search")

    def _show(self, hits: Sequence[SearchHit]) -> None:
        if not self.hasFocus() or len(self.text().strip()) < SHORTEST:
            return
        self._hits = hits
        lines = [(place, Line(hit.title, hit.second)) for place, hit in enumerate(hits)]
        nothing = (len(hits), Line(_("Nothing found"), _("Try a part of the name or the street")))
        self._suggestions.offer(lines or [nothing])

    def _taken(self, place: int) -> None:
        if place < len(self._hits):
            self.clear()
            self.found.emit(self._hits[place])

    def sizeHint(self) -> QSize:
        """Return room for a name; the box takes what others leave."""
        return QSize(px(120), super().sizeHint().height())

    minimumSizeHint = sizeHint  # noqa: N815 - Qt's name

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the keys that lead here while there is room."""
        super().paintEvent(event)
        if not self.text() and not self.hasFocus() and self.width() > px(400):
            self._paint_keys(QPainter(self))

    def _paint_keys(self, painter: QPainter) -> None:
        width = painter.fontMetrics().horizontalAdvance(_KEYS) + px(16)
        height = px(26)
        left, top = self.width() - width - px(9), (self.height() - height) // 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(colour("second"))
        painter.drawRoundedRect(left, top, width, height, px(4), px(4))
        painter.drawText(left, top, width, height, Qt.AlignmentFlag.AlignCenter, _KEYS)

    def _rescale(self) -> None:
        self.setMaximumWidth(px(480))


class TopBar(QFrame):
    """Search, the menu, who is at the desk, and the button that locks.

    Where there is no room for that button, the menu has the same.
    """

    lock_wanted = Signal()

    def __init__(self, tasks: Tasks, search: Search, name: str, role: str, menu: QMenu) -> None:
        super().__init__()
        set_kind(self, "bar")
        set_look_property(self, "side", "top")
        self._row = row = Row(self, gap=16, margin=(20, 8, 20, 8))
        self.search = row.add(SearchBox(tasks, search), 3)
        row.addStretch(1)
        self.menu_button = row.add(_menu_button(menu))
        row.add(_who(name, role))
        self.lock_button = row.add(secondary(_("Lock"), self.lock_wanted.emit, "lock", dense=True))
        self.lock_button.setToolTip("Ctrl+L")
        self.set_narrow(False)

    def set_narrow(self, narrow: bool) -> None:
        """Leave out icons and space where there is room for the words only."""
        self._row.set_gap(8 if narrow else 16)
        self.menu_button.show_icon("" if narrow else "ellipsis")
        self.lock_button.show_icon("" if narrow else "lock")
        self._place_lock()

    def minimumSizeHint(self) -> QSize:
        """Return the room that is needed without the button that locks."""
        shown = 0 if self.lock_button.isHidden() else self._lock_width()
        return self._row.minimumSize() - QSize(shown, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the button that locks where it leaves room for the name beside it."""
        super().resizeEvent(event)
        self._place_lock()

    def _place_lock(self) -> None:
        hidden = self._lock_width() if self.lock_button.isHidden() else 0
        self.lock_button.setVisible(self.width() >= self._row.sizeHint().width() + hidden)

    def _lock_width(self) -> int:
        return self.lock_button.sizeHint().width() + self._row.spacing()

    def focus_search(self) -> None:
        """Give the keyboard to the search box."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()


def _menu_button(menu: QMenu) -> Button:
    button = Button(_("Menu"), "secondary", "ellipsis")
    button.setProperty("dense", True)
    button.setToolTip("F10")
    button.setMenu(menu)
    return button


def _who(name: str, role: str) -> QWidget:
    who = QWidget()
    who.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
    column = Column(who, gap=0)
    for words, kind in ((name, "strong"), (role, "second")):
        label = column.add(Elided(words, kind))
        label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return who
