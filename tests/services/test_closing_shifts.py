"""Closing a shift or a day once, and opening it again."""

import pytest

from dorpssteunpunt.base.clock import FixedClock
from dorpssteunpunt.domain.accounts import NotAllowed
from dorpssteunpunt.domain.privacy import CitizenServiceNumberSeen
from dorpssteunpunt.domain.roster import ReasonMissing, ShiftClosed
from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.services import roster
from dorpssteunpunt.services.roster import ShiftCell
from tests.village import TODAY, Village

WEEK = Week.of(TODAY)


@pytest.fixture
def els(village: Village) -> int:
    """A volunteer on the first morning of a week that was made."""
    roster.make_week(village.coordinator, WEEK)
    els = village.volunteer("Els Smeets")
    roster.assign(village.coordinator, _cells(village)[0].shift_id, els)
    return els


def _cells(village: Village) -> list[ShiftCell]:
    """Return the shifts of this Monday."""
    cells = roster.week(village.coordinator, WEEK).cells
    return [cell for cell in cells if cell.on == WEEK.monday]


def test_a_closed_shift_is_no_gap_and_takes_nobody(village: Village, els: int) -> None:
    desk, morning = village.coordinator, _cells(village)[0].shift_id
    gaps = roster.week(desk, WEEK).gaps
    closed = roster.close_shift(desk, morning, "Eerste Kerstdag")
    cell = _cells(village)[0]
    assert (cell.closed_because, cell.people, cell.missing) == ("Eerste Kerstdag", (), 0)
    assert roster.week(desk, WEEK).gaps == gaps - 1
    assert closed.step is not None
    assert [one.ended_reason for one in closed.step.after] == ["Eerste Kerstdag"]
    with pytest.raises(ShiftClosed):
        roster.assign(desk, morning, els)


def test_nobody_is_on_duty_while_the_desk_is_closed(village: Village, els: int) -> None:
    desk, clock = village.coordinator, village.clock
    assert isinstance(clock, FixedClock)
    assert [cell.people[0].volunteer_id for cell in roster.on_duty(desk, clock.now()).now] == [els]
    roster.close_shift(desk, _cells(village)[0].shift_id, "Feestdag", whole_day=True)
    duty = roster.on_duty(desk, clock.now())
    assert duty.now == ()
    assert {cell.on for cell in duty.next} == {WEEK.days[1]}


def test_the_whole_day_closes_and_what_was_taken_back_is_as_it_was(
    village: Village, els: int
) -> None:
    desk, before = village.coordinator, _cells(village)
    closed = roster.close_shift(desk, before[0].shift_id, "Feestdag", whole_day=True)
    assert {cell.closed_because for cell in _cells(village)} == {"Feestdag"}
    roster.reopen_shifts(desk, closed.shift_ids)
    assert _cells(village)[0].people == ()
    assert closed.step is not None
    roster.undo(desk, closed.step)
    assert [one.volunteer_id for one in _cells(village)[0].people] == [els]
    assert {cell.closed_because for cell in _cells(village)} == {""}


def test_closing_asks_a_reason_that_holds_no_citizen_service_number(
    village: Village, els: int
) -> None:
    desk, morning = village.coordinator, _cells(village)[0].shift_id
    with pytest.raises(ReasonMissing):
        roster.close_shift(desk, morning, "  ")
    with pytest.raises(CitizenServiceNumberSeen):
        roster.close_shift(desk, morning, "zie 111222333")
    roster.close_shift(desk, morning, "zie 111222333", numbers_are_fine=True)
    assert _cells(village)[0].closed_because == "zie 111222333"
    assert els


def test_only_who_plans_closes_and_opens(village: Village, els: int) -> None:
    ria, morning = village.desk_worker(), _cells(village)[0].shift_id
    with pytest.raises(NotAllowed):
        roster.close_shift(ria, morning, "Feestdag")
    with pytest.raises(NotAllowed):
        roster.reopen_shifts(ria, [morning])
    assert els
