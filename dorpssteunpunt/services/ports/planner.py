"""The planner as the services ask for it: rosters proposed, and explained."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from dorpssteunpunt.domain.planning.problem import Duty, Problem
from dorpssteunpunt.domain.planning.proposal import Proposal, WhatHelps, WhyNot, WhyThisName


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """How long somebody waits for an answer, and how they follow and end it.

    `progress` is told from 0 to 1 how much is done. Both callables are called in the thread that
    plans, `cancelled` often.
    """

    seconds: float = 60.0
    progress: Callable[[float], None] = lambda _done: None
    cancelled: Callable[[], bool] = lambda: False


class Planner(Protocol):
    """Makes rosters. Every method raises `PinContradicts` when what is pinned cannot stay.

    When time runs out, or it is cancelled, the answer is the best so far, and says so.
    """

    def propose(self, problem: Problem, watch: Watch) -> Proposal:
        """Return the best roster: fewest gaps first, then agreements kept, then wishes."""
        ...

    def weigh(self, problem: Problem, watch: Watch) -> Proposal:
        """Return the roster with the lowest weighted sum of everything that costs."""
        ...

    def what_helps(
        self, problem: Problem, proposal: Proposal, watch: Watch
    ) -> tuple[WhatHelps, ...]:
        """Return the single changes that would close gaps, the best first."""
        ...

    def whys(
        self, problem: Problem, proposal: Proposal, duties: Iterable[Duty]
    ) -> Mapping[Duty, WhyThisName]:
        """Return what speaks for names in a proposal, and who comes next."""
        ...

    def why_not(self, problem: Problem, proposal: Proposal, duty: Duty, watch: Watch) -> WhyNot:
        """Return what it would take to put somebody on a shift they are not on."""
        ...
