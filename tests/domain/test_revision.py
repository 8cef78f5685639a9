"""What a change of the week template does to shifts that are made, and never to the past."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from dorpssteunpunt.base.clock import ZONE
from dorpssteunpunt.base.errors import Refusal
from dorpssteunpunt.domain.demand import Demand
from dorpssteunpunt.domain.revision import (
    Alteration,
    Revision,
    days_between,
    losing,
    revised_days,
    revision,
)
from dorpssteunpunt.domain.rhythm import OfMonth, Rhythm
from dorpssteunpunt.domain.roster import Assignment, Shift, shifts_for
from dorpssteunpunt.domain.template import OpeningSlot, check_slots, lines_on

MONDAY = date(2026, 11, 30)
NOW = datetime(2026, 11, 30, 10, tzinfo=ZONE)
DAYS = days_between(MONDAY - timedelta(days=7), MONDAY + timedelta(days=27))
MORNING = OpeningSlot(weekday=1, daypart_id=1, start=time(9), end=time(12))

lines = st.builds(
    lambda weekday, part, later, needed, rhythm: OpeningSlot(
        weekday=weekday,
        daypart_id=part,
        start=time(9 + 4 * (part - 1) + later),
        end=time(12 + 4 * (part - 1)),
        needed=needed,
        rhythm=rhythm,
    ),
    st.integers(1, 3),
    st.integers(1, 3),
    st.integers(0, 2),
    st.integers(1, 3),
    st.just(Rhythm())
    | st.builds(Rhythm, every_weeks=st.just(2), counted_from=st.sampled_from(DAYS))
    | st.builds(Rhythm, of_month=st.sampled_from(OfMonth)),
)


def standing(template: Iterable[OpeningSlot]) -> list[OpeningSlot]:
    """Return the lines that can stand beside those before them."""
    kept: list[OpeningSlot] = []
    for line in template:
        try:
            check_slots([*kept, line])
        except Refusal:
            continue
        kept.append(line)
    return kept


templates = st.lists(lines, max_size=7).map(standing)
moments = st.integers(0, 34 * 24).map(
    lambda hours: datetime(2026, 11, 23, tzinfo=ZONE) + timedelta(hours=hours)
)


def made_by(template: Collection[OpeningSlot]) -> list[Shift]:
    return [replace(shift, id=number) for number, shift in enumerate(shifts_for(DAYS, template), 1)]


def after(change: Revision, made: Collection[Shift]) -> list[Shift]:
    """Return the shifts as a change leaves them."""
    gone = {shift.id for shift in change.touched}
    new = [replace(shift, id=1000 + place) for place, shift in enumerate(change.added)]
    return [*(one for one in made if one.id not in gone), *(o.after for o in change.altered), *new]


@given(templates, templates, moments)
def test_no_change_of_the_template_touches_the_past(
    before: list[OpeningSlot], then: list[OpeningSlot], now: datetime
) -> None:
    made = made_by(before)
    change = revision(made, then, DAYS, now)
    touched = (*change.touched, *change.added, *(one.after for one in change.altered))
    assert all(shift.starts_at > now for shift in touched)
    begun = [shift for shift in made if shift.starts_at <= now]
    assert all(shift in after(change, made) for shift in begun)


@given(templates, templates, moments)
def test_applying_it_twice_changes_nothing_more(
    before: list[OpeningSlot], then: list[OpeningSlot], now: datetime
) -> None:
    made = made_by(before)
    once = after(revision(made, then, DAYS, now), made)
    assert not revision(once, then, DAYS, now)


@given(templates, templates, moments)
def test_every_shift_to_come_follows_from_one_line(
    before: list[OpeningSlot], then: list[OpeningSlot], now: datetime
) -> None:
    made = made_by(before)
    for shift in after(revision(made, then, DAYS, now), made):
        if shift.starts_at > now:
            lines = [line for line in lines_on(shift.on, then) if line.span == shift.span]
            (line,) = (line for line in lines if line.daypart_id == shift.daypart_id)
            assert (line.needed, line.demand) == (shift.needed, shift.demand)


def test_today_s_running_shift_and_its_day_part_stay() -> None:
    made = made_by([MORNING])
    later = replace(MORNING, start=time(11), end=time(13))
    change = revision(made, [later], [MONDAY], NOW)
    assert not change


def test_a_closed_shift_changes_along_and_never_vanishes() -> None:
    made = [replace(shift, closed_because="Kerst") for shift in made_by([MORNING])]
    change = revision(made, [replace(MORNING, needed=1)], DAYS, NOW)
    assert {one.after.closed_because for one in change.altered} == {"Kerst"}
    assert not revision(made, [], DAYS, NOW)


def test_only_weeks_of_which_shifts_are_made_are_looked_at() -> None:
    made = made_by([MORNING])[:2]
    assert revised_days(made, MONDAY) == days_between(MONDAY, MONDAY + timedelta(days=6))


def _on(
    shift: Shift, who: int, number: int, starts: time | None = None, ends: time | None = None
) -> Assignment:
    return Assignment(
        id=number,
        shift_id=shift.id,
        volunteer_id=who,
        starts=starts,
        ends=ends,
        made_at=NOW,
        made_by=1,
    )


def test_who_loses_their_place_is_known() -> None:
    morning, afternoon, evening = (
        Shift(id=part, on=MONDAY, daypart_id=part, start=time(s), end=time(e), needed=2)
        for part, s, e in ((1, 9, 12), (2, 13, 16), (3, 19, 21))
    )
    made = {shift.id: shift for shift in (morning, afternoon, evening)}
    longer = replace(morning, end=time(14))
    shorter = replace(afternoon, start=time(14), demand=Demand(experienced=True))
    change = Revision(
        altered=(Alteration(morning, longer), Alteration(afternoon, shorter)), dropped=(evening,)
    )
    active = [
        _on(morning, 1, 11),
        _on(afternoon, 1, 12),  # still free from 14:00
        _on(afternoon, 2, 13, ends=time(14)),  # nothing of it is left
        _on(afternoon, 3, 14, starts=time(15)),
        _on(evening, 4, 15),  # the evening vanishes
    ]
    assert losing(change, made, active) == {13, 15}
    both = Revision(altered=(Alteration(morning, replace(morning, end=time(15))),))
    assert losing(both, made, active[:2]) == {11}
