"""Reads the cells of a spreadsheet (xlsx, ods, csv), with distrust: anybody may have made the file.

What a file is, its contents tell and not its name. A workbook is measured before it is unpacked
(`files.workbook_guard`); a formula counts as what the spreadsheet program last worked it out to.
"""

import csv
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from io import BytesIO, StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Final

from dorpssteunpunt.domain.filled_in.cells import CellValue, Place, Table
from dorpssteunpunt.files.unreadable import Unreadable
from dorpssteunpunt.services.imports.records import (
    MOST_BYTES,
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_ROWS,
    SpreadsheetFault,
    SpreadsheetProblem,
)

if TYPE_CHECKING:
    from python_calamine import SheetMetadata

_ZIP: Final = b"PK\x03\x04"
_OLE: Final = b"\xd0\xcf\x11\xe0"
"""What Excel files from before 2007 begin with, and also newer ones with a password."""

_NO_TEXT: Final = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"{\\rtf", b"<!DOCTYPE", b"<html")
_UTF16: Final = (b"\xff\xfe", b"\xfe\xff")
_DELIMITERS: Final = ";,\t"
_MIDNIGHT: Final = time(0)
_MINUTES: Final = 24 * 60


class OfficeTableReader:
    """Reads files into tables, from any thread; a `services.imports.records.TableReader`."""

    def read(self, path: Path) -> Sequence[Table]:
        """Return the sheets that hold anything; raises `SpreadsheetFault`."""
        try:
            tables = _tables(path)
        except Unreadable as wrong:
            raise SpreadsheetFault(path, wrong.problem, wrong.place) from None
        if not tables:
            raise SpreadsheetFault(path, SpreadsheetProblem.EMPTY)
        return tables


def _tables(path: Path) -> Sequence[Table]:
    content = _content(path)
    if content.startswith(_ZIP):
        return _of_workbook(content)
    if content.startswith(_OLE):
        raise Unreadable(SpreadsheetProblem.OLD_OR_LOCKED)
    return _of_text(content, path.stem)


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise Unreadable(SpreadsheetProblem.TOO_LARGE)
        content = path.read_bytes()
    except OSError:
        raise Unreadable(SpreadsheetProblem.NOT_FOUND) from None
    if not content.strip():
        raise Unreadable(SpreadsheetProblem.EMPTY)
    return content


# ---------------------------------------------------------------- workbooks


def _of_workbook(content: bytes) -> Sequence[Table]:
    # Imported here: it is needed when somebody first imports a workbook.
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    from dorpssteunpunt.files.workbook_guard import check_workbook

    check_workbook(content)
    found: list[Table] = []
    room = MOST_CELLS
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        for name in _in_sight(book.sheets_metadata):
            sheet = book.get_sheet_by_name(name)
            room -= sheet.total_height * sheet.total_width
            if room < 0:
                raise Unreadable(SpreadsheetProblem.TOO_LARGE)
            found.append(Table(name, _rows(sheet.to_python(skip_empty_area=False))))
    except PasswordError:
        raise Unreadable(SpreadsheetProblem.LOCKED) from None
    except (CalamineError, OSError, ValueError):
        raise Unreadable(SpreadsheetProblem.DAMAGED) from None
    return [table for table in found if _holds_anything(table)]


def _in_sight(sheets: "Iterable[SheetMetadata]") -> Sequence[str]:
    """Return the names of the sheets that their maker sees."""
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    return [
        sheet.name
        for sheet in sheets
        if sheet.visible == SheetVisibleEnum.Visible and sheet.typ == SheetTypeEnum.WorkSheet
    ]


def _rows(rows: Iterable[Iterable[object]]) -> Sequence[Sequence[CellValue]]:
    return tuple(tuple(_value(cell) for cell in row) for row in rows)


def _value(cell: object) -> CellValue:
    match cell:
        case bool() | str():
            return cell if cell != "" else None
        case int() | float():
            return float(cell)
        case datetime():
            return cell.date() if cell.time() == _MIDNIGHT else cell.isoformat(" ", "minutes")
        case date() | time():
            return cell
        case timedelta():
            minutes = int(cell.total_seconds()) // 60 % _MINUTES
            return time(minutes // 60, minutes % 60)
        case _:
            return None


def _holds_anything(table: Table) -> bool:
    return any(True for row in table.heights for _cell in table.filled(row))


# ---------------------------------------------------------------- text


def _of_text(content: bytes, name: str) -> Sequence[Table]:
    text = _decoded(content)
    rows: list[list[str]] = []
    reader = csv.reader(StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    try:
        for row in reader:
            place = Place(name, reader.line_num - 1, 0)
            if len(rows) >= MOST_ROWS or len(row) > MOST_COLUMNS:
                raise Unreadable(SpreadsheetProblem.TOO_LARGE, place)
            rows.append(row)
    except csv.Error:
        place = Place(name, len(rows), 0)
        raise Unreadable(SpreadsheetProblem.UNCLOSED_QUOTE, place) from None
    if rows and rows[0][:1] and rows[0][0].lower().startswith("sep="):
        rows[0] = []  # Excel's note of what separates the cells
    table = Table(name, _rows(rows))
    return [table] if _holds_anything(table) else []


def _decoded(content: bytes) -> str:
    """Return the text of a file as Excel, LibreOffice and editors write it."""
    if content.startswith(_UTF16):
        try:
            return content.decode("utf-16")
        except UnicodeDecodeError:
            raise Unreadable(SpreadsheetProblem.DAMAGED) from None
    if content.lstrip().startswith(_NO_TEXT) or b"\0" in content:
        raise Unreadable(SpreadsheetProblem.OTHER_KIND)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _delimiter(text: str) -> str:
    """Return what separates the cells: what the first lines have most of, outside quotes."""
    beginning = text[:10_000]
    if beginning.lower().startswith("sep=") and beginning[4:5] in _DELIMITERS:
        return beginning[4]
    outside = "".join(beginning.split('"')[::2])
    return max(_DELIMITERS, key=outside.count)
