"""The volunteers a paper is for, as somebody names them."""

from collections.abc import Sequence
from datetime import date

from dorpssteunpunt.domain.names import fold
from dorpssteunpunt.domain.people import Person, SeveralVolunteers, Volunteer, VolunteerUnknown
from dorpssteunpunt.services.ports import UnitOfWork

_BETWEEN = str.maketrans(",.", "  ")


def chosen_volunteers(
    uow: UnitOfWork, typed: str, first: date, last: date
) -> Sequence[tuple[Person, Volunteer]]:
    """Return the volunteer who is meant, or all who are active in these days when none is named.

    A number is that of a person. A name may be begun only, when nobody else answers to it; a
    whole name wins. Raises `VolunteerUnknown` or `SeveralVolunteers`.
    """
    everybody = uow.people.volunteers()
    if not typed.strip():
        return [pair for pair in everybody if _is_active(pair[1], first, last)]
    return [_meant(everybody, typed.strip())]


def _is_active(volunteer: Volunteer, first: date, last: date) -> bool:
    """Say whether somebody is with the support point on at least one of these days."""
    begins = volunteer.since is None or volunteer.since <= last
    return begins and (volunteer.until is None or volunteer.until > first)


def _meant(everybody: Sequence[tuple[Person, Volunteer]], typed: str) -> tuple[Person, Volunteer]:
    if typed.isdecimal():
        found = [pair for pair in everybody if pair[0].id == int(typed)]
    else:
        found = who_answer_to(everybody, typed)
    if not found:
        raise VolunteerUnknown(typed)
    if len(found) > 1:
        names = tuple((person.id, person.name.full) for person, _volunteer in found)
        raise SeveralVolunteers(typed, names)
    return found[0]


def who_answer_to(
    everybody: Sequence[tuple[Person, Volunteer]], typed: str
) -> list[tuple[Person, Volunteer]]:
    """Return those whose name this is, or else those of whom each word begins a word of the name.

    "Smit, Els" is "Els Smit", and "E. Smit" may be.
    """
    words = fold(typed.translate(_BETWEEN)).split()
    whole = [pair for pair in everybody if sorted(_words(pair[0])) == sorted(words)]
    return whole or [pair for pair in everybody if _answers_to(pair[0], words)]


def _words(person: Person) -> list[str]:
    return fold(person.name.full).split()


def _answers_to(person: Person, words: Sequence[str]) -> bool:
    """Say whether each word begins a word of this name."""
    name = _words(person)
    return bool(words) and all(any(part.startswith(word) for part in name) for word in words)
