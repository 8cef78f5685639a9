"""One window at a time on a store."""

import multiprocessing
from pathlib import Path

import pytest

from dorpssteunpunt.services.faults import FolderMissing, StoreInUse
from dorpssteunpunt.store.instance import hold


def _hold_and_die(path: Path) -> None:
    """Hold the store in another program, and end without letting go."""
    hold(path)
    multiprocessing.current_process().kill()


def test_a_second_window_is_told(path: Path) -> None:
    with hold(path), pytest.raises(StoreInUse) as told:
        hold(path)
    assert told.value.path == path


def test_after_the_first_window_the_next_may(path: Path) -> None:
    first = hold(path)
    first.release()
    first.release()
    with hold(path), pytest.raises(StoreInUse):
        hold(path)
    hold(path).release()


def test_stores_do_not_hold_each_other(path: Path) -> None:
    with hold(path), hold(path.with_name("another.store")):
        pass


def test_a_window_that_was_killed_holds_nothing(path: Path) -> None:
    other = multiprocessing.get_context("spawn").Process(target=_hold_and_die, args=(path,))
    other.start()
    other.join(30)
    assert other.exitcode not in (0, None)
    assert path.with_name(f"{path.name}.lock").exists()
    hold(path).release()


def test_a_folder_that_is_not_there_is_told(path: Path) -> None:
    with pytest.raises(FolderMissing):
        hold(path.parent / "nowhere" / "a.store")
