"""The window keeps its store safe: half an hour after a change, on closing, and once a day."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from dorpssteunpunt.app.safekeeping import Safekeeping
from dorpssteunpunt.base.errors import Circumstance
from dorpssteunpunt.services import safekeeping
from dorpssteunpunt.services.changes import Room, changed
from dorpssteunpunt.services.faults import KeysMissing
from dorpssteunpunt.services.safekeeping import Kept
from dorpssteunpunt.store.key_file import keys_beside
from dorpssteunpunt.ui.kit.tasks import Tasks
from tests.village import Village

Begin = Callable[[int], Safekeeping]


@pytest.fixture
def tasks(qapp: object) -> Iterator[Tasks]:
    tasks = Tasks()
    yield tasks
    tasks.close()


@pytest.fixture
def begin(tasks: Tasks, village: Village, qtbot: QtBot) -> Iterator[Begin]:
    """Keep the store of the village, with a pause between a change and its backup."""
    begun: list[Safekeeping] = []

    def keep(pause: int) -> Safekeeping:
        keeping = Safekeeping(tasks, pause)
        begun.append(keeping)
        keeping.watch(village.coordinator)
        qtbot.waitUntil(lambda: not tasks.is_busy())
        return keeping

    yield keep
    for keeping in begun:
        keeping.rest()


def _write(tasks: Tasks) -> None:
    tasks.changed.emit(changed(Room.PEOPLE))


def _backups(village: Village) -> int:
    return len(village.coordinator.archive.backups())


def test_some_time_after_a_change_there_is_a_backup(
    begin: Begin, tasks: Tasks, village: Village, qtbot: QtBot
) -> None:
    safekeeping.back_up(village.coordinator)
    village.clock.moment += timedelta(hours=1)
    keeping = begin(1)
    told: list[Kept] = []
    keeping.kept.connect(told.append)
    _write(tasks)
    qtbot.waitUntil(lambda: bool(told))
    assert told[-1].backup == village.clock.now()
    assert _backups(village) == 2


def test_closing_backs_up_what_was_changed_and_nothing_else(
    begin: Begin, tasks: Tasks, village: Village, qtbot: QtBot
) -> None:
    safekeeping.back_up(village.coordinator)
    keeping = begin(60_000)
    done: list[bool] = []
    keeping.finish(lambda: done.append(True), lambda _trouble: done.append(False))
    assert done == [True]
    assert _backups(village) == 1
    village.clock.moment += timedelta(hours=1)
    _write(tasks)
    keeping.finish(lambda: done.append(True), lambda _trouble: done.append(False))
    qtbot.waitUntil(lambda: len(done) == 2)
    assert done == [True, True]
    assert _backups(village) == 2


def test_a_backup_that_fails_is_told_before_closing_and_tried_again_later(
    begin: Begin, tasks: Tasks, village: Village, qtbot: QtBot
) -> None:
    keeping = begin(1)
    keys = keys_beside(village.door.path)
    kept = keys.read_bytes()
    keys.unlink()
    troubles: list[Circumstance] = []
    tasks.troubled.connect(troubles.append)
    _write(tasks)
    qtbot.waitUntil(lambda: len(troubles) >= 2)
    assert {type(trouble) for trouble in troubles} == {KeysMissing}
    failed: list[Circumstance] = []
    keeping.finish(lambda: None, failed.append)
    qtbot.waitUntil(lambda: bool(failed))
    keys.write_bytes(kept)
    _write(tasks)
    qtbot.waitUntil(lambda: _backups(village) == 1)


def test_the_store_is_examined_while_people_work(
    begin: Begin, tasks: Tasks, village: Village, qtbot: QtBot
) -> None:
    keeping = begin(60_000)
    keeping.look()
    qtbot.waitUntil(lambda: not tasks.is_busy())
    assert safekeeping.health(village.coordinator).checked == village.clock.now()


def test_a_store_that_is_put_away_is_watched_no_more(
    begin: Begin, tasks: Tasks, village: Village, qtbot: QtBot
) -> None:
    keeping = begin(60_000)
    keeping.rest()
    _write(tasks)
    keeping.look()
    done: list[bool] = []
    keeping.finish(lambda: done.append(True), lambda _trouble: None)
    assert done == [True]
    assert _backups(village) == 0
