"""The paper of a week: what hangs on the wall and what does not."""

from collections.abc import Iterator
from datetime import date, time, timedelta
from pathlib import Path

import pytest

from dorpssteunpunt.domain.accounts import Role
from dorpssteunpunt.domain.names import parse_name
from dorpssteunpunt.domain.people import Person, Volunteer
from dorpssteunpunt.domain.roster import WeekWithoutShifts
from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.services import roster
from dorpssteunpunt.services.overviews.papers import Contact, Hours, RosterCell
from dorpssteunpunt.services.overviews.roster import roster_overview
from tests.village import TODAY, Village, village

WEEK = Week(2026, 48)


@pytest.fixture
def linde(tmp_path: Path) -> Iterator[Village]:
    with village(tmp_path) as found:
        roster.make_week(found.coordinator, WEEK)
        yield found


def reachable(linde: Village, name: str, agreed: bool) -> int:
    with linde.coordinator.store.writing() as uow:
        who = uow.people.save(Person(name=parse_name(name), phone="+31612345678"))
        uow.people.save_volunteer(Volunteer(person_id=who, roster_phone_agreed=agreed))
    return who


def put(linde: Village, volunteer: int, place: int = 0) -> int:
    shift = roster.week(linde.coordinator, WEEK).cells[place].shift_id
    roster.assign(linde.coordinator, shift, volunteer)
    return shift


def first_cell(linde: Village) -> RosterCell:
    return roster_overview(linde.coordinator, WEEK).parts[0].cells[0]


def test_the_paper_shows_the_week_with_closed_parts_and_gaps(linde: Village) -> None:
    put(linde, linde.volunteer("Ria van den Berg"))
    paper = roster_overview(linde.coordinator, WEEK)
    assert [day.day for day in paper.days] == list(WEEK.days[:6])
    assert [part.name for part in paper.parts] == ["Ochtend", "Middag", "Avond"]
    assert paper.parts[0].hours == Hours(time(9), time(12, 30))
    assert paper.parts[2].cells[0].hours is None
    assert [one.name for one in paper.parts[0].cells[0].people] == ["Ria v.d. B."]
    assert paper.parts[0].cells[0].missing == 1
    assert paper.printed_on == TODAY
    assert paper.published_on is None


def test_a_shift_that_is_closed_says_why_on_the_paper_and_a_whole_day_says_it_once(
    linde: Village,
) -> None:
    desk = linde.coordinator
    cells = roster.week(desk, WEEK).cells
    monday, tuesday = (
        next(cell for cell in cells if cell.on == day).shift_id for day in WEEK.days[:2]
    )
    roster.close_shift(desk, monday, "Vergadering")
    roster.close_shift(desk, tuesday, "Feestdag", whole_day=True)
    paper = roster_overview(desk, WEEK)
    assert [day.remark for day in paper.days[:3]] == ["", "Feestdag", ""]
    morning = paper.parts[0].cells
    assert (morning[0].hours, morning[0].remark, morning[0].missing) == (None, "Vergadering", 0)
    assert (morning[1].hours, morning[1].remark) == (None, "")


def test_only_who_agreed_and_is_on_this_week_has_a_number_on_the_wall(linde: Village) -> None:
    put(linde, reachable(linde, "Els Smeets", agreed=True))
    put(linde, reachable(linde, "Piet Jansen", agreed=False), place=1)
    reachable(linde, "Zoë Kuipers", agreed=True)
    assert roster_overview(linde.coordinator, WEEK).phones == (Contact("Els S.", "06 12345678"),)


def test_the_wall_says_whom_to_tell_and_gives_a_number_only_when_agreed(linde: Village) -> None:
    assert roster_overview(linde.coordinator, WEEK).when_absent == Contact("Mieke C.")
    with linde.coordinator.store.writing() as uow:
        mieke = linde.coordinator.actor.person_id
        uow.people.save(Person(id=mieke, name=parse_name("Mieke Claessens"), phone="+31611111111"))
        uow.people.save_volunteer(Volunteer(person_id=mieke, roster_phone_agreed=True))
    assert roster_overview(linde.coordinator, WEEK).when_absent == Contact(
        "Mieke C.", "06 11111111"
    )


def test_two_coordinators_are_both_named(linde: Village) -> None:
    joke = reachable(linde, "Joke Hendriks", agreed=True)
    with linde.coordinator.store.writing() as uow:
        uow.accounts.add(joke, Role.COORDINATOR, linde.clock.now())
    told = roster_overview(linde.coordinator, WEEK).when_absent
    assert told == Contact("Mieke C. of Joke H., 06 12345678")


def test_a_published_week_shows_what_changed_and_when(linde: Village) -> None:
    els = linde.volunteer("Els Smeets")
    shift = put(linde, els)
    roster.publish(linde.coordinator, WEEK)
    assert first_cell(linde).changed_on is None
    linde.clock.moment += timedelta(days=2)
    roster.assign(linde.coordinator, shift, linde.volunteer("Piet Jansen"))
    assert first_cell(linde).changed_on == date(2026, 11, 25)
    assert roster_overview(linde.coordinator, WEEK).published_on == TODAY
    assert roster_overview(linde.coordinator, WEEK).changes == 1


def test_a_week_without_shifts_is_not_printed(linde: Village) -> None:
    with pytest.raises(WeekWithoutShifts):
        roster_overview(linde.coordinator, WEEK.next())
