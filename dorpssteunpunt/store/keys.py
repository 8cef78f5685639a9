"""The keys of a store: from what a person types to the data key, and back to new slots.

The data key is random and never derived. Every slot holds it, sealed under a PIN with the secret
of this computer, under a passphrase, or under a recovery code. The slots of a professional hold
their private key too, so neither the data key nor another's code opens what is sealed to them.

Loaded before the first window is painted: heavy libraries are imported where they are used.
"""

import secrets
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path

from dorpssteunpunt.services.faults import (
    PinsFromElsewhere,
    StoreExists,
    WrongPassphrase,
    WrongPin,
    WrongRecoveryCode,
)
from dorpssteunpunt.services.ports import FirstSecrets, Lobby, PrivateKeyNeeded
from dorpssteunpunt.store import lobbies, passphrases, recovery_codes
from dorpssteunpunt.store.attempts import FOR_A_LONG_SECRET, FOR_A_PIN, Attempts, Patience
from dorpssteunpunt.store.device_secret import Device
from dorpssteunpunt.store.key_file import KeyFile, Slot, SlotKind, keys_beside
from dorpssteunpunt.store.locks import derived_key
from dorpssteunpunt.store.sealing import new_key_pair
from dorpssteunpunt.store.slots import content_of, filled
from dorpssteunpunt.store.stretching import (
    KEY_BYTES,
    SALT_BYTES,
    Cost,
    calibrated_cost,
    stretch,
)

_SUPPORT_POINT = 0
"""Where a slot names an account: the store's own recovery code has none."""


@dataclass(frozen=True, slots=True)
class Unlocked:
    """What a key opens: the store, and for a professional what is sealed to them.

    ``account`` is None for whoever holds the recovery code of the support point.
    """

    account: int | None
    data_key: bytes = field(repr=False)
    private_key: bytes | None = field(repr=False, default=None)


@dataclass(frozen=True, slots=True)
class IssuedKeys(FirstSecrets):
    """The keys of a new store: the secrets to keep on paper, and what they open."""

    coordinator: Unlocked
    supporter: Unlocked

    @property
    def data_key(self) -> bytes:
        """The key of the store itself."""
        return self.coordinator.data_key


@dataclass(frozen=True, slots=True)
class SupporterKeys:
    """The keys of a professional, to be shown once and kept on paper."""

    passphrase: str = field(repr=False)
    recovery_code: str = field(repr=False)
    unlocked: Unlocked


def draw_secrets() -> FirstSecrets:
    """Return the secrets of a store that is not there yet; nothing is written."""
    return FirstSecrets(
        passphrase=passphrases.new_passphrase(),
        passphrase_supporter=passphrases.new_passphrase(),
        recovery_code=recovery_codes.new_recovery_code(),
        recovery_code_supporter=recovery_codes.new_recovery_code(),
    )


class Keys:
    """The keys of the store at ``store``, used on the computer ``device``.

    Opening and making a slot takes 0.2 to 1.0 s, so not for the GUI thread. Every method that
    reads the key file raises `KeysMissing`, `KeysDamaged` and `StoreUnreadable`; every one that
    changes it the faults of the disk as well.
    """

    def __init__(self, store: Path, device: Device, attempts: Attempts) -> None:
        self.store = store
        self.path = keys_beside(store)
        self.device = device
        self.attempts = attempts

    # ------------------------------------------------------------ the first keys

    def issue(
        self,
        coordinator: int,
        supporter: int,
        cost: Cost | None = None,
        drawn: FirstSecrets | None = None,
    ) -> IssuedKeys:
        """Make the keys of a new store for its first two accounts, from secrets drawn before.

        Without ``cost`` the strength is measured on this computer and never less than
        `stretching.LEAST`; a given one is for tests. Raises `StoreExists` when a store or its
        keys are there.
        """
        if self.path.exists() or self.store.exists():
            raise StoreExists(self.store)
        drawn = drawn or draw_secrets()
        pair = new_key_pair()
        first = Unlocked(coordinator, secrets.token_bytes(KEY_BYTES))
        second = Unlocked(supporter, first.data_key, pair.private)
        file = _first_file(drawn.recovery_code, first.data_key, cost or calibrated_cost())
        phrase = drawn.passphrase
        slot = self._shared(file, SlotKind.PASSPHRASE, coordinator, phrase, first.data_key)
        phrase, code = drawn.passphrase_supporter, drawn.recovery_code_supporter
        file = self._with_supporter(file.having(slot), second, pair.public, phrase, code)
        file.write(self.path)
        return IssuedKeys(**asdict(drawn), coordinator=first, supporter=second)

    # ------------------------------------------------------------ opening

    def open_with_pin(self, account: int, pin: str) -> Unlocked:
        """Return what the PIN of this account opens.

        An account that does not exist or has no PIN is answered like a wrong PIN, and as
        slowly. Raises `WrongPin`, `TooManyAttempts`, `PinsFromElsewhere`, `DeviceSecretSilent`.
        """
        file = self._file()
        device_secret = self.device.secret() or b""
        slot = next(iter(file.of(SlotKind.PIN, account)), None)
        if slot is None:
            slot = Slot(SlotKind.PIN, account, cost=self._cost(file), device=self._mark(file))
        if not device_secret or slot.device != self._mark(file):
            raise PinsFromElsewhere

        def try_pin() -> Unlocked | None:
            material = stretch(pin.strip(), slot.salt, slot.cost)
            return _unlocked(slot, content_of(file, slot, material, device_secret))

        return self._attempt(_door(file, account), FOR_A_PIN, WrongPin, try_pin)

    def open_with_passphrase(self, typed: str) -> Unlocked:
        """Return what a passphrase opens, and whose it is.

        Raises `PassphraseMistyped`, `WrongPassphrase` and `TooManyAttempts`.
        """
        phrase = passphrases.canonical(typed)
        return self._open_shared(SlotKind.PASSPHRASE, phrase, WrongPassphrase)

    def open_with_recovery_code(self, typed: str) -> Unlocked:
        """Return what a recovery code opens: the store, or all that is a professional's.

        Raises `RecoveryCodeMistyped`, `WrongRecoveryCode` and `TooManyAttempts`.
        """
        code = recovery_codes.canonical(typed)
        return self._open_shared(SlotKind.RECOVERY_CODE, code, WrongRecoveryCode)

    def pins_work_here(self) -> bool:
        """Say whether somebody set a PIN on this computer; raises `DeviceSecretSilent`."""
        file = self._file()
        return any(slot.device == self._mark(file) for slot in file.of(SlotKind.PIN))

    def has_pin(self, account: int) -> bool:
        """Say whether this account can sign in with a PIN on this computer."""
        file = self._file()
        return any(slot.device == self._mark(file) for slot in file.of(SlotKind.PIN, account))

    def wait_seconds(self, account: int) -> int:
        """Return how long no PIN of this account is heard."""
        return self.attempts.wait_seconds(_door(self._file(), account))

    # ------------------------------------------------------------ making and taking away

    def set_pin(self, unlocked: Unlocked, account: int, pin: str) -> None:
        """Let this account sign in with this PIN, on this computer only.

        Raises `PrivateKeyNeeded` for a professional other than the one who opened the store.
        """
        file = self._file()
        content = self._content_for(file, unlocked, account)
        device_secret = self.device.ensured_secret()
        slot = Slot(
            SlotKind.PIN,
            account,
            cost=self._cost(file),
            salt=_new_salt(),
            device=self._mark(file),
        )
        material = stretch(pin.strip(), slot.salt, slot.cost)
        file.having(filled(file, slot, material, content, device_secret)).write(self.path)
        self.attempts.was_right(_door(file, account))

    def issue_passphrase(self, unlocked: Unlocked, account: int) -> str:
        """Return a new passphrase of this account; the old one no longer opens anything.

        Raises `PrivateKeyNeeded` for a professional other than the one who opened the store.
        """
        file = self._file()
        phrase = passphrases.new_passphrase()
        content = self._content_for(file, unlocked, account)
        slot = self._shared(file, SlotKind.PASSPHRASE, account, phrase, content)
        file.having(slot).write(self.path)
        return phrase

    def issue_recovery_code(self, unlocked: Unlocked, account: int = _SUPPORT_POINT) -> str:
        """Return a new recovery code, of the support point or of a professional in person.

        The old one no longer opens anything. Raises `PrivateKeyNeeded`.
        """
        file = self._file()
        code = recovery_codes.new_recovery_code()
        content = self._content_for(file, unlocked, account)
        slot = self._shared(file, SlotKind.RECOVERY_CODE, account, code, content)
        file.having(slot).write(self.path)
        return code

    def add_supporter(self, unlocked: Unlocked, account: int) -> SupporterKeys:
        """Make a key pair for a professional, with the passphrase and code that open it.

        What was sealed to an earlier pair of this account can no longer be opened.
        """
        pair = new_key_pair()
        theirs = Unlocked(account, unlocked.data_key, pair.private)
        phrase, code = passphrases.new_passphrase(), recovery_codes.new_recovery_code()
        file = self._file().without(account)
        self._with_supporter(file, theirs, pair.public, phrase, code).write(self.path)
        return SupporterKeys(phrase, code, theirs)

    def remove_account(self, account: int) -> None:
        """Let nothing of this account open the store any more."""
        self._file().without(account).write(self.path)

    def public_keys(self, unlocked: Unlocked) -> dict[int, bytes]:
        """Return the public keys of the professionals by account.

        They are sealed under the data key, so that nobody outside can put their own in place.
        """
        file = self._file()
        opened = {
            slot.account: content_of(file, slot, unlocked.data_key)
            for slot in file.of(SlotKind.PUBLIC_KEY)
        }
        return {account: public for account, public in opened.items() if public is not None}

    # ------------------------------------------------------------ what is seen at the door

    def lobby(self) -> Lobby | None:
        """Return what may be seen at the door; None on a computer that is new to the store.

        Raises `DeviceSecretSilent`.
        """
        file = self._file()
        device_secret = self.device.secret()
        if device_secret is None:
            return None
        for slot in file.of(SlotKind.LOBBY):
            content = content_of(file, slot, device_secret)
            if content is not None:
                return lobbies.read(content)
        return None

    def store_id(self) -> str:
        """Return what names this store and no other; it opens nothing."""
        return self._file().store_id.hex()

    def furnish_lobby(self, lobby: Lobby) -> None:
        """Set what may be seen at the door, readable on this computer only."""
        file = self._file()
        slot = Slot(SlotKind.LOBBY, _SUPPORT_POINT)
        sealed = filled(file, slot, self.device.ensured_secret(), lobbies.written(lobby))
        file.having(sealed).write(self.path)

    # ------------------------------------------------------------ behind the door

    def _file(self) -> KeyFile:
        return KeyFile.read(self.path)

    def _cost(self, file: KeyFile) -> Cost:
        """Return the cost that was measured at set-up; the support point's code has it."""
        return file.of(SlotKind.RECOVERY_CODE, _SUPPORT_POINT)[0].cost

    def _mark(self, file: KeyFile) -> bytes:
        """Return by what a slot shows on which computer it was made, without telling how."""
        return derived_key(self.device.secret() or b"", file.store_id, b"device mark")[:8]

    def _content_for(self, file: KeyFile, unlocked: Unlocked, account: int) -> bytes:
        if not file.of(SlotKind.PUBLIC_KEY, account):
            return unlocked.data_key
        if unlocked.account != account or unlocked.private_key is None:
            raise PrivateKeyNeeded
        return unlocked.data_key + unlocked.private_key

    def _with_supporter(
        self, file: KeyFile, theirs: Unlocked, public_key: bytes, phrase: str, code: str
    ) -> KeyFile:
        account = theirs.account or _SUPPORT_POINT
        content = theirs.data_key + (theirs.private_key or b"")
        public = Slot(SlotKind.PUBLIC_KEY, account)
        return file.having(
            self._shared(file, SlotKind.PASSPHRASE, account, phrase, content),
            self._shared(file, SlotKind.RECOVERY_CODE, account, code, content),
            filled(file, public, theirs.data_key, public_key),
        )

    def _shared(
        self, file: KeyFile, kind: SlotKind, account: int, secret: str, content: bytes
    ) -> Slot:
        """Return a slot that shares salt and cost with the others of its kind.

        So one derivation tries them all, and nobody says first who they are.
        """
        salt = next((slot.salt for slot in file.of(kind)), None) or _new_salt()
        slot = Slot(kind, account, cost=self._cost(file), salt=salt)
        return filled(file, slot, stretch(secret, salt, slot.cost), content)

    def _open_shared(
        self,
        kind: SlotKind,
        secret: str,
        wrong: type[WrongPassphrase | WrongRecoveryCode],
    ) -> Unlocked:
        file = self._file()

        def try_all() -> Unlocked | None:
            slots = file.of(kind)
            recipes = {(slot.salt, slot.cost) for slot in slots}
            materials = {(salt, cost): stretch(secret, salt, cost) for salt, cost in recipes}
            for slot in slots:
                found = _unlocked(slot, content_of(file, slot, materials[slot.salt, slot.cost]))
                if found is not None:
                    return found
            return None

        door = f"{_door(file, _SUPPORT_POINT)}-{kind.name.lower()}"
        return self._attempt(door, FOR_A_LONG_SECRET, wrong, try_all)

    def _attempt(
        self,
        door: str,
        patience: Patience,
        wrong: type[WrongPin | WrongPassphrase | WrongRecoveryCode],
        attempt: Callable[[], Unlocked | None],
    ) -> Unlocked:
        wait = self.attempts.begin(door, patience)
        unlocked = attempt()
        if unlocked is None:
            self.attempts.was_wrong(door, wait)
            raise wrong(wait)
        self.attempts.was_right(door)
        return unlocked


def _first_file(recovery_code: str, data_key: bytes, cost: Cost) -> KeyFile:
    """Return a new key file with the support point's code; the cost of its slot is that of all."""
    file = KeyFile.new()
    slot = Slot(SlotKind.RECOVERY_CODE, _SUPPORT_POINT, cost=cost, salt=_new_salt())
    return file.having(filled(file, slot, stretch(recovery_code, slot.salt, cost), data_key))


def _unlocked(slot: Slot, content: bytes | None) -> Unlocked | None:
    if content is None:
        return None
    data_key, private_key = content[:KEY_BYTES], content[KEY_BYTES:]
    return Unlocked(slot.account or None, data_key, private_key or None)


def _new_salt() -> bytes:
    return secrets.token_bytes(SALT_BYTES)


def _door(file: KeyFile, account: int) -> str:
    return f"{file.store_id.hex()[:12]}-{account}"
