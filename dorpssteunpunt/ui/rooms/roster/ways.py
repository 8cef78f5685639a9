"""The ways back from what was done in the roster, and forward again."""

from dataclasses import dataclass
from typing import Protocol

from dorpssteunpunt.domain.roster import Shift, Step
from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.services import roster
from dorpssteunpunt.services.changes import Changed
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.roster import Closed, Noted, Rearranged, ShiftsMade


class Way(Protocol):
    """A way back from something that was done."""

    def go(self) -> Changed:
        """Take it; for the store thread."""
        ...

    def back(self, gone: Changed) -> "Way":
        """Return the way back from where `go` led."""
        ...


@dataclass(frozen=True, slots=True)
class OfStep:
    """Back from a step of the roster."""

    desk: Desk
    step: Step

    def go(self) -> Rearranged:
        """Undo the step."""
        return roster.undo(self.desk, self.step)

    def back(self, gone: Changed) -> "OfStep":
        """Return how to undo the undoing."""
        assert isinstance(gone, Rearranged)
        return OfStep(self.desk, gone.step)


@dataclass(frozen=True, slots=True)
class OfNote:
    """Back from what was noted of people and a shift."""

    desk: Desk
    noted: Noted

    def go(self) -> Noted:
        """Take back what was noted."""
        return roster.undo_note(self.desk, self.noted)

    def back(self, gone: Changed) -> "OfNote":
        """Return how to note it again."""
        assert isinstance(gone, Noted)
        return OfNote(self.desk, gone)


@dataclass(frozen=True, slots=True)
class OfWeek:
    """Back from making the shifts of a week, or from removing them."""

    desk: Desk
    week: Week
    remove: bool = True

    def go(self) -> Changed:
        """Remove the shifts, or make them again."""
        deed = roster.remove_week if self.remove else roster.make_week
        return deed(self.desk, self.week)

    def back(self, gone: Changed) -> "OfWeek":
        """Return the other way round."""
        return OfWeek(self.desk, self.week, not self.remove)


@dataclass(frozen=True, slots=True)
class OfSpan:
    """Back from making shifts, or from removing them."""

    desk: Desk
    shifts: tuple[Shift, ...]
    remove: bool = True

    def go(self) -> Changed:
        """Remove the shifts, or make those of the same days again."""
        if self.remove:
            return roster.remove_shifts(self.desk, self.shifts)
        return roster.make_shifts(self.desk, self.shifts[0].on, self.shifts[-1].on)

    def back(self, gone: Changed) -> "OfSpan":
        """Return the other way round."""
        made = gone.shifts if isinstance(gone, ShiftsMade) else self.shifts
        return OfSpan(self.desk, made, not self.remove)


@dataclass(frozen=True, slots=True)
class OfOpening:
    """Back from opening a shift, or all of its day: it closes again for the same reason."""

    desk: Desk
    shift_id: int
    because: str
    whole_day: bool = False

    def go(self) -> Closed:
        """Close it; what the reason says was looked at before."""
        return roster.close_shift(
            self.desk,
            self.shift_id,
            self.because,
            whole_day=self.whole_day,
            numbers_are_fine=True,
        )

    def back(self, gone: Changed) -> "OfClosing":
        """Return how to open it again."""
        assert isinstance(gone, Closed)
        return OfClosing(self, gone)


@dataclass(frozen=True, slots=True)
class OfClosing:
    """Back from closing: the shifts open, with who was on them."""

    again: OfOpening
    closed: Closed

    def go(self) -> Changed:
        """Open the shifts and put back who was on them."""
        opened = roster.reopen_shifts(self.again.desk, self.closed.shift_ids)
        return roster.undo(self.again.desk, self.closed.step) if self.closed.step else opened

    def back(self, gone: Changed) -> OfOpening:
        """Return how to close them again."""
        return self.again
