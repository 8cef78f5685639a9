"""The problem of a roster: who can come when, what the shifts ask, and what counts how much.

It knows nothing of a store or of a solver. Its parts stand in one canonical order, however they
were given, so that the same problem has the same answer.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from dorpssteunpunt.domain.availability import AvailabilityLevel
from dorpssteunpunt.domain.people import Experience


class Duty(NamedTuple):
    """A volunteer on a shift, both as their ids in the problem."""

    volunteer: str
    shift: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """A shift to be filled; `start` and `end` are minutes after midnight.

    `counted_as` names what is counted apart in fairness, such as evenings and Saturdays. A gap
    weighs `priority` times as much as usual.
    """

    id: str
    on: date
    start: int
    end: int
    week: str
    period: str
    fewest: int
    most: int
    skills: Mapping[str, int] = field(default_factory=dict)
    experienced: int = 0
    priority: int = 1
    is_evening: bool = False
    is_morning: bool = False
    counted_as: frozenset[str] = frozenset()

    def overlaps(self, other: "Shift") -> bool:
        """Say whether two shifts share time."""
        return self.on == other.on and self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Turns:
    """How many turns somebody wants in a period, and the most they take.

    `used` are turns of that period outside the problem: they count against `most`. `want` is what
    they want of the turns in the problem, so with history it is the wish less what was done, and
    may be below zero. `want_of` says the same of what is counted apart (`Shift.counted_as`).
    """

    want: int
    most: int | None = None
    used: int = 0
    want_of: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Volunteer:
    """Somebody who may be put on shifts.

    `availability` goes by shift, and whoever has not said anything about a shift is not put on
    it. `used_in_week` counts shifts outside the problem against `most_per_week`. A period that is
    not in `turns` has neither a wish nor a maximum.
    """

    id: str
    experience: Experience = Experience.REGULAR
    skills: frozenset[str] = frozenset()
    availability: Mapping[str, AvailabilityLevel]
    most_per_week: int | None = None
    used_in_week: Mapping[str, int] = field(default_factory=dict)
    turns: Mapping[str, Turns] = field(default_factory=dict)
    no_evening_then_morning: bool = False

    def level(self, shift: str) -> AvailabilityLevel:
        """How gladly they take a shift."""
        return self.availability.get(shift, AvailabilityLevel.CANNOT)

    def can(self, shift: str) -> bool:
        """Say whether they could come at all."""
        return self.level(shift) is not AvailabilityLevel.CANNOT


class Bond(StrEnum):
    """How two volunteers stand on one shift: rather together, or never."""

    TOGETHER = "together"
    APART = "apart"


@dataclass(frozen=True, slots=True, order=True)
class Pair:
    """Two volunteers who like to be together, or must be apart."""

    one: str
    other: str
    bond: Bond


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What each thing costs, in points that are whole and not below zero.

    Fairness costs `fair_step`, then twice that, and so on up to `fair_cap` for each turn further
    from what somebody wants. The usual values are multiples of ten: the coarser the scale, the
    sooner the best roster is proven.
    """

    under_min: int = 10_000
    skill_missing: int = 5_000
    experienced_missing: int = 4_000
    agreed_broken: int = 400
    new_assignment: int = 0
    rather_not: int = 60
    can: int = 10
    prefer: int = 0
    together_split: int = 20
    fair_step: int = 10
    fair_cap: int = 60

    def wish(self, level: AvailabilityLevel) -> int:
        """What it costs to put somebody on a shift they take this gladly."""
        return {
            AvailabilityLevel.PREFER: self.prefer,
            AvailabilityLevel.CAN: self.can,
            AvailabilityLevel.RATHER_NOT: self.rather_not,
        }[level]

    def unfairness(self, distance: int) -> int:
        """What it costs that somebody has so many turns more or fewer than wanted."""
        rising = min(distance, self.fair_cap // self.fair_step) if self.fair_step else distance
        flat = self.fair_cap if self.fair_step else 0
        return self.fair_step * rising * (rising + 1) // 2 + flat * (distance - rising)


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """All that a roster is made from.

    `agreed` is kept if it can be, `pinned` always; nobody is put where they stay off, whatever they
    said of that time. Every id that is named exists, and once.
    """

    volunteers: Sequence[Volunteer]
    shifts: Sequence[Shift]
    pairs: Sequence[Pair] = ()
    agreed: frozenset[Duty] = frozenset()
    pinned: frozenset[Duty] = frozenset()
    stays_off: frozenset[Duty] = frozenset()
    weights: Weights = Weights()

    def __post_init__(self) -> None:
        volunteers = tuple(sorted(self.volunteers, key=lambda one: one.id))
        shifts = tuple(sorted(self.shifts, key=lambda one: (one.on, one.start, one.end, one.id)))
        pairs = [
            Pair(min(one.one, one.other), max(one.one, one.other), one.bond) for one in self.pairs
        ]
        object.__setattr__(self, "volunteers", volunteers)
        object.__setattr__(self, "shifts", shifts)
        object.__setattr__(self, "pairs", tuple(sorted(pairs)))
