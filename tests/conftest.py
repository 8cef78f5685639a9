"""What holds for every test: Dutch, off screen, in a home of its own, without a network."""

import gc
import os
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from dorpssteunpunt.base.i18n import use_language
from tests.village import Village
from tests.village import village as founded_village

# Before anything imports Qt: a test shows no window unless it is asked to.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# The keyring of whoever runs the tests is theirs; without one a secret goes to a file.
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"

# On shared machines a slow moment says nothing about the rule that is tested.
settings.register_profile("house", deadline=None, print_blob=True)
settings.load_profile("house")

_NETWORK_EVENTS = ("socket.__new__", "socket.getaddrinfo")
_opened: list[str] = []


class NetworkOpened(RuntimeError):
    """The program works without internet, so no test may open a network socket."""


def _refuse_network(event: str, facts: tuple[object, ...]) -> None:
    """Refuse IPv4 and IPv6 sockets; the sockets of the desktop itself (AF_UNIX) are fine."""
    if event not in _NETWORK_EVENTS:
        return
    if event == "socket.__new__" and facts[1] not in (socket.AF_INET, socket.AF_INET6):
        return
    _opened.append(event)
    raise NetworkOpened(f"{event} was called; this program opens no network sockets")


# An audit hook sees every socket of the interpreter, whichever module makes it.
sys.addaudithook(_refuse_network)


@pytest.fixture(autouse=True)
def no_network() -> Iterator[list[str]]:
    """Fail a test that tried to reach the network, even when it swallowed the refusal."""
    _opened.clear()
    yield _opened
    assert not _opened, f"this test tried to reach the network: {_opened}"


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """Let every test draw in the style of the program."""
    from dorpssteunpunt.ui.kit.appearance import STYLE

    return [sys.argv[0], *STYLE]


@pytest.fixture(autouse=True)
def dutch() -> None:
    """Speak Dutch at the start of every test."""
    use_language("nl")


@pytest.fixture(autouse=True)
def home_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep settings and data of a test away from those of whoever runs it."""
    home = tmp_path / "home"
    monkeypatch.setenv("HOME", str(home))
    for name in ("CONFIG", "DATA", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    return home


@pytest.fixture(autouse=True)
def no_window_is_left() -> Iterator[None]:
    """Delete the windows of a test, or every later change of the look draws them all anew.

    What is left of them goes on this thread, as in the program, and never on that of a store.
    """
    if "PySide6.QtWidgets" not in sys.modules:
        yield
        return
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    from dorpssteunpunt.ui.kit.sweeping import sweep

    gc.disable()
    yield
    for widget in QApplication.topLevelWidgets():
        widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    sweep()


@pytest.fixture
def village(tmp_path: Path) -> Iterator[Village]:
    """Give a founded support point on a real store, with its two founders signed in."""
    with founded_village(tmp_path) as founded:
        yield founded
