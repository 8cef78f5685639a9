"""Who may do what: roles, rights and the accounts that people sign in with."""

from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from dorpssteunpunt.base.errors import Refusal
from dorpssteunpunt.domain.names import PersonName


class Role(StrEnum):
    """What somebody is at the support point."""

    DESK_WORKER = "desk_worker"
    COORDINATOR = "coordinator"
    VILLAGE_SUPPORTER = "village_supporter"
    DEPUTY = "deputy"

    @property
    def is_professional(self) -> bool:
        """Whether this role reads signals and therefore owns a private key."""
        return self in (Role.VILLAGE_SUPPORTER, Role.DEPUTY)


class Right(StrEnum):
    """What the table of rights is about; one line of it may be several of these."""

    HELP_REQUESTS = "help_requests"
    CONTACT_DATA = "contact_data"
    REMOVE_PERSONS = "remove_persons"
    EXPORT = "export"
    IMPORT = "import"
    ROSTER = "roster"
    PLAN_ROSTER = "plan_roster"
    HANDOVER = "handover"
    WRITE_CONCERNS = "write_concerns"
    READ_CONCERNS = "read_concerns"
    DESK_ACCOUNTS = "desk_accounts"
    PROFESSIONAL_ACCOUNTS = "professional_accounts"
    SETTINGS = "settings"
    RETENTION = "retention"


_DESK = frozenset(
    {
        Right.HELP_REQUESTS,
        Right.CONTACT_DATA,
        Right.ROSTER,
        Right.HANDOVER,
        Right.WRITE_CONCERNS,
    }
)
_COORDINATION = _DESK | {
    Right.REMOVE_PERSONS,
    Right.EXPORT,
    Right.IMPORT,
    Right.PLAN_ROSTER,
    Right.DESK_ACCOUNTS,
    Right.SETTINGS,
}
_RIGHTS: dict[Role, frozenset[Right]] = {
    Role.DESK_WORKER: _DESK,
    Role.COORDINATOR: _COORDINATION,
    Role.VILLAGE_SUPPORTER: frozenset(Right),
    Role.DEPUTY: frozenset(Right),
}


def may(role: Role, right: Right) -> bool:
    """Say whether this role has this right."""
    return right in _RIGHTS[role]


def right_over_account(role: Role) -> Right:
    """Return the right that is needed to add, change or remove an account of this role."""
    return Right.PROFESSIONAL_ACCOUNTS if role.is_professional else Right.DESK_ACCOUNTS


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody who can sign in; the name is that of the person behind the account."""

    id: int
    person_id: int
    name: PersonName
    role: Role
    active: bool = True

    def may(self, right: Right) -> bool:
        """Say whether this account has this right."""
        return self.active and may(self.role, right)


class NotAllowed(Refusal):
    """The acting account lacks a right."""

    def __init__(self, role: Role, right: Right) -> None:
        super().__init__(role, right)
        self.role = role
        self.right = right


class LastOfItsRole(Refusal):
    """Removing this account would leave the support point without anyone in the role."""

    def __init__(self, role: Role) -> None:
        super().__init__(role)
        self.role = role


class PinTooSimple(Refusal):
    """A PIN is four to twelve digits, and neither one digit repeated nor a plain row."""

    field = "pin"


class AlreadyHasAccount(Refusal):
    """This person can sign in already."""

    field = "person"


MIN_PIN_DIGITS = 4
MAX_PIN_DIGITS = 12


def check_pin(pin: str) -> None:
    """Raise `PinTooSimple` unless this PIN has 4 to 12 digits that are not one plain row."""
    digits = [int(character) for character in pin if character in "0123456789"]
    steps = {after - before for before, after in pairwise(digits)}
    if (
        len(digits) != len(pin)
        or not MIN_PIN_DIGITS <= len(pin) <= MAX_PIN_DIGITS
        or steps in ({0}, {1}, {-1})
    ):
        raise PinTooSimple
