"""A card that asks for one secret and says beside the field what is wrong and how long to wait."""

from collections.abc import Callable, Sequence
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from dorpssteunpunt.base.errors import Circumstance, Refusal
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.services.faults import (
    DeviceSecretSilent,
    PinsFromElsewhere,
    TooManyAttempts,
    WrongPassphrase,
    WrongPin,
    WrongRecoveryCode,
)
from dorpssteunpunt.ui.kit.buttons import Button, primary
from dorpssteunpunt.ui.kit.fields import Field
from dorpssteunpunt.ui.kit.layouts import Flow
from dorpssteunpunt.ui.kit.tasks import Tasks
from dorpssteunpunt.ui.shell.sign_in.countdown import Countdown
from dorpssteunpunt.ui.shell.sign_in.door_card import DoorCard

_WITH_A_WAIT: Final = (WrongPin, WrongPassphrase, WrongRecoveryCode, TooManyAttempts)
_SAID_AT_THE_FIELD: Final = (*_WITH_A_WAIT, PinsFromElsewhere, DeviceSecretSilent)


class SecretEntry(DoorCard):
    """A field for a secret, a button that tries it, and other ways to go.

    ``opened`` carries what the secret opened, ``troubled`` what keeps the store closed whatever
    is typed, and ``left`` tells that somebody pressed Escape.
    """

    opened = Signal(object)
    troubled = Signal(object)
    left = Signal()

    def __init__(
        self,
        tasks: Tasks,
        field: Field[str],
        *,
        do_text: str,
        saying: str,
        others: Sequence[Button] = (),
    ) -> None:
        super().__init__()
        self.field = field
        self.others = tuple(others)
        self._tasks, self._saying = tasks, saying
        self._attempt: Callable[[str], Any] = lambda _typed: None
        self._wrong = ""
        self.body.add(field)
        buttons = Flow(self.body.add(QWidget()), gap=12, margin=(0, 8, 0, 0))
        self.button = buttons.add(primary(do_text, self.submit))
        for other in others:
            buttons.add(other)
        self.countdown = Countdown(self)
        self.countdown.left.connect(self._show_wait)

    def begin(self, attempt: Callable[[str], Any], wait_seconds: int = 0) -> None:
        """Ask anew; ``attempt`` is tried off the GUI thread with what is typed."""
        self._attempt = attempt
        self.countdown.stop()
        self._clear()
        self._listen(True)
        if wait_seconds:
            self._wait(_("That was not right several times."), wait_seconds)
        self.field.setFocus()

    def focus_first(self) -> None:
        """Give the keyboard to the field."""
        self.field.setFocus()

    def submit(self) -> None:
        """Try what was typed."""
        if not self.button.isEnabled() or not self.field.check():
            return
        typed, attempt = self.field.value(), self._attempt
        self._listen(False)
        self._tasks.run(
            lambda: attempt(typed),
            self._succeeded,
            refused=self._refused,
            troubled=self._failed,
            owner=self,
            saying=self._saying,
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Try by Enter, leave by Escape."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _succeeded(self, result: object) -> None:
        self._clear()
        self._listen(True)
        self.opened.emit(result)

    def _refused(self, refusal: Refusal) -> None:
        """Say what was mistyped and keep it, to be put right."""
        self._listen(True)
        self.field.show_error(_words(refusal))
        self.field.setFocus()

    def _failed(self, fault: Circumstance) -> None:
        self._listen(True)
        if not isinstance(fault, _SAID_AT_THE_FIELD):
            self._clear()
            self.troubled.emit(fault)
            return
        seconds = fault.wait_seconds if isinstance(fault, _WITH_A_WAIT) else 0
        if isinstance(fault, WrongPin):
            self._clear()  # nobody corrects dots
        if seconds:
            self._wait(_without_wait(fault), seconds)
        else:
            self.field.show_error(_words(fault))
        self.field.setFocus()

    def _wait(self, wrong: str, seconds: int) -> None:
        self._wrong = wrong
        self._listen(False)
        self.countdown.start(seconds)

    def _show_wait(self, seconds: int) -> None:
        if seconds:
            # Imported here: words are needed when something went wrong, not at the first paint.
            from dorpssteunpunt.services.words.faults import wait_words

            wait = _("Wait {time} before you try again.").format(time=wait_words(seconds))
            self.field.show_error(f"{self._wrong} {wait}")
            return
        self._listen(True)
        self.field.show_error(_("You can try again now."))
        self.field.setFocus()

    def _listen(self, listening: bool) -> None:
        self.button.setEnabled(listening)

    def _clear(self) -> None:
        self.field.set_value("")
        self.field.clear_error()


def _words(trouble: Refusal | Circumstance) -> str:
    from dorpssteunpunt.services.words import in_words

    return in_words(trouble)


def _without_wait(fault: Circumstance) -> str:
    """Return what is wrong, without the wait, which is counted down beside it."""
    if isinstance(fault, TooManyAttempts):
        return _("That was not right several times.")
    return _words(type(fault)())
