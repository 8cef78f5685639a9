"""Days on which the village is closed: new weeks, weeks that stand, and what is shown first."""

from datetime import date, datetime, time

import pytest

from dorpssteunpunt.base.clock import ZONE, FixedClock
from dorpssteunpunt.domain.accounts import NotAllowed
from dorpssteunpunt.domain.holidays import (
    ClosedPeriod,
    PublicHoliday,
    SchoolHoliday,
    SchoolRegion,
)
from dorpssteunpunt.domain.months import Month
from dorpssteunpunt.domain.periods import BackwardPeriod
from dorpssteunpunt.domain.privacy import CitizenServiceNumberSeen
from dorpssteunpunt.domain.roster import ReasonMissing
from dorpssteunpunt.domain.standing import StandingAssignment
from dorpssteunpunt.domain.support_point import NameNeeded
from dorpssteunpunt.domain.template import OpeningSlot
from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.services import roster
from dorpssteunpunt.services.overviews.day_sheet import day_sheet
from dorpssteunpunt.services.overviews.roster import roster_overview
from dorpssteunpunt.services.overviews.roster_month import month_overview
from dorpssteunpunt.services.roster import ShiftCell, ShiftsTouched
from dorpssteunpunt.services.today import SpecialDays, today_view
from tests.village import TODAY, Village

CHRISTMAS = Week(2026, 52)  # Christmas Day is a Friday
TURN_OF_YEAR = Week(2026, 53)
FRIDAY = date(2026, 12, 25)


def _of_day(village: Village, day: date) -> list[ShiftCell]:
    cells = roster.week(village.coordinator, Week.of(day)).cells
    return [cell for cell in cells if cell.on == day]


def _reasons(village: Village, week: Week) -> dict[date, set[str]]:
    reasons: dict[date, set[str]] = {}
    for cell in roster.week(village.coordinator, week).cells:
        reasons.setdefault(cell.on, set()).add(cell.closed_because)
    return reasons


def test_a_new_week_is_closed_on_its_public_holidays(village: Village) -> None:
    roster.make_week(village.coordinator, CHRISTMAS)
    reasons = _reasons(village, CHRISTMAS)
    assert reasons.pop(FRIDAY) == {"Eerste kerstdag"}
    assert reasons.pop(date(2026, 12, 26)) == {"Tweede kerstdag"}
    assert set().union(*reasons.values()) == {""}
    view = roster.week(village.coordinator, CHRISTMAS)
    assert view.gaps == sum(not cell.closed_because for cell in view.cells)


def test_the_last_week_of_a_long_year_is_closed_on_the_first_day_of_the_next(
    village: Village,
) -> None:
    roster.make_week(village.coordinator, TURN_OF_YEAR)
    assert _reasons(village, TURN_OF_YEAR)[date(2027, 1, 1)] == {"Nieuwjaarsdag"}
    assert _reasons(village, TURN_OF_YEAR)[date(2026, 12, 31)] == {""}


def test_koningsdag_that_moves_closes_the_saturday_before(village: Village) -> None:
    desk, saturday = village.coordinator, date(2031, 4, 26)  # the 27th is a Sunday
    slots = [
        OpeningSlot(weekday=weekday, daypart_id=1, start=time(9), end=time(12))
        for weekday in (5, 6, 7)
    ]
    roster.change_template(desk, roster.TemplateDraft(lines=slots, first=None))
    roster.make_week(desk, Week.of(saturday))
    reasons = _reasons(village, Week.of(saturday))
    assert reasons == {
        date(2031, 4, 25): {""},
        saturday: {"Koningsdag"},
        date(2031, 4, 27): {""},
    }


def test_the_week_of_the_clock_change_closes_on_easter(village: Village) -> None:
    easter = Week.of(date(2027, 3, 28))  # the clock goes forward on this Easter Sunday
    roster.make_week(village.coordinator, easter)
    roster.make_week(village.coordinator, easter.next())
    assert _reasons(village, easter)[date(2027, 3, 26)] == {""}  # Good Friday is worked
    assert _reasons(village, easter.next())[date(2027, 3, 29)] == {"Tweede paasdag"}


def test_who_holds_a_place_is_not_put_on_a_closed_day(village: Village) -> None:
    desk, els = village.coordinator, village.volunteer("Els Smeets")
    for weekday in (4, 5):
        roster.hold_place(
            desk,
            StandingAssignment(volunteer_id=els, weekday=weekday, daypart_id=1, first=TODAY),
        )
    made = roster.make_week(desk, CHRISTMAS)
    cells = roster.week(desk, CHRISTMAS).cells
    assert [cell.on.isoweekday() for cell in cells if cell.people] == [4]
    assert made.left_out == ()


def test_a_choice_shows_first_which_coming_shifts_it_touches(village: Village) -> None:
    desk, els = village.coordinator, village.volunteer("Els Smeets")
    good_friday = date(2027, 3, 26)
    roster.make_week(desk, Week.of(good_friday))
    morning, *others = _of_day(village, good_friday)
    roster.assign(desk, morning.shift_id, els)
    with pytest.raises(ShiftsTouched) as refused:
        roster.choose_holiday(desk, PublicHoliday.GOOD_FRIDAY, is_open=False)
    touched = refused.value.touched
    assert [one.switch.shift.id for one in touched] == [
        cell.shift_id for cell in (morning, *others)
    ]
    assert touched[0].people == ("Els Smeets",)
    assert [cell.closed_because for cell in _of_day(village, good_friday)] == [""] * len(touched)
    roster.choose_holiday(
        desk,
        PublicHoliday.GOOD_FRIDAY,
        is_open=False,
        agreed=[one.switch.shift.id for one in touched],
    )
    closed = _of_day(village, good_friday)
    assert {(cell.closed_because, cell.people) for cell in closed} == {("Goede Vrijdag", ())}
    line = next(
        one
        for one in roster.closed_days_of(desk, 2027).holidays
        if one.holiday is PublicHoliday.GOOD_FRIDAY
    )
    assert not line.is_open
    history = roster.shift_history(desk, morning.shift_id)
    assert "Goede Vrijdag" in {each.reason for each in history}


def test_agreeing_to_some_shifts_is_not_agreeing_to_all(village: Village) -> None:
    desk = village.coordinator
    roster.make_week(desk, Week.of(date(2027, 3, 26)))
    one = _of_day(village, date(2027, 3, 26))[0].shift_id
    with pytest.raises(ShiftsTouched):
        roster.choose_holiday(desk, PublicHoliday.GOOD_FRIDAY, is_open=False, agreed=[one])
    assert roster.closed_days_of(desk, 2027).holidays[1].is_open


def test_opening_on_a_holiday_opens_its_shifts_but_not_what_was_closed_by_hand(
    village: Village,
) -> None:
    desk = village.coordinator
    roster.make_week(desk, CHRISTMAS)
    first, *others = _of_day(village, FRIDAY)
    roster.reopen_shifts(desk, [first.shift_id])
    roster.close_shift(desk, first.shift_id, "Lekkage")
    with pytest.raises(ShiftsTouched) as refused:
        roster.choose_holiday(desk, PublicHoliday.CHRISTMAS_DAY, is_open=True)
    touched = [one.switch.shift.id for one in refused.value.touched]
    assert touched == [cell.shift_id for cell in others]
    assert all(one.switch.opens for one in refused.value.touched)
    roster.choose_holiday(desk, PublicHoliday.CHRISTMAS_DAY, is_open=True, agreed=touched)
    assert [cell.closed_because for cell in _of_day(village, FRIDAY)] == [
        "Lekkage",
        *[""] * len(others),
    ]


def test_the_past_never_changes(village: Village) -> None:
    desk, clock = village.coordinator, village.clock
    roster.make_week(desk, CHRISTMAS)
    clock.moment = datetime(2026, 12, 25, 10, 0, tzinfo=ZONE)  # the morning is going on
    morning, *others = _of_day(village, FRIDAY)
    with pytest.raises(ShiftsTouched) as refused:
        roster.choose_holiday(desk, PublicHoliday.CHRISTMAS_DAY, is_open=True)
    assert [one.switch.shift.id for one in refused.value.touched] == [
        cell.shift_id for cell in others
    ]
    assert isinstance(clock, FixedClock)
    assert morning.closed_because == "Eerste kerstdag"


def test_own_closed_days_close_new_weeks_and_coming_shifts(village: Village) -> None:
    desk = village.coordinator
    period = ClosedPeriod(first=date(2026, 12, 24), last=date(2027, 1, 1), reason="Kerstsluiting")
    roster.save_closed_period(desk, period)
    roster.make_week(desk, CHRISTMAS)
    reasons = _reasons(village, CHRISTMAS)
    assert reasons[date(2026, 12, 23)] == {""}
    assert reasons[date(2026, 12, 24)] == {"Kerstsluiting"}
    assert reasons[FRIDAY] == {"Eerste kerstdag"}
    kept = roster.closed_days_of(desk, 2026).periods[0]
    with pytest.raises(ShiftsTouched) as refused:
        roster.remove_closed_period(desk, kept.id)
    agreed = [one.switch.shift.id for one in refused.value.touched]
    roster.remove_closed_period(desk, kept.id, agreed=agreed)
    assert _reasons(village, CHRISTMAS)[date(2026, 12, 24)] == {""}
    assert _reasons(village, CHRISTMAS)[FRIDAY] == {"Eerste kerstdag"}
    assert roster.closed_days_of(desk, 2026).periods == []


def test_a_closed_period_that_moves_takes_its_shifts_along(village: Village) -> None:
    desk, monday = village.coordinator, date(2026, 12, 7)
    roster.make_week(desk, Week.of(monday))
    period = ClosedPeriod(first=monday, last=monday, reason="Verbouwing")
    agreed = [cell.shift_id for cell in roster.week(desk, Week.of(monday)).cells]
    period_id = roster.save_closed_period(desk, period, agreed=agreed).subject
    assert period_id is not None
    tuesday = date(2026, 12, 8)
    moved = ClosedPeriod(id=period_id, first=tuesday, last=tuesday, reason="Verbouwing")
    roster.save_closed_period(desk, moved, agreed=agreed)
    reasons = _reasons(village, Week.of(monday))
    assert (reasons[monday], reasons[tuesday]) == ({""}, {"Verbouwing"})


def test_a_closed_period_asks_a_reason_that_holds_no_citizen_service_number(
    village: Village,
) -> None:
    desk = village.coordinator
    with pytest.raises(ReasonMissing):
        roster.save_closed_period(desk, ClosedPeriod(first=TODAY, last=TODAY, reason=" "))
    numbered = ClosedPeriod(first=TODAY, last=TODAY, reason="zie 111222333")
    with pytest.raises(CitizenServiceNumberSeen):
        roster.save_closed_period(desk, numbered)
    roster.save_closed_period(desk, numbered, numbers_are_fine=True)
    with pytest.raises(BackwardPeriod):
        ClosedPeriod(first=TODAY, last=date(2026, 1, 1), reason="Andersom")


def test_periods_that_are_over_are_not_listed(village: Village) -> None:
    desk = village.coordinator
    past = date(2026, 8, 1)
    roster.save_closed_period(desk, ClosedPeriod(first=past, last=past, reason="Kermis"))
    assert roster.closed_days_of(desk, 2026).periods == []


def test_days_are_noted_in_the_week_with_what_the_schools_have(village: Village) -> None:
    desk = village.coordinator
    roster.take_over_school_holidays(desk, SchoolRegion.SOUTH)
    roster.choose_holiday(desk, PublicHoliday.CHRISTMAS_DAY, is_open=True)
    roster.make_week(desk, CHRISTMAS)
    notes = roster.week(desk, CHRISTMAS).notes
    assert notes[FRIDAY].special == "Eerste kerstdag"
    assert not notes[FRIDAY].is_closed
    assert notes[FRIDAY].school == "Kerstvakantie (Zuid)"
    assert notes[CHRISTMAS.monday].special == ""
    assert Week.of(TODAY).monday not in roster.week(desk, Week.of(TODAY)).notes


def test_an_open_holiday_in_a_closed_period_is_noted_with_both(village: Village) -> None:
    desk = village.coordinator
    roster.choose_holiday(desk, PublicHoliday.CHRISTMAS_DAY, is_open=True)
    roster.save_closed_period(desk, ClosedPeriod(first=FRIDAY, last=FRIDAY, reason="Verbouwing"))
    note = roster.week(desk, CHRISTMAS).notes[FRIDAY]
    assert (note.special, note.is_closed) == ("Eerste kerstdag · Verbouwing", True)


def test_the_table_of_schools_is_taken_over_changed_and_replaced(village: Village) -> None:
    desk = village.coordinator
    assert roster.school_table(desk).region is None
    roster.take_over_school_holidays(desk, SchoolRegion.SOUTH)
    first = roster.school_table(desk).holidays[0]
    assert (first.name, first.first) == ("Kerstvakantie", date(2026, 12, 19))
    roster.remove_school_holiday(desk, first.id)
    assert roster.school_table(desk).holidays[0].name == "Voorjaarsvakantie"
    with pytest.raises(NameNeeded):
        roster.save_school_holiday(desk, SchoolHoliday(name=" ", first=TODAY, last=TODAY))
    roster.take_over_school_holidays(desk, SchoolRegion.NORTH)
    table = roster.school_table(desk)
    assert table.region is SchoolRegion.NORTH
    assert [one.name for one in table.holidays].count("Kerstvakantie") == 4


def test_only_who_plans_changes_when_the_desk_is_closed(village: Village) -> None:
    ria = village.desk_worker()
    with pytest.raises(NotAllowed):
        roster.choose_holiday(ria, PublicHoliday.KINGS_DAY, is_open=True)
    with pytest.raises(NotAllowed):
        roster.save_closed_period(ria, ClosedPeriod(first=TODAY, last=TODAY, reason="Vrij"))
    with pytest.raises(NotAllowed):
        roster.remove_closed_period(ria, 1)
    with pytest.raises(NotAllowed):
        roster.take_over_school_holidays(ria, SchoolRegion.SOUTH)
    assert roster.closed_days_of(ria, 2026).holidays


def test_the_wall_says_above_a_day_what_it_is_and_not_in_every_cell(village: Village) -> None:
    desk = village.coordinator
    roster.take_over_school_holidays(desk, SchoolRegion.SOUTH)
    roster.make_week(desk, CHRISTMAS)
    paper = roster_overview(desk, CHRISTMAS)
    assert [day.remark for day in paper.days] == [*[""] * 4, "Eerste kerstdag", "Tweede kerstdag"]
    assert {day.school for day in paper.days} == {"Kerstvakantie (Zuid)"}
    assert {part.cells[4].remark for part in paper.parts} == {""}
    roster.close_shift(desk, _of_day(village, CHRISTMAS.monday)[0].shift_id, "Lekkage")
    assert roster_overview(desk, CHRISTMAS).parts[0].cells[0].remark == "Lekkage"


def test_a_month_shows_a_week_that_is_closed_as_a_whole(village: Village) -> None:
    desk, december = village.coordinator, Month(2026, 12)
    period = ClosedPeriod(first=date(2026, 12, 28), last=date(2027, 1, 3), reason="Kerstsluiting")
    roster.save_closed_period(desk, period)
    roster.make_week(desk, TURN_OF_YEAR)
    (week,) = month_overview(desk, december).weeks
    assert [day and day.remark for day in week.days] == ["Kerstsluiting"] * 4
    assert [part.name for part in week.parts] == ["Ochtend", "Middag", "Avond"]
    january = month_overview(desk, december.next()).weeks[0]
    assert [day and day.remark for day in january.days[4:]] == [
        "Nieuwjaarsdag",
        "Kerstsluiting",
    ]


def test_the_day_sheet_and_today_say_what_day_it_is(village: Village) -> None:
    desk = village.coordinator
    roster.save_closed_period(
        desk,
        ClosedPeriod(first=date(2026, 12, 28), last=date(2026, 12, 31), reason="Kerstsluiting"),
    )
    village.clock.moment = datetime(2026, 12, 25, 10, 0, tzinfo=ZONE)
    assert day_sheet(desk, FRIDAY).remark == "Eerste kerstdag"
    view = today_view(desk)
    assert view.note.special == "Eerste kerstdag"
    assert view.special_days == [
        SpecialDays(date(2026, 12, 26), date(2026, 12, 26), "Tweede kerstdag", True),
        SpecialDays(date(2026, 12, 28), date(2026, 12, 31), "Kerstsluiting", True),
        SpecialDays(date(2027, 1, 1), date(2027, 1, 1), "Nieuwjaarsdag", True),
    ]
