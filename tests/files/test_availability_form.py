"""The availability form as a spreadsheet: whose sheet is which, and what can be chosen in it."""

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from python_calamine import CalamineWorkbook

from dorpssteunpunt.files.writer import OfficeFileWriter
from dorpssteunpunt.services.overviews.papers import AvailabilityForm, AvailabilityForms
from tests.pdf.roster_examples import FORMS, MONTH_FORMS

WRITER = OfficeFileWriter()


def sheets(forms: AvailabilityForms) -> dict[str, list[list[object]]]:
    book = CalamineWorkbook.from_filelike(BytesIO(WRITER.write(forms)))
    return {
        name: [list(row) for row in book.get_sheet_by_name(name).to_python(skip_empty_area=False)]
        for name in book.sheet_names
    }


def forms_of(*names: str, week: str = "") -> AvailabilityForms:
    first: AvailabilityForm = FORMS.forms[0]
    return replace(FORMS, forms=tuple(replace(first, name=name, week=week) for name in names))


@pytest.mark.parametrize(
    ("names", "titles"),
    [
        (("Els Smit", "Piet Jansen"), ["Els Smit", "Piet Jansen"]),
        (("Jan Smit", "Jan Smit", "JAN SMIT"), ["Jan Smit", "Jan Smit 2", "JAN SMIT 3"]),
        (("Jan [van] 't Hof / Smit?",), ["Jan  van   t Hof   Smit"]),
        (("A" * 40, "A" * 41), ["A" * 31, "A" * 29 + " 2"]),
        (("=1+1",), ["=1+1"]),
        (("",), ["Formulier"]),
    ],
)
def test_each_volunteer_has_a_sheet_of_their_own(names: tuple[str, ...], titles: list[str]) -> None:
    found = sheets(forms_of(*names))
    assert list(found) == titles
    assert [rows[2][1] for rows in found.values()] == list(names)


def test_the_weeks_of_a_pattern_stand_under_each_other() -> None:
    (form,) = forms_of("Els Smit").forms
    weeks = replace(FORMS, forms=(replace(form, week="A"), replace(form, week="B")))
    (rows,) = sheets(weeks).values()
    assert [row[0] for row in rows if str(row[0]).startswith("Week ")] == ["Week A", "Week B"]


def test_what_is_known_stands_in_the_boxes_and_what_is_closed_says_so() -> None:
    (rows, *_others) = sheets(FORMS).values()
    assert any("liever" in row for row in rows)
    assert any("gesloten" in row for row in rows)


@pytest.mark.parametrize("forms", [FORMS, MONTH_FORMS], ids=["week", "month"])
def test_a_box_offers_the_answers_and_the_same_forms_give_the_same_bytes(
    forms: AvailabilityForms,
) -> None:
    written = WRITER.write(forms)
    assert written == OfficeFileWriter().write(forms)
    with ZipFile(BytesIO(written)) as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml").decode()
    assert "liever,kan,liever niet,kan niet" in sheet
