"""Forms: fields that are filled in, checked, saved and left together."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from dorpssteunpunt.base.errors import Circumstance, Refusal
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.services.faults import DiskFull, StoreBusy
from dorpssteunpunt.ui.kit.buttons import Button, primary, secondary
from dorpssteunpunt.ui.kit.dialogs import confirm
from dorpssteunpunt.ui.kit.fields import Field
from dorpssteunpunt.ui.kit.labels import Text
from dorpssteunpunt.ui.kit.layouts import Column, Flow, Tiles
from dorpssteunpunt.ui.kit.messages import Banner
from dorpssteunpunt.ui.kit.tasks import Tasks
from dorpssteunpunt.ui.kit.tones import Tone

Result = TypeVar("Result")
Part = TypeVar("Part", bound=QWidget)

_PASSES = (DiskFull, StoreBusy)
_NARROWEST = 220  # pixels at 100 % that a field needs beside another


class Form(QWidget):
    """Fields with a save button.

    ``submitted`` tells that the fields' own checks passed and somebody wants to save; ``left``
    that somebody goes away, after being asked when something would be lost; ``edited`` that
    something was typed; ``sent`` that `send` succeeded; ``reshaped`` that fields came or went.
    """

    submitted = Signal()
    left = Signal()
    edited = Signal()
    sent = Signal()
    reshaped = Signal()

    def __init__(self, *, tasks: Tasks, save_text: str, cancel_text: str = "") -> None:
        super().__init__()
        self._tasks = tasks
        self._fields: list[Field[Any]] = []
        self._clean: Mapping[str, Any] = {}
        self._column = Column(self, gap=16)
        self._banner = self._column.add(Banner(Tone.DANGER))
        self._body = self._column.add(Column(gap=16))
        self._foot = self._column.add(QWidget())
        self._column.push()
        buttons = Flow(self._foot, gap=12)
        self.save_button: Button = primary(save_text, self.submit)
        self.cancel_button: Button = secondary(cancel_text or _("Cancel"), self.leave)
        buttons.add(self.save_button)
        buttons.add(self.cancel_button)

    def add(self, *fields: Field[Any]) -> None:
        """Add a field, or several that stand beside each other where there is room."""
        if len(fields) == 1:
            self._body.add(fields[0])
        else:
            beside = Tiles(self._body.add(QWidget()), narrowest=_NARROWEST)
            for field in fields:
                beside.add(field)
        for field in fields:
            self._fields.append(field)
            field.edited.connect(self.edited)
        self._keep_buttons_last()
        self.mark_clean()

    def add_widget(self, widget: Part) -> Part:
        """Add something that is no field and return it."""
        self._body.add(widget)
        self._keep_buttons_last()
        return widget

    def add_heading(self, text: str) -> None:
        """Add a heading over the fields that follow."""
        self._body.add(Text(text, "heading"))

    def take_buttons(self) -> Sequence[Button]:
        """Give the buttons away, in the order of a dialog's foot; call it after the last `add`."""
        self._column.removeWidget(self._foot)
        self._foot.hide()
        return self.cancel_button, self.save_button

    def field(self, name: str) -> Field[Any]:
        """Return a field by its name; raises ``KeyError``."""
        for field in self._fields:
            if field.name == name:
                return field
        raise KeyError(name)

    def values(self) -> dict[str, Any]:
        """Return what was filled in, by the names of the fields."""
        return {field.name: field.value() for field in self._fields}

    def draft(self) -> dict[str, Any]:
        """Return what was typed, as plain data for `take_up`."""
        return {field.name: field.draft() for field in self._fields}

    def take_up(self, draft: Mapping[str, Any]) -> None:
        """Put back what was typed; fields that the draft does not know stay as they are."""
        for field in self._fields:
            if field.name in draft:
                field.take_up(draft[field.name])

    def dirty(self) -> bool:
        """Say whether something differs from when it was last clean."""
        return self.draft() != self._clean

    def mark_clean(self) -> None:
        """Take the contents of now as what is already kept."""
        self._clean = self.draft()

    def focus_first(self) -> None:
        """Give the keyboard to the first field."""
        shown = (field for field in self._fields if not field.isHidden())
        first = next(shown, None)
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def submit(self) -> None:
        """Check the fields and tell ``submitted``, or go to the first mistake."""
        if not self.save_button.isEnabled():
            return
        self._banner.hide()
        wrong = [field for field in self._fields if not field.isHidden() and not field.check()]
        if wrong:
            wrong[0].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.submitted.emit()

    def send(
        self, work: Callable[[], Result], done: Callable[[Result], object] | None = None
    ) -> None:
        """Do ``work`` on the store thread; a refusal is said at its field and nothing is lost."""

        def succeeded(result: Result) -> None:
            self._wait(False)
            self._banner.hide()
            self.mark_clean()
            if done is not None:
                done(result)
            self.sent.emit()

        self._wait(True)
        self._tasks.run(
            work,
            succeeded,
            refused=self.show_refusal,
            troubled=self._troubled,
            owner=self,
            saying=_("Saving"),
        )

    def show_refusal(self, refusal: Refusal) -> None:
        """Say a refusal at the field it is about, or above the form."""
        # Imported here: the words of all rooms are needed only when something is refused.
        from dorpssteunpunt.services.words import in_words

        self._wait(False)
        words = in_words(refusal)
        for field in self._fields:
            if field.name == refusal.field and not field.isHidden():
                field.show_error(words)
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self._banner.say(words)

    def message(self) -> str:
        """Return what is said above the form, or an empty string."""
        return "" if self._banner.isHidden() else self._banner.text()

    def leave(self) -> None:
        """Tell ``left``, after asking when something would be lost."""
        if not self.dirty():
            self.left.emit()
            return
        confirm(
            self,
            _("Stop without saving?"),
            _("What you typed here will be lost."),
            _("Stop without saving"),
            self._give_up,
            dangerous=True,
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save by Ctrl+S or Ctrl+Enter, leave by Escape, go on by Enter."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.matches(QKeySequence.StandardKey.Save) or (enter and control):
            self.submit()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif enter:
            self._go_on()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Take Ctrl+S and Escape before the window's own shortcuts do."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            saves = event.matches(QKeySequence.StandardKey.Save)
            if saves or event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
        return super().event(event)

    def _keep_buttons_last(self) -> None:
        # The Tab key follows the order in which widgets came to the window.
        place = self._column.indexOf(self._foot)
        if place >= 0:
            self._foot.setParent(None)
            self._column.insertWidget(place, self._foot)

    def _go_on(self) -> None:
        focused = self.focusWidget()
        if isinstance(focused, Button):
            focused.click()
        elif isinstance(focused, QLineEdit) and focused is self._last_control():
            self.save_button.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.focusNextChild()

    def _last_control(self) -> QWidget | None:
        shown = [field for field in self._fields if not field.isHidden()]
        return shown[-1].control if shown else None

    def _give_up(self) -> None:
        self.take_up(self._clean)
        self.left.emit()

    def _troubled(self, circumstance: Circumstance) -> None:
        """Keep what was typed; what may be over in a moment is said here, with another try."""
        self._wait(False)
        if isinstance(circumstance, _PASSES):
            from dorpssteunpunt.services.words import in_words

            kept = _("What you typed is still here.")
            self._banner.say(f"{in_words(circumstance)} {kept}", _("Try again"), self.submit)
        if not isinstance(circumstance, StoreBusy):
            self._tasks.troubled.emit(circumstance)

    def _wait(self, waiting: bool) -> None:
        self.save_button.setEnabled(not waiting)
