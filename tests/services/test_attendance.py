"""Noting who was there: on the day itself by everybody at the desk, afterwards by who plans."""

from datetime import date, datetime, timedelta

import pytest

from dorpssteunpunt.base.clock import ZONE
from dorpssteunpunt.domain.accounts import NotAllowed
from dorpssteunpunt.domain.attendance import Presence, ShiftAhead, TooLate
from dorpssteunpunt.domain.privacy import CitizenServiceNumberSeen
from dorpssteunpunt.domain.roster import NotOnShift, ShiftClosed, WeekInUse
from dorpssteunpunt.domain.standing import StandingAssignment
from dorpssteunpunt.domain.suitability import VolunteerUnavailable
from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.services import roster
from dorpssteunpunt.services.roster import MarkDraft, ShiftCell
from dorpssteunpunt.services.words.attendance import attendance_words
from dorpssteunpunt.services.words.shift_history import history_words, noted_words
from tests.village import TODAY, Village

WEEK = Week.of(TODAY)
REASON = "Uit nood"


@pytest.fixture
def shifts(village: Village) -> list[int]:
    """The shifts of this week; the first began half an hour ago."""
    roster.make_week(village.coordinator, WEEK)
    cells = sorted(
        roster.week(village.coordinator, WEEK).cells, key=lambda cell: (cell.on, cell.start)
    )
    return [cell.shift_id for cell in cells]


@pytest.fixture
def pair(village: Village, shifts: list[int]) -> tuple[int, int]:
    """Anna and Bram, on the shift that goes on now."""
    anna, bram = (
        village.volunteer(name, since=date(2024, 1, 1)) for name in ("Anna Aarts", "Bram Bos")
    )
    for who in (anna, bram):
        roster.assign(village.coordinator, shifts[0], who, override_reason=REASON)
    return anna, bram


def cell(village: Village, shift: int) -> ShiftCell:
    found = roster.week(village.coordinator, WEEK).cell(shift)
    assert found is not None
    return found


def noted(village: Village, shift: int) -> dict[str, str]:
    return {
        one.full_name: attendance_words(one.marked) for one in cell(village, shift).people
    }  # fmt: skip


def late(who: int, minutes: int | None = None, note: str = "") -> MarkDraft:
    return MarkDraft(volunteer_id=who, presence=Presence.LATE, minutes_late=minutes, note=note)


def missed(who: int) -> MarkDraft:
    return MarkDraft(volunteer_id=who, presence=Presence.MISSED)


def test_both_are_noted_at_once_by_anybody_at_the_desk(
    village: Village, shifts: list[int], pair: tuple[int, int]
) -> None:
    assert cell(village, shifts[0]).is_to_note
    assert set(noted(village, shifts[0]).values()) == {"nog niet genoteerd"}
    roster.note_everybody_present(village.desk_worker(), shifts[0])
    assert noted(village, shifts[0]) == {"Anna Aarts": "aanwezig", "Bram Bos": "aanwezig"}
    assert not cell(village, shifts[0]).is_to_note


def test_who_is_noted_already_stays_so_when_the_others_are_present(
    village: Village, shifts: list[int], pair: tuple[int, int]
) -> None:
    roster.note_attendance(village.coordinator, shifts[0], [late(pair[1], 10, "Bus gemist")])
    roster.note_everybody_present(village.coordinator, shifts[0])
    assert noted(village, shifts[0]) == {
        "Anna Aarts": "aanwezig",
        "Bram Bos": "10 minuten te laat: Bus gemist",
    }


def test_a_correction_keeps_who_noted_what_before(
    village: Village, shifts: list[int], pair: tuple[int, int]
) -> None:
    roster.note_everybody_present(village.desk_worker(), shifts[0])
    village.clock.moment += timedelta(minutes=5)
    roster.note_attendance(village.coordinator, shifts[0], [missed(pair[0])])
    assert noted(village, shifts[0])["Anna Aarts"] == "niet gekomen"
    told = [
        (history_words(line), noted_words(line))
        for line in roster.shift_history(village.coordinator, shifts[0])
    ]
    assert ("Anna Aarts: aanwezig", "Ria van den Berg, ma 23 nov 09:30") in told
    assert ("Anna Aarts: niet gekomen", "Mieke Claessens, ma 23 nov 09:35") in told


def test_the_same_again_is_no_correction(
    village: Village, shifts: list[int], pair: tuple[int, int]
) -> None:
    roster.note_attendance(village.coordinator, shifts[0], [missed(pair[0])])
    again = roster.note_attendance(village.coordinator, shifts[0], [missed(pair[0])])
    assert again.added == ()


def test_undone_it_is_as_before_and_done_again_it_is_noted(
    village: Village, shifts: list[int], pair: tuple[int, int]
) -> None:
    done = roster.note_everybody_present(village.coordinator, shifts[0])
    back = roster.undo_note(village.coordinator, done)
    assert cell(village, shifts[0]).is_to_note
    roster.undo_note(village.coordinator, back)
    assert not cell(village, shifts[0]).is_to_note


def test_a_shift_that_has_not_begun_is_never_noted(village: Village, shifts: list[int]) -> None:
    for desk in (village.coordinator, village.desk_worker()):
        with pytest.raises(ShiftAhead):
            roster.note_everybody_present(desk, shifts[1])


def test_after_the_day_only_who_plans_puts_it_right(
    village: Village, shifts: list[int], pair: tuple[int, int]
) -> None:
    ria = village.desk_worker()
    village.clock.moment = datetime(2026, 11, 23, 23, 30, tzinfo=ZONE)
    roster.note_attendance(ria, shifts[0], [late(pair[0])])
    village.clock.moment = datetime(2026, 11, 24, 8, 0, tzinfo=ZONE)
    with pytest.raises(NotAllowed):
        roster.note_attendance(ria, shifts[0], [missed(pair[0])])
    with pytest.raises(NotAllowed):
        roster.note_everybody_present(ria, shifts[0])
    roster.note_attendance(village.coordinator, shifts[0], [missed(pair[0])])
    assert noted(village, shifts[0])["Anna Aarts"] == "niet gekomen"


def test_who_reported_absent_is_excused_and_marked_no_more(
    village: Village, shifts: list[int], pair: tuple[int, int]
) -> None:
    anna = cell(village, shifts[0]).people[0]
    roster.report_absent(village.coordinator, anna.assignment_id, "Griep")
    assert [one.name for one in cell(village, shifts[0]).absences] == ["Anna Aarts"]
    with pytest.raises(NotOnShift):
        roster.note_attendance(village.coordinator, shifts[0], [missed(anna.volunteer_id)])


def test_a_closed_shift_has_no_attendance(village: Village, shifts: list[int]) -> None:
    roster.close_shift(village.coordinator, shifts[0], "Storing")
    with pytest.raises(ShiftClosed):
        roster.note_everybody_present(village.coordinator, shifts[0])


def test_minutes_and_notes_are_looked_at_before_they_are_kept(
    village: Village, shifts: list[int], pair: tuple[int, int]
) -> None:
    desk, who = village.coordinator, pair[0]
    with pytest.raises(TooLate) as refused:
        roster.note_attendance(desk, shifts[0], [late(who, 500)])
    assert refused.value.field == f"minutes_{who}"
    number = late(who, note="BSN 111222333")
    with pytest.raises(CitizenServiceNumberSeen) as seen:
        roster.note_attendance(desk, shifts[0], [number])
    assert seen.value.field == f"note_{who}"
    roster.note_attendance(desk, shifts[0], [number], numbers_are_fine=True)


def test_who_came_without_being_on_the_roster_is_a_stand_in_and_present(
    village: Village, shifts: list[int], pair: tuple[int, int]
) -> None:
    carla = village.volunteer("Carla Cox", since=date(2024, 1, 1))
    ria = village.desk_worker()
    done = roster.note_arrival(ria, shifts[0], carla)  # the shift is full, and still she is there
    (carla_there,) = [one for one in cell(village, shifts[0]).people if one.volunteer_id == carla]
    assert carla_there.is_stand_in
    assert attendance_words(carla_there.marked) == "aanwezig"
    roster.undo(ria, done.step)
    assert carla not in {one.volunteer_id for one in cell(village, shifts[0]).people}


def test_nobody_is_in_two_places(
    village: Village, shifts: list[int], pair: tuple[int, int]
) -> None:
    with pytest.raises(VolunteerUnavailable):
        roster.note_arrival(village.coordinator, shifts[0], pair[0])
    ria = village.desk_worker()
    with pytest.raises(ShiftAhead):
        roster.note_arrival(ria, shifts[1], ria.actor.person_id)


def test_what_is_not_noted_is_told_to_who_plans_and_not_for_ever(
    village: Village, shifts: list[int], pair: tuple[int, int]
) -> None:
    assert roster.without_attendance(village.coordinator) == ()  # today is for the desk
    village.clock.moment += timedelta(days=1)
    assert [one.shift_id for one in roster.without_attendance(village.coordinator)] == shifts[:1]
    with pytest.raises(NotAllowed):
        roster.without_attendance(village.desk_worker())
    village.clock.moment += timedelta(weeks=3)
    assert roster.without_attendance(village.coordinator) == ()


def test_earlier_shifts_of_today_are_still_to_note_at_the_desk(
    village: Village, shifts: list[int], pair: tuple[int, int]
) -> None:
    ria = village.desk_worker()
    village.clock.moment = datetime(2026, 11, 23, 14, 0, tzinfo=ZONE)
    duty = roster.on_duty(ria, village.clock.now())
    assert [one.shift_id for one in duty.to_note] == shifts[:1]
    roster.note_everybody_present(ria, shifts[0])
    assert roster.on_duty(ria, village.clock.now()).to_note == ()


def test_a_week_of_which_it_is_noted_who_was_there_stays(village: Village) -> None:
    who = village.volunteer("Anna Aarts", since=date(2024, 1, 1))
    place = StandingAssignment(volunteer_id=who, weekday=1, daypart_id=1, first=TODAY)
    roster.hold_place(village.coordinator, place)
    roster.make_week(village.coordinator, WEEK)
    first = next(one for one in roster.week(village.coordinator, WEEK).cells if one.people)
    roster.note_everybody_present(village.coordinator, first.shift_id)
    with pytest.raises(WeekInUse):
        roster.remove_week(village.coordinator, WEEK)
