"""The four papers from the room of the overviews: looked at, kept as a file, and read back."""

from pathlib import Path

import pytest

from dorpssteunpunt.services.changes import Room
from tests.journeys.conftest import Start
from tests.journeys.desk_work import (
    GROCERIES,
    KEY,
    SEEN,
    hands_over_a_key,
    passes_on_a_worry,
    takes_down_groceries,
)
from tests.journeys.person import ANOUKS_PIN, MIEKES_PIN
from tests.journeys.roster import MON, MORNING, puts
from tests.pdf.reading import text_of


@pytest.mark.usefixtures("neighbours")
def test_the_four_papers_are_looked_at_and_saved_from_the_overviews(
    start: Start, tmp_path: Path
) -> None:
    mieke = start()
    mieke.signs_in("Mieke C.", MIEKES_PIN)
    takes_down_groceries(mieke)
    passes_on_a_worry(mieke)
    hands_over_a_key(mieke)
    mieke.goes_to(Room.ROSTER)
    mieke.presses("Diensten maken voor week 48")
    puts(mieke, "Henk", MORNING, MON)
    anouk = mieke
    anouk.gives_way_to("Anouk V.", ANOUKS_PIN)
    anouk.goes_to(Room.OVERVIEWS)
    for title, words in (
        ("Weekrooster", ("week 48", "Henk M.", "1 van 2")),
        ("Open hulpvragen", (GROCERIES, "0493 691 234")),
        ("Overdracht", (KEY, "Sleutel ophalen")),
        ("Escalaties", ("dhr. Koolen", SEEN)),
    ):
        paper = tmp_path / f"{title}.pdf"
        anouk.presses("Voorbeeld", near=title)
        anouk.saves_paper(paper)
        text = text_of(paper.read_bytes())
        assert [said for said in words if said not in text] == []
