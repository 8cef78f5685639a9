"""Work off the GUI thread: one thread for the store, one beside it, results back in the window."""

import sys
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import count
from queue import SimpleQueue
from typing import Any, NamedTuple, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal

from dorpssteunpunt.base.errors import Circumstance, Refusal
from dorpssteunpunt.services.changes import Changed

Result = TypeVar("Result")

_PATIENCE = 600  # milliseconds before somebody is told that something takes long
_FAREWELL = 30.0  # seconds to let asked work end when the program closes


class Waiting(NamedTuple):
    """What takes long, in words, and how to give it up, if that can be done."""

    saying: str
    cancel: Callable[[], None] | None


@dataclass(slots=True, eq=False)
class _Task:
    """One piece of work, with whoever waits for it."""

    work: Callable[[], Any]
    done: Callable[[Any], object] | None
    refused: Callable[[Refusal], object] | None
    troubled: Callable[[Circumstance], object] | None
    owner: QObject | None
    key: str
    saying: str
    cancel: Callable[[], object] | None
    dropped: bool = False
    result: Any = None
    error: BaseException | None = None

    def is_wanted(self) -> bool:
        """Say whether somebody still waits for the result."""
        if self.dropped:
            return False
        return self.owner is None or shiboken6.isValid(self.owner)


class Tasks(QObject):
    """Runs work on the store thread and gives the result back on the GUI thread.

    ``changed`` announces each `Changed` that a write returned, alone or in a tuple; ``refused``
    and ``troubled`` carry what nobody else handled; ``waiting`` says with a `Waiting` that
    something takes long, and with None that it is over.

    A task may hold the last word on a form, so it is let go of here, on the GUI thread, and
    never by a thread that works: those know it by its number only (docs/decisions/0020).
    """

    changed = Signal(object)
    refused = Signal(object)
    troubled = Signal(object)
    waiting = Signal(object)
    _ended = Signal(int)
    _said = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._numbers = count()
        self._open: dict[int, _Task] = {}
        self._store = _Worker("store", self._open, self._ended.emit)
        self._beside = _Worker("beside", self._open, self._ended.emit)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._patience.timeout.connect(self._tell_waiting)
        self._told = False
        self._closed = False
        self._ended.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._said.connect(self._say, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], Result],
        done: Callable[[Result], object] | None = None,
        *,
        refused: Callable[[Refusal], object] | None = None,
        troubled: Callable[[Circumstance], object] | None = None,
        owner: QObject | None = None,
        key: str = "",
        saying: str = "",
        cancel: Callable[[], object] | None = None,
        beside: bool = False,
    ) -> None:
        """Do ``work`` on the store thread (or ``beside`` it) and call ``done`` with its result.

        Nothing is called back when ``owner`` (by default the object ``done`` belongs to) is
        gone. Of tasks with the same ``key`` and owner only the latest is answered. What takes
        long is told as ``saying``, with a way out when there is a ``cancel``.
        """
        if self._closed:
            return
        if owner is None:
            owner = _owner_of(done)
        task = _Task(work, done, refused, troubled, owner, key, saying, cancel)
        if key:
            self._supersede(key, owner)
        number = next(self._numbers)
        self._open[number] = task
        if saying and not self._patience.isActive() and not self._told:
            self._patience.start()
        (self._beside if beside else self._store).give(number)

    def say(self, key: str, saying: str) -> None:
        """Tell from now on something else of work with this key, such as how far it is.

        Any thread may say it.
        """
        self._said.emit(key, saying)

    def is_busy(self) -> bool:
        """Say whether any work is still to end."""
        return bool(self._open) and not self._closed

    def close(self) -> None:
        """Let everything that was asked for be done, call nobody back, and stop the threads.

        Nothing runs after.
        """
        self._closed = True
        self._patience.stop()
        self._store.close()
        self._beside.close()
        for error in (task.error for task in self._open.values()):
            if error is not None and not isinstance(error, Refusal | Circumstance):
                sys.excepthook(type(error), error, error.__traceback__)

    def _supersede(self, key: str, owner: QObject | None) -> None:
        for task in self._open.values():
            if task.key == key and task.owner is owner:
                task.dropped = True

    def _deliver(self, number: int) -> None:
        if self._closed:
            return
        task = self._open.pop(number)
        self._end_waiting()
        if task.error is not None:
            self._tell_error(task, task.error)
            return
        if task.is_wanted() and task.done is not None:
            task.done(task.result)
        results = task.result if isinstance(task.result, tuple) else (task.result,)
        for result in results:
            if isinstance(result, Changed):
                self.changed.emit(result)

    def _tell_error(self, task: _Task, error: BaseException) -> None:
        wanted = task.is_wanted()
        if isinstance(error, Refusal):
            if wanted:
                (task.refused or self.refused.emit)(error)
        elif isinstance(error, Circumstance):
            (task.troubled if wanted and task.troubled else self.troubled.emit)(error)
        else:
            sys.excepthook(type(error), error, error.__traceback__)

    def _say(self, key: str, saying: str) -> None:
        for task in self._open.values():
            if task.key == key:
                task.saying = saying
        if self._told:
            self._tell_waiting()

    def _tell_waiting(self) -> None:
        asked = self._open.values()
        task = next((task for task in asked if task.saying and task.is_wanted()), None)
        if task is None:
            return
        self._told = True
        cancel = (lambda: self._give_up(task)) if task.cancel else None
        self.waiting.emit(Waiting(task.saying, cancel))

    def _give_up(self, task: _Task) -> None:
        task.dropped = True
        if task.cancel is not None:
            task.cancel()
        self._end_waiting()

    def _end_waiting(self) -> None:
        if any(task.saying and task.is_wanted() for task in self._open.values()):
            return
        self._patience.stop()
        if self._told:
            self._told = False
            self.waiting.emit(None)


class _Worker:
    """One thread that does what it is given, one thing after the other."""

    def __init__(
        self, name: str, asked: Mapping[int, _Task], ended: Callable[[int], object]
    ) -> None:
        self._queue: SimpleQueue[int | None] = SimpleQueue()
        self._asked = asked
        self._ended = ended
        self._name = name
        self._thread: threading.Thread | None = None

    def give(self, number: int) -> None:
        """Add a task by its number; the thread starts with the first one."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name=self._name, daemon=True)
            self._thread.start()
        self._queue.put(number)

    def close(self) -> None:
        """Stop after what was given."""
        if self._thread is not None:
            self._queue.put(None)
            self._thread.join(_FAREWELL)
            self._thread = None

    def _work(self) -> None:
        while (number := self._queue.get()) is not None:
            self._do(number)  # on its return this thread holds nothing of the task any more
            self._ended(number)

    def _do(self, number: int) -> None:
        task = self._asked[number]
        if task.dropped:
            return
        try:
            task.result = task.work()
        except BaseException as error:
            task.error = error


def _owner_of(done: Callable[[Any], object] | None) -> QObject | None:
    owner = getattr(done, "__self__", None)
    return owner if isinstance(owner, QObject) else None
