"""Residents and volunteers as the services ask for them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from dorpssteunpunt.domain.availability import Deviation, Leave
from dorpssteunpunt.domain.names import PersonName
from dorpssteunpunt.domain.people import Person, Volunteer


class PeopleList(StrEnum):
    """Who is shown."""

    ALL = "all"
    RESIDENTS = "residents"
    VOLUNTEERS = "volunteers"


@dataclass(frozen=True, slots=True)
class Ties:
    """What keeps a person from being removed."""

    open_requests: int
    coming_shifts: int
    has_account: bool


class PeopleRepository(Protocol):
    """Residents and volunteers; those who were removed are not found any more."""

    def person(self, person_id: int) -> Person:
        """Return a person; raises `NotFound`."""
        ...

    def persons(self, person_ids: Collection[int]) -> Mapping[int, Person]:
        """Return the persons with these ids, also removed ones, by id."""
        ...

    def find(self, typed: str, limit: int, *, volunteers_only: bool = False) -> Sequence[Person]:
        """Return persons of whom every typed word begins a word of name, street or phone."""
        ...

    def page(
        self, after: tuple[str, int] | None, limit: int, *, show: PeopleList, typed: str
    ) -> Sequence[Person]:
        """Return the next persons in Dutch name order, after a (sort key, id)."""
        ...

    def save(self, person: Person) -> int:
        """Add or change a person and return the id."""
        ...

    def remove(self, person_id: int, at: datetime) -> None:
        """Let a person be found no more; what refers to them keeps its name."""
        ...

    def volunteer(self, person_id: int) -> Volunteer | None:
        """Return what this person offers, or None for somebody who is no volunteer."""
        ...

    def volunteers(self, active_on: date | None = None) -> Sequence[tuple[Person, Volunteer]]:
        """Return all volunteers (or those active on a date) in Dutch name order."""
        ...

    def volunteer_names(self) -> Mapping[int, PersonName]:
        """Return the names of all volunteers, by person."""
        ...

    def offers(self, person_ids: Collection[int]) -> Mapping[int, Volunteer]:
        """Return what those of these persons who are volunteers offer, by person."""
        ...

    def ties(self, person_id: int, today: date) -> Ties:
        """Return what still hangs on a person."""
        ...

    def save_volunteer(self, volunteer: Volunteer) -> None:
        """Add or change what a person offers and wishes; deviations and leave stay as they are."""
        ...

    def save_deviation(self, volunteer_id: int, deviation: Deviation) -> None:
        """Keep what somebody said of one day, in place of what they said of the same before."""
        ...

    def remove_deviation(self, volunteer_id: int, deviation_id: int) -> None:
        """Forget what somebody said of one day."""
        ...

    def add_leave(self, volunteer_id: int, leave: Leave) -> None:
        """Keep that somebody does not come on some days."""
        ...

    def remove_leave(self, volunteer_id: int, leave_id: int) -> None:
        """Forget a leave."""
        ...

    def count(self) -> tuple[int, int]:
        """Return how many residents and how many volunteers there are."""
        ...
