"""How a village with 100,000 help requests feels, against the same screen without any."""

from collections.abc import Callable, Iterator
from functools import partial
from statistics import median, quantiles
from time import perf_counter, process_time

import pytest
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView
from pytestqt.qtbot import QtBot

from dorpssteunpunt.app.demo.village import make_village
from dorpssteunpunt.app.front_door import front_door
from dorpssteunpunt.base.clock import FixedClock
from dorpssteunpunt.base.i18n import use_language
from dorpssteunpunt.files.tables import OfficeTableReader
from dorpssteunpunt.files.writer import OfficeFileWriter
from dorpssteunpunt.pdf.writer import PdfSheetWriter
from dorpssteunpunt.planning.planner import RosterPlanner
from dorpssteunpunt.services import help_requests
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.ports import RequestFilter, RequestList
from dorpssteunpunt.store.device_secret import Device, no_vault
from dorpssteunpunt.ui.kit.palettes import Mode
from dorpssteunpunt.ui.kit.row_table_model import PAGE
from dorpssteunpunt.ui.kit.tasks import Tasks
from dorpssteunpunt.ui.kit.theme import apply_theme
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.rooms.help_requests.request_list import RequestListPane
from tests.village import CHEAP, MONDAY_MORNING, village

REQUESTS = 100_000
OPENS = 4.0  # times an empty view
KEYSTROKE_MS = 40.0
DEEP_PAGE = 1.5  # times the first page
_ROUNDS = 12
_DEEP = 90_000  # rows before the deep page
_TYPED = ("boodschappen", "tablet", "wandelen", "ziekenhuis", "belasting", "jansen")
_PATIENCE_MS = 10_000


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The desk of a coordinator where much was asked in ten years."""
    use_language("nl")  # the words of the demo village are Dutch
    folder = tmp_path_factory.mktemp("large")
    device = Device(folder / "settings", no_vault)
    clock = FixedClock(MONDAY_MORNING)
    door = front_door(folder / "large.store", folder / "settings", device, clock)
    issued = make_village(door, 1, REQUESTS, CHEAP)
    premises = door.enter_with_passphrase(issued.passphrase)
    yield premises.desk
    premises.leave()


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The desk of a coordinator where nothing was asked yet."""
    with village(tmp_path_factory.mktemp("empty")) as there:
        yield there.coordinator


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[Tasks]:
    apply_theme(qapp, Mode.LIGHT, 100)
    tasks = Tasks()
    yield tasks
    tasks.close()


def _pane(desk: Desk, tasks: Tasks) -> RequestListPane:
    def nowhere(*_place: object, **_more: object) -> None:
        """Stay here: a list alone goes nowhere."""

    sheets, files = PdfSheetWriter(), OfficeFileWriter()
    pane = RequestListPane(
        Workplace(
            desk,
            tasks,
            sheets,
            files,
            OfficeTableReader(),
            RosterPlanner(),
            nowhere,
            nowhere,
            nowhere,
        )
    )
    pane.resize(500, 640)
    return pane


def _until_painted(pane: RequestListPane, begin: Callable[[], object]) -> float:
    """Return the milliseconds from what `begin` does until its answer is on the screen."""
    loop = QEventLoop()
    pane.model.loaded.connect(loop.quit)
    QTimer.singleShot(_PATIENCE_MS, loop, loop.quit)
    start = perf_counter()
    begin()
    loop.exec()
    pane.repaint()  # and the rows in it
    spent = (perf_counter() - start) * 1000
    pane.model.loaded.disconnect(loop.quit)
    assert spent < _PATIENCE_MS
    return spent


def _opening(desk: Desk, tasks: Tasks, qtbot: QtBot) -> float:
    """Return how long it takes from nothing to a painted list of finished requests."""
    start = perf_counter()
    pane = _pane(desk, tasks)
    qtbot.addWidget(pane)
    made = (perf_counter() - start) * 1000

    def begin() -> None:
        pane.show_list(RequestList.CLOSED)
        pane.show()

    return made + _until_painted(pane, begin)


def _bare_view(qtbot: QtBot) -> float:
    start = perf_counter()
    view = QListView()
    qtbot.addWidget(view)
    view.resize(500, 640)
    view.show()
    view.repaint()
    return (perf_counter() - start) * 1000


def test_a_long_list_opens_like_an_empty_one(
    large: Desk, empty: Desk, tasks: Tasks, qtbot: QtBot
) -> None:
    rounds = [
        (_opening(large, tasks, qtbot), _opening(empty, tasks, qtbot), _bare_view(qtbot))
        for _round in range(_ROUNDS)
    ][1:]
    full, without, bare = (median(times) for times in zip(*rounds, strict=True))
    print(
        f"\nlist of {REQUESTS:,} opens  {full:7.1f} ms = {full / without:.2f} × the same list "
        f"without requests ({without:.1f} ms) = {full / bare:.1f} × a bare QListView "
        f"({bare:.1f} ms)"
    )
    assert full <= OPENS * without


def test_a_keystroke_is_on_the_screen_at_once(large: Desk, tasks: Tasks, qtbot: QtBot) -> None:
    pane = _pane(large, tasks)
    qtbot.addWidget(pane)
    pane.show_list(RequestList.CLOSED)
    with qtbot.waitExposed(pane):
        pane.show()
    qtbot.waitUntil(lambda: not tasks.is_busy())
    times, worked = [], process_time()
    for word in _TYPED:
        if pane.typed.text():
            _until_painted(pane, pane.typed.clear)
        for letter in word:
            times.append(_until_painted(pane, partial(QTest.keyClicks, pane.typed, letter)))
        assert pane.model.rows(), f"nothing holds {word}"
    worked = (process_time() - worked) * 1000 / len(times)
    p95 = quantiles(times, n=20)[-1]
    print(
        f"\nkeystroke to repaint    {median(times):7.1f} ms median, {p95:.1f} ms p95 = "
        f"{p95 / median(times):.2f} × the median, {max(times):.1f} ms worst of {len(times)}, "
        f"{worked:.1f} ms of the processor"
    )
    assert p95 <= KEYSTROKE_MS


def test_a_deep_page_comes_like_the_first(large: Desk) -> None:
    wanted = RequestFilter(show=RequestList.CLOSED)
    deep = None
    for _step in range(_DEEP // 5_000):
        deep = help_requests.list_requests(large, wanted, deep, 5_000).next
    assert deep is not None

    def milliseconds(after: object) -> float:
        start = perf_counter()
        page = help_requests.list_requests(large, wanted, after, PAGE)  # type: ignore[arg-type]
        spent = (perf_counter() - start) * 1000
        assert len(page.rows) == PAGE
        return spent

    pairs = [(milliseconds(None), milliseconds(deep)) for _round in range(_ROUNDS * 3)][3:]
    first, far = (median(times) for times in zip(*pairs, strict=True))
    print(
        f"\npage after {_DEEP:,} rows {far:7.1f} ms = {far / first:.2f} × the first page "
        f"({first:.1f} ms)"
    )
    assert far <= DEEP_PAGE * first
