"""The counters of a support point: the places where residents are received, most have one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Final

from dorpssteunpunt.base.errors import Refusal
from dorpssteunpunt.domain.dayparts import Daypart

FIRST_COUNTER: Final = 1
"""The counter that every support point has; most have no other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counter:
    """A place where residents are received, staffed by itself."""

    id: int = 0
    position: int
    name: str


@dataclass(frozen=True, slots=True)
class PlaceNames:
    """What shifts are called: by their day part, and by their counter where there are several."""

    dayparts: Mapping[int, str]
    counters: Mapping[int, str]

    def of(self, daypart_id: int, counter_id: int) -> str:
        """Return what the shifts of a day part at a counter are called."""
        name = self.dayparts[daypart_id]
        return f"{name} ({self.counters[counter_id]})" if len(self.counters) > 1 else name

    def in_order(self) -> dict[tuple[int, int], str]:
        """Return all of them, day part by day part, by the ids of day part and counter."""
        both = product(self.dayparts, self.counters)
        return {(daypart, counter): self.of(daypart, counter) for daypart, counter in both}


def place_names(dayparts: Iterable[Daypart], counters: Iterable[Counter]) -> PlaceNames:
    """Return what the shifts of these day parts and counters are called."""
    return PlaceNames(
        {part.id: part.name for part in dayparts}, {one.id: one.name for one in counters}
    )


class CounterInUse(Refusal):
    """A counter with opening hours, shifts or standing places stays, and so does the first."""
