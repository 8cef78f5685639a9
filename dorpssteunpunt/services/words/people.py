"""Residents and volunteers in the user's words."""

from dorpssteunpunt.base.i18n import _, ngettext
from dorpssteunpunt.domain.people import (
    AvailabilityLevel,
    CertificateStatus,
    LeavesBeforeStart,
    PerhapsKnown,
    StillNeeded,
)
from dorpssteunpunt.services.words.spoken import in_words


def level_word(level: AvailabilityLevel) -> str:
    """Return how gladly somebody takes a day part, without a capital."""
    return {
        AvailabilityLevel.PREFER: _("gladly"),
        AvailabilityLevel.CAN: _("can"),
        AvailabilityLevel.RATHER_NOT: _("rather not"),
        AvailabilityLevel.CANNOT: _("cannot"),
    }[level]


def certificate_word(status: CertificateStatus) -> str:
    """Return what is known of a certificate of conduct, without a capital."""
    return {
        CertificateStatus.NONE: _("not there"),
        CertificateStatus.REQUESTED: _("requested"),
        CertificateStatus.SEEN: _("seen"),
    }[status]


@in_words.register
def _perhaps_known(refusal: PerhapsKnown) -> str:
    return _("{name}, {street} is known already. Is it really somebody else?").format(
        name=refusal.name, street=refusal.street or _("address unknown")
    )


@in_words.register
def _leaves_before_start(refusal: LeavesBeforeStart) -> str:
    return _("The last day comes after the first one.")


@in_words.register
def _still_needed(refusal: StillNeeded) -> str:
    ties = []
    if refusal.open_requests:
        count = refusal.open_requests
        words = ngettext("{n} open help request", "{n} open help requests", count)
        ties.append(words.format(n=count))
    if refusal.coming_shifts:
        count = refusal.coming_shifts
        ties.append(ngettext("{n} coming shift", "{n} coming shifts", count).format(n=count))
    if refusal.has_account:
        ties.append(_("an account to sign in with"))
    return _("This person still has: {ties}. Settle that first.").format(ties=", ".join(ties))
