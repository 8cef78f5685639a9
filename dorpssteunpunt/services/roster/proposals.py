"""A proposal for the roster as it is read: shift by shift, with what speaks for each name."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from dorpssteunpunt.domain.planning.problem import Duty, Problem
from dorpssteunpunt.domain.planning.proposal import (
    Gap,
    Kind,
    Obstacle,
    Proposal,
    WhatHelps,
    WhyThisName,
)
from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.services.roster.cells import OnShift, ShiftCell


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedName:
    """Somebody who is proposed for a shift, and what speaks for it.

    `last_on` is the last day before it on which they have a shift, as far as its month goes back.
    """

    volunteer_id: int
    name: str
    is_lead: bool
    why: WhyThisName
    last_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftProposal:
    """What is proposed for one shift: who comes, who would leave, and what is still lacking.

    `cell` is the shift as it stood when the proposal was made; of who comes the lead is first.
    """

    cell: ShiftCell
    came: tuple[ProposedName, ...]
    left: tuple[OnShift, ...]
    gaps: tuple[Gap, ...]

    @property
    def changes(self) -> bool:
        """Whether accepting it would change anything."""
        return bool(self.came or self.left)


@dataclass(frozen=True, slots=True)
class LeftToPeople:
    """A shift that needs people and for which nothing is proposed.

    `because` is the rule against which somebody stands on it; without one it is shared in parts.
    """

    cell: ShiftCell
    because: Obstacle | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterProposal:
    """A proposal for some weeks, shift by shift in order of time, only where there is news.

    `names` and `shifts` give volunteers and cells by their ids in the `problem`, of which `answer`
    is the solution. `helps` are the single changes that would close most gaps.
    """

    weeks: tuple[Week, ...]
    parts: tuple[ShiftProposal, ...]
    left_to_people: tuple[LeftToPeople, ...]
    names: Mapping[str, str]
    shifts: Mapping[str, ShiftCell]
    helps: tuple[WhatHelps, ...]
    is_proven: bool
    problem: Problem
    answer: Proposal

    @property
    def short(self) -> int:
        """How many places would stay open on the shifts that were looked at."""
        gaps = [gap for part in self.parts for gap in part.gaps]
        return sum(gap.short for gap in gaps if gap.need.kind is Kind.PEOPLE)

    def name(self, duty: Duty) -> ProposedName | None:
        """Return somebody who is proposed, or None when this volunteer is not, for this shift."""
        return next((one for part in self.parts for one in part.came if one.why.duty == duty), None)
