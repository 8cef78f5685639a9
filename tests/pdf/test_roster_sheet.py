"""The weekly roster: who is there, who is missing, and what changed since it was published."""

from dataclasses import replace
from datetime import date, time
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from dorpssteunpunt.pdf.writer import PdfSheetWriter
from dorpssteunpunt.services.overviews.papers import (
    Contact,
    Hours,
    RosterCell,
    RosterName,
    RosterOverview,
    RosterPart,
)
from tests.pdf.examples import AFTERNOON, CLOSED, MORNING, ROSTER, days, shift
from tests.pdf.reading import empty_boxes, pages_of, text_of, without_spaces

WRITER = PdfSheetWriter()
DAYPARTS = ("Vroege ochtend", "Ochtend", "Middag", "Vooravond", "Avond")


def said(roster: RosterOverview) -> str:
    return text_of(WRITER.draw(roster))


def with_cell(cell: RosterCell) -> RosterOverview:
    """Return a roster of one cell, of a morning from nine."""
    return replace(ROSTER, days=days(1), parts=(RosterPart("Ochtend", MORNING, (cell,)),))


def test_a_roster_lies_on_a_landscape_a4() -> None:
    (page,) = PdfReader(BytesIO(WRITER.draw(ROSTER))).pages
    assert (round(page.mediabox.width), round(page.mediabox.height)) == (842, 595)


def test_a_roster_is_headed_by_its_iso_week_and_its_days() -> None:
    text = said(ROSTER)
    assert "Rooster week 48" in text
    assert "maandag 23 t/m zaterdag 28 november 2026" in text
    for day in ("ma 23 nov", "di 24 nov", "wo 25 nov", "do 26 nov", "vr 27 nov", "za 28 nov"):
        assert day in text


def test_new_year_falls_in_the_week_it_belongs_to() -> None:
    text = said(replace(ROSTER, days=days(6, first=date(2026, 12, 28))))
    assert "Rooster week 53" in text
    assert "maandag 28 december 2026 t/m zaterdag 2 januari 2027" in text


def test_each_day_part_says_its_hours_once_and_a_cell_says_what_differs() -> None:
    text = said(ROSTER)
    assert text.count("09:00–12:30") == 1
    assert text.count("09:30–12:00") == 1


def test_where_a_day_part_has_no_usual_hours_each_cell_says_its_own() -> None:
    parts = (RosterPart("Ochtend", None, (shift("*Els S."), shift("*Els S.", hours=AFTERNOON))),)
    text = said(replace(ROSTER, days=days(2), parts=parts))
    assert "09:00–12:30" in text
    assert "13:00–16:30" in text


def test_the_shift_lead_comes_first_and_bold() -> None:
    pdf = WRITER.draw(with_cell(shift("Henk M.", "Piet J.", "*Ria B.")))
    text = text_of(pdf)
    assert text.index("Ria B.") < text.index("Henk M.") < text.index("Piet J.")
    assert _font_of(pdf, "Ria B.") == "NotoSans-Bold"
    assert _font_of(pdf, "Henk M.") == "NotoSans-Regular"
    assert "Vet = aanspreekpunt" in text


def _font_of(pdf: bytes, wanted: str) -> str:
    found: list[str] = []

    def visit(text: str, _cm: object, _tm: object, font: dict[str, str], _size: float) -> None:
        if wanted in text:
            found.append(font["/BaseFont"].split("+")[-1])

    PdfReader(BytesIO(pdf)).pages[0].extract_text(visitor_text=visit)
    return found[0]


def test_a_stand_in_is_called_so() -> None:
    assert "Henk M. (invaller)" in said(ROSTER)


@pytest.mark.parametrize(
    ("names", "needed", "words"),
    [
        ((), 2, "0 van 2 – nog 2 nodig"),
        (("*Els S.",), 2, "1 van 2 – nog 1 nodig"),
        (("*Els S.", "Piet J."), 5, "2 van 5 – nog 3 nodig"),
    ],
)
def test_a_gap_is_said_in_words(names: tuple[str, ...], needed: int, words: str) -> None:
    assert words in said(with_cell(shift(*names, needed=needed)))


def test_a_vacant_standing_place_is_another_gap_than_a_day_off() -> None:
    once, structural = shift("*Els S."), replace(shift("*Els S."), is_structural=True)
    assert "vaste plek" not in said(with_cell(once))
    assert "1 van 2 – vaste plek vrij" in said(with_cell(structural))
    nobody = replace(shift(), is_structural=True)
    assert "0 van 2 – 2 vaste plekken vrij" in said(with_cell(nobody))


def test_a_shift_that_is_full_asks_for_nobody() -> None:
    assert "nodig" not in said(with_cell(shift("*Els S.", "Piet J.", "Zoë K.")))


def test_a_closed_day_part_says_closed_and_why() -> None:
    text = said(with_cell(replace(CLOSED, remark="Tweede Kerstdag")))
    assert "gesloten" in text
    assert "Tweede Kerstdag" in text
    assert "nodig" not in text


def test_an_unpublished_week_is_marked_as_a_concept() -> None:
    text = said(replace(ROSTER, published_on=None))
    assert "concept – kan nog veranderen" in text
    assert "nog niet gepubliceerd" in text
    assert "concept" not in said(ROSTER)


def test_a_published_week_says_since_when_and_what_changed() -> None:
    text = said(ROSTER)
    assert "gepubliceerd op 20-11-2026, sindsdien 1 wijziging" in text
    assert "▲ gewijzigd 21-11" in text
    assert "▲ = anders dan gepubliceerd" in text


def test_a_published_week_without_changes_does_not_speak_of_them() -> None:
    text = said(with_cell(shift("*Els S.")))
    assert "gepubliceerd op 20-11-2026" in text
    assert "wijziging" not in text
    assert "▲" not in text


def test_only_given_numbers_are_on_the_wall() -> None:
    assert "Telefoon: Els S. 06 23456789 · Henk M. 0493 123 457" in said(ROSTER)
    assert "Telefoon" not in said(replace(ROSTER, phones=()))


def test_who_cannot_come_reads_whom_to_tell() -> None:
    assert "Kunt u niet komen? Bel Mieke, 06 12345678." in said(ROSTER)
    assert "Kunt u niet komen? Geef het door aan Mieke." in said(
        replace(ROSTER, when_absent=Contact("Mieke"))
    )
    assert "Kunt u niet" not in said(replace(ROSTER, when_absent=None))


def test_a_name_that_ends_in_an_initial_ends_its_sentence() -> None:
    text = said(replace(ROSTER, when_absent=Contact("Mieke C.")))
    assert "Geef het door aan Mieke C. " in text


def test_the_initial_of_a_surname_stays_with_its_prefix() -> None:
    people = (RosterName(name="Jan-Willem o.d. K."),)
    cell = RosterCell(hours=MORNING, needed=1, people=people)
    parts = (RosterPart("Ochtend", MORNING, (cell,) * 6),)
    page = pages_of(WRITER.draw(replace(ROSTER, parts=parts)))[0]
    assert [line.strip() for line in page.splitlines()].count("o.d. K.") == 6


def test_bold_is_explained_only_where_somebody_leads() -> None:
    assert "aanspreekpunt" not in said(with_cell(shift("Els S.")))
    assert "aanspreekpunt" in said(with_cell(shift("*Els S.")))


def test_a_closed_day_says_why_once_above_it_and_a_closed_shift_in_its_cell() -> None:
    closed = RosterCell(remark="Sinterklaas op bezoek")
    days = (replace(ROSTER.days[0], remark="Eerste Kerstdag"), *ROSTER.days[1:])
    first, *rest = ROSTER.parts
    cells = (RosterCell(), closed, *first.cells[2:])
    text = said(replace(ROSTER, days=days, parts=(replace(first, cells=cells), *rest)))
    assert text.count("Eerste Kerstdag") == 1
    assert "Sinterklaas op bezoek" in text


def test_a_holiday_is_named_above_its_day() -> None:
    named = tuple(replace(day, remark="Sint Maarten") for day in days(6))
    assert said(replace(ROSTER, days=named)).count("Sint Maarten") == 6


def _week_of(names: tuple[str, ...], dayparts: int = 5, count: int = 7) -> RosterOverview:
    people = tuple(RosterName(name=name) for name in names)
    cell = RosterCell(hours=MORNING, needed=len(people), people=people)
    parts = tuple(RosterPart(name, MORNING, (cell,) * count) for name in DAYPARTS[:dayparts])
    return replace(ROSTER, days=days(count), parts=parts)


def test_two_people_on_each_shift_of_a_full_week_fit_on_one_page() -> None:
    assert len(pages_of(WRITER.draw(_week_of(("Ria v.d. B.", "Henk M."))))) == 1


def test_a_week_that_does_not_fit_repeats_its_days_on_the_next_page() -> None:
    names = tuple(f"Bartholomeus v.d. {letter}." for letter in "ABCDEFGH")
    pages = pages_of(WRITER.draw(_week_of(names)))
    assert len(pages) > 1
    for page in pages[:-1]:
        assert "Rooster week 48" in page
        assert "ma 23 nov" in page
    assert sum(page.count("Bartholomeus") for page in pages) == 5 * 7 * 8


def test_a_day_part_longer_than_a_page_goes_on_under_its_own_name() -> None:
    names = tuple(f"Persoon {number}" for number in range(90))
    pages = pages_of(WRITER.draw(_week_of(names, dayparts=1)))
    assert len(pages) > 1
    assert all("Vroege ochtend" in " ".join(page.split()) for page in pages)
    together = " ".join(" ".join(pages).split())
    assert all(f"Persoon {number} " in together for number in range(90))


words = st.text("abcdefghiłşễđëABCŁŞĐ0123456789", min_size=1, max_size=7)
names = st.lists(words, min_size=1, max_size=4).map(" ".join)
cells = st.one_of(
    st.just(CLOSED),
    st.builds(
        RosterCell,
        hours=st.sampled_from([MORNING, AFTERNOON, Hours(time(10), time(11))]),
        needed=st.integers(0, 9),
        people=st.lists(
            st.builds(RosterName, name=names, is_lead=st.booleans(), is_stand_in=st.booleans()),
            max_size=8,
        ).map(tuple),
        is_structural=st.booleans(),
        changed_on=st.none() | st.just(date(2026, 11, 21)),
        remark=st.just("") | names,
    ),
)


@st.composite
def weeks(draw: st.DrawFn) -> RosterOverview:
    """Give any week: up to seven days of five day parts, with names of any length."""
    count = draw(st.integers(1, 7))
    parts = [
        RosterPart(
            name, draw(st.none() | st.just(MORNING)), tuple(draw(cells) for _ in range(count))
        )
        for name in draw(st.lists(names, min_size=1, max_size=5))
    ]
    return replace(
        ROSTER,
        days=days(count),
        parts=tuple(parts),
        published_on=draw(st.none() | st.just(date(2026, 11, 20))),
        phones=tuple(draw(st.lists(st.builds(Contact, names, st.just("06 12345678")), max_size=9))),
    )


@settings(max_examples=40)
@given(weeks())
def test_every_word_of_any_week_is_on_its_paper(week: RosterOverview) -> None:
    pdf = WRITER.draw(week)
    text = without_spaces(text_of(pdf))
    for part in week.parts:
        said = [part.name, *(cell.remark for cell in part.cells)]
        said += [person.name for cell in part.cells for person in cell.people]
        assert all(word in text for each in said for word in each.split())
    assert all(without_spaces(contact.phone) in text for contact in week.phones)
    assert empty_boxes(pdf) == 0
