"""The weekly roster for two weeks, on A3 and in large print."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from dorpssteunpunt.pdf.writer import PdfSheetWriter
from dorpssteunpunt.services.overviews.papers import (
    Overview,
    RosterLook,
    RosterOverview,
    RosterPart,
    RosterWeeks,
    SheetSize,
)
from tests.pdf.examples import MORNING, ROSTER, days, shift
from tests.pdf.reading import pages_of, text_of, without_spaces
from tests.pdf.roster_examples import LONG_NAMES

WRITER = PdfSheetWriter()
LOOKS = [RosterLook(size, is_large) for size in SheetSize for is_large in (False, True)]
every_look = pytest.mark.parametrize("look", LOOKS, ids=str)


def weeks(*of_them: RosterOverview) -> RosterWeeks:
    return RosterWeeks(letterhead=ROSTER.letterhead, printed_on=ROSTER.printed_on, weeks=of_them)


NEXT = replace(ROSTER, days=days(6, first=date(2026, 11, 30)), published_on=None)
TWO = weeks(ROSTER, NEXT)


def sizes_of(paper: Overview, wanted: str) -> list[float]:
    """Return the sizes in which a text is written."""
    found: list[float] = []

    def visit(text: str, _cm: object, _tm: object, _font: object, size: float) -> None:
        if wanted in text:
            found.append(size)

    for page in PdfReader(BytesIO(WRITER.draw(paper))).pages:
        page.extract_text(visitor_text=visit)
    return found


@pytest.mark.parametrize(
    ("size", "points"), [(SheetSize.A4, (842, 595)), (SheetSize.A3, (1191, 842))]
)
def test_a_roster_lies_on_the_paper_that_was_asked_for(
    size: SheetSize, points: tuple[int, int]
) -> None:
    for page in PdfReader(BytesIO(WRITER.draw(replace(ROSTER, look=RosterLook(size))))).pages:
        assert (round(page.mediabox.width), round(page.mediabox.height)) == points


@every_look
def test_every_look_says_the_same(look: RosterLook) -> None:
    usual = text_of(WRITER.draw(ROSTER))
    shown = without_spaces(text_of(WRITER.draw(replace(ROSTER, look=look))))
    names = [one.name for part in ROSTER.parts for cell in part.cells for one in cell.people]
    assert [name for name in names if without_spaces(name) not in shown] == []
    assert "1 van 2" in usual
    assert "1van2" in shown


def test_large_print_is_large_on_either_paper() -> None:
    for size in SheetSize:
        large = replace(ROSTER, look=RosterLook(size, is_large=True))
        assert min(sizes_of(large, "Zoë")) >= 14
        assert min(sizes_of(large, "Zoë")) > max(
            sizes_of(replace(large, look=RosterLook(size)), "Zoë")
        )


def test_a_larger_sheet_has_larger_text() -> None:
    small, wide = (replace(ROSTER, look=RosterLook(size)) for size in SheetSize)
    assert min(sizes_of(wide, "Zoë")) > max(sizes_of(small, "Zoë"))


def test_two_weeks_stand_under_each_other_on_one_page() -> None:
    (page,) = pages_of(WRITER.draw(TWO))
    text = " ".join(page.split())
    assert "Rooster week 48 t/m 49" in text
    assert "maandag 23 november t/m zaterdag 5 december 2026" in text
    for words in ("week 48", "week 49", "ma 23 nov", "za 5 dec"):
        assert words in text


def test_two_weeks_say_of_each_whether_it_is_published() -> None:
    text = text_of(WRITER.draw(TWO))
    assert "week 48 gepubliceerd op 20-11-2026, sindsdien 1 wijziging" in text
    assert "week 49 nog niet gepubliceerd" in text
    assert "concept" not in text
    unpublished = weeks(replace(ROSTER, published_on=None), NEXT)
    assert "concept – kan nog veranderen" in text_of(WRITER.draw(unpublished))


def test_two_weeks_over_new_year_are_numbered_by_their_own_year() -> None:
    last = replace(ROSTER, days=days(6, first=date(2026, 12, 28)))
    first = replace(ROSTER, days=days(6, first=date(2027, 1, 4)))
    assert "Rooster week 53 t/m 1" in text_of(WRITER.draw(weeks(last, first)))


@every_look
def test_two_weeks_of_sixty_people_with_long_names_lose_nobody(look: RosterLook) -> None:
    turns = iter(LONG_NAMES * 3)
    crowded = [
        replace(
            ROSTER,
            look=look,
            days=days(6, first=first),
            parts=tuple(
                RosterPart(
                    name, MORNING, tuple(shift(next(turns), next(turns)) for _day in range(6))
                )
                for name in ("Ochtend", "Middag", "Avond")
            ),
        )
        for first in (date(2026, 11, 23), date(2026, 11, 30))
    ]
    whole = without_spaces(text_of(WRITER.draw(weeks(*crowded))))
    assert [name for name in LONG_NAMES if without_spaces(name) not in whole] == []
