"""The keys of the store and sealing, as the services ask for them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from dorpssteunpunt.base.errors import Refusal
from dorpssteunpunt.domain.support_point import EmergencyNumber


@dataclass(frozen=True, slots=True)
class IssuedKeys:
    """What somebody gets on paper, shown once: a passphrase and a recovery code of their own."""

    passphrase: str
    recovery_code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstSecrets:
    """The secrets that go on paper when a support point begins: of it, and of its supporter."""

    passphrase: str = field(repr=False)
    passphrase_supporter: str = field(repr=False)
    recovery_code: str = field(repr=False)
    recovery_code_supporter: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Lobby:
    """What may be seen before the store is open: whose it is, whom to choose, whom to call.

    The names by account are as on the wall; ``names`` is empty on a computer new to the store.
    Where they are hidden somebody types their own name.
    """

    support_point: str
    village: str
    names: Mapping[int, str]
    emergency_numbers: Sequence[EmergencyNumber]
    names_hidden: bool = False


class KeyCabinet(Protocol):
    """The keys of the store that the person at the desk has opened."""

    def store_id(self) -> str:
        """Return what names this store and no other; its backups have the same."""
        ...

    def has_pin(self, account_id: int) -> bool:
        """Say whether this account can sign in with a PIN."""
        ...

    def set_pin(self, account_id: int, pin: str) -> None:
        """Let this account sign in with this PIN; a professional does so only for themselves.

        Raises `PrivateKeyNeeded` for a professional other than the one at the desk.
        """
        ...

    def issue_passphrase(self, account_id: int) -> str:
        """Make a new passphrase for this account; the old one no longer opens anything."""
        ...

    def issue_recovery_code(self, account_id: int | None) -> str:
        """Make a new code of the support point (None) or of the professional at the desk.

        The old one no longer opens anything.
        """
        ...

    def issue_professional_keys(self, account_id: int) -> IssuedKeys:
        """Make a key pair for a professional, with the passphrase and code that open it."""
        ...

    def remove(self, account_id: int) -> None:
        """Let this account open nothing any more."""
        ...

    def furnish_lobby(self, lobby: Lobby) -> None:
        """Set what may be seen before the store is open; sealed to this computer."""
        ...


class Seals(Protocol):
    """Sealing to a professional's public key, and opening with one's own private key."""

    def readers(self) -> Collection[int]:
        """Return the accounts that own a key pair."""
        ...

    def seal(self, text: str, reader_id: int, context: str) -> bytes:
        """Seal a text so that only this reader opens it, in this context only."""
        ...

    def unseal(self, box: bytes, context: str) -> str:
        """Open a box sealed to the person at the desk; raises `SealBroken`."""
        ...


class PrivateKeyNeeded(Refusal):
    """Only the professional in person can put their private key behind a new PIN."""
