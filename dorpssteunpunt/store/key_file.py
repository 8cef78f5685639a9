"""The key file beside the store: which slots there are, and how they stand on disk.

A tag, sixteen random bytes that name the store, the slots, and a SHA-256 over all of it that
tells a damaged file from a wrong PIN. Nothing in it can be read but the tag.
"""

import hashlib
import secrets
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import IntEnum
from pathlib import Path
from struct import Struct
from struct import error as StructError  # noqa: N812 - an exception deserves a capital
from typing import Self

from dorpssteunpunt.services.faults import KeysDamaged, KeysMissing, StoreUnreadable
from dorpssteunpunt.store.durable import write_durably
from dorpssteunpunt.store.stretching import MOST, SALT_BYTES, Cost

_TAG = b"dorpssteunpunt-keys-1\n"
_ID_BYTES = 16
_SUM_BYTES = 32
_HEAD = Struct("<BIIHB16s8s")
_LENGTH = Struct("<I")
_NO_COST = Cost(0, 0, 0)


class SlotKind(IntEnum):
    """What opens a slot, or what it holds for one who has the store open already."""

    PIN = 1
    PASSPHRASE = 2
    RECOVERY_CODE = 3
    PUBLIC_KEY = 4
    LOBBY = 5


@dataclass(frozen=True, slots=True)
class Slot:
    """A sealed box with what is needed to derive its key; account 0 is the support point."""

    kind: SlotKind
    account: int
    box: bytes = b""
    cost: Cost = _NO_COST
    salt: bytes = bytes(SALT_BYTES)
    device: bytes = bytes(8)

    def head(self) -> bytes:
        """Return everything but the box: what the box is bound to."""
        cost = self.cost
        return _HEAD.pack(
            self.kind,
            self.account,
            cost.memory_kib,
            cost.passes,
            cost.lanes,
            self.salt,
            self.device,
        )


@dataclass(frozen=True, slots=True)
class KeyFile:
    """The content of a key file; a change gives another one."""

    store_id: bytes
    slots: tuple[Slot, ...] = ()

    @classmethod
    def new(cls) -> Self:
        """Return the start of a key file for a new store."""
        return cls(secrets.token_bytes(_ID_BYTES))

    @classmethod
    def read(cls, path: Path) -> Self:
        """Return the key file at ``path``.

        Raises `KeysMissing`, `KeysDamaged`, or `StoreUnreadable` when the system forbids it.
        """
        try:
            content = path.read_bytes()
        except FileNotFoundError as error:
            raise KeysMissing(path) from error
        except OSError as error:
            raise StoreUnreadable(path) from error
        try:
            return cls._decoded(content)
        except (ValueError, StructError) as error:
            raise KeysDamaged(path) from error

    def write(self, path: Path) -> None:
        """Put this key file at ``path``, whole or not at all; raises the faults of the disk."""
        write_durably(path, self._encoded())

    def of(self, kind: SlotKind, account: int | None = None) -> tuple[Slot, ...]:
        """Return the slots of a kind, of everybody or of one account."""
        return tuple(
            slot for slot in self.slots if slot.kind == kind and account in (None, slot.account)
        )

    def having(self, *added: Slot) -> Self:
        """Return this file with these slots, in place of those of the same kind and account."""
        replaced = {(slot.kind, slot.account) for slot in added}
        kept = [slot for slot in self.slots if (slot.kind, slot.account) not in replaced]
        return replace(self, slots=(*kept, *added))

    def without(self, account: int) -> Self:
        """Return this file without any slot of this account."""
        return replace(self, slots=tuple(slot for slot in self.slots if slot.account != account))

    def context(self, slot: Slot) -> bytes:
        """Return what the box of this slot is bound to: this store, and the slot's own head."""
        return _TAG + self.store_id + slot.head()

    def _encoded(self) -> bytes:
        boxes = (slot.head() + _LENGTH.pack(len(slot.box)) + slot.box for slot in self.slots)
        content = _TAG + self.store_id + b"".join(boxes)
        return content + hashlib.sha256(content).digest()

    @classmethod
    def _decoded(cls, whole: bytes) -> Self:
        content, checksum = whole[:-_SUM_BYTES], whole[-_SUM_BYTES:]
        if not content.startswith(_TAG) or hashlib.sha256(content).digest() != checksum:
            raise ValueError("not a whole key file")
        start = len(_TAG) + _ID_BYTES
        return cls(content[len(_TAG) : start], tuple(_slots(content[start:])))


def keys_beside(store: Path) -> Path:
    """Return where the key file of a store stands."""
    return store.with_name(f"{store.name}.keys")


def _slots(content: bytes) -> Iterator[Slot]:
    while content:
        kind, account, memory, passes, lanes, salt, device = _HEAD.unpack_from(content)
        (length,) = _LENGTH.unpack_from(content, _HEAD.size)
        box, content = content[_HEAD.size + 4 :][:length], content[_HEAD.size + 4 + length :]
        if memory > MOST.memory_kib or passes > MOST.passes or lanes > MOST.lanes:
            raise ValueError("a cost that no file of ours has")
        yield Slot(SlotKind(kind), account, box, Cost(memory, passes, lanes), salt, device)
