"""Work at the desk that several journeys do on their way."""

from dorpssteunpunt.services.changes import Room
from tests.journeys.person import Person

GROCERIES = "De zware boodschappen: aardappels en water"
KEY = "De sleutel van de berging ligt bij de bakker."
SEEN = "Hij had geen jas aan en vroeg drie keer welke dag het was."
THOUGHT = "Ik denk dat hij achteruitgaat."
BECAUSE = "De huisarts ziet dit ook; ik ga deze week langs."
ANSWER = "Bel hem op de dag zelf nog even. Ik houd contact."


def takes_down_groceries(ria: Person) -> None:
    """Take down what Corrie asks while she talks, by keyboard alone."""
    ria.keys("Ctrl+N")
    ria.reads("Wie vraagt het?")
    ria.finds("Corrie van der Heijden")
    ria.keys("Up", "Return", "Tab")
    ria.types("0493 691 234")
    ria.keys("Tab")
    ria.types("Kerkstraat 12")
    ria.keys("Tab", "Down", "Down", "Tab")
    ria.types(GROCERIES)
    ria.keys("Tab")
    ria.types("donderdag")
    ria.keys("Ctrl+S")
    ria.reads("Opgeslagen.")


def hands_over_a_key(ria: Person) -> None:
    """Hand over where a key is and what is to be done about it."""
    ria.goes_to(Room.HANDOVER)
    ria.presses("Iets overdragen")
    ria.presses("● let op")
    ria.writes("Situatie", KEY)
    ria.writes("Als–dan", "Als de bakker dicht is: bel de beheerder.")
    ria.writes("Wat moet er gebeuren?", "Sleutel ophalen")
    ria.presses("Opslaan")
    ria.reads("Opgeslagen. De volgende dienst vindt het hier.")


def passes_on_a_worry(ria: Person) -> None:
    """Take down a request about paper, and from its page pass on what was seen there."""
    ria.goes_to(Room.HELP_REQUESTS)
    ria.presses("Nieuwe hulpvraag")
    ria.finds("Giel Koolen", "Wie vraagt het?")
    ria.keys("Up", "Return")
    ria.picks("Soort hulp", "Administratie en formulieren")
    ria.writes("Wat is de vraag?", "De post van drie maanden sorteren")
    ria.presses("Opslaan")
    ria.presses("Signaal doorgeven")
    ria.presses("Deze week is vroeg genoeg")
    ria.writes("Over wie gaat het?", "dhr. Koolen")
    ria.writes("Wat zag of hoorde u?", SEEN)
    ria.writes("Wat denkt u ervan?", THOUGHT)
    ria.presses("Doorgeven")
    ria.reads("Doorgegeven aan de dorpsondersteuner.")


def answers_the_worry(anouk: Person) -> None:
    """Read the worry, decide with advice, and answer the desk."""
    anouk.reads("1 signaal te beantwoorden")
    anouk.goes_to(Room.CONCERNS)
    anouk.opens("dhr. Koolen")
    anouk.reads(SEEN, THOUGHT, "bij hulpvraag")
    anouk.presses("Besluiten…")
    anouk.presses("Terug naar de vrijwilligers, met advies")
    anouk.writes("Waarom?", BECAUSE)
    anouk.presses("Besluiten")
    anouk.presses("Balie antwoorden…")
    anouk.writes("Wat mag de balie weten?", ANSWER)
    anouk.presses("Aan de balie geven")
    anouk.reads(f"Aan de balie: {ANSWER}", BECAUSE)
