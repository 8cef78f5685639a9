"""Who mistypes reads what is wrong and how to write it, in Dutch."""

import pytest

from dorpssteunpunt.base.errors import Refusal
from dorpssteunpunt.domain.contact import InvalidEmail, InvalidPhone, InvalidPostcode
from dorpssteunpunt.domain.dates import DateProblem, InvalidDate
from dorpssteunpunt.domain.names import MissingName
from dorpssteunpunt.domain.times import InvalidTime
from dorpssteunpunt.domain.weeks import InvalidWeek
from dorpssteunpunt.services.words import in_words


@pytest.mark.parametrize(
    ("refusal", "part"),
    [
        (MissingName(), "naam"),
        (InvalidPhone("06"), "06 12345678"),
        (InvalidPostcode("0"), "5722 AB"),
        (InvalidEmail("a@"), "naam@voorbeeld.nl"),
        (InvalidDate("ooit", DateProblem.NOT_UNDERSTOOD), "over 2 weken"),
        (InvalidDate("31-2", DateProblem.NO_SUCH_DAY), "kalender"),
        (InvalidDate("di 23-11", DateProblem.OTHER_WEEKDAY), "andere dag van de week"),
        (InvalidDate("2-3-1800", DateProblem.YEAR_OUT_OF_RANGE), "tussen 1900 en 2199"),
        (InvalidTime("25"), "half drie"),
        (InvalidWeek("2027-W53"), "2026-W48"),
    ],
)
def test_a_slip_is_told_with_how_to_write_it(refusal: Refusal, part: str) -> None:
    assert part in in_words(refusal)
