"""The opened keys of one signed-in person: what the services ask of keys and sealing."""

from collections.abc import Collection
from dataclasses import dataclass

from dorpssteunpunt.services.ports import IssuedKeys, Lobby, PrivateKeyNeeded
from dorpssteunpunt.store.keys import Keys, Unlocked
from dorpssteunpunt.store.sealing import seal, unseal


@dataclass(frozen=True, slots=True)
class OpenedCabinet:
    """Implements `services.ports.KeyCabinet` and `services.ports.Seals`."""

    keys: Keys
    unlocked: Unlocked

    def store_id(self) -> str:
        """Return what names this store and no other; its backups have the same."""
        return self.keys.store_id()

    def has_pin(self, account_id: int) -> bool:
        """Say whether this account can sign in with a PIN."""
        return self.keys.has_pin(account_id)

    def set_pin(self, account_id: int, pin: str) -> None:
        """Let this account sign in with this PIN; a professional does so only for themselves."""
        theirs = account_id in self.readers()
        if theirs and (account_id != self.unlocked.account or not self.unlocked.private_key):
            raise PrivateKeyNeeded
        self.keys.set_pin(self.unlocked, account_id, pin)

    def issue_passphrase(self, account_id: int) -> str:
        """Make a new passphrase for this account; the old one no longer opens anything."""
        return self.keys.issue_passphrase(self.unlocked, account_id)

    def issue_recovery_code(self, account_id: int | None) -> str:
        """Make a new code of the support point (None) or of the professional at the desk."""
        if account_id is None:
            return self.keys.issue_recovery_code(self.unlocked)
        return self.keys.issue_recovery_code(self.unlocked, account_id)

    def issue_professional_keys(self, account_id: int) -> IssuedKeys:
        """Make a key pair for a professional, with the passphrase and code that open it."""
        issued = self.keys.add_supporter(self.unlocked, account_id)
        return IssuedKeys(issued.passphrase, issued.recovery_code)

    def remove(self, account_id: int) -> None:
        """Let this account open nothing any more."""
        self.keys.remove_account(account_id)

    def furnish_lobby(self, lobby: Lobby) -> None:
        """Set what may be seen before the store is open; sealed to this computer."""
        if lobby != self.keys.lobby():
            self.keys.furnish_lobby(lobby)

    def readers(self) -> Collection[int]:
        """Return the accounts that own a key pair."""
        return self.keys.public_keys(self.unlocked).keys()

    def seal(self, text: str, reader_id: int, context: str) -> bytes:
        """Seal a text so that only this reader opens it, in this context only."""
        return seal(text, self.keys.public_keys(self.unlocked)[reader_id], context)

    def unseal(self, box: bytes, context: str) -> str:
        """Open a box sealed to the person at the desk.

        Raises `PrivateKeyNeeded` for somebody without a private key, `SealNotOpened` for a box
        that is not theirs.
        """
        if self.unlocked.private_key is None:
            raise PrivateKeyNeeded
        return unseal(box, self.unlocked.private_key, context)
