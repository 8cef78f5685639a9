"""Finds the best roster: part by part, goal by goal, and at last by lot.

A part is a set of periods that share no rule, so that each can be solved by itself. What was
found for one goal holds while the next is pursued. Rosters that are equally good in everything
are told apart by lots, so that the answer does not depend on the solver.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count, groupby, pairwise
from time import monotonic
from typing import TypeVar

from dorpssteunpunt.domain.planning.problem import Problem
from dorpssteunpunt.domain.planning.proposal import Rule, Status
from dorpssteunpunt.planning.board import Board
from dorpssteunpunt.planning.grid import Grid, Seat
from dorpssteunpunt.planning.highs import EVERY_NODE, Answer, solve
from dorpssteunpunt.planning.model import Goal, Model, Row, Stage
from dorpssteunpunt.planning.pins import (
    beginners_alone,
    board_with_pins,
    bring_company,
    contradiction,
)
from dorpssteunpunt.planning.search import fill, improve
from dorpssteunpunt.services.ports.planner import Watch

WEIGHED: Sequence[Goal] = ((Stage.GAPS, Stage.AGREEMENTS, Stage.WISHES),)
STAGED: Sequence[Goal] = ((Stage.GAPS,), (Stage.AGREEMENTS,), (Stage.WISHES,))

_Item = TypeVar("_Item")

_FOR_SEARCH = 0.1  # the share of the time for small changes, if the solver does not finish
_BEFORE = 0.3  # the most of the time for small changes before the solver begins,
_LARGE = 3_000  # which is worth it where so many seats could be taken,
_LOOKS_A_SEAT = 0.1  # for a time that goes by their number, and is the same on every computer
_NODES_FOR_LOTS = 50  # a limit that is the same on every computer, unlike seconds
_NO_BOUND = -1e15  # the solver had no time to prove anything
_TOO_FINE = 1e12  # costs that the solver can no longer tell apart
_SLACK = 1e-4  # what a goal that was reached may seem worse by rounding


@dataclass(frozen=True, slots=True)
class Found:
    """The seats of a roster, what no roster costs less than, and whether this one is the best."""

    grid: Grid
    seats: frozenset[Seat]
    bound: int
    status: Status


def find(problem: Problem, goals: Sequence[Goal], watch: Watch) -> Found:
    """Return the best roster by these goals in turn; raises `PinContradicts`."""
    until = monotonic() + watch.seconds
    grid = Grid(problem)
    start = board_with_pins(grid)
    known = bring_company(start)
    if known:
        fill(start)
        _improve_large(start, watch)
    ends = _Hunt(grid, goals, watch, until).through(_parts(grid), start.seats if known else None)
    return Found(
        grid,
        frozenset(seat for end in ends for seat in end.seats),
        sum(end.bound for end in ends) + _idle_unfairness(grid),
        Status.OPTIMAL if all(end.proven for end in ends) else Status.FEASIBLE,
    )


def find_around(
    problem: Problem, goals: Sequence[Goal], watch: Watch, shift: int, keep: frozenset[Seat]
) -> Board:
    """Return the best roster where only what shares a rule with a shift may change.

    Of equals it is the one that keeps most of `keep`. Raises `PinContradicts`.
    """
    until = monotonic() + watch.seconds
    grid = Grid(problem)
    start = board_with_pins(grid)
    known = bring_company(start)
    if known:
        _take_again(start, keep)
        fill(start)
    (shifts,) = (part for part in _parts(grid) if shift in part)
    others = frozenset(seat for seat in keep if seat[1] not in shifts)
    hunt = _Hunt(grid, goals, watch, until, keep)
    (end,) = hunt.through([shifts], start.seats if known else None)
    return Board(grid, end.seats | others)


def _take_again(board: Board, keep: frozenset[Seat]) -> None:
    """Put back who was on the roster as far as the rules allow, whoever can lead others first."""
    beginners = board.grid.beginners
    for seat in sorted(keep - board.seats, key=lambda one: (one[0] in beginners, one)):
        if board.keeps_off(seat) is None:
            board.take(seat)


def _improve_large(board: Board, watch: Watch) -> None:
    """Make small changes in a large roster, so that there is a fair one if time runs out soon."""
    seats = sum(map(len, board.grid.able))
    looks = math.ceil(seats * _LOOKS_A_SEAT)
    until = monotonic() + watch.seconds * _BEFORE
    numbers = count()

    def left() -> float:
        over = watch.cancelled() or monotonic() >= until
        return 0.0 if over else 1 - next(numbers) / looks

    if seats >= _LARGE:
        improve(board, range(len(board.grid.shifts)), left)


def _parts(grid: Grid) -> list[list[int]]:
    """Return the shifts in sets without a rule between two sets, in order of time."""
    leader = {shift.period: shift.period for shift in grid.shifts}

    def lead(period: str) -> str:
        while leader[period] != period:
            period = leader[period]
        return period

    by_week = sorted(range(len(grid.shifts)), key=lambda s: grid.shifts[s].week)
    weeks = [list(week) for _, week in groupby(by_week, lambda s: grid.shifts[s].week)]
    for shifts in [*weeks, *grid.short_nights]:
        for one, other in pairwise(shifts):
            leader[lead(grid.shifts[other].period)] = lead(grid.shifts[one].period)
    parts: dict[str, list[int]] = {}
    for s, shift in enumerate(grid.shifts):
        parts.setdefault(lead(shift.period), []).append(s)
    return list(parts.values())


def _idle_unfairness(grid: Grid) -> int:
    """Return what it costs that some want turns where there are no shifts at all."""
    idle = (share for share in grid.shares if not share.shifts)
    return sum(grid.weights.unfairness(abs(share.want)) for share in idle)


@dataclass(frozen=True, slots=True)
class _End:
    """What was found for a part."""

    seats: frozenset[Seat]
    bound: int
    proven: bool


class _Hunt:
    """The search through all parts, within the time that somebody waits."""

    def __init__(
        self,
        grid: Grid,
        goals: Sequence[Goal],
        watch: Watch,
        until: float,
        keep: frozenset[Seat] = frozenset(),
    ) -> None:
        self.grid, self.goals, self.watch, self.keep = grid, goals, watch, keep
        self._until = until
        self._steps = self._done = self._seed = 0

    def through(
        self, parts: Sequence[Sequence[int]], start: frozenset[Seat] | None
    ) -> Sequence[_End]:
        """Return the best roster found for each part.

        Most parts are easy and some are hard, which shows in the first half of the time. How long
        a hard one takes is a matter of luck too, so it is begun anew by another chance.
        """
        self._steps = len(parts) * (len(self.goals) + 1)
        if len(parts) == 1:
            return [self._last(parts[0], start, self._until, seed=0)]
        half = monotonic() + (self._until - monotonic()) / 2
        ends = [
            self._part(shifts, start, _share(half, left)) for left, shifts in _counting_down(parts)
        ]
        hard = [number for number, end in enumerate(ends) if not end.proven]
        for left, number in _counting_down(hard):
            until = _share(self._until, left)
            again = self._last(parts[number], ends[number].seats, until, seed=1)
            ends[number] = replace(again, bound=max(again.bound, ends[number].bound))
        return ends

    def _last(
        self, shifts: Sequence[int], start: frozenset[Seat] | None, until: float, seed: int
    ) -> _End:
        """Return the best roster found for a part, with small changes if the solver was late."""
        soon = until - (until - monotonic()) * _FOR_SEARCH
        end = self._part(shifts, start, soon, seed)
        return end if end.proven else self._searched(shifts, end, until)

    def _part(
        self, shifts: Sequence[int], start: frozenset[Seat] | None, until: float, seed: int = 0
    ) -> _End:
        model = Model(self.grid, shifts, self.keep)
        self._seed = seed
        if start is None:
            return self._goals(model, self._first(model), until)
        return self._goals(model, frozenset(seat for seat in start if seat in model.seat), until)

    def _goals(self, model: Model, best: frozenset[Seat], until: float) -> _End:
        """Reach one goal after the other, as far as time allows, and then draw lots."""
        rows: list[Row] = []
        bound = 0
        for goal in self.goals:
            unit = model.unit(*goal)
            bound += model.fixed_cost(*goal)
            answer = self._solve(model, model.costs(*goal), unit, rows, best, until)
            best = self._better(best, model, answer)
            if not answer.proven:
                return _End(best, max(0, bound + _whole(answer.bound, unit)), proven=False)
            reached = model.value(answer.values or (), *goal)
            bound += reached
            rows.append(model.ceiling(reached + _SLACK, *goal))
        return _End(self._by_lot(model, rows[:-1], best, until), bound, proven=True)

    def _solve(
        self,
        model: Model,
        costs: Sequence[int],
        unit: int,
        rows: Sequence[Row],
        start: frozenset[Seat] | None,
        until: float,
        nodes: int = EVERY_NODE,
    ) -> Answer:
        answer = solve(
            model,
            costs,
            unit=unit,
            rows=rows,
            start=None if start is None else [model.seat[seat] for seat in start],
            seconds=until - monotonic(),
            nodes=nodes,
            seed=self._seed,
            cancelled=self.watch.cancelled,
        )
        self._done += 1
        self.watch.progress(min(1.0, self._done / self._steps))
        return answer

    def _first(self, model: Model) -> frozenset[Seat]:
        """Return any roster that breaks no rule; raises `PinContradicts` when there is none."""
        answer = self._solve(model, [0] * len(model.columns), 1, (), None, math.inf)
        if answer.values is None:
            seat = beginners_alone(Board(self.grid, self.grid.pinned))[0]
            raise contradiction(self.grid, seat, Rule.BEGINNER_ALONE)
        return model.chosen(answer.values)

    def _by_lot(
        self, model: Model, rows: Sequence[Row], best: frozenset[Seat], until: float
    ) -> frozenset[Seat]:
        """Return the roster that wins by lot among those as good as the best."""
        last = model.costs(*self.goals[-1])
        lots = model.costs(Stage.LOTS)
        scale = model.most_by_lot() + 1  # so that no lot outweighs a point of the last goal
        costs = [scale * cost + lot for cost, lot in zip(last, lots, strict=True)]
        if max(map(abs, costs), default=0) > _TOO_FINE:
            return best
        answer = self._solve(model, costs, 1, rows, best, until, _NODES_FOR_LOTS)
        if not answer.proven or answer.values is None:
            return best
        drawn = model.chosen(answer.values)
        return drawn if self._key(drawn) == self._key(best) else best

    def _searched(self, shifts: Sequence[int], end: _End, until: float) -> _End:
        """Try small changes for the rest of the time, and take the better roster."""
        seconds = max(until - monotonic(), 1e-9)

        def left() -> float:
            return 0.0 if self.watch.cancelled() else (until - monotonic()) / seconds

        board = Board(self.grid, end.seats)
        improve(board, shifts, left)
        return replace(end, seats=min(end.seats, board.seats, key=self._key))

    def _better(self, best: frozenset[Seat], model: Model, answer: Answer) -> frozenset[Seat]:
        if answer.values is None:
            return best
        return min(model.chosen(answer.values), best, key=self._key)

    def _key(self, seats: frozenset[Seat]) -> tuple[int, ...]:
        """Return what a roster costs by goal, to be compared in their order."""
        score = Board(self.grid, seats).score()
        return tuple(sum(getattr(score, stage) for stage in goal) for goal in self.goals)


def _share(until: float, among: int) -> float:
    """Return until when one of so many may take, if all of them are to be done in time."""
    now = monotonic()
    return now + (until - now) / among


def _counting_down(items: Sequence[_Item]) -> Iterator[tuple[int, _Item]]:
    """Yield each item after how many there are still, itself included."""
    return zip(range(len(items), 0, -1), items, strict=True)


def _whole(bound: float, unit: int) -> int:
    """Return the lowest cost that is not below a bound, given that costs go by this unit."""
    unit = max(unit, 1)
    return math.ceil(max(bound, _NO_BOUND) / unit - _SLACK) * unit
