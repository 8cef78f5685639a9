"""A roster that hangs already and has to change: as little as can be."""

from collections.abc import Iterable
from dataclasses import replace

from dorpssteunpunt.domain.planning.problem import Duty, Problem


def replanned(problem: Problem, roster: Iterable[Duty]) -> Problem:
    """Return the problem of changing a roster: each duty that comes or goes costs the same.

    `problem` says how things are now, after somebody fell ill or went on leave.
    """
    weights = replace(problem.weights, new_assignment=problem.weights.agreed_broken)
    return replace(problem, agreed=frozenset(roster), weights=weights)
