"""The volunteers a paper is for, as somebody names them."""

from collections.abc import Sequence
from datetime import date

from dorpssteunpunt.domain.names import fold
from dorpssteunpunt.domain.people import Person, SeveralVolunteers, Volunteer, VolunteerUnknown
from dorpssteunpunt.services.ports import UnitOfWork


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
        found = [pair for pair in everybody if fold(pair[0].name.full) == fold(typed)] or [
            pair for pair in everybody if _answers_to(pair[0], fold(typed).split())
        ]
    if not found:
        raise VolunteerUnknown(typed)
    if len(found) > 1:
        names = tuple((person.id, person.name.full) for person, _volunteer in found)
        raise SeveralVolunteers(typed, names)
    return found[0]


def _answers_to(person: Person, words: Sequence[str]) -> bool:
    """Say whether each word begins a word of this name."""
    name = fold(person.name.full).split()
    return bool(words) and all(any(part.startswith(word) for part in name) for word in words)
