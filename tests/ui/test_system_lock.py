"""The desk locks with the computer: heard on a message bus of the test's own."""

import shutil
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSocketNotifier
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from dorpssteunpunt.ui.shell.message_bus import Knock
from dorpssteunpunt.ui.shell.system_lock import SystemLock


@pytest.fixture
def address() -> Iterator[str]:
    """The address of a message bus with nobody else on it."""
    daemon = shutil.which("dbus-daemon")
    if daemon is None:
        pytest.skip("this system has no D-Bus")
    process = subprocess.Popen(
        [daemon, "--session", "--nofork", "--print-address"], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    yield process.stdout.readline().strip()
    process.terminate()
    process.communicate()


@pytest.fixture
def bus(address: str) -> Iterator[QDBusConnection]:
    """Somebody on that bus."""
    yield QDBusConnection.connectToBus(address, "test")
    QDBusConnection.disconnectFromBus("test")


@pytest.fixture
def silent(tmp_path: Path) -> Iterator[str]:
    """The address of a bus that takes every call and says nothing."""
    with socket.socket(socket.AF_UNIX) as line:
        line.bind(str(tmp_path / "bus"))
        line.listen()
        yield f"unix:path={tmp_path / 'bus'},guid=0123"


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


def test_a_bus_that_speaks_is_heard(app: QApplication, qtbot: QtBot, address: str) -> None:
    knock = Knock(f"tcp:host=nowhere;unix:path=/nowhere;{address}", app)
    with qtbot.waitSignal(knock.answered):
        pass


@pytest.mark.parametrize("end", ["path", "abstract"])
def test_an_address_may_be_a_file_or_a_name_with_any_letters(
    app: QApplication, qtbot: QtBot, tmp_path: Path, end: str
) -> None:
    place = str(tmp_path / "büs")
    with socket.socket(socket.AF_UNIX) as line:
        line.bind(place if end == "path" else f"\0{place}")
        line.listen()
        knock = Knock(f"unix:{end}={place.replace('ü', '%c3%bc')}", app)
        with qtbot.waitSignal(knock.answered):
            answer, _who = line.accept()
            answer.sendall(b"REJECTED EXTERNAL\r\n")
        assert answer.recv(64) == b"\0AUTH\r\n"
        answer.close()


@pytest.mark.parametrize("addresses", ["", "unix:", "autolaunch:", "unix:path=/nowhere;;"])
def test_where_no_bus_is_nobody_answers(app: QApplication, addresses: str) -> None:
    told: list[str] = []
    Knock(addresses, app).answered.connect(lambda: told.append("answered"))
    app.sendPostedEvents()
    assert told == []


def test_a_bus_that_hangs_up_has_not_answered(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    told: list[str] = []
    with socket.socket(socket.AF_UNIX) as line:
        line.bind(str(tmp_path / "bus"))
        line.listen()
        knock = Knock(f"unix:path={tmp_path / 'bus'}", app)
        knock.answered.connect(lambda: told.append("answered"))
        (ear,) = knock.findChildren(QSocketNotifier)
        line.accept()[0].close()
        qtbot.waitUntil(lambda: not ear.isEnabled())
    assert told == []


def test_a_silent_bus_does_not_hold_up_the_window(
    app: QApplication, silent: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Qt itself would wait for this one without an end."""
    for name in ("SESSION", "SYSTEM"):
        monkeypatch.setenv(f"DBUS_{name}_BUS_ADDRESS", silent)
    SystemLock(app).listen(QWidget())
