"""What was noted around a shift, as the services ask for it: who knows of it, and who was there."""

from collections.abc import Collection, Sequence
from typing import Protocol

from dorpssteunpunt.domain.attendance import Mark
from dorpssteunpunt.domain.confirming import Confirmation

Note = Confirmation | Mark
"""Something that was noted of somebody and a shift."""


class AttendanceRepository(Protocol):
    """Confirmations before a shift, and attendance from its beginning on."""

    def confirmations(self, shift_ids: Collection[int]) -> Sequence[Confirmation]:
        """Return what people were told of these shifts, as it was noted."""
        ...

    def marks(self, shift_ids: Collection[int]) -> Sequence[Mark]:
        """Return how it went with people on these shifts, as it was noted."""
        ...

    def add(self, notes: Sequence[Note]) -> None:
        """Keep notes; each gets an id."""
        ...

    def remove(self, notes: Sequence[Note]) -> None:
        """Forget notes."""
        ...
