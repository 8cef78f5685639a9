"""The public instances are solved to their proven optima, by the word of an independent checker."""

import json

import pytest

from dorpssteunpunt.domain.planning.proposal import Kind, Proposal, Status
from dorpssteunpunt.planning.grid import Grid
from dorpssteunpunt.planning.pins import board_with_pins
from dorpssteunpunt.planning.planner import RosterPlanner
from dorpssteunpunt.planning.search import fill, improve
from dorpssteunpunt.services.ports.planner import Watch
from tests.planning.checker import Verdict, check
from tests.planning.problems import OPTIMA, instance, problem

SMALL_AND_MIDDLING = [name for name in OPTIMA if name[0] in "SM"]


def _verdict(name: str, proposal: Proposal) -> Verdict:
    return check(instance(name), proposal.duties)


def _agree(proposal: Proposal, verdict: Verdict) -> bool:
    """Say whether the planner and the checker count and find the same."""
    score, points = proposal.score, verdict.points
    gaps = [
        (gap.shift, gap.need.skill if gap.need.kind is Kind.SKILL else gap.need.kind, gap.short)
        for gap in proposal.gaps
    ]
    own = {
        "under_min": score.people,
        "skill_missing": score.skills,
        "experienced_missing": score.experienced,
        "agreed_broken": score.agreed_broken,
        "new_assignment": score.newly_asked,
        "availability": score.availability,
        "together_split": score.split_pairs,
        "fairness": score.fairness,
    }
    return (
        {name: count for name, count in own.items() if count} == {**+points}
        and score.total == verdict.score
        and sorted(gaps) == sorted(verdict.gaps)
    )


@pytest.mark.parametrize("name", SMALL_AND_MIDDLING)
def test_the_least_that_a_roster_can_cost_is_found_and_proven(name: str) -> None:
    proposal = RosterPlanner().weigh(problem(name), Watch())
    verdict = _verdict(name, proposal)
    assert verdict.broken == []
    assert _agree(proposal, verdict)
    assert (proposal.score.total, proposal.bound) == (OPTIMA[name], OPTIMA[name])
    assert proposal.status is Status.OPTIMAL


@pytest.mark.parametrize("name", SMALL_AND_MIDDLING)
def test_goal_by_goal_the_same_roster_is_the_best(name: str) -> None:
    proposal = RosterPlanner().propose(problem(name), Watch())
    assert _verdict(name, proposal).broken == []
    assert proposal.duties == RosterPlanner().weigh(problem(name), Watch()).duties


@pytest.mark.parametrize("name", ["M-1", "MT-2", "LT-1"])
def test_without_time_there_still_is_a_roster_that_breaks_no_rule(name: str) -> None:
    proposal = RosterPlanner().weigh(problem(name), Watch(seconds=0.05))
    verdict = _verdict(name, proposal)
    assert verdict.broken == []
    assert _agree(proposal, verdict)
    assert proposal.bound <= OPTIMA[name] <= proposal.score.total


@pytest.mark.parametrize("name", ["L-1", "L-2"])
def test_small_changes_close_the_gaps_that_filling_by_hand_leaves_in_a_quarter(name: str) -> None:
    grid = Grid(problem(name))
    board = board_with_pins(grid)
    fill(board)
    assert board.score().gaps
    looks = iter(range(1200, 0, -1))
    improve(board, range(len(grid.shifts)), lambda: next(looks, 0) / 1200)
    assert board.score().gaps == 0
    assert check(instance(name), grid.duties(board.seats)).broken == []


def test_a_roster_that_is_cancelled_says_that_there_may_be_a_better_one() -> None:
    told: list[float] = []
    watch = Watch(progress=told.append, cancelled=lambda: True)
    proposal = RosterPlanner().propose(problem("M-1"), watch)
    assert _verdict("M-1", proposal).broken == []
    assert proposal.status is Status.FEASIBLE
    assert told == sorted(told)


def test_progress_ends_with_all_done() -> None:
    told: list[float] = []
    RosterPlanner().propose(problem("S-1"), Watch(progress=told.append))
    assert told == sorted(told)
    assert told[-1] == 1.0


def test_the_checker_sees_what_is_broken() -> None:
    data = instance("S-1")
    everyone = [[one["id"], data["shifts"][0]["id"]] for one in data["volunteers"]]
    kinds = {kind for kind, *_ in check(data, [*everyone, everyone[0]]).broken}
    assert {"twice", "cannot", "too many"} <= kinds
    assert json.dumps(data) == json.dumps(instance("S-1"))
