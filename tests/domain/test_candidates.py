"""Who could help: the order proposes, and every place in it has its reasons."""

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dorpssteunpunt.domain.availability import AvailabilityLevel, least_available, most_available
from dorpssteunpunt.domain.candidates import Candidate, Fit, ranked, slots_touched
from dorpssteunpunt.domain.names import PersonName
from dorpssteunpunt.domain.people import Paper
from dorpssteunpunt.domain.template import OpeningSlot

MORNING, AFTERNOON, EVENING = 1, 2, 3
TEMPLATE = [
    OpeningSlot(weekday=1, daypart_id=MORNING, start=time(9), end=time(12, 30)),
    OpeningSlot(weekday=1, daypart_id=AFTERNOON, start=time(13), end=time(16, 30)),
    OpeningSlot(weekday=2, daypart_id=EVENING, start=time(19), end=time(21, 30)),
]
MONDAY, TUESDAY, SUNDAY = date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 29)

GOOD = Candidate(
    person_id=1,
    name=PersonName("Łukasz", "", "Nowak"),
    phone="",
    wants_kind=True,
    is_dated=True,
    availability=AvailabilityLevel.CAN,
    helped_before=0,
    open_matches=0,
    that_day=0,
    on_shift=False,
    missing_papers=(),
)

candidates = st.builds(
    replace,
    st.just(GOOD),
    person_id=st.integers(1, 50),
    wants_kind=st.booleans(),
    is_dated=st.booleans(),
    availability=st.none() | st.sampled_from(AvailabilityLevel),
    helped_before=st.integers(0, 5),
    open_matches=st.integers(0, 5),
    on_shift=st.booleans(),
    missing_papers=st.sampled_from([(), (Paper.CERTIFICATE,)]),
)


@given(st.lists(candidates))
def test_the_order_leaves_nobody_out_and_never_puts_a_worse_fit_first(
    several: list[Candidate],
) -> None:
    order = ranked(several)
    assert sorted(one.person_id for one in order) == sorted(one.person_id for one in several)
    assert [one.fit for one in order] == sorted(one.fit for one in several)


@pytest.mark.parametrize(
    ("changes", "fit"),
    [
        ({}, Fit.GOOD),
        ({"availability": None, "is_dated": False}, Fit.GOOD),
        ({"availability": None}, Fit.PERHAPS),
        ({"availability": AvailabilityLevel.RATHER_NOT}, Fit.PERHAPS),
        ({"wants_kind": False}, Fit.PERHAPS),
        ({"missing_papers": (Paper.CERTIFICATE,)}, Fit.PERHAPS),
        ({"that_day": 1}, Fit.PERHAPS),
        ({"availability": AvailabilityLevel.CANNOT}, Fit.POOR),
        ({"on_shift": True}, Fit.POOR),
    ],
)
def test_how_well_somebody_fits(changes: dict[str, object], fit: Fit) -> None:
    assert replace(GOOD, **changes).fit is fit  # type: ignore[arg-type]


def test_who_knows_the_resident_comes_first_and_then_who_has_least_in_hand() -> None:
    busy = replace(GOOD, person_id=2, open_matches=3)
    familiar = replace(GOOD, person_id=3, open_matches=3, helped_before=2)
    assert [one.person_id for one in ranked([busy, GOOD, familiar])] == [3, 1, 2]


@pytest.mark.parametrize(
    ("day", "start", "end", "parts"),
    [
        (MONDAY, time(10), None, {MORNING}),
        (MONDAY, time(12), time(14), {MORNING, AFTERNOON}),
        (MONDAY, time(12, 30), time(13), set()),
        (MONDAY, time(12), time(13), {MORNING}),
        (MONDAY, None, None, {MORNING, AFTERNOON, EVENING}),
        (MONDAY, time(20), None, {EVENING}),
        (SUNDAY, time(10), None, {MORNING}),
        (TUESDAY, time(20), time(21), {EVENING}),
    ],
)
def test_help_falls_in_the_day_parts_it_touches(
    day: date, start: time | None, end: time | None, parts: set[int]
) -> None:
    touched = slots_touched(day, start, end, TEMPLATE)
    assert {slot.daypart_id for slot in touched} == parts


def test_several_day_parts_count_as_the_most_reluctant_and_any_time_as_the_gladdest() -> None:
    levels = [AvailabilityLevel.PREFER, None, AvailabilityLevel.CANNOT]
    assert least_available(levels) is AvailabilityLevel.CANNOT
    assert most_available(levels) is AvailabilityLevel.PREFER
    assert least_available([None]) is most_available([]) is None
