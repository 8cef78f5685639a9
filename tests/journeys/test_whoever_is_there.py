"""From the roster to the phone and back to the desk: who confirms, and who is there."""

import pytest

from dorpssteunpunt.services.changes import Room
from tests.journeys.conftest import Start
from tests.journeys.person import MIEKES_PIN
from tests.journeys.roster import MON, MORNING, TUE, names, puts

pytestmark = pytest.mark.usefixtures("neighbours")


def test_people_are_called_about_tomorrow_and_noted_as_there_today(start: Start) -> None:
    mieke = start()
    mieke.signs_in("Mieke C.", MIEKES_PIN)
    mieke.goes_to(Room.ROSTER)
    mieke.presses("Diensten maken voor week 48")
    mieke.reads("concept")
    for name, day in (("Els", MON), ("Zoë", MON), ("Henk", TUE)):
        puts(mieke, name, MORNING, day)
    mieke.presses("Publiceren")
    mieke.reads("Week 48 publiceren?")
    mieke.presses("Publiceren")
    mieke.reads("1 naam met ? nog niet bevestigd")

    mieke.presses("Wie bellen…")
    mieke.reads("1 persoon om te bellen", "Henk Mulder")
    mieke.presses("Henk Mulder: Komt")
    mieke.reads("Er is niemand om te bellen.")
    mieke.presses("Terug naar het rooster")
    assert names(mieke, MORNING, TUE) == ["Henk M."]

    mieke.goes_to(Room.TODAY)
    mieke.reads("Els Smeets", "Zoë Kuipers")
    mieke.presses("Noteren wie er was op maandag 23 november, Ochtend")
    mieke.reads("Wie was er op maandag 23 november, Ochtend?")
    mieke.presses("Aanwezig", near="Els Smeets")
    mieke.presses("Niet gekomen", near="Zoë Kuipers")
    mieke.writes("Notitie", "Vergeten")
    mieke.presses("Opslaan")
    mieke.reads("niet gekomen: Vergeten")
    mieke.goes_to(Room.TODAY)
    mieke.reads("Zoë Kuipers · niet gekomen: Vergeten")
