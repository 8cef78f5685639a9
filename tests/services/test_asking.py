"""Who was asked for a gap and what they said, as the candidates tell it."""

from datetime import timedelta

import pytest

from dorpssteunpunt.domain.asking import Answer
from dorpssteunpunt.domain.availability import AvailabilityLevel
from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.services import roster
from dorpssteunpunt.services.ports import NotFound
from dorpssteunpunt.services.words.roster_candidates import candidate_words
from tests.village import TODAY, Village

ALL_WEEK = {(day, part): AvailabilityLevel.CAN for day in range(1, 8) for part in (1, 2, 3)}


@pytest.fixture
def shifts(village: Village) -> list[int]:
    roster.make_week(village.coordinator, Week.of(TODAY))
    return [cell.shift_id for cell in roster.week(village.coordinator, Week.of(TODAY)).cells]


@pytest.fixture
def volunteers(village: Village) -> tuple[int, int]:
    """Anna and Bram, who can all week."""
    anna, bram = (
        village.volunteer(name, availability=ALL_WEEK) for name in ("Anna Aarts", "Bram Bos")
    )
    return anna, bram


def words(village: Village, shift: int, who: int) -> str:
    found = roster.candidates(village.coordinator, shift)
    return candidate_words(next(one for one in found if one.volunteer_id == who))


def first(village: Village, shift: int) -> int:
    return roster.candidates(village.coordinator, shift)[0].volunteer_id


def test_who_said_no_comes_last_and_says_so_until_they_say_otherwise(
    village: Village, shifts: list[int], volunteers: tuple[int, int]
) -> None:
    anna, bram = volunteers
    ria = village.desk_worker()
    assert first(village, shifts[0]) == anna
    roster.note_asking(ria, shifts[0], anna, Answer.NO)
    assert first(village, shifts[0]) == bram
    assert "gevraagd ma 23 nov 09:30: zegt nee" in words(village, shifts[0], anna)
    assert "gevraagd" not in words(village, shifts[0], bram)
    roster.note_asking(ria, shifts[0], anna, Answer.CALLS_BACK)
    assert first(village, shifts[0]) == anna
    assert "belt terug" in words(village, shifts[0], anna)


def test_asking_puts_nobody_on_a_shift_and_can_be_taken_back(
    village: Village, shifts: list[int], volunteers: tuple[int, int]
) -> None:
    anna, _bram = volunteers
    done = roster.note_asking(village.coordinator, shifts[0], anna, Answer.YES)
    cell = roster.week(village.coordinator, Week.of(TODAY)).cell(shifts[0])
    assert cell is not None
    assert not cell.people
    roster.forget_asking(village.coordinator, done.asking_id)
    assert "gevraagd" not in words(village, shifts[0], anna)


def test_who_was_asked_often_comes_later_among_equals(
    village: Village, shifts: list[int], volunteers: tuple[int, int]
) -> None:
    anna, bram = volunteers
    for shift in shifts[:3]:
        roster.note_asking(village.coordinator, shift, anna, Answer.CALLS_BACK)
    assert first(village, shifts[5]) == bram
    assert "gevraagd voor 3 andere diensten in 4 weken" in words(village, shifts[5], anna)
    village.clock.moment += timedelta(weeks=5)
    assert "4 weken" not in words(village, shifts[5], anna)
    assert "belt terug" in words(village, shifts[0], anna)  # of the shift itself it stays


def test_only_a_volunteer_is_asked_for_a_shift_that_is_there(
    village: Village, shifts: list[int], volunteers: tuple[int, int]
) -> None:
    with pytest.raises(NotFound):
        roster.note_asking(village.coordinator, 999, volunteers[0], Answer.YES)
    resident = village.resident("Corrie Smit")
    with pytest.raises(NotFound):
        roster.note_asking(village.coordinator, shifts[0], resident, Answer.YES)


def test_a_week_that_is_taken_away_takes_what_was_asked_for_it_along(
    village: Village, shifts: list[int], volunteers: tuple[int, int]
) -> None:
    roster.note_asking(village.coordinator, shifts[0], volunteers[0], Answer.NO)
    roster.remove_week(village.coordinator, Week.of(TODAY))
    assert not roster.week(village.coordinator, Week.of(TODAY)).rows
