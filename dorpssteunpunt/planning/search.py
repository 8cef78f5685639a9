"""Rosters without a proof: as a person would fill them, and better by trying small changes.

The solver can be poor when time runs out. What stands here is never far off, so the better of
the two is taken.
"""

import math
from collections.abc import Callable, Collection
from random import Random

from dorpssteunpunt.planning.board import Board
from dorpssteunpunt.planning.grid import Seat

_HOT, _COLD = 60.0, 3.0  # points that a change may cost at first and at last
_LOOK_EVERY = 64  # changes between two looks at the clock


def fill(board: Board) -> None:
    """Fill the shifts one by one, the most important and hardest first, each as well as can be."""
    grid = board.grid
    hardest = sorted(
        range(len(grid.shifts)), key=lambda s: (-grid.shifts[s].priority, len(grid.able[s]), s)
    )
    for shift in hardest:
        while (seat := _best(board, shift)) is not None:
            board.take(seat)


def _best(board: Board, shift: int) -> Seat | None:
    """Return whose coming makes the roster better, and most so."""
    free = (v for v in board.grid.able[shift] if v not in board.team[shift])
    costs = [
        (board.cost_of_taking((v, shift)), v)
        for v in free
        if board.keeps_off((v, shift)) is None
    ]  # fmt: skip
    cost, volunteer = min(costs, default=(0, 0))
    return (volunteer, shift) if cost < 0 else None


def improve(board: Board, shifts: Collection[int], left: Callable[[], float]) -> None:
    """Try small changes on these shifts until no time is `left` (1 at first, 0 at last).

    The same seed and the same number of tries give the same roster.
    """
    random = Random(1)
    places = sorted(s for s in shifts if board.grid.able[s])
    best, cost, cheapest = board.seats, 0, 0
    tries = 0
    heat = _HOT
    while places:
        if tries % _LOOK_EVERY == 0:
            remaining = left()
            if remaining <= 0:
                break
            heat = _COLD * (_HOT / _COLD) ** remaining
        tries += 1
        cost += _try(board, random, random.choice(places), heat)
        if cost < cheapest:
            best, cheapest = board.seats, cost
    _restore(board, best)


def _try(board: Board, random: Random, shift: int, heat: float) -> int:
    """Make one change if it is good, or bad luck allows it; return what it cost."""
    volunteer = random.choice(board.grid.able[shift])
    team = board.team[shift]
    if volunteer in team:
        away = [(volunteer, shift)]
        came = []
    else:
        replaced = random.choice([None, *sorted(team)])
        away = [] if replaced is None else [(replaced, shift)]
        came = [(volunteer, shift)]
    if any(seat in board.grid.pinned for seat in away):
        return 0
    cost = _apply(board, away, came)
    if cost is None:
        return 0
    if cost <= 0 or random.random() < math.exp(-cost / heat):
        return cost
    for seat in came:
        board.leave(seat)
    for seat in away:
        board.take(seat)
    return 0


def _apply(board: Board, away: Collection[Seat], came: Collection[Seat]) -> int | None:
    """Make a change and return its cost; undo it and return None when it breaks a rule."""
    cost, beginners = 0, board.grid.beginners
    for seat in away:
        cost += board.cost_of_leaving(seat)
        board.leave(seat)
    taken: list[Seat] = []
    for seat in came:
        if board.keeps_off(seat) is None:
            cost += board.cost_of_taking(seat)
            board.take(seat)
            taken.append(seat)
    alone = any((team := board.team[s]) and team <= beginners for _, s in (*away, *came))
    if not alone and len(taken) == len(came):
        return cost
    for seat in taken:
        board.leave(seat)
    for seat in away:
        board.take(seat)
    return None


def _restore(board: Board, seats: frozenset[Seat]) -> None:
    for seat in board.seats - seats:
        board.leave(seat)
    for seat in seats - board.seats:
        board.take(seat)
