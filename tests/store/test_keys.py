"""Who opens the store with what, and what each of them can read."""

import logging
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from types import SimpleNamespace

import pytest

from dorpssteunpunt.base.clock import FixedClock
from dorpssteunpunt.base.errors import Circumstance
from dorpssteunpunt.domain.support_point import EmergencyNumber
from dorpssteunpunt.services.faults import (
    PinsFromElsewhere,
    SealNotOpened,
    TooManyAttempts,
    WrongPassphrase,
    WrongPin,
    WrongRecoveryCode,
)
from dorpssteunpunt.services.ports import Lobby, PrivateKeyNeeded
from dorpssteunpunt.store import stretching
from dorpssteunpunt.store.key_file import KeyFile, SlotKind
from dorpssteunpunt.store.keys import IssuedKeys, Keys, Unlocked, draw_secrets
from dorpssteunpunt.store.passphrases import new_passphrase
from dorpssteunpunt.store.recovery_codes import new_recovery_code
from dorpssteunpunt.store.sealing import seal, unseal
from dorpssteunpunt.store.stretching import LEAST, calibrated_cost
from tests.stores import CHEAP, COORDINATOR, SUPPORTER, VOLUNTEER, Computer

PIN, OTHER_PIN = "482913", "719204"
STRANGER = 77
LOBBY = Lobby(
    support_point="De Linde",
    village="Heusden",
    names={VOLUNTEER: "Łukasz W.", COORDINATOR: "Mieke C."},
    emergency_numbers=(
        EmergencyNumber(position=1, number="112", name="Gevaar", checked_on=date(2026, 1, 2)),
        EmergencyNumber(position=2, number="0800-2000", name="Veilig Thuis"),
    ),
)


@pytest.fixture
def with_pins(keys: Keys, issued: IssuedKeys) -> Keys:
    """Keys on a computer where a volunteer and the supporter have a PIN."""
    keys.set_pin(issued.coordinator, VOLUNTEER, PIN)
    keys.set_pin(issued.supporter, SUPPORTER, OTHER_PIN)
    return keys


def _guess(keys: Keys, account: int, pin: str = "000000") -> Circumstance:
    """Return what a wrong guess is told."""
    with pytest.raises((WrongPin, TooManyAttempts)) as told:
        keys.open_with_pin(account, pin)
    return told.value


# ---------------------------------------------------------------- what opens the store


def test_a_pin_opens_the_store_for_its_account(with_pins: Keys, data_key: bytes) -> None:
    assert with_pins.open_with_pin(VOLUNTEER, f" {PIN} ") == Unlocked(VOLUNTEER, data_key)


def test_a_pin_opens_nothing_for_another_account(with_pins: Keys) -> None:
    assert isinstance(_guess(with_pins, SUPPORTER, PIN), WrongPin)


def test_a_passphrase_says_whose_it_is(keys: Keys, issued: IssuedKeys) -> None:
    assert keys.open_with_passphrase(issued.passphrase) == issued.coordinator
    assert keys.open_with_passphrase(issued.passphrase_supporter.upper()) == issued.supporter


def test_the_recovery_code_of_the_support_point_opens_the_store_as_nobody(
    keys: Keys, issued: IssuedKeys
) -> None:
    assert keys.open_with_recovery_code(issued.recovery_code) == Unlocked(None, issued.data_key)


def test_a_recovery_code_of_their_own_gives_the_supporter_everything_back(
    keys: Keys, issued: IssuedKeys
) -> None:
    assert keys.open_with_recovery_code(issued.recovery_code_supporter) == issued.supporter


def test_a_passphrase_works_on_any_computer(
    issued: IssuedKeys, other_computer: Computer, path: Path
) -> None:
    elsewhere = other_computer.keys(path)
    assert elsewhere.open_with_passphrase(issued.passphrase) == issued.coordinator


def test_secrets_drawn_before_are_those_of_the_store(keys: Keys) -> None:
    drawn = draw_secrets()
    issued = keys.issue(COORDINATOR, SUPPORTER, CHEAP, drawn)
    assert keys.open_with_passphrase(drawn.passphrase) == issued.coordinator
    assert keys.open_with_recovery_code(drawn.recovery_code_supporter) == issued.supporter


def test_wrong_passphrases_and_codes_open_nothing(keys: Keys, issued: IssuedKeys) -> None:
    with pytest.raises(WrongPassphrase):
        keys.open_with_passphrase(new_passphrase())
    with pytest.raises(WrongRecoveryCode):
        keys.open_with_recovery_code(new_recovery_code())


def test_keys_are_not_shown_by_accident(issued: IssuedKeys) -> None:
    shown = repr(issued) + repr(issued.supporter)
    secrets = [
        issued.passphrase,
        issued.recovery_code,
        repr(issued.data_key),
        issued.data_key.hex(),
    ]
    assert not [secret for secret in secrets if secret in shown]


# ---------------------------------------------------------------- the computer is part of a PIN


def test_a_copied_file_does_not_open_with_the_right_pin(
    with_pins: Keys, other_computer: Computer, path: Path
) -> None:
    with pytest.raises(PinsFromElsewhere):
        other_computer.keys(path).open_with_pin(VOLUNTEER, PIN)


def test_the_device_secret_is_in_the_lock_and_not_only_in_its_mark(
    with_pins: Keys, computer: Computer, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody who forges the mark of this computer still has to have its secret."""
    mark = KeyFile.read(with_pins.path).of(SlotKind.PIN)[0].device
    monkeypatch.setattr(Keys, "_mark", lambda _keys, _file: mark)
    thief = Computer(computer.settings.parent / "thief", computer.clock).keys(path)
    thief.device.ensured_secret()
    assert isinstance(_guess(thief, VOLUNTEER, PIN), WrongPin)
    assert with_pins.open_with_pin(VOLUNTEER, PIN).account == VOLUNTEER


def test_on_a_new_computer_a_passphrase_makes_pins_work_again(
    with_pins: Keys, issued: IssuedKeys, other_computer: Computer, path: Path
) -> None:
    elsewhere = other_computer.keys(path)
    assert not elsewhere.pins_work_here()
    assert not elsewhere.has_pin(VOLUNTEER)
    unlocked = elsewhere.open_with_passphrase(issued.passphrase)
    elsewhere.set_pin(unlocked, VOLUNTEER, OTHER_PIN)
    assert elsewhere.pins_work_here()
    assert elsewhere.open_with_pin(VOLUNTEER, OTHER_PIN).account == VOLUNTEER


def test_the_lobby_shows_on_this_computer_only(
    keys: Keys, issued: IssuedKeys, computer: Computer, other_computer: Computer, path: Path
) -> None:
    assert keys.lobby() is None
    keys.furnish_lobby(LOBBY)
    assert computer.keys(path).lobby() == LOBBY
    assert other_computer.keys(path).lobby() is None


# ---------------------------------------------------------------- a supporter's private key


def test_only_the_supporter_in_person_reads_what_is_sealed_to_them(
    with_pins: Keys, issued: IssuedKeys
) -> None:
    public = with_pins.public_keys(issued.coordinator)[SUPPORTER]
    box = seal("een zorg", public, "concern 1")
    ways_of_the_supporter = (
        with_pins.open_with_pin(SUPPORTER, OTHER_PIN),
        with_pins.open_with_passphrase(issued.passphrase_supporter),
        with_pins.open_with_recovery_code(issued.recovery_code_supporter),
    )
    for unlocked in ways_of_the_supporter:
        assert unseal(box, unlocked.private_key or b"", "concern 1") == "een zorg"
    ways_of_others = (
        with_pins.open_with_pin(VOLUNTEER, PIN),
        with_pins.open_with_passphrase(issued.passphrase),
        with_pins.open_with_recovery_code(issued.recovery_code),
    )
    assert [unlocked.private_key for unlocked in ways_of_others] == [None, None, None]
    with pytest.raises(SealNotOpened):
        unseal(box, issued.data_key, "concern 1")


def test_nobody_else_puts_another_key_before_a_supporters_slot(
    keys: Keys, issued: IssuedKeys
) -> None:
    before = keys.path.read_bytes()
    for change in (
        lambda: keys.set_pin(issued.coordinator, SUPPORTER, PIN),
        lambda: keys.issue_passphrase(issued.coordinator, SUPPORTER),
        lambda: keys.issue_recovery_code(issued.coordinator, SUPPORTER),
        lambda: keys.set_pin(Unlocked(SUPPORTER, issued.data_key), SUPPORTER, PIN),
    ):
        with pytest.raises(PrivateKeyNeeded):
            change()
    assert keys.path.read_bytes() == before


def test_a_deputy_gets_keys_of_their_own(keys: Keys, issued: IssuedKeys) -> None:
    deputy = keys.add_supporter(issued.supporter, VOLUNTEER)
    public = keys.public_keys(issued.coordinator)
    assert set(public) == {SUPPORTER, VOLUNTEER}
    unlocked = keys.open_with_passphrase(deputy.passphrase)
    box = seal("een zorg", public[VOLUNTEER], "concern 1")
    assert unseal(box, unlocked.private_key or b"", "concern 1") == "een zorg"
    assert keys.open_with_recovery_code(deputy.recovery_code) == unlocked == deputy.unlocked
    assert keys.open_with_passphrase(issued.passphrase_supporter) == issued.supporter


def test_a_new_pair_leaves_no_door_open_to_the_old_one(with_pins: Keys, issued: IssuedKeys) -> None:
    with_pins.add_supporter(issued.coordinator, SUPPORTER)
    assert isinstance(_guess(with_pins, SUPPORTER, OTHER_PIN), WrongPin)
    with pytest.raises(WrongPassphrase):
        with_pins.open_with_passphrase(issued.passphrase_supporter)
    with pytest.raises(WrongRecoveryCode):
        with_pins.open_with_recovery_code(issued.recovery_code_supporter)


def test_a_public_key_that_somebody_put_in_is_not_believed(keys: Keys, issued: IssuedKeys) -> None:
    assert keys.public_keys(Unlocked(None, bytes(32))) == {}


# ---------------------------------------------------------------- changing and taking away


def test_a_new_secret_replaces_the_old_one(with_pins: Keys, issued: IssuedKeys) -> None:
    with_pins.set_pin(issued.coordinator, VOLUNTEER, OTHER_PIN)
    assert isinstance(_guess(with_pins, VOLUNTEER, PIN), WrongPin)
    phrase = with_pins.issue_passphrase(issued.coordinator, COORDINATOR)
    code = with_pins.issue_recovery_code(issued.coordinator)
    with pytest.raises(WrongPassphrase):
        with_pins.open_with_passphrase(issued.passphrase)
    with pytest.raises(WrongRecoveryCode):
        with_pins.open_with_recovery_code(issued.recovery_code)
    assert with_pins.open_with_passphrase(phrase) == issued.coordinator
    assert with_pins.open_with_recovery_code(code).account is None


def test_a_removed_account_opens_nothing_and_others_still_do(
    with_pins: Keys, issued: IssuedKeys
) -> None:
    with_pins.remove_account(SUPPORTER)
    assert not with_pins.has_pin(SUPPORTER)
    assert with_pins.public_keys(issued.coordinator) == {}
    with pytest.raises(WrongPassphrase):
        with_pins.open_with_passphrase(issued.passphrase_supporter)
    with pytest.raises(WrongRecoveryCode):
        with_pins.open_with_recovery_code(issued.recovery_code_supporter)
    assert with_pins.open_with_pin(VOLUNTEER, PIN).account == VOLUNTEER
    assert with_pins.open_with_passphrase(issued.passphrase) == issued.coordinator


# ---------------------------------------------------------------- guessing


def test_the_fifth_wrong_pin_starts_a_wait_in_which_even_the_right_one_is_not_heard(
    with_pins: Keys, clock: FixedClock
) -> None:
    told = [_guess(with_pins, VOLUNTEER) for _ in range(5)]
    assert [fault.wait_seconds for fault in told if isinstance(fault, WrongPin)] == [0, 0, 0, 0, 30]
    assert isinstance(_guess(with_pins, VOLUNTEER, PIN), TooManyAttempts)
    assert with_pins.wait_seconds(VOLUNTEER) == 30
    clock.moment += timedelta(seconds=30)
    assert with_pins.open_with_pin(VOLUNTEER, PIN).account == VOLUNTEER
    assert with_pins.wait_seconds(VOLUNTEER) == 0


def test_the_wait_survives_a_restart_and_grows(
    with_pins: Keys, computer: Computer, path: Path, clock: FixedClock
) -> None:
    for _ in range(5):
        _guess(with_pins, VOLUNTEER)
    for wait in (30, 60, 120, 240):
        restarted = computer.keys(path)
        assert restarted.wait_seconds(VOLUNTEER) == wait
        clock.moment += timedelta(seconds=wait)
        _guess(restarted, VOLUNTEER)


def test_ending_the_program_while_it_works_on_a_pin_hides_no_attempt(
    with_pins: Keys, computer: Computer, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*_facts: object) -> bytes:
        raise KeyboardInterrupt

    monkeypatch.setattr("dorpssteunpunt.store.keys.stretch", killed)
    for _ in range(5):
        with pytest.raises(KeyboardInterrupt):
            with_pins.open_with_pin(VOLUNTEER, PIN)
    assert computer.keys(path).wait_seconds(VOLUNTEER) == 30


def test_one_persons_wrong_pins_do_not_keep_others_out(with_pins: Keys) -> None:
    for _ in range(5):
        _guess(with_pins, VOLUNTEER)
    assert with_pins.open_with_pin(SUPPORTER, OTHER_PIN).account == SUPPORTER


def test_a_stranger_is_answered_like_somebody_with_a_wrong_pin(with_pins: Keys) -> None:
    told = [
        [(type(fault), vars(fault)) for fault in (_guess(with_pins, account) for _ in range(6))]
        for account in (VOLUNTEER, STRANGER)
    ]
    assert told[0] == told[1]


def test_wrong_passphrases_make_wait_as_well_but_shorter(
    keys: Keys, issued: IssuedKeys, clock: FixedClock
) -> None:
    for _ in range(5):
        with pytest.raises(WrongPassphrase) as told:
            keys.open_with_passphrase(new_passphrase())
    assert told.value.wait_seconds == 2
    with pytest.raises(TooManyAttempts):
        keys.open_with_passphrase(issued.passphrase)
    clock.moment += timedelta(seconds=2)
    assert keys.open_with_passphrase(issued.passphrase) == issued.coordinator


def test_a_coordinator_who_sets_a_new_pin_ends_the_wait(
    with_pins: Keys, issued: IssuedKeys
) -> None:
    for _ in range(5):
        _guess(with_pins, VOLUNTEER)
    with_pins.set_pin(issued.coordinator, VOLUNTEER, OTHER_PIN)
    assert with_pins.open_with_pin(VOLUNTEER, OTHER_PIN).account == VOLUNTEER


def test_wrong_attempts_are_logged_without_what_was_typed(
    with_pins: Keys, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO):
        _guess(with_pins, VOLUNTEER, "135790")
    assert "wrong attempt" in caplog.text
    assert "135790" not in caplog.text


# ---------------------------------------------------------------- how slow guessing is


def test_the_measured_cost_is_never_below_the_floor() -> None:
    assert (LEAST.memory_kib, LEAST.passes, LEAST.lanes) == (64 * 1024, 3, 4)
    cost = calibrated_cost()
    assert cost.memory_kib >= LEAST.memory_kib
    assert cost.passes >= LEAST.passes
    assert cost.lanes == LEAST.lanes


@pytest.mark.parametrize(("seconds", "passes"), [(0.05, 27), (0.15, 9), (0.45, 3), (5.0, 3)])
def test_a_faster_computer_makes_more_passes(
    seconds: float, passes: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "dorpssteunpunt.store.stretching.undisturbed_seconds", lambda _cost: seconds
    )
    assert calibrated_cost().passes == passes


@pytest.mark.parametrize(("cores", "seconds"), [(1, 0.8), (2, 0.4), (3, 0.4), (4, 0.2), (16, 0.2)])
def test_a_computer_that_is_busy_gets_keys_as_strong_as_when_it_is_not(
    cores: int, seconds: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Four lanes take 0.2 s of a processor each; others made them wait nine seconds in all."""
    wall, processor = iter([1.0, 10.0]), iter([5.0, 5.8])
    clocks = SimpleNamespace(
        perf_counter=partial(next, wall), process_time=partial(next, processor)
    )
    monkeypatch.setattr(stretching, "time", clocks)
    monkeypatch.setattr("os.cpu_count", lambda: cores)
    monkeypatch.setattr(stretching, "stretch", lambda *_recipe: b"")
    assert stretching.undisturbed_seconds(LEAST) == pytest.approx(seconds)


def test_without_being_asked_otherwise_new_keys_get_the_measured_cost(
    keys: Keys, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dorpssteunpunt.store.stretching.undisturbed_seconds", lambda _cost: 0.45)
    issued = keys.issue(COORDINATOR, SUPPORTER)
    keys.set_pin(issued.coordinator, VOLUNTEER, PIN)
    guessable = (SlotKind.PIN, SlotKind.PASSPHRASE, SlotKind.RECOVERY_CODE)
    slots = [slot for slot in KeyFile.read(keys.path).slots if slot.kind in guessable]
    assert [slot.cost for slot in slots] == [LEAST] * 5
