"""The three secrets that open a backup: those of the moment at which it was made."""

from collections.abc import Callable

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.ui.kit.buttons import quiet, secondary
from dorpssteunpunt.ui.kit.fields import TextField
from dorpssteunpunt.ui.kit.tasks import Tasks
from dorpssteunpunt.ui.shell.sign_in.pin_field import PinField
from dorpssteunpunt.ui.shell.sign_in.secret_entry import SecretEntry

Go = Callable[[], object]


def pin_card(tasks: Tasks, back: Go, to_passphrase: Go) -> SecretEntry:
    """Return the card that asks for the PIN of whoever chose a name."""
    return SecretEntry(
        tasks,
        PinField("pin", _("PIN"), hint=_("The PIN that you had on this computer then.")),
        do_text=_("Open the backups"),
        saying=_("The backups are being opened"),
        others=(
            secondary(_("Somebody else"), back),
            quiet(_("With passphrase"), to_passphrase, "key-round"),
        ),
    )


def passphrase_card(tasks: Tasks, back: Go, to_recovery: Go) -> SecretEntry:
    """Return the card that asks for a passphrase."""
    entry = SecretEntry(
        tasks,
        TextField(
            "passphrase",
            _("Passphrase"),
            hint=_("Five words with spaces between them; capitals do not matter."),
            required=True,
        ),
        do_text=_("Open the backups"),
        saying=_("The backups are being opened"),
        others=(
            secondary(_("Back"), back),
            quiet(_("With recovery code"), to_recovery, "life-buoy"),
        ),
    )
    entry.set_title(_("Whose backup is it?"))
    entry.set_second(_("The passphrase of a coordinator or village supporter opens it."))
    return entry


def recovery_card(tasks: Tasks, back: Go) -> SecretEntry:
    """Return the card that asks for a recovery code."""
    entry = SecretEntry(
        tasks,
        TextField(
            "recovery_code",
            _("Recovery code"),
            hint=_("Six groups of six characters; capitals, spaces and dashes do not matter."),
            required=True,
        ),
        do_text=_("Open the backups"),
        saying=_("The backups are being opened"),
        others=(secondary(_("Back"), back),),
    )
    entry.set_title(_("With the recovery code on paper"))
    entry.set_second(
        _("After that you sign in with “Lost your passphrase?” and the same recovery code.")
    )
    return entry
