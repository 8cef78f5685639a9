"""A swap that one asked and the other has not answered: kept, shown, answered, and its history."""

from collections.abc import Iterator
from datetime import date, time, timedelta
from pathlib import Path

import pytest

from dorpssteunpunt.domain.availability import AvailabilityLevel, Deviation
from dorpssteunpunt.domain.roster import NotOnShift
from dorpssteunpunt.domain.suitability import Objection, VolunteerUnavailable
from dorpssteunpunt.domain.swap_requests import AskedAlready, RequestSettled, SwapRequestEnd
from dorpssteunpunt.domain.swapping import AgreementMissing, Agreements, Cut, NoPart
from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.services import people, roster
from dorpssteunpunt.services.roster import ShiftCell, SwapDraft, WaitingSwap
from dorpssteunpunt.services.today import today_view
from dorpssteunpunt.services.words import in_words
from dorpssteunpunt.services.words.shift_history import history_words
from dorpssteunpunt.services.words.swapping import offered_words, waiting_words, waits_words
from tests.village import TODAY, Village, village

WEEK = Week(2026, 48)
TUESDAY, WEDNESDAY = date(2026, 11, 24), date(2026, 11, 25)
MORNING, AFTERNOON = 1, 2
REFUSED, WITHDRAWN = SwapRequestEnd.REFUSED, SwapRequestEnd.WITHDRAWN
ASKED = Agreements(TODAY, None)
"""Whoever gives the place agreed, and asked the other."""


@pytest.fixture
def linde(tmp_path: Path) -> Iterator[Village]:
    with village(tmp_path) as found:
        roster.make_week(found.coordinator, WEEK)
        yield found


@pytest.fixture
def anna(linde: Village) -> int:
    return linde.volunteer("Anna Bakker")


@pytest.fixture
def bart(linde: Village) -> int:
    return linde.volunteer("Bart Cuypers")


def cell(linde: Village, on: date = TUESDAY, daypart: int = MORNING) -> ShiftCell:
    cells = roster.week(linde.coordinator, WEEK).cells
    return next(one for one in cells if (one.on, one.daypart_id) == (on, daypart))


def put(linde: Village, who: int, on: date = TUESDAY, daypart: int = MORNING) -> int:
    done = roster.assign(linde.coordinator, cell(linde, on, daypart).shift_id, who)
    return done.step.after[-1].id


def ask(linde: Village, given: int, taker: int, **facts: object) -> int:
    draft = SwapDraft(assignment_id=given, taker_id=taker, **({"agreements": ASKED} | facts))  # type: ignore[arg-type]
    return roster.ask_swap(linde.coordinator, draft).request_id


def waiting(linde: Village) -> list[WaitingSwap]:
    return list(roster.waiting_swaps(linde.coordinator))


def names(linde: Village, on: date = TUESDAY) -> list[str]:
    return [one.full_name for one in cell(linde, on).people]


def told(linde: Village) -> list[str]:
    lines = roster.shift_history(linde.coordinator, cell(linde).shift_id)
    return [history_words(line) for line in lines]


# --- asking ------------------------------------------------------------------------------------


def test_a_swap_that_is_asked_changes_nothing_and_waits(
    linde: Village, anna: int, bart: int
) -> None:
    ask(linde, put(linde, anna), bart)
    assert names(linde) == ["Anna Bakker"]
    (swap,) = roster.swaps_asked_on(linde.coordinator, cell(linde).shift_id)
    assert waiting_words(swap) == "Bart Cuypers neemt het over van Anna Bakker"
    assert waits_words(swap) == "wacht op Bart Cuypers sinds 23 nov"
    assert offered_words(swap.shift) == "dinsdag 24 november, ochtend"


def test_whoever_takes_over_may_have_asked_too(linde: Village, anna: int, bart: int) -> None:
    ask(linde, put(linde, anna), bart, agreements=Agreements(None, TODAY))
    (swap,) = waiting(linde)
    assert swap.asked == "Anna Bakker"
    assert told(linde)[-1] == "Bart Cuypers vroeg Anna Bakker om te ruilen"


def test_the_shift_in_return_and_a_part_are_said(linde: Village, anna: int, bart: int) -> None:
    given, back = put(linde, anna), put(linde, bart, WEDNESDAY)
    ask(linde, given, bart, return_id=back, cut=Cut(time(11)))
    (swap,) = waiting(linde)
    assert waiting_words(swap) == (
        "Bart Cuypers neemt het over van Anna Bakker, 11:00–12:30, "
        "in ruil voor woensdag 25 november, ochtend"
    )
    on_return = roster.swaps_asked_on(linde.coordinator, cell(linde, WEDNESDAY).shift_id)
    assert on_return == (swap,)


@pytest.mark.parametrize(
    ("agreements", "field"),
    [
        (Agreements(None, None), "giver_agreed_on"),
        (Agreements(TODAY + timedelta(days=1), None), "giver_agreed_on"),
        (Agreements(None, TODAY + timedelta(days=1)), "taker_agreed_on"),
    ],
)
def test_one_of_the_two_has_agreed_by_today(
    linde: Village, anna: int, bart: int, agreements: Agreements, field: str
) -> None:
    given = put(linde, anna)
    with pytest.raises(AgreementMissing) as refused:
        ask(linde, given, bart, agreements=agreements)
    assert refused.value.field == field
    assert not waiting(linde)


def test_what_can_never_be_is_not_asked(linde: Village, anna: int, bart: int) -> None:
    given = put(linde, anna)
    with pytest.raises(NoPart):
        ask(linde, given, bart, cut=Cut(time(22)))
    put(linde, bart)
    with pytest.raises(VolunteerUnavailable) as refused:
        ask(linde, given, bart)
    assert Objection.ON_SHIFT in refused.value.objections


def test_the_same_question_is_asked_once_at_a_time(linde: Village, anna: int, bart: int) -> None:
    given = put(linde, anna)
    first = ask(linde, given, bart)
    with pytest.raises(AskedAlready) as refused:
        ask(linde, given, bart)
    assert "al gevraagd" in in_words(refused.value)
    ask(linde, given, linde.volunteer("Cor Dekkers"))
    roster.end_swap_request(linde.coordinator, first, REFUSED)
    ask(linde, given, bart)
    assert len(waiting(linde)) == 2


# --- the answer --------------------------------------------------------------------------------


def test_a_yes_swaps_with_both_days_and_one_undo_makes_it_wait_again(
    linde: Village, anna: int, bart: int
) -> None:
    request = ask(linde, put(linde, anna), bart)
    linde.clock.moment += timedelta(minutes=5)
    done = roster.agree_swap(linde.coordinator, request)
    assert names(linde) == ["Bart Cuypers"]
    assert not waiting(linde)
    assert told(linde)[-2:] == [
        "Anna Bakker vroeg Bart Cuypers om te ruilen",
        "Anna Bakker → Bart Cuypers, 23 nov, beide akkoord",
    ]
    again = roster.undo(linde.coordinator, done.step)
    assert names(linde) == ["Anna Bakker"]
    assert [one.request_id for one in waiting(linde)] == [request]
    roster.undo(linde.coordinator, again.step)
    assert not waiting(linde)


def test_a_yes_with_a_shift_in_return_gives_each_the_others(
    linde: Village, anna: int, bart: int
) -> None:
    request = ask(linde, put(linde, anna), bart, return_id=put(linde, bart, WEDNESDAY))
    roster.agree_swap(linde.coordinator, request)
    assert (names(linde), names(linde, WEDNESDAY)) == (["Bart Cuypers"], ["Anna Bakker"])


def test_a_yes_to_a_part_leaves_the_rest_and_does_not_wait_any_more(
    linde: Village, anna: int, bart: int
) -> None:
    request = ask(linde, put(linde, anna), bart, cut=Cut(time(11)))
    roster.agree_swap(linde.coordinator, request)
    assert sorted(names(linde)) == ["Anna Bakker", "Bart Cuypers"]
    assert not waiting(linde)


def test_the_rules_are_held_against_the_answer_as_things_are_then(
    linde: Village, anna: int, bart: int
) -> None:
    request = ask(linde, put(linde, anna), bart)
    cannot = Deviation(on=TUESDAY, level=AvailabilityLevel.CANNOT)
    people.deviate(linde.coordinator, bart, cannot)
    with pytest.raises(VolunteerUnavailable) as refused:
        roster.agree_swap(linde.coordinator, request)
    assert Objection.CANNOT in refused.value.objections
    assert [one.request_id for one in waiting(linde)] == [request]
    roster.agree_swap(linde.coordinator, request, "kan toch")
    assert names(linde) == ["Bart Cuypers"]


def test_a_swap_back_does_not_wake_the_first_question(linde: Village, anna: int, bart: int) -> None:
    request = ask(linde, put(linde, anna), bart)
    roster.agree_swap(linde.coordinator, request)
    (now,) = cell(linde).people
    both = Agreements(TODAY, TODAY)
    roster.swap(
        linde.coordinator,
        SwapDraft(assignment_id=now.assignment_id, taker_id=anna, agreements=both),
    )
    assert names(linde) == ["Anna Bakker"]
    assert not waiting(linde)


@pytest.mark.parametrize(
    ("how", "words"),
    [
        (REFUSED, "Bart Cuypers wil niet ruilen"),
        (WITHDRAWN, "Anna Bakker vraagt niet meer om te ruilen"),
    ],
)
def test_what_comes_to_nothing_stays_in_the_history_and_can_wait_again(
    linde: Village, anna: int, bart: int, how: SwapRequestEnd, words: str
) -> None:
    request = ask(linde, put(linde, anna), bart)
    roster.end_swap_request(linde.coordinator, request, how)
    assert not waiting(linde)
    assert told(linde)[-1] == words
    for answer in (
        lambda: roster.agree_swap(linde.coordinator, request),
        lambda: roster.end_swap_request(linde.coordinator, request, how),
    ):
        with pytest.raises(RequestSettled):
            answer()
    roster.reopen_swap_request(linde.coordinator, request)
    assert [one.request_id for one in waiting(linde)] == [request]


def test_a_no_counts_among_those_who_were_asked_for_the_shift(
    linde: Village, anna: int, bart: int
) -> None:
    request = ask(linde, put(linde, anna), bart)
    roster.end_swap_request(linde.coordinator, request, REFUSED)
    found = roster.candidates(linde.coordinator, cell(linde).shift_id)
    assert [one.name for one in found if one.said_no] == ["Bart Cuypers"]


# --- when the roster changes meanwhile ---------------------------------------------------------


def test_a_question_ends_with_the_place_it_is_about(linde: Village, anna: int, bart: int) -> None:
    given = put(linde, anna)
    request = ask(linde, given, bart)
    gone = roster.take_off(linde.coordinator, given)
    assert not waiting(linde)
    with pytest.raises(RequestSettled):
        roster.agree_swap(linde.coordinator, request)
    roster.undo(linde.coordinator, gone.step)
    assert [one.request_id for one in waiting(linde)] == [request]


def test_the_one_who_answers_first_takes_the_place(linde: Village, anna: int, bart: int) -> None:
    given = put(linde, anna)
    first, second = ask(linde, given, bart), ask(linde, given, linde.volunteer("Cor Dekkers"))
    roster.agree_swap(linde.coordinator, second)
    assert not waiting(linde)
    with pytest.raises((RequestSettled, NotOnShift)):
        roster.agree_swap(linde.coordinator, first)


def test_a_shift_that_is_over_waits_for_nobody(linde: Village, anna: int, bart: int) -> None:
    ask(linde, put(linde, anna), bart)
    linde.clock.moment += timedelta(days=1)
    assert waiting(linde)
    linde.clock.moment += timedelta(hours=4)
    assert not waiting(linde)


def test_a_step_that_is_taken_back_does_not_stumble_over_a_question(
    linde: Village, anna: int, bart: int
) -> None:
    done = roster.assign(linde.coordinator, cell(linde).shift_id, anna)
    ask(linde, done.step.after[-1].id, bart)
    again = roster.undo(linde.coordinator, done.step)
    assert not waiting(linde)
    roster.undo(linde.coordinator, again.step)
    assert len(waiting(linde)) == 1


# --- who sees it -------------------------------------------------------------------------------


def test_the_coordinator_sees_it_on_today_and_the_desk_at_the_shift(
    linde: Village, anna: int, bart: int
) -> None:
    ask(linde, put(linde, anna), bart)
    desk = linde.desk_worker()
    assert len(today_view(linde.coordinator).waiting_swaps) == 1
    assert not today_view(desk).waiting_swaps
    assert len(roster.swaps_asked_on(desk, cell(linde).shift_id)) == 1
