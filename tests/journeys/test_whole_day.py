"""One working day at the desk, from signing in to the printed roster, with three people in turn."""

from datetime import timedelta
from pathlib import Path

import pytest

from dorpssteunpunt.base.clock import FixedClock
from dorpssteunpunt.services.changes import Room
from tests.journeys.conftest import MORNING as HALF_PAST_NINE
from tests.journeys.conftest import Start
from tests.journeys.desk_work import (
    ANSWER,
    GROCERIES,
    KEY,
    answers_the_worry,
    hands_over_a_key,
    passes_on_a_worry,
    takes_down_groceries,
)
from tests.journeys.person import ANOUKS_PIN, MIEKES_PIN, RIAS_PIN, Person
from tests.journeys.roster import AFTERNOON, MON, MORNING, names, puts
from tests.pdf.reading import text_of


@pytest.mark.usefixtures("neighbours")
def test_a_whole_day_at_the_desk_from_signing_in_to_the_roster_on_the_wall(
    start: Start, tmp_path: Path
) -> None:
    clock = FixedClock(HALF_PAST_NINE)
    somebody = start(clock=clock)
    _the_coordinator_makes_the_week(somebody)
    _the_desk_has_a_busy_morning(somebody)
    clock.moment += timedelta(hours=2)
    _the_village_supporter_answers(somebody)
    clock.moment += timedelta(hours=2)
    _the_desk_finds_in_vandaag_what_came_of_it(somebody)
    _the_coordinator_fills_the_gap_and_prints(somebody, tmp_path / "rooster.pdf")
    paper = text_of((tmp_path / "rooster.pdf").read_bytes())
    for words in ("Rooster week 48", "Els S.", "Henk M.", "Łukasz N.", "0 van 2"):
        assert words in paper


def _the_coordinator_makes_the_week(mieke: Person) -> None:
    mieke.signs_in("Mieke C.", MIEKES_PIN)
    mieke.reads("Goedemorgen Mieke", "Er staat nu niemand op het rooster.")
    mieke.goes_to(Room.ROSTER)
    mieke.presses("Diensten maken voor week 48")
    puts(mieke, "Els", MORNING, MON)
    puts(mieke, "Henk", MORNING, MON)
    puts(mieke, "Łukasz", AFTERNOON, MON)
    mieke.presses("Publiceren")
    mieke.reads("Week 48 publiceren?")
    mieke.presses("Publiceren")
    mieke.reads("Week 48 is gepubliceerd.")


def _the_desk_has_a_busy_morning(ria: Person) -> None:
    ria.gives_way_to("Ria v.d. B.", RIAS_PIN)
    ria.reads("Nu · ochtend 09:00–12:30", "Els Smeets", "Henk Mulder", "1 van 2, nog iemand nodig")
    takes_down_groceries(ria)
    ria.presses("Koppelen aan Zoë Kuipers")
    ria.reads("Zoë Kuipers heeft nu deze hulpvraag.")
    passes_on_a_worry(ria)
    hands_over_a_key(ria)


def _the_village_supporter_answers(anouk: Person) -> None:
    anouk.gives_way_to("Anouk V.", ANOUKS_PIN)
    anouk.reads(KEY)
    answers_the_worry(anouk)


def _the_desk_finds_in_vandaag_what_came_of_it(ria: Person) -> None:
    ria.gives_way_to("Ria v.d. B.", RIAS_PIN)
    ria.reads("Antwoord van de dorpsondersteuner", ANSWER, "Alles is gelezen", "Sleutel ophalen")
    ria.presses("Gelezen")
    ria.until(lambda: not ria.says(ANSWER))
    ria.reads("Nu · middag", "Łukasz Nowak", "Alle open hulpvragen (2)")
    ria.goes_to(Room.HELP_REQUESTS)
    assert sorted(ria.lines()) == ["De post van drie maanden sorteren", GROCERIES]


def _the_coordinator_fills_the_gap_and_prints(mieke: Person, paper: Path) -> None:
    mieke.gives_way_to("Mieke C.", MIEKES_PIN)
    mieke.reads("1 bericht te lezen", KEY)
    mieke.presses("Wie vragen voor maandag 23 november, middag?")
    mieke.reads("maandag 23 november, Middag")
    mieke.writes("Wie vragen?", "Els")
    mieke.presses("Op deze dienst zetten")
    mieke.until(lambda: names(mieke, AFTERNOON, MON) == ["Łukasz N.", "Els S."])
    mieke.presses("Opnieuw publiceren")
    mieke.reads("Week 48 publiceren?")
    mieke.presses("Publiceren")
    mieke.reads("Week 48 is gepubliceerd.")
    mieke.keys("Ctrl+P")
    mieke.saves_paper(paper)
