"""Confirming shifts of a published week, and calling who did not."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from dorpssteunpunt.domain.confirming import How, NotPublished
from dorpssteunpunt.domain.periods import BackwardPeriod
from dorpssteunpunt.domain.roster import ChangedSince, NotOnShift
from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.services import roster
from dorpssteunpunt.services.roster import OnShift, ShiftCell
from dorpssteunpunt.services.words.attendance import own_shift_words, told_words
from tests.village import TODAY, Village

NEXT = Week.of(TODAY + timedelta(weeks=1))
REASON = "Uit nood"


@pytest.fixture
def shifts(village: Village) -> list[int]:
    roster.make_week(village.coordinator, NEXT)
    return [cell.shift_id for cell in roster.week(village.coordinator, NEXT).cells]


@pytest.fixture
def anna(village: Village, shifts: list[int]) -> int:
    """Anna, on the first two shifts of a published week."""
    who = village.volunteer("Anna Aarts", since=date(2024, 1, 1), roster_phone_agreed=True)
    for shift in shifts[:2]:
        roster.assign(village.coordinator, shift, who, override_reason=REASON)
    roster.publish(village.coordinator, NEXT)
    return who


def cell(village: Village, shift: int) -> ShiftCell:
    found = roster.week(village.coordinator, NEXT).cell(shift)
    assert found is not None
    return found


def on(village: Village, shift: int) -> OnShift:
    (one,) = cell(village, shift).people
    return one


def to_confirm(village: Village) -> int:
    return roster.week(village.coordinator, NEXT).to_confirm


def test_a_concept_asks_nobody_to_confirm(village: Village, shifts: list[int]) -> None:
    who = village.volunteer("Anna Aarts")
    roster.assign(village.coordinator, shifts[0], who, override_reason=REASON)
    assert to_confirm(village) == 0
    with pytest.raises(NotPublished):
        roster.confirm(village.coordinator, who, shifts[:1], How.AT_DESK)


def test_it_is_kept_who_noted_it_when_and_how(
    village: Village, shifts: list[int], anna: int
) -> None:
    assert to_confirm(village) == 2
    roster.confirm(village.desk_worker(), anna, shifts[:1], How.BY_PHONE)
    told = on(village, shifts[0]).told
    assert told is not None
    assert (told_words(told), told.by, told.at) == (
        "bevestigd per telefoon",
        "Ria van den Berg",
        village.clock.now(),
    )
    assert to_confirm(village) == 1


def test_a_message_on_voicemail_stays_open(village: Village, shifts: list[int], anna: int) -> None:
    roster.confirm(village.coordinator, anna, shifts[:1], How.VOICEMAIL)
    assert on(village, shifts[0]).is_to_confirm
    assert on(village, shifts[0]).told is not None


def test_who_is_made_lead_or_swaps_a_part_is_open_again_and_back_when_that_is_undone(
    village: Village, shifts: list[int], anna: int
) -> None:
    roster.confirm(village.coordinator, anna, shifts[:1], How.AT_DESK)
    done = roster.make_lead(village.coordinator, on(village, shifts[0]).assignment_id)
    assert on(village, shifts[0]).is_to_confirm
    roster.undo(village.coordinator, done.step)
    assert not on(village, shifts[0]).is_to_confirm


def test_who_is_moved_is_open_on_the_other_shift(
    village: Village, shifts: list[int], anna: int
) -> None:
    roster.confirm(village.coordinator, anna, shifts[:1], How.AT_DESK)
    village.clock.moment += timedelta(minutes=1)
    there = on(village, shifts[0]).assignment_id
    roster.move(village.coordinator, there, shifts[2], "Drukker daar")
    assert on(village, shifts[2]).is_to_confirm


def test_taking_it_back_and_taking_that_back_keeps_who_noted_it(
    village: Village, shifts: list[int], anna: int
) -> None:
    ria = village.desk_worker()
    roster.confirm(ria, anna, shifts[:1], How.AT_DESK)
    withdrawn = roster.withdraw_confirmation(village.coordinator, anna, shifts[0])
    assert on(village, shifts[0]).is_to_confirm
    back = roster.undo_note(village.coordinator, withdrawn)
    told = on(village, shifts[0]).told
    assert told is not None
    assert told.by == "Ria van den Berg"
    roster.undo_note(village.coordinator, back)
    assert on(village, shifts[0]).is_to_confirm


def test_what_somebody_else_took_back_meanwhile_is_not_taken_back_again(
    village: Village, shifts: list[int], anna: int
) -> None:
    ria = village.desk_worker()
    noted = roster.confirm(ria, anna, shifts[:1], How.AT_DESK)
    roster.withdraw_confirmation(village.coordinator, anna, shifts[0])
    roster.confirm(village.coordinator, anna, shifts[:1], How.BY_PHONE)
    with pytest.raises(ChangedSince):
        roster.undo_note(ria, noted)
    assert not on(village, shifts[0]).is_to_confirm


def test_only_who_is_on_a_shift_or_was_taken_off_it_is_told(
    village: Village, shifts: list[int], anna: int
) -> None:
    with pytest.raises(NotOnShift):
        roster.confirm(village.coordinator, anna, [shifts[5]], How.AT_DESK)
    roster.report_absent(village.coordinator, on(village, shifts[0]).assignment_id, "Griep")
    with pytest.raises(NotOnShift):
        roster.confirm(village.coordinator, anna, shifts[:1], How.AT_DESK)


def test_a_shift_that_has_begun_waits_for_no_confirmation(
    village: Village, shifts: list[int], anna: int
) -> None:
    village.clock.moment += timedelta(weeks=2)
    assert to_confirm(village) == 0


def test_who_is_called_is_who_did_not_confirm_with_a_number_of_who_agreed(
    village: Village, shifts: list[int], anna: int
) -> None:
    shy = village.volunteer("Bram Bos", since=date(2024, 1, 1))
    with village.coordinator.store.writing() as uow:
        for who in (anna, shy):
            person = uow.people.person(who)
            uow.people.save(replace(person, phone="+31612345678", contact_note="Na vijven"))
    roster.assign(village.coordinator, shifts[2], shy, override_reason=REASON)
    roster.confirm(village.coordinator, anna, shifts[:1], How.AT_DESK)
    ria = village.desk_worker()
    found = roster.reminders(ria, NEXT.monday, NEXT.sunday)
    assert [(one.name, one.phone, one.mind, len(one.shifts)) for one in found] == [
        ("Anna Aarts", "+31612345678", "Na vijven", 1),
        ("Bram Bos", "", "Na vijven", 1),
    ]
    assert found[0].shifts[0].shift_id == shifts[1]
    roster.confirm(ria, anna, shifts[1:2], How.BY_PHONE)
    assert [one.name for one in roster.reminders(ria, NEXT.monday, NEXT.sunday)] == ["Bram Bos"]
    with pytest.raises(BackwardPeriod):
        roster.reminders(ria, NEXT.sunday, NEXT.monday)


def test_who_was_taken_off_is_called_with_the_reason_until_they_know(
    village: Village, shifts: list[int], anna: int
) -> None:
    roster.confirm(village.coordinator, anna, shifts[:2], How.AT_DESK)
    village.clock.moment += timedelta(minutes=1)
    roster.close_shift(village.coordinator, shifts[0], "Verwarming stuk")
    (reminder,) = roster.reminders(village.coordinator, NEXT.monday, NEXT.sunday)
    (lost,) = reminder.shifts
    assert (lost.lost_because, lost.lost_by) == ("Verwarming stuk", "Mieke Claessens")
    roster.confirm(village.coordinator, anna, [lost.shift_id], How.BY_PHONE)
    assert not roster.reminders(village.coordinator, NEXT.monday, NEXT.sunday)


def test_a_shift_of_a_concept_that_is_gone_says_only_why(
    village: Village, shifts: list[int]
) -> None:
    who = village.volunteer("Anna Aarts", since=date(2024, 1, 1))
    for shift in shifts[:2]:
        roster.assign(village.coordinator, shift, who, override_reason=REASON)
    roster.close_shift(village.coordinator, shifts[0], "Verwarming stuk")
    found = [own_shift_words(one) for one in roster.own_shifts(village.coordinator, who)]
    assert found == ["Niet meer: Verwarming stuk (Mieke Claessens)", "nog niet zeker"]
    assert not roster.reminders(village.coordinator, NEXT.monday, NEXT.sunday)


def test_a_desk_worker_sees_at_the_desk_which_shift_is_gone_and_why(
    village: Village, shifts: list[int]
) -> None:
    ria = village.desk_worker()
    who = ria.actor.person_id
    roster.assign(village.coordinator, shifts[3], who, override_reason=REASON)
    roster.publish(village.coordinator, NEXT)
    assert roster.lost_shifts(ria) == ()
    one = on(village, shifts[3])
    roster.take_off(village.coordinator, one.assignment_id, "Te druk met twee")
    (lost,) = roster.lost_shifts(ria)
    assert lost.lost_because == "Te druk met twee"
    assert roster.lost_shifts(village.coordinator) == ()
    roster.confirm(ria, who, [lost.shift_id], How.AT_DESK)
    assert roster.lost_shifts(ria) == ()
    assert [each.lost_because for each in roster.own_shifts(ria, who)] == ["Te druk met twee"]
