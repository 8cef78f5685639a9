"""The shifts of any span of days, each with who is on it and whether its week is published."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dorpssteunpunt.domain.roster import Publication, Shift
from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.services.ports import UnitOfWork
from dorpssteunpunt.services.roster.cells import OnShift, ShiftCell, read_cells


@dataclass(frozen=True, slots=True)
class PlannedShift:
    """A shift, what the grid says of it, and the last publication of its week."""

    shift: Shift
    cell: ShiftCell
    publication: Publication | None

    @property
    def is_concept(self) -> bool:
        """Whether its week was never published."""
        return self.publication is None

    def hours_of(self, one: OnShift) -> Shift:
        """Return the shift with only the hours in which somebody is there."""
        return self.shift.cut(one.part) if one.part else self.shift


def planned_shifts(uow: UnitOfWork, first: date, last: date) -> Sequence[PlannedShift]:
    """Return the shifts from `first` to `last`, both included, in order of time."""
    shifts = uow.roster.shifts(first, last)
    publications = uow.roster.publications({Week.of(shift.on) for shift in shifts})
    return [
        PlannedShift(shift, cell, publications.get(Week.of(shift.on)))
        for shift, cell in zip(shifts, read_cells(uow, shifts, publications), strict=True)
    ]
