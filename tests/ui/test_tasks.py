"""Work off the GUI thread: who hears of it, in which thread, and who does not any more."""

import sys
import threading
from collections.abc import Callable
from functools import partial
from types import TracebackType

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from dorpssteunpunt.base.errors import Circumstance, Refusal
from dorpssteunpunt.services.changes import Changed, Room, changed
from dorpssteunpunt.ui.kit.tasks import Tasks, Waiting


def never(_fact: object = None) -> None:
    """Fail the test that comes here."""
    raise AssertionError("this must not be called")


def raising(error: Exception) -> Callable[[], object]:
    """Return work that fails with ``error``."""

    def work() -> object:
        raise error

    return work


def test_work_is_done_elsewhere_and_told_here(tasks: Tasks, qtbot: QtBot) -> None:
    seen: list[tuple[bool, bool]] = []
    here = threading.current_thread()
    tasks.run(
        lambda: threading.current_thread() is not here,
        lambda elsewhere: seen.append((elsewhere, threading.current_thread() is here)),
    )
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [(True, True)]


def test_the_store_sees_one_task_after_the_other_in_their_order(tasks: Tasks, qtbot: QtBot) -> None:
    order: list[int] = []
    threads: set[str] = set()

    def work(number: int) -> None:
        threads.add(threading.current_thread().name)
        order.append(number)

    for number in range(20):
        tasks.run(partial(work, number))
    qtbot.waitUntil(lambda: not tasks.is_busy())
    assert order == list(range(20))
    assert len(threads) == 1


def test_work_beside_the_store_does_not_wait_for_it(tasks: Tasks, qtbot: QtBot) -> None:
    hold = threading.Event()
    told: list[str] = []
    tasks.run(hold.wait, lambda _held: told.append("store"))
    tasks.run(lambda: None, lambda _none: told.append("beside"), beside=True)
    qtbot.waitUntil(lambda: told == ["beside"])
    hold.set()
    qtbot.waitUntil(lambda: told == ["beside", "store"])


def test_nobody_is_called_back_after_its_owner_is_gone(tasks: Tasks, qtbot: QtBot) -> None:
    hold = threading.Event()
    told: list[object] = []
    owner = QObject()
    tasks.run(hold.wait, told.append, owner=owner)
    owner.deleteLater()
    with qtbot.waitSignal(owner.destroyed):
        pass
    hold.set()
    qtbot.waitUntil(lambda: not tasks.is_busy())
    assert told == []


def test_only_the_latest_of_a_key_is_answered(tasks: Tasks, qtbot: QtBot) -> None:
    hold = threading.Event()
    told: list[str] = []
    started: list[str] = []

    def search(typed: str) -> str:
        started.append(typed)
        hold.wait()
        return typed

    for typed in ("j", "ja", "jan"):
        tasks.run(partial(search, typed), told.append, key="search")
    qtbot.waitUntil(lambda: bool(started))
    hold.set()
    qtbot.waitUntil(lambda: not tasks.is_busy())
    assert told == ["jan"]
    assert "ja" not in started


def test_the_same_key_of_another_owner_is_answered_too(tasks: Tasks, qtbot: QtBot) -> None:
    told: list[int] = []
    owners = [QObject(), QObject()]
    for number, owner in enumerate(owners):
        tasks.run(partial(int, number), told.append, owner=owner, key="rows")
    qtbot.waitUntil(lambda: told == [0, 1])


def test_a_refusal_goes_to_who_asked(tasks: Tasks, qtbot: QtBot) -> None:
    refusal = Refusal()
    told: list[Refusal] = []
    tasks.run(raising(refusal), refused=told.append)
    qtbot.waitUntil(lambda: told == [refusal])


def test_what_nobody_handles_is_told_to_the_window(tasks: Tasks, qtbot: QtBot) -> None:
    refusal, circumstance = Refusal(), Circumstance()
    with qtbot.waitSignal(tasks.refused) as refused:
        tasks.run(raising(refusal))
    with qtbot.waitSignal(tasks.troubled) as troubled:
        tasks.run(raising(circumstance), refused=never)
    assert refused.args == [refusal]
    assert troubled.args == [circumstance]


def test_a_circumstance_is_told_even_when_its_screen_is_gone(tasks: Tasks, qtbot: QtBot) -> None:
    hold = threading.Event()
    circumstance = Circumstance()

    def fail() -> None:
        hold.wait()
        raise circumstance

    owner = QObject()
    tasks.run(fail, owner=owner, troubled=never)
    owner.deleteLater()
    with qtbot.waitSignal(owner.destroyed):
        pass
    with qtbot.waitSignal(tasks.troubled) as troubled:
        hold.set()
    assert troubled.args == [circumstance]


def test_a_bug_goes_the_way_of_all_bugs(
    tasks: Tasks, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[BaseException] = []

    def hook(_kind: type[BaseException], error: BaseException, _trace: TracebackType) -> None:
        seen.append(error)

    monkeypatch.setattr(sys, "excepthook", hook)
    bug = ZeroDivisionError()
    tasks.run(raising(bug), refused=never, troubled=never)
    qtbot.waitUntil(lambda: seen == [bug])


def test_a_write_is_announced_after_who_asked_knows_of_it(tasks: Tasks, qtbot: QtBot) -> None:
    order: list[object] = []
    tasks.changed.connect(order.append)
    change = changed(Room.PEOPLE, subject=7)
    tasks.run(lambda: change, lambda _change: order.append("done"))
    qtbot.waitUntil(lambda: order == ["done", change])


def test_a_write_that_returns_more_is_announced_as_well(tasks: Tasks, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tasks.changed) as told:
        tasks.run(lambda: (changed(Room.ROSTER), "keys"))
    assert told.args == [Changed(frozenset({Room.ROSTER, Room.TODAY}))]


def test_what_takes_long_is_told_with_a_way_out(tasks: Tasks, qtbot: QtBot) -> None:
    hold = threading.Event()
    told: list[object] = []
    results: list[object] = []
    tasks.waiting.connect(told.append)
    tasks.run(hold.wait, results.append, saying="Het rooster wordt gemaakt", cancel=hold.set)
    qtbot.waitUntil(lambda: bool(told))
    waiting = told[0]
    assert isinstance(waiting, Waiting)
    assert waiting.saying == "Het rooster wordt gemaakt"
    assert waiting.cancel is not None
    waiting.cancel()
    qtbot.waitUntil(lambda: not tasks.is_busy())
    assert told[1:] == [None]
    assert results == []


def test_how_far_it_is_can_be_told_by_the_thread_that_works(tasks: Tasks, qtbot: QtBot) -> None:
    go_on, hold = threading.Event(), threading.Event()
    told: list[object] = []
    tasks.waiting.connect(told.append)

    def work() -> None:
        go_on.wait()
        tasks.say("roster", "Bijna klaar")
        hold.wait()

    tasks.run(work, key="roster", saying="Het rooster wordt gemaakt", beside=True)
    qtbot.waitUntil(lambda: bool(told))
    go_on.set()
    qtbot.waitUntil(lambda: len(told) > 1)
    assert [one.saying for one in told if isinstance(one, Waiting)] == [
        "Het rooster wordt gemaakt",
        "Bijna klaar",
    ]
    hold.set()
    qtbot.waitUntil(lambda: not tasks.is_busy())
    assert told[2:] == [None]


def test_what_is_quick_is_not_told(tasks: Tasks, qtbot: QtBot) -> None:
    told: list[object] = []
    tasks.waiting.connect(told.append)
    tasks.run(lambda: None, saying="Bezig")
    qtbot.waitUntil(lambda: not tasks.is_busy())
    assert told == []


def test_closing_does_what_was_asked_and_calls_nobody_back(qtbot: QtBot) -> None:
    tasks = Tasks()
    hold = threading.Event()
    ended: list[str] = []

    def slow() -> None:
        hold.wait()
        ended.append("running")

    tasks.run(slow, never)
    tasks.run(lambda: ended.append("waiting"), never)
    threading.Timer(0.05, hold.set).start()
    tasks.close()
    tasks.run(lambda: ended.append("after"))
    qtbot.waitUntil(lambda: not tasks.is_busy())
    assert ended == ["running", "waiting"]


def test_a_bug_while_closing_is_not_passed_over(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[BaseException] = []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, error, _trace: seen.append(error))
    tasks = Tasks()
    bug = ZeroDivisionError()
    tasks.run(raising(bug))
    tasks.close()
    assert seen == [bug]
