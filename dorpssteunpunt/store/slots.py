"""Closing and opening the slots of a key file."""

from dataclasses import replace

from dorpssteunpunt.store.key_file import KeyFile, Slot
from dorpssteunpunt.store.locks import DoesNotOpen, derived_key, lock, unlock


def filled(file: KeyFile, slot: Slot, material: bytes, content: bytes, salt: bytes = b"") -> Slot:
    """Return the slot with ``content`` in it, for whoever has the same material and salt."""
    context = file.context(slot)
    return replace(slot, box=lock(derived_key(material, salt, context), content, context))


def content_of(file: KeyFile, slot: Slot, material: bytes, salt: bytes = b"") -> bytes | None:
    """Return what is in the slot, or None when this material or salt does not open it."""
    context = file.context(slot)
    try:
        return unlock(derived_key(material, salt, context), slot.box, context)
    except DoesNotOpen:
        return None
