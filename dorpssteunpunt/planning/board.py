"""A roster while it is being made: who is on what, which rule keeps whom off, and what it costs.

The rules of a roster stand here once for people's eyes; `model` says the same to the solver, and
the tests hold the two against each other.
"""

from collections.abc import Collection, Iterable, Iterator, Set

from dorpssteunpunt.domain.planning.proposal import Need, Rule, Score
from dorpssteunpunt.planning.grid import Demand, Grid, Limit, Seat, Share

WITH_MAXIMUM = (Rule.WEEK_FULL, Rule.PERIOD_FULL)


class Board:
    """The seats taken so far. Taking one that `keeps_off` forbids is up to the caller."""

    def __init__(self, grid: Grid, seats: Iterable[Seat] = ()) -> None:
        self.grid = grid
        self.team: list[set[int]] = [set() for _ in grid.shifts]
        self.own: list[set[int]] = [set() for _ in grid.volunteers]
        self._taken = dict.fromkeys(grid.limits, 0)
        self._turns = dict.fromkeys(grid.shares, 0)
        for seat in seats:
            self.take(seat)

    @property
    def seats(self) -> frozenset[Seat]:
        """Who is on what."""
        return frozenset((v, s) for v, own in enumerate(self.own) for s in own)

    def take(self, seat: Seat) -> None:
        """Put somebody on a shift."""
        self._move(seat, 1)
        volunteer, shift = seat
        self.team[shift].add(volunteer)
        self.own[volunteer].add(shift)

    def leave(self, seat: Seat) -> None:
        """Take somebody off a shift."""
        self._move(seat, -1)
        volunteer, shift = seat
        self.team[shift].remove(volunteer)
        self.own[volunteer].remove(shift)

    def _move(self, seat: Seat, by: int) -> None:
        for limit in self.grid.limits_of.get(seat, ()):
            self._taken[limit] += by
        for share in self.grid.shares_of.get(seat, ()):
            self._turns[share] += by

    # ---------------------------------------------------------------- rules

    def keeps_off(self, seat: Seat) -> Rule | None:
        """Return the first rule that keeps somebody off a shift they are not on."""
        return next(self.objections(seat), None)

    def objections(self, seat: Seat) -> Iterator[Rule]:
        """Yield all rules that keep somebody off a shift they are not on."""
        yield from self._of_their_own(*seat)
        yield from self._of_the_team(*seat)

    def _of_their_own(self, volunteer: int, shift: int) -> Iterator[Rule]:
        grid, own = self.grid, self.own[volunteer]
        if (volunteer, shift) in grid.stays_off:
            yield Rule.STAYS_OFF
        elif shift not in grid.wish_cost[volunteer]:
            yield Rule.CANNOT
        if not own.isdisjoint(grid.clashing[shift]):
            yield Rule.ON_DUTY
        if (limit := self.full((volunteer, shift))) is not None:
            yield Rule.WEEK_FULL if limit.weekly else Rule.PERIOD_FULL
        rests = grid.volunteers[volunteer].no_evening_then_morning
        if rests and not own.isdisjoint(grid.too_soon[shift]):
            yield Rule.EVENING_MORNING

    def _of_the_team(self, volunteer: int, shift: int) -> Iterator[Rule]:
        grid, team = self.grid, self.team[shift]
        if not team.isdisjoint(grid.apart[volunteer]):
            yield Rule.APART
        if len(team) >= grid.shifts[shift].most:
            yield Rule.SHIFT_FULL
        if volunteer in grid.beginners and team <= grid.beginners:
            yield Rule.BEGINNER_ALONE

    def full(self, seat: Seat) -> Limit | None:
        """Return the first maximum somebody is at that counts this shift."""
        for limit in self.grid.limits_of.get(seat, ()):
            if self._taken[limit] >= limit.room:
                return limit
        return None

    def holds(self, seat: Seat) -> bool:
        """Say whether somebody must stay: they are pinned, or a beginner would be left alone."""
        volunteer, shift = seat
        if seat in self.grid.pinned:
            return True
        left = self.team[shift] - {volunteer}
        return bool(left) and left <= self.grid.beginners and volunteer not in self.grid.beginners

    # ---------------------------------------------------------------- costs

    def cost_of_shift(self, shift: int) -> int:
        """Return what gaps, split pairs, agreements and availability cost on one shift."""
        team, grid = self.team[shift], self.grid
        weights = grid.weights
        gaps = sum(short * one.cost for one, short in self.shortages(shift))
        wishes = sum(grid.wish_cost[v][shift] for v in team)
        split = sum(friend not in team for v in team for friend in grid.together[v])
        new = sum((v, shift) not in grid.agreed for v in team) if weights.new_assignment else 0
        kept = sum((v, shift) in grid.agreed for v in team)  # a saving: what is broken costs
        return (
            gaps
            + wishes
            + split * weights.together_split
            + new * weights.new_assignment
            - kept * weights.agreed_broken
        )

    def cost_of_turn(self, seat: Seat, by: int) -> int:
        """Return how much fairer or less fair one turn more or fewer (`by`) is."""
        unfairness = self.grid.weights.unfairness
        return sum(
            unfairness(abs(self._turns[one] + by - one.want))
            - unfairness(abs(self._turns[one] - one.want))
            for one in self.grid.shares_of.get(seat, ())
        )

    def cost_of_taking(self, seat: Seat) -> int:
        """Return how much the roster costs more with this seat taken."""
        volunteer, shift = seat
        turn = self.cost_of_turn(seat, 1)
        before = self.cost_of_shift(shift)
        self.team[shift].add(volunteer)
        after = self.cost_of_shift(shift)
        self.team[shift].remove(volunteer)
        return turn + after - before

    def cost_of_leaving(self, seat: Seat) -> int:
        """Return how much the roster costs more without this seat."""
        volunteer, shift = seat
        turn = self.cost_of_turn(seat, -1)
        before = self.cost_of_shift(shift)
        self.team[shift].remove(volunteer)
        after = self.cost_of_shift(shift)
        self.team[shift].add(volunteer)
        return turn + after - before

    def shortages(self, shift: int) -> Iterator[tuple[Demand, int]]:
        """Yield what a shift is short of, and by how much."""
        team = self.team[shift]
        for demand in self.grid.demands[shift]:
            short = demand.count - len(team & demand.fitting)
            if short > 0:
                yield demand, short

    def short(self) -> int:
        """Return how many turns the roster lacks in all."""
        return sum(short for s in range(len(self.team)) for _, short in self.shortages(s))

    def score(self) -> Score:
        """Return what the roster costs, by what it is that costs."""
        grid = self.grid
        return self._score(range(len(grid.shifts)), self.seats, grid.agreed, grid.shares)

    def score_of(self, seats: Collection[Seat]) -> Score:
        """Return the part of it that can change when only these seats are taken or left.

        They are all of one shift.
        """
        grid = self.grid
        (shift,) = {s for _, s in seats}
        there = {(v, shift) for v in self.team[shift]}
        agreed = {(v, shift) for v in grid.able[shift]} & grid.agreed
        shares = {share for seat in seats for share in grid.shares_of.get(seat, ())}
        return self._score([shift], there, agreed, shares)

    def _score(
        self,
        shifts: Iterable[int],
        seats: Set[Seat],
        agreed: Set[Seat],
        shares: Iterable[Share],
    ) -> Score:
        grid = self.grid
        weights = grid.weights
        lacking: dict[str, int] = {}
        for s in shifts:
            for demand, short in self.shortages(s):
                lacking[demand.need.kind] = lacking.get(demand.need.kind, 0) + short * demand.cost
        split = sum(f not in self.team[s] for v, s in seats for f in grid.together[v])
        fairness = sum(weights.unfairness(abs(self._turns[one] - one.want)) for one in shares)
        return Score(
            people=lacking.get("people", 0),
            skills=lacking.get("skill", 0),
            experienced=lacking.get("experienced", 0),
            agreed_broken=len(agreed - seats) * weights.agreed_broken,
            newly_asked=len(seats - agreed) * weights.new_assignment,
            availability=sum(grid.wish_cost[v][s] for v, s in seats),
            split_pairs=split * weights.together_split,
            fairness=fairness,
        )


def missing(board: Board, shift: int, without: int) -> tuple[Need, ...]:
    """Return what a shift would lack more of if somebody were not on it."""
    team = board.team[shift]
    return tuple(
        one.need
        for one in board.grid.demands[shift]
        if without in one.fitting and len(team & one.fitting) <= one.count
    )
