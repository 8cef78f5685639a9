"""The three secrets that let somebody in, each on a card of its own."""

from collections.abc import Callable

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.ui.kit.buttons import quiet, secondary
from dorpssteunpunt.ui.kit.fields import TextField
from dorpssteunpunt.ui.kit.tasks import Tasks
from dorpssteunpunt.ui.shell.sign_in.pin_field import PinField
from dorpssteunpunt.ui.shell.sign_in.secret_entry import SecretEntry

Go = Callable[[], object]


def pin_entry(tasks: Tasks, to_names: Go, to_passphrase: Go) -> SecretEntry:
    """Return the card that asks for the PIN of whoever chose a name."""
    return SecretEntry(
        tasks,
        PinField("pin", _("PIN"), hint=_("Type your PIN and press Enter.")),
        do_text=_("Sign in"),
        saying=_("The store is being opened"),
        others=(
            secondary(_("Somebody else"), to_names),
            quiet(_("Sign in with passphrase"), to_passphrase, "key-round"),
        ),
    )


def passphrase_entry(tasks: Tasks, to_names: Go, to_recovery: Go) -> SecretEntry:
    """Return the card that asks for a passphrase; its first other way goes to the names."""
    hint = _("Five words with spaces between them; capitals do not matter.")
    entry = SecretEntry(
        tasks,
        TextField("passphrase", _("Passphrase"), hint=hint, required=True),
        do_text=_("Sign in"),
        saying=_("The store is being opened"),
        others=(
            secondary(_("Back to the names"), to_names),
            quiet(_("Lost your passphrase?"), to_recovery),
        ),
    )
    entry.set_title(_("Sign in with passphrase"))
    return entry


def recovery_entry(tasks: Tasks, back: Go) -> SecretEntry:
    """Return the card that asks for a recovery code."""
    hint = _("Six groups of six characters; capitals, spaces and dashes do not matter.")
    entry = SecretEntry(
        tasks,
        TextField("recovery_code", _("Recovery code"), hint=hint, required=True),
        do_text=_("Get a new passphrase"),
        saying=_("The store is being opened"),
        others=(secondary(_("Back"), back),),
    )
    entry.set_title(_("Lost your passphrase?"))
    entry.set_second(
        _(
            "The recovery code on paper gives the coordinator a new passphrase. The village "
            "supporter has a code of their own, for their own passphrase."
        )
    )
    return entry
