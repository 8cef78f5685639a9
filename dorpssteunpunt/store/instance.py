"""One window at a time on a store.

The window holds a lock file beside the store. The command line does not: it prints and checks
while the window is open, and where it writes, the transactions of the engine keep order.
"""

import os
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

from dorpssteunpunt.services.faults import StoreInUse
from dorpssteunpunt.store.durable import disk_faults

_OWNER_ONLY = 0o600


class Held:
    """A store that is held by this window until it is released or the program ends."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor: int | None = descriptor

    def release(self) -> None:
        """Let another window open the store; a second call does nothing."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.release()


def hold(path: Path) -> Held:
    """Hold the store at ``path`` for this window.

    The lock file stays behind; the system itself lets go of the lock when a program ends, also
    when it is killed. Raises `StoreInUse` when another window holds it, and the faults of the
    disk.
    """
    with disk_faults(path):
        descriptor = os.open(
            path.with_name(f"{path.name}.lock"), os.O_RDWR | os.O_CREAT, _OWNER_ONLY
        )
    try:
        _lock(descriptor)
    except OSError as error:
        os.close(descriptor)
        raise StoreInUse(path) from error
    return Held(descriptor)


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
