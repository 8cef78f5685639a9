"""What somebody said when asked, and for how many shifts they were asked lately."""

from datetime import datetime, timedelta

from dorpssteunpunt.base.clock import ZONE
from dorpssteunpunt.domain.asking import Answer, Asking, last_answer, times_asked

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=ZONE)


def asked(number: int, shift: int, days_ago: int = 0, answer: Answer = Answer.NO) -> Asking:
    return Asking(
        id=number,
        shift_id=shift,
        volunteer_id=1,
        answer=answer,
        asked_at=NOW - timedelta(days=days_ago),
        asked_by=1,
    )


def test_the_last_thing_said_of_a_shift_counts() -> None:
    askings = [asked(2, 7, answer=Answer.YES), asked(1, 7, answer=Answer.NO), asked(3, 8)]
    assert last_answer(askings, 7) == askings[0]
    assert last_answer(askings, 9) is None


def test_each_other_shift_counts_once_and_not_longer_than_four_weeks() -> None:
    askings = [asked(1, 7), asked(2, 7, 1), asked(3, 8, 27), asked(4, 9, 28)]
    assert times_asked(askings, 6, NOW.date()) == 2
    assert times_asked(askings, 8, NOW.date()) == 1
