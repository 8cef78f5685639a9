"""A form in a dialog that closes when the form is saved or left."""

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QWidget

from dorpssteunpunt.ui.kit.dialogs import Dialog
from dorpssteunpunt.ui.kit.form import Form


class FormDialog(Dialog):
    """Shows a form; asks before something typed is lost."""

    def __init__(self, parent: QWidget, title: str, form: Form, *, width: int = 640) -> None:
        super().__init__(parent, title, width=width)
        self._form = form
        self.body.add(form)
        for button in form.take_buttons():
            self.add_button(button)
        form.sent.connect(self.accept)
        form.left.connect(self._close)
        form.reshaped.connect(self.fit)

    def open(self) -> None:
        """Show the dialog with the keyboard in the first field."""
        super().open()
        self._form.focus_first()

    def reject(self) -> None:
        """Leave the form first, which may ask."""
        self._form.leave()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave the form first, which may ask."""
        if self.result() or not self._form.dirty():
            super().closeEvent(event)
        else:
            event.ignore()
            self._form.leave()

    def _close(self) -> None:
        self.done(QDialog.DialogCode.Rejected)
