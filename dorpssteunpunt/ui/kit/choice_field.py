"""Fields to choose from a fixed number of answers: one, or several."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QComboBox, QSizePolicy, QWidget

from dorpssteunpunt.ui.kit.buttons import Button
from dorpssteunpunt.ui.kit.fields import CheckBox, Field
from dorpssteunpunt.ui.kit.icons import icon
from dorpssteunpunt.ui.kit.layouts import Flow
from dorpssteunpunt.ui.kit.theme import px

_MOST_SEGMENTS = 5


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer: its value in the program and its word on the screen."""

    value: Any
    text: str


class ComboBox(QComboBox):
    """A list that opens, with an arrow in the palette; the wheel does not change it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: Any) -> None:
        """Let the form scroll instead."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the arrow over the box."""
        super().paintEvent(event)
        side = px(20)
        place = QRect(self.width() - side - px(10), (self.height() - side) // 2, side, side)
        icon("chevron-down", "second").paint(QPainter(self), place)


class _Segments(QWidget):
    """Buttons beside each other of which one is pressed."""

    def __init__(self) -> None:
        super().__init__()
        self._flow = Flow(self, gap=8)
        self.group = QButtonGroup(self)

    def show_choices(self, choices: Sequence[Choice]) -> None:
        """Show these answers instead, none of them chosen."""
        for button in self.group.buttons():
            self.group.removeButton(button)
        self._flow.clear()
        for number, choice in enumerate(choices):
            button = Button(choice.text, "segment")
            button.setCheckable(True)
            self.group.addButton(button, number)
            self._flow.add(button)
        self.setFocusProxy(self.group.button(0))

    def choose(self, number: int) -> None:
        """Press one button, or none with -1."""
        self.group.setExclusive(False)
        for button in self.group.buttons():
            button.setChecked(self.group.id(button) == number)
        self.group.setExclusive(True)


class ChoiceField(Field[Any]):
    """One answer out of several: buttons when they are few and short, else a list that opens.

    The value is that of the chosen `Choice`, or None.
    """

    def __init__(
        self,
        name: str,
        label: str,
        *,
        choices: Sequence[Choice] = (),
        hint: str = "",
        required: bool = False,
        segmented: bool | None = None,
    ) -> None:
        super().__init__(name, label, hint=hint, required=required)
        self._choices: tuple[Choice, ...] = ()
        few = 0 < len(choices) <= _MOST_SEGMENTS
        self._segments = _Segments() if (few if segmented is None else segmented) else None
        self._combo = None if self._segments else ComboBox()
        if self._segments:
            self._segments.group.idClicked.connect(lambda _number: self._chosen())
            self._hold(self._segments)
        elif self._combo:
            self._combo.activated.connect(lambda _number: self._chosen())
            self._hold(self._combo)
        self.show_choices(choices)

    def show_choices(self, choices: Sequence[Choice]) -> None:
        """Offer other answers; the chosen one stays when it is among them."""
        before = self.value() if self._choices else None
        self._choices = tuple(choices)
        if self._segments:
            self._segments.show_choices(choices)
        if self._combo:
            self._combo.clear()
            self._combo.addItems([choice.text for choice in choices])
        self.set_value(before)

    def value(self) -> Any:
        """Return the value of the chosen answer, or None."""
        number = self._segments.group.checkedId() if self._segments else self._place()
        return self._choices[number].value if 0 <= number < len(self._choices) else None

    def set_value(self, value: Any) -> None:
        """Choose the answer with this value, or none."""
        values = [choice.value for choice in self._choices]
        number = values.index(value) if value in values else -1
        if self._segments:
            self._segments.choose(number)
        if self._combo:
            self._combo.setCurrentIndex(number)

    def draft(self) -> Any:
        """Return the place of the chosen answer."""
        return self._segments.group.checkedId() if self._segments else self._place()

    def take_up(self, draft: Any) -> None:
        """Choose the answer at a place."""
        known = isinstance(draft, int) and 0 <= draft < len(self._choices)
        self.set_value(self._choices[draft].value if known else None)

    def _place(self) -> int:
        return self._combo.currentIndex() if self._combo else -1

    def _left(self) -> None:
        if self.error():
            self.check()

    def _chosen(self) -> None:
        self.clear_error()
        self.edited.emit()


class MultiChoiceField(Field[frozenset[Any]]):
    """Several answers out of several; the value is the set of values that are ticked."""

    def __init__(
        self,
        name: str,
        label: str,
        *,
        choices: Sequence[Choice] = (),
        hint: str = "",
        required: bool = False,
    ) -> None:
        super().__init__(name, label, hint=hint, required=required)
        self._boxes: list[tuple[Any, CheckBox]] = []
        area = QWidget()
        self._flow = Flow(area, gap=16)
        self._hold(area)
        self.show_choices(choices)

    def show_choices(self, choices: Sequence[Choice]) -> None:
        """Offer other answers; those that were ticked and are still there stay so."""
        before = self.value()
        self._flow.clear()
        self._boxes = [(choice.value, CheckBox(choice.text)) for choice in choices]
        for _value, box in self._boxes:
            self._flow.add(box)
            box.toggled.connect(lambda _on: self.edited.emit())
        if self._boxes:
            self.control.setFocusProxy(self._boxes[0][1])
        self._tick(before)

    def value(self) -> frozenset[Any]:
        """Return the values that are ticked."""
        return frozenset(value for value, box in self._boxes if box.isChecked())

    def set_value(self, value: frozenset[Any]) -> None:
        """Tick these values and no others."""
        self._tick(value)

    def draft(self) -> list[int]:
        """Return the places that are ticked."""
        return [place for place, (_value, box) in enumerate(self._boxes) if box.isChecked()]

    def take_up(self, draft: Any) -> None:
        """Tick the answers at these places."""
        for place, (_value, box) in enumerate(self._boxes):
            box.setChecked(place in draft)

    def _tick(self, values: frozenset[Any]) -> None:
        for value, box in self._boxes:
            box.setChecked(value in values)
