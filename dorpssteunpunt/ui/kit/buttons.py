"""Buttons: one filled a group, the others outlined or quiet."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from dorpssteunpunt.ui.kit.theme import colour, px, set_kind, theme

_INK: Final = {"primary": "on_accent", "danger": "on_alarm", "alarm": "on_alarm", "quiet": "accent"}
_ICON, _ICON_GAP = 20, 4  # pixels at 100 %; Qt leaves 4 more between icon and words
_NO_MODIFIER: Final = Qt.KeyboardModifier.NoModifier
_FILLED: Final = ("primary", "danger", "alarm")


class Button(QPushButton):
    """A push button with an icon in its own ink and a ring that shows the keyboard."""

    def __init__(
        self, text: str, kind: str, icon_name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._kind = kind
        self.setText(text.replace("&", "&&"))
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        set_kind(self, kind)
        self._draw_icon()
        theme().changed.connect(self._draw_icon)

    def say(self, text: str) -> None:
        """Change the words on the button."""
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self._draw_icon()

    def show_icon(self, name: str) -> None:
        """Show another icon, or none with an empty name."""
        if self._icon_name and not name:
            self.setIcon(type(self.icon())())
        self._icon_name = name
        self._draw_icon()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do by Enter what Qt does by the space bar only."""
        plain = event.modifiers() in (_NO_MODIFIER, Qt.KeyboardModifier.KeypadModifier)
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and plain and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button; a filled one shows the keyboard by a ring inside its edge."""
        super().paintEvent(event)
        if not self.hasFocus() or not self._is_filled():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour(self._ink()), px(2)))
        inset = px(4)
        ring = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        radius = ring.height() / 2 if self._kind == "chip" else px(3)
        painter.drawRoundedRect(ring, radius, radius)

    def _is_filled(self) -> bool:
        return self._kind in _FILLED or self.isChecked()

    def _ink(self) -> str:
        return "on_accent" if self.isChecked() else _INK.get(self._kind, "text")

    def _draw_icon(self) -> None:
        if not self._icon_name:
            return
        # Imported here: a window without icons does not pay for the drawing library.
        from dorpssteunpunt.ui.kit.icons import icon

        gap = _ICON_GAP if self.text() else 0
        self.setIcon(icon(self._icon_name, self._ink(), _ICON, gap))
        self.setIconSize(QSize(px(_ICON) + px(gap), px(_ICON)))


def primary(
    text: str,
    on_click: Callable[[], object] | None = None,
    icon_name: str = "",
    shortcut: str = "",
    *,
    dense: bool = False,
) -> Button:
    """Return the filled button of a group: the first thing to do here."""
    return _button("primary", text, on_click, icon_name, shortcut, dense)


def secondary(
    text: str,
    on_click: Callable[[], object] | None = None,
    icon_name: str = "",
    shortcut: str = "",
    *,
    dense: bool = False,
) -> Button:
    """Return an outlined button."""
    return _button("secondary", text, on_click, icon_name, shortcut, dense)


def quiet(
    text: str,
    on_click: Callable[[], object] | None = None,
    icon_name: str = "",
    shortcut: str = "",
    *,
    dense: bool = False,
) -> Button:
    """Return a button without an edge, for what is seldom done."""
    return _button("quiet", text, on_click, icon_name, shortcut, dense)


def danger(
    text: str,
    on_click: Callable[[], object] | None = None,
    icon_name: str = "",
    shortcut: str = "",
    *,
    dense: bool = False,
) -> Button:
    """Return the filled red button of something that cannot be undone."""
    return _button("danger", text, on_click, icon_name, shortcut, dense)


def square(
    name: str, icon_name: str, on_click: Callable[[], object] | None = None, *, dense: bool = False
) -> Button:
    """Return a button with an icon only; ``name`` is its tooltip and what is read out."""
    button = _button("square", "", on_click, icon_name, "", dense)
    button.setAccessibleName(name)
    button.setToolTip(name)
    return button


def _button(
    kind: str,
    text: str,
    on_click: Callable[[], object] | None,
    icon_name: str,
    shortcut: str,
    dense: bool,
) -> Button:
    button = Button(text, kind, icon_name)
    if dense:
        button.setProperty("dense", True)
    if shortcut:
        keys = QKeySequence(shortcut)
        button.setShortcut(keys)
        button.setToolTip(keys.toString(QKeySequence.SequenceFormat.NativeText))
    if on_click is not None:
        button.clicked.connect(without_facts(on_click))
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button


def without_facts(call: Callable[[], object]) -> Callable[[], None]:
    """Return ``call`` as a slot: Qt hands a slot as many facts as it seems to accept."""

    def slot() -> None:
        call()

    return slot
