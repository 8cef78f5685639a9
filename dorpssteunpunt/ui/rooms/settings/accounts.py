"""Who signs in: one's own PIN and passphrase, and the accounts of others."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QPushButton, QWidget

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.accounts import Right, Role
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
from dorpssteunpunt.ui.kit.layouts import Flow
from dorpssteunpunt.ui.kit.tones import TagWords, Tone
from dorpssteunpunt.ui.rooms.settings.section import Section
from dorpssteunpunt.ui.rooms.settings.shown_once import show_once


class AccountsSection(Section):
    """One's own card for everybody; the accounts for who may add or remove them."""

    def _cards(self, settings: Settings) -> Sequence[QWidget]:
        desk = self._workplace.desk
        if desk.allows(Right.DESK_ACCOUNTS):
            self._workplace.tasks.run(
                lambda: accounts.list_accounts(desk),
                self._have_accounts,
                owner=self,
                key="accounts",
            )
        return [self._own()]

    def _have_accounts(self, lines: Sequence[AccountLine]) -> None:
        self._show_cards([self._own(), self._everybody(lines)])

    def _own(self) -> Card:
        desk = self._workplace.desk
        card = Card(_("My own sign-in"), desk.actor.name.full)
        buttons = Flow(gap=8)
        card.body.add(buttons)
        mine = partial(self._set_pin, desk.actor.id, _("My PIN on this computer"))
        buttons.add(secondary(_("Change my PIN…"), mine, icon_name="key-round"))
        if desk.allows(Right.DESK_ACCOUNTS):
            buttons.add(secondary(_("New passphrase…"), self._renew_passphrase))
        return card

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

    def _renew_passphrase(self) -> None:
        desk = self._workplace.desk
        confirm(
            self,
            _("Make a new passphrase?"),
            _("Your old passphrase no longer opens anything, also on other computers."),
            _("Make a new one"),
            lambda: self._workplace.tasks.run(
                lambda: accounts.renew_passphrase(desk),
                lambda words: show_once(self, _("Your new passphrase"), {_("Passphrase"): words}),
                owner=self,
            ),
        )

    def _add(self) -> None:
        desk = self._workplace.desk
        form = self._form()
        form.add(TextField("name", _("First name and surname"), required=True))
        form.add(_role_field(Role.DESK_WORKER, Role.COORDINATOR))
        form.add(TextField("pin", _("First PIN"), secret=True, required=True))

        def write(typed: dict[str, Any]) -> Changed:
            new = NewAccount(typed["role"], name=parse_name(typed["name"]))
            return accounts.add_desk_account(desk, new, typed["pin"])

        self._ask(_("Add somebody"), form, write)

    def _add_professional(self) -> None:
        form = self._form()
        form.add(TextField("name", _("First name and surname"), required=True))
        form.add(_role_field(Role.DEPUTY, Role.VILLAGE_SUPPORTER))
        form.add(CheckField("share", _("May read the signals that are open now")))
        form.mark_clean()
        form.submitted.connect(lambda: self._send_professional(form))
        FormDialog(self, _("Add a professional"), form).open()

    def _send_professional(self, form: Form) -> None:
        desk, typed = self._workplace.desk, form.values()

        def add() -> IssuedKeys:
            new = NewAccount(typed["role"], name=parse_name(typed["name"]))
            change, issued = accounts.add_professional(desk, new)
            if typed["share"] and change.subject is not None:
                waiting = [line.concern.id for line in concerns.to_answer(desk)]
                concerns.share_with(desk, change.subject, waiting)
            return issued

        form.send(add, self._added_professional)

    def _added_professional(self, issued: IssuedKeys) -> None:
        show_once(
            self,
            _("Give this to the new professional"),
            {_("Passphrase"): issued.passphrase, _("Recovery code"): issued.recovery_code},
        )
        self._workplace.tasks.run(
            lambda: accounts.list_accounts(self._workplace.desk), self._have_accounts, owner=self
        )

    def _remove(self, line: AccountLine) -> None:
        desk, account = self._workplace.desk, line.account
        confirm(
            self,
            _("Let {name} sign in no more?").format(name=account.name.full),
            _("What this person wrote keeps the name. You can add them again later."),
            _("Remove"),
            lambda: self._workplace.tasks.run(lambda: accounts.remove_account(desk, account.id)),
            dangerous=True,
        )


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
