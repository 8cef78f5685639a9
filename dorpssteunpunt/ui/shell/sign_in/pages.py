"""The steps of signing in that are more than one field: a new PIN, and a new passphrase."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.services.door import Recovered, Visit
from dorpssteunpunt.ui.kit.buttons import primary
from dorpssteunpunt.ui.kit.form import Form
from dorpssteunpunt.ui.kit.labels import Text
from dorpssteunpunt.ui.kit.layouts import Column, Flow
from dorpssteunpunt.ui.kit.tasks import Tasks
from dorpssteunpunt.ui.shell.sign_in.door_card import DoorCard
from dorpssteunpunt.ui.shell.sign_in.parts_on_show import PartsOnShow
from dorpssteunpunt.ui.shell.sign_in.pin_field import PinField, agree


class ChoosePin(DoorCard):
    """Offers whoever came in with a passphrase a PIN for this computer; ``done`` has the visit."""

    done = Signal(object)

    def __init__(self, tasks: Tasks) -> None:
        super().__init__(_("Choose a PIN for this computer"))
        self._tasks = tasks
        self.body.add(
            Text(_("Next time you sign in here with your name and PIN. Your passphrase stays."))
        )
        self.form: Form | None = None
        self._holder = self.body.add(Column())

    def focus_first(self) -> None:
        """Give the keyboard to the first field."""
        if self.form is not None:
            self.form.focus_first()

    def begin(self, visit: Visit) -> None:
        """Ask for a PIN of the person who came in."""
        self._holder.clear()
        form = Form(tasks=self._tasks, save_text=_("Keep PIN"), cancel_text=_("Not now"))
        pin = PinField("pin", _("New PIN"), hint=_("4 to 12 digits."))
        again = PinField("pin_again", _("The same PIN once more"))
        form.add(pin)
        form.add(again)

        def submit() -> None:
            if agree(pin, again):
                self._keep(form, pin.value(), visit)

        form.submitted.connect(submit)
        form.left.connect(lambda: self.done.emit(visit))
        self.form = self._holder.add(form)
        form.focus_first()

    def _keep(self, form: Form, pin: str, visit: Visit) -> None:
        def keep() -> None:
            # Imported here: nothing of the services is needed before somebody is in.
            from dorpssteunpunt.services.accounts import set_pin

            set_pin(visit.desk, visit.desk.actor.id, pin)

        form.send(keep, lambda _nothing: self.done.emit(visit))


class NewPassphrase(DoorCard):
    """Shows a new passphrase once, to be written down; ``done`` carries the visit."""

    done = Signal(object)

    def __init__(self) -> None:
        super().__init__(_("This is your new passphrase"))
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
        buttons = Flow(self.body.add(QWidget()), gap=12, margin=(0, 8, 0, 0))
        self.button = buttons.add(primary(_("I have written it down"), self._go_on))

    def focus_first(self) -> None:
        """Give the keyboard to the button."""
        self.button.setFocus()

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
