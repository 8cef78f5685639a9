"""Folders follow the system of the user, and resources are found wherever they are packed."""

from importlib import import_module
from pathlib import Path

import pytest

from dorpssteunpunt.base import paths
from dorpssteunpunt.base.paths import Places, resource


@pytest.mark.skipif("sys.platform != 'linux'")
def test_folders_follow_xdg(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    places = Places.of_this_user()
    assert places.settings == tmp_path / "settings" / "dorpssteunpunt"
    assert places.data == tmp_path / "data" / "dorpssteunpunt"


@pytest.mark.parametrize("system", ["macos.MacOS", "unix.Unix"])
def test_settings_and_data_never_share_a_folder(
    system: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    module, name = system.split(".")
    folders = getattr(import_module(f"platformdirs.{module}"), name)
    monkeypatch.setattr(paths, "PlatformDirs", folders)
    places = Places.of_this_user()
    assert not places.settings.is_relative_to(places.data)
    assert not places.data.is_relative_to(places.settings)


def test_the_demo_village_and_the_log_stand_apart_from_the_store(tmp_path: Path) -> None:
    places = Places(settings=tmp_path / "settings", data=tmp_path / "data")
    of_the_data = [places.default_store(), places.demo_store(), places.logs()]
    assert all(path.is_relative_to(places.data) for path in of_the_data)
    assert len({places.default_store().parent, places.demo_store().parent, places.logs()}) == 3


def test_naming_places_makes_no_folders(tmp_path: Path) -> None:
    places = Places(settings=tmp_path / "settings", data=tmp_path / "data")
    places.default_store(), places.demo_store(), places.logs()
    assert not places.data.exists()


def test_a_resource_of_a_checkout_is_found() -> None:
    assert resource("fonts", "NotoSans-Regular.ttf").is_file()
    assert resource("icons").is_dir()


def test_packed_resources_win_from_those_beside_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "dorpssteunpunt"
    for home in (package, tmp_path):
        (home / "resources").mkdir(parents=True)
        (home / "resources" / "sign.txt").write_text(home.name)
    monkeypatch.setattr(paths, "_PACKAGE", package)
    assert resource("sign.txt").read_text() == "dorpssteunpunt"


def test_a_missing_resource_is_named() -> None:
    with pytest.raises(FileNotFoundError, match=r"icons/unicorn\.svg"):
        resource("icons", "unicorn.svg")
