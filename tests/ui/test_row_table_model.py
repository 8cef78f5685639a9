"""Lists: pages as far as somebody looks, and a place that outlives every refresh."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, QSettings, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from dorpssteunpunt.base.errors import Refusal
from dorpssteunpunt.services.pages import Page
from dorpssteunpunt.ui.kit.row_table_model import PAGE, ColumnOf, Line, RowTableModel
from dorpssteunpunt.ui.kit.row_views import RowList, RowTable
from dorpssteunpunt.ui.kit.tasks import Tasks
from dorpssteunpunt.ui.kit.theme import px
from dorpssteunpunt.ui.kit.tones import TagWords


@dataclass(frozen=True)
class Villager:
    """A row to show."""

    id: int
    name: str


def villagers(*ids: int) -> list[Villager]:
    """Return rows with these ids, in this order."""
    return [Villager(each, f"Bewoner {each}") for each in ids]


class Village:
    """A source of pages whose rows can be changed."""

    def __init__(self, rows: list[Villager]) -> None:
        self.rows = rows
        self.asked: list[tuple[Any, int]] = []

    def page(self, after: Any, limit: int) -> Page[Villager]:
        """Return the rows after a place."""
        self.asked.append((after, limit))
        first = after or 0
        rows = self.rows[first : first + limit]
        more = first + limit < len(self.rows)
        return Page(tuple(rows), first + limit if more else None)


@pytest.fixture
def unwatched(tasks: Tasks) -> RowTableModel[Villager]:
    """A model of lines that nobody else asks for pages."""
    return RowTableModel[Villager](
        tasks,
        identify=lambda row: row.id,
        line=lambda row: Line(row.name, "Kerkstraat", TagWords("nieuw")),
    )


@pytest.fixture
def model(unwatched: RowTableModel[Villager]) -> RowTableModel[Villager]:
    """A model of lines that is watched by Qt's own examiner, which fetches pages as well."""
    examine(unwatched)
    return unwatched


def examine(model: QAbstractItemModel) -> None:
    """Let Qt fail the test when the model breaks a rule."""
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)


def ids(model: RowTableModel[Villager]) -> list[int]:
    """Return the ids of the loaded rows."""
    return [row.id for row in model.rows()]


def answered(qtbot: QtBot, model: RowTableModel[Villager], ask: Callable[[], object]) -> None:
    """Ask, and wait for the answer."""
    with qtbot.waitSignal(model.loaded):
        ask()


def test_pages_come_as_far_as_somebody_looks(
    unwatched: RowTableModel[Villager], qtbot: QtBot
) -> None:
    village = Village(villagers(*range(PAGE + 5)))
    answered(qtbot, unwatched, lambda: unwatched.show(village.page))
    assert unwatched.rowCount() == PAGE
    assert unwatched.canFetchMore(QModelIndex())
    answered(qtbot, unwatched, lambda: unwatched.fetchMore(QModelIndex()))
    assert ids(unwatched) == list(range(PAGE + 5))
    assert not unwatched.canFetchMore(QModelIndex())
    assert village.asked == [(None, PAGE), (PAGE, PAGE)]


def test_the_same_page_is_not_asked_twice(unwatched: RowTableModel[Villager], qtbot: QtBot) -> None:
    village = Village(villagers(*range(3 * PAGE)))
    answered(qtbot, unwatched, lambda: unwatched.show(village.page))
    unwatched.fetchMore(QModelIndex())
    assert not unwatched.canFetchMore(QModelIndex())
    answered(qtbot, unwatched, lambda: unwatched.fetchMore(QModelIndex()))
    assert len(village.asked) == 2


@pytest.mark.parametrize(
    "after", [(1, 2, 3), (3, 2, 1), (2,), (), (9, 3, 1, 8, 2, 7), (5, 6), (2, 9, 1)]
)
def test_a_refresh_ends_with_what_the_store_has(
    model: RowTableModel[Villager], qtbot: QtBot, after: tuple[int, ...]
) -> None:
    village = Village(villagers(1, 2, 3))
    answered(qtbot, model, lambda: model.show(village.page))
    village.rows = [Villager(each, f"Nieuw {each}") for each in after]
    answered(qtbot, model, model.refresh)
    assert list(model.rows()) == village.rows


def test_a_refresh_loads_as_far_as_was_loaded(
    unwatched: RowTableModel[Villager], qtbot: QtBot
) -> None:
    village = Village(villagers(*range(3 * PAGE)))
    answered(qtbot, unwatched, lambda: unwatched.show(village.page))
    answered(qtbot, unwatched, lambda: unwatched.fetchMore(QModelIndex()))
    answered(qtbot, unwatched, unwatched.refresh)
    assert unwatched.rowCount() == 2 * PAGE


def test_the_answer_to_a_question_that_is_no_longer_asked_is_not_shown(
    model: RowTableModel[Villager], qtbot: QtBot
) -> None:
    model.show(Village(villagers(1)).page)
    answered(qtbot, model, lambda: model.show(Village(villagers(2)).page))
    assert ids(model) == [2]


def test_a_list_can_go_on_after_a_refusal(
    unwatched: RowTableModel[Villager], tasks: Tasks, qtbot: QtBot
) -> None:
    village = Village(villagers(*range(PAGE + 1)))
    answered(qtbot, unwatched, lambda: unwatched.show(village.page))

    def refuse(_after: Any, _limit: int) -> Page[Villager]:
        raise Refusal

    with qtbot.waitSignal(tasks.refused):
        unwatched.show(refuse)
    assert unwatched.canFetchMore(QModelIndex())
    assert unwatched.rowCount() == PAGE


def test_a_line_is_read_out_with_its_tag(model: RowTableModel[Villager], qtbot: QtBot) -> None:
    answered(qtbot, model, lambda: model.show(Village(villagers(1)).page))
    spoken = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Bewoner 1, Kerkstraat, nieuw"


def test_a_choice_stays_with_its_row(model: RowTableModel[Villager], qtbot: QtBot) -> None:
    village = Village(villagers(1, 2, 3))
    view = RowList(model, "Mensen")
    qtbot.addWidget(view)
    told: list[int] = []
    view.chosen.connect(told.append)
    answered(qtbot, model, lambda: model.show(village.page))
    view.choose(2)
    village.rows = villagers(5, 3, 2)
    answered(qtbot, model, model.refresh)
    assert view.chosen_id() == 2
    assert view.currentIndex().row() == 2
    assert told == [2]


def test_a_row_can_be_chosen_before_it_is_there(
    model: RowTableModel[Villager], qtbot: QtBot
) -> None:
    view = RowList(model, "Mensen")
    qtbot.addWidget(view)
    told: list[int] = []
    view.chosen.connect(told.append)
    model.show(Village(villagers(1, 2, 3)).page)
    view.choose(3)
    assert told == [3]
    qtbot.waitUntil(lambda: view.currentIndex().row() == 2)
    assert told == [3]


def test_what_leaves_the_list_stays_in_the_detail(
    model: RowTableModel[Villager], qtbot: QtBot
) -> None:
    village = Village(villagers(1, 2, 3))
    view = RowList(model, "Mensen")
    qtbot.addWidget(view)
    answered(qtbot, model, lambda: model.show(village.page))
    view.choose(2)
    told: list[int] = []
    view.chosen.connect(told.append)
    village.rows = villagers(1, 3)
    answered(qtbot, model, model.refresh)
    assert told == []
    assert view.chosen_id() == 2
    assert not view.selectionModel().hasSelection()


def test_another_question_without_the_chosen_row_chooses_nothing(
    model: RowTableModel[Villager], qtbot: QtBot
) -> None:
    view = RowList(model, "Mensen")
    qtbot.addWidget(view)
    answered(qtbot, model, lambda: model.show(Village(villagers(1, 2)).page))
    view.choose(2)
    told: list[int] = []
    view.chosen.connect(told.append)
    answered(qtbot, model, lambda: model.show(Village(villagers(1)).page))
    assert told == [-1]
    assert view.chosen_id() is None


def test_the_scroll_stays_with_its_row(model: RowTableModel[Villager], qtbot: QtBot) -> None:
    village = Village(villagers(*range(50)))
    view = RowList(model, "Mensen")
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.show()
    answered(qtbot, model, lambda: model.show(village.page))
    qtbot.waitUntil(lambda: view.verticalScrollBar().maximum() > px(500))
    view.verticalScrollBar().setValue(px(500))
    top = view.indexAt(view.viewport().rect().topLeft())
    seen, offset = model.row_at(top.row()).id, view.visualRect(top).top()
    village.rows = villagers(100, 101, 102, *range(50))
    answered(qtbot, model, model.refresh)
    top = view.indexAt(view.viewport().rect().topLeft())
    assert (model.row_at(top.row()).id, view.visualRect(top).top()) == (seen, offset)


def test_enter_opens_the_chosen_row(model: RowTableModel[Villager], qtbot: QtBot) -> None:
    view = RowList(model, "Mensen")
    qtbot.addWidget(view)
    view.show()
    answered(qtbot, model, lambda: model.show(Village(villagers(4, 5)).page))
    view.setFocus()
    view.choose(5)
    with qtbot.waitSignal(view.opened) as opened:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert opened.args == [5]


@pytest.fixture
def table_model(tasks: Tasks) -> RowTableModel[Villager]:
    """A model with two columns."""
    model = RowTableModel[Villager](
        tasks,
        identify=lambda row: row.id,
        columns=(
            ColumnOf[Villager]("Nr", lambda row: str(row.id), width=80, right=True),
            ColumnOf[Villager]("Naam", lambda row: row.name, width=200),
            ColumnOf[Villager]("Straat", lambda row: "Kerkstraat"),
        ),
    )
    examine(model)
    return model


def test_a_table_shows_its_columns(table_model: RowTableModel[Villager], qtbot: QtBot) -> None:
    answered(qtbot, table_model, lambda: table_model.show(Village(villagers(7)).page))
    cells = [table_model.index(0, column).data() for column in range(3)]
    titles = [table_model.headerData(column, Qt.Orientation.Horizontal) for column in range(3)]
    assert cells == ["7", "Bewoner 7", "Kerkstraat"]
    assert titles == ["Nr", "Naam", "Straat"]


def test_a_table_remembers_widths_and_order(
    table_model: RowTableModel[Villager], qtbot: QtBot
) -> None:
    first = RowTable(table_model, "people", "Mensen")
    qtbot.addWidget(first)
    first.horizontalHeader().resizeSection(0, px(120))
    first.horizontalHeader().moveSection(1, 0)
    second = RowTable(table_model, "people", "Mensen")
    qtbot.addWidget(second)
    header = second.horizontalHeader()
    assert header.sectionSize(0) == px(120)
    assert [header.logicalIndex(place) for place in range(3)] == [1, 0, 2]


@pytest.mark.parametrize("remembered", ["", "rommel", "0:80", "0:80,0:80,1:70", "a:b,c:d,e:f"])
def test_columns_that_no_longer_fit_are_forgotten(
    table_model: RowTableModel[Villager], qtbot: QtBot, remembered: str
) -> None:
    QSettings().setValue("columns/people", remembered)
    table = RowTable(table_model, "people", "Mensen")
    qtbot.addWidget(table)
    assert table.horizontalHeader().sectionSize(0) == px(80)
