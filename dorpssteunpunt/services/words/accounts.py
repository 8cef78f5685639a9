"""Roles and what may go wrong with accounts, in the user's words."""

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.accounts import (
    MAX_PIN_DIGITS,
    MIN_PIN_DIGITS,
    AlreadyHasAccount,
    LastOfItsRole,
    NotAllowed,
    PinTooSimple,
    Role,
    may,
)
from dorpssteunpunt.services.ports import NotFound, PrivateKeyNeeded
from dorpssteunpunt.services.words.spoken import in_words


def role_word(role: Role) -> str:
    """Return what somebody is at the support point, without a capital."""
    return {
        Role.DESK_WORKER: _("desk worker"),
        Role.COORDINATOR: _("coordinator"),
        Role.VILLAGE_SUPPORTER: _("village supporter"),
        Role.DEPUTY: _("deputy village supporter"),
    }[role]


@in_words.register
def _not_allowed(refusal: NotAllowed) -> str:
    words = (
        _("As {role} you cannot do this. Ask the coordinator or the village supporter.")
        if may(Role.COORDINATOR, refusal.right)
        else _("As {role} you cannot do this. Ask the village supporter.")
    )
    return words.format(role=role_word(refusal.role))


@in_words.register
def _last_of_its_role(refusal: LastOfItsRole) -> str:
    return _("This is the last {role}. Add another one first.").format(role=role_word(refusal.role))


@in_words.register
def _pin_too_simple(refusal: PinTooSimple) -> str:
    return _(
        "Choose {least} to {most} digits, not all the same and not in a row such as 1234."
    ).format(least=MIN_PIN_DIGITS, most=MAX_PIN_DIGITS)


@in_words.register
def _already_has_account(refusal: AlreadyHasAccount) -> str:
    return _("This person can sign in already.")


@in_words.register
def _private_key_needed(refusal: PrivateKeyNeeded) -> str:
    return _(
        "Only the village supporter in person can do this, signed in with their own passphrase."
    )


@in_words.register
def _not_found(refusal: NotFound) -> str:
    return _("This is not there any more. Somebody may have removed it.")
