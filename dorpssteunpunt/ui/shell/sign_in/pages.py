"""The steps of signing in that are more than one field: a new PIN, and a new passphrase."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.services.door import Recovered, Visit
from dorpssteunpunt.ui.kit.buttons import primary
from dorpssteunpunt.ui.kit.cards import Card
from dorpssteunpunt.ui.kit.form import Form
from dorpssteunpunt.ui.kit.labels import Text
from dorpssteunpunt.ui.kit.layouts import Column, Flow
from dorpssteunpunt.ui.kit.tasks import Tasks
from dorpssteunpunt.ui.shell.sign_in.parts_on_show import PartsOnShow
from dorpssteunpunt.ui.shell.sign_in.pin_field import PinField


class NewPinFields:
    """The two fields for a new PIN, which must be equal; a refusal lands at the first."""

    def __init__(self, form: Form) -> None:
        self.pin = PinField("pin", _("New PIN"), hint=_("4 to 12 digits."))
        self.again = PinField("pin_again", _("The same PIN once more"))
        form.add(self.pin, self.again)

    def agree(self) -> bool:
        """Say beside the second field when the two differ; return whether they are equal."""
        if self.pin.value() == self.again.value():
            return True
        self.again.show_error(_("The two PINs are not the same."))
        self.again.set_value("")
        self.again.setFocus()
        return False


class ChoosePin(Card):
    """Offers whoever came in with a passphrase a PIN for this computer; ``done`` has the visit."""

    done = Signal(object)

    def __init__(self, tasks: Tasks) -> None:
        super().__init__(_("Choose a PIN for this computer"), title_kind="title")
        self._tasks = tasks
        self.body.add(
            Text(_("Next time you sign in here with your name and PIN. Your passphrase stays."))
        )
        self.form: Form | None = None
        self._holder = self.body.add(Column())

    def begin(self, visit: Visit) -> None:
        """Ask for a PIN of the person who came in."""
        self._holder.clear()
        form = Form(tasks=self._tasks, save_text=_("Keep PIN"), cancel_text=_("Not now"))
        fields = NewPinFields(form)
        form.submitted.connect(lambda: self._keep(form, fields, visit))
        form.left.connect(lambda: self.done.emit(visit))
        self.form = self._holder.add(form)
        form.focus_first()

    def _keep(self, form: Form, fields: NewPinFields, visit: Visit) -> None:
        if not fields.agree():
            return
        pin = fields.pin.value()

        def keep() -> None:
            # Imported here: nothing of the services is needed before somebody is in.
            from dorpssteunpunt.services.accounts import set_pin

            set_pin(visit.desk, visit.desk.actor.id, pin)

        form.send(keep, lambda _nothing: self.done.emit(visit))


class NewPassphrase(Card):
    """Shows a new passphrase once, to be written down; ``done`` carries the visit."""

    done = Signal(object)

    def __init__(self) -> None:
        super().__init__(_("This is your new passphrase"), title_kind="title")
        self._recovered: Recovered | None = None
        self.body.add(
            Text(
                _(
                    "Write the five words down in this order and keep them safe, away from the "
                    "computer. The old passphrase does not work any more."
                )
            )
        )
        self.words = self.body.add(PartsOnShow())
        buttons = Flow(self.body.add(QWidget()), gap=12)
        self.button = buttons.add(primary(_("I have written it down"), self._go_on))

    def begin(self, recovered: Recovered) -> None:
        """Show the passphrase of whoever came in with a recovery code."""
        self._recovered = recovered
        self.words.show_parts(recovered.passphrase.split())
        self.button.setFocus()

    def _go_on(self) -> None:
        if self._recovered is not None:
            visit, self._recovered = self._recovered.visit, None
            self.words.show_parts(())
            self.done.emit(visit)
