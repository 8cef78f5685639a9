"""Founding: the store and its keys come to stand at their name together, or not at all."""

from pathlib import Path

import pytest

from dorpssteunpunt.services.faults import FolderMissing, StoreExists
from dorpssteunpunt.store.engine import create_store
from dorpssteunpunt.store.key_file import keys_beside
from dorpssteunpunt.store.store_file import companions, founding, inspect_store
from tests.stores import CHEAP, COORDINATOR, SUPPORTER, Computer


def _make(computer: Computer, site: Path) -> None:
    create_store(site, computer.keys(site).issue(COORDINATOR, SUPPORTER, CHEAP).data_key)


def test_a_store_and_its_keys_arrive_together_and_nothing_else(
    computer: Computer, path: Path
) -> None:
    with founding(path) as site:
        _make(computer, site)
        assert not path.exists()
    inspect_store(path)
    assert sorted(path.parent.iterdir()) == [path, keys_beside(path)]


def test_a_folder_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    path = tmp_path / "usb" / "a.store"
    with pytest.raises(FolderMissing), founding(path):
        pytest.fail("a place was given")
    assert not path.parent.exists()


def _break_off(computer: Computer, path: Path) -> None:
    with founding(path) as site:
        _make(computer, site)
        raise LookupError


def test_what_breaks_off_leaves_nothing_behind(computer: Computer, path: Path) -> None:
    with pytest.raises(LookupError):
        _break_off(computer, path)
    assert list(path.parent.iterdir()) == []


def test_nothing_that_stands_there_is_written_over(computer: Computer, path: Path) -> None:
    for there in (path, keys_beside(path), companions(path)[0]):
        there.write_bytes(b"dear")
        with pytest.raises(StoreExists), founding(path):
            pytest.fail("a place was given")
        assert there.read_bytes() == b"dear"
        there.unlink()


def _be_overtaken(computer: Computer, path: Path) -> None:
    with founding(path) as site:
        _make(computer, site)
        path.write_bytes(b"of somebody else")


def test_what_came_there_meanwhile_is_not_written_over(computer: Computer, path: Path) -> None:
    with pytest.raises(StoreExists):
        _be_overtaken(computer, path)
    assert [(file, file.read_bytes()) for file in path.parent.iterdir()] == [
        (path, b"of somebody else")
    ]
