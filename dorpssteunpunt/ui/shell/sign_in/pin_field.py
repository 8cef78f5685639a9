"""A field for a PIN: digits only, shown as dots until somebody wants to see them."""

from PySide6.QtCore import QRegularExpression, Qt
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.accounts import MAX_PIN_DIGITS
from dorpssteunpunt.ui.kit.buttons import secondary
from dorpssteunpunt.ui.kit.fields import Field


class PinField(Field[str]):
    """Digits only, with a button that shows what was typed."""

    def __init__(self, name: str, label: str, *, hint: str = "") -> None:
        super().__init__(name, label, hint=hint, required=True)
        self._edit = QLineEdit()
        self._edit.setMaxLength(MAX_PIN_DIGITS)
        self._edit.setInputMethodHints(
            Qt.InputMethodHint.ImhDigitsOnly | Qt.InputMethodHint.ImhSensitiveData
        )
        digits = QRegularExpression(f"[0-9]{{0,{MAX_PIN_DIGITS}}}")
        self._edit.setValidator(QRegularExpressionValidator(digits, self._edit))
        self._edit.textEdited.connect(lambda _text: self.edited.emit())
        self._eye = secondary(_("Show"), self._turn, "eye")
        self._hold(self._edit, self._eye, narrow=True)
        self._show(False)

    def value(self) -> str:
        """Return the digits."""
        return self._edit.text()

    def set_value(self, value: str) -> None:
        """Fill in digits."""
        self._edit.setText(value)

    def draft(self) -> str:
        """Keep nothing of a PIN in a draft."""
        return ""

    def take_up(self, draft: str) -> None:
        """Start empty, as nothing was kept."""
        self.clear()

    def clear(self) -> None:
        """Empty the field and hide what will be typed."""
        self._edit.clear()
        self._show(False)

    def _left(self) -> None:
        if self.value():
            self.check()

    def _turn(self) -> None:
        self._show(self._edit.echoMode() is not QLineEdit.EchoMode.Normal)
        self._edit.setFocus()

    def _show(self, on: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password
        self._edit.setEchoMode(mode)
        self._eye.say(_("Hide") if on else _("Show"))
        self._eye.setAccessibleName(_("Hide what is typed") if on else _("Show what is typed"))


def agree(pin: PinField, again: PinField) -> bool:
    """Say beside the second field when the two differ; return whether they are equal."""
    if pin.value() == again.value():
        return True
    again.clear()
    again.show_error(_("The two PINs are not the same."))
    again.setFocus()
    return False
