"""Why this name and why not that one: by the board for a name, by the solver for another."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from dorpssteunpunt.domain.planning.problem import Duty, Problem
from dorpssteunpunt.domain.planning.proposal import (
    Changes,
    Obstacle,
    Proposal,
    RunnerUp,
    WhyNot,
    WhyThisName,
)
from dorpssteunpunt.domain.planning.refusals import PinContradicts
from dorpssteunpunt.planning.board import Board, missing
from dorpssteunpunt.planning.grid import Grid, Seat
from dorpssteunpunt.planning.reasons import obstacles
from dorpssteunpunt.planning.solving import STAGED, find_around
from dorpssteunpunt.services.ports.planner import Watch

_RUNNERS_UP = 3


def whys(
    problem: Problem, proposal: Proposal, duties: Iterable[Duty]
) -> Mapping[Duty, WhyThisName]:
    """Return what speaks for names in a proposal, and who could take the turns instead."""
    board = _board(problem, proposal)
    return {duty: _why(board, duty) for duty in duties}


def _why(board: Board, duty: Duty) -> WhyThisName:
    grid, problem = board.grid, board.grid.problem
    volunteer, shift = _seat(grid, duty)
    period = grid.shifts[shift].period
    turns = grid.volunteers[volunteer].turns.get(period)
    return WhyThisName(
        duty=duty,
        level=grid.volunteers[volunteer].level(duty.shift),
        agreed=duty in problem.agreed,
        pinned=duty in problem.pinned,
        fills=missing(board, shift, without=volunteer),
        turns=sum(grid.shifts[s].period == period for s in board.own[volunteer]),
        wanted=None if turns is None else turns.want,
        runners_up=_runners_up(board, volunteer, shift),
    )


def _runners_up(board: Board, volunteer: int, shift: int) -> tuple[RunnerUp, ...]:
    """Return who could take a turn as the roster stands, the cheapest first."""
    seat = (volunteer, shift)
    board.leave(seat)
    others = [
        (board.cost_of_taking((v, shift)), v)
        for v in board.grid.able[shift]
        if v != volunteer and v not in board.team[shift]
        if board.keeps_off((v, shift)) is None
    ]
    found = []
    for _cost, other in sorted(others)[:_RUNNERS_UP]:
        either = [seat, (other, shift)]
        board.take((other, shift))
        instead = board.score_of(either)
        board.leave((other, shift))
        board.take(seat)
        costs_more = instead - board.score_of(either)
        board.leave(seat)
        found.append(RunnerUp(board.grid.volunteers[other].id, costs_more))
    board.take(seat)
    return tuple(found)


def why_not(problem: Problem, proposal: Proposal, duty: Duty, watch: Watch) -> WhyNot:
    """Return how the best roster with somebody on a shift differs from the proposal.

    Of the rosters that are equally good it is the one that changes least; what shares no rule with
    the shift stays as it is.
    """
    board = _board(problem, proposal)
    volunteer, shift = _seat(board.grid, duty)
    (now,) = obstacles(board, shift, [volunteer])
    forced = replace(problem, pinned=problem.pinned | {duty})
    try:
        with_them = find_around(forced, STAGED, watch, shift, keep=board.seats)
    except PinContradicts as refusal:
        never = Obstacle(refusal.rule, (duty.volunteer,), refusal.most)
        return WhyNot(duty=duty, now=now, never=never)
    return WhyNot(
        duty=duty,
        now=now,
        short_more=with_them.short() - board.short(),
        costs_more=with_them.score() - proposal.score,
        changes=Changes.between(proposal.duties, board.grid.duties(with_them.seats)),
    )


def _board(problem: Problem, proposal: Proposal) -> Board:
    grid = Grid(problem)
    return Board(grid, grid.seats(proposal.duties))


def _seat(grid: Grid, duty: Duty) -> Seat:
    return grid.volunteer_number[duty.volunteer], grid.shift_number[duty.shift]
