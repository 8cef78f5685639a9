"""Gives a model to HiGHS and takes its answer apart; the only place that knows the solver.

It uses one thread always: HiGHS answers nothing at all when the number of threads changes within
a process, and with one thread the same model has the same answer.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from dorpssteunpunt.planning.model import Model, Row

if TYPE_CHECKING:
    import highspy

EVERY_NODE = 2**31 - 1
_ROUNDING = 1e-6


@dataclass(frozen=True, slots=True)
class Answer:
    """What the solver found: values by column, or None, and what is proven of the costs.

    No answer costs less than `bound`. `proven` says that these values cost least, `impossible`
    that there are none.
    """

    values: Sequence[float] | None
    bound: float
    proven: bool = False
    impossible: bool = False


class SolverFailed(RuntimeError):
    """HiGHS ended in a way that has no meaning here: a bug of ours or of the solver."""


def solve(
    model: Model,
    costs: Sequence[int],
    *,
    unit: int,
    rows: Sequence[Row] = (),
    start: Iterable[int] | None = None,
    seconds: float,
    nodes: int = EVERY_NODE,
    seed: int = 0,
    cancelled: Callable[[], bool],
) -> Answer:
    """Return the cheapest answer found in so many seconds and nodes, or until it is cancelled.

    Every cost is a multiple of `unit`, so two answers less than a unit apart cost the same. The
    search begins at `start`, the columns of the seats that are taken in an answer known already.
    """
    import highspy

    highs = highspy.Highs()
    for option, value in _options(unit, seconds, nodes, seed).items():
        _check(highs.setOptionValue(option, value))
    _check(highs.passModel(_programme(model, costs, rows)))
    if start is not None:
        taken, seats = set(start), sorted(model.seat.values())
        values = [float(column in taken) for column in seats]
        _check(highs.setSolution(len(seats), seats, values))
    for told in (highs.cbMipInterrupt, highs.cbSimplexInterrupt):
        told.subscribe(lambda event: event.interrupt(cancelled()))
    if highs.run() == highspy.HighsStatus.kError:
        raise SolverFailed(highs.getModelStatus().name)
    return _answer(highs)


def _options(
    unit: int, seconds: float, nodes: int, seed: int
) -> dict[str, bool | int | float | str]:
    return {
        "output_flag": False,
        "threads": 1,
        "parallel": "off",
        "random_seed": seed,
        "time_limit": max(seconds, 0.0),
        "mip_max_nodes": nodes,
        "mip_rel_gap": 0.0,
        "mip_abs_gap": max(unit, 1) * (1 - _ROUNDING),
    }


def _check(status: "highspy.HighsStatus") -> None:
    """Raise `SolverFailed` unless all is well; a warning while a model is passed is none."""
    if status.name != "kOk":
        raise SolverFailed(status.name)


def _programme(model: Model, costs: Sequence[int], rows: Sequence[Row]) -> "highspy.HighsLp":
    import highspy

    every = [*model.rows, *rows]
    programme = highspy.HighsLp()
    programme.num_col_ = len(model.columns)
    programme.num_row_ = len(every)
    programme.col_cost_ = [float(cost) for cost in costs]
    programme.col_lower_ = [one.lower for one in model.columns]
    programme.col_upper_ = [one.upper for one in model.columns]
    programme.row_lower_ = [row.lower for row in every]
    programme.row_upper_ = [row.upper for row in every]
    matrix = programme.a_matrix_
    matrix.format_ = highspy.MatrixFormat.kRowwise
    matrix.num_col_, matrix.num_row_ = len(model.columns), len(every)
    matrix.start_ = [0, *accumulate(len(row.terms) for row in every)]
    matrix.index_ = [column for row in every for column, _ in row.terms]
    matrix.value_ = [value for row in every for _, value in row.terms]
    kinds = highspy.HighsVarType
    programme.integrality_ = [
        kinds.kInteger if one.whole else kinds.kContinuous for one in model.columns
    ]
    return programme


def _answer(highs: "highspy.Highs") -> Answer:
    import highspy

    status, info = highs.getModelStatus(), highs.getInfo()
    end = highspy.HighsModelStatus
    if status == end.kModelEmpty:
        return Answer((), 0.0, proven=True)
    if status == end.kInfeasible:
        return Answer(None, 0.0, impossible=True)
    if status not in (end.kOptimal, end.kTimeLimit, end.kSolutionLimit, end.kInterrupt):
        raise SolverFailed(status.name)
    found = info.primal_solution_status == highspy.kSolutionStatusFeasible
    values = list(highs.getSolution().col_value) if found else None
    return Answer(values, info.mip_dual_bound, proven=status == end.kOptimal)
