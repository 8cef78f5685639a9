"""The proposal that answers a roster problem: who on which shift, at what cost, and why not more.

Reasons are facts with ids in them; `services.words.planning` makes sentences of them.
"""

from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Self

from dorpssteunpunt.domain.availability import AvailabilityLevel
from dorpssteunpunt.domain.planning.problem import Duty


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """What a roster costs in points, by what it is that costs."""

    people: int = 0
    skills: int = 0
    experienced: int = 0
    agreed_broken: int = 0
    newly_asked: int = 0
    availability: int = 0
    split_pairs: int = 0
    fairness: int = 0

    @property
    def gaps(self) -> int:
        """What is lacking: this comes first."""
        return self.people + self.skills + self.experienced

    @property
    def agreements(self) -> int:
        """What was agreed and is not kept, and whom to ask anew: this comes second."""
        return self.agreed_broken + self.newly_asked

    @property
    def wishes(self) -> int:
        """What people would rather have: this comes last."""
        return self.availability + self.split_pairs + self.fairness

    @property
    def total(self) -> int:
        """Everything together."""
        return self.gaps + self.agreements + self.wishes

    def __sub__(self, other: "Score") -> "Score":
        names = [one.name for one in fields(self)]
        return Score(**{name: getattr(self, name) - getattr(other, name) for name in names})


class Kind(StrEnum):
    """What a shift can need."""

    PEOPLE = "people"
    SKILL = "skill"
    EXPERIENCED = "experienced"


@dataclass(frozen=True, slots=True, order=True)
class Need:
    """Something a shift needs a number of: people, a skill, or somebody experienced."""

    kind: Kind
    skill: str = ""


class Rule(StrEnum):
    """What keeps somebody off a shift, in the order in which it is looked at."""

    STAYS_OFF = "stays_off"
    CANNOT = "cannot"
    ON_DUTY = "on_duty"
    WEEK_FULL = "week_full"
    PERIOD_FULL = "period_full"
    EVENING_MORNING = "evening_morning"
    APART = "apart"
    SHIFT_FULL = "shift_full"
    BEGINNER_ALONE = "beginner_alone"
    COSTS_MORE = "costs_more"


@dataclass(frozen=True, slots=True)
class Obstacle:
    """The first rule that keeps these volunteers off a shift as the roster stands.

    `most` is the maximum they are at, with a rule that has one.
    """

    rule: Rule
    volunteers: tuple[str, ...]
    most: int | None = None


@dataclass(frozen=True, slots=True)
class NobodyFits:
    """No volunteer has what the shift needs."""


@dataclass(frozen=True, slots=True)
class Bottleneck:
    """These shifts ask for more than these volunteers, the only ones who could, can do together.

    Proven, whatever the roster: `asked` turns against the `possible` ones.
    """

    shifts: tuple[str, ...]
    volunteers: tuple[str, ...]
    asked: int
    possible: int


Reason = Obstacle | NobodyFits | Bottleneck


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A shift that is `short` of something, and why."""

    shift: str
    need: Need
    short: int
    reasons: tuple[Reason, ...] = ()


class Status(StrEnum):
    """What is known of a proposal: that there is no better one, or only that it breaks no rule."""

    OPTIMAL = "optimal"
    FEASIBLE = "feasible"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A roster that breaks no rule; no roster costs less than `bound`."""

    duties: tuple[Duty, ...]
    status: Status
    score: Score
    bound: int
    gaps: tuple[Gap, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """How a roster differs from an earlier one."""

    came: tuple[Duty, ...]
    left: tuple[Duty, ...]

    @classmethod
    def between(cls, before: tuple[Duty, ...], after: tuple[Duty, ...]) -> Self:
        """Return who came and who left, in canonical order."""
        came, left = set(after) - set(before), set(before) - set(after)
        return cls(tuple(sorted(came)), tuple(sorted(left)))


@dataclass(frozen=True, slots=True)
class RunnerUp:
    """Somebody who could have the turn instead, and how much more that costs as it stands."""

    volunteer: str
    costs_more: Score


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyThisName:
    """What speaks for somebody on a shift.

    They have `turns` of the `wanted` turns in this period, this one included; `fills` is what the
    shift would lack without them.
    """

    duty: Duty
    level: AvailabilityLevel
    agreed: bool
    pinned: bool
    fills: tuple[Need, ...]
    turns: int
    wanted: int | None
    runners_up: tuple[RunnerUp, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyNot:
    """What it would take to put somebody on a shift.

    `now` keeps them off as the proposal stands, and `never` in any roster. Without the latter the
    best roster with them on it differs from the proposal by `changes`, leaves `short_more` more
    places open, and costs so much more.
    """

    duty: Duty
    now: Obstacle
    never: Obstacle | None = None
    short_more: int = 0
    costs_more: Score = Score()
    changes: Changes = Changes((), ())


@dataclass(frozen=True, slots=True)
class OneMoreVolunteer:
    """Find somebody new who fills this need."""

    need: Need


@dataclass(frozen=True, slots=True)
class OneMoreTurn:
    """Somebody takes one turn more than their maximum in a week or period."""

    volunteer: str
    week: str | None
    period: str


@dataclass(frozen=True, slots=True)
class OneShiftFewer:
    """The desk stays shut for one shift."""

    shift: str


SingleChange = OneMoreVolunteer | OneMoreTurn | OneShiftFewer


@dataclass(frozen=True, slots=True)
class WhatHelps:
    """A single change that closes the most: of the `short` turns it leaves `still_short`."""

    change: SingleChange
    short: int
    still_short: int
