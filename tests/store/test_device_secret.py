"""The secret of this computer: where it lies, that it stays the same, and who may read it."""

import stat
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dorpssteunpunt.services.faults import DeviceSecretSilent
from dorpssteunpunt.store.device_secret import Device, Vault, no_vault, system_vault
from tests.stores import posix_only

FILE = "device-secret.json"


class Drawer:
    """A keyring that works, for as long as it is not told to break."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}
        self.trouble: Callable[[], None] = lambda: None

    def get(self, entry: str) -> str | None:
        self.trouble()
        return self.kept.get(entry)

    def put(self, entry: str, secret: str) -> None:
        self.trouble()
        self.kept[entry] = secret


@pytest.fixture
def drawer() -> Drawer:
    return Drawer()


@pytest.fixture
def hanging() -> Iterator[Callable[[], None]]:
    """Return a call that does not come back before the test is over."""
    over = threading.Event()

    def hang() -> None:
        over.wait()

    yield hang
    over.set()


def _broken() -> None:
    raise RuntimeError("org.freedesktop.DBus.Error.NoReply")


def _device(folder: Path, drawer: Vault | None) -> Device:
    return Device(folder, lambda: drawer, patience=0.05 if drawer is None else 5.0)


@posix_only
def test_without_a_keyring_the_secret_is_in_a_file_for_its_owner_only(tmp_path: Path) -> None:
    device = Device(tmp_path / "settings", no_vault)
    assert device.secret() is None
    assert device.kept_in() == ""
    secret = device.ensured_secret()
    file = tmp_path / "settings" / FILE
    assert len(secret) == 32
    assert device.kept_in() == "file"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert Device(tmp_path / "settings", no_vault).secret() == secret


def test_a_keyring_keeps_the_secret_out_of_every_file(tmp_path: Path, drawer: Drawer) -> None:
    secret = _device(tmp_path, drawer).ensured_secret()
    again = _device(tmp_path, drawer)
    assert again.secret() == secret
    assert again.kept_in() == "keyring"
    assert list(drawer.kept.values()) == [secret.hex()]
    assert secret.hex() not in (tmp_path / FILE).read_text()


def test_two_computers_have_two_secrets(tmp_path: Path, drawer: Drawer) -> None:
    secrets = {_device(tmp_path / name, drawer).ensured_secret() for name in ("one", "other")}
    assert len(secrets) == 2


def test_the_choice_is_made_once(tmp_path: Path, drawer: Drawer) -> None:
    """A keyring that is there later does not take over from the file."""
    secret = Device(tmp_path, no_vault).ensured_secret()
    later = _device(tmp_path, drawer)
    assert later.ensured_secret() == secret
    assert later.kept_in() == "file"
    assert drawer.kept == {}


def test_a_keyring_that_breaks_while_choosing_is_not_chosen(tmp_path: Path, drawer: Drawer) -> None:
    drawer.trouble = _broken
    device = _device(tmp_path, drawer)
    device.ensured_secret()
    assert device.kept_in() == "file"


def test_a_keyring_that_loses_what_it_is_given_is_not_chosen(
    tmp_path: Path, drawer: Drawer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drawer, "put", lambda _entry, _secret: None)
    device = _device(tmp_path, drawer)
    device.ensured_secret()
    assert device.kept_in() == "file"


def test_a_keyring_that_hangs_is_not_waited_for(
    tmp_path: Path, drawer: Drawer, hanging: Callable[[], None]
) -> None:
    _device(tmp_path, drawer).ensured_secret()
    drawer.trouble = hanging
    impatient = Device(tmp_path, lambda: drawer, patience=0.05)
    with pytest.raises(DeviceSecretSilent):
        impatient.secret()


@pytest.mark.parametrize("trouble", ["locked", "gone"])
def test_a_keyring_that_was_chosen_and_is_silent_now_is_told_and_nothing_is_made_anew(
    trouble: str, tmp_path: Path, drawer: Drawer
) -> None:
    secret = _device(tmp_path, drawer).ensured_secret()
    drawer.trouble = _broken
    silent = _device(tmp_path, drawer if trouble == "locked" else None)
    with pytest.raises(DeviceSecretSilent):
        silent.ensured_secret()
    drawer.trouble = lambda: None
    assert _device(tmp_path, drawer).secret() == secret


def test_an_entry_that_was_thrown_away_makes_this_a_new_computer(
    tmp_path: Path, drawer: Drawer
) -> None:
    secret = _device(tmp_path, drawer).ensured_secret()
    drawer.kept.clear()
    device = _device(tmp_path, drawer)
    assert device.secret() is None
    assert device.ensured_secret() != secret


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b'{"file": "no hex"}', b'{"file": "00"}', b'{"x": "1"}']
)
def test_a_damaged_file_makes_this_a_new_computer(content: bytes, tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(content)
    device = Device(tmp_path, no_vault)
    assert device.secret() is None
    assert len(device.ensured_secret()) == 32


def test_without_a_desktop_bus_no_keyring_is_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    assert system_vault() is None


def test_a_keyring_that_keeps_nothing_safe_is_not_trusted(monkeypatch: pytest.MonkeyPatch) -> None:
    import keyring
    from keyring.backends import null

    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    monkeypatch.setattr(keyring, "get_keyring", null.Keyring)
    assert system_vault() is None
