"""A support point with two desks: each has shifts of its own; one with a single desk sees none."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path

import pytest

from dorpssteunpunt.domain.accounts import NotAllowed
from dorpssteunpunt.domain.availability import AvailabilityLevel
from dorpssteunpunt.domain.counters import FIRST_COUNTER, Counter, CounterInUse
from dorpssteunpunt.domain.months import Month
from dorpssteunpunt.domain.standing import StandingAssignment
from dorpssteunpunt.domain.suitability import VolunteerUnavailable
from dorpssteunpunt.domain.support_point import NameNeeded
from dorpssteunpunt.domain.template import BadSlot, OpeningSlot
from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.pdf.writer import PdfSheetWriter
from dorpssteunpunt.planning.planner import RosterPlanner
from dorpssteunpunt.services import roster, support_point
from dorpssteunpunt.services.exports.calendars import desk_calendar
from dorpssteunpunt.services.exports.tables import roster_table
from dorpssteunpunt.services.overviews.attendance import attendance_overview
from dorpssteunpunt.services.overviews.availability import availability_forms
from dorpssteunpunt.services.overviews.day_sheet import day_sheet
from dorpssteunpunt.services.overviews.gaps import gaps_overview
from dorpssteunpunt.services.overviews.personal import personal_overview
from dorpssteunpunt.services.overviews.roster import roster_overview
from dorpssteunpunt.services.overviews.roster_month import month_overview
from dorpssteunpunt.services.ports.planner import Watch
from dorpssteunpunt.services.roster import ShiftCell, TemplateDraft
from tests.pdf.reading import text_of
from tests.village import TODAY, Village, village

WEEK = Week.of(TODAY).next()
MONDAY = WEEK.monday
MORNING = OpeningSlot(weekday=1, daypart_id=1, start=time(9), end=time(12))
CAN = {(1, 1): AvailabilityLevel.CAN}


@pytest.fixture
def linde(tmp_path: Path) -> Iterator[Village]:
    """A Monday morning at the desk, and from ten in the living room, both made for a week."""
    with village(tmp_path) as found:
        desk = found.coordinator
        support_point.save_counters(desk, [Counter(position=2, name="Huiskamer")])
        at_home = replace(MORNING, counter_id=other(found), start=time(10), needed=1)
        roster.change_template(desk, TemplateDraft(lines=[MORNING, at_home], first=None))
        roster.make_week(desk, WEEK)
        yield found


def other(linde: Village) -> int:
    return support_point.settings(linde.coordinator).counters[-1].id


def cells(linde: Village) -> dict[str, ShiftCell]:
    return {cell.daypart: cell for cell in roster.week(linde.coordinator, WEEK).cells}


def test_each_desk_has_a_row_and_shifts_of_its_own(linde: Village) -> None:
    view = roster.week(linde.coordinator, WEEK)
    assert [row.name for row in view.rows] == ["Ochtend (Balie)", "Ochtend (Huiskamer)"]
    assert [(cell.start.hour, cell.needed) for cell in view.cells] == [(9, 2), (10, 1)]


def test_nobody_is_at_two_desks_at_once(linde: Village) -> None:
    anna = linde.volunteer("Anna Bakker", availability=CAN)
    desk, home = cells(linde).values()
    roster.assign(linde.coordinator, desk.shift_id, anna)
    with pytest.raises(VolunteerUnavailable):
        roster.assign(linde.coordinator, home.shift_id, anna)


def test_a_proposal_fills_both_desks_with_different_people(linde: Village) -> None:
    for name in ("Anna Bakker", "Bart Cuypers", "Cor Dekkers"):
        linde.volunteer(name, availability=CAN)
    proposal = roster.propose(linde.coordinator, RosterPlanner(), [WEEK], Watch())
    names = [one.name for part in proposal.parts for one in part.came]
    assert sorted(names) == ["Anna Bakker", "Bart Cuypers", "Cor Dekkers"]


def test_a_standing_place_is_at_one_desk(linde: Village) -> None:
    anna = linde.volunteer("Anna Bakker", availability=CAN)
    place = StandingAssignment(
        volunteer_id=anna, weekday=1, daypart_id=1, counter_id=other(linde), first=MONDAY
    )
    roster.hold_place(linde.coordinator, place)
    roster.make_week(linde.coordinator, WEEK.next())
    desk, home = roster.week(linde.coordinator, WEEK.next()).cells
    assert [one.full_name for one in home.people] == ["Anna Bakker"]
    assert desk.people == ()


def test_lines_of_two_desks_may_overlap_and_those_of_one_may_not(linde: Village) -> None:
    later = replace(MORNING, daypart_id=2, start=time(11), end=time(14))
    draft = TemplateDraft(lines=[MORNING, later], first=None)
    with pytest.raises(BadSlot):
        roster.change_template(linde.coordinator, draft)
    elsewhere = replace(later, counter_id=other(linde))
    roster.change_template(linde.coordinator, replace(draft, lines=[MORNING, elsewhere]))


def test_a_desk_that_closes_leaves_the_other_as_it_is(linde: Village) -> None:
    roster.change_template(linde.coordinator, TemplateDraft(lines=[MORNING], first=TODAY))
    assert list(cells(linde)) == ["Ochtend (Balie)"]


def test_every_paper_and_file_says_at_which_desk_a_shift_is(linde: Village) -> None:
    desk = linde.coordinator
    anna = linde.volunteer("Anna Bakker", availability=CAN)
    home = cells(linde)["Ochtend (Huiskamer)"]
    roster.assign(desk, home.shift_id, anna)
    draw = PdfSheetWriter().draw
    for paper in (
        roster_overview(desk, WEEK),
        gaps_overview(desk, MONDAY, MONDAY),
        day_sheet(desk, MONDAY),
        personal_overview(desk, MONDAY, MONDAY, "Anna"),
    ):
        assert "(Huiskamer)" in text_of(draw(paper)) or "(Balie)" in text_of(draw(paper))
    table = roster_table(desk, MONDAY, MONDAY)
    assert [line.daypart for line in table.shifts] == ["Ochtend (Balie)", "Ochtend (Huiskamer)"]
    events = desk_calendar(desk, MONDAY, MONDAY).events
    assert events[1].summary == "Ochtend (Huiskamer): Anna B."
    linde.clock.moment += timedelta(days=8)
    done = attendance_overview(desk, MONDAY, MONDAY).volunteers
    assert [shift.daypart for one in done for shift in one.done] == ["Ochtend (Huiskamer)"]


def test_the_month_has_a_row_for_each_desk(linde: Village) -> None:
    (week,) = month_overview(linde.coordinator, Month.of(MONDAY)).weeks
    assert [part.name for part in week.parts] == ["Ochtend (Balie)", "Ochtend (Huiskamer)"]


def test_availability_is_asked_for_a_day_part_wherever_that_is(linde: Village) -> None:
    forms = availability_forms(linde.coordinator, blank=True)
    assert forms.dayparts == ("Ochtend",)


def test_with_a_single_desk_nothing_is_said_of_desks(tmp_path: Path) -> None:
    with village(tmp_path) as found:
        roster.make_week(found.coordinator, WEEK)
        assert {row.name for row in roster.week(found.coordinator, WEEK).rows} == {
            "Ochtend",
            "Middag",
            "Avond",
        }


def test_a_desk_goes_when_it_was_never_used_and_the_first_one_stays(linde: Village) -> None:
    desk = linde.coordinator
    for used in (FIRST_COUNTER, other(linde)):
        with pytest.raises(CounterInUse):
            support_point.remove_counter(desk, used)
    support_point.save_counters(desk, [Counter(position=3, name="Keuken")])
    support_point.remove_counter(desk, other(linde))
    assert [one.name for one in support_point.settings(desk).counters] == ["Balie", "Huiskamer"]


def test_a_desk_has_a_name_and_only_who_keeps_the_settings_gives_it(linde: Village) -> None:
    with pytest.raises(NameNeeded):
        support_point.save_counters(linde.coordinator, [Counter(position=3, name=" ")])
    ria = linde.desk_worker()
    with pytest.raises(NotAllowed):
        support_point.save_counters(ria, [Counter(position=3, name="Keuken")])
    with pytest.raises(NotAllowed):
        support_point.remove_counter(ria, other(linde))


def test_shifts_keep_their_ids_when_a_second_desk_comes(tmp_path: Path) -> None:
    with village(tmp_path) as found:
        desk = found.coordinator
        roster.make_week(desk, WEEK)
        before = [event.uid for event in desk_calendar(desk, MONDAY, date.max).events]
        support_point.save_counters(desk, [Counter(position=2, name="Huiskamer")])
        assert [event.uid for event in desk_calendar(desk, MONDAY, date.max).events] == before
