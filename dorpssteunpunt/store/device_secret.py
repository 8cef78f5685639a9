"""The secret of this computer, without which a PIN opens nothing.

It lies in the keyring of the system where there is one, and otherwise in a file of the settings
folder that only its owner reads. The choice is made once and remembered in that same file.
"""

import json
import logging
import os
import secrets
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol, Self, TypeVar

from dorpssteunpunt.services.faults import DeviceSecretSilent
from dorpssteunpunt.store.durable import disk_faults, write_durably
from dorpssteunpunt.store.stretching import KEY_BYTES

Keeper = Literal["keyring", "file", ""]
_Answer = TypeVar("_Answer")

_FILE = "device-secret.json"
_SERVICE = "dorpssteunpunt"
_PATIENCE = 8.0
"""Seconds: long enough for a person to unlock the keyring when it asks."""
_TRUSTED = ("macOS", "Windows", "SecretService", "libsecret", "kwallet", "chainer")
_log = logging.getLogger(__name__)


class Vault(Protocol):
    """A place of the system that keeps secrets; each call may take long or fail in any way."""

    def get(self, entry: str) -> str | None:
        """Return what is kept under this name, or None."""
        ...

    def put(self, entry: str, secret: str) -> None:
        """Keep a secret under this name."""
        ...


class Device:
    """This computer, as far as keys are concerned. Not for the GUI thread: a keyring may ask."""

    def __init__(
        self,
        folder: Path,
        find_vault: Callable[[], Vault | None],
        patience: float = _PATIENCE,
    ) -> None:
        self._path = folder / _FILE
        self._find_vault = find_vault
        self._patience = patience
        self._secret: bytes | None = None
        self._lock = threading.Lock()

    def secret(self) -> bytes | None:
        """Return the secret of this computer, or None when it has none yet.

        Raises `DeviceSecretSilent` when the keyring that keeps it does not answer in time.
        """
        with self._lock:
            if self._secret is None:
                self._secret = self._recall()
            return self._secret

    def ensured_secret(self) -> bytes:
        """Return the secret of this computer, made now if there was none.

        Raises `DeviceSecretSilent`, `FolderReadOnly` and `DiskFull`.
        """
        known = self.secret()
        if known is not None:
            return known
        with self._lock:
            self._secret = self._make()
            return self._secret

    def kept_in(self) -> Keeper:
        """Say where the secret of this computer lies; nothing when it has none yet."""
        note = self._read_note()
        return note.keeper if note else ""

    def _recall(self) -> bytes | None:
        note = self._read_note()
        if note is None:
            return None
        if note.keeper == "file":
            return bytes.fromhex(note.value)
        kept = self._ask(lambda vault: vault.get(note.value))
        return None if kept is None else bytes.fromhex(kept)

    def _make(self) -> bytes:
        secret = secrets.token_bytes(KEY_BYTES)
        entry = secrets.token_hex(8)
        entrusted = self._entrust(entry, secret.hex())
        note = {"keyring": entry} if entrusted else {"file": secret.hex()}
        with disk_faults(self._path):
            self._path.parent.mkdir(parents=True, exist_ok=True)
        write_durably(self._path, json.dumps(note).encode())
        return secret

    def _entrust(self, entry: str, secret: str) -> bool:
        """Give the secret to a keyring; False when there is none that gives it back."""

        def keep(vault: Vault) -> bool:
            vault.put(entry, secret)
            return vault.get(entry) == secret

        try:
            return self._ask(keep)
        except DeviceSecretSilent:
            _log.info("no keyring on this computer; its secret goes to the settings folder")
            return False

    def _ask(self, question: Callable[[Vault], _Answer]) -> _Answer:
        def put_question() -> _Answer:
            vault = self._find_vault()
            if vault is None:
                raise LookupError("no keyring")
            return question(vault)

        try:
            return _within(self._patience, put_question)
        except Exception as error:  # whatever a keyring raises, it gave no answer
            raise DeviceSecretSilent from error

    def _read_note(self) -> "_Note | None":
        """Return what was remembered; a file that does not read counts as a new computer."""
        try:
            return _Note.from_json(self._path.read_bytes())
        except FileNotFoundError:
            return None
        except (OSError, ValueError, TypeError, AttributeError):
            _log.warning("the file with the secret of this computer does not read")
            return None


@dataclass(frozen=True, slots=True)
class _Note:
    """Who keeps the secret, and its entry in the keyring or the secret itself."""

    keeper: Literal["keyring", "file"]
    value: str

    @classmethod
    def from_json(cls, content: bytes) -> Self:
        """Return a note; raises errors of many kinds for anything else."""
        ((keeper, value),) = json.loads(content).items()
        if keeper == "keyring":
            return cls("keyring", str(value))
        if keeper == "file" and len(bytes.fromhex(value)) == KEY_BYTES:
            return cls("file", value)
        raise ValueError("not a note about a secret")


def no_vault() -> None:
    """Say that this system keeps no secrets."""
    return


def system_vault() -> Vault | None:
    """Return the keyring of this system, or None when it has none that can be trusted."""
    if sys.platform.startswith("linux") and "DBUS_SESSION_BUS_ADDRESS" not in os.environ:
        return None
    import keyring

    backend = keyring.get_keyring()
    if type(backend).__module__ not in {f"keyring.backends.{name}" for name in _TRUSTED}:
        return None
    return _SystemKeyring()


class _SystemKeyring:
    """The keyring library as a vault."""

    def get(self, entry: str) -> str | None:
        """Return what is kept under this name, or None."""
        import keyring

        return keyring.get_password(_SERVICE, entry)

    def put(self, entry: str, secret: str) -> None:
        """Keep a secret under this name."""
        import keyring

        keyring.set_password(_SERVICE, entry, secret)


def _within(seconds: float, call: Callable[[], _Answer]) -> _Answer:
    """Return what ``call`` returns; raises what it raises, or ``TimeoutError``.

    A call that hangs stays behind in a thread that does not hold up the end of the program.
    """
    answers: list[_Answer] = []
    errors: list[Exception] = []

    def run() -> None:
        try:
            answers.append(call())
        except Exception as error:
            errors.append(error)

    thread = threading.Thread(target=run, name="keyring", daemon=True)
    thread.start()
    thread.join(seconds)
    if errors:
        raise errors[0]
    if not answers:
        raise TimeoutError
    return answers[0]
