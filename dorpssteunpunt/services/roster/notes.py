"""What was noted of people and their shifts, with the names of who noted it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Self, TypeVar

from dorpssteunpunt.domain.attendance import Mark, Presence, mark_of
from dorpssteunpunt.domain.confirming import Confirmation, How, last_word
from dorpssteunpunt.domain.roster import Assignment, Shift
from dorpssteunpunt.services.ports import UnitOfWork
from dorpssteunpunt.services.roster.naming import account_names

_Note = TypeVar("_Note", Confirmation, Mark)
_Place = tuple[int, int]
"""A shift and a volunteer."""


@dataclass(frozen=True, slots=True)
class Told:
    """How somebody was told of their place, or that they are off the shift, and who noted it."""

    how: How
    at: datetime
    by: str
    is_off: bool = False

    @property
    def is_certain(self) -> bool:
        """Whether they said so themselves."""
        return self.how.is_certain


@dataclass(frozen=True, slots=True)
class Marked:
    """How it went with somebody on a shift, and who noted that when."""

    presence: Presence
    minutes_late: int | None
    note: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Notes:
    """All that was noted of some shifts, by shift and volunteer."""

    confirmations: Mapping[_Place, Sequence[Confirmation]]
    marks: Mapping[_Place, Sequence[Mark]]
    accounts: Mapping[int, str]

    @classmethod
    def read(cls, uow: UnitOfWork, shift_ids: Collection[int]) -> Self:
        """Return what was noted of these shifts."""
        return cls(
            _by_place(uow.attendance.confirmations(shift_ids)),
            _by_place(uow.attendance.marks(shift_ids)),
            account_names(uow),
        )

    def told(self, one: Assignment, shift: Shift) -> Told | None:
        """Return how somebody was told of a place as it stands, or of having lost it."""
        word = last_word(one, shift, self.confirmations.get(_place(one), ()))
        return self.of_word(word) if word else None

    def mark(self, one: Assignment) -> Mark | None:
        """Return how it went with somebody, as it is kept, or None while nobody noted it."""
        return mark_of(one, self.marks.get(_place(one), ()))

    def marked(self, one: Assignment) -> Marked | None:
        """Return how it went with somebody, or None while nobody noted it."""
        mark = self.mark(one)
        return self.of_mark(mark) if mark else None

    def of_word(self, word: Confirmation) -> Told:
        """Return what somebody was told with the name of who noted it."""
        is_off = word.starts is None
        return Told(word.how, word.noted_at, self.accounts[word.noted_by], is_off)

    def of_mark(self, mark: Mark) -> Marked:
        """Return a mark with the name of who noted it."""
        return Marked(
            mark.presence, mark.minutes_late, mark.note, mark.noted_at, self.accounts[mark.noted_by]
        )


def _by_place(notes: Iterable[_Note]) -> Mapping[_Place, Sequence[_Note]]:
    found: dict[_Place, list[_Note]] = defaultdict(list)
    for note in notes:
        found[note.shift_id, note.volunteer_id].append(note)
    return found


def _place(one: Assignment) -> _Place:
    return one.shift_id, one.volunteer_id
