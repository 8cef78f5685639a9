"""What one shift leaves to the next, and what goes to the village supporter alone."""

from pathlib import Path

import pytest

from dorpssteunpunt.services.changes import Room
from tests.journeys.conftest import Start
from tests.journeys.desk_work import (
    ANSWER,
    BECAUSE,
    SEEN,
    THOUGHT,
    answers_the_worry,
    hands_over_a_key,
    passes_on_a_worry,
)
from tests.journeys.person import ANOUKS_PIN, MIEKES_PIN, RIAS_PIN, Person
from tests.pdf.reading import text_of

pytestmark = pytest.mark.usefixtures("neighbours")


@pytest.fixture
def ria(start: Start) -> Person:
    """Ria at the desk."""
    person = start()
    person.signs_in("Ria v.d. B.", RIAS_PIN)
    return person


def test_the_next_shift_reads_and_confirms_and_a_correction_is_added_to_what_stood_there(
    ria: Person, tmp_path: Path
) -> None:
    hands_over_a_key(ria)
    mieke = ria
    mieke.gives_way_to("Mieke C.", MIEKES_PIN)
    mieke.reads("1 bericht te lezen", "Sleutel ophalen")
    mieke.presses("Tonen: De sleutel van de berging ligt bij de bakker.")
    mieke.reads("Als de bakker dicht is: bel de beheerder.", "Nog niemand heeft dit bevestigd.")
    mieke.writes("Gelezen, ik doe …", "Ik haal de sleutel om twaalf uur.")
    mieke.presses("Bevestigen")
    mieke.reads("bevestigd", "Ik haal de sleutel om twaalf uur.")
    mieke.goes_to(Room.TODAY)
    mieke.reads("Alles is gelezen")
    ria.gives_way_to("Ria v.d. B.", RIAS_PIN)
    ria.goes_to(Room.HANDOVER)
    ria.presses("Alle")
    ria.opens("De sleutel van de berging")
    ria.presses("Corrigeren")
    ria.writes("Situatie", "De sleutel van de berging ligt bij de slager.")
    ria.presses("Opslaan")
    ria.reads("Wat er eerst stond", "De sleutel van de berging ligt bij de bakker.", "slager")
    ria.presses("Afdrukken…")
    ria.writes("Eerste dag", "23-11-2026")
    ria.writes("Laatste dag", "vandaag")
    ria.presses("Voorbeeld bekijken")
    ria.saves_paper(tmp_path / "overdracht.pdf")
    paper = text_of((tmp_path / "overdracht.pdf").read_bytes())
    for words in ("slager", "bakker", "Ik haal de sleutel om twaalf uur.", "Sleutel ophalen"):
        assert words in paper


def test_a_signal_from_a_request_is_answered_and_the_desk_reads_the_answer_and_no_more(
    ria: Person,
) -> None:
    passes_on_a_worry(ria)
    anouk = ria
    anouk.gives_way_to("Anouk V.", ANOUKS_PIN)
    answers_the_worry(anouk)
    ria.gives_way_to("Ria v.d. B.", RIAS_PIN)
    ria.reads("Antwoord van de dorpsondersteuner", ANSWER)
    ria.goes_to(Room.CONCERNS)
    ria.opens("Signaal van ma 23 nov")
    ria.reads("De dorpsondersteuner heeft geantwoord.", ANSWER)
    for secret in (SEEN, THOUGHT, BECAUSE):
        assert not ria.says(secret)


def test_the_overview_of_escalations_is_for_the_village_supporter_alone(
    ria: Person, tmp_path: Path
) -> None:
    passes_on_a_worry(ria)
    ria.goes_to(Room.OVERVIEWS)
    ria.reads("Overdracht", "Dagoverzicht")
    assert "Escalaties" not in ria.texts()
    anouk = ria
    anouk.gives_way_to("Anouk V.", ANOUKS_PIN)
    anouk.goes_to(Room.OVERVIEWS)
    anouk.presses("Opslaan als PDF", near="Escalaties")
    anouk.names_file(tmp_path / "escalaties.pdf")
    anouk.reads("Opgeslagen als escalaties.pdf.")
    assert "dhr. Koolen" in text_of((tmp_path / "escalaties.pdf").read_bytes())
