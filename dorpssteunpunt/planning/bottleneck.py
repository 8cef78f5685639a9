"""Proves gaps: which shifts together ask for more than the people who could do them can do.

Who can do what, and how often, is a network: from each volunteer as many turns as they have room
for in a period and then in a week, along them to the shifts they can come to, and there as many
as are asked. Where its largest flow leaves a shift short, the shifts that compete with it for the
same people form a minimum cut (a Hall set): no roster fills them all.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dorpssteunpunt.domain.planning.proposal import Bottleneck, Need
from dorpssteunpunt.planning.board import Board
from dorpssteunpunt.planning.grid import Demand, Grid, Limit

Node = tuple[str, int, str]
Hole = tuple[Need, int]  # something that a shift, by number, is short of
_SOURCE: Node = ("source", 0, "")
_SINK: Node = ("sink", 0, "")


class Network:
    """The room that is left on each edge after what flows there already."""

    def __init__(self) -> None:
        self.room: defaultdict[Node, dict[Node, int]] = defaultdict(dict)

    def edge(self, one: Node, other: Node, room: int) -> None:
        """Let so much flow from one node to another."""
        self.room[one][other] = room
        self.room[other][one] = 0

    def push(self, path: Sequence[Node]) -> bool:
        """Let one more flow along a path, and say whether there was room."""
        steps = list(pairwise(path))
        if not all(self.room[one].get(other, 0) for one, other in steps):
            return False
        for one, other in steps:
            self.room[one][other] -= 1
            self.room[other][one] += 1
        return True

    def fill(self) -> None:
        """Push all that still fits from source to sink."""
        while path := self._path():
            self.push(path)

    def _path(self) -> list[Node]:
        came = {_SOURCE: _SOURCE}
        queue = deque([_SOURCE])
        while queue and _SINK not in came:
            one = queue.popleft()
            for other, room in self.room[one].items():
                if room and other not in came:
                    came[other] = one
                    queue.append(other)
        path = [_SINK] if _SINK in came else []
        while path and path[-1] != _SOURCE:
            path.append(came[path[-1]])
        return path[::-1]

    def competing(self, node: Node) -> set[Node]:
        """Return all nodes from which more could still flow to this one, itself included."""
        found = {node}
        queue = deque([node])
        while queue:
            one = queue.popleft()
            for other in self.room[one]:
                if other not in found and other != _SINK and self.room[other][one]:
                    found.add(other)
                    queue.append(other)
        return found


def bottlenecks(board: Board, holes: Iterable[Hole]) -> Mapping[Hole, Bottleneck]:
    """Return for the holes that no roster could close what proves it."""
    found = {}
    together: defaultdict[tuple[Need, str], list[int]] = defaultdict(list)
    for need, shift in holes:
        together[need, board.grid.shifts[shift].period].append(shift)
    for (need, period), shifts in together.items():
        contest = _contest(board.grid, need, period)
        network = contest.network()
        contest.start_with(network, board)
        network.fill()
        for shift in shifts:
            proof = contest.proof(network, shift)
            if proof is not None:
                found[need, shift] = proof
    return found


def _contest(grid: Grid, need: Need, period: str) -> "_Contest":
    asked = {
        s: demand
        for s, shift in enumerate(grid.shifts)
        if shift.period == period
        for demand in grid.demands[s]
        if demand.need == need
    }
    return _Contest(grid, asked)


@dataclass(frozen=True, slots=True)
class _Contest:
    """The shifts of a period that need the same thing."""

    grid: Grid
    asked: Mapping[int, Demand]

    def network(self) -> Network:
        """Return who could do what, and how often."""
        network = Network()
        for s, demand in self.asked.items():
            network.edge(_shift(s), _SINK, demand.count)
            for v in self.fitting(s):
                way = self.way(v, s)
                for one, other in pairwise(way):
                    if other not in network.room[one]:
                        network.edge(one, other, len(self.asked))
                network.edge(way[-1], _shift(s), 1)
        self._narrow(network)
        return network

    def way(self, volunteer: int, shift: int) -> Sequence[Node]:
        """Return the nodes that a turn flows along, up to the shift."""
        week = ("week", volunteer, self.grid.shifts[shift].week)
        return (_SOURCE, ("volunteer", volunteer, ""), week)

    def fitting(self, shift: int) -> list[int]:
        """Return who could come and has what is needed."""
        return [v for v in self.grid.able[shift] if v in self.asked[shift].fitting]

    def _narrow(self, network: Network) -> None:
        """Leave each volunteer the room of their maxima, less what is pinned elsewhere."""
        for limit in self.grid.limits:
            shift = next((s for s in sorted(limit.shifts) if s in self.asked), None)
            if shift is None:
                continue
            source, volunteer, week = self.way(limit.volunteer, shift)
            edge = (volunteer, week) if limit.weekly else (source, volunteer)
            if edge[1] in network.room[edge[0]]:
                room = min(network.room[edge[0]][edge[1]], self._room(limit))
                network.edge(*edge, room)

    def _room(self, limit: Limit) -> int:
        elsewhere = sum(
            v == limit.volunteer and s in limit.shifts and s not in self.asked
            for v, s in self.grid.pinned
        )
        return max(0, limit.room - elsewhere)

    def start_with(self, network: Network, board: Board) -> None:
        """Let flow what the roster does already."""
        for s in self.asked:
            for v in sorted(board.team[s].intersection(self.fitting(s))):
                network.push([*self.way(v, s), _shift(s), _SINK])

    def proof(self, network: Network, shift: int) -> Bottleneck | None:
        """Return the shifts that compete for the same people; None for one shift by itself."""
        if not network.room[_shift(shift)][_SINK]:
            return None
        competing = network.competing(_shift(shift))
        shifts = [s for s in self.asked if _shift(s) in competing]
        if len(shifts) == 1:
            return None
        volunteers = sorted({v for s in shifts for v in self.fitting(s)})
        asked = sum(self.asked[s].count for s in shifts)
        return Bottleneck(
            shifts=tuple(self.grid.shifts[s].id for s in shifts),
            volunteers=tuple(self.grid.volunteers[v].id for v in volunteers),
            asked=asked,
            possible=asked - sum(network.room[_shift(s)][_SINK] for s in shifts),
        )


def _shift(shift: int) -> Node:
    return ("shift", shift, "")
