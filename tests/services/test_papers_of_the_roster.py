"""What stands on the papers around the roster, and who may have them."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from dorpssteunpunt.base.clock import ZONE
from dorpssteunpunt.domain.accounts import NotAllowed
from dorpssteunpunt.domain.asking import Answer
from dorpssteunpunt.domain.attendance import Presence
from dorpssteunpunt.domain.availability import AvailabilityLevel
from dorpssteunpunt.domain.months import Month
from dorpssteunpunt.domain.names import parse_name
from dorpssteunpunt.domain.people import (
    Person,
    SeveralVolunteers,
    Volunteer,
    VolunteerUnknown,
)
from dorpssteunpunt.domain.periods import BackwardPeriod
from dorpssteunpunt.domain.request_drafts import NewResident, RequestDraft
from dorpssteunpunt.domain.roster import PeriodWithoutShifts, Shift
from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.services import help_requests, roster
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.overviews.attendance import attendance_overview
from dorpssteunpunt.services.overviews.availability import availability_forms
from dorpssteunpunt.services.overviews.day_sheet import day_sheet
from dorpssteunpunt.services.overviews.gaps import gaps_overview
from dorpssteunpunt.services.overviews.papers import AskedDay, Contact, MonthWeek, PersonalOverview
from dorpssteunpunt.services.overviews.personal import personal_overview
from dorpssteunpunt.services.overviews.reminders import reminders_overview
from dorpssteunpunt.services.overviews.roster_month import month_overview
from dorpssteunpunt.services.roster import MarkDraft
from tests.village import TODAY, Village, village

WEEK = Week.of(TODAY)
SUNDAY = WEEK.sunday
TUESDAY = WEEK.days[1]
NOVEMBER = Month.of(TODAY)


@pytest.fixture
def linde(tmp_path: Path) -> Iterator[Village]:
    with village(tmp_path) as found:
        roster.make_week(found.coordinator, WEEK)
        yield found


def reachable(linde: Village, name: str, *, agreed: bool = True) -> int:
    with linde.coordinator.store.writing() as uow:
        who = uow.people.save(Person(name=parse_name(name), phone="+31612345678"))
        uow.people.save_volunteer(Volunteer(person_id=who, roster_phone_agreed=agreed))
    return who


def put(linde: Village, volunteer: int, place: int = 0) -> int:
    """Put somebody on the shift at this place of the week; return the assignment."""
    desk = linde.coordinator
    shift = roster.week(desk, WEEK).cells[place].shift_id
    roster.assign(desk, shift, volunteer)
    cell = roster.week(desk, WEEK).cell(shift)
    assert cell is not None
    return next(one.assignment_id for one in cell.people if one.volunteer_id == volunteer)


def request(linde: Village, what: str, needed_on: date) -> None:
    desk = linde.coordinator
    kind = help_requests.request_kinds_and_boundaries(desk).kinds[0].id
    draft = RequestDraft(
        new_resident=NewResident(name="Thea Coolen"), kind_id=kind, what=what, needed_on=needed_on
    )
    help_requests.record_request(desk, draft)


# ---------------------------------------------------------------- the month


def _days(week: MonthWeek) -> tuple[date | None, ...]:
    return tuple(day.day if day else None for day in week.days)


def test_a_month_has_the_weeks_with_open_days_in_equal_columns(linde: Village) -> None:
    els = linde.volunteer("Els Smeets")
    put(linde, els)
    paper = month_overview(linde.coordinator, NOVEMBER)
    (week,) = paper.weeks
    assert (week.number, week.is_concept) == (48, True)
    assert _days(week) == WEEK.days[:6]
    assert [part.name for part in week.parts] == ["Ochtend", "Middag", "Avond"]
    cell = week.parts[0].cells[0]
    assert cell is not None
    assert [one.name for one in cell.people] == ["Els S."]


def test_days_of_the_next_month_stay_out_of_a_month(linde: Village) -> None:
    roster.make_week(linde.coordinator, WEEK.next())  # 30 November to 6 December
    november = month_overview(linde.coordinator, NOVEMBER).weeks[-1]
    december = month_overview(linde.coordinator, NOVEMBER.next()).weeks[0]
    assert (november.number, december.number) == (49, 49)
    assert _days(november) == (date(2026, 11, 30), *[None] * 5)
    assert _days(december) == (None, *WEEK.next().days[1:6])
    assert [part.cells[1:] for part in november.parts] == [(None,) * 5] * len(november.parts)


def test_a_month_without_shifts_is_not_printed(linde: Village) -> None:
    with pytest.raises(PeriodWithoutShifts):
        month_overview(linde.coordinator, NOVEMBER.next().next())


# ---------------------------------------------------------------- the day


def test_a_day_sheet_has_full_names_and_every_number(linde: Village) -> None:
    put(linde, reachable(linde, "Els Smeets", agreed=False))
    sheet = day_sheet(linde.desk_worker(), TODAY)
    (els,) = sheet.shifts[0].people
    assert (els.name, els.phone) == ("Els Smeets", "06 12345678")
    assert sheet.shifts[0].missing == 1


def test_a_day_sheet_says_who_reported_absent(linde: Village) -> None:
    assignment = put(linde, linde.volunteer("Els Smeets"))
    roster.report_absent(linde.coordinator, assignment, "Griep")
    (absent,) = day_sheet(linde.coordinator, TODAY).shifts[0].absent
    assert (absent.name, absent.reason) == ("Els Smeets", "Griep")


def test_a_day_sheet_has_the_requests_of_that_day_and_today_what_is_late(linde: Village) -> None:
    yesterday, tomorrow = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
    for what, day in (("vandaag", TODAY), ("gisteren", yesterday), ("morgen", tomorrow)):
        request(linde, what, day)
    sheet = day_sheet(linde.coordinator, TODAY)
    assert [row.what for row in sheet.requests] == ["vandaag"]
    assert [row.what for row in sheet.overdue] == ["gisteren"]
    next_day = day_sheet(linde.coordinator, tomorrow)
    assert [row.what for row in next_day.requests] == ["morgen"]
    assert next_day.overdue == ()


def test_a_closed_shift_needs_nobody_and_says_why(linde: Village) -> None:
    shift = roster.week(linde.coordinator, WEEK).cells[0].shift_id
    roster.close_shift(linde.coordinator, shift, "Sinterklaas")
    closed = day_sheet(linde.coordinator, TODAY).shifts[0]
    assert (closed.missing, closed.closed_because) == (0, "Sinterklaas")
    cell = month_overview(linde.coordinator, NOVEMBER).weeks[0].parts[0].cells[0]
    assert cell is not None
    assert (cell.hours, cell.remark) == (None, "Sinterklaas")
    (form,) = availability_forms(linde.coordinator, NOVEMBER, blank=True).forms
    (monday,) = [asked for asked in form.days if asked.day == TODAY]
    assert monday.parts[0] is None


# ---------------------------------------------------------------- own shifts


def own(linde: Village, who: str = "") -> PersonalOverview:
    return personal_overview(linde.coordinator, TODAY, SUNDAY, who)


def test_own_shifts_tell_which_coming_one_somebody_was_taken_off_and_why(linde: Village) -> None:
    els = linde.volunteer("Els Smeets")
    put(linde, els, place=2)
    roster.publish(linde.coordinator, WEEK)
    wednesday = roster.week(linde.coordinator, WEEK).cells[2]
    roster.close_shift(linde.coordinator, wednesday.shift_id, "Verwarming stuk")
    (mine,) = own(linde, "Els Smeets").rosters
    assert mine.shifts == ()
    assert [(one.day, one.reason) for one in mine.lost] == [(wednesday.on, "Verwarming stuk")]
    linde.clock.moment += timedelta(days=7)
    assert own(linde, "Els Smeets").rosters[0].lost == ()


def test_own_shifts_say_with_whom_and_that_a_concept_is_not_certain(linde: Village) -> None:
    els, ria = linde.volunteer("Els Smeets"), linde.volunteer("Ria van den Berg")
    for volunteer in (els, ria):
        put(linde, volunteer)
    (mine,) = own(linde, "Els Smeets").rosters
    (shift,) = mine.shifts
    assert [one.name for one in shift.together_with] == ["Ria v.d. B."]
    assert shift.is_concept
    roster.publish(linde.coordinator, WEEK)
    assert not own(linde, "Els Smeets").rosters[0].shifts[0].is_concept


def test_somebody_is_named_in_part_or_by_number(linde: Village) -> None:
    els = linde.volunteer("Els Smeets")
    linde.volunteer("Ria van den Berg")
    for typed in ("els smeets", "Els", "smee", str(els)):
        assert [one.name for one in own(linde, typed).rosters] == ["Els Smeets"]


def test_a_whole_name_wins_from_one_that_is_begun(linde: Village) -> None:
    linde.volunteer("Els Smeets")
    linde.volunteer("Els Smeetsen")
    assert [one.name for one in own(linde, "Els Smeets").rosters] == ["Els Smeets"]
    with pytest.raises(SeveralVolunteers) as refused:
        own(linde, "Els")
    assert [name for _number, name in refused.value.found] == ["Els Smeets", "Els Smeetsen"]


@pytest.mark.parametrize("typed", ["Nobody", "999999", "-", "٣"])
def test_nobody_of_that_name_is_said(linde: Village, typed: str) -> None:
    with pytest.raises(VolunteerUnknown):
        own(linde, typed)


def test_without_a_name_everybody_who_is_active_then_gets_a_page(linde: Village) -> None:
    linde.volunteer("Els Smeets")
    linde.volunteer("Piet Jansen", until=TODAY)
    linde.volunteer("Zoë Kuipers", since=SUNDAY + timedelta(days=1))
    names = [one.name for one in own(linde).rosters]
    assert "Els Smeets" in names
    assert not {"Piet Jansen", "Zoë Kuipers"} & set(names)


def test_own_shifts_last_as_long_as_they_really_do(linde: Village) -> None:
    els = linde.volunteer("Els Smeets")
    night = date(2026, 10, 25)  # the clock goes back at three
    desk = linde.coordinator
    with desk.store.writing() as uow:
        (part, *_others) = uow.support_point.dayparts()
        uow.roster.add_shifts(
            [Shift(on=night, daypart_id=part.id, start=time(1), end=time(5), needed=1)]
        )
        shift = uow.roster.shifts(night, night)[0].id
    roster.assign(desk, shift, els)
    (mine,) = personal_overview(desk, night, night, "Els").rosters
    assert mine.shifts[0].length == timedelta(hours=5)


# ---------------------------------------------------------------- gaps


def test_gaps_are_those_that_are_not_over_with_the_best_choices_first(linde: Village) -> None:
    linde.clock.moment = datetime(2026, 11, 24, 8, 0, tzinfo=ZONE)
    linde.volunteer("Els Smeets")
    reachable(linde, "Piet Jansen")
    reachable(linde, "Ria van den Berg", agreed=False)
    paper = gaps_overview(linde.coordinator, TODAY, SUNDAY)
    assert min(gap.day for gap in paper.gaps) == date(2026, 11, 24)
    phones = {one.name: one.phone for one in paper.gaps[0].ask}
    assert phones["Piet Jansen"] == "06 12345678"
    assert phones["Ria van den Berg"] == phones["Els Smeets"] == ""
    assert all(gap.missing > 0 for gap in paper.gaps)


def test_a_gap_gives_reasons_and_counts_who_is_not_named(linde: Village) -> None:
    for number in range(7):
        linde.volunteer(f"Els Smeets{'abcdefg'[number]}")
    (gap, *_others) = gaps_overview(linde.coordinator, TODAY, SUNDAY).gaps
    assert len(gap.ask) == 5
    assert gap.others >= 2
    assert "nog geen dienst deze week" in gap.ask[0].reasons_for
    assert any("nog niet gevraagd" in words for words in gap.ask[0].reasons_against)


def test_a_gap_tells_who_was_asked_and_asks_nobody_again_who_said_no(linde: Village) -> None:
    desk = linde.coordinator
    els, piet, ria = map(linde.volunteer, ("Els Smeets", "Piet Jansen", "Ria Bos"))
    (gap, *_others) = gaps_overview(desk, TUESDAY, TUESDAY).gaps
    shift = next(
        cell.shift_id
        for cell in roster.week(desk, WEEK).cells
        if (cell.on, cell.daypart) == (gap.day, gap.daypart)
    )
    for who, answer in ((els, Answer.NO), (piet, Answer.CALLS_BACK), (ria, Answer.YES)):
        roster.note_asking(desk, shift, who, answer)
        linde.clock.moment += timedelta(minutes=1)
    roster.assign(desk, shift, ria)
    (gap, *_others) = gaps_overview(desk, TUESDAY, TUESDAY).gaps
    assert [(one.name, one.said) for one in gap.asked] == [
        ("Els Smeets", "zegt nee, ma 23 nov 09:30")
    ]
    said = {one.name: one.said for one in gap.ask}
    assert said["Piet Jansen"] == "belt terug, ma 23 nov 09:31"
    assert not {"Els Smeets", "Ria Bos"} & said.keys()
    assert not any("gevraagd ma" in words for one in gap.ask for words in one.reasons_against)


def test_who_reported_absent_is_named_at_the_gap(linde: Village) -> None:
    linde.clock.moment = datetime(2026, 11, 23, 8, 0, tzinfo=ZONE)
    assignment = put(linde, linde.volunteer("Els Smeets"))
    roster.report_absent(linde.coordinator, assignment, "Griep")
    assert gaps_overview(linde.coordinator, TODAY, TODAY).gaps[0].absent == ("Els Smeets",)


# ---------------------------------------------------------------- forms


def test_a_form_asks_the_open_day_parts_of_an_ordinary_week(linde: Village) -> None:
    linde.volunteer("Els Smeets", shifts_per_week=2)
    forms = availability_forms(linde.desk_worker(), None, "Els")
    (form,) = forms.forms
    assert (form.name, form.per_week) == ("Els Smeets", 2)
    assert forms.answers == ("liever", "kan", "liever niet", "kan niet")
    assert forms.dayparts == ("Ochtend", "Middag", "Avond")
    assert [asked.day.isoweekday() for asked in form.days] == [1, 2, 3, 4, 5, 6]
    monday = form.days[0]
    assert [part is None for part in monday.parts] == [False, False, True]
    assert [part.answer for part in monday.parts if part] == [None, None]


def test_a_form_of_a_month_asks_each_open_day(linde: Village) -> None:
    forms = availability_forms(linde.coordinator, NOVEMBER.next(), blank=True)
    (form,) = forms.forms
    assert form.name == ""
    assert forms.month == date(2026, 12, 1)
    assert [asked.day for asked in form.days] == [
        day for day in NOVEMBER.next().days if day.isoweekday() < 7
    ]


def test_a_form_ticks_what_is_known_of_a_pattern_of_two_weeks_and_of_a_date(
    linde: Village,
) -> None:
    with linde.coordinator.store.reading() as uow:
        (part, *_others) = uow.support_point.dayparts()
    linde.volunteer(
        "Els Smeets",
        cycle_weeks=2,
        cycle_from=TODAY,
        availability={(1, part.id): AvailabilityLevel.PREFER, (8, part.id): AvailabilityLevel.CAN},
    )
    week_a, week_b = availability_forms(linde.coordinator, None, "Els").forms
    assert (week_a.week, week_b.week) == ("A", "B")
    assert [_answer(form.days[0]) for form in (week_a, week_b)] == [0, 1]
    (month,) = availability_forms(linde.coordinator, NOVEMBER, "Els").forms
    answers = {asked.day: _answer(asked) for asked in month.days}
    assert (answers[TODAY], answers[TODAY + timedelta(weeks=1)]) == (0, 1)


def _answer(asked: AskedDay) -> int | None:
    assert asked.parts[0] is not None
    return asked.parts[0].answer


def test_there_is_a_form_for_each_volunteer(linde: Village) -> None:
    linde.volunteer("Els Smeets")
    linde.volunteer("Ria van den Berg")
    names = [form.name for form in availability_forms(linde.coordinator).forms]
    assert {"Els Smeets", "Ria van den Berg"} <= set(names)
    assert names.index("Ria van den Berg") < names.index("Els Smeets")  # Berg before Smeets


# ---------------------------------------------------------------- hours


def test_hours_count_once_it_is_noted_who_was_there(linde: Village) -> None:
    els, ria = linde.volunteer("Els Smeets"), linde.volunteer("Ria van den Berg")
    put(linde, els)
    put(linde, els, place=2)  # Wednesday: not over yet
    roster.report_absent(linde.coordinator, put(linde, ria), "Griep")
    linde.clock.moment = datetime(2026, 11, 23, 18, 0, tzinfo=ZONE)
    length = timedelta(hours=3, minutes=30)
    berg, smeets = attendance_overview(linde.coordinator, TODAY, SUNDAY).volunteers
    assert (len(smeets.done), smeets.total, smeets.not_noted) == (1, timedelta(), length)
    assert (berg.done, [one.reason for one in berg.missed]) == ((), ["Griep"])
    monday = roster.week(linde.coordinator, Week.of(TODAY)).rows[0].cells[0]
    assert monday is not None
    roster.note_everybody_present(linde.coordinator, monday.shift_id)
    _berg, smeets = attendance_overview(linde.coordinator, TODAY, SUNDAY).volunteers
    assert (smeets.total, smeets.not_noted) == (length, timedelta())


def test_who_was_late_or_did_not_come_counts_for_less_or_for_nothing(linde: Village) -> None:
    els, ria = linde.volunteer("Els Smeets"), linde.volunteer("Ria van den Berg")
    for who in (els, ria):
        put(linde, who)
    monday = roster.week(linde.coordinator, Week.of(TODAY)).rows[0].cells[0]
    assert monday is not None
    late = MarkDraft(volunteer_id=els, presence=Presence.LATE, minutes_late=30, note="Bus")
    missed = MarkDraft(volunteer_id=ria, presence=Presence.MISSED, note="Vergeten")
    roster.note_attendance(linde.coordinator, monday.shift_id, [late, missed])
    linde.clock.moment = datetime(2026, 11, 23, 18, 0, tzinfo=ZONE)
    berg, smeets = attendance_overview(linde.coordinator, TODAY, SUNDAY).volunteers
    assert smeets.total == timedelta(hours=3)
    assert smeets.done[0].said == "30 minuten te laat: Bus"
    assert berg.done == ()
    assert [(one.reason, one.is_excused) for one in berg.missed] == [("Vergeten", False)]


def test_who_was_merely_taken_off_missed_nothing(linde: Village) -> None:
    roster.take_off(linde.coordinator, put(linde, linde.volunteer("Els Smeets")))
    linde.clock.moment += timedelta(days=1)
    assert attendance_overview(linde.coordinator, TODAY, SUNDAY).volunteers == ()


def test_hours_and_reasons_are_for_who_plans(linde: Village) -> None:
    with pytest.raises(NotAllowed):
        attendance_overview(linde.desk_worker(), TODAY, SUNDAY)


@pytest.mark.parametrize(
    "paper", [attendance_overview, gaps_overview, personal_overview, reminders_overview]
)
def test_a_backward_period_is_refused(
    linde: Village, paper: Callable[[Desk, date, date], object]
) -> None:
    with pytest.raises(BackwardPeriod):
        paper(linde.coordinator, SUNDAY, TODAY)


def test_the_coordinator_is_whom_to_tell_on_each_paper_to_take_home(linde: Village) -> None:
    assert own(linde).when_absent == Contact("Mieke C.")
    assert month_overview(linde.coordinator, NOVEMBER).when_absent == Contact("Mieke C.")
