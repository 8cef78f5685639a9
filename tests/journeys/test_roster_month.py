"""A month from nothing to the wall, an illness repaired, and a swap with its way back."""

from pathlib import Path

import pytest

from dorpssteunpunt.services.changes import Room
from dorpssteunpunt.ui.rooms.roster.grid import RosterGrid
from tests.journeys.conftest import Start
from tests.journeys.person import MIEKES_PIN, Person
from tests.journeys.roster import AFTERNOON, MORNING, TUE, WED, names, shift
from tests.pdf.reading import text_of

pytestmark = pytest.mark.usefixtures("neighbours")

WEEKS = (49, 50, 51, 52)
NEIGHBOURS = ("Els Smeets", "Henk Mulder", "Łukasz Nowak", "Zoë Kuipers")


@pytest.fixture
def mieke(start: Start) -> Person:
    """Mieke before this week, of which there are no shifts yet."""
    person = start()
    person.signs_in("Mieke C.", MIEKES_PIN)
    person.goes_to(Room.ROSTER)
    return person


@pytest.fixture
def with_week(mieke: Person) -> Person:
    """Mieke before this week, filled by proposal and published."""
    makes(mieke, 48)
    takes_over(mieke, "Deze week vullen…")
    publishes(mieke)
    return mieke


def makes(person: Person, week: int) -> None:
    """Make the shifts of the week in sight."""
    person.presses(f"Diensten maken voor week {week}")
    person.reads("concept")
    person.waits()


def takes_over(person: Person, what: str) -> None:
    """Let the program propose, and take over all of it."""
    person.chooses(what, of="Voorstel maken")
    person.reads("er blijft niets open.")
    person.presses("Overnemen wat is aangevinkt")
    person.reads("uit het voorstel.")
    person.waits()


def publishes(person: Person) -> None:
    """Publish the week in sight."""
    person.presses("Publiceren")
    person.reads("publiceren?")
    person.presses("Publiceren")
    person.reads("gepubliceerd")
    person.waits()


def prints(person: Person, file: Path) -> str:
    """Print the week in sight to a file, and return what it says."""
    person.presses("Afdrukken")
    person.saves_paper(file)
    return text_of(file.read_bytes())


def looks_at(person: Person, part: int, day: int) -> None:
    """Choose a shift of the grid."""
    person.clicks(person.sees(RosterGrid), shift(person, part, day))
    person.waits()


def full_name(wall: str) -> str:
    """Return who somebody on the wall is."""
    return next(one for one in NEIGHBOURS if one.startswith(wall.split(maxsplit=1)[0]))


def test_a_month_is_made_from_nothing_proposed_published_and_printed(
    mieke: Person, tmp_path: Path
) -> None:
    for week in WEEKS:
        mieke.presses("Volgende week")
        makes(mieke, week)
    for _back in WEEKS[1:]:
        mieke.presses("Vorige week")
    mieke.reads("Week 49")
    takes_over(mieke, "Vier weken vullen…")
    for week in WEEKS:
        mieke.reads(f"Week {week}")
        publishes(mieke)
        paper = prints(mieke, tmp_path / f"{week}.pdf")
        assert f"Rooster week {week}" in paper
        assert "van 2" not in paper  # nothing is open
        assert all(name.split()[0] in paper for name in NEIGHBOURS)
        mieke.presses("Volgende week")


def test_an_illness_is_repaired_and_the_next_print_says_what_changed(
    with_week: Person, tmp_path: Path
) -> None:
    mieke = with_week
    assert "gewijzigd" not in prints(mieke, tmp_path / "before.pdf")
    looks_at(mieke, MORNING, WED)
    ill, stays = names(mieke, MORNING, WED)
    mieke.chooses("Afmelden…", of=f"{full_name(ill)} wijzigen")
    mieke.presses("Ziek")
    mieke.presses("Afmelden")
    mieke.until(lambda: names(mieke, MORNING, WED) == [stays], "a gap")
    takes_over(mieke, "Deze week herstellen, met weinig wijzigingen…")
    now = names(mieke, MORNING, WED)
    assert stays in now
    assert ill not in now
    assert len(now) == 2
    assert "▲ gewijzigd 23-11" in prints(mieke, tmp_path / "after.pdf")


def test_a_swap_is_kept_and_taken_back(with_week: Person) -> None:
    mieke = with_week
    looks_at(mieke, AFTERNOON, TUE)
    before = names(mieke, AFTERNOON, TUE)
    giver = full_name(before[0])
    there = {full_name(one) for one in before}
    taker = next(one for one in NEIGHBOURS if one not in there)
    mieke.chooses("Ruilen…", of=f"{giver} wijzigen")
    mieke.picks(f"Wie neemt het over van {giver}?", f"{taker} · past goed")
    mieke.writes(f"{giver} is akkoord op", "vandaag")
    mieke.writes("Wie overneemt, is akkoord op", "vandaag")
    mieke.presses("Ruil vastleggen")
    mieke.until(lambda: before[0] not in names(mieke, AFTERNOON, TUE), "the swap")
    assert len(names(mieke, AFTERNOON, TUE)) == 2
    mieke.waits()
    mieke.presses("Ongedaan maken")
    mieke.until(lambda: names(mieke, AFTERNOON, TUE) == before, "the way back")
    mieke.reads("Ongedaan gemaakt")


def test_a_swap_waits_on_today_until_the_other_says_yes(with_week: Person) -> None:
    mieke = with_week
    looks_at(mieke, AFTERNOON, TUE)
    before = names(mieke, AFTERNOON, TUE)
    giver = full_name(before[0])
    taker = next(one for one in NEIGHBOURS if one not in {full_name(one) for one in before})
    mieke.chooses("Ruilen…", of=f"{giver} wijzigen")
    mieke.picks(f"Wie neemt het over van {giver}?", f"{taker} · past goed")
    mieke.writes(f"{giver} is akkoord op", "vandaag")
    mieke.presses("Als vraag vastleggen")
    mieke.reads("nog geen antwoord")
    mieke.waits()
    assert names(mieke, AFTERNOON, TUE) == before
    mieke.goes_to(Room.TODAY)
    mieke.reads("1 ruil wacht op antwoord")
    mieke.presses(f"Tonen: {taker} neemt het over van {giver}")
    mieke.presses(f"Is akkoord: {taker} neemt het over van {giver}")
    mieke.until(lambda: before[0] not in names(mieke, AFTERNOON, TUE), "the swap")
    mieke.goes_to(Room.TODAY)
    mieke.waits()
    assert not mieke.says("wacht op antwoord")


def test_filled_in_sheets_are_taken_over_before_a_roster_is_proposed(
    mieke: Person, tmp_path: Path
) -> None:
    sheet = tmp_path / "wensen.csv"
    sheet.write_text(
        "Datum;Els Smeets;Henk\n24-11-2026;nee;ja\n25-11-2026;alleen ochtend;ziek\n", "utf-8"
    )
    makes(mieke, 48)
    mieke.chooses("Ingevulde wensen overnemen…", of="Voorstel maken")
    mieke.names_file(sheet)
    mieke.reads("Ingevuld blad overnemen", "Henk Mulder", "di 24 nov: ochtend, middag")
    mieke.presses("Overnemen")
    mieke.reads("Overgenomen voor 2 vrijwilligers.")
    mieke.waits()
    mieke.goes_to(Room.ROSTER)
    takes_over(mieke, "Deze week vullen…")
    for part in (MORNING, AFTERNOON):
        assert "Els S." not in names(mieke, part, TUE)
        assert "Henk M." not in names(mieke, part, WED)
