"""What every roster says to somebody who cannot come."""

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.pdf.text import Span, Style, whole
from dorpssteunpunt.services.overviews.papers import Contact


def whom_to_tell(contact: Contact, style: Style) -> tuple[Span, Span]:
    """Return the question and whom to call, or whom to tell when no number may be here."""
    return Span(_("Can you not come?"), style.bold()), Span(f" {_told(contact)}", style)


def _told(contact: Contact) -> str:
    if contact.phone:
        return _("Call {name}, {phone}.").format(name=contact.name, phone=whole(contact.phone))
    # A name on the wall may end in an initial, and so in the full stop of the sentence.
    return _("Tell {name}.").format(name=contact.name.removesuffix("."))
