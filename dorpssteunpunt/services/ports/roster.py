"""The roster as the services ask for it."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from dorpssteunpunt.domain.asking import Asking
from dorpssteunpunt.domain.roster import Assignment, Place, Publication, Shift
from dorpssteunpunt.domain.standing import StandingAssignment
from dorpssteunpunt.domain.swap_requests import SwapRequest
from dorpssteunpunt.domain.weeks import Week


class RosterRepository(Protocol):
    """Shifts, who is on them, and what was published."""

    def shift(self, shift_id: int) -> Shift:
        """Return a shift; raises `NotFound`."""
        ...

    def shifts(self, first: date, last: date) -> Sequence[Shift]:
        """Return the shifts of these days, both included, in order of time."""
        ...

    def add_shifts(self, shifts: Sequence[Shift]) -> Sequence[Shift]:
        """Add new shifts and return them with their ids."""
        ...

    def change_shifts(self, shifts: Sequence[Shift]) -> None:
        """Let shifts be as given, by their ids."""
        ...

    def remove_shifts(self, shift_ids: Collection[int]) -> None:
        """Take shifts away that nobody was ever put on, with whom was asked for them."""
        ...

    def close(self, shift_ids: Collection[int], because: str) -> None:
        """Close shifts for a reason, or open them again with an empty one."""
        ...

    def note_change(self, shift_ids: Collection[int], at: datetime) -> None:
        """Keep when it last changed who is on these shifts."""
        ...

    def assignment(self, assignment_id: int) -> Assignment:
        """Return an assignment, ended or not; raises `NotFound`."""
        ...

    def assignments(self, shift_ids: Collection[int]) -> Sequence[Assignment]:
        """Return the assignments of these shifts as they were made, ended ones too."""
        ...

    def shifts_of(self, volunteer_id: int, first: date, last: date) -> Sequence[Shift]:
        """Return the shifts a volunteer is on in these days, both included, in order of time.

        Of a shift of which they have a part, only those hours.
        """
        ...

    def replace(self, before: Sequence[Assignment], after: Sequence[Assignment]) -> None:
        """Let the second assignments stand in place of the first; new ones get an id."""
        ...

    def standing(self) -> Sequence[StandingAssignment]:
        """Return all standing assignments, ended ones too, by their first day."""
        ...

    def save_standing(self, standing: StandingAssignment) -> None:
        """Add or change a standing assignment."""
        ...

    def remove_standing(self, standing_id: int) -> None:
        """Forget a standing assignment that never began."""
        ...

    def askings(self, shift_id: int, since: datetime) -> Sequence[Asking]:
        """Return whom was asked for a shift, and for any shift since a moment, oldest first."""
        ...

    def askings_for(self, shift_ids: Collection[int]) -> Sequence[Asking]:
        """Return whom was asked for these shifts, oldest first."""
        ...

    def add_asking(self, asking: Asking) -> int:
        """Keep that somebody was asked and return the id."""
        ...

    def remove_asking(self, asking_id: int) -> None:
        """Forget that somebody was asked."""
        ...

    def swap_request(self, request_id: int) -> SwapRequest:
        """Return a swap that was asked for; raises `NotFound`."""
        ...

    def swap_requests(self, shift_ids: Collection[int]) -> Sequence[SwapRequest]:
        """Return the swaps that were asked for on these shifts or for them, oldest first."""
        ...

    def save_swap_request(self, request: SwapRequest) -> int:
        """Add or change a swap that was asked for and return the id."""
        ...

    def publication(self, week: Week) -> Publication | None:
        """Return the last publication of a week, or None while it is a concept."""
        ...

    def publications(self, weeks: Collection[Week]) -> Mapping[Week, Publication]:
        """Return the last publication of these weeks; a concept is not among them."""
        ...

    def published_places(self, publication_ids: Collection[int]) -> Mapping[int, Collection[Place]]:
        """Return by shift who was on it in these publications, at most one of a week."""
        ...

    def ever_published(self, shift_ids: Collection[int]) -> Mapping[int, Collection[int]]:
        """Return by shift which volunteers were on it in any publication."""
        ...

    def publish(self, publication: Publication, places: Mapping[int, Collection[Place]]) -> None:
        """Keep that a week is published, with who is on its shifts."""
        ...
