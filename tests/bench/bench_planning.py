"""How fast rosters are solved, changed and explained, against filling by hand and against CP-SAT.

CP-SAT takes part where OR-Tools is installed (`pip install .[bench]`), with the best settings that
were found for it. Each contestant runs in a process of its own, with its own import and memory. All
use one thread, and seconds are those of the processor: a busy machine does not make them longer.
"""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from importlib.util import find_spec
from time import process_time
from typing import Any

import pytest

from dorpssteunpunt.domain.planning.problem import Duty, Problem
from dorpssteunpunt.domain.planning.proposal import Changes, Proposal, Status
from dorpssteunpunt.domain.planning.replanning import replanned
from dorpssteunpunt.planning.board import Board
from dorpssteunpunt.planning.grid import Grid
from dorpssteunpunt.planning.planner import RosterPlanner
from dorpssteunpunt.planning.reasons import explained
from dorpssteunpunt.services.ports.planner import Watch
from tests.planning.checker import check
from tests.planning.problems import OPTIMA, instance, problem

SECONDS = {"S": 1.0, "M": 1.0, "L": 60.0}
REPAIR_SECONDS = 1.0
EXPLAINED_MS = 100.0
_WHO = ("hand", "HiGHS", *(["CP-SAT"] if find_spec("ortools") else []))


def _contest(who: str, name: str, *, stir: int = 0, hash_seed: str = "0") -> dict[str, Any]:
    """Return seconds, MiB and points of a contestant on an instance, after checking its roster."""
    command = [sys.executable, "-m", "tests.bench.planning_contestants", who, name, str(stir)]
    surroundings = {**os.environ, "PYTHONHASHSEED": hash_seed}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=surroundings)
    told: dict[str, Any] = json.loads(done.stdout)
    verdict = check(instance(name), told["duties"])
    assert verdict.broken == []
    return {**told, "points": verdict.score}


@pytest.mark.parametrize("name", OPTIMA)
def test_an_instance_is_proven_in_time(name: str) -> None:
    told = {who: _contest(who, name) for who in _WHO}
    own = told["HiGHS"]
    print()
    for who, one in told.items():
        print(
            f"{name:<5}{who:<8}{one['seconds']:8.2f} s ({one['seconds'] / own['seconds']:6.2f} ×)"
            f"  import {one['import']:5.2f} s  {one['MiB']:4.0f} MiB"
            f"  {one['points']:7.0f} points ({one['points'] - OPTIMA[name]:+.0f})"
        )
    assert own["points"] == own["objective"] == own["bound"] == OPTIMA[name]
    assert own["status"] == Status.OPTIMAL
    assert own["seconds"] <= SECONDS[name[0]]


@pytest.mark.parametrize("name", OPTIMA)
def test_five_runs_give_one_solution_whatever_the_hash_seed_and_the_order(name: str) -> None:
    runs = [("0", 0), ("1", 0), ("2", 0), ("0", 1), ("1", 2)]  # hash seed, and how it is stirred
    told = [_contest("HiGHS", name, hash_seed=seed, stir=stir) for seed, stir in runs]
    seconds = ", ".join(f"{one['seconds']:.1f}" for one in told)
    print(f"\n{name:<5}five runs: {seconds} s")
    assert all(one["duties"] == told[0]["duties"] for one in told)


@pytest.mark.parametrize("name", [name for name in OPTIMA if name.startswith("L")])
@pytest.mark.parametrize("limit", [2, 5, 10])
def test_a_quarter_that_is_cut_off_breaks_no_rule(name: str, limit: int) -> None:
    begin = process_time()
    proposal = RosterPlanner().weigh(problem(name), Watch(seconds=limit))
    verdict = check(instance(name), proposal.duties)
    print(
        f"\n{name:<5}cut off after {limit} s by the clock ({process_time() - begin:.1f} of the "
        f"processor): {verdict.score:.0f} points ({verdict.score - OPTIMA[name]:+.0f})"
    )
    assert verdict.broken == []
    assert proposal.bound <= OPTIMA[name] <= verdict.score == proposal.score.total


def _solved(name: str) -> tuple[Problem, Proposal]:
    given = problem(name)
    return given, RosterPlanner().weigh(given, Watch())


def _busiest(duties: Sequence[Duty]) -> str:
    names = [duty.volunteer for duty in duties]
    return max(sorted(set(names)), key=names.count)


@pytest.mark.parametrize("name", [name for name in OPTIMA if name.startswith("M")])
def test_an_illness_is_repaired_in_a_second(name: str) -> None:
    given, proposal = _solved(name)
    ill = _busiest(proposal.duties)
    volunteers = [
        replace(one, availability={}) if one.id == ill else one for one in given.volunteers
    ]
    free = frozenset(duty for duty in given.pinned if duty.volunteer != ill)
    changed = replanned(replace(given, volunteers=volunteers, pinned=free), proposal.duties)
    begin = process_time()
    repaired = RosterPlanner().propose(changed, Watch())
    seconds = process_time() - begin
    changes = Changes.between(proposal.duties, repaired.duties)
    lost = sum(duty.volunteer == ill for duty in proposal.duties)
    print(
        f"\n{name:<5}ill with {lost} turns: repaired in {seconds:.2f} s, "
        f"{len(changes.came)} came and {len(changes.left) - lost} others left"
    )
    assert repaired.status is Status.OPTIMAL
    assert seconds <= REPAIR_SECONDS


@pytest.mark.parametrize("name", OPTIMA)
def test_all_gaps_are_explained_at_once(name: str) -> None:
    given, proposal = _solved(name)
    times = []
    for _ in range(5):
        board = Board(Grid(given), Grid(given).seats(proposal.duties))
        begin = process_time()
        gaps = explained(board)
        times.append((process_time() - begin) * 1000)
    print(f"\n{name:<5}{len(gaps)} gaps explained in {min(times):.1f} ms")
    assert min(times) <= EXPLAINED_MS
