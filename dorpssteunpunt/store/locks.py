"""The two building blocks under every sealed thing: a derived key, and AES-256-GCM with it."""

import secrets

from dorpssteunpunt.store.stretching import KEY_BYTES

_NONCE_BYTES = 12


class DoesNotOpen(Exception):
    """The key or the context is another one, or the box is damaged."""


def derived_key(material: bytes, salt: bytes, context: bytes) -> bytes:
    """Return a 256-bit key from ``material`` for one purpose (HKDF-SHA256, RFC 5869)."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=salt, info=context).derive(material)


def lock(key: bytes, content: bytes, context: bytes) -> bytes:
    """Return ``content`` in a box that opens with this key in this context only."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = secrets.token_bytes(_NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, content, context)


def unlock(key: bytes, box: bytes, context: bytes) -> bytes:
    """Return what is in the box; raises `DoesNotOpen`."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce, sealed = box[:_NONCE_BYTES], box[_NONCE_BYTES:]
    if len(nonce) < _NONCE_BYTES:
        raise DoesNotOpen
    try:
        return AESGCM(key).decrypt(nonce, sealed, context)
    except InvalidTag as error:
        raise DoesNotOpen from error
