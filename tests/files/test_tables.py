"""Spreadsheets that come from anywhere: what is read of them, and what is refused before."""

import zlib
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from xlsxwriter import Workbook

from dorpssteunpunt.domain.filled_in.cells import Table
from dorpssteunpunt.files.tables import OfficeTableReader
from dorpssteunpunt.services.imports.records import SpreadsheetFault, SpreadsheetProblem

READER = OfficeTableReader()
ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"


def xlsx(fill: Callable[[Workbook], object]) -> bytes:
    """Return a workbook that was filled by somebody."""
    file = BytesIO()
    book = Workbook(file, {"in_memory": True})
    fill(book)
    book.close()
    return file.getvalue()


def zipped(parts: dict[str, str | bytes]) -> bytes:
    """Return a packed file with these parts."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content, ZIP_STORED if name == "mimetype" else None)
    return file.getvalue()


def unpacked(workbook: bytes) -> dict[str, bytes]:
    """Return the parts of a packed file."""
    with ZipFile(BytesIO(workbook)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def ods(body: str) -> bytes:
    """Return a workbook of LibreOffice with one sheet."""
    return zipped(
        {
            "mimetype": ODS_TYPE,
            "META-INF/manifest.xml": "<manifest:manifest xmlns:manifest="
            '"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
            "content.xml": '<?xml version="1.0"?><office:document-content '
            'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
            'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
            'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body>'
            f'<office:spreadsheet><table:table table:name="Blad1">{body}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        }
    )


def with_sheet(rows: str) -> bytes:
    """Return a workbook of Excel in which these are the rows of the sheet "Blad1"."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    parts: dict[str, str | bytes] = {**unpacked(xlsx(lambda book: book.add_worksheet("Blad1")))}
    parts["xl/worksheets/sheet1.xml"] = (
        f'<worksheet xmlns="{main}"><sheetData>{rows}</sheetData></worksheet>'
    )
    return zipped(parts)


@pytest.fixture
def read(tmp_path: Path) -> Callable[[bytes], list[Table]]:
    """Read these bytes as a file."""

    def read_file(content: bytes) -> list[Table]:
        path = tmp_path / "wensen.bin"
        path.write_bytes(content)
        return list(READER.read(path))

    return read_file


@pytest.fixture
def refused(read: Callable[[bytes], list[Table]]) -> Callable[[bytes], SpreadsheetFault]:
    """Return why these bytes are not taken in."""

    def refuse(content: bytes) -> SpreadsheetFault:
        with pytest.raises(SpreadsheetFault) as told:
            read(content)
        return told.value

    return refuse


Read = Callable[[bytes], list[Table]]
Refused = Callable[[bytes], SpreadsheetFault]


def test_values_come_with_their_types_and_places(read: Read) -> None:
    def fill(book: Workbook) -> None:
        sheet = book.add_worksheet("December")
        day, hour = (
            book.add_format({"num_format": "dd-mm-yyyy"}),
            book.add_format({"num_format": "hh:mm"}),
        )
        sheet.write(2, 1, "Els  ")
        sheet.write_datetime(3, 0, datetime(2026, 12, 1), day)  # noqa: DTZ001 - a bare date
        sheet.write_datetime(3, 1, time(9, 30), hour)
        sheet.write(4, 0, 46_358)
        sheet.write(4, 1, True)
        book.add_worksheet("leeg")
        book.add_worksheet("lijst").write(0, 0, "verborgen")
        book.worksheets()[2].hide()

    (table,) = read(xlsx(fill))
    assert table.name == "December"
    assert table.at(2, 1) == "Els"
    assert (table.at(3, 0), table.at(3, 1)) == (date(2026, 12, 1), time(9, 30))
    assert (table.at(4, 0), table.at(4, 1)) == (46_358.0, True)
    assert table.place(4, 1).cell == "B5"


def test_a_formula_counts_as_what_it_was_worked_out_to(read: Read) -> None:
    def fill(book: Workbook) -> None:
        book.add_worksheet().write_formula(0, 0, '=IF(1,"ja","nee")', None, "ja")

    (table,) = read(xlsx(fill))
    assert table.at(0, 0) == "ja"


def test_a_formula_that_was_never_worked_out_is_told_with_its_place(refused: Refused) -> None:
    fault = refused(with_sheet('<row r="7"><c r="C7"><f>1+1</f></c></row>'))
    assert fault.problem is SpreadsheetProblem.FORMULA
    assert fault.place is not None
    assert (fault.place.sheet, fault.place.cell) == ("Blad1", "C7")


def test_a_sheet_of_libreoffice_is_read_with_its_repeats(read: Read) -> None:
    (table,) = read(
        ods(
            '<table:table-row><table:table-cell office:value-type="date" '
            'office:date-value="2026-12-01"/><table:table-cell office:value-type="string">'
            "<text:p>ja</text:p></table:table-cell>"
            '<table:table-cell table:number-columns-repeated="16382"/></table:table-row>'
            '<table:table-row table:number-rows-repeated="1048575">'
            '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
        )
    )
    assert [table.at(0, 0), table.at(0, 1)] == [date(2026, 12, 1), "ja"]


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_text_is_read_whatever_separates_and_encodes_it(
    read: Read, delimiter: str, encoding: str
) -> None:
    lines = [["Datum", "Zoë"], ["1-12-2026", "liever niet"], ["2-12-2026", ""]]
    text = "\r\n".join(delimiter.join(line) for line in lines)
    (table,) = read(text.encode(encoding))
    assert [[table.at(row, column) or "" for column in (0, 1)] for row in range(3)] == lines


def test_quotes_hold_a_delimiter_and_a_line_break(read: Read) -> None:
    (table,) = read(b'sep=;\r\nDatum;Els\r\n1-12-2026;"ja; of\nniet"\r\n')
    assert table.at(2, 1) == "ja; of\nniet"


def test_a_quote_that_never_ends_is_told_with_its_line(refused: Refused) -> None:
    fault = refused(b'Datum;Els\r\n1-12-2026;ja\r\n2-12-2026;"nee\r\n3-12-2026;ja\r\n')
    assert fault.problem is SpreadsheetProblem.UNCLOSED_QUOTE
    assert fault.place is not None
    assert fault.place.row == 2


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", SpreadsheetProblem.EMPTY),
        (b" \r\n\r\n", SpreadsheetProblem.EMPTY),
        (b";;;\r\n;;;\r\n", SpreadsheetProblem.EMPTY),
        (b"%PDF-1.7 ...", SpreadsheetProblem.OTHER_KIND),
        (b"MZ\x00\x01", SpreadsheetProblem.OTHER_KIND),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), SpreadsheetProblem.OLD_OR_LOCKED),
        (b"PK\x03\x04 not really", SpreadsheetProblem.DAMAGED),
        (zipped({"word/document.xml": "<w/>"}), SpreadsheetProblem.OTHER_KIND),
        (
            zipped({"mimetype": "application/epub+zip", "content.xml": "<c/>"}),
            SpreadsheetProblem.OTHER_KIND,
        ),
        (
            zipped(
                {
                    "mimetype": ODS_TYPE,
                    "content.xml": b"\x01\x02",
                    "META-INF/manifest.xml": "<encryption-data/>",
                }
            ),
            SpreadsheetProblem.LOCKED,
        ),
        (xlsx(lambda book: book.add_worksheet()), SpreadsheetProblem.EMPTY),
        (b"x" * 10_000_001, SpreadsheetProblem.TOO_LARGE),
    ],
)
def test_what_is_no_sheet_with_answers_is_refused_for_what_it_is(
    refused: Refused, content: bytes, problem: SpreadsheetProblem
) -> None:
    assert refused(content).problem is problem


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(SpreadsheetFault) as told:
        READER.read(tmp_path / "weg.xlsx")
    assert told.value.problem is SpreadsheetProblem.NOT_FOUND


def test_a_workbook_that_is_cut_or_flipped_is_never_read_in_part(refused: Refused) -> None:
    whole = xlsx(lambda book: book.add_worksheet().write(0, 0, "1-12-2026"))
    assert refused(whole[: len(whole) // 2]).problem is SpreadsheetProblem.DAMAGED
    middle = whole.index(b"xl/worksheets/sheet1.xml") + 60
    flipped = whole[:middle] + bytes([whole[middle] ^ 0xFF]) + whole[middle + 1 :]
    assert refused(flipped).problem is SpreadsheetProblem.DAMAGED


def test_a_small_file_that_unpacks_to_much_is_refused_unread(refused: Refused) -> None:
    bomb = zipped({"xl/workbook.xml": "<w/>", "xl/worksheets/sheet1.xml": b" " * 61_000_000})
    assert len(bomb) < 100_000
    assert refused(bomb).problem is SpreadsheetProblem.TOO_LARGE


def test_a_file_that_lies_about_its_size_is_refused(refused: Refused) -> None:
    bomb = bytearray(zipped({"xl/workbook.xml": b" " * 5_000_000}))
    told = zlib.crc32(b"").to_bytes(4, "little")
    real = (5_000_000).to_bytes(4, "little")
    at = bomb.rindex(real)
    bomb[at : at + 4] = told
    assert refused(bytes(bomb)).problem is SpreadsheetProblem.DAMAGED


@pytest.mark.parametrize(
    "content",
    [
        with_sheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
        with_sheet('<row r="1"><c r="XFD1"><v>1</v></c></row>'),
        with_sheet("<row><c><v>1</v></c></row>" * 2_001),
        ods('<table:table-row table:number-rows-repeated="1048576"><table:table-cell '
            'office:value-type="float" table:number-columns-repeated="16384"/></table:table-row>'),
        ods('<table:table-row table:number-rows-repeated="1048575"/><table:table-row>'
            '<table:table-cell office:value-type="float"/></table:table-row>'),
    ],
)  # fmt: skip
def test_a_sheet_wider_or_higher_than_people_fill_in_is_refused_unread(
    refused: Refused, content: bytes
) -> None:
    fault = refused(content)
    assert fault.problem is SpreadsheetProblem.TOO_LARGE
    assert fault.place is not None
    assert fault.place.sheet == "Blad1"


def test_many_sheets_that_are_large_together_are_refused(refused: Refused) -> None:
    def fill(book: Workbook) -> None:
        for _number in range(6):
            sheet = book.add_worksheet()
            sheet.write(0, 0, "ja")
            sheet.write(1_999, 199, "nee")

    assert refused(xlsx(fill)).problem is SpreadsheetProblem.TOO_LARGE


def test_cells_that_only_have_a_colour_take_no_room(read: Read) -> None:
    (table,) = read(
        with_sheet(
            '<row r="1"><c r="A1" t="str"><v>ja</v></c></row>'
            '<row r="1048576"><c r="XFD1048576" s="1"/></row>'
        )
    )
    assert table.at(0, 0) == "ja"


def test_a_document_type_is_refused_because_it_may_hide_a_bomb(refused: Refused) -> None:
    bomb = zipped({"xl/workbook.xml": '<!DOCTYPE w [<!ENTITY a "aaaa">]><w>&a;</w>'})
    assert refused(bomb).problem is SpreadsheetProblem.DAMAGED


def test_many_lines_of_text_are_refused(refused: Refused) -> None:
    fault = refused(b"1-12-2026;ja\r\n" * 2_001)
    assert fault.problem is SpreadsheetProblem.TOO_LARGE


@pytest.mark.parametrize("count", ["4294967296", "-1", "99999999999999999999", "NaN"])
def test_a_count_of_texts_that_cannot_be_is_refused_before_room_is_made(
    refused: Refused, count: str
) -> None:
    whole = xlsx(lambda book: book.add_worksheet().write(0, 0, "1-12-2026"))
    parts = unpacked(whole)
    parts["xl/sharedStrings.xml"] = parts["xl/sharedStrings.xml"].replace(
        b'uniqueCount="1"', f'uniqueCount="{count}"'.encode()
    )
    assert refused(zipped({**parts})).problem is SpreadsheetProblem.DAMAGED


@pytest.mark.parametrize(
    "row",
    [
        '<row r="9"><c r="D99999999999999999999"><v>1</v></c></row>',
        '<row r="1048576"><c r="A1"><v>1</v></c><c><v>2</v></c></row>',
        '<row r="4294967297"><c><v>1</v></c></row>',
        '<row r="1"><c r="a1"><v>1</v></c></row>',
    ],
)
def test_a_place_that_another_reader_would_take_for_another_is_refused(
    refused: Refused, row: str
) -> None:
    assert refused(with_sheet(row)).problem is SpreadsheetProblem.DAMAGED


WHOLE = (
    unpacked(xlsx(lambda book: book.add_worksheet().write_row(0, 0, ["1-12-2026", 1.5, "ja"]))),
    unpacked(
        ods(
            '<table:table-row table:number-rows-repeated="2"><table:table-cell '
            'office:value-type="string"><text:p>ja</text:p></table:table-cell></table:table-row>'
        )
    ),
)


@given(st.data())
def test_a_workbook_that_is_spoilt_anywhere_is_read_or_refused(data: st.DataObject) -> None:
    parts = dict(data.draw(st.sampled_from(WHOLE)))
    name = data.draw(st.sampled_from(sorted(parts)))
    content = parts[name]
    at = data.draw(st.integers(0, len(content)))
    gone = data.draw(st.integers(0, 20))
    digits = st.sampled_from([b"-1", b"0", b"99999999999999999999", b"4294967296", b"NaN"])
    new = data.draw(st.binary(max_size=6) | digits)
    parts[name] = content[:at] + new + content[at + gone :]
    with TemporaryDirectory() as folder:
        path = Path(folder) / "wensen.xlsx"
        path.write_bytes(zipped({**parts}))
        with suppress(SpreadsheetFault):
            assert READER.read(path)


@given(st.binary(max_size=200), st.sampled_from([b"", b"\xff\xfe", b"\xef\xbb\xbf", b"PK\x03\x04"]))
def test_whatever_a_file_holds_it_is_read_or_refused(content: bytes, begins: bytes) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "wensen.csv"
        path.write_bytes(begins + content)
        with suppress(SpreadsheetFault):
            assert READER.read(path)
