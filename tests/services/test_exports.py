"""Calendars and tables: what is in them, and that a second import updates and takes away."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from dorpssteunpunt.domain.accounts import NotAllowed
from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.services import roster
from dorpssteunpunt.services.exports.calendars import desk_calendar, volunteer_calendars
from dorpssteunpunt.services.exports.records import CalendarEvent, EventStatus
from dorpssteunpunt.services.exports.tables import roster_table
from dorpssteunpunt.services.roster import Rearranged
from tests.village import TODAY, Village, village

WEEK = Week.of(TODAY)
SUNDAY = WEEK.sunday


@pytest.fixture
def linde(tmp_path: Path) -> Iterator[Village]:
    with village(tmp_path) as found:
        roster.make_week(found.coordinator, WEEK)
        yield found


def put(linde: Village, volunteer: int, place: int = 0) -> Rearranged:
    shift = roster.week(linde.coordinator, WEEK).cells[place].shift_id
    return roster.assign(linde.coordinator, shift, volunteer)


def place_of(linde: Village, volunteer: int) -> int:
    """Return the assignment of somebody in this week."""
    cells = roster.week(linde.coordinator, WEEK).cells
    return next(
        one.assignment_id for cell in cells for one in cell.people if one.volunteer_id == volunteer
    )


def event(linde: Village, name: str = "Els Smeets") -> CalendarEvent:
    """Return the one event of somebody, as an export of this moment has it."""
    (calendar,) = volunteer_calendars(linde.coordinator, TODAY, SUNDAY, name)
    (only,) = calendar.events
    return only


def later(linde: Village) -> None:
    linde.clock.moment += timedelta(seconds=1)


def test_a_shift_is_an_event_with_hours_place_and_company(linde: Village) -> None:
    put(linde, linde.volunteer("Els Smeets"))
    put(linde, linde.volunteer("Ria van den Berg"))
    found = event(linde)
    assert (found.starts_at.hour, found.ends_at.hour) == (9, 12)
    assert found.starts_at.date() == TODAY
    assert found.summary == "Ochtend bij De Linde"
    assert found.location == "De Linde, Heusden"
    assert found.description == "Samen met Ria v.d. B."


def test_a_week_that_is_not_published_is_tentative_and_publishing_updates_it(
    linde: Village,
) -> None:
    put(linde, linde.volunteer("Els Smeets"))
    concept = event(linde)
    later(linde)
    roster.publish(linde.coordinator, WEEK)
    published = event(linde)
    assert concept.status is EventStatus.TENTATIVE
    assert published.status is EventStatus.CONFIRMED
    assert published.uid == concept.uid
    assert published.sequence > concept.sequence


def test_the_same_roster_gives_the_same_events(linde: Village) -> None:
    put(linde, linde.volunteer("Els Smeets"))
    first = event(linde)
    later(linde)
    assert event(linde) == first


@pytest.mark.parametrize("at_once", [True, False])
def test_who_leaves_a_shift_gets_it_cancelled(linde: Village, at_once: bool) -> None:
    els = linde.volunteer("Els Smeets")
    put(linde, els)
    before = event(linde)
    if not at_once:
        later(linde)
    roster.report_absent(linde.coordinator, place_of(linde, els), "Griep")
    after = event(linde)
    assert after.status is EventStatus.CANCELLED
    assert after.uid == before.uid
    assert after.sequence > before.sequence


def test_who_comes_back_gets_it_back(linde: Village) -> None:
    els = linde.volunteer("Els Smeets")
    put(linde, els)
    sequences = [event(linde).sequence]
    for _ in range(2):
        later(linde)
        left = roster.take_off(linde.coordinator, place_of(linde, els), "")
        sequences.append(event(linde).sequence)
        later(linde)
        roster.undo(linde.coordinator, left.step)
        sequences.append(event(linde).sequence)
    assert event(linde).status is EventStatus.TENTATIVE
    assert sequences == sorted(set(sequences))


def test_who_moves_gets_one_shift_cancelled_and_another_instead(linde: Village) -> None:
    els = linde.volunteer("Els Smeets")
    put(linde, els)
    other = roster.week(linde.coordinator, WEEK).cells[2].shift_id
    roster.move(linde.coordinator, place_of(linde, els), other)
    (calendar,) = volunteer_calendars(linde.coordinator, TODAY, SUNDAY, "Els")
    assert [one.status for one in calendar.events] == [
        EventStatus.CANCELLED,
        EventStatus.TENTATIVE,
    ]


def test_what_was_published_and_then_undone_is_cancelled_too(linde: Village) -> None:
    """Undoing leaves no trace of an assignment, but the wall had it."""
    done = put(linde, linde.volunteer("Els Smeets"))
    roster.publish(linde.coordinator, WEEK)
    before = event(linde)
    later(linde)
    roster.undo(linde.coordinator, done.step)
    roster.publish(linde.coordinator, WEEK)  # the last publication does not know her any more
    after = event(linde)
    assert after.status is EventStatus.CANCELLED
    assert after.sequence > before.sequence


def test_a_change_of_company_is_an_update_for_who_stays(linde: Village) -> None:
    put(linde, linde.volunteer("Els Smeets"))
    before = event(linde)
    later(linde)
    put(linde, linde.volunteer("Ria van den Berg"))
    assert event(linde).sequence > before.sequence


def test_two_stores_never_have_the_same_event(linde: Village, tmp_path: Path) -> None:
    put(linde, linde.volunteer("Els Smeets"))
    elsewhere = tmp_path / "other"
    elsewhere.mkdir()
    with village(elsewhere) as other:
        roster.make_week(other.coordinator, WEEK)
        put(other, other.volunteer("Els Smeets"))
        assert event(other).uid != event(linde).uid


def test_the_desk_gets_every_shift_with_who_is_there(linde: Village) -> None:
    put(linde, linde.volunteer("Els Smeets"))
    calendar = desk_calendar(linde.coordinator, TODAY, SUNDAY)
    cells = roster.week(linde.coordinator, WEEK).cells
    assert len(calendar.events) == len({one.uid for one in calendar.events}) == len(cells)
    assert calendar.events[0].summary == "Ochtend: Els S."
    assert calendar.events[1].summary == "Middag: nog niemand"
    assert calendar.events[0].description == "1 van 2"


def test_a_closed_shift_vanishes_from_the_desk_and_comes_back_when_it_opens(
    linde: Village,
) -> None:
    def first() -> CalendarEvent:
        return desk_calendar(linde.coordinator, TODAY, SUNDAY).events[0]

    shift = roster.week(linde.coordinator, WEEK).cells[0].shift_id
    seen = [first()]
    later(linde)
    closed = roster.close_shift(linde.coordinator, shift, "Sinterklaas")
    seen.append(first())
    assert roster_table(linde.coordinator, TODAY, SUNDAY).shifts[0].state == "gesloten: Sinterklaas"
    assert roster_table(linde.coordinator, TODAY, SUNDAY).shifts[0].missing == 0
    later(linde)
    roster.reopen_shifts(linde.coordinator, closed.shift_ids)
    seen.append(first())
    assert [one.status.value for one in seen] == ["TENTATIVE", "CANCELLED", "TENTATIVE"]
    assert seen[0].sequence < seen[1].sequence < seen[2].sequence


def test_everybody_has_a_file_of_their_own_with_a_name_that_any_disk_takes(
    linde: Village,
) -> None:
    for name in ("Els Smeets", "Els Smeets", "Ali 'A/B' Zaïdi"):
        linde.volunteer(name)
    files = [one.file_name for one in volunteer_calendars(linde.coordinator, TODAY, SUNDAY)]
    assert len({name.casefold() for name in files}) == len(files)
    assert "Ali 'A-B' Zaïdi" in files


def test_exports_are_for_who_may_take_data_away(linde: Village) -> None:
    desk = linde.desk_worker()
    for export in (desk_calendar, volunteer_calendars, roster_table):
        with pytest.raises(NotAllowed):
            export(desk, TODAY, SUNDAY)
    assert roster_table(linde.supporter, TODAY, SUNDAY).shifts


def test_a_table_has_shifts_with_gaps_and_a_line_for_each_place(linde: Village) -> None:
    els = linde.volunteer("Els Smeets")
    put(linde, els)
    roster.make_lead(linde.coordinator, place_of(linde, els))
    table = roster_table(linde.coordinator, TODAY, SUNDAY)
    first = table.shifts[0]
    assert (first.week, first.day, first.daypart) == ("2026-W48", TODAY, "Ochtend")
    assert (first.lead, first.people, first.missing) == ("Els Smeets", ("Els Smeets",), 1)
    assert first.length == timedelta(hours=3, minutes=30)
    (place,) = table.places
    assert (place.name, place.role, place.state) == ("Els Smeets", "aanspreekpunt", "concept")


def test_a_table_follows_the_years_of_the_weeks(linde: Village) -> None:
    for week in (Week(2026, 53), Week(2027, 1)):
        roster.make_week(linde.coordinator, week)
    table = roster_table(linde.coordinator, date(2026, 12, 28), date(2027, 1, 10))
    weeks = {line.day: line.week for line in table.shifts}
    assert weeks[date(2027, 1, 2)] == "2026-W53"
    assert weeks[date(2027, 1, 4)] == "2027-W01"
