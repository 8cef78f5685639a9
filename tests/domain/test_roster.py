"""Shifts, who is on them, and whether somebody can take one."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dorpssteunpunt.base.clock import ZONE
from dorpssteunpunt.domain.availability import AvailabilityLevel
from dorpssteunpunt.domain.people import Volunteer
from dorpssteunpunt.domain.roster import (
    Assignment,
    Difference,
    Ending,
    Place,
    Shift,
    Staffing,
    difference,
    overlaps,
    shifts_for,
)
from dorpssteunpunt.domain.suitability import (
    Fit,
    Objection,
    VolunteerUnavailable,
    check_choice,
    suitability,
)
from dorpssteunpunt.domain.template import OpeningSlot
from dorpssteunpunt.domain.weeks import Week

TUESDAY = date(2026, 11, 24)
AFTERNOON = Shift(id=7, on=TUESDAY, daypart_id=2, start=time(13), end=time(16, 30), needed=2)
NOW = datetime(2026, 11, 23, 9, 30, tzinfo=ZONE)


def on_shift(volunteer_id: int, **facts: object) -> Assignment:
    given: dict[str, object] = {"id": volunteer_id, "shift_id": 7, "made_at": NOW, "made_by": 1}
    return Assignment(volunteer_id=volunteer_id, **(given | facts))  # type: ignore[arg-type]


def other_shift(shift_id: int, on: date, start: int, end: int) -> Shift:
    return Shift(id=shift_id, on=on, daypart_id=1, start=time(start), end=time(end), needed=2)


def willing(level: AvailabilityLevel | None, **facts: object) -> Volunteer:
    pattern = {} if level is None else {(2, 2): level}
    return Volunteer(person_id=1, availability=pattern, **facts)  # type: ignore[arg-type]


times = st.times().map(lambda at: at.replace(microsecond=0))


@given(st.tuples(times, times).map(sorted), st.tuples(times, times).map(sorted))
def test_overlapping_is_mutual_and_never_holds_on_different_days(
    one: list[time], other: list[time]
) -> None:
    this = Shift(on=TUESDAY, daypart_id=1, start=one[0], end=one[1], needed=1)
    that = Shift(on=TUESDAY, daypart_id=2, start=other[0], end=other[1], needed=1)
    next_day = Shift(
        on=TUESDAY + timedelta(days=1), daypart_id=2, start=other[0], end=other[1], needed=1
    )
    assert overlaps(this, that) == overlaps(that, this)
    assert not overlaps(this, next_day)


def test_shifts_that_meet_do_not_overlap() -> None:
    assert not overlaps(other_shift(1, TUESDAY, 9, 13), AFTERNOON)


def test_the_template_falls_on_the_right_days_in_week_53_and_over_new_year() -> None:
    template = [
        OpeningSlot(weekday=day, daypart_id=1, start=time(9), end=time(12)) for day in (1, 5, 7)
    ]
    days = [shift.on for shift in shifts_for(Week(2026, 53).days, template)]
    assert days == [date(2026, 12, 28), date(2027, 1, 1), date(2027, 1, 3)]


def test_a_shift_keeps_its_wall_clock_hours_when_the_clock_changes() -> None:
    before, after = (
        Shift(on=day, daypart_id=1, start=time(9), end=time(12), needed=1)
        for day in (date(2026, 10, 24), date(2026, 10, 25))
    )
    assert (before.starts_at.hour, after.starts_at.hour) == (9, 9)
    elapsed = after.starts_at.timestamp() - before.starts_at.timestamp()
    assert elapsed == timedelta(hours=25).total_seconds()


def test_the_lead_stands_first_and_stand_ins_last() -> None:
    staffing = Staffing.of(
        AFTERNOON,
        [on_shift(1, is_stand_in=True), on_shift(2), on_shift(3, is_lead=True), on_shift(4)],
    )
    assert [one.volunteer_id for one in staffing.assignments] == [3, 2, 4, 1]


def test_who_left_does_not_fill_a_shift() -> None:
    left = on_shift(2).ended(Ending.TAKEN_OFF, NOW, 1, "")
    staffing = Staffing.of(AFTERNOON, [on_shift(1), left, on_shift(3, shift_id=8)])
    assert staffing.missing == 1
    assert staffing.lacks_lead


def test_an_empty_shift_lacks_people_and_not_a_lead() -> None:
    staffing = Staffing.of(AFTERNOON, [])
    assert staffing.missing == AFTERNOON.needed
    assert not staffing.lacks_lead


@pytest.mark.parametrize(
    ("level", "fit"),
    [
        (AvailabilityLevel.PREFER, Fit.GOOD),
        (AvailabilityLevel.CAN, Fit.GOOD),
        (AvailabilityLevel.RATHER_NOT, Fit.JUST),
        (None, Fit.JUST),
        (AvailabilityLevel.CANNOT, Fit.POOR),
    ],
)
def test_wishes_decide_how_well_somebody_suits(level: AvailabilityLevel | None, fit: Fit) -> None:
    assert suitability(willing(level), AFTERNOON, []).fit is fit


def test_the_agreed_number_of_shifts_counts_the_other_ones_of_the_week() -> None:
    volunteer = willing(AvailabilityLevel.CAN, shifts_per_week=1)
    monday = other_shift(1, date(2026, 11, 23), 9, 12)
    assert suitability(volunteer, AFTERNOON, [monday]).objections == (Objection.WEEK_FULL,)
    assert suitability(volunteer, AFTERNOON, []).objections == ()


def test_nobody_is_chosen_twice_for_one_shift_or_for_two_at_once_whatever_the_reason() -> None:
    volunteer = willing(AvailabilityLevel.PREFER)
    same_time = other_shift(8, TUESDAY, 12, 14)
    for own, objection in ((AFTERNOON, Objection.ON_SHIFT), (same_time, Objection.ON_DUTY)):
        with pytest.raises(VolunteerUnavailable) as refused:
            check_choice(volunteer, AFTERNOON, [own], "zei zelf ja")
        assert refused.value.is_final
        assert objection in refused.value.objections


def test_who_stopped_or_has_yet_to_begin_is_not_chosen() -> None:
    for facts in ({"until": TUESDAY}, {"since": TUESDAY + timedelta(days=1)}):
        with pytest.raises(VolunteerUnavailable):
            check_choice(willing(AvailabilityLevel.CAN, **facts), AFTERNOON, [], "toch")


def test_a_poor_choice_asks_for_a_reason_and_takes_it() -> None:
    volunteer = willing(AvailabilityLevel.CANNOT)
    with pytest.raises(VolunteerUnavailable) as refused:
        check_choice(volunteer, AFTERNOON, [], "")
    assert not refused.value.is_final
    check_choice(volunteer, AFTERNOON, [], "komt deze keer graag")


def test_the_best_choice_ranks_first() -> None:
    levels = [AvailabilityLevel.CANNOT, None, AvailabilityLevel.CAN, AvailabilityLevel.PREFER]
    judged = [suitability(willing(level), AFTERNOON, []) for level in levels]
    assert sorted(judged, key=lambda one: one.rank) == judged[::-1]


places = st.builds(Place, st.integers(1, 5), st.booleans(), st.booleans())
walls = st.lists(places, max_size=5, unique_by=lambda place: place.volunteer_id)


@given(walls, walls)
def test_a_difference_and_the_way_back_mirror_each_other(
    was: list[Place], now: list[Place]
) -> None:
    there, back = difference(was, now), difference(now, was)
    assert there == Difference(back.left, back.came, back.altered)
    assert bool(there) == (set(was) != set(now))
