"""Sealed notes: anybody with the public key closes one, only the private key opens it."""

from dataclasses import dataclass, field

from dorpssteunpunt.services.faults import SealNotOpened
from dorpssteunpunt.store.locks import DoesNotOpen, derived_key, lock, unlock

_PUBLIC_BYTES = 32
_PURPOSE = b"dorpssteunpunt sealed note 1"


@dataclass(frozen=True, slots=True)
class KeyPair:
    """Both halves of an X25519 pair, 32 bytes each."""

    private: bytes = field(repr=False)
    public: bytes


def new_key_pair() -> KeyPair:
    """Return a new random pair."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    private = X25519PrivateKey.generate()
    return KeyPair(private.private_bytes_raw(), private.public_key().public_bytes_raw())


def seal(text: str, public_key: bytes, context: str) -> bytes:
    """Return ``text`` in a box that only the owner of ``public_key`` opens.

    ``context`` says what the box belongs to, such as "concern 12"; a box that is moved to
    another place does not open there. Raises ``ValueError`` for what is no public key.
    """
    once = new_key_pair()
    key = _note_key(once.private, public_key, once.public, public_key)
    return once.public + lock(key, text.encode(), context.encode())


def unseal(box: bytes, private_key: bytes, context: str) -> str:
    """Return the text in a box made by `seal` with this context.

    Raises `SealNotOpened` when the box is for another reader or place, or damaged.
    """
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    once, sealed = box[:_PUBLIC_BYTES], box[_PUBLIC_BYTES:]
    public_key = X25519PrivateKey.from_private_bytes(private_key).public_key().public_bytes_raw()
    try:
        key = _note_key(private_key, once, once, public_key)
        return unlock(key, sealed, context.encode()).decode()
    except (DoesNotOpen, ValueError) as error:
        raise SealNotOpened from error


def _note_key(own_private: bytes, their_public: bytes, once: bytes, reader: bytes) -> bytes:
    """Return the key both sides agree on; the two public keys are part of it (RFC 7748, 6.1)."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import (
        X25519PrivateKey,
        X25519PublicKey,
    )

    agreed = X25519PrivateKey.from_private_bytes(own_private).exchange(
        X25519PublicKey.from_public_bytes(their_public)
    )
    return derived_key(agreed, once + reader, _PURPOSE)
