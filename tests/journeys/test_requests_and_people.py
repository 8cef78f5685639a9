"""A request from the first call until it is finished, and the people it is about and for."""

import pytest

from dorpssteunpunt.services.changes import Room
from tests.journeys.conftest import Start
from tests.journeys.desk_work import GROCERIES, takes_down_groceries
from tests.journeys.person import RIAS_PIN, Person

pytestmark = pytest.mark.usefixtures("neighbours")


@pytest.fixture
def ria(start: Start) -> Person:
    """Ria at the desk."""
    person = start()
    person.signs_in("Ria v.d. B.", RIAS_PIN)
    return person


def test_a_request_of_somebody_new_is_taken_down_by_keyboard_alone(ria: Person) -> None:
    takes_down_groceries(ria)
    ria.reads("Boodschappen", "Corrie van der Heijden", "0493 691 234", "Kerkstraat 12", "do")
    assert ria.lines() == [GROCERIES]


def test_who_asked_before_is_found_as_one_types_and_the_list_is_narrowed(ria: Person) -> None:
    takes_down_groceries(ria)
    ria.presses("Nieuwe hulpvraag")
    ria.finds("heijd", "Wie vraagt het?")
    ria.keys("Return")
    ria.picks("Soort hulp", "Tuin")
    ria.writes("Wat is de vraag?", "De heg knippen vóór de winter")
    ria.presses("Opslaan")
    ria.reads("Andere hulpvragen van Corrie van der Heijden")
    ria.presses("Zoekt vrijwilliger 2")
    ria.writes("Zoeken in de hulpvragen", "aardap")
    ria.until(lambda: ria.lines() == [GROCERIES])
    ria.writes("Zoeken in de hulpvragen", "heijden")
    ria.picks("Toon alleen deze soort hulp", "Tuin")
    ria.until(lambda: ria.lines() == ["De heg knippen vóór de winter"])


def test_a_request_is_given_followed_up_and_finished_and_its_page_tells_all_of_it(
    ria: Person,
) -> None:
    takes_down_groceries(ria)
    ria.presses("Koppelen aan Łukasz Nowak")
    ria.reads("Łukasz Nowak heeft nu deze hulpvraag.", "Wie helpt")
    ria.presses("Contact noteren")
    ria.writes("Wat is er gezegd?", "Zij wil graag vóór de koffie.")
    ria.writes("Opvolgen op", "morgen")
    ria.presses("Noteren")
    ria.reads("Opvolgen", "morgen")
    ria.presses("Afsluiten…")
    ria.presses("Gelukt: de bewoner is geholpen")
    ria.writes("Toelichting", "Gedaan, en ook even koffie gedronken.")
    ria.presses("Afsluiten")
    ria.reads(
        "Hulpvraag genoteerd.",
        "Gekoppeld aan Łukasz Nowak.",
        "Zij wil graag vóór de koffie.",
        "Opvolgen: di 24 nov.",
        "Afgesloten: afgerond.",
        "Gedaan, en ook even koffie gedronken.",
    )
    ria.presses("Open 0")
    assert ria.lines() == []
    ria.presses("Afgerond")
    ria.until(lambda: ria.lines() == [GROCERIES])


def test_a_volunteer_is_added_with_what_she_does_when_she_can_and_her_papers(ria: Person) -> None:
    ria.goes_to(Room.PEOPLE)
    ria.presses("Nieuwe persoon")
    ria.writes("Voornaam", "Đurđa")
    ria.writes("Tussenvoegsel", "van den")
    ria.writes("Achternaam", "Eijnden")
    ria.writes("Telefoon", "0612345678")
    ria.presses("Opslaan")
    ria.presses("Wordt vrijwilliger…")
    ria.presses("Boodschappen")
    ria.presses("gezien")
    ria.writes("VOG gezien op", "2-11-2026")
    ria.writes("Overeenkomst getekend op", "3-11-2026")
    ria.writes("Gedragscode getekend op", "3-11-2026")
    ria.presses("Opslaan")
    ria.presses("Wensen wijzigen…")
    ria.picks("dinsdag, Ochtend", "liever")
    ria.presses("De rest: kan niet")
    ria.presses("Opslaan")
    ria.reads("06 12345678", "Boodschappen", "gezien 02-11-2026", "getekend 03-11-2026", "liever")


def test_a_dutch_name_stands_under_its_own_letter_and_is_found_without_accents(
    ria: Person,
) -> None:
    ria.goes_to(Room.PEOPLE)
    for given, prefix, surname in (("Đurđa", "van den", "Eijnden"), ("Thi", "", "Nguyễn")):
        ria.presses("Nieuwe persoon")
        ria.writes("Voornaam", given)
        ria.writes("Tussenvoegsel", prefix)
        ria.writes("Achternaam", surname)
        ria.presses("Opslaan")
        ria.reads("Opgeslagen.", surname)
    ria.until(lambda: "Nguyễn, Thi" in ria.lines())
    assert ria.lines() == [
        "Berg, Ria van den",
        "Claessens, Mieke",
        "Eijnden, Đurđa van den",
        "Kuipers, Zoë",
        "Mulder, Henk",
        "Nguyễn, Thi",
        "Nowak, Łukasz",
        "Smeets, Els",
        "Verhoeven, Anouk",
    ]
    for typed, found in (
        ("durda", "Eijnden, Đurđa van den"),
        ("nguyen", "Nguyễn, Thi"),
        ("lukasz", "Nowak, Łukasz"),
    ):
        ria.writes("Zoek op naam, straat of telefoon", typed)
        ria.until(lambda found=found: ria.lines() == [found])  # type: ignore[misc]
