"""The availability form as a spreadsheet (xlsx): a choice in each box, and read back exactly.

A sheet for each volunteer, or one without a name. What it says is what the paper says.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, time
from io import BytesIO
from string import ascii_uppercase
from typing import Any, Final

from xlsxwriter import Workbook

from dorpssteunpunt.base.formats import month_title, weekday_name
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.services.overviews.papers import (
    AskedDay,
    AskedPart,
    AvailabilityForm,
    AvailabilityForms,
)

_LONGEST_TITLE: Final = 31  # letters of the name of a sheet
_NOT_IN_TITLE: Final = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
_DAY: Final = "dd-mm-yyyy"
_NAME_ROW, _HEAD_ROW = 2, 5


def form_file(forms: AvailabilityForms) -> bytes:
    """Return the forms as a workbook; the same bytes for the same forms."""
    file = BytesIO()
    book = Workbook(file, {"in_memory": True})
    title = _("When can you come?")
    created = datetime.combine(forms.printed_on, time())
    book.set_properties({"title": title, "author": forms.letterhead.name, "created": created})
    writer = _Writer(book, forms)
    taken: set[str] = set()
    for of_one in _by_volunteer(forms.forms):
        writer.add(_title(of_one[0].name, taken), of_one)
    book.close()
    return file.getvalue()


class _Writer:
    """Writes the sheet of one volunteer after the other."""

    def __init__(self, book: Workbook, forms: AvailabilityForms) -> None:
        self._book, self._forms = book, forms
        self._title = book.add_format({"bold": True, "font_size": 16})
        self._strong = book.add_format({"bold": True, "bottom": 1})
        self._date = book.add_format({"num_format": _DAY, "align": "left"})
        self._answer = book.add_format({"border": 1, "locked": False})
        shade = {"border": 1, "bg_color": "#DDDDDD", "font_color": "#555555"}
        self._closed = book.add_format(shade)

    def add(self, title: str, forms: Sequence[AvailabilityForm]) -> None:
        """Add a sheet: of a month, or of the weeks of a pattern under each other."""
        sheet = self._book.add_worksheet(title)
        month = self._forms.month
        subtitle = month_title(month) if month else _("in an ordinary week")
        sheet.write_string(0, 0, _("When can you come?") + f" – {subtitle}", self._title)
        sheet.write_string(_NAME_ROW, 0, _("Name"), self._strong)
        sheet.write_string(_NAME_ROW, 1, forms[0].name)
        sheet.write_string(
            _NAME_ROW + 1, 0, _("Choose an answer in each box. An empty box says nothing.")
        )
        row = _HEAD_ROW
        for form in forms:
            if form.week:
                week = _("Week {letter}").format(letter=form.week)
                sheet.write_string(row, 0, week, self._strong)
                row += 1
            row = self._add_days(sheet, row, form.days) + 1
        self._lay_out(sheet)

    def _add_days(self, sheet: Any, row: int, days: Iterable[AskedDay]) -> int:
        """Write the head and a line for each day, and return the row after them."""
        day_heads = [_("Date"), _("Day")] if self._forms.month else [_("Day")]
        for column, head in enumerate([*day_heads, *self._forms.dayparts]):
            sheet.write_string(row, column, head, self._strong)
        for day in days:
            row += 1
            weekday = weekday_name(day.day)
            if self._forms.month:
                sheet.write_datetime(row, 0, day.day, self._date)
            sheet.write_string(row, len(day_heads) - 1, weekday)
            for column, part in enumerate(day.parts, start=len(day_heads)):
                self._add_box(sheet, row, column, part)
        return row + 1

    def _add_box(self, sheet: Any, row: int, column: int, part: AskedPart | None) -> None:
        if part is None:
            sheet.write_string(row, column, _("closed"), self._closed)
            return
        answers = self._forms.answers
        if part.answer is None:
            sheet.write_blank(row, column, None, self._answer)
        else:
            sheet.write_string(row, column, answers[part.answer], self._answer)
        sheet.data_validation(
            row, column, row, column, {"validate": "list", "source": list(answers)}
        )

    def _lay_out(self, sheet: Any) -> None:
        sheet.set_column(0, 0, 14)
        sheet.set_column(1, len(self._forms.dayparts) + 1, 16)
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)


def _by_volunteer(forms: Iterable[AvailabilityForm]) -> Sequence[Sequence[AvailabilityForm]]:
    """Return the forms of each volunteer together: week A begins anew, also for a namesake."""
    found: list[list[AvailabilityForm]] = []
    for form in forms:
        if form.week in ("", ascii_uppercase[0]) or not found:
            found.append([])
        found[-1].append(form)
    return found


def _title(name: str, taken: set[str]) -> str:
    """Return how the sheet of somebody is called, unlike those that are there."""
    wished = name.translate(_NOT_IN_TITLE).strip()[:_LONGEST_TITLE].strip() or _("Form")
    title, number = wished, 1
    while title.casefold() in taken:
        number += 1
        end = f" {number}"
        title = wished[: _LONGEST_TITLE - len(end)] + end
    taken.add(title.casefold())
    return title
