"""One roster by one contestant, in a process of its own: `python -m … CP-SAT M-1 3`.

The last number stirs the rows and keys of the problem first; 0 leaves them as they are.
"""

import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import Any

from dorpssteunpunt.domain.planning.problem import Problem
from dorpssteunpunt.planning.board import Board
from dorpssteunpunt.planning.grid import Grid
from dorpssteunpunt.planning.model import Model, Stage
from dorpssteunpunt.planning.planner import RosterPlanner
from dorpssteunpunt.planning.search import fill
from dorpssteunpunt.services.ports.planner import Watch
from tests.planning.problems import instance, problem_of, shuffled

Told = dict[str, Any]
_EVERYTHING = (Stage.GAPS, Stage.AGREEMENTS, Stage.WISHES)
_LIMIT = 600.0  # by the clock, so that a busy machine cuts nobody off


def by_hand(given: Problem) -> Told:
    """Fill the shifts one by one, as a person does."""
    grid = Grid(given)
    board = Board(grid, grid.pinned)
    fill(board)
    return {"duties": grid.duties(board.seats)}


def by_highs(given: Problem) -> Told:
    """Ask the planner of the program."""
    proposal = RosterPlanner().weigh(given, Watch(seconds=_LIMIT))
    own = {"objective": proposal.score.total, "bound": proposal.bound, "status": proposal.status}
    return {"duties": proposal.duties, **own}


def by_cp_sat(given: Problem) -> Told:
    """Give the same rows and columns to CP-SAT."""
    from ortools.sat.python import cp_model

    grid = Grid(given)
    seats: set[tuple[int, int]] = set()
    for period in sorted({shift.period for shift in grid.shifts}):
        shifts = [s for s, shift in enumerate(grid.shifts) if shift.period == period]
        ours = Model(grid, shifts)
        model = cp_model.CpModel()
        columns = [
            model.new_int_var(int(one.lower), int(one.upper), "") for one in ours.columns
        ]  # fmt: skip
        for row in ours.rows:
            total = sum(int(factor) * columns[column] for column, factor in row.terms)
            model.add_linear_constraint(total, _whole(row.lower), _whole(row.upper))
        costs = zip(ours.costs(*_EVERYTHING), columns, strict=True)
        model.minimize(sum(cost * column for cost, column in costs))
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.linearization_level = 2
        solver.parameters.max_time_in_seconds = _LIMIT
        solver.solve(model)
        seats |= ours.chosen([solver.value(column) for column in columns])
    return {"duties": grid.duties(seats)}


def _whole(bound: float) -> int:
    far = 10**9
    return int(max(-far, min(far, bound)))


def _import(who: str) -> float:
    begin = process_time()
    if who == "HiGHS":
        import highspy  # noqa: F401
    if who == "CP-SAT":
        from ortools.sat.python import cp_model  # noqa: F401
    return process_time() - begin


CONTESTANTS: dict[str, Callable[[Problem], Told]] = {
    "hand": by_hand,
    "HiGHS": by_highs,
    "CP-SAT": by_cp_sat,
}


def run(who: str, name: str, stir: str) -> Told:
    """Return what a contestant made of an instance, and what it took in seconds of one core."""
    imported = _import(who)
    data = instance(name)
    given = problem_of(shuffled(data, int(stir)) if int(stir) else data)
    begin = process_time()
    told = CONTESTANTS[who](given)
    seconds = process_time() - begin
    return {**told, "seconds": seconds, "import": imported, "MiB": _most_memory()}


def _most_memory() -> float:
    """Return the most MiB this process ever had; what Python tells includes its parent's."""
    told = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text("ascii"))
    return int(told[1]) / 1024 if told else float("nan")


if __name__ == "__main__":
    print(json.dumps(run(*sys.argv[1:])))
