"""The planner that the services know: proposes by the solver and explains by the board."""

from collections.abc import Iterable, Mapping, Sequence

from dorpssteunpunt.domain.planning.problem import Duty, Problem
from dorpssteunpunt.domain.planning.proposal import Proposal, WhatHelps, WhyNot, WhyThisName
from dorpssteunpunt.planning import naming, what_if
from dorpssteunpunt.planning.board import Board
from dorpssteunpunt.planning.model import Goal
from dorpssteunpunt.planning.reasons import explained
from dorpssteunpunt.planning.solving import STAGED, WEIGHED, find
from dorpssteunpunt.services.ports.planner import Watch


class RosterPlanner:
    """Implements `services.ports.Planner` with HiGHS."""

    def propose(self, problem: Problem, watch: Watch) -> Proposal:
        """Return the best roster: fewest gaps first, then agreements kept, then wishes."""
        return _proposal(problem, STAGED, watch)

    def weigh(self, problem: Problem, watch: Watch) -> Proposal:
        """Return the roster with the lowest weighted sum of everything that costs."""
        return _proposal(problem, WEIGHED, watch)

    def what_helps(
        self, problem: Problem, proposal: Proposal, watch: Watch
    ) -> tuple[WhatHelps, ...]:
        """Return the single changes that would close gaps, the best first."""
        return what_if.what_helps(problem, proposal, watch)

    def whys(
        self, problem: Problem, proposal: Proposal, duties: Iterable[Duty]
    ) -> Mapping[Duty, WhyThisName]:
        """Return what speaks for names in a proposal, and who comes next."""
        return naming.whys(problem, proposal, duties)

    def why_not(self, problem: Problem, proposal: Proposal, duty: Duty, watch: Watch) -> WhyNot:
        """Return what it would take to put somebody on a shift they are not on."""
        return naming.why_not(problem, proposal, duty, watch)


def _proposal(problem: Problem, goals: Sequence[Goal], watch: Watch) -> Proposal:
    found = find(problem, goals, watch)
    board = Board(found.grid, found.seats)
    return Proposal(
        duties=found.grid.duties(found.seats),
        status=found.status,
        score=board.score(),
        bound=found.bound,
        gaps=explained(board),
    )
