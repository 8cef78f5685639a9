"""The roster as a spreadsheet (xlsx): real dates, times and numbers, and never a formula."""

from collections.abc import Sequence
from datetime import date, time, timedelta
from io import BytesIO
from typing import Any, Final

from xlsxwriter import Workbook

from dorpssteunpunt.base.clock import ZONE
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.services.exports.records import PlaceLine, RosterTable, ShiftLine

_DAY: Final = "dd-mm-yyyy"
_TIME: Final = "hh:mm"
_HOURS: Final = "0.00"
_WIDEST: Final = 60
_HOUR: Final = timedelta(hours=1)

_Value = str | int | float | date | time


def spreadsheet_file(table: RosterTable) -> bytes:
    """Return the tables as a workbook of two sheets; the same bytes for the same tables."""
    file = BytesIO()
    book = Workbook(file, {"in_memory": True})
    book.set_properties(
        {
            "title": table.title,
            "author": table.author,
            "created": table.made_at.astimezone(ZONE).replace(tzinfo=None),
        }
    )
    sheets = _Sheets(book)
    sheets.add(
        _("Shifts"),
        (
            *(_("Week"), _("Date"), _("Day"), _("Day part"), _("From"), _("To"), _("Hours")),
            *(_("Needed"), _("Present"), _("Missing"), _("Shift lead"), _("People"), _("State")),
        ),
        [_of_shift(line) for line in table.shifts],
    )
    sheets.add(
        _("People"),
        (
            *(_("Name"), _("Week"), _("Date"), _("Day part"), _("From"), _("To"), _("Hours")),
            *(_("Role"), _("State")),
        ),
        [_of_place(line) for line in table.places],
    )
    book.close()
    return file.getvalue()


def _of_shift(line: ShiftLine) -> Sequence[_Value]:
    return (
        *(line.week, line.day, line.weekday, line.daypart, line.start, line.end),
        *(line.length / _HOUR, line.needed, line.present, line.missing),
        *(line.lead, ", ".join(line.people), line.state),
    )


def _of_place(line: PlaceLine) -> Sequence[_Value]:
    return (
        *(line.name, line.week, line.day, line.daypart, line.start, line.end),
        *(line.length / _HOUR, line.role, line.state),
    )


class _Sheets:
    """Fills the sheets of a book, each cell by the type of its value."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True})
        self._formats = {
            kind: book.add_format({"num_format": shown})
            for kind, shown in ((date, _DAY), (time, _TIME), (float, _HOURS))
        }

    def add(self, name: str, head: Sequence[str], lines: Sequence[Sequence[_Value]]) -> None:
        """Add a sheet with a head that stays in sight and can be filtered by."""
        sheet = self._book.add_worksheet(name)
        for column, words in enumerate(head):
            sheet.write_string(0, column, words, self._head)
            widest = max((len(_shown(line[column])) for line in lines), default=0)
            sheet.set_column(column, column, min(_WIDEST, max(widest, len(words)) + 2))
        for row, line in enumerate(lines, start=1):
            for column, value in enumerate(line):
                self._write(sheet, row, column, value)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(1, len(lines)), len(head) - 1)
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)

    def _write(self, sheet: Any, row: int, column: int, value: _Value) -> None:
        match value:
            case str():
                sheet.write_string(row, column, value)  # also "=1+1" is what somebody is called
            case date() | time():
                shown = self._formats[type(value)]
                sheet.write_datetime(row, column, value, shown)
            case float():
                sheet.write_number(row, column, value, self._formats[float])
            case _:
                sheet.write_number(row, column, value)


def _shown(value: _Value) -> str:
    """Return roughly what a cell shows, for the width of its column."""
    match value:
        case date():
            return _DAY
        case time():
            return _TIME
        case _:
            return str(value)
