"""Who is not proposed for a shift again: the last thing that was said or done counts."""

from datetime import datetime, timedelta

import pytest

from dorpssteunpunt.base.clock import ZONE
from dorpssteunpunt.domain.asking import Answer, Asking
from dorpssteunpunt.domain.roster import Assignment, Ending
from dorpssteunpunt.domain.staying_off import staying_off

NINE = datetime(2026, 11, 23, 9, tzinfo=ZONE)
ELS, MORNING = 1, 7


def after(hours: int) -> datetime:
    return NINE + timedelta(hours=hours)


def been(made: int, ended: int | None = None, how: Ending | None = None) -> Assignment:
    return Assignment(
        shift_id=MORNING,
        volunteer_id=ELS,
        made_at=after(made),
        made_by=1,
        ended_at=None if ended is None else after(ended),
        ended_as=how,
    )


def asked(at: int, answer: Answer) -> Asking:
    return Asking(shift_id=MORNING, volunteer_id=ELS, answer=answer, asked_at=after(at), asked_by=1)


@pytest.mark.parametrize("how", [Ending.REPORTED_ABSENT, Ending.TAKEN_OFF, Ending.SWAPPED])
def test_whoever_went_off_a_shift_stays_off_it(how: Ending) -> None:
    assert staying_off([been(0, 1, how)], []) == {(ELS, MORNING)}


@pytest.mark.parametrize(
    "ever",
    [[], [been(0)], [been(0, 1, Ending.MOVED)], [been(0, 1, Ending.TAKEN_OFF), been(2)]],
    ids=["never there", "there now", "moved elsewhere", "back again"],
)
def test_nobody_else_stays_off(ever: list[Assignment]) -> None:
    assert staying_off(ever, []) == frozenset()


@pytest.mark.parametrize(
    ("answers", "off"),
    [
        ([Answer.NO], True),
        ([Answer.NO, Answer.CALLS_BACK], True),
        ([Answer.NO, Answer.YES], False),
        ([Answer.YES, Answer.NO], True),
        ([Answer.CALLS_BACK], False),
    ],
)
def test_the_last_answer_counts_and_a_promise_to_call_is_none(
    answers: list[Answer], off: bool
) -> None:
    askings = [asked(at, answer) for at, answer in enumerate(answers)]
    assert bool(staying_off([], askings)) is off


def test_a_yes_after_going_off_is_welcome_and_going_off_after_a_yes_counts() -> None:
    went = been(0, 2, Ending.REPORTED_ABSENT)
    assert not staying_off([went], [asked(3, Answer.YES)])
    assert staying_off([went], [asked(1, Answer.YES)])
