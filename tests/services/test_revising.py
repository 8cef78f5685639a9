"""Changing the week template: the shifts to come follow, the past stays, nobody goes unseen."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path
from typing import Any

import pytest

from dorpssteunpunt.domain.accounts import NotAllowed
from dorpssteunpunt.domain.availability import AvailabilityLevel
from dorpssteunpunt.domain.demand import Demand
from dorpssteunpunt.domain.periods import BackwardPeriod
from dorpssteunpunt.domain.revision import PlacesAtStake, SpanTooLong
from dorpssteunpunt.domain.rhythm import Rhythm
from dorpssteunpunt.domain.roster import ChangedSince, ReasonMissing, Shift, WeekInUse
from dorpssteunpunt.domain.standing import StandingAssignment
from dorpssteunpunt.domain.swapping import Agreements, Cut
from dorpssteunpunt.domain.template import OpeningSlot
from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.services import roster
from dorpssteunpunt.services.exports.calendars import volunteer_calendars
from dorpssteunpunt.services.roster import SwapDraft, TemplateDraft
from dorpssteunpunt.services.words.roster import changed_words
from dorpssteunpunt.services.words.template import (
    added_words,
    losing_words,
    people_words,
    touched_words,
)
from tests.village import TODAY, Village, village

WEEK = Week.of(TODAY)
MONDAY, TUESDAY = TODAY, TODAY + timedelta(days=1)
MORNING = OpeningSlot(weekday=1, daypart_id=1, start=time(9), end=time(12))
TUESDAYS = replace(MORNING, weekday=2)
EVENING = OpeningSlot(weekday=2, daypart_id=3, start=time(19), end=time(21))
TEMPLATE = [MORNING, TUESDAYS, EVENING]


@pytest.fixture
def linde(tmp_path: Path) -> Iterator[Village]:
    """This week and the next, made on a Monday morning on which the first shift is running."""
    with village(tmp_path) as found:
        with found.coordinator.store.writing() as uow:
            uow.support_point.replace_week_template(TEMPLATE)
        for week in (WEEK, WEEK.next()):
            roster.make_week(found.coordinator, week)
        yield found


def shifts(linde: Village) -> list[Shift]:
    with linde.coordinator.store.reading() as uow:
        return list(uow.roster.shifts(MONDAY - timedelta(days=30), date.max))


def shift_on(linde: Village, on: date, daypart_id: int = 1) -> Shift:
    (one,) = (s for s in shifts(linde) if (s.on, s.daypart_id) == (on, daypart_id))
    return one


def put(linde: Village, shift: Shift, name: str) -> int:
    """Put somebody new on a shift and return who it is."""
    can = {(shift.on.isoweekday(), shift.daypart_id): AvailabilityLevel.CAN}
    who = linde.volunteer(name, availability=can)
    roster.assign(linde.coordinator, shift.id, who)
    return who


def change(linde: Village, *lines: OpeningSlot, **facts: Any) -> None:
    draft = TemplateDraft(lines=lines, **({"first": TODAY} | facts))
    roster.change_template(linde.coordinator, draft)


def test_the_hours_of_shifts_to_come_change_and_what_has_begun_stays(linde: Village) -> None:
    before = shifts(linde)
    change(linde, replace(MORNING, start=time(10)), replace(TUESDAYS, start=time(10)), EVENING)
    assert shift_on(linde, MONDAY) == before[0]
    assert [one.start.hour for one in shifts(linde)] == [9, 10, 19, 10, 10, 19]
    assert [one.id for one in shifts(linde)] == [one.id for one in before]


def test_what_is_asked_changes_along_and_people_stay(linde: Village) -> None:
    anna = put(linde, shift_on(linde, TUESDAY), "Anna Bakker")
    asks = Demand(most=3, experienced=True)
    change(linde, MORNING, replace(TUESDAYS, needed=1, demand=asks), EVENING)
    tuesday = shift_on(linde, TUESDAY)
    assert (tuesday.needed, tuesday.demand) == (1, asks)
    cell = next(c for c in roster.week(linde.coordinator, WEEK).cells if c.shift_id == tuesday.id)
    assert [one.volunteer_id for one in cell.people] == [anna]


def test_the_preview_names_shifts_and_people_and_writes_nothing(linde: Village) -> None:
    put(linde, shift_on(linde, TUESDAY), "Anna Bakker")
    put(linde, shift_on(linde, TUESDAY, 3), "Bart Cuypers")
    roster.publish(linde.coordinator, WEEK)
    before = shifts(linde)
    wednesday = replace(MORNING, weekday=3)
    lines = [MORNING, replace(TUESDAYS, end=time(13), needed=1), wednesday]
    preview = roster.preview_template(linde.coordinator, lines, TODAY)
    assert shifts(linde) == before
    morning, evening, *later = preview.touched
    assert touched_words(morning) == (
        "dinsdag 24 november, ochtend 09:00–12:00 · wordt 09:00–13:00 · wordt 1 persoon · "
        "gepubliceerd"
    )
    assert people_words(morning) == "met Anna Bakker"
    assert (evening.becomes, losing_words(evening)) == (
        None,
        "Bart Cuypers komt van deze dienst af",
    )
    assert [one.is_published for one in later] == [False, False]
    assert [added_words(one) for one in preview.added] == [
        "woensdag 25 november, ochtend 09:00–12:00",
        "woensdag 2 december, ochtend 09:00–12:00",
    ]


def test_nobody_comes_off_a_shift_unless_somebody_saw_it_and_says_why(linde: Village) -> None:
    evening = shift_on(linde, TUESDAY, 3)
    put(linde, evening, "Bart Cuypers")
    before = shifts(linde)
    with pytest.raises(PlacesAtStake) as refused:
        change(linde, MORNING, TUESDAYS)
    seen = refused.value.assignment_ids
    with pytest.raises(ReasonMissing):
        change(linde, MORNING, TUESDAYS, seen=seen)
    assert shifts(linde) == before
    change(linde, MORNING, TUESDAYS, seen=seen, reason="Te weinig vraag")
    (came, went) = roster.shift_history(linde.coordinator, evening.id)
    assert (came.who, went.who, went.reason) == ("Bart Cuypers", "Bart Cuypers", "Te weinig vraag")
    assert shift_on(linde, TUESDAY, 3).closed_because == "Te weinig vraag"


def test_a_shift_nobody_was_ever_on_vanishes_and_a_published_one_stays_as_closed(
    linde: Village,
) -> None:
    roster.publish(linde.coordinator, WEEK)
    change(linde, MORNING, TUESDAYS)
    assert shift_on(linde, TUESDAY, 3).closed_because == "Niet meer in de openingstijden"
    assert [one.on for one in shifts(linde) if one.daypart_id == 3] == [TUESDAY]


def test_applying_a_template_twice_changes_nothing_more(linde: Village) -> None:
    roster.publish(linde.coordinator, WEEK)
    lines = [replace(TUESDAYS, start=time(10)), replace(MORNING, weekday=4)]
    change(linde, *lines)
    once = shifts(linde)
    assert not roster.preview_template(linde.coordinator, lines, TODAY)
    change(linde, *lines)
    assert shifts(linde) == once


def test_shifts_that_are_made_stay_when_that_is_chosen(linde: Village) -> None:
    before = shifts(linde)
    change(linde, EVENING, first=None)
    assert shifts(linde) == before
    roster.make_week(linde.coordinator, WEEK.next().next())
    assert len(shifts(linde)) == len(before) + 1


def test_a_change_counts_from_a_day_on(linde: Village) -> None:
    change(linde, MORNING, replace(TUESDAYS, needed=1), EVENING, first=WEEK.next().monday)
    assert (shift_on(linde, TUESDAY).needed, shift_on(linde, date(2026, 12, 1)).needed) == (2, 1)


def test_a_new_shift_has_its_standing_occupant(linde: Village) -> None:
    friday = replace(MORNING, weekday=5)
    anna = linde.volunteer("Anna Bakker", availability={(5, 1): AvailabilityLevel.CAN})
    place = StandingAssignment(volunteer_id=anna, weekday=5, daypart_id=1, first=TODAY)
    change(linde, *TEMPLATE, friday, first=None)
    roster.hold_place(linde.coordinator, place)
    preview = roster.preview_template(linde.coordinator, [*TEMPLATE, friday], TODAY)
    assert added_words(preview.added[0]).endswith("met Anna Bakker")
    change(linde, *TEMPLATE, friday)
    cells = roster.week(linde.coordinator, WEEK).cells
    assert [one.full_name for cell in cells for one in cell.people] == ["Anna Bakker"]


def test_other_hours_of_a_published_shift_are_a_change_on_the_wall(linde: Village) -> None:
    tuesday = shift_on(linde, TUESDAY)
    anna = put(linde, tuesday, "Anna Bakker")
    roster.publish(linde.coordinator, WEEK)
    (was,) = volunteer_calendars(linde.coordinator, TUESDAY, TUESDAY, str(anna))[0].events
    linde.clock.moment += timedelta(minutes=5)
    change(linde, MORNING, replace(TUESDAYS, end=time(13)), EVENING)
    view = roster.week(linde.coordinator, WEEK)
    cell = view.cell(tuesday.id)
    assert cell is not None
    assert cell.since_publication is not None
    assert changed_words(cell.since_publication) == "de dienst is op andere tijden"
    assert view.changes == 1
    (now,) = volunteer_calendars(linde.coordinator, TUESDAY, TUESDAY, str(anna))[0].events
    assert (now.uid, now.ends_at.hour) == (was.uid, 13)
    assert now.sequence > was.sequence


def test_a_step_is_not_undone_into_hours_that_no_longer_are(linde: Village) -> None:
    tuesday = shift_on(linde, TUESDAY)
    put(linde, tuesday, "Anna Bakker")
    bart = linde.volunteer("Bart Cuypers", availability={(2, 1): AvailabilityLevel.CAN})
    with linde.coordinator.store.reading() as uow:
        (given,) = uow.roster.assignments([tuesday.id])
    both = Agreements(TODAY, TODAY)
    draft = SwapDraft(assignment_id=given.id, taker_id=bart, agreements=both, cut=Cut(time(11)))
    roster.swap(linde.coordinator, draft)
    with linde.coordinator.store.reading() as uow:
        part = uow.roster.assignments([tuesday.id])[-1]
    step = roster.take_off(linde.coordinator, part.id).step
    with linde.coordinator.store.reading() as uow:
        rest = frozenset(one.id for one in uow.roster.assignments([tuesday.id]))
    change(linde, MORNING, replace(TUESDAYS, end=time(11)), EVENING, seen=rest, reason="Korter")
    with pytest.raises(ChangedSince):
        roster.undo(linde.coordinator, step)


def test_shifts_are_made_for_a_span_and_twice_adds_nothing(linde: Village) -> None:
    fortnightly = replace(EVENING, rhythm=Rhythm(every_weeks=2, counted_from=TODAY))
    change(linde, MORNING, TUESDAYS, fortnightly, first=None)
    first, last = WEEK.next().next().monday, date(2027, 1, 10)
    made = roster.make_shifts(linde.coordinator, first, last)
    evenings = [one.on for one in made.shifts if one.daypart_id == 3]
    assert [day.isocalendar().week for day in evenings] == [50, 52, 1]
    again = roster.make_shifts(linde.coordinator, first, last)
    assert again.shifts == ()
    roster.remove_shifts(linde.coordinator, made.shifts)
    assert max(one.on for one in shifts(linde)) < first


def test_a_span_makes_nothing_in_the_past_and_leaves_what_is_there(linde: Village) -> None:
    before = shifts(linde)
    made = roster.make_shifts(linde.coordinator, MONDAY - timedelta(days=14), WEEK.next().sunday)
    assert made.shifts == ()
    assert shifts(linde) == before


def test_a_span_in_use_stays(linde: Village) -> None:
    later = WEEK.next().next()
    made = roster.make_shifts(linde.coordinator, later.monday, later.sunday)
    put(linde, made.shifts[0], "Anna Bakker")
    with pytest.raises(WeekInUse):
        roster.remove_shifts(linde.coordinator, made.shifts)


def test_a_span_has_an_end_within_a_year(linde: Village) -> None:
    with pytest.raises(BackwardPeriod):
        roster.make_shifts(linde.coordinator, TUESDAY, MONDAY)
    with pytest.raises(SpanTooLong):
        roster.make_shifts(linde.coordinator, MONDAY, date(2927, 1, 1))


def test_who_may_not_plan_changes_no_template_and_makes_no_shifts(linde: Village) -> None:
    ria = linde.desk_worker()
    for deed in (
        lambda: roster.preview_template(ria, TEMPLATE, TODAY),
        lambda: roster.change_template(ria, TemplateDraft(lines=[], first=None)),
        lambda: roster.make_shifts(ria, MONDAY, TUESDAY),
        lambda: roster.remove_shifts(ria, []),
    ):
        with pytest.raises(NotAllowed):
            deed()
