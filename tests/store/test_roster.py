"""What the database itself refuses about the roster, whatever the program above it does."""

from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path

import pytest

from dorpssteunpunt.base.clock import ZONE
from dorpssteunpunt.domain.roster import Assignment, Ending, Shift, Swap
from dorpssteunpunt.domain.swap_requests import Settled, SwapRequest, SwapRequestEnd
from tests.village import Village, village

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=ZONE)
MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)
MORNING, NOON, NEXT_DAY = 1, 2, 3
"""Shifts of which the first two share an hour."""


@pytest.fixture
def linde(tmp_path: Path) -> Iterator[Village]:
    with village(tmp_path) as found:
        hours = ((MONDAY, 1, 9, 12), (MONDAY, 2, 11, 14), (TUESDAY, 1, 9, 12))
        shifts = [
            Shift(on=on, daypart_id=part, start=time(start), end=time(end), needed=2)
            for on, part, start, end in hours
        ]
        with found.coordinator.store.writing() as uow:
            uow.roster.add_shifts(shifts)
        yield found


def on_shift(shift_id: int, volunteer_id: int, **facts: object) -> Assignment:
    given: dict[str, object] = {"made_at": NOW, "made_by": 1} | facts
    return Assignment(shift_id=shift_id, volunteer_id=volunteer_id, **given)  # type: ignore[arg-type]


def keep(linde: Village, *assignments: Assignment) -> None:
    with linde.coordinator.store.writing() as uow:
        uow.roster.replace([], assignments)


@pytest.mark.parametrize("second", [MORNING, NOON], ids=["the same shift", "shared time"])
def test_the_database_refuses_a_double_booking(linde: Village, second: int) -> None:
    els = linde.volunteer("Els Smeets")
    keep(linde, on_shift(MORNING, els))
    with pytest.raises(Exception, match=r"UNIQUE|two shifts at once"):
        keep(linde, on_shift(second, els))


def test_the_database_refuses_a_double_booking_by_a_change_too(linde: Village) -> None:
    els = linde.volunteer("Els Smeets")
    ended = on_shift(NOON, els).ended(Ending.TAKEN_OFF, NOW, 1, "")
    keep(linde, on_shift(MORNING, els), ended)
    with linde.coordinator.store.reading() as uow:
        was = uow.roster.assignments([NOON])
    back = on_shift(NOON, els, id=was[0].id)
    with (
        pytest.raises(Exception, match="two shifts at once"),
        linde.coordinator.store.writing() as uow,
    ):
        uow.roster.replace(was, [back])


def test_the_database_refuses_a_second_lead(linde: Village) -> None:
    els, piet = linde.volunteer("Els Smeets"), linde.volunteer("Piet Jansen")
    keep(linde, on_shift(MORNING, els, is_lead=True))
    with pytest.raises(Exception, match="one lead at a time"):
        keep(linde, on_shift(MORNING, piet, is_lead=True))


def test_the_database_lets_two_lead_one_after_the_other_and_nobody_beyond_the_shift(
    linde: Village,
) -> None:
    els, piet = linde.volunteer("Els Smeets"), linde.volunteer("Piet Jansen")
    keep(linde, on_shift(MORNING, els, is_lead=True, ends=time(10)))
    keep(linde, on_shift(MORNING, piet, is_lead=True, starts=time(10)))
    with pytest.raises(Exception, match="lies within it"):
        keep(linde, on_shift(NOON, els, ends=time(15)))


def test_the_database_counts_only_the_hours_of_a_part(linde: Village) -> None:
    els = linde.volunteer("Els Smeets")
    keep(linde, on_shift(MORNING, els, ends=time(11)))
    keep(linde, on_shift(NOON, els, starts=time(11)))
    with linde.coordinator.store.reading() as uow:
        hours = [(one.start, one.end) for one in uow.roster.shifts_of(els, MONDAY, MONDAY)]
    assert hours == [(time(9), time(11)), (time(11), time(14))]


def test_the_database_refuses_a_swap_that_not_both_agreed_to(linde: Village) -> None:
    els, piet = linde.volunteer("Els Smeets"), linde.volunteer("Piet Jansen")
    keep(linde, on_shift(MORNING, els).ended(Ending.SWAPPED, NOW, 1, ""))
    with linde.coordinator.store.reading() as uow:
        given = uow.roster.assignments([MORNING])[0].id
    with pytest.raises(Exception, match="both_agreed"):
        keep(linde, on_shift(MORNING, piet, swap=Swap(given, giver_agreed_on=MONDAY)))


def test_shifts_at_other_times_and_shifts_that_were_left_are_no_double_booking(
    linde: Village,
) -> None:
    els = linde.volunteer("Els Smeets")
    left = on_shift(NOON, els).ended(Ending.MOVED, NOW, 1, "")
    keep(linde, on_shift(MORNING, els), left, on_shift(NEXT_DAY, els))
    with linde.coordinator.store.reading() as uow:
        on = [shift.on for shift in uow.roster.shifts_of(els, MONDAY, TUESDAY)]
    assert on == [MONDAY, TUESDAY]


STANDING = {
    "a place twice": "({els}, 2, 1, 0, '2026-11-24', NULL), ({els}, 2, 1, 0, '2027-01-01', NULL)",
    "no weekday": "({els}, 8, 1, 0, '2026-11-24', NULL)",
    "an end before the beginning": "({els}, 2, 1, 0, '2026-11-24', '2026-11-23')",
    "an unknown day part": "({els}, 2, 9, 0, '2026-11-24', NULL)",
}


@pytest.mark.parametrize("values", STANDING.values(), ids=STANDING)
def test_the_database_refuses_a_standing_place_that_cannot_be(linde: Village, values: str) -> None:
    els = linde.volunteer("Els Smeets")
    premises = linde.door.enter_with_passphrase(linde.issued.passphrase)
    columns = 'volunteer_id, weekday, daypart_id, is_lead, "first", "last"'
    try:
        with (
            pytest.raises(Exception, match="constraint failed"),
            premises.engine.writing() as connection,
        ):
            connection.exec_driver_sql(
                f"INSERT INTO standing_assignment ({columns}) VALUES {values.format(els=els)}"
            )
    finally:
        premises.leave()


ONE_AGREED: dict[str, object] = {"giver_agreed_on": MONDAY}
BAD_REQUESTS: dict[str, dict[str, object]] = {
    "of somebody with themselves": ONE_AGREED | {"taker_id": 3},
    "that nobody agreed to": {},
    "that both agreed to": ONE_AGREED | {"taker_agreed_on": MONDAY},
    "that ended by nobody": ONE_AGREED
    | {"settled": Settled(SwapRequestEnd.REFUSED, ended_at=NOW, ended_by=None)},
    "for a shift that is not there": ONE_AGREED | {"return_shift_id": 99},
}


@pytest.mark.parametrize("facts", BAD_REQUESTS.values(), ids=BAD_REQUESTS)
def test_the_database_refuses_a_question_to_swap(linde: Village, facts: dict[str, object]) -> None:
    anna, bart = linde.volunteer("Anna Bakker"), linde.volunteer("Bart Cuypers")
    given: dict[str, object] = {"taker_id": bart, "asked_at": NOW, "asked_by": 1} | facts
    assert anna == 3
    request = SwapRequest(shift_id=MORNING, giver_id=anna, **given)  # type: ignore[arg-type]
    with (
        pytest.raises(Exception, match=r"CHECK|FOREIGN"),
        linde.coordinator.store.writing() as uow,
    ):
        uow.roster.save_swap_request(request)
