"""Where garbage with windows in it is collected: on the GUI thread, whoever made it."""

import gc
import threading
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dorpssteunpunt.ui.kit.sweeping import Sweeper
from dorpssteunpunt.ui.kit.tasks import Tasks


class _Form(QWidget):
    """A widget as the program has them: a class of our own, which Python may destroy anywhere."""

    def __init__(self, destroyed_in: list[threading.Thread]) -> None:
        super().__init__()
        # Called where it happens: a later, queued call would come from the GUI thread regardless.
        self.destroyed.connect(
            lambda: destroyed_in.append(threading.current_thread()),
            Qt.ConnectionType.DirectConnection,
        )

    def kept(self, _result: object) -> None:
        """Take the answer of a task."""


@pytest.fixture
def python_collects() -> Iterator[None]:
    """Let Python look for garbage by itself, as it does in a program that says nothing."""
    gc.collect()
    gc.enable()
    yield
    gc.disable()


def _drop_a_form_that_holds_itself(destroyed_in: list[threading.Thread]) -> None:
    """Leave as much garbage as Python finds worth a look."""
    form = _Form(destroyed_in)
    form.__dict__["held"] = [form, [[] for _object in range(5000)]]


def _make_many_objects() -> None:
    _kept = [[number] for number in range(200_000)]


@pytest.mark.usefixtures("python_collects")
def test_work_on_the_store_thread_never_destroys_a_window(tasks: Tasks, qtbot: QtBot) -> None:
    destroyed_in: list[threading.Thread] = []
    house = QObject()
    Sweeper(house)
    _drop_a_form_that_holds_itself(destroyed_in)
    tasks.run(_make_many_objects)
    qtbot.waitUntil(lambda: not tasks.is_busy())
    assert destroyed_in == []
    qtbot.waitUntil(lambda: bool(destroyed_in))
    assert destroyed_in == [threading.main_thread()]


def test_a_form_that_only_a_task_held_goes_on_the_gui_thread(tasks: Tasks, qtbot: QtBot) -> None:
    destroyed_in: list[threading.Thread] = []
    tasks.run(lambda: None, _Form(destroyed_in).kept)
    qtbot.waitUntil(lambda: not tasks.is_busy())
    tasks.run(lambda: None)
    qtbot.waitUntil(lambda: not tasks.is_busy() and bool(destroyed_in))
    assert destroyed_in == [threading.main_thread()]


def test_a_form_that_only_the_work_held_goes_on_the_gui_thread(tasks: Tasks, qtbot: QtBot) -> None:
    destroyed_in: list[threading.Thread] = []
    tasks.run(partial(str, _Form(destroyed_in)))
    qtbot.waitUntil(lambda: not tasks.is_busy())
    tasks.run(lambda: None)
    qtbot.waitUntil(lambda: not tasks.is_busy() and bool(destroyed_in))
    assert destroyed_in == [threading.main_thread()]
