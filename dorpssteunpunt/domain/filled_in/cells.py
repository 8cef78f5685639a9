"""The cells of a spreadsheet as they were found, each with its place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time
from string import ascii_uppercase

CellValue = str | float | bool | date | time | None
"""What stands in a cell; None is an empty one. Every number is a float."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands: the sheet, and row and column from 0."""

    sheet: str
    row: int
    column: int

    @property
    def cell(self) -> str:
        """The name of the cell as spreadsheet programs show it: "B7"."""
        letters, column = "", self.column + 1
        while column:
            column, letter = divmod(column - 1, len(ascii_uppercase))
            letters = ascii_uppercase[letter] + letters
        return f"{letters}{self.row + 1}"


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet of a spreadsheet; rows may differ in length. Turned, rows are read as columns."""

    name: str
    rows: Sequence[Sequence[CellValue]]
    is_turned: bool = False

    def turned(self) -> "Table":
        """Return the table with its rows as columns; places stay those of the file."""
        width = max(map(len, self.rows), default=0)
        rows = tuple(tuple(self.at(row, column) for row in self.heights) for column in range(width))
        return Table(self.name, rows, not self.is_turned)

    @property
    def heights(self) -> range:
        """The numbers of its rows."""
        return range(len(self.rows))

    @property
    def width(self) -> int:
        """How many columns the widest row has."""
        return max(map(len, self.rows), default=0)

    def at(self, row: int, column: int) -> CellValue:
        """Return what stands in a cell; text without the spaces around it."""
        values = self.rows[row]
        value = values[column] if column < len(values) else None
        return (value.strip() or None) if isinstance(value, str) else value

    def place(self, row: int, column: int) -> Place:
        """Return where a cell stands in the file."""
        if self.is_turned:
            row, column = column, row
        return Place(self.name, row, column)

    def filled(self, row: int) -> Iterator[tuple[int, CellValue]]:
        """Yield the cells of a row in which something stands, with their columns."""
        for column in range(len(self.rows[row])):
            value = self.at(row, column)
            if value is not None:
                yield column, value


def shown(value: CellValue) -> str:
    """Return a value as people would type it, to read it as words and to show it."""
    match value:
        case None:
            return ""
        case bool():
            return "ja" if value else "nee"
        case float():
            return f"{value:g}"
        case date():
            return f"{value:%d-%m}-{value.year:04d}"
        case time():
            return f"{value:%H:%M}"
        case str():
            return value
