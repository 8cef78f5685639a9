"""The problem as rows and columns: a mixed-integer programme, still without a solver.

What made it fast to prove: overlapping shifts as maximal cliques, one row each; a beginner as a
clause; what is short and how unfair it is as continuous columns that the seats drive to whole
numbers; unfairness as unit steps of rising cost.
"""

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import blake2b

from dorpssteunpunt.domain.planning.problem import Bond
from dorpssteunpunt.planning.grid import Grid, Seat, Share


class Stage(StrEnum):
    """What is made as small as can be, in falling order of importance."""

    GAPS = "gaps"
    AGREEMENTS = "agreements"
    WISHES = "wishes"
    LOTS = "lots"


Goal = Sequence[Stage]

_LOTS = 1 << 12
_HALF = 0.5


@dataclass(frozen=True, slots=True)
class Row:
    """A sum of columns that stays between two bounds."""

    lower: float
    upper: float
    terms: Sequence[tuple[int, float]]


@dataclass(slots=True)
class Column:
    """A number that the solver chooses; only seats have to be whole."""

    upper: float
    whole: bool = False
    lower: float = 0.0
    costs: dict[Stage, int] = field(default_factory=lambda: defaultdict(int))


class Model:
    """The programme for some of the shifts of a grid; the other shifts are left empty.

    Lots are drawn by name, or where there are seats to `keep`, by how many of them are not kept.
    """

    def __init__(
        self, grid: Grid, shifts: Collection[int], keep: frozenset[Seat] = frozenset()
    ) -> None:
        self.grid = grid
        self._keep = keep
        self.columns: list[Column] = []
        self.rows: list[Row] = []
        self.constant: dict[Stage, int] = dict.fromkeys(Stage, 0)
        self._wanted = sorted(shifts)
        self.seat: dict[Seat, int] = {
            (v, s): self._seat_column((v, s)) for s in self._wanted for v in grid.able[s]
        }
        self._say_rules()
        self._say_demands()
        self._say_wishes()

    def costs(self, *stages: Stage) -> list[int]:
        """Return what each column costs in these stages together."""
        return [sum(one.costs.get(stage, 0) for stage in stages) for one in self.columns]

    def fixed_cost(self, *stages: Stage) -> int:
        """Return what these stages cost whatever is chosen."""
        return sum(self.constant[stage] for stage in stages)

    def unit(self, *stages: Stage) -> int:
        """Return the largest number of which every roster's cost is a multiple; 0 without costs."""
        return math.gcd(*self.costs(*stages))

    def value(self, values: Sequence[float], *stages: Stage) -> int:
        """Return what an answer of the solver costs in these stages, beside the fixed cost."""
        costs = self.costs(*stages)
        return round(sum(cost * value for cost, value in zip(costs, values, strict=True)))

    def ceiling(self, most: float, *stages: Stage) -> Row:
        """Return the row that lets these stages together cost no more than this."""
        terms = [(column, float(cost)) for column, cost in enumerate(self.costs(*stages)) if cost]
        return Row(-math.inf, most, terms)

    def most_by_lot(self) -> int:
        """Return the most by which the lots of two rosters can differ."""
        seats = sum(min(self.grid.shifts[s].most, len(self.grid.able[s])) for s in self._wanted)
        return seats * (2 if self._keep else _LOTS)

    def chosen(self, values: Sequence[float]) -> frozenset[Seat]:
        """Return the seats of an answer of the solver."""
        return frozenset(seat for seat, column in self.seat.items() if values[column] > _HALF)

    # ---------------------------------------------------------------- columns

    def _seat_column(self, seat: Seat) -> int:
        grid, (volunteer, shift) = self.grid, seat
        column = self._column(1.0, whole=True)
        costs = self.columns[column].costs
        costs[Stage.WISHES] = grid.wish_cost[volunteer][shift]
        if seat in grid.agreed:
            costs[Stage.AGREEMENTS] = -grid.weights.agreed_broken
        else:
            costs[Stage.AGREEMENTS] = grid.weights.new_assignment
        if self._keep:
            costs[Stage.LOTS] = -1 if seat in self._keep else 1
        else:
            costs[Stage.LOTS] = _lot(grid.volunteers[volunteer].id, grid.shifts[shift].id)
        if seat in grid.pinned:
            self.columns[column].lower = 1.0
        return column

    def _column(self, upper: float, *, whole: bool = False) -> int:
        self.columns.append(Column(upper, whole))
        return len(self.columns) - 1

    def _driven(self, upper: float, stage: Stage, cost: int) -> int:
        """Add a column that costs, and so becomes as small as the rows allow."""
        column = self._column(upper)
        self.columns[column].costs[stage] = cost
        return column

    # ---------------------------------------------------------------- rows

    def _at_most(self, columns: Iterable[int], most: float) -> None:
        terms = [(column, 1.0) for column in columns]
        if len(terms) > most:
            self.rows.append(Row(-math.inf, most, terms))

    def _of(self, volunteer: int, shifts: Iterable[int]) -> list[int]:
        return [self.seat[volunteer, s] for s in shifts if (volunteer, s) in self.seat]

    def _say_rules(self) -> None:
        grid = self.grid
        wanted = set(self._wanted)
        cliques = [one for one in grid.cliques if len(one) > 1 and wanted & set(one)]
        for volunteer, one in enumerate(grid.volunteers):
            for clique in cliques:
                self._at_most(self._of(volunteer, clique), 1)
            if one.no_evening_then_morning:
                for night in grid.short_nights:
                    self._at_most(self._of(volunteer, night), 1)
        for limit in grid.limits:
            self._at_most(self._of(limit.volunteer, sorted(limit.shifts)), limit.room)
        for shift in self._wanted:
            self._at_most(self._team(shift), grid.shifts[shift].most)
            self._say_company(shift)

    def _team(self, shift: int) -> list[int]:
        return [self.seat[v, shift] for v in self.grid.able[shift]]

    def _say_company(self, shift: int) -> None:
        """Say that no beginner is alone, and that who must be apart is."""
        grid = self.grid
        able = grid.able[shift]
        others = [(self.seat[v, shift], -1.0) for v in able if v not in grid.beginners]
        for volunteer in grid.beginners.intersection(able):
            beginner = (self.seat[volunteer, shift], 1.0)
            self.rows.append(Row(-math.inf, 0.0, [beginner, *others]))
        for one, other, bond in grid.pairs:
            if bond is Bond.APART:
                seats = ((one, shift), (other, shift))
                self._at_most([self.seat[seat] for seat in seats if seat in self.seat], 1)

    def _say_demands(self) -> None:
        for shift in self._wanted:
            for demand in self.grid.demands[shift]:
                fitting = [
                    (self.seat[v, shift], 1.0)
                    for v in self.grid.able[shift]
                    if v in demand.fitting
                ]  # fmt: skip
                if not fitting:
                    self.constant[Stage.GAPS] += demand.cost * demand.count
                    continue
                short = self._driven(demand.count, Stage.GAPS, demand.cost)
                self.rows.append(Row(demand.count, math.inf, [*fitting, (short, 1.0)]))

    def _say_wishes(self) -> None:
        grid = self.grid
        wanted = frozenset(self._wanted)
        broken = sum(shift in wanted for _, shift in grid.agreed)
        self.constant[Stage.AGREEMENTS] += broken * grid.weights.agreed_broken
        for shift in self._wanted:
            for one, other, bond in grid.pairs:
                if bond is Bond.TOGETHER:
                    self._say_split(self.seat.get((one, shift)), self.seat.get((other, shift)))
        for share in grid.shares:
            if share.shifts & wanted:
                self._say_fairness(share)

    def _say_split(self, one: int | None, other: int | None) -> None:
        cost = self.grid.weights.together_split
        if one is None or other is None:
            for column in (one, other):
                if column is not None:
                    self.columns[column].costs[Stage.WISHES] += cost
            return
        split = self._driven(1.0, Stage.WISHES, cost)
        for a, b in ((one, other), (other, one)):
            self.rows.append(Row(-math.inf, 0.0, [(a, 1.0), (b, -1.0), (split, -1.0)]))

    def _say_fairness(self, share: Share) -> None:
        """Let turns + fewer - more = wanted, each turn further away costing more."""
        weights = self.grid.weights
        turns = [(column, 1.0) for column in self._of(share.volunteer, sorted(share.shifts))]
        nearest = min(max(share.want, 0), len(turns))  # what is further away is a fixed cost
        base = weights.unfairness(abs(share.want - nearest))
        self.constant[Stage.WISHES] += base
        steps = [
            (self._driven(1.0, Stage.WISHES, cost), sign)
            for sign, room in ((1.0, nearest), (-1.0, len(turns) - nearest))
            for cost in self._steps(share.want, nearest, int(-sign), room)
        ]
        if turns and steps:
            self.rows.append(Row(nearest, nearest, [*turns, *steps]))

    def _steps(self, want: int, nearest: int, way: int, room: int) -> Iterable[int]:
        """Yield what each further turn away from the wish costs more than the one before."""
        unfairness = self.grid.weights.unfairness
        for step in range(1, room + 1):
            there, before = nearest + way * step, nearest + way * (step - 1)
            yield unfairness(abs(there - want)) - unfairness(abs(before - want))


def _lot(volunteer: str, shift: str) -> int:
    """Draw the lot of a seat: by name alone, so it falls the same way on every computer."""
    drawn = blake2b(f"{volunteer}\0{shift}".encode(), digest_size=4).digest()
    return int.from_bytes(drawn, "big") % _LOTS
