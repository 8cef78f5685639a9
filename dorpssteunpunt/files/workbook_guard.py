"""Measures a workbook before it is unpacked: a small file may hold more than a computer can.

A sheet is laid out in memory as wide and as high as its furthest filled cell, so one cell at
XFD1048576 would take all of it. A lying size is found by unpacking piece by piece.
"""

import re
import zlib
from io import BytesIO
from typing import Final, NoReturn
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile

from dorpssteunpunt.domain.filled_in.cells import Place
from dorpssteunpunt.files.unreadable import Unreadable
from dorpssteunpunt.services.imports.records import (
    MOST_COLUMNS,
    MOST_ROWS,
    MOST_TABLES,
    MOST_UNPACKED,
    SpreadsheetProblem,
)

_EXCEL, _ODS, _ODS_PARTS = "xl/workbook.xml", "content.xml", "META-INF/manifest.xml"
_EXCEL_PLACES = "xl/_rels/workbook.xml.rels"
_CELL: Final = re.compile("([A-Z]{1,3})([0-9]{1,7})")
_COUNTING: Final = ("xl/sharedStrings.xml", "xl/styles.xml")
_MOST_COUNTED: Final = MOST_ROWS * MOST_COLUMNS
_DAMAGE: Final = (
    *(BadZipFile, zlib.error, EOFError),
    *(expat.ExpatError, LookupError, ValueError),  # an encoding or a number that is none
    RuntimeError,  # what ZipFile says of a part with a password
)
_NUMBER: Final = re.compile("[0-9]{1,7}")
_MOST_PARTS: Final = 2_000
_PIECE: Final = 1 << 16


def check_workbook(content: bytes) -> None:
    """Raise `Unreadable` for what is no workbook, is locked, or holds more than people fill in."""
    try:
        with ZipFile(BytesIO(content)) as parts:
            names = set(parts.namelist())
            sizes = [part.file_size for part in parts.infolist()]
            if len(sizes) > _MOST_PARTS or sum(sizes) > MOST_UNPACKED:
                raise Unreadable(SpreadsheetProblem.TOO_LARGE)
            if parts.testzip() is not None:
                raise Unreadable(SpreadsheetProblem.DAMAGED)
            _check_parts(parts, names)
    except _DAMAGE:
        raise Unreadable(SpreadsheetProblem.DAMAGED) from None


def _check_parts(parts: ZipFile, names: set[str]) -> None:
    if _EXCEL in names:
        titles = _titles(parts, names)
        if len(titles) > MOST_TABLES:
            raise Unreadable(SpreadsheetProblem.TOO_LARGE)
        if not titles.keys() <= names:  # a sheet that is not measured is not read
            raise Unreadable(SpreadsheetProblem.DAMAGED)
        for name in names & {*_COUNTING}:
            _feed(parts, name, _Counts())
        for name, title in titles.items():
            _feed(parts, name, _ExcelMeasure(title))
    elif _ODS in names and b"spreadsheet" in _mimetype(parts, names):
        if _ODS_PARTS in names and b"encryption-data" in parts.read(_ODS_PARTS):
            raise Unreadable(SpreadsheetProblem.LOCKED)
        _feed(parts, _ODS, _OdsMeasure())
    else:
        raise Unreadable(SpreadsheetProblem.OTHER_KIND)


def _titles(parts: ZipFile, names: set[str]) -> dict[str, str]:
    """Return what the sheets are called, by their parts of the file."""
    sheets, places = _Sheets(), _Places()
    _feed(parts, _EXCEL, sheets)
    if _EXCEL_PLACES in names:
        _feed(parts, _EXCEL_PLACES, places)
    return {places.found.get(key, ""): title for key, title in sheets.found.items()}


def _mimetype(parts: ZipFile, names: set[str]) -> bytes:
    return parts.read("mimetype") if "mimetype" in names else b""


class _Measure:
    """Follows the elements of a sheet; their names have no namespace before them."""

    def begin(self, name: str, facts: dict[str, str]) -> None:
        """Take the beginning of an element."""

    def end(self, name: str) -> None:
        """Take the end of an element."""

    def _check(self, sheet: str, row: int, column: int) -> None:
        if row > MOST_ROWS or column > MOST_COLUMNS:
            raise Unreadable(SpreadsheetProblem.TOO_LARGE, Place(sheet, row - 1, column - 1))


class _Counts(_Measure):
    """Looks at what a part says that it holds: room for that is made before any of it is read."""

    def begin(self, name: str, facts: dict[str, str]) -> None:
        """Take an element with a count."""
        for fact in ("count", "uniqueCount"):
            if _whole(facts.get(fact, "0")) > _MOST_COUNTED:
                raise Unreadable(SpreadsheetProblem.DAMAGED)


class _Sheets(_Measure):
    """Gathers what the sheets of Excel are called, by their keys."""

    def __init__(self) -> None:
        self.found: dict[str, str] = {}

    def begin(self, name: str, facts: dict[str, str]) -> None:
        """Take a sheet."""
        if name == "sheet":
            self.found[facts.get("id", "")] = facts.get("name", "")


class _Places(_Measure):
    """Gathers where the parts of Excel are, by their keys."""

    def __init__(self) -> None:
        self.found: dict[str, str] = {}

    def begin(self, name: str, facts: dict[str, str]) -> None:
        """Take a relationship."""
        if name == "Relationship":
            target = facts.get("Target", "")
            self.found[facts.get("Id", "")] = f"xl/{target.removeprefix('/xl/')}"


class _ExcelMeasure(_Measure):
    """Measures a sheet of Excel, and finds formulas that were never worked out."""

    def __init__(self, sheet: str) -> None:
        self._sheet = sheet
        self._row = self._column = 0
        self._is_filled = self._is_formula = False

    def begin(self, name: str, facts: dict[str, str]) -> None:
        """Go to a row or a cell, or note that the cell holds something."""
        if name == "row":
            self._row = _whole(facts["r"]) if "r" in facts else self._row + 1
            self._column = 0
        elif name == "c":
            self._column = self._named_column(facts["r"]) if "r" in facts else self._column + 1
            self._is_filled = self._is_formula = False
        elif name == "f":
            self._is_formula = True
        elif name in ("v", "is"):
            self._is_filled = True

    def end(self, name: str) -> None:
        """Look at a cell that is whole."""
        if name != "c":
            return
        if self._is_filled:
            self._check(self._sheet, self._row, self._column)
        elif self._is_formula:
            place = Place(self._sheet, self._row - 1, self._column - 1)
            raise Unreadable(SpreadsheetProblem.FORMULA, place)

    def _named_column(self, cell: str) -> int:
        """Return the column of a cell such as "B7"; it lies in its row, or nobody knows where."""
        named = _CELL.fullmatch(cell)
        if named is None or int(named[2]) != self._row:
            raise Unreadable(SpreadsheetProblem.DAMAGED)
        column = 0
        for letter in named[1]:
            column = 26 * column + ord(letter) - ord("A") + 1
        return column


class _OdsMeasure(_Measure):
    """Measures the sheets of LibreOffice, in which rows and cells say how often they come."""

    def __init__(self) -> None:
        self._sheet = ""
        self._tables = self._row = self._column = 0
        self._rows = self._cells = 1
        self._is_filled = False

    def begin(self, name: str, facts: dict[str, str]) -> None:
        """Go to a sheet, a row or a cell, or note that the cell holds something."""
        if name == "table":
            self._sheet, self._row = facts.get("name", ""), 0
            self._tables += 1
            if self._tables > MOST_TABLES:
                raise Unreadable(SpreadsheetProblem.TOO_LARGE)
        elif name == "table-row":
            self._rows, self._column = _count(facts, "number-rows-repeated"), 0
        elif name in ("table-cell", "covered-table-cell"):
            self._cells = _count(facts, "number-columns-repeated")
            self._is_filled = "value-type" in facts
        elif name == "p":
            self._is_filled = True

    def end(self, name: str) -> None:
        """Go past a cell or a row, however often they come."""
        if name in ("table-cell", "covered-table-cell"):
            self._column += self._cells
            if self._is_filled:
                self._check(self._sheet, self._row + self._rows, self._column)
            self._is_filled = False
        elif name == "table-row":
            self._row += self._rows


def _count(facts: dict[str, str], name: str) -> int:
    return max(1, _whole(facts.get(name, "1")))


def _whole(number: str) -> int:
    """Return a number as every reader takes it; others wrap round, and are refused."""
    if not _NUMBER.fullmatch(number):
        raise Unreadable(SpreadsheetProblem.DAMAGED)
    return int(number)


def _feed(parts: ZipFile, name: str, measure: _Measure) -> None:
    """Let a measure follow one part; a document type may hide a bomb, and no workbook has one."""
    parser = expat.ParserCreate()

    def begin(element: str, facts: dict[str, str]) -> None:
        measure.begin(_bare(element), {_bare(fact): value for fact, value in facts.items()})

    def refuse(*_facts: object) -> NoReturn:
        raise BadZipFile

    parser.StartElementHandler = begin
    parser.EndElementHandler = lambda element: measure.end(_bare(element))
    parser.StartDoctypeDeclHandler = refuse
    with parts.open(name) as part:
        while piece := part.read(_PIECE):
            parser.Parse(piece)
    parser.Parse(b"", True)


def _bare(name: str) -> str:
    return name.rpartition(":")[2]
