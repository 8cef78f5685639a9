"""Spreadsheets as another library reads them."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest
from python_calamine import CalamineWorkbook

from dorpssteunpunt.base.clock import ZONE
from dorpssteunpunt.files.writer import OfficeFileWriter
from dorpssteunpunt.services.exports.records import PlaceLine, RosterTable, ShiftLine

WRITER = OfficeFileWriter()
SHIFT = ShiftLine(
    week="2026-W48",
    day=date(2026, 11, 27),
    weekday="vrijdag",
    daypart="Ochtend",
    start=time(9),
    end=time(12, 30),
    length=timedelta(hours=3, minutes=30),
    needed=2,
    lead="Đorđe Petrović",
    people=("Đorđe Petrović",),
    present=1,
    state="gepubliceerd",
)
PLACE = PlaceLine(
    name="Đorđe Petrović",
    week="2026-W48",
    day=date(2026, 11, 27),
    daypart="Ochtend",
    start=time(9),
    end=time(12, 30),
    length=timedelta(hours=3, minutes=30),
    role="aanspreekpunt",
    state="gepubliceerd",
)
TABLE = RosterTable(
    title="Rooster 23–29 november 2026",
    author="De Linde",
    made_at=datetime(2026, 11, 23, 9, 30, tzinfo=ZONE),
    shifts=(SHIFT,),
    places=(PLACE,),
)


def sheet(table: RosterTable, name: str) -> list[list[object]]:
    book = CalamineWorkbook.from_filelike(BytesIO(WRITER.write(table)))
    return [list(row) for row in book.get_sheet_by_name(name).to_python()]


def test_shifts_come_back_as_dates_times_and_numbers() -> None:
    head, line = sheet(TABLE, "Diensten")
    assert dict(zip(head, line, strict=True)) == {
        "Week": "2026-W48",
        "Datum": date(2026, 11, 27),
        "Dag": "vrijdag",
        "Dagdeel": "Ochtend",
        "Van": time(9),
        "Tot": time(12, 30),
        "Uren": 3.5,
        "Nodig": 2.0,
        "Ingevuld": 1.0,
        "Nog nodig": 1.0,
        "Aanspreekpunt": "Đorđe Petrović",
        "Mensen": "Đorđe Petrović",
        "Stand": "gepubliceerd",
    }


def test_each_place_has_a_line_with_hours() -> None:
    head, line = sheet(TABLE, "Mensen")
    found = dict(zip(head, line, strict=True))
    assert found["Naam"] == "Đorđe Petrović"
    assert found["Rol"] == "aanspreekpunt"
    assert found["Uren"] == 3.5


@pytest.mark.parametrize(
    "name",
    ["=1+1", '=HYPERLINK("http://x")', "+31612345678", "-1", "@SUM(A1)", "{=1}", "0123", "\t=1"],
)
def test_a_name_is_never_a_formula_a_number_or_a_link(name: str) -> None:
    table = replace(
        TABLE,
        shifts=(replace(SHIFT, lead=name, people=(name,), daypart=name),),
        places=(replace(PLACE, name=name),),
    )
    assert sheet(table, "Mensen")[1][0] == name
    assert name in sheet(table, "Diensten")[1]
    with ZipFile(BytesIO(WRITER.write(table))) as parts:
        sheets = [parts.read(part) for part in parts.namelist() if "worksheets" in part]
    assert sheets
    assert not any(b"<f>" in content or b"hyperlink" in content for content in sheets)


def test_an_empty_roster_is_a_spreadsheet_with_heads_only() -> None:
    empty = replace(TABLE, shifts=(), places=())
    assert len(sheet(empty, "Diensten")) == len(sheet(empty, "Mensen")) == 1


def test_the_same_table_gives_the_same_bytes() -> None:
    assert WRITER.write(TABLE) == OfficeFileWriter().write(TABLE)
