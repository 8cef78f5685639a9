"""Who leads a proposed shift: experience, then whose turn it is, and never by chance."""

from datetime import date

from dorpssteunpunt.domain.people import Experience, Volunteer
from dorpssteunpunt.domain.planning.leading import TurnsAsLead

MONDAY, NEXT_MONTH = date(2026, 11, 30), date(2026, 12, 1)


def volunteer(person_id: int, experience: Experience = Experience.REGULAR) -> Volunteer:
    return Volunteer(person_id=person_id, experience=experience)


def test_whoever_is_experienced_leads_however_often_they_did() -> None:
    turns = TurnsAsLead([(2, MONDAY)] * 9)
    newcomers = [volunteer(1), volunteer(2, Experience.EXPERIENCED)]
    assert turns.choose(newcomers, MONDAY) == 2


def test_of_equals_whoever_led_least_that_month_leads_and_then_has_one_turn_more() -> None:
    turns = TurnsAsLead([(1, MONDAY), (3, MONDAY)])
    both = [volunteer(3), volunteer(1), volunteer(2)]
    assert [turns.choose(both, MONDAY) for _ in range(4)] == [2, 1, 2, 3]
    assert turns.choose(both, NEXT_MONTH) == 1


def test_a_beginner_leads_nothing() -> None:
    assert TurnsAsLead([]).choose([volunteer(1, Experience.BEGINNER)], MONDAY) is None
