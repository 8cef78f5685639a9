"""What Windows says about its session: that somebody locked the computer."""

import sys
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray

_SESSION_CHANGE: Final = 0x02B1  # WM_WTSSESSION_CHANGE
_SESSION_LOCK: Final = 0x7  # WTS_SESSION_LOCK
_THIS_SESSION: Final = 0  # NOTIFY_FOR_THIS_SESSION


class SessionFilter(QAbstractNativeEventFilter):
    """Looks at the messages to a window and calls ``locked`` for a lock of the session."""

    def __init__(self, window: int, locked: Callable[[], object]) -> None:
        super().__init__()
        self._locked = locked
        if sys.platform == "win32":
            import ctypes

            ctypes.windll.wtsapi32.WTSRegisterSessionNotification(window, _THIS_SESSION)

    def nativeEventFilter(
        self, kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> tuple[bool, int]:
        """Let every message through."""
        from ctypes import wintypes

        if QByteArray(kind) == b"windows_generic_MSG":
            told = wintypes.MSG.from_address(int(message))
            if told.message == _SESSION_CHANGE and told.wParam == _SESSION_LOCK:
                self._locked()
        return False, 0
