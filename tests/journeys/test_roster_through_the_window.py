"""The coordinator fills a week from its gaps, publishes it, and takes it to the wall."""

from pathlib import Path

import pytest

from dorpssteunpunt.services.changes import Room
from tests.journeys.conftest import Start
from tests.journeys.person import MIEKES_PIN, Person
from tests.journeys.roster import AFTERNOON, MORNING, TUE, WED, drags, names, puts
from tests.pdf.reading import text_of

pytestmark = pytest.mark.usefixtures("neighbours")


@pytest.fixture
def mieke(start: Start) -> Person:
    """Mieke before the shifts of this week, which are made and empty."""
    person = start()
    person.signs_in("Mieke C.", MIEKES_PIN)
    person.goes_to(Room.ROSTER)
    person.presses("Diensten maken voor week 48")
    person.reads("concept")
    return person


def test_a_week_is_filled_from_its_gaps_published_and_hung_on_the_wall(
    mieke: Person, tmp_path: Path
) -> None:
    puts(mieke, "Els", MORNING, TUE)
    puts(mieke, "Zoë", MORNING, TUE)
    mieke.chooses("Aanspreekpunt", of="Els Smeets wijzigen")
    mieke.reads("Els Smeets is aanspreekpunt")
    puts(mieke, "Łukasz", AFTERNOON, TUE)
    drags(mieke, "Henk", MORNING, WED)
    assert names(mieke, MORNING, WED) == ["Henk M."]
    mieke.presses("Publiceren")
    mieke.reads("Week 48 publiceren?")
    mieke.presses("Publiceren")
    mieke.reads("gepubliceerd")
    mieke.presses("Afdrukken")
    mieke.saves_paper(tmp_path / "rooster.pdf")
    paper = text_of((tmp_path / "rooster.pdf").read_bytes())
    for words in ("Rooster week 48", "Els S.", "Zoë K.", "Łukasz N.", "Henk M.", "1 van 2"):
        assert words in paper
