"""Planning a week on a real store: shifts, choices, publishing, changes and undoing them."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from dorpssteunpunt.base.clock import ZONE
from dorpssteunpunt.domain.accounts import NotAllowed
from dorpssteunpunt.domain.availability import AvailabilityLevel
from dorpssteunpunt.domain.privacy import CitizenServiceNumberSeen
from dorpssteunpunt.domain.roster import (
    ChangedSince,
    NotOnShift,
    ReasonMissing,
    WeekHasShifts,
    WeekInUse,
    WeekTemplateEmpty,
    WeekWithoutShifts,
)
from dorpssteunpunt.domain.suitability import Fit, Objection, VolunteerUnavailable
from dorpssteunpunt.domain.template import OpeningSlot
from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.services import roster
from dorpssteunpunt.services.changes import Room
from dorpssteunpunt.services.ports import NotFound
from dorpssteunpunt.services.roster import Rearranged, ShiftCell, WeekView
from dorpssteunpunt.services.words import in_words
from dorpssteunpunt.services.words.roster import spoken_shift, week_needs
from dorpssteunpunt.services.words.roster_candidates import candidate_words
from tests.village import Village, village

WEEK = Week(2026, 48)
MONDAY, TUESDAY, THURSDAY = date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 26)
MORNING, AFTERNOON, EVENING = 1, 2, 3


@pytest.fixture
def linde(tmp_path: Path) -> Iterator[Village]:
    with village(tmp_path) as found:
        roster.make_week(found.coordinator, WEEK)
        yield found


def seen(linde: Village) -> WeekView:
    return roster.week(linde.coordinator, WEEK)


def cell(linde: Village, on: date, daypart: int = MORNING) -> ShiftCell:
    view = seen(linde)
    row = next(row for row in view.rows if row.daypart_id == daypart)
    found = row.cells[view.days.index(on)]
    assert found
    return found


def names(linde: Village, on: date, daypart: int = MORNING) -> list[str]:
    return [one.full_name for one in cell(linde, on, daypart).people]


def put(linde: Village, name: str, on: date = MONDAY, daypart: int = MORNING) -> Rearranged:
    volunteer = linde.volunteer(name)
    return roster.assign(linde.coordinator, cell(linde, on, daypart).shift_id, volunteer)


def assignment(linde: Village, on: date = MONDAY, daypart: int = MORNING, place: int = 0) -> int:
    return cell(linde, on, daypart).people[place].assignment_id


def set_template(linde: Village, *slots: OpeningSlot) -> None:
    with linde.coordinator.store.writing() as uow:
        uow.support_point.replace_week_template(slots)


# --- the week ----------------------------------------------------------------------------------


def test_a_week_has_the_shifts_of_the_template_up_to_the_last_open_day(linde: Village) -> None:
    view = seen(linde)
    assert [row.name for row in view.rows] == ["Ochtend", "Middag", "Avond"]
    assert view.days[0] == MONDAY
    assert view.days[-1] == date(2026, 11, 28)
    assert [cell is not None for cell in view.rows[2].cells] == [False, True, False, True] + [
        False
    ] * 2
    assert view.gaps == 13
    assert view.published_at is None


def test_the_shifts_of_a_week_are_made_once(linde: Village) -> None:
    with pytest.raises(WeekHasShifts):
        roster.make_week(linde.coordinator, WEEK)
    assert len(seen(linde).cells) == 13


def test_a_week_without_shifts_has_no_rows_and_cannot_be_published(linde: Village) -> None:
    assert roster.week(linde.coordinator, WEEK.next()).rows == ()
    with pytest.raises(WeekWithoutShifts) as refused:
        roster.publish(linde.coordinator, WEEK.next())
    assert "Week 49" in in_words(refused.value)


def test_a_desk_that_is_never_open_has_no_shifts_to_make(linde: Village) -> None:
    set_template(linde)
    with pytest.raises(WeekTemplateEmpty):
        roster.make_week(linde.coordinator, WEEK.next())


def test_shifts_that_were_made_by_mistake_go_away_while_nobody_was_on_them(
    linde: Village,
) -> None:
    roster.remove_week(linde.coordinator, WEEK)
    assert seen(linde).rows == ()
    roster.make_week(linde.coordinator, WEEK)
    put(linde, "Els Smeets")
    roster.take_off(linde.coordinator, assignment(linde))
    with pytest.raises(WeekInUse):
        roster.remove_week(linde.coordinator, WEEK)
    assert len(seen(linde).cells) == 13


def test_the_week_of_a_shift_is_found_over_new_year(linde: Village) -> None:
    roster.make_week(linde.coordinator, Week(2026, 53))
    friday = roster.week(linde.coordinator, Week(2026, 53)).rows[0].cells[4]
    assert friday
    assert friday.on == date(2027, 1, 1)
    assert roster.week_of(linde.coordinator, friday.shift_id) == Week(2026, 53)


def test_an_open_sunday_is_shown_and_odd_hours_stay_with_their_day(linde: Village) -> None:
    usual = [
        OpeningSlot(weekday=day, daypart_id=MORNING, start=time(9), end=time(12)) for day in (1, 2)
    ]
    odd = OpeningSlot(weekday=7, daypart_id=MORNING, start=time(10), end=time(11), needed=1)
    set_template(linde, *usual, odd)
    roster.make_week(linde.coordinator, WEEK.next())
    view = roster.week(linde.coordinator, WEEK.next())
    assert len(view.days) == 7
    assert view.rows[0].hours == (time(9), time(12))
    sunday = view.rows[0].cells[6]
    assert sunday
    assert (sunday.start, sunday.end, sunday.needed) == (time(10), time(11), 1)


@pytest.mark.parametrize(
    "week",
    [Week(2026, 53), Week(2027, 1), Week(2026, 43), Week(2027, 12)],
    ids=["week 53", "first week of the year", "clock back", "clock forward"],
)
def test_odd_weeks_are_planned_and_published_like_any_other(linde: Village, week: Week) -> None:
    roster.make_week(linde.coordinator, week)
    roster.publish(linde.coordinator, week)
    view = roster.week(linde.coordinator, week)
    assert view.days == week.days[:6]
    assert view.published_at
    assert roster.week(linde.coordinator, week.next()).published_at is None
    assert roster.week(linde.coordinator, week.previous()).published_at is None


# --- choosing ----------------------------------------------------------------------------------


def test_names_on_the_wall_are_short_and_tell_two_people_called_els_apart(linde: Village) -> None:
    put(linde, "Els Smeets")
    put(linde, "Els Schouten")
    assert [one.name for one in cell(linde, MONDAY).people] == ["Els Sm.", "Els Sc."]


def test_a_village_may_want_full_names_on_the_wall(linde: Village) -> None:
    put(linde, "Els Smeets")
    with linde.coordinator.store.writing() as uow:
        here = uow.support_point.support_point()
        uow.support_point.save(replace(here, full_names_on_roster=True))
    assert [one.name for one in cell(linde, MONDAY).people] == ["Els Smeets"]


def test_nobody_is_on_one_shift_twice_or_on_two_at_once(linde: Village) -> None:
    put(linde, "Els Smeets")
    els = cell(linde, MONDAY).people[0].volunteer_id
    with pytest.raises(VolunteerUnavailable) as refused:
        roster.assign(linde.coordinator, cell(linde, MONDAY).shift_id, els, override_reason="toch")
    assert Objection.ON_SHIFT in refused.value.objections
    assert "staat al op deze dienst" in in_words(refused.value)


def test_a_reason_overrides_what_somebody_said_and_is_kept(linde: Village) -> None:
    cannot = {(1, MORNING): AvailabilityLevel.CANNOT}
    els = linde.volunteer("Els Smeets", availability=cannot)
    shift = cell(linde, MONDAY).shift_id
    with pytest.raises(VolunteerUnavailable) as refused:
        roster.assign(linde.coordinator, shift, els)
    assert refused.value.field == "reason"
    assert not refused.value.is_final
    roster.assign(linde.coordinator, shift, els, override_reason=" kan deze keer wel ")
    assert cell(linde, MONDAY).people[0].override_reason == "kan deze keer wel"


def test_a_reason_does_not_hold_a_citizen_service_number(linde: Village) -> None:
    els = linde.volunteer("Els Smeets")
    with pytest.raises(CitizenServiceNumberSeen):
        roster.assign(
            linde.coordinator, cell(linde, MONDAY).shift_id, els, override_reason="111222333"
        )


def test_more_people_than_needed_is_allowed_and_seen(linde: Village) -> None:
    for name in ("Els Smeets", "Piet Jansen", "Zoë Kuipers"):
        put(linde, name)
    assert cell(linde, MONDAY).surplus == 1
    assert cell(linde, MONDAY).missing == 0


def test_candidates_are_judged_in_words_with_the_best_choice_first(linde: Village) -> None:
    for name, level, most in (
        ("Anna Bakker", AvailabilityLevel.CANNOT, None),
        ("Bram Cuypers", AvailabilityLevel.CAN, 2),
        ("Cor Dekkers", AvailabilityLevel.PREFER, None),
        ("Dina Evers", AvailabilityLevel.RATHER_NOT, None),
    ):
        linde.volunteer(name, availability={(2, MORNING): level}, shifts_per_week=most)
    bram = roster.candidates(linde.coordinator, cell(linde, MONDAY).shift_id)
    who = next(one.volunteer_id for one in bram if one.name == "Bram Cuypers")
    roster.assign(linde.coordinator, cell(linde, MONDAY).shift_id, who)

    found = roster.candidates(linde.coordinator, cell(linde, TUESDAY).shift_id)
    assert {one.name: (one.suitability.fit, candidate_words(one)) for one in found} == {
        "Cor Dekkers": (Fit.GOOD, "komt dan graag · nog geen dienst deze week"),
        "Bram Cuypers": (Fit.GOOD, "kan dan · 1 van 2 diensten deze week"),
        "Dina Evers": (Fit.JUST, "komt dan liever niet · nog geen dienst deze week"),
        "Mieke Claessens": (
            Fit.JUST,
            "nog niet gevraagd of dit dagdeel uitkomt · nog geen dienst deze week",
        ),
        "Anna Bakker": (Fit.POOR, "kan dan niet · nog geen dienst deze week"),
    }
    assert (found[0].name, found[-1].name) == ("Cor Dekkers", "Anna Bakker")


def test_of_equally_good_candidates_the_least_busy_comes_first(linde: Village) -> None:
    pattern = {(2, MORNING): AvailabilityLevel.CAN}
    busy = linde.volunteer("Anna Bakker", availability=pattern)
    linde.volunteer("Bram Cuypers", availability=pattern)
    roster.assign(linde.coordinator, cell(linde, MONDAY).shift_id, busy)
    found = roster.candidates(linde.coordinator, cell(linde, TUESDAY).shift_id)
    assert [one.name for one in found][:2] == ["Bram Cuypers", "Anna Bakker"]


def test_somebody_who_left_the_support_point_is_no_candidate(linde: Village) -> None:
    linde.volunteer("Anna Bakker", until=MONDAY)
    found = roster.candidates(linde.coordinator, cell(linde, MONDAY).shift_id)
    assert [one.name for one in found] == ["Mieke Claessens"]


def test_a_resident_cannot_be_put_on_a_shift(linde: Village) -> None:
    resident = linde.resident("Jan Peeters")
    with pytest.raises(NotFound):
        roster.assign(linde.coordinator, cell(linde, MONDAY).shift_id, resident)


# --- leads, stand-ins, moving and leaving ------------------------------------------------------


def test_a_shift_has_one_lead_and_says_when_it_has_none(linde: Village) -> None:
    put(linde, "Els Smeets")
    put(linde, "Piet Jansen")
    assert cell(linde, MONDAY).lacks_lead
    roster.make_lead(linde.coordinator, assignment(linde, place=1))
    assert names(linde, MONDAY) == ["Piet Jansen", "Els Smeets"]
    roster.make_lead(linde.coordinator, assignment(linde, place=1))
    assert names(linde, MONDAY) == ["Els Smeets", "Piet Jansen"]
    assert [one.is_lead for one in cell(linde, MONDAY).people] == [True, False]
    roster.make_lead(linde.coordinator, assignment(linde), lead=False)
    assert cell(linde, MONDAY).lacks_lead


def test_moving_takes_the_name_along_and_a_lead_stays_one_where_there_is_none(
    linde: Village,
) -> None:
    put(linde, "Els Smeets")
    roster.make_lead(linde.coordinator, assignment(linde))
    roster.move(linde.coordinator, assignment(linde), cell(linde, TUESDAY).shift_id)
    assert names(linde, MONDAY) == []
    assert cell(linde, TUESDAY).people[0].is_lead
    put(linde, "Piet Jansen", TUESDAY, AFTERNOON)
    roster.make_lead(linde.coordinator, assignment(linde, TUESDAY, AFTERNOON))
    roster.move(
        linde.coordinator, assignment(linde, TUESDAY), cell(linde, TUESDAY, AFTERNOON).shift_id
    )
    assert names(linde, TUESDAY, AFTERNOON) == ["Piet Jansen", "Els Smeets"]
    assert [one.is_lead for one in cell(linde, TUESDAY, AFTERNOON).people] == [True, False]


def test_the_shift_that_is_left_does_not_count_against_a_move(linde: Village) -> None:
    els = linde.volunteer("Els Smeets", shifts_per_week=1)
    roster.assign(linde.coordinator, cell(linde, MONDAY).shift_id, els)
    roster.move(linde.coordinator, assignment(linde), cell(linde, TUESDAY).shift_id)
    assert names(linde, TUESDAY) == ["Els Smeets"]


def test_moving_to_the_same_shift_is_refused(linde: Village) -> None:
    put(linde, "Els Smeets")
    with pytest.raises(VolunteerUnavailable):
        roster.move(linde.coordinator, assignment(linde), cell(linde, MONDAY).shift_id)


def test_leaving_a_published_week_needs_a_reason(linde: Village) -> None:
    put(linde, "Els Smeets")
    put(linde, "Piet Jansen")
    roster.take_off(linde.coordinator, assignment(linde))
    roster.publish(linde.coordinator, WEEK)
    with pytest.raises(ReasonMissing):
        roster.take_off(linde.coordinator, assignment(linde), "  ")
    with pytest.raises(ReasonMissing):
        roster.move(linde.coordinator, assignment(linde), cell(linde, TUESDAY).shift_id)
    assert names(linde, MONDAY) == ["Piet Jansen"]
    roster.take_off(linde.coordinator, assignment(linde), "op verzoek")
    assert names(linde, MONDAY) == []


def test_who_has_left_cannot_leave_again(linde: Village) -> None:
    put(linde, "Els Smeets")
    left = assignment(linde)
    roster.take_off(linde.coordinator, left)
    for again in (roster.take_off, roster.make_lead, roster.mark_stand_in):
        with pytest.raises(NotOnShift):
            again(linde.coordinator, left)


def test_absence_always_has_a_reason_and_asks_for_a_stand_in(linde: Village) -> None:
    put(linde, "Els Smeets")
    with pytest.raises(ReasonMissing):
        roster.report_absent(linde.coordinator, assignment(linde), "")
    roster.report_absent(linde.coordinator, assignment(linde), "ziek")
    free = cell(linde, MONDAY)
    assert [(one.name, one.reason) for one in free.absences] == [("Els Smeets", "ziek")]
    assert free.seeks_stand_in


def test_who_comes_after_all_is_no_longer_absent(linde: Village) -> None:
    put(linde, "Els Smeets")
    els = cell(linde, MONDAY).people[0].volunteer_id
    roster.report_absent(linde.coordinator, assignment(linde), "ziek")
    roster.assign(linde.coordinator, cell(linde, MONDAY).shift_id, els)
    assert cell(linde, MONDAY).absences == ()


def test_covering_once_is_marked_and_can_be_unmarked(linde: Village) -> None:
    els = linde.volunteer("Els Smeets")
    roster.assign(linde.coordinator, cell(linde, MONDAY).shift_id, els, stand_in=True)
    assert cell(linde, MONDAY).people[0].is_stand_in
    roster.mark_stand_in(linde.coordinator, assignment(linde), stand_in=False)
    assert not cell(linde, MONDAY).people[0].is_stand_in


# --- rights ------------------------------------------------------------------------------------


def test_a_desk_worker_reports_absence_and_finds_a_stand_in_and_no_more(linde: Village) -> None:
    ria = linde.desk_worker("Ria van den Berg")
    put(linde, "Els Smeets")
    put(linde, "Piet Jansen")
    shift, zoe = cell(linde, MONDAY).shift_id, linde.volunteer("Zoë Kuipers")
    with pytest.raises(NotAllowed):
        roster.assign(ria, shift, zoe, stand_in=True)  # the shift is full
    roster.report_absent(ria, assignment(linde), "ziek")
    with pytest.raises(NotAllowed):
        roster.assign(ria, shift, zoe)
    roster.assign(ria, shift, zoe, stand_in=True)
    assert names(linde, MONDAY) == ["Piet Jansen", "Zoë Kuipers"]
    refused: tuple[Callable[[], object], ...] = (
        lambda: roster.make_week(ria, WEEK.next()),
        lambda: roster.publish(ria, WEEK),
        lambda: roster.remove_week(ria, WEEK),
        lambda: roster.take_off(ria, assignment(linde), "zomaar"),
        lambda: roster.move(ria, assignment(linde), cell(linde, TUESDAY).shift_id),
        lambda: roster.make_lead(ria, assignment(linde)),
        lambda: roster.mark_stand_in(ria, assignment(linde)),
    )
    for forbidden in refused:
        with pytest.raises(NotAllowed):
            forbidden()


def test_a_desk_worker_takes_back_own_steps_only(linde: Village) -> None:
    ria = linde.desk_worker("Ria van den Berg")
    planned = put(linde, "Els Smeets")
    with pytest.raises(NotAllowed):
        roster.undo(ria, planned.step)
    absent = roster.report_absent(ria, assignment(linde), "ziek")
    roster.undo(ria, absent.step)
    assert names(linde, MONDAY) == ["Els Smeets"]


# --- published and changed ---------------------------------------------------------------------


def test_changes_since_publication_are_told_by_name_until_published_again(linde: Village) -> None:
    put(linde, "Els Smeets")
    put(linde, "Piet Jansen")
    roster.publish(linde.coordinator, WEEK)
    assert seen(linde).changes == 0
    linde.clock.moment += timedelta(days=1)
    roster.take_off(linde.coordinator, assignment(linde), "ruilt met Zoë")
    put(linde, "Zoë Kuipers")
    roster.make_lead(linde.coordinator, assignment(linde))
    since = cell(linde, MONDAY).since_publication
    assert since
    assert (since.came, since.left, since.altered) == (("Zoë K.",), ("Els S.",), ("Piet J.",))
    assert since.on == TUESDAY
    assert seen(linde).changes == 1
    roster.publish(linde.coordinator, WEEK)
    assert seen(linde).changes == 0


def test_a_change_that_is_undone_is_no_change(linde: Village) -> None:
    put(linde, "Els Smeets")
    roster.publish(linde.coordinator, WEEK)
    absent = roster.report_absent(linde.coordinator, assignment(linde), "ziek")
    assert seen(linde).changes == 1
    roster.undo(linde.coordinator, absent.step)
    assert seen(linde).changes == 0


# --- undo --------------------------------------------------------------------------------------


def test_every_step_can_be_taken_back_one_after_another_and_forward_again(linde: Village) -> None:
    coordinator, monday = linde.coordinator, cell(linde, MONDAY).shift_id
    els, piet = linde.volunteer("Els Smeets"), linde.volunteer("Piet Jansen")
    states, steps = [seen(linde)], []
    deeds: tuple[Callable[[], roster.Rearranged], ...] = (
        lambda: roster.assign(coordinator, monday, els),
        lambda: roster.assign(coordinator, monday, piet),
        lambda: roster.make_lead(coordinator, assignment(linde)),
        lambda: roster.make_lead(coordinator, assignment(linde, place=1)),
        lambda: roster.mark_stand_in(coordinator, assignment(linde)),
        lambda: roster.move(coordinator, assignment(linde), cell(linde, TUESDAY).shift_id),
        lambda: roster.take_off(coordinator, assignment(linde)),
        lambda: roster.report_absent(coordinator, assignment(linde, TUESDAY), "ziek"),
    )
    for take_step in deeds:
        steps.append(take_step())
        states.append(seen(linde))
    back = []
    for done, state in zip(steps[::-1], states[-2::-1], strict=True):
        back.append(roster.undo(coordinator, done.step))
        assert seen(linde) == state
    for undone, state in zip(back[::-1], states[1:], strict=True):
        roster.undo(coordinator, undone.step)
        assert seen(linde) == state


def test_a_step_is_not_taken_back_over_a_later_change(linde: Village) -> None:
    first = put(linde, "Els Smeets")
    put(linde, "Piet Jansen")
    with pytest.raises(ChangedSince):
        roster.undo(linde.coordinator, first.step)
    assert names(linde, MONDAY) == ["Els Smeets", "Piet Jansen"]


def test_undoing_never_puts_somebody_on_two_shifts_at_once(linde: Village) -> None:
    two_desks = [
        OpeningSlot(weekday=1, daypart_id=part, start=time(9), end=time(12))
        for part in (MORNING, AFTERNOON)
    ]
    set_template(linde, *two_desks)
    later = WEEK.next()
    roster.make_week(linde.coordinator, later)
    here, there = (row.cells[0] for row in roster.week(linde.coordinator, later).rows)
    assert here
    assert there
    els = linde.volunteer("Els Smeets")
    roster.assign(linde.coordinator, here.shift_id, els)
    view = roster.week(linde.coordinator, later)
    off = roster.take_off(linde.coordinator, view.cells[0].people[0].assignment_id)
    roster.assign(linde.coordinator, there.shift_id, els)
    with pytest.raises(VolunteerUnavailable) as refused:
        roster.undo(linde.coordinator, off.step)
    assert refused.value.objections == (Objection.ON_DUTY,)


def test_a_change_says_which_rooms_and_which_shift_it_touched(linde: Village) -> None:
    done = put(linde, "Els Smeets")
    assert done.rooms == {Room.ROSTER, Room.TODAY}
    assert done.subject == cell(linde, MONDAY).shift_id


# --- on duty, gaps and words -------------------------------------------------------------------


def at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZONE)


def test_the_desk_knows_who_is_on_duty_now_and_next(linde: Village) -> None:
    put(linde, "Els Smeets")
    put(linde, "Piet Jansen", MONDAY, AFTERNOON)
    duty = roster.on_duty(linde.coordinator, at(MONDAY, 9, 30))
    assert [one.full_name for shift in duty.now for one in shift.people] == ["Els Smeets"]
    assert [one.full_name for shift in duty.next for one in shift.people] == ["Piet Jansen"]


def test_between_shifts_nobody_is_on_duty_and_at_night_the_next_is_tomorrow(
    linde: Village,
) -> None:
    assert roster.on_duty(linde.coordinator, at(MONDAY, 12, 45)).now == ()
    assert roster.on_duty(linde.coordinator, at(MONDAY, 16, 30)).now == ()
    night = roster.on_duty(linde.coordinator, at(MONDAY, 23))
    assert [shift.on for shift in night.next] == [TUESDAY]


def test_nobody_is_on_duty_in_a_week_that_was_not_made(linde: Village) -> None:
    duty = roster.on_duty(linde.coordinator, at(date(2027, 3, 1), 10))
    assert (duty.now, duty.next) == ((), ())


def test_gaps_are_those_that_can_still_be_filled(linde: Village) -> None:
    put(linde, "Els Smeets")
    put(linde, "Piet Jansen")
    assert len(roster.gaps(linde.coordinator, WEEK)) == 12
    linde.clock.moment = at(THURSDAY, 16)
    left = roster.gaps(linde.coordinator, WEEK)
    assert [(gap.on, gap.daypart) for gap in left] == [
        (THURSDAY, "Middag"),
        (THURSDAY, "Avond"),
        (date(2026, 11, 27), "Ochtend"),
        (date(2026, 11, 27), "Middag"),
        (date(2026, 11, 28), "Ochtend"),
    ]


def test_a_cell_is_spoken_in_full(linde: Village) -> None:
    put(linde, "Els Smeets", TUESDAY, AFTERNOON)
    roster.make_lead(linde.coordinator, assignment(linde, TUESDAY, AFTERNOON))
    spoken = spoken_shift(cell(linde, TUESDAY, AFTERNOON))
    assert spoken == "dinsdag 24 november, middag, Els Smeets aanspreekpunt, 1 van 2"


def test_what_a_week_lacks_fits_in_one_line(linde: Village) -> None:
    put(linde, "Els Smeets")
    assert week_needs(seen(linde)) == "13 diensten nog niet vol · 1 dienst zonder aanspreekpunt"
