"""Fields of a form: a label above the control, a hint, and the mistake said beside it."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QCheckBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QSpinBox,
    QWidget,
)

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.ui.kit.icons import icon
from dorpssteunpunt.ui.kit.labels import Text
from dorpssteunpunt.ui.kit.layouts import Column, Flow, Row
from dorpssteunpunt.ui.kit.messages import Sign
from dorpssteunpunt.ui.kit.theme import colour, px, set_look_property, theme

Value = TypeVar("Value")


class Field(QWidget, Generic[Value]):
    """A control with its label, hint and mistake; ``name`` is what a refusal calls it.

    A subclass makes its control, hands it to `_hold`, and answers `value` and `set_value`.
    """

    edited = Signal()

    def __init__(self, name: str, label: str, *, hint: str = "", required: bool = False) -> None:
        super().__init__()
        self.name = name
        self.required = required
        self.label = label
        self.control: QWidget = self
        self._hint = hint
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._column = Column(self, gap=4)
        self._label = QLabel(label)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        self._hint_text = Text(hint, "second", self)
        self._hint_text.setVisible(bool(hint))
        self._mistake, self._mistake_text = _mistake_line()
        self.edited.connect(self._take_back)

    @classmethod
    def around(
        cls,
        name: str,
        label: str,
        widget: QWidget,
        *,
        value: Callable[[], Any],
        set_value: Callable[[Any], object],
        edited: SignalInstance,
        hint: str = "",
    ) -> "Field[Any]":
        """Return a field around a widget of your own."""
        return _Around(name, label, widget, value, set_value, edited, hint)

    def value(self) -> Value:
        """Return what was filled in."""
        raise NotImplementedError

    def set_value(self, value: Value) -> None:
        """Fill the field."""
        raise NotImplementedError

    def draft(self) -> Any:
        """Return what was typed, also what is not understood yet, as plain data."""
        return self.value()

    def take_up(self, draft: Any) -> None:
        """Put back what `draft` returned."""
        self.set_value(draft)

    def mistake(self) -> str:
        """Return what is wrong with the contents, in words, or an empty string."""
        if self.required and self.value() in (None, "", frozenset()):
            return _("Please fill this in.")
        return ""

    def check(self) -> bool:
        """Say beside the field what is wrong; return whether all is well."""
        mistake = self.mistake()
        if mistake:
            self.show_error(mistake)
        else:
            self.clear_error()
        return not mistake

    def show_error(self, text: str) -> None:
        """Say a mistake beside the field."""
        self._mistake_text.setText(text)
        self._mistake.setVisible(True)
        set_look_property(self.control, "wrong", True)
        self._describe(text)

    def clear_error(self) -> None:
        """Say no mistake any more."""
        self._mistake.setVisible(False)
        set_look_property(self.control, "wrong", False)
        self._describe(self._hint)

    def error(self) -> str:
        """Return the mistake that is shown, or an empty string."""
        return self._mistake_text.text() if not self._mistake.isHidden() else ""

    def set_hint(self, hint: str) -> None:
        """Change the line under the control; an empty one takes no room."""
        self._hint = hint
        self._hint_text.setText(hint)
        self._hint_text.setVisible(bool(hint))
        self._describe(hint)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Check the contents when somebody leaves the control."""
        if watched is self.control and isinstance(event, QFocusEvent) and _is_left(event):
            self._left()
        return super().eventFilter(watched, event)

    def _take_back(self) -> None:
        if self.error() and not self.mistake():
            self.clear_error()

    def _left(self) -> None:
        # An empty field that was only passed by is not a mistake yet; `check` says that.
        if self.draft() or self.error():
            self.check()

    def _hold(
        self,
        control: QWidget,
        *beside: QWidget,
        label_above: bool = True,
        narrow: bool = False,
    ) -> None:
        """Take the control (and what stands beside it) into the field; short answers narrow."""
        self.control = control
        control.setAccessibleName(self.label)
        control.installEventFilter(self)
        self.setFocusProxy(control)
        if label_above:
            self._label.setBuddy(control)
            self._column.add(self._label)
        if narrow:
            control.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            flow = Flow(self._column.add(QWidget()), gap=8)
            for widget in (control, *beside):
                flow.add(widget)
        else:
            self._column.add(control)
        self._column.add(self._mistake)
        self._column.add(self._hint_text)
        self._describe(self._hint)

    def _describe(self, text: str) -> None:
        needed = _("required") if self.required else ""
        self.control.setAccessibleDescription(". ".join(part for part in (needed, text) if part))


class TextField(Field[str]):
    """One line of text; ``secret`` hides what is typed."""

    def __init__(
        self,
        name: str,
        label: str,
        *,
        hint: str = "",
        required: bool = False,
        secret: bool = False,
        placeholder: str = "",
        longest: int = 0,
    ) -> None:
        super().__init__(name, label, hint=hint, required=required)
        self._edit = QLineEdit()
        self._edit.setPlaceholderText(placeholder)
        if secret:
            self._edit.setEchoMode(QLineEdit.EchoMode.Password)
        if longest:
            self._edit.setMaxLength(longest)
        self._edit.textEdited.connect(lambda _text: self.edited.emit())
        self._hold(self._edit)

    def value(self) -> str:
        """Return the text without the spaces around it."""
        return self._edit.text().strip()

    def set_value(self, value: str) -> None:
        """Fill in a text."""
        self._edit.setText(value)


class _GrowingEdit(QPlainTextEdit):
    """A text box that is as high as its text, within bounds; Tab leaves it."""

    _MOST_LINES = 12

    def __init__(self, lines: int) -> None:
        super().__init__()
        self._lines = lines
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(
            lambda _size: self.updateGeometry()
        )

    def sizeHint(self) -> QSize:
        """Return the height of the text."""
        shown = round(self.document().size().height())  # in lines, for plain text
        lines = max(self._lines, min(shown, self._MOST_LINES))
        frame = px(2 * 7) + 2 + 2 * round(self.document().documentMargin())
        return QSize(px(240), lines * self.fontMetrics().lineSpacing() + frame)

    def minimumSizeHint(self) -> QSize:
        """Return the height of the text and a modest width."""
        return QSize(px(120), self.sizeHint().height())


class TextArea(Field[str]):
    """Text of several lines that grows with what is typed."""

    def __init__(
        self, name: str, label: str, *, hint: str = "", required: bool = False, lines: int = 3
    ) -> None:
        super().__init__(name, label, hint=hint, required=required)
        self._edit = _GrowingEdit(lines)
        self._edit.textChanged.connect(self.edited)
        self._hold(self._edit)

    def value(self) -> str:
        """Return the text without the blank around it."""
        return self._edit.toPlainText().strip()

    def set_value(self, value: str) -> None:
        """Fill in a text."""
        self._edit.setPlainText(value)


class NumberField(Field[int | None]):
    """A whole number between two bounds, or nothing."""

    def __init__(
        self,
        name: str,
        label: str,
        *,
        hint: str = "",
        required: bool = False,
        low: int = 0,
        high: int = 999,
        unit: str = "",
    ) -> None:
        super().__init__(name, label, hint=hint, required=required)
        # One below the lowest number stands for "nothing filled in".
        self._box = QSpinBox()
        self._box.setRange(low - 1, high)
        self._box.setSpecialValueText(" ")
        self._box.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._box.setSuffix(f" {unit}" if unit else "")
        self._box.setValue(low - 1)
        self._box.valueChanged.connect(lambda _value: self.edited.emit())
        self._hold(self._box, narrow=True)

    def value(self) -> int | None:
        """Return the number, or None."""
        value = self._box.value()
        return None if value == self._box.minimum() else value

    def set_value(self, value: int | None) -> None:
        """Fill in a number, or nothing."""
        self._box.setValue(self._box.minimum() if value is None else value)


class CheckBox(QCheckBox):
    """A box to tick, drawn in the palette and large enough to hit."""

    _BOX = 24  # pixels at 100 %

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text.replace("&", "&&"), parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        theme().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Return the size of box and words."""
        words = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(px(self._BOX + 16) + words, max(px(44), self.fontMetrics().height()))

    def minimumSizeHint(self) -> QSize:
        """Return a width at which the words wrap."""
        return QSize(min(self.sizeHint().width(), px(160)), px(44))

    def hasHeightForWidth(self) -> bool:
        """Say that the words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the wrapped words."""
        room = max(1, width - px(self._BOX + 12))
        words = self.fontMetrics().boundingRect(0, 0, room, 0, _WRAPPED, self.text())
        return max(px(44), words.height() + px(8))

    def hitButton(self, position: object) -> bool:
        """Take a click on the words as well."""
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box, its tick and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = px(self._BOX)
        box = self.rect().adjusted(1, 0, 0, 0)
        box.setSize(QSize(side - 2, side - 2))
        box.moveTop((self.height() - box.height()) // 2)
        on = self.isChecked()
        edge = "focus" if self.hasFocus() else "accent" if on else "edge"
        painter.setPen(QPen(colour(edge), px(2) if self.hasFocus() else 1.5))
        painter.setBrush(colour("accent" if on else "surface"))
        painter.drawRoundedRect(box, px(4), px(4))
        if on:
            icon("check", "on_accent").paint(painter, box)
        painter.setPen(colour("text" if self.isEnabled() else "second"))
        words = self.rect().adjusted(px(self._BOX + 12), 0, 0, 0)
        painter.drawText(words, _WRAPPED | int(Qt.AlignmentFlag.AlignVCenter), self.text())


_PASSING = (
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)
_WRAPPED = int(Qt.TextFlag.TextWordWrap) | int(Qt.TextFlag.TextHideMnemonic)


class CheckField(Field[bool]):
    """A box to tick with its words beside it; it starts unticked."""

    def __init__(self, name: str, label: str, *, hint: str = "", required: bool = False) -> None:
        super().__init__(name, label, hint=hint, required=required)
        self._box = CheckBox(label)
        self._box.toggled.connect(lambda _on: self.edited.emit())
        self._hold(self._box, label_above=False)

    def value(self) -> bool:
        """Return whether the box is ticked."""
        return self._box.isChecked()

    def set_value(self, value: bool) -> None:
        """Tick the box or not."""
        self._box.setChecked(value)

    def mistake(self) -> str:
        """Return what is wrong: a required box must be ticked."""
        return _("Please tick this to go on.") if self.required and not self.value() else ""


class _Around(Field[Any]):
    def __init__(
        self,
        name: str,
        label: str,
        widget: QWidget,
        value: Callable[[], Any],
        set_value: Callable[[Any], object],
        edited: SignalInstance,
        hint: str,
    ) -> None:
        super().__init__(name, label, hint=hint)
        self._get, self._set = value, set_value
        edited.connect(lambda *_facts: self.edited.emit())
        self._hold(widget)

    def value(self) -> Any:
        return self._get()

    def set_value(self, value: Any) -> None:
        self._set(value)


def _is_left(event: QFocusEvent) -> bool:
    # A menu, a calendar or another window takes the keyboard only for a while.
    return event.lostFocus() and event.reason() not in _PASSING


def _mistake_line() -> tuple[QWidget, Text]:
    line = QWidget()
    row = Row(line, gap=8)
    row.addWidget(Sign("circle-alert", "danger", 20), 0, Qt.AlignmentFlag.AlignTop)
    text = row.add(Text(kind="error"), 1)
    line.hide()
    return line, text
