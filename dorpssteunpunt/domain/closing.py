"""What becomes of shifts when other days are closed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from dorpssteunpunt.domain.roster import Shift


@dataclass(frozen=True, slots=True)
class Switch:
    """A shift that closes for a reason, closes for another reason, or opens without one."""

    shift: Shift
    because: str

    @property
    def opens(self) -> bool:
        """Whether the desk will be open then."""
        return not self.because


def switches(
    shifts: Iterable[Shift], was: Mapping[date, str], becomes: Mapping[date, str]
) -> tuple[Switch, ...]:
    """Return what becomes of shifts when other days are closed, each day with its reason.

    What somebody decided for one shift stands: a shift that was closed for a reason of its own,
    or was opened on a closed day, stays as it is.
    """
    found: list[Switch] = []
    for shift in shifts:
        before, after = was.get(shift.on, ""), becomes.get(shift.on, "")
        if before != after and shift.closed_because == before:
            found.append(Switch(shift, after))
    return tuple(found)
