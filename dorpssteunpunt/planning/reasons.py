"""Why a roster has the gaps it has: by volunteer as it stands, and proven for the whole."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from dorpssteunpunt.domain.planning.proposal import (
    Bottleneck,
    Gap,
    NobodyFits,
    Obstacle,
    Reason,
    Rule,
)
from dorpssteunpunt.planning.board import WITH_MAXIMUM, Board
from dorpssteunpunt.planning.bottleneck import bottlenecks
from dorpssteunpunt.planning.grid import Demand


def explained(board: Board) -> tuple[Gap, ...]:
    """Return the gaps of a roster with the reasons for each: who is kept off by what."""
    grid = board.grid
    gaps = [
        (Gap(shift=shift.id, need=demand.need, short=short), s, demand)
        for s, shift in enumerate(grid.shifts)
        for demand, short in board.shortages(s)
    ]
    proven = bottlenecks(board, [(gap.need, s) for gap, s, _ in gaps])
    return tuple(
        replace(gap, reasons=_reasons(board, s, demand, proven.get((gap.need, s))))
        for gap, s, demand in gaps
    )


def _reasons(
    board: Board, shift: int, demand: Demand, proven: Bottleneck | None
) -> tuple[Reason, ...]:
    if not demand.fitting:
        return (NobodyFits(),)
    away = sorted(demand.fitting - board.team[shift])
    return (*obstacles(board, shift, away), *([proven] if proven else []))


def obstacles(board: Board, shift: int, volunteers: Iterable[int]) -> Iterable[Obstacle]:
    """Yield who is kept off by each rule in turn, those at the same maximum together."""
    kept: defaultdict[tuple[Rule, int | None], list[str]] = defaultdict(list)
    for volunteer in volunteers:
        seat = (volunteer, shift)
        rule = board.keeps_off(seat) or Rule.COSTS_MORE
        limit = board.full(seat) if rule in WITH_MAXIMUM else None
        kept[rule, limit.most if limit else None].append(board.grid.volunteers[volunteer].id)
    order = list(Rule)
    for rule, most in sorted(kept, key=lambda one: (order.index(one[0]), one[1] or 0)):
        yield Obstacle(rule, tuple(kept[rule, most]), most)
