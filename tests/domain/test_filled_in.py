"""What is read from sheets that people filled in, whichever way they laid them out."""

from collections.abc import Callable, Sequence
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dorpssteunpunt.domain.availability import Availability, AvailabilityLevel, Cycle, Deviation
from dorpssteunpunt.domain.filled_in.asked import answers_of, asked_words
from dorpssteunpunt.domain.filled_in.cells import CellValue, Place, Table
from dorpssteunpunt.domain.filled_in.days import DayProblem
from dorpssteunpunt.domain.filled_in.effects import Effect, Hours, Told, applied, effect_of
from dorpssteunpunt.domain.filled_in.reading import (
    CellProblem,
    NoDaysFound,
    NothingFilledIn,
    NotUnderstood,
    Statement,
    WeekdaysRepeat,
    read_tables,
)
from dorpssteunpunt.domain.filled_in.words import BLANK, DaypartNames, Meaning
from dorpssteunpunt.domain.template import OpeningSlot

PREFER, CAN = AvailabilityLevel.PREFER, AvailabilityLevel.CAN
RATHER_NOT, CANNOT = AvailabilityLevel.RATHER_NOT, AvailabilityLevel.CANNOT
MORNING, AFTERNOON, EVENING = 1, 2, 3
NAMES = DaypartNames({MORNING: "Ochtend", AFTERNOON: "Middag", EVENING: "Avond"})
TODAY = date(2026, 11, 23)
WEEKDAYS = ("ma", "di", "wo", "do", "vr", "za", "zo")
"""By the rest of a day of December 2026 by seven."""
DEC_1, DEC_2 = date(2026, 12, 1), date(2026, 12, 2)
SLOTS = {
    MORNING: (time(9), time(12, 30)),
    AFTERNOON: (time(13), time(16, 30)),
    EVENING: (time(19), time(21)),
}
HOURS = Hours(
    [
        OpeningSlot(weekday=day, daypart_id=part, start=start, end=end)
        for day in range(1, 6)
        for part, (start, end) in SLOTS.items()
    ]
)

Row = Sequence[CellValue]


def read(*rows: Row, name: str = "Blad1") -> tuple[list[Statement], list[NotUnderstood]]:
    """Read one sheet."""
    (table,) = read_tables([Table(name, rows)], NAMES, TODAY)
    return list(table.statements), list(table.not_understood)


def said(*rows: Row, name: str = "Blad1") -> dict[tuple[object, ...], str]:
    """Return the words by who, day and day part, without the empty boxes."""
    return {
        (one.who, one.day.on or (one.day.weekday, one.day.letter), one.daypart_id): one.word
        for one in read(*rows, name=name)[0]
        if one.word != BLANK
    }


def effect(
    *rows: Row,
    now: Availability = Availability(),  # noqa: B008 - frozen
    meanings: dict[str, Meaning] | None = None,
) -> Effect:
    """Return what a sheet of one volunteer changes."""
    statements, _missed = read(*rows)
    likely = {one.word: one.likely for one in asked_words(statements, NAMES) if one.likely}
    told = [
        Told(one, answer)
        for one in statements
        for answer in answers_of(one, likely | (meanings or {}), NAMES)
    ]
    return effect_of(told, now, HOURS, TODAY)


def level(of: Effect, on: date, part: int, now: Availability = Availability()) -> object:  # noqa: B008
    """Return what counts for a day part once the sheet is taken over."""
    then = Availability(
        cycle=now.cycle,
        pattern=of.pattern,
        deviations=applied(of.deviations, now.deviations),
        leaves=now.leaves,
    )
    return then.level(on, part, *SLOTS[part])


# ---------------------------------------------------------------- layouts


def test_a_row_for_each_date_with_a_column_for_each_person() -> None:
    assert said(
        ["Datum", "Els Smit", "Piet"],
        [DEC_1, "J", "n"],
        ["wo 2-12-2026", None, "Liever niet"],
    ) == {
        ("Els Smit", DEC_1, None): "j",
        ("Piet", DEC_1, None): "n",
        ("Piet", DEC_2, None): "liever niet",
    }


def test_a_row_for_each_person_with_a_column_for_each_date() -> None:
    assert said(["Naam", "1-12", "2-12"], ["Els", "ja", None], ["Piet", "nee", "ja"]) == {
        ("Els", DEC_1, None): "ja",
        ("Piet", DEC_1, None): "nee",
        ("Piet", DEC_2, None): "ja",
    }


def test_days_by_day_parts_upright_and_turned_say_the_same() -> None:
    rows: list[Row] = [["", "ochtend", "middag"], ["ma", "ja", "nee"], ["di", None, "x"]]
    turned: list[Row] = [list(column) for column in zip(*rows, strict=True)]
    assert said(*rows) == said(*turned)
    assert said(*rows)["", (1, None), AFTERNOON] == "nee"


def test_weekdays_under_a_week_of_the_calendar_are_dates() -> None:
    assert said(
        ["Week 49"],
        ["dag", "ochtend", "middag"],
        ["di", "ja", ""],
        [],
        ["Week 50 (7 t/m 13 december)"],
        ["dag", "ochtend", "middag"],
        ["ma", "", "nee"],
    ) == {("", DEC_1, MORNING): "ja", ("", date(2026, 12, 7), AFTERNOON): "nee"}


def test_weeks_with_letters_are_those_of_a_pattern() -> None:
    assert said(["Week A"], ["dag", "avond"], ["ma", "ja"], ["Week B"], ["ma", "nee"]) == {
        ("", (1, 0), EVENING): "ja",
        ("", (1, 1), EVENING): "nee",
    }


def test_a_date_that_was_merged_over_its_day_parts_counts_for_all_of_them() -> None:
    assert said(
        ["Datum", "Dagdeel", "Els"],
        [DEC_1, "ochtend", "ja"],
        [None, "'s middags", "nee"],
        [DEC_2, "avond", "x"],
    ) == {
        ("Els", DEC_1, MORNING): "ja",
        ("Els", DEC_1, AFTERNOON): "nee",
        ("Els", DEC_2, EVENING): "x",
    }


def test_a_name_that_was_merged_over_its_day_parts_counts_for_all_of_them() -> None:
    assert said(
        [None, "Els", None, "Piet", None],
        ["Datum", "ochtend", "middag", "ochtend", "middag"],
        [DEC_1, "j", "n", None, "j"],
    ) == {
        ("Els", DEC_1, MORNING): "j",
        ("Els", DEC_1, AFTERNOON): "n",
        ("Piet", DEC_1, AFTERNOON): "j",
    }


@pytest.mark.parametrize(
    "above", [["Naam", "Els Smit"], ["Naam: Els Smit"], [None, "Vrijwilliger:", "Els Smit"]]
)
def test_a_name_above_the_days_says_whose_sheet_it_is(above: Row) -> None:
    rows: list[Row] = [["Wensen december"], above, [], ["Datum", "Beschikbaar?"], [DEC_1, "ja"]]
    assert said(*rows, name="Piet") == {("Els Smit", DEC_1, None): "ja"}


def test_a_sheet_of_its_own_name_is_of_whoever_is_called_so_and_blad1_of_nobody() -> None:
    rows: list[Row] = [["Datum", "Kan je?"], [DEC_1, "ja"]]
    assert said(*rows, name="Els Smit") == {("Els Smit", DEC_1, None): "ja"}
    assert said(*rows, name="Blad12") == {("", DEC_1, None): "ja"}


def test_a_name_may_stand_in_every_row() -> None:
    assert said(["Naam", "Datum", "Antwoord"], ["Els", DEC_1, "ja"], ["Piet", DEC_1, "nee"]) == {
        ("Els", DEC_1, None): "ja",
        ("Piet", DEC_1, None): "nee",
    }


def numbered(days: int, beside: Callable[[int], str] | None = None) -> list[Row]:
    """Return rows with the number of a day, perhaps its weekday, and a yes."""
    weekday = [beside] if beside else []
    return [[float(n), *(name(n) for name in weekday), "ja"] for n in range(1, days + 1)]


def test_days_may_be_numbered_in_a_month_that_is_named() -> None:
    days = numbered(31, lambda number: WEEKDAYS[number % 7])
    found = said(["Beschikbaarheid december 2026"], ["Dag", None, "Els"], *days)
    assert len(found) == 31
    assert found["Els", DEC_1, None] == "ja"
    turned: list[Row] = [[None, *map(str, range(1, 32))], ["Els", *(["nee"] * 31)]]
    assert said(*turned, name="dec 2026")["Els", date(2026, 12, 31), None] == "nee"


def test_numbered_days_that_the_month_has_not_are_told() -> None:
    statements, missed = read(["Februari"], *numbered(30))
    assert len(statements) == 28
    assert [(one.place.cell, one.problem) for one in missed] == [
        ("A30", DayProblem.NO_SUCH_DAY),
        ("A31", DayProblem.NO_SUCH_DAY),
    ]


def test_somebody_called_jan_is_no_month() -> None:
    with pytest.raises(NoDaysFound):
        read(["Dag", "Kan je?"], *numbered(31), name="Jan")


def test_a_head_over_each_answer_of_a_day_part_is_understood_as_on_the_paper_form() -> None:
    done = effect(
        [None, "Ochtend", None, None, "Middag", None, None],
        ["Datum", "kan", "liever niet", "kan niet", "kan", "liever niet", "kan niet"],
        [DEC_1, "x", None, None, None, None, "☒"],
        [DEC_2, None, "x", None, None, None, None],
    )
    assert [(one.on, one.daypart_id, one.level) for one in done.deviations] == [
        (DEC_1, MORNING, CAN),
        (DEC_1, AFTERNOON, CANNOT),
        (DEC_2, MORNING, RATHER_NOT),
    ]


def test_dates_may_be_numbers_as_a_spreadsheet_counts_them() -> None:
    assert said(["Datum", "Els"], [46_357.0, "ja"]) == {("Els", DEC_1, None): "ja"}


def test_there_may_be_no_head_at_all() -> None:
    assert said([DEC_1, "ja"], [DEC_2, "nee"]) == {
        ("", DEC_1, None): "ja",
        ("", DEC_2, None): "nee",
    }


# ---------------------------------------------------------------- what is not understood


def test_what_is_not_understood_is_told_with_its_place_and_the_rest_is_read() -> None:
    statements, missed = read(
        ["Datum", "Dagdeel", "Els"],
        ["30 feb", "ochtend", "ja"],
        ["ma 1-12-2026", "ochtend", "ja"],
        ["1-12-2036", "ochtend", "ja"],
        [DEC_1, "nacht", "ja"],
        ["later", "ochtend", "ja"],
        [DEC_2, "avond", "nee"],
    )
    assert [(one.day.on, one.word) for one in statements] == [(DEC_2, "nee")]
    assert [(one.place.cell, one.problem) for one in missed] == [
        ("A2", DayProblem.NO_SUCH_DAY),
        ("A3", DayProblem.OTHER_WEEKDAY),
        ("A4", DayProblem.TOO_FAR),
        ("B5", CellProblem.NO_SUCH_PART),
        ("A6", DayProblem.NOT_A_DAY),
    ]


def test_parts_under_a_day_that_is_wrong_are_not_given_to_the_day_above() -> None:
    statements, missed = read(
        ["Datum", "Dag", "Dagdeel", "Els"],
        [DEC_1, "di", "ochtend", "ja"],
        [DEC_2, "ma", "ochtend", "nee"],
        [None, None, "middag", "nee"],
    )
    assert [(one.day.on, one.daypart_id) for one in statements] == [(DEC_1, MORNING)]
    assert [(one.place.cell, one.problem) for one in missed] == [
        ("A3", DayProblem.OTHER_WEEKDAY),
        ("C4", CellProblem.NO_DAY),
    ]


def test_a_weekday_beside_a_date_has_to_agree_with_it() -> None:
    statements, missed = read(["Datum", "Dag", "Els"], [DEC_1, "di", "ja"], [DEC_2, "di", "ja"])
    assert [one.day.on for one in statements] == [DEC_1]
    assert [(one.place.cell, one.problem) for one in missed] == [("A3", DayProblem.OTHER_WEEKDAY)]


def test_weekdays_that_come_again_without_a_date_are_refused_with_their_place() -> None:
    with pytest.raises(WeekdaysRepeat) as refused:
        read(["dag", "Els"], ["ma", "ja"], ["di", "nee"], ["ma", "ja"])
    assert refused.value.place.cell == "B4"


def test_remarks_are_handed_on_to_be_read() -> None:
    rows: list[Row] = [["Datum", "Els", "Opmerking"], [DEC_1, "ja", "liefst met Piet"]]
    (table,) = read_tables([Table("Blad1", rows)], NAMES, TODAY)
    assert [(one.place.cell, one.text) for one in table.remarks] == [("C2", "liefst met Piet")]


def test_several_columns_without_a_head_are_asked_for_theirs() -> None:
    _statements, missed = read(["Datum", None, "Els"], [DEC_1, "ja", "nee"])
    assert [(one.place.cell, one.problem) for one in missed] == [("B2", CellProblem.NO_HEAD)]


def test_a_sheet_without_days_and_one_without_answers_are_refused() -> None:
    with pytest.raises(NoDaysFound):
        read(["Naam", "Telefoon"], ["Els", "06 12345678"])
    with pytest.raises(NothingFilledIn):
        read(["Datum", "Els"], [DEC_1, None], [DEC_2, " "])


@pytest.mark.parametrize(("column", "cell"), [(0, "A1"), (25, "Z1"), (26, "AA1"), (16383, "XFD1")])
def test_a_cell_is_called_as_spreadsheet_programs_call_it(column: int, cell: str) -> None:
    assert Place("", 0, column).cell == cell


# ---------------------------------------------------------------- words


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        *((word, CAN) for word in ("J", "ja", "Y", "yes", "Ja!", "kan", "ok", "Beschikbaar", "✓")),
        *((word, PREFER) for word in ("liever", "graag", "gladly")),
        *((word, RATHER_NOT) for word in ("liever niet", "Als het moet")),
        *((word, CANNOT) for word in ("N", "nee", "kan niet", "Vakantie", "op vakantie", "-nee-")),
    ],
)
def test_words_that_mean_the_same_in_every_sheet(word: str, meant: AvailabilityLevel) -> None:
    assert level(effect(["Datum", "Els"], [DEC_1, word]), DEC_1, MORNING) is meant


@pytest.mark.parametrize("word", ["misschien", "?", "-", "vrij", "ochtend", "als het niet regent"])
def test_an_unknown_word_is_asked_about_and_never_guessed(word: str) -> None:
    statements, _missed = read(["Datum", "Els"], [DEC_1, word], [DEC_2, "ja"])
    (asked,) = asked_words(statements, NAMES)
    assert (asked.text, asked.likely, [place.cell for place in asked.places]) == (
        word,
        None,
        ["B2"],
    )
    untold = effect(["Datum", "Els"], [DEC_1, word], [DEC_2, "ja"])
    assert level(untold, DEC_1, MORNING) is None
    told = effect(
        ["Datum", "Els"], [DEC_1, word], [DEC_2, "ja"], meanings={asked.word: Meaning.RATHER_NOT}
    )
    assert level(told, DEC_1, MORNING) is RATHER_NOT


def test_a_mark_says_yes_unless_another_word_says_it() -> None:
    alone, _missed = read(["Datum", "Els"], [DEC_1, "X"], [DEC_2, None])
    beside, _missed = read(["Datum", "Els"], [DEC_1, "x"], [DEC_2, "ja"])
    assert {one.word: one.likely for one in asked_words(alone, NAMES)} == {
        "x": Meaning.CAN,
        "": Meaning.NOTHING,
    }
    assert {one.word: one.likely for one in asked_words(beside, NAMES)} == {"x": None}


def test_an_empty_box_says_nothing_unless_somebody_says_so_and_then_only_when_open() -> None:
    sunday = date(2026, 12, 6)
    rows: list[Row] = [["Datum", "Els"], [DEC_1, "x"], [DEC_2, None], [sunday, None]]
    assert [one.on for one in effect(*rows).deviations] == [DEC_1]
    strict = effect(*rows, meanings={BLANK: Meaning.CANNOT})
    assert [(one.on, one.level) for one in strict.deviations] == [(DEC_1, CAN), (DEC_2, CANNOT)]


@pytest.mark.parametrize(
    ("phrase", "levels"),
    [
        ("alleen ochtend", (CAN, CANNOT, CANNOT)),
        ("alleen 's ochtends", (CAN, CANNOT, CANNOT)),
        ("alleen middag en avond", (CANNOT, CAN, CAN)),
        ("liever alleen 's avonds", (CANNOT, CANNOT, PREFER)),
        ("ochtend niet", (CANNOT, None, None)),
        ("niet in de middag", (None, CANNOT, None)),
        ("ochtend ja, middag nee", (CAN, CANNOT, None)),
        ("liever niet 's avonds", (None, None, RATHER_NOT)),
    ],
)
def test_a_phrase_about_day_parts_is_about_those(
    phrase: str, levels: tuple[AvailabilityLevel | None, ...]
) -> None:
    done = effect(["Datum", "Els"], [DEC_1, phrase])
    assert tuple(level(done, DEC_1, part) for part in SLOTS) == levels


def test_a_tick_in_a_column_for_one_answer_says_that_answer() -> None:
    done = effect(
        ["Datum", "kan", "liever niet", "kan niet"],
        [DEC_1, "x", None, None],
        [DEC_2, None, "x", None],
        [date(2026, 12, 3), None, None, "ja"],
    )
    assert [one.level for one in done.deviations] == [CAN, RATHER_NOT, CANNOT]


def test_own_hours_stay_hours_unless_they_are_those_of_a_day_part() -> None:
    done = effect(
        ["Datum", "Van", "Tot", "Beschikbaar"],
        [DEC_1, "9:00", "12.30", "ja"],
        [DEC_2, time(10), "half twaalf", "nee"],
    )
    assert [(one.daypart_id, one.start, one.end) for one in done.deviations] == [
        (MORNING, None, None),
        (None, time(10), time(11, 30)),
    ]
    assert level(done, DEC_2, MORNING) is CANNOT


# ---------------------------------------------------------------- what it changes

EVERY_DAY = Availability(pattern={(day, part): CAN for day in range(1, 8) for part in SLOTS})


def test_what_is_known_already_and_what_is_past_changes_nothing() -> None:
    done = effect(
        ["Datum", "Els"],
        [TODAY - timedelta(days=1), "nee"],
        [DEC_1, "ja"],
        [DEC_2, "nee"],
        now=EVERY_DAY,
    )
    assert (done.past, done.same) == (1, 1)
    assert [
        (change.on, change.daypart_id, change.before, change.after) for change in done.changes
    ] == [(DEC_2, part, CAN, CANNOT) for part in SLOTS]


def test_an_answer_about_all_day_takes_the_place_of_what_was_said_of_parts_of_it() -> None:
    before = Deviation(id=7, on=DEC_1, daypart_id=MORNING, level=PREFER)
    other = Deviation(id=8, on=DEC_2, daypart_id=MORNING, level=PREFER)
    now = Availability(pattern=EVERY_DAY.pattern, deviations=[before, other])
    done = effect(["Datum", "Els"], [DEC_1, "nee"], now=now)
    assert list(done.gone) == [before]
    assert level(done, DEC_1, MORNING, now) is CANNOT


def test_two_different_answers_to_one_thing_are_both_left_out() -> None:
    done = effect(["Datum", "Els"], [DEC_1, "ja"], [DEC_1, "nee"], [DEC_2, "ja"])
    assert [one.on for one in done.deviations] == [DEC_2]
    assert [one.place.cell for one in done.clashing] == ["B2", "B3"]


def test_an_ordinary_week_counts_for_every_week_of_the_pattern_unless_it_is_named() -> None:
    now = Availability(cycle=Cycle(cycle_weeks=2, cycle_from=TODAY))
    both = effect(["dag", "ochtend"], ["ma", "ja"], now=now)
    assert both.pattern == {(1, MORNING): CAN, (8, MORNING): CAN}
    one = effect(["Week B"], ["dag", "ochtend"], ["ma", "ja"], now=now)
    assert one.pattern == {(8, MORNING): CAN}
    none = effect(["Week C"], ["dag", "ochtend"], ["ma", "ja"], now=now)
    assert none.is_nothing
    assert [said.place.cell for said in none.unfitting] == ["B3"]


def test_hours_of_an_ordinary_week_that_are_no_day_part_are_left_out() -> None:
    done = effect(
        ["dag", "van", "tot", "kan je?"], ["ma", "9:00", "12:30", "ja"], ["di", "9", "10", "ja"]
    )
    assert done.pattern == {(1, MORNING): CAN}
    assert [said.place.cell for said in done.unfitting] == ["D3"]


# ---------------------------------------------------------------- properties

ANSWERS = {"liever": PREFER, "kan": CAN, "liever niet": RATHER_NOT, "kan niet": CANNOT, "": None}
weekdays = [
    DEC_1 + timedelta(days=n) for n in range(28) if (DEC_1 + timedelta(days=n)).weekday() < 5
]
filled = st.dictionaries(
    st.tuples(st.sampled_from(weekdays), st.sampled_from([*SLOTS])),
    st.sampled_from([*ANSWERS]),
    min_size=1,
).filter(lambda boxes: any(boxes.values()))
patterns = st.dictionaries(
    st.tuples(st.integers(1, 7), st.sampled_from([*SLOTS])), st.sampled_from(AvailabilityLevel)
)


def sheet(boxes: dict[tuple[date, int], str], *, turned: bool, written: bool) -> list[Row]:
    """Lay out boxes as somebody might: dates as dates or text, upright or turned."""
    days = sorted({day for day, _part in boxes})
    rows: list[list[CellValue]] = [["Datum", "ochtend", "middag", "avond"]]
    for day in days:
        shown = f"{day:%d-%m-%Y}" if written else day
        rows.append([shown, *(boxes.get((day, part)) for part in SLOTS)])
    return [list(column) for column in zip(*rows, strict=True)] if turned else list(rows)


@given(filled, patterns, st.booleans(), st.booleans())
def test_every_answer_counts_and_nothing_else_changes(
    boxes: dict[tuple[date, int], str], pattern: dict[tuple[int, int], AvailabilityLevel],
    turned: bool, written: bool,
) -> None:  # fmt: skip
    now = Availability(pattern=pattern)
    done = effect(*sheet(boxes, turned=turned, written=written), now=now)
    for day in weekdays:
        for part, hours in SLOTS.items():
            answer = ANSWERS[boxes.get((day, part), "")]
            expected = answer or now.level(day, part, *hours)
            assert level(done, day, part, now) is expected


@given(filled, patterns)
def test_a_sheet_that_is_taken_over_twice_changes_nothing_the_second_time(
    boxes: dict[tuple[date, int], str], pattern: dict[tuple[int, int], AvailabilityLevel]
) -> None:
    rows = sheet(boxes, turned=False, written=True)
    first = effect(*rows, now=Availability(pattern=pattern))
    then = Availability(pattern=pattern, deviations=applied(first.deviations, ()))
    assert effect(*rows, now=then).is_nothing


@given(
    st.lists(
        st.lists(
            st.one_of(
                st.none(), st.text(max_size=12), st.floats(allow_nan=False), st.booleans(),
                st.dates(), st.times(), st.sampled_from(["ma", "Week 49", "Datum", "ochtend"]),
            ),
            max_size=6,
        ),
        max_size=8,
    )
)  # fmt: skip
def test_whatever_stands_in_a_sheet_it_is_read_or_refused(rows: list[list[CellValue]]) -> None:
    try:
        done = effect(*rows, meanings={BLANK: Meaning.CANNOT})
    except (NoDaysFound, NothingFilledIn, WeekdaysRepeat):
        return
    assert all(one.on >= TODAY for one in done.deviations)
