"""The month on the wall: at a glance, on one page where it can, and whole where it cannot."""

from dataclasses import replace
from datetime import date, time
from io import BytesIO

import pytest
from pypdf import PdfReader

from dorpssteunpunt.pdf.writer import PdfSheetWriter
from dorpssteunpunt.services.overviews.papers import (
    Contact,
    Hours,
    MonthOverview,
    RosterCell,
    RosterName,
)
from tests.pdf.reading import empty_boxes, pages_of, text_of, without_spaces
from tests.pdf.roster_examples import CROWDED, EVERYDAY_NAMES, LONG_NAMES, NOVEMBER, month

WRITER = PdfSheetWriter()


def said(overview: MonthOverview) -> str:
    return text_of(WRITER.draw(overview))


def with_cell(cell: RosterCell | None) -> MonthOverview:
    """Return a month of one week with one cell."""
    week = NOVEMBER.weeks[1]
    part = replace(week.parts[0], cells=(cell, *week.parts[0].cells[1:]))
    return replace(NOVEMBER, weeks=(replace(week, parts=(part,)),))


def test_an_ordinary_month_lies_on_one_landscape_a4() -> None:
    (page,) = PdfReader(BytesIO(WRITER.draw(NOVEMBER))).pages
    assert (round(page.mediabox.width), round(page.mediabox.height)) == (842, 595)


def test_a_month_is_headed_by_its_name_and_its_weeks() -> None:
    text = said(NOVEMBER)
    assert "Rooster november 2026" in text
    assert "week 45 t/m 49" in text
    for words in ("ma 2 nov", "ma 30 nov", "week 48", "Ochtend", "Middag", "Avond"):
        assert words in text


def test_a_month_says_every_name_and_whom_to_tell() -> None:
    text = said(NOVEMBER)
    assert [name for name in EVERYDAY_NAMES if name not in text] == []
    assert "Kunt u niet komen? Bel Mieke C., 06 12345678." in text


@pytest.mark.parametrize(
    ("first", "weeks"),
    [
        (date(2026, 12, 1), "week 49 t/m 53"),  # a year of 53 weeks
        (date(2027, 1, 1), "week 53 t/m 4"),  # begins in the last week of the year before
        (date(2026, 3, 1), "week 10 t/m 14"),  # the clock goes forward
        (date(2026, 10, 1), "week 40 t/m 44"),  # and back
    ],
)
def test_a_month_numbers_its_weeks_by_their_own_year(first: date, weeks: str) -> None:
    text = said(month(first, EVERYDAY_NAMES))
    assert weeks in text
    assert text.count("Ochtend") == len(month(first, EVERYDAY_NAMES).weeks) + 1  # and the legend


def test_a_gap_a_stand_in_and_a_change_are_said_and_explained() -> None:
    cell = RosterCell(
        hours=Hours(time(9), time(12, 30)),
        needed=2,
        people=(RosterName(name="Zoë K.", is_stand_in=True),),
        changed_on=date(2026, 11, 21),
    )
    text = said(with_cell(cell))
    assert "▲ Zoë K." in text
    for words in ("1 van 2", "schuin = invaller", "▲ = anders dan gepubliceerd"):
        assert words in text
    for words in ("schuin", "▲", "1 van 2"):
        assert words not in said(NOVEMBER)


def test_hours_that_differ_stand_in_the_cell() -> None:
    late = RosterCell(hours=Hours(time(10), time(12, 30)), needed=1)
    assert "10:00–12:30" in said(with_cell(late))
    assert said(NOVEMBER).count("09:00–12:30") == len(NOVEMBER.weeks[0].parts)  # the legend


def test_a_closed_cell_and_one_outside_the_month_say_nothing_of_gaps() -> None:
    for cell in (RosterCell(), None):
        assert "0 van" not in said(with_cell(cell))


def test_a_week_that_is_not_published_is_called_a_concept() -> None:
    first, *others = NOVEMBER.weeks
    some = replace(NOVEMBER, weeks=(replace(first, is_concept=True), *others))
    assert "concept: week 45" in said(some)
    every = replace(
        NOVEMBER, weeks=tuple(replace(week, is_concept=True) for week in NOVEMBER.weeks)
    )
    assert "concept – kan nog veranderen" in said(every)
    assert "concept" not in said(NOVEMBER)


def test_sixty_people_with_long_names_are_all_there_on_as_few_pages_as_it_takes() -> None:
    pdf = WRITER.draw(CROWDED)
    whole = without_spaces(text_of(pdf))
    assert [name for name in LONG_NAMES if without_spaces(name) not in whole] == []
    assert empty_boxes(pdf) == 0
    assert len(pages_of(pdf)) <= 4


def test_without_a_coordinator_nobody_is_named_to_tell() -> None:
    assert "Kunt u niet komen" not in said(replace(NOVEMBER, when_absent=None))
    assert "Geef het door aan Mieke C." in said(replace(NOVEMBER, when_absent=Contact("Mieke C.")))
