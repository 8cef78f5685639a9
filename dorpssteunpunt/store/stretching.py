"""Argon2id: what makes guessing a PIN or a passphrase slow, measured on this computer."""

import math
import os
import time
from dataclasses import dataclass

KEY_BYTES = 32
SALT_BYTES = 16
_SECONDS = 0.45
"""The geometric middle of 0.2 and 1.0 s, the bounds for unlocking."""
_MEASUREMENTS = 3


@dataclass(frozen=True, slots=True)
class Cost:
    """What one derivation costs: memory in KiB, passes over it, and lanes side by side."""

    memory_kib: int
    passes: int
    lanes: int


LEAST = Cost(memory_kib=64 * 1024, passes=3, lanes=4)
"""Never less for a real store (RFC 9106, second recommended option)."""
MOST = Cost(memory_kib=1024 * 1024, passes=256, lanes=16)
"""More than any file of ours asks; a file that does is damaged."""


def stretch(secret: str, salt: bytes, cost: Cost) -> bytes:
    """Return the 32 bytes that ``secret`` stands for at this salt and cost."""
    from argon2.low_level import Type, hash_secret_raw

    return hash_secret_raw(
        secret.encode(),
        salt,
        time_cost=cost.passes,
        memory_cost=cost.memory_kib,
        parallelism=cost.lanes,
        hash_len=KEY_BYTES,
        type=Type.ID,
    )


def calibrated_cost() -> Cost:
    """Return the cost that takes about 0.45 s on this computer, and never less than `LEAST`.

    Takes about half a second itself. Memory stays as it is, so that an old laptop can open the
    store as well; passes are what time is bought with.

    A computer that is busy with something else while it is measured makes no weaker keys for all
    years to come: what counts is what a derivation would take if it had the processor to itself.
    """
    seconds = min(undisturbed_seconds(LEAST) for _ in range(_MEASUREMENTS))
    passes = round(LEAST.passes * _SECONDS / seconds)
    return Cost(LEAST.memory_kib, min(max(LEAST.passes, passes), MOST.passes), LEAST.lanes)


def undisturbed_seconds(cost: Cost) -> float:
    """Return the seconds of one derivation, without what others made it wait."""
    wall, processor = time.perf_counter(), time.process_time()
    stretch("measuring", bytes(SALT_BYTES), cost)
    wall, processor = time.perf_counter() - wall, time.process_time() - processor
    turns = math.ceil(cost.lanes / (os.cpu_count() or 1))
    return min(wall, turns * processor / cost.lanes)
