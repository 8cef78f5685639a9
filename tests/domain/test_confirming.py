"""A confirmation holds for a place as it was told: this person, this role, these hours."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from dorpssteunpunt.base.clock import ZONE
from dorpssteunpunt.domain.confirming import (
    Confirmation,
    How,
    is_to_be_told,
    last_word,
)
from dorpssteunpunt.domain.roster import Assignment, Ending, Shift

MADE = datetime(2026, 11, 20, 12, tzinfo=ZONE)
TOLD = MADE + timedelta(hours=1)
SHIFT = Shift(id=1, on=date(2026, 11, 24), daypart_id=1, start=time(9), end=time(12, 30), needed=2)
PLACE = Assignment(id=7, shift_id=1, volunteer_id=3, made_at=MADE, made_by=1)


def told(one: Assignment = PLACE, how: How = How.AT_DESK, shift: Shift = SHIFT) -> Confirmation:
    return Confirmation.of(one, shift, how, TOLD, by=1)


def is_confirmed(one: Assignment, shift: Shift, told: list[Confirmation]) -> bool:
    word = last_word(one, shift, told)
    return word is not None and word.how.is_certain


def test_who_said_so_at_the_desk_or_by_phone_has_confirmed() -> None:
    assert not is_confirmed(PLACE, SHIFT, [])
    assert is_confirmed(PLACE, SHIFT, [told(how=How.AT_DESK)])
    assert is_confirmed(PLACE, SHIFT, [told(how=How.BY_PHONE)])


def test_a_message_on_voicemail_confirms_nothing_and_is_remembered() -> None:
    message = told(how=How.VOICEMAIL)
    assert not is_confirmed(PLACE, SHIFT, [message])
    assert last_word(PLACE, SHIFT, [message]) == message
    assert last_word(PLACE, SHIFT, [told(), message]) == told()


@pytest.mark.parametrize(
    "other",
    [
        replace(PLACE, is_lead=True),
        replace(PLACE, starts=time(10)),
        replace(PLACE, ends=time(11)),
        replace(PLACE, volunteer_id=4),
        replace(PLACE, id=8, made_at=TOLD + timedelta(minutes=1)),
    ],
    ids=["made lead", "comes later", "goes sooner", "somebody else", "left and came again"],
)
def test_another_place_is_open_again(other: Assignment) -> None:
    assert not is_confirmed(other, SHIFT, [told()])


def test_other_hours_of_the_shift_open_it_again_too() -> None:
    assert not is_confirmed(PLACE, replace(SHIFT, start=time(10)), [told()])


def test_what_is_put_back_as_it_was_is_confirmed_as_it_was() -> None:
    lead = replace(PLACE, is_lead=True)
    assert not is_confirmed(lead, SHIFT, [told()])
    assert is_confirmed(replace(lead, is_lead=False), SHIFT, [told()])


def test_who_is_taken_off_has_to_be_told_that_anew() -> None:
    off = PLACE.ended(Ending.TAKEN_OFF, TOLD + timedelta(hours=1), 1, "Dicht")
    assert not is_confirmed(off, SHIFT, [told()])
    assert is_confirmed(off, SHIFT, [replace(told(off), noted_at=TOLD + timedelta(hours=2))])
    assert not is_confirmed(PLACE, SHIFT, [told(off)])


def test_who_leaves_by_themselves_or_without_a_reason_need_not_be_told() -> None:
    told_of = {
        (how, reason): is_to_be_told(PLACE.ended(how, TOLD, 1, reason))
        for how in Ending
        for reason in ("", "Dicht")
    }
    assert {key for key, value in told_of.items() if value} == {
        (Ending.TAKEN_OFF, "Dicht"),
        (Ending.MOVED, "Dicht"),
    }
    assert not is_to_be_told(PLACE)
