"""Who can sign in: adding and removing accounts, PINs, and the names shown at the door."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from dorpssteunpunt.domain.accounts import (
    Account,
    AlreadyHasAccount,
    LastOfItsRole,
    NotAllowed,
    Right,
    Role,
    check_pin,
    right_over_account,
)
from dorpssteunpunt.domain.names import PersonName, wall_names
from dorpssteunpunt.domain.people import Person, Volunteer
from dorpssteunpunt.services.changes import Changed, Room, changed
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.ports import IssuedKeys, Lobby, UnitOfWork

_SUGGESTIONS = 8  # that fit under a field


@dataclass(frozen=True, slots=True)
class AccountLine:
    """One line of the list of accounts."""

    account: Account
    has_pin: bool
    is_me: bool
    may_change: bool


class CodeOf(Enum):
    """Whose recovery code it is."""

    SUPPORT_POINT = "support point"
    MYSELF = "myself"


@dataclass(frozen=True, slots=True)
class NewAccount:
    """Who gets an account: somebody known (`person_id`) or a new person by name."""

    role: Role
    person_id: int | None = None
    name: PersonName | None = None


def list_accounts(desk: Desk) -> Sequence[AccountLine]:
    """Return the active accounts in Dutch name order."""
    with desk.reading(Right.DESK_ACCOUNTS) as uow:
        active = [account for account in uow.accounts.accounts() if account.active]
    return [
        AccountLine(
            account,
            has_pin=desk.keys.has_pin(account.id),
            is_me=account.id == desk.actor.id,
            may_change=desk.allows(right_over_account(account.role)),
        )
        for account in active
    ]


def find_people(desk: Desk, typed: str) -> Sequence[Person]:
    """Return whom somebody who gets an account may be: every typed word begins a word of them."""
    with desk.reading(Right.DESK_ACCOUNTS) as uow:
        return uow.people.find(typed, _SUGGESTIONS)


def add_desk_account(desk: Desk, new: NewAccount, pin: str) -> Changed:
    """Let a desk worker or coordinator sign in with a first PIN.

    Raises `NotAllowed`, `PinTooSimple` or `AlreadyHasAccount`. Should writing the key fail after
    the account was added, the account stands in the list without a PIN, to be given one.
    """
    if new.role.is_professional:
        raise NotAllowed(desk.actor.role, Right.PROFESSIONAL_ACCOUNTS)
    check_pin(pin)
    account_id = _add(desk, new)
    desk.keys.set_pin(account_id, pin)
    furnish_lobby(desk)
    return changed(Room.SETTINGS, Room.PEOPLE, subject=account_id)


def add_professional(desk: Desk, new: NewAccount) -> tuple[Changed, IssuedKeys]:
    """Let a village supporter or deputy sign in; the keys are to be handed over on paper."""
    account_id = _add(desk, new)
    issued = desk.keys.issue_professional_keys(account_id)
    furnish_lobby(desk)
    return changed(Room.SETTINGS, Room.PEOPLE, subject=account_id), issued


def set_pin(desk: Desk, account_id: int, pin: str) -> Changed:
    """Set one's own PIN, or reset somebody else's.

    Raises `PinTooSimple`, `NotAllowed`, or `PrivateKeyNeeded` for another professional, who
    signs in with their own passphrase and chooses a PIN in person.
    """
    check_pin(pin)
    with desk.store.reading() as uow:
        account = uow.accounts.account(account_id)
    if account_id != desk.actor.id:
        desk.require(right_over_account(account.role))
    desk.keys.set_pin(account_id, pin)
    with desk.store.writing() as uow:
        desk.note(uow, "pin set", Room.SETTINGS, account_id)
    return changed(Room.SETTINGS, subject=account_id)


def renew_passphrase(desk: Desk) -> str:
    """Return a new passphrase for the person at the desk; the old one opens nothing any more."""
    desk.require(Right.DESK_ACCOUNTS)
    passphrase = desk.keys.issue_passphrase(desk.actor.id)
    with desk.store.writing() as uow:
        desk.note(uow, "passphrase renewed", Room.SETTINGS, desk.actor.id)
    return passphrase


def renew_recovery_code(desk: Desk, of: CodeOf) -> str:
    """Return a new recovery code of the support point or one's own; the old one opens nothing.

    Only a professional has a code of their own; raises `NotAllowed`.
    """
    mine = of is CodeOf.MYSELF
    desk.require(Right.READ_CONCERNS if mine else Right.DESK_ACCOUNTS)
    code = desk.keys.issue_recovery_code(desk.actor.id if mine else None)
    with desk.store.writing() as uow:
        subject = desk.actor.id if mine else None
        desk.note(uow, "recovery code renewed", Room.SETTINGS, subject)
    return code


def remove_account(desk: Desk, account_id: int) -> Changed:
    """Let somebody sign in no more; what they wrote keeps their name.

    Raises `NotAllowed`, or `LastOfItsRole` for the last coordinator or village supporter.
    """
    with desk.store.writing() as uow:
        account = uow.accounts.account(account_id)
        desk.require(right_over_account(account.role))
        _keep_one(uow, account)
        uow.accounts.close(account_id)
        desk.note(uow, "account removed", Room.SETTINGS, account_id)
        desk.keys.remove(account_id)
    furnish_lobby(desk)
    return changed(Room.SETTINGS, subject=account_id)


def furnish_lobby(desk: Desk) -> None:
    """Show at the door whose it is, who can sign in and the emergency numbers, as they are now."""
    with desk.store.reading() as uow:
        active = [account for account in uow.accounts.accounts() if account.active]
        support_point = uow.support_point.support_point()
        numbers = uow.support_point.emergency_numbers()
    on_the_wall = wall_names(account.name for account in active)
    names = {account.id: on_the_wall[account.name] for account in active}
    desk.keys.furnish_lobby(
        Lobby(
            support_point.name,
            support_point.village,
            names,
            tuple(numbers),
            names_hidden=support_point.names_hidden_at_door,
        )
    )


def _add(desk: Desk, new: NewAccount) -> int:
    with desk.writing(right_over_account(new.role)) as uow:
        person_id = new.person_id or _new_person(uow, desk, new)
        known = {account.person_id: account for account in uow.accounts.accounts()}.get(person_id)
        if known and known.active:
            raise AlreadyHasAccount
        if known:
            uow.accounts.reopen(known.id, new.role)
            account_id = known.id
        else:
            account_id = uow.accounts.add(person_id, new.role, desk.clock.now())
        desk.note(uow, "account added", Room.SETTINGS, account_id)
    return account_id


def _new_person(uow: UnitOfWork, desk: Desk, new: NewAccount) -> int:
    if new.name is None:
        raise ValueError("a new account is for a known person or for a name")
    person_id = uow.people.save(Person(name=new.name, is_resident=False))
    if not new.role.is_professional:
        uow.people.save_volunteer(Volunteer(person_id=person_id, since=desk.clock.today()))
    return person_id


def _keep_one(uow: UnitOfWork, leaving: Account) -> None:
    if leaving.role not in (Role.COORDINATOR, Role.VILLAGE_SUPPORTER):
        return
    staying = (a for a in uow.accounts.accounts() if a.active and a.id != leaving.id)
    if not any(account.role is leaving.role for account in staying):
        raise LastOfItsRole(leaving.role)
