"""Who signs in: one's own PIN and passphrase, and the accounts of others."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QPushButton, QWidget

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.accounts import Account, Right, Role
from dorpssteunpunt.domain.names import parse_name
from dorpssteunpunt.services import accounts, concerns
from dorpssteunpunt.services.accounts import AccountLine, NewAccount
from dorpssteunpunt.services.changes import Changed
from dorpssteunpunt.services.ports import IssuedKeys
from dorpssteunpunt.services.support_point import Settings
from dorpssteunpunt.services.words.accounts import role_word
from dorpssteunpunt.ui.kit.buttons import primary, quiet, secondary
from dorpssteunpunt.ui.kit.cards import Card, Item
from dorpssteunpunt.ui.kit.choice_field import Choice, ChoiceField
from dorpssteunpunt.ui.kit.dialogs import confirm
from dorpssteunpunt.ui.kit.fields import CheckField, TextField
from dorpssteunpunt.ui.kit.form import Form
from dorpssteunpunt.ui.kit.form_dialog import FormDialog
from dorpssteunpunt.ui.kit.labels import Text
from dorpssteunpunt.ui.kit.person_field import PersonHit
from dorpssteunpunt.ui.kit.person_or_new_field import PersonOrNewField
from dorpssteunpunt.ui.kit.tones import TagWords, Tone
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.rooms.settings.own_keys import OwnKeys
from dorpssteunpunt.ui.rooms.settings.section import Section
from dorpssteunpunt.ui.rooms.settings.shown_once import paper_of, show_once


class AccountsSection(Section):
    """One's own keys for everybody; the accounts for who may add or remove them."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        mine = partial(self._set_pin, workplace.desk.actor.id, _("My PIN on this computer"))
        self._keys = OwnKeys(workplace, self, mine)

    def _cards(self, settings: Settings) -> Sequence[QWidget]:
        desk = self._workplace.desk
        if desk.allows(Right.DESK_ACCOUNTS):
            self._workplace.tasks.run(
                lambda: accounts.list_accounts(desk),
                self._have_accounts,
                owner=self,
                key="accounts",
            )
        return list(self._keys.cards())

    def _have_accounts(self, lines: Sequence[AccountLine]) -> None:
        self._show_cards([*self._keys.cards(), self._everybody(lines), _when_locked_out()])

    def _everybody(self, lines: Sequence[AccountLine]) -> Card:
        card = Card(_("Who signs in"), _("Each has a PIN of their own on this computer."))
        card.add_action(primary(_("Add somebody…"), self._add, icon_name="user-plus"))
        for line in lines:
            card.body.add(self._item(line))
        if self._workplace.desk.allows(Right.PROFESSIONAL_ACCOUNTS):
            card.line()
            card.body.add(Text(_("Professionals read signals and have a passphrase of their own.")))
            card.add_foot(secondary(_("Add a professional…"), self._add_professional))
        return card

    def _item(self, line: AccountLine) -> Item:
        account = line.account
        tag = None if line.has_pin else TagWords(_("no PIN yet"), Tone.WARNING)
        second = role_word(account.role)
        if account.role.is_professional and not line.is_me:
            second += " · " + _("chooses a PIN in person, signed in with the passphrase")
        actions: list[QPushButton] = []
        if line.may_change and not line.is_me:
            title = _("New PIN for {name}").format(name=account.name.full)
            if not account.role.is_professional:
                reset = partial(self._set_pin, account.id, title)
                actions.append(secondary(_("New PIN…"), reset, dense=True))
            actions.append(quiet(_("Remove…"), partial(self._remove, line), dense=True))
        for button in actions:
            button.setAccessibleName(f"{button.text()} {account.name.full}")
        return Item(account.name.full, second, tag, actions=actions)

    def _set_pin(self, account_id: int, title: str) -> None:
        desk = self._workplace.desk
        form = self._form()
        form.add(TextField("pin", _("New PIN"), secret=True, required=True))
        self._ask(title, form, lambda typed: accounts.set_pin(desk, account_id, typed["pin"]))

    def _add(self) -> None:
        desk = self._workplace.desk
        form = self._form()
        form.add(self._somebody())
        form.add(_role_field(Role.DESK_WORKER, Role.COORDINATOR))
        form.add(TextField("pin", _("First PIN"), secret=True, required=True))

        def write(typed: dict[str, Any]) -> Changed:
            return accounts.add_desk_account(desk, _new(typed), typed["pin"])

        self._ask(_("Add somebody"), form, write)

    def _add_professional(self) -> None:
        form = self._form()
        form.add(self._somebody())
        form.add(_role_field(Role.DEPUTY, Role.VILLAGE_SUPPORTER))
        form.add(CheckField("share", _("May read the signals that are open now")))
        form.mark_clean()
        form.submitted.connect(lambda: self._send_professional(form))
        FormDialog(self, _("Add a professional"), form).open()

    def _somebody(self) -> PersonOrNewField:
        desk = self._workplace.desk

        def find(typed: str) -> list[PersonHit]:
            found = accounts.find_people(desk, typed)
            return [PersonHit(person.id, person.name.full, person.street) for person in found]

        return PersonOrNewField(
            "person",
            _("First name and surname"),
            tasks=self._workplace.tasks,
            search=find,
            required=True,
        )

    def _send_professional(self, form: Form) -> None:
        desk, typed = self._workplace.desk, form.values()
        new, name = _new(typed), typed["person"].name

        def add() -> IssuedKeys:
            change, issued = accounts.add_professional(desk, new)
            if typed["share"] and change.subject is not None:
                waiting = [line.concern.id for line in concerns.to_answer(desk)]
                concerns.share_with(desk, change.subject, waiting)
            return issued

        form.send(add, partial(self._added_professional, name))

    def _added_professional(self, name: str, issued: IssuedKeys) -> None:
        show_once(
            self,
            _("Give this to the new professional"),
            {_("Passphrase"): issued.passphrase, _("Recovery code"): issued.recovery_code},
            paper_of(self._workplace, issued.recovery_code, name),
        )
        self._workplace.tasks.run(
            lambda: accounts.list_accounts(self._workplace.desk), self._have_accounts, owner=self
        )

    def _remove(self, line: AccountLine) -> None:
        desk, account = self._workplace.desk, line.account
        confirm(
            self,
            _("Let {name} sign in no more?").format(name=account.name.full),
            _consequence(account),
            _("Remove"),
            lambda: self._workplace.tasks.run(lambda: accounts.remove_account(desk, account.id)),
            dangerous=True,
        )


def _new(typed: dict[str, Any]) -> NewAccount:
    somebody: PersonHit = typed["person"]
    if somebody.id:
        return NewAccount(typed["role"], person_id=somebody.id)
    return NewAccount(typed["role"], name=parse_name(somebody.name))


def _consequence(account: Account) -> str:
    keeps = _("What this person wrote keeps the name. You can add them again later.")
    if not account.role.is_professional:
        return keeps
    sealed = _(
        "Passphrase and recovery code open nothing any more. Signals that nobody else was given "
        "to read can then be read by nobody, also not when this person comes back."
    )
    return f"{sealed} {keeps}"


def _when_locked_out() -> Card:
    """Return the ways back in, for who has to help somebody."""
    card = Card(_("When somebody cannot get in"))
    for lost, way in (
        (
            _("PIN forgotten"),
            _(
                "A coordinator gives a new one above. A professional signs in with the "
                "passphrase and chooses a new PIN in person."
            ),
        ),
        (
            _("Passphrase lost"),
            _(
                "Sign in with the PIN and make a new passphrase above. Without a PIN: a "
                "coordinator with the recovery code of the support point, a professional with "
                "their own recovery code."
            ),
        ),
        (
            _("A professional lost everything"),
            _(
                "Another professional removes the account and adds it again. Signals that nobody "
                "else was given to read stay closed for good."
            ),
        ),
    ):
        card.body.add(Item(lost, way))
    return card


def _role_field(*roles: Role) -> ChoiceField:
    field = ChoiceField(
        "role",
        _("Role"),
        choices=[Choice(role, role_word(role)) for role in roles],
        segmented=True,
        required=True,
    )
    field.set_value(roles[0])
    return field
