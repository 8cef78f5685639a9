"""Sheets that volunteers filled in, from the file until what is known of them, and back."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from dorpssteunpunt.base.errors import Refusal
from dorpssteunpunt.base.i18n import current_language, use_language
from dorpssteunpunt.domain.accounts import NotAllowed
from dorpssteunpunt.domain.availability import AvailabilityLevel, Deviation
from dorpssteunpunt.domain.filled_in.words import Meaning
from dorpssteunpunt.domain.months import Month
from dorpssteunpunt.domain.people import Volunteer
from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.files.tables import OfficeTableReader
from dorpssteunpunt.files.writer import OfficeFileWriter
from dorpssteunpunt.services import people, roster
from dorpssteunpunt.services.exports.forms import forms_to_fill_in
from dorpssteunpunt.services.imports import availability as imports
from dorpssteunpunt.services.imports.availability import (
    NOBODY,
    Explained,
    FilledIn,
    SheetUnexplained,
    WishesChangedSince,
)
from dorpssteunpunt.services.words.imports import change_lines, in_the_way_words, outcome_words
from tests.village import TODAY, Village

CAN, CANNOT = AvailabilityLevel.CAN, AvailabilityLevel.CANNOT
RATHER_NOT = AvailabilityLevel.RATHER_NOT
MORNING, AFTERNOON = 1, 2
DEC_1 = date(2026, 12, 1)
EVERY_WEEK = {(day, part): CAN for day in range(1, 8) for part in (1, 2, 3)}
READER, WRITER = OfficeTableReader(), OfficeFileWriter()

Read = Callable[[str], FilledIn]


@pytest.fixture
def els(village: Village) -> int:
    return village.volunteer("Els Smeets", availability=EVERY_WEEK)


@pytest.fixture
def piet(village: Village) -> int:
    return village.volunteer("Piet Jansen")


@pytest.fixture
def read(village: Village, tmp_path: Path) -> Read:
    """Read a sheet of text as the coordinator."""

    def read_text(text: str) -> FilledIn:
        path = tmp_path / "blad1.csv"
        path.write_text(text, "utf-8")
        return imports.read_filled_in(village.coordinator, READER, path)

    return read_text


def explained(filled_in: FilledIn, **meanings: Meaning) -> Explained:
    """Return what the sheet itself makes likely, with the meaning of some words."""
    return Explained(
        {one.typed: one.likely for one in filled_in.named},
        {one.word: meanings.get(one.word, one.likely) for one in filled_in.asked},
    )


def wishes(village: Village, person_id: int) -> Volunteer:
    found = people.person_detail(village.coordinator, person_id).volunteer
    assert found is not None
    return found


def test_several_people_are_taken_over_in_one_go_and_taken_back_in_one(
    village: Village, read: Read, els: int, piet: int
) -> None:
    filled_in = read("Datum;Els;piet jansen\n1-12-2026;nee;ja\n2-12-2026;;misschien\n")
    told = explained(filled_in, misschien=Meaning.RATHER_NOT)
    assert told.who == {"Els": els, "piet jansen": piet}
    before = wishes(village, els), wishes(village, piet)
    done = imports.take_over(village.coordinator, filled_in, told)
    assert [(one.on, one.level) for one in wishes(village, els).deviations] == [(DEC_1, CANNOT)]
    assert [(one.on, one.level) for one in wishes(village, piet).deviations] == [
        (DEC_1, CAN),
        (date(2026, 12, 2), RATHER_NOT),
    ]
    imports.take_back(village.coordinator, done.kept)
    assert (wishes(village, els), wishes(village, piet)) == before


def test_nothing_is_kept_while_a_word_or_a_name_is_open(
    village: Village, read: Read, els: int
) -> None:
    village.volunteer("Els Schouten")
    filled_in = read("Datum;Els\n1-12-2026;nee\n2-12-2026;misschien\n")
    assert [one.likely for one in filled_in.named] == [None]
    for who, meaning in ((els, None), (None, Meaning.CAN)):
        with pytest.raises(SheetUnexplained):
            imports.take_over(
                village.coordinator, filled_in, Explained({"Els": who}, {"misschien": meaning})
            )
    assert not wishes(village, els).deviations
    left_out = Explained({"Els": NOBODY}, {"misschien": Meaning.NOTHING})
    assert not imports.take_over(village.coordinator, filled_in, left_out).kept


def test_a_sheet_chosen_at_a_volunteer_is_theirs_unless_it_names_somebody_else(
    village: Village, tmp_path: Path, els: int, piet: int
) -> None:
    path = tmp_path / "december.csv"
    for name, likely in (("mijn wensen", els), ("Els", els), ("Piet", None)):
        path.write_text(f"Naam;{name}\n\nDatum;Kan je?\n1-12-2026;nee\n", "utf-8")
        filled_in = imports.read_filled_in(village.coordinator, READER, path, els)
        assert [(one.typed, one.likely) for one in filled_in.named] == [(name, likely)]
    assert piet


def test_the_preview_says_old_and_new_and_what_stands_in_the_way(
    village: Village, read: Read, els: int
) -> None:
    week = Week.of(DEC_1)
    roster.make_week(village.coordinator, week)
    cells = roster.week(village.coordinator, week).cells
    cell = next(one for one in cells if one.on == DEC_1 and one.daypart == "Ochtend")
    roster.assign(village.coordinator, cell.shift_id, els)
    filled_in = read("Datum;Dagdeel;Els\n1-12-2026;ochtend;nee\n22-11-2026;ochtend;nee\n")
    (one,) = imports.preview(village.coordinator, filled_in, explained(filled_in))
    assert list(change_lines(one.effect.changes, filled_in.dayparts)) == [
        "di 1 dec: ochtend kan → kan niet"
    ]
    assert outcome_words(one) == "1 verandering, 1 in het verleden"
    assert "di 1 dec 09:00–12:30" in in_the_way_words(one)
    imports.take_over(village.coordinator, filled_in, explained(filled_in))
    after = roster.week(village.coordinator, week).cells
    still = next(one for one in after if one.shift_id == cell.shift_id)
    assert [each.volunteer_id for each in still.people] == [els]


def test_an_import_is_not_taken_back_over_what_was_changed_by_hand(
    village: Village, read: Read, els: int
) -> None:
    filled_in = read("Datum;Els\n1-12-2026;nee\n")
    done = imports.take_over(village.coordinator, filled_in, explained(filled_in))
    people.deviate(village.coordinator, els, Deviation(on=DEC_1, level=RATHER_NOT))
    with pytest.raises(WishesChangedSince):
        imports.take_back(village.coordinator, done.kept)
    assert [one.level for one in wishes(village, els).deviations] == [RATHER_NOT]


def test_a_desk_worker_takes_nothing_over(village: Village, read: Read, tmp_path: Path) -> None:
    village.volunteer("Els Smeets")
    filled_in = read("Datum;Els\n1-12-2026;nee\n")
    desk = village.desk_worker()
    tries: list[Callable[[], object]] = [
        lambda: imports.read_filled_in(desk, READER, tmp_path / "blad1.csv"),
        lambda: imports.preview(desk, filled_in, explained(filled_in)),
        lambda: imports.take_over(desk, filled_in, explained(filled_in)),
        lambda: imports.take_back(desk, ()),
    ]
    for act in tries:
        with pytest.raises(NotAllowed):
            act()


def test_an_ordinary_week_becomes_the_pattern_and_comes_back(
    village: Village, read: Read, piet: int
) -> None:
    filled_in = read("Naam;Piet\n\ndag;ochtend;middag\nma;ja;\ndi;liever niet;nee\n")
    done = imports.take_over(village.coordinator, filled_in, explained(filled_in))
    assert wishes(village, piet).availability == {
        (1, MORNING): CAN,
        (2, MORNING): RATHER_NOT,
        (2, AFTERNOON): CANNOT,
    }
    imports.take_back(village.coordinator, done.kept)
    assert wishes(village, piet).availability == {}


@pytest.fixture(params=["nl", "en"])
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    before = current_language()
    use_language(request.param)
    yield request.param
    use_language(before)


@pytest.mark.usefixtures("language")
@pytest.mark.parametrize("month", [None, Month(2026, 12)])
def test_the_form_of_the_program_comes_back_as_it_went(
    village: Village, tmp_path: Path, month: Month | None
) -> None:
    two_weeks = {(day, part): CAN for day in range(1, 15) for part in (1, 2)} | {(9, 1): CANNOT}
    els = village.volunteer("Els Smeets", availability=two_weeks, cycle_weeks=2, cycle_from=TODAY)
    village.volunteer("Piet [de] Jansen", availability=EVERY_WEEK)
    people.deviate(
        village.coordinator, els, Deviation(on=DEC_1, daypart_id=MORNING, level=RATHER_NOT)
    )
    path = tmp_path / "formulieren.xlsx"
    path.write_bytes(WRITER.write(forms_to_fill_in(village.coordinator, month)))
    filled_in = imports.read_filled_in(village.coordinator, READER, path)
    assert not filled_in.not_understood
    assert {one.typed for one in filled_in.named} >= {"Els Smeets", "Piet [de] Jansen"}
    assert all(one.likely for one in filled_in.named)
    assert [one.word for one in filled_in.asked] in ([], [""])
    of = imports.preview(village.coordinator, filled_in, explained(filled_in))
    assert of
    assert all(one.effect.is_nothing for one in of)


def test_an_empty_form_that_was_filled_in_says_what_was_chosen(
    village: Village, tmp_path: Path
) -> None:
    from python_calamine import CalamineWorkbook

    els = village.volunteer("Els Smeets")
    forms = forms_to_fill_in(village.coordinator, Month(2026, 12), "Els Smeets")
    path = tmp_path / "leeg.xlsx"
    path.write_bytes(WRITER.write(forms))
    rows = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python(skip_empty_area=False)
    row = next(row for row in rows if row[0] == DEC_1)
    row[2] = "liever niet"
    filled = tmp_path / "ingevuld.csv"
    filled.write_text("\n".join(";".join(map(str, line)) for line in rows), "utf-8")
    filled_in = imports.read_filled_in(village.coordinator, READER, filled)
    imports.take_over(village.coordinator, filled_in, explained(filled_in))
    (kept,) = wishes(village, els).deviations
    assert (kept.on, kept.daypart_id, kept.level) == (DEC_1, MORNING, RATHER_NOT)


def test_a_fault_in_the_middle_of_keeping_leaves_nothing_behind(
    village: Village, read: Read, els: int, piet: int
) -> None:
    filled_in = read("Datum;Els;Piet\n1-12-2026;nee;nee\n")
    people.remove_person(village.coordinator, piet)
    with pytest.raises(Refusal):
        imports.take_over(village.coordinator, filled_in, Explained({"Els": els, "Piet": piet}, {}))
    assert not wishes(village, els).deviations


def test_days_far_ahead_in_a_year_of_two_digits_are_read(village: Village, read: Read) -> None:
    els = village.volunteer("Els Smeets")
    ahead = TODAY + timedelta(days=400)
    filled_in = read(f"Datum,Els\n{ahead:%d-%m-%y},ja\n")
    imports.take_over(village.coordinator, filled_in, explained(filled_in))
    assert [one.on for one in wishes(village, els).deviations] == [ahead]
