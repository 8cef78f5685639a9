"""The form that stands open over a screen, and what was typed in it as a draft."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtWidgets import QWidget

from dorpssteunpunt.ui.kit.form import Form
from dorpssteunpunt.ui.kit.form_dialog import FormDialog

AnyForm = TypeVar("AnyForm", bound=Form)


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed in a form; ``what`` and ``about`` say how to open that form again."""

    what: str
    about: Any
    typed: Mapping[str, Any]


class OpenForm:
    """Opens one form at a time over a screen, and knows it until it is closed."""

    def __init__(self, over: QWidget) -> None:
        self._over = over
        self._form: Form | None = None
        self._what, self._about = "", None

    def open(
        self, form: AnyForm, title: str, what: str, about: Any = None, *, width: int = 640
    ) -> AnyForm:
        """Show a form in a dialog and return it."""
        self._form, self._what, self._about = form, what, about
        dialog = FormDialog(self._over, title, form, width=width)
        dialog.finished.connect(lambda _result: self._forget(form))
        dialog.open()
        return form

    def draft(self) -> Draft | None:
        """Return what was typed and not kept, or None."""
        if self._form is None or not self._form.dirty():
            return None
        return Draft(self._what, self._about, self._form.draft())

    def _forget(self, form: Form) -> None:
        if self._form is form:
            self._form = None
