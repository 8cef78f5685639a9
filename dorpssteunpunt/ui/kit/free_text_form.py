"""A form with free text, in which nine digits may turn out to be no BSN after all."""

from PySide6.QtWidgets import QWidget

from dorpssteunpunt.base.errors import Refusal
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.privacy import CitizenServiceNumberSeen
from dorpssteunpunt.ui.kit.fields import CheckField
from dorpssteunpunt.ui.kit.form import Form
from dorpssteunpunt.ui.kit.tasks import Tasks


class FreeTextForm(Form):
    """A form that offers to confirm a number, under the field in which one was seen."""

    def __init__(self, *, tasks: Tasks, save_text: str, cancel_text: str = "") -> None:
        super().__init__(tasks=tasks, save_text=save_text, cancel_text=cancel_text)
        self._fine: CheckField | None = None

    def numbers_are_fine(self) -> bool:
        """Say whether somebody looked at the number and confirmed that it is no BSN."""
        return self._fine is not None and self._fine.value()

    def show_refusal(self, refusal: Refusal) -> None:
        """Say a refusal at its field; for a number that looks like a BSN, offer the way on."""
        if isinstance(refusal, CitizenServiceNumberSeen):
            self._offer(refusal.field)
        super().show_refusal(refusal)

    def mark_clean(self) -> None:
        """Take the contents as kept; the next number is looked at anew."""
        super().mark_clean()
        if self._fine is not None:
            self._fine.deleteLater()
            self._fine = None

    def _offer(self, field_name: str) -> None:
        if self._fine is not None:
            return
        field = self.field(field_name)
        self._fine = CheckField("numbers_are_fine", _("I looked: this is another number"))
        self._body.insertWidget(self._body.indexOf(self._part_with(field)) + 1, self._fine)
        QWidget.setTabOrder(field.control, self._fine.control)

    def _part_with(self, field: QWidget) -> QWidget:
        """Return what stands in the form itself and holds this field."""
        part = field
        while self._body.indexOf(part) < 0 and (holder := part.parentWidget()) is not None:
            part = holder
        return part
