"""The top of the roster: which weeks are shown, the ways to others, and what is done with them."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.ui.kit.buttons import secondary, square
from dorpssteunpunt.ui.kit.labels import Text
from dorpssteunpunt.ui.kit.layouts import Column, Flow, Row
from dorpssteunpunt.ui.rooms.roster.trail import Trail


class RosterHeading(QWidget):
    """The title with its dates between the ways to other weeks and the actions.

    ``turned`` tells to go back (-1) or on (1), ``homeward`` to this week; ``zoomed`` asks for
    several weeks, or for one again.
    """

    turned = Signal(int)
    homeward = Signal()
    zoomed = Signal()

    def __init__(self, trail: Trail, actions: Sequence[QWidget]) -> None:
        super().__init__()
        self._title = Text(kind="title")
        self._days = Text(kind="second")
        self._home = secondary(_("This week"), self.homeward.emit, shortcut="Alt+Home", dense=True)
        self._zoom = secondary("", self.zoomed.emit, "calendar-days", shortcut="Alt+4", dense=True)
        flow = Flow(self, gap=12)
        self._arrows = flow.add(self._turning())
        words = Column(flow.add(QWidget()), gap=0)
        for text in (self._title, self._days):
            text.setWordWrap(False)
            words.add(text)
        flow.add(self._home)
        flow.add(self._zoom)
        flow.push()
        deeds = Flow(flow.add(QWidget()), gap=12)  # which go to a line of their own together
        for deed in (TrailButtons(trail), *actions):
            deeds.add(deed)

    def say(self, title: str, days: str, *, is_home: bool, zoom: str) -> None:
        """Tell which weeks are shown; the button to other weeks says what it leads to."""
        self._tell(title, days)
        self._arrows.show()
        self._home.setVisible(not is_home)
        self._zoom.say(zoom)
        self._zoom.show()

    def say_only(self, title: str) -> None:
        """Tell what is shown in place of weeks, without ways to others."""
        self._tell(title, "")
        for part in (self._arrows, self._home, self._zoom):
            part.hide()

    def _tell(self, title: str, days: str) -> None:
        self._title.setText(title)
        self._days.setText(days)
        self._days.setVisible(bool(days))

    def _turning(self) -> QWidget:
        """Return the buttons to before and after; they stay where they are."""
        arrows = QWidget()
        row = Row(arrows, gap=4)
        for name, icon_name, step, keys in (
            (_("Previous week"), "chevron-left", -1, "Alt+Left"),
            (_("Next week"), "chevron-right", 1, "Alt+Right"),
        ):
            turn = partial(self.turned.emit, step)
            button = row.add(square(name, icon_name, turn, dense=True))
            shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
            button.setToolTip(f"{name} ({shown})")
            shortcut = QShortcut(QKeySequence(keys), self, turn)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        return arrows


class TrailButtons(QWidget):
    """Undo and redo, which say what they would take back or take again."""

    def __init__(self, trail: Trail) -> None:
        super().__init__()
        self._trail = trail
        row = Row(self, gap=4)
        self._undo = row.add(square(_("Undo"), "undo-2", trail.undo, dense=True))
        self._redo = row.add(square(_("Redo"), "redo-2", trail.redo, dense=True))
        trail.moved.connect(self._show)
        self._show()

    def _show(self) -> None:
        for button, words, what in (
            (self._undo, _("Undo"), self._trail.undo_words()),
            (self._redo, _("Redo"), self._trail.redo_words()),
        ):
            button.setEnabled(bool(what))
            button.setToolTip(what and f"{words}: {what}")
            button.setAccessibleName(": ".join(filter(None, (words, what))))
