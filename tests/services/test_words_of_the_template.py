"""How the lines of the week template are read."""

from datetime import date, time

import pytest

from dorpssteunpunt.domain.demand import Demand
from dorpssteunpunt.domain.rhythm import OfMonth, Rhythm
from dorpssteunpunt.domain.template import OpeningSlot
from dorpssteunpunt.services.words.template import line_words, weekday_words


@pytest.mark.parametrize(
    ("weekdays", "said"),
    [
        ((1,), "maandag"),
        ((2, 4), "dinsdag en donderdag"),
        ((1, 2), "maandag en dinsdag"),
        ((1, 2, 3, 4, 5, 6), "maandag t/m zaterdag"),
        ((1, 3, 4, 5, 6), "maandag en woensdag t/m zaterdag"),
        ((1, 2, 3, 5, 7), "maandag t/m woensdag, vrijdag en zondag"),
    ],
)
def test_days_in_a_row_are_said_as_one(weekdays: tuple[int, ...], said: str) -> None:
    assert weekday_words(weekdays) == said


@pytest.mark.parametrize(
    ("rhythm", "said"),
    [
        (Rhythm(), "09:00–12:00 · 2 mensen"),
        (
            Rhythm(every_weeks=3, counted_from=date(2026, 12, 31)),
            "elke 3 weken (wel in week 53 van 2026) · 09:00–12:00 · 2 mensen",
        ),
        (Rhythm(of_month=OfMonth.LAST), "de laatste van de maand · 09:00–12:00 · 2 mensen"),
    ],
)
def test_a_rhythm_is_said_with_a_week_to_look_up(rhythm: Rhythm, said: str) -> None:
    line = OpeningSlot(weekday=1, daypart_id=1, start=time(9), end=time(12), rhythm=rhythm)
    assert line_words(line, {}) == said


def test_what_is_asked_is_said_in_the_order_of_the_form() -> None:
    demand = Demand(most=4, skills=frozenset({2}), experienced=True, priority=2)
    line = OpeningSlot(
        weekday=1, daypart_id=1, start=time(9), end=time(12), needed=3, demand=demand
    )
    assert line_words(line, {1: "Kassa", 2: "Sleutel"}) == (
        "09:00–12:00 · 3 mensen, hooguit 4 · iemand met ervaring · Sleutel · belangrijk"
    )
