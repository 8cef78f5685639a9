"""Accounts: who adds whom, PINs that work at once, and a support point that keeps its people."""

import pytest

from dorpssteunpunt.domain.accounts import (
    AlreadyHasAccount,
    LastOfItsRole,
    NotAllowed,
    PinTooSimple,
    Right,
    Role,
    check_pin,
    may,
)
from dorpssteunpunt.domain.names import parse_name
from dorpssteunpunt.services import accounts, concerns
from dorpssteunpunt.services.accounts import CodeOf, NewAccount
from dorpssteunpunt.services.concerns import ConcernDraft
from dorpssteunpunt.services.faults import WrongPassphrase, WrongPin, WrongRecoveryCode
from dorpssteunpunt.services.ports import PrivateKeyNeeded
from tests.village import Village

PIN = "274913"


def _add_ria(village: Village) -> int:
    new = NewAccount(Role.DESK_WORKER, name=parse_name("Ria van den Berg"))
    subject = accounts.add_desk_account(village.coordinator, new, PIN).subject
    assert subject is not None
    return subject


def test_somebody_added_by_the_coordinator_signs_in_with_the_pin(village: Village) -> None:
    account = _add_ria(village)
    premises = village.door.enter_with_pin(account, PIN)
    try:
        assert premises.desk.actor.name.full == "Ria van den Berg"
        assert premises.desk.actor.role is Role.DESK_WORKER
    finally:
        premises.leave()


def test_a_new_desk_worker_stands_at_the_door_by_the_name_on_the_wall(village: Village) -> None:
    account = _add_ria(village)
    lobby = village.door.keys.lobby()
    assert lobby is not None
    assert lobby.names[account] == "Ria v.d. B."


def test_after_a_reset_only_the_new_pin_opens(village: Village) -> None:
    account = _add_ria(village)
    accounts.set_pin(village.coordinator, account, "918273")
    with pytest.raises(WrongPin):
        village.door.enter_with_pin(account, PIN)
    village.door.enter_with_pin(account, "918273").leave()


def test_a_removed_account_opens_nothing_and_may_come_back(village: Village) -> None:
    account = _add_ria(village)
    accounts.remove_account(village.coordinator, account)
    with pytest.raises(WrongPin):
        village.door.enter_with_pin(account, PIN)
    with village.coordinator.store.reading() as uow:
        person = uow.accounts.account(account).person_id
    back = NewAccount(Role.COORDINATOR, person_id=person)
    assert accounts.add_desk_account(village.coordinator, back, PIN).subject == account
    premises = village.door.enter_with_pin(account, PIN)
    assert premises.desk.actor.role is Role.COORDINATOR
    premises.leave()


def test_nobody_has_two_accounts(village: Village) -> None:
    me = village.coordinator.actor
    with pytest.raises(AlreadyHasAccount):
        accounts.add_desk_account(
            village.coordinator, NewAccount(Role.DESK_WORKER, person_id=me.person_id), PIN
        )


def test_a_desk_worker_adds_nobody_and_a_coordinator_no_professional(village: Village) -> None:
    new = NewAccount(Role.DESK_WORKER, name=parse_name("Henk Mulder"))
    with pytest.raises(NotAllowed):
        accounts.add_desk_account(village.desk_worker(), new, PIN)
    deputy = NewAccount(Role.DEPUTY, name=parse_name("Sjoerd de Boer"))
    with pytest.raises(NotAllowed):
        accounts.add_professional(village.coordinator, deputy)
    with pytest.raises(NotAllowed):
        accounts.add_desk_account(village.supporter, deputy, PIN)


def test_everybody_may_change_their_own_pin(village: Village) -> None:
    account = _add_ria(village)
    premises = village.door.enter_with_pin(account, PIN)
    accounts.set_pin(premises.desk, account, "918273")
    with pytest.raises(NotAllowed):
        accounts.set_pin(premises.desk, village.coordinator.actor.id, "918273")
    premises.leave()
    village.door.enter_with_pin(account, "918273").leave()


def test_the_pin_of_a_professional_opens_their_signals_too(village: Village) -> None:
    supporter = village.supporter
    accounts.set_pin(supporter, supporter.actor.id, PIN)
    premises = village.door.enter_with_pin(supporter.actor.id, PIN)
    box = supporter.seals.seal("stil", supporter.actor.id, "review 1")
    assert premises.desk.seals.unseal(box, "review 1") == "stil"
    premises.leave()


def test_nobody_else_sets_the_pin_of_a_professional(village: Village) -> None:
    new = NewAccount(Role.DEPUTY, name=parse_name("Sjoerd de Boer"))
    added, issued = accounts.add_professional(village.supporter, new)
    assert added.subject is not None
    with pytest.raises(PrivateKeyNeeded):
        accounts.set_pin(village.supporter, added.subject, PIN)
    premises = village.door.enter_with_passphrase(issued.passphrase)
    accounts.set_pin(premises.desk, added.subject, PIN)
    premises.leave()
    village.door.enter_with_pin(added.subject, PIN).leave()


def test_the_last_coordinator_and_the_last_village_supporter_stay(village: Village) -> None:
    for desk in (village.coordinator, village.supporter):
        with pytest.raises(LastOfItsRole):
            accounts.remove_account(village.supporter, desk.actor.id)


def test_a_renewed_passphrase_replaces_the_old_one(village: Village) -> None:
    renewed = accounts.renew_passphrase(village.coordinator)
    with pytest.raises(WrongPassphrase):
        village.door.enter_with_passphrase(village.issued.passphrase)
    village.door.enter_with_passphrase(renewed).leave()


@pytest.mark.parametrize("pin", ["", "123", "1234", "987654", "0000", "12a4", "1" * 13, "١٢٤٩"])
def test_a_pin_that_anybody_would_try_first_is_refused(pin: str) -> None:
    with pytest.raises(PinTooSimple):
        check_pin(pin)


def test_the_table_of_rights_is_the_one_that_was_agreed() -> None:
    desk = {Right.HELP_REQUESTS, Right.CONTACT_DATA, Right.ROSTER, Right.HANDOVER}
    desk |= {Right.WRITE_CONCERNS}
    coordination = {
        Right.REMOVE_PERSONS,
        Right.EXPORT,
        Right.IMPORT,
        Right.PLAN_ROSTER,
        Right.DESK_ACCOUNTS,
        Right.SETTINGS,
    }
    for right in Right:
        assert may(Role.DESK_WORKER, right) == (right in desk)
        assert may(Role.COORDINATOR, right) == (right in desk | coordination)
        assert may(Role.VILLAGE_SUPPORTER, right)
        assert may(Role.DEPUTY, right)


def test_a_new_code_of_the_support_point_opens_and_the_old_one_no_longer(village: Village) -> None:
    code = accounts.renew_recovery_code(village.coordinator, CodeOf.SUPPORT_POINT)
    premises = village.door.enter_with_recovery_code(code)
    try:
        assert premises.desk.actor.role is Role.COORDINATOR
    finally:
        premises.leave()
    with pytest.raises(WrongRecoveryCode):
        village.door.enter_with_recovery_code(village.issued.recovery_code)


def test_a_professional_renews_the_own_code_and_still_reads_what_was_sealed(
    village: Village,
) -> None:
    concerns.submit_concern(village.coordinator, ConcernDraft(observed="Twee schoenen"))
    code = accounts.renew_recovery_code(village.supporter, CodeOf.MYSELF)
    premises = village.door.enter_with_recovery_code(code)
    try:
        (signal,) = concerns.escalations_between(premises.desk, None, None)
        assert signal.text is not None
        assert signal.text.observed == "Twee schoenen"
    finally:
        premises.leave()
    with pytest.raises(WrongRecoveryCode):
        village.door.enter_with_recovery_code(village.issued.recovery_code_supporter)


def test_who_may_not_give_keys_out_renews_no_code(village: Village) -> None:
    ria = village.desk_worker()
    for desk, of in (
        (ria, CodeOf.SUPPORT_POINT),
        (ria, CodeOf.MYSELF),
        (village.coordinator, CodeOf.MYSELF),
    ):
        with pytest.raises(NotAllowed):
            accounts.renew_recovery_code(desk, of)
    village.door.enter_with_recovery_code(village.issued.recovery_code).leave()
