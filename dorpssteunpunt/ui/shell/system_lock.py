"""Hears that the whole computer is locked or goes to sleep, so that the desk locks as well."""

import sys
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection

_SCREEN_SAVERS: Final = (
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
    "org.xfce.ScreenSaver",
)
_LOGIN: Final = "org.freedesktop.login1"


class SystemLock(QObject):
    """Tells ``locked`` when the system locks or sleeps; on a system that says nothing it is still.

    Linux says so over D-Bus, Windows to the window that asked for it.
    """

    locked = Signal()

    def listen(self, window: QWidget) -> None:
        """Begin to hear what this system says."""
        if sys.platform == "win32":
            from dorpssteunpunt.ui.shell.windows_session import SessionFilter

            self._filter = SessionFilter(int(window.winId()), self.locked.emit)
            app = QApplication.instance()
            assert app is not None
            app.installNativeEventFilter(self._filter)
        elif sys.platform.startswith("linux"):
            from PySide6.QtDBus import QDBusConnection  # not needed before somebody is in

            from dorpssteunpunt.ui.shell.message_bus import Knock, session_bus, system_bus

            for addresses, connect in (
                (session_bus(), QDBusConnection.sessionBus),
                (system_bus(), QDBusConnection.systemBus),
            ):
                Knock(addresses, self).answered.connect(partial(self._enter, connect))

    def _enter(self, connect: Callable[[], "QDBusConnection"]) -> None:
        self.listen_on(connect())

    def listen_on(self, bus: "QDBusConnection") -> None:
        """Hear the screen savers and the login service on one bus of a Linux desktop."""
        if not bus.isConnected():
            return
        for saver in _SCREEN_SAVERS:
            self._hear(bus, saver, "ActiveChanged", SLOT("_turned(bool)"))
        self._hear(bus, f"{_LOGIN}.Manager", "PrepareForSleep", SLOT("_turned(bool)"))
        self._hear(bus, f"{_LOGIN}.Session", "Lock", SLOT("_lock()"))

    def _hear(self, bus: "QDBusConnection", interface: str, name: str, slot: object) -> None:
        # Whoever sends it; the stubs say bytes, the library takes the text of SLOT only.
        bus.connect("", "", interface, name, self, slot)  # type: ignore[call-overload]

    @Slot(bool)
    def _turned(self, on: bool) -> None:
        if on:
            self.locked.emit()

    @Slot()
    def _lock(self) -> None:
        self.locked.emit()
