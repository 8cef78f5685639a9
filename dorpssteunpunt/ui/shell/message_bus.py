"""Knocks at the message buses of a Linux desktop, so that nobody waits for a silent one.

Qt waits without an end for a bus that takes a call and says nothing, and PySide keeps the whole
interpreter waiting meanwhile, so that a thread of its own would not help.
"""

import os
import socket
from typing import Final

from PySide6.QtCore import QByteArray, QObject, QSocketNotifier, QUrl, Signal

# https://dbus.freedesktop.org/doc/dbus-specification.html#auth-protocol: asks in which ways
# somebody may come in, which every bus answers.
_KNOCK: Final = b"\0AUTH\r\n"
_ENOUGH: Final = 64  # bytes of an answer that nobody reads


def session_bus() -> str:
    """Return the addresses of the bus of whoever is signed in on this desktop."""
    usual = f"unix:path={os.environ.get('XDG_RUNTIME_DIR', '/nowhere')}/bus"
    return os.environ.get("DBUS_SESSION_BUS_ADDRESS") or usual


def system_bus() -> str:
    """Return the addresses of the bus of this computer."""
    usual = "unix:path=/var/run/dbus/system_bus_socket"
    return os.environ.get("DBUS_SYSTEM_BUS_ADDRESS") or usual


class Knock(QObject):
    """Tells ``answered`` when the bus at one of these addresses speaks; at a silent one never."""

    answered = Signal()

    def __init__(self, addresses: str, parent: QObject) -> None:
        super().__init__(parent)
        self._line = _line_to(addresses)
        if self._line is not None:
            self._ear = QSocketNotifier(self._line.fileno(), QSocketNotifier.Type.Read, self)
            self._ear.activated.connect(self._hear)

    def _hear(self) -> None:
        assert self._line is not None
        self._ear.setEnabled(False)
        try:
            says = self._line.recv(_ENOUGH)
        except OSError:
            says = b""
        self._line.close()
        if says:
            self.answered.emit()


def _line_to(addresses: str) -> socket.socket | None:
    """Knock at the first of these addresses on this computer that takes a call at once."""
    for address in addresses.split(";"):
        kind, _colon, rest = address.partition(":")
        place = _place(rest) if kind == "unix" else ""
        line = socket.socket(socket.AF_UNIX)
        line.setblocking(False)
        try:
            line.connect(place)
            line.send(_KNOCK)
        except OSError:
            line.close()
        else:
            return line
    return None


def _place(keys_and_values: str) -> str:
    """Return the path in an address, or its abstract name, or nothing for another kind."""
    pairs = (pair.partition("=") for pair in keys_and_values.split(","))
    known = {key: QUrl.fromPercentEncoding(QByteArray(value.encode())) for key, _is, value in pairs}
    if "abstract" in known:
        return "\0" + known["abstract"]
    return known.get("path", "")
