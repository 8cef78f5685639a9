"""A table model over frozen rows that come page by page from the store."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtCore import Signal as QtSignal

from dorpssteunpunt.base.errors import Circumstance, Refusal
from dorpssteunpunt.services.pages import Page
from dorpssteunpunt.ui.kit.tasks import Tasks
from dorpssteunpunt.ui.kit.tones import TagWords

RowT = TypeVar("RowT")
Index = QModelIndex | QPersistentModelIndex

PAGE: Final = 60  # rows asked for at a time: a few windows full
ID_ROLE: Final = int(Qt.ItemDataRole.UserRole)
LINE_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 1


PageSource = Callable[[Any, int], Page[RowT]]


@dataclass(frozen=True, slots=True)
class Line:
    """What a list shows of a row: a title, a second line, a tag, and a dot when it is `marked`.

    A marked line says in its words, or in `spoken`, what the dot means.
    """

    title: str
    second: str = ""
    tag: TagWords | None = None
    spoken: str = ""
    marked: bool = False

    def read_out(self) -> str:
        """Return the line as a screen reader says it."""
        words = (self.title, self.second, self.tag.text if self.tag else "")
        return self.spoken or ", ".join(word for word in words if word)


@dataclass(frozen=True)  # with slots, ColumnOf[Row](…) fails on Python 3.11
class ColumnOf(Generic[RowT]):
    """A column: its title, the text of a row in it, its width at 100 %, and its side."""

    title: str
    text: Callable[[RowT], str]
    width: int = 160
    right: bool = False


class RowTableModel(QAbstractTableModel, Generic[RowT]):
    """Rows of one question to the store, loaded as far as somebody looks.

    ``loaded`` tells that an answer has come, ``renewing`` that a refresh is about to be shown.
    """

    loaded = QtSignal()
    renewing = QtSignal()

    def __init__(
        self,
        tasks: Tasks,
        identify: Callable[[RowT], int],
        columns: Sequence[ColumnOf[RowT]] = (),
        line: Callable[[RowT], Line] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._identify = identify
        self._columns = tuple(columns)
        self._line = line
        self._rows: list[RowT] = []
        self._next: Any | None = None
        self._source: PageSource[RowT] | None = None
        self._fetching = False

    @property
    def columns(self) -> Sequence[ColumnOf[RowT]]:
        """The columns; none for a list of lines."""
        return self._columns

    def show(self, source: PageSource[RowT]) -> None:
        """Ask another question and begin at its top; the old rows stay until the answer comes."""
        self._source = source
        self._ask(None, PAGE, self._replace)

    def refresh(self) -> None:
        """Ask the same question again, as far as it was loaded, and keep every place."""
        if self._source is not None:
            self._ask(None, max(PAGE, len(self._rows)), self._renew)

    def rows(self) -> Sequence[RowT]:
        """Return the rows loaded so far."""
        return tuple(self._rows)

    def row_at(self, row: int) -> RowT:
        """Return a loaded row by its place."""
        return self._rows[row]

    def index_of(self, row_id: int) -> int | None:
        """Return the place of a row among the loaded ones, or None."""
        places = (place for place, row in enumerate(self._rows) if self._identify(row) == row_id)
        return next(places, None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's shape
        """Return how many rows are loaded."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's shape
        """Return how many columns there are; a list of lines has one."""
        return 0 if parent.isValid() else max(1, len(self._columns))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return text, id, line or alignment of a cell."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ID_ROLE:
            return self._identify(row)
        if self._columns:
            return _cell(self._columns[index.column()], row, role)
        if self._line is not None and role in (LINE_ROLE, *_SPOKEN):
            line = self._line(row)
            return line if role == LINE_ROLE else line.read_out()
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return the title of a column."""
        if orientation != Qt.Orientation.Horizontal or section >= len(self._columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = self._columns[section].right
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def canFetchMore(self, parent: Index) -> bool:
        """Say whether there is a next page that is not under way."""
        return not parent.isValid() and self._next is not None and not self._fetching

    def fetchMore(self, parent: Index) -> None:
        """Ask for the next page."""
        if self.canFetchMore(parent):
            self._ask(self._next, PAGE, self._append)

    def _ask(self, after: Any | None, limit: int, take: Callable[[Page[RowT]], None]) -> None:
        source = self._source
        assert source is not None
        self._fetching = True
        # One key for all three: a page of a question that is no longer asked is not wanted.
        self._tasks.run(
            lambda: source(after, limit),
            take,
            refused=self._refused,
            troubled=self._troubled,
            owner=self,
            key="rows",
        )

    def _refused(self, refusal: Refusal) -> None:
        self._fetching = False
        self._tasks.refused.emit(refusal)

    def _troubled(self, circumstance: Circumstance) -> None:
        self._fetching = False
        self._tasks.troubled.emit(circumstance)

    def _replace(self, page: Page[RowT]) -> None:
        self.beginResetModel()
        self._rows = list(page.rows)
        self._take_next(page)
        self.endResetModel()
        self.loaded.emit()

    def _append(self, page: Page[RowT]) -> None:
        # A row that moved meanwhile may come twice; the place it had first stands.
        known = {self._identify(row) for row in self._rows}
        fresh = [row for row in page.rows if self._identify(row) not in known]
        if fresh:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(fresh) - 1)
            self._rows.extend(fresh)
            self.endInsertRows()
        self._take_next(page)
        self.loaded.emit()

    def _renew(self, page: Page[RowT]) -> None:
        self.renewing.emit()
        rows = list(page.rows)
        self._remove_gone({self._identify(row) for row in rows})
        self._insert_new(rows)
        self._reorder(rows)
        self._change(rows)
        self._take_next(page)
        self.loaded.emit()

    def _take_next(self, page: Page[RowT]) -> None:
        self._next = page.next
        self._fetching = False

    def _remove_gone(self, stay: set[int]) -> None:
        for place in range(len(self._rows) - 1, -1, -1):
            if self._identify(self._rows[place]) not in stay:
                self.beginRemoveRows(QModelIndex(), place, place)
                del self._rows[place]
                self.endRemoveRows()

    def _insert_new(self, rows: Sequence[RowT]) -> None:
        known = {self._identify(row) for row in self._rows}
        for place, row in enumerate(rows):
            if self._identify(row) not in known:
                self.beginInsertRows(QModelIndex(), place, place)
                self._rows.insert(place, row)
                self.endInsertRows()

    def _reorder(self, rows: Sequence[RowT]) -> None:
        old = [self._identify(row) for row in self._rows]
        new = {self._identify(row): place for place, row in enumerate(rows)}
        if old == list(new):
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        after = [self.index(new[old[index.row()]], index.column()) for index in before]
        self._rows.sort(key=lambda row: new[self._identify(row)])
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _change(self, rows: Sequence[RowT]) -> None:
        last = self.columnCount() - 1
        for place, row in enumerate(rows):
            if self._rows[place] != row:
                self._rows[place] = row
                self.dataChanged.emit(self.index(place, 0), self.index(place, last))


def _cell(column: ColumnOf[RowT], row: RowT, role: int) -> Any:
    if role in _SPOKEN:
        return column.text(row)
    if role == Qt.ItemDataRole.TextAlignmentRole and column.right:
        return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    return None


_SPOKEN: Final = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.AccessibleTextRole,
)
