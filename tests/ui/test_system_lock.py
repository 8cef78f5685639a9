"""The desk locks with the computer: heard on a message bus of the test's own."""

import shutil
import subprocess
from collections.abc import Iterator

import pytest
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dorpssteunpunt.ui.shell.system_lock import SystemLock


@pytest.fixture
def bus() -> Iterator[QDBusConnection]:
    """A message bus with nobody else on it."""
    daemon = shutil.which("dbus-daemon")
    if daemon is None:
        pytest.skip("this system has no D-Bus")
    process = subprocess.Popen(
        [daemon, "--session", "--nofork", "--print-address"], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    address = process.stdout.readline().strip()
    yield QDBusConnection.connectToBus(address, "test")
    QDBusConnection.disconnectFromBus("test")
    process.terminate()
    process.communicate()


@pytest.mark.parametrize(
    ("interface", "name", "facts", "locks"),
    [
        ("org.freedesktop.ScreenSaver", "ActiveChanged", [True], True),
        ("org.gnome.ScreenSaver", "ActiveChanged", [True], True),
        ("org.gnome.ScreenSaver", "ActiveChanged", [False], False),
        ("org.freedesktop.login1.Manager", "PrepareForSleep", [True], True),
        ("org.freedesktop.login1.Session", "Lock", [], True),
        ("org.freedesktop.login1.Session", "Unlock", [], False),
    ],
)
def test_the_desk_hears_that_the_computer_locks(
    app: QApplication,
    qtbot: QtBot,
    bus: QDBusConnection,
    interface: str,
    name: str,
    facts: list[bool],
    locks: bool,
) -> None:
    system = SystemLock()
    system.listen_on(bus)
    told: list[str] = []
    system.locked.connect(lambda: told.append("locked"))
    message = QDBusMessage.createSignal("/somewhere", interface, name)
    message.setArguments(facts)
    assert bus.send(message)
    # What is sent after it is heard after it.
    last = QDBusMessage.createSignal("/", "org.freedesktop.login1.Session", "Lock")
    assert bus.send(last)
    expected = ["locked", "locked"] if locks else ["locked"]
    qtbot.waitUntil(lambda: len(told) >= len(expected))
    assert told == expected
