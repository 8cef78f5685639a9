"""The problem by number: volunteers and shifts counted from nought, with what follows from them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from dorpssteunpunt.domain.availability import AvailabilityLevel
from dorpssteunpunt.domain.people import Experience
from dorpssteunpunt.domain.planning.problem import Bond, Duty, Problem, Shift, Volunteer
from dorpssteunpunt.domain.planning.proposal import Kind, Need

Seat = tuple[int, int]  # a volunteer and a shift, by number


@dataclass(frozen=True, slots=True, eq=False)
class Demand:
    """A number of people a shift needs for something, who fit, and what each one short costs."""

    need: Need
    count: int
    cost: int
    fitting: frozenset[int]


@dataclass(frozen=True, slots=True, eq=False)
class Limit:
    """The most shifts somebody takes of these, beyond those they have outside the problem."""

    volunteer: int
    shifts: frozenset[int]
    room: int
    most: int
    weekly: bool


@dataclass(frozen=True, slots=True, eq=False)
class Share:
    """How many of these shifts somebody wants."""

    volunteer: int
    shifts: frozenset[int]
    want: int


_Counted = TypeVar("_Counted", Limit, Share)


class Grid:
    """A problem by number, in its canonical order; nothing in it changes."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.weights = problem.weights
        self.volunteers: Sequence[Volunteer] = problem.volunteers
        self.shifts: Sequence[Shift] = problem.shifts
        self.volunteer_number = {one.id: v for v, one in enumerate(self.volunteers)}
        self.shift_number = {one.id: s for s, one in enumerate(self.shifts)}
        self.pinned = self.seats(problem.pinned)
        self.agreed = self.seats(problem.agreed)
        self.stays_off = self.seats(problem.stays_off)
        self.beginners = frozenset(
            v for v, one in enumerate(self.volunteers) if one.experience is Experience.BEGINNER
        )

    def seats(self, duties: Iterable[Duty]) -> frozenset[Seat]:
        """Return duties by number."""
        return frozenset((self.volunteer_number[v], self.shift_number[s]) for v, s in duties)

    def duties(self, seats: Iterable[Seat]) -> tuple[Duty, ...]:
        """Return seats by id, in order of the ids."""
        return tuple(sorted(Duty(self.volunteers[v].id, self.shifts[s].id) for v, s in seats))

    @cached_property
    def wish_cost(self) -> Sequence[dict[int, int]]:
        """What it costs by volunteer and shift to put them on it; who cannot is not in it."""
        costs = {
            level: self.weights.wish(level)
            for level in AvailabilityLevel
            if level is not AvailabilityLevel.CANNOT
        }
        return [
            {
                s: costs[level]
                for s, shift in enumerate(self.shifts)
                if (level := one.level(shift.id)) in costs and (v, s) not in self.stays_off
            }
            for v, one in enumerate(self.volunteers)
        ]

    @cached_property
    def able(self) -> Sequence[Sequence[int]]:
        """Who could come, by shift."""
        able: list[list[int]] = [[] for _ in self.shifts]
        for v, costs in enumerate(self.wish_cost):
            for s in costs:
                able[s].append(v)
        return able

    @cached_property
    def demands(self) -> Sequence[Sequence[Demand]]:
        """What each shift needs: people, then skills by name, then somebody experienced."""
        everyone = frozenset(range(len(self.volunteers)))
        experienced = frozenset(
            v for v, one in enumerate(self.volunteers) if one.experience is Experience.EXPERIENCED
        )
        skilled: defaultdict[str, set[int]] = defaultdict(set)
        for v, one in enumerate(self.volunteers):
            for skill in one.skills:
                skilled[skill].add(v)
        weights = self.weights
        asked = [
            [
                (Need(Kind.PEOPLE), one.fewest, weights.under_min, everyone),
                *(
                    (Need(Kind.SKILL, skill), one.skills[skill], weights.skill_missing,
                     frozenset(skilled[skill]))
                    for skill in sorted(one.skills)
                ),
                (Need(Kind.EXPERIENCED), one.experienced, weights.experienced_missing, experienced),
            ]
            for one in self.shifts
        ]  # fmt: skip
        return [
            [
                Demand(need, count, cost * self.shifts[s].priority, fitting)
                for need, count, cost, fitting in wanted
                if count
            ]
            for s, wanted in enumerate(asked)
        ]

    @cached_property
    def clashing(self) -> Sequence[frozenset[int]]:
        """The other shifts that share time, by shift."""
        by_day: defaultdict[object, list[int]] = defaultdict(list)
        for s, shift in enumerate(self.shifts):
            by_day[shift.on].append(s)
        return [
            frozenset(
                o for o in by_day[shift.on] if o != s and shift.overlaps(self.shifts[o])
            )
            for s, shift in enumerate(self.shifts)
        ]  # fmt: skip

    @cached_property
    def cliques(self) -> Sequence[Sequence[int]]:
        """Sets of shifts that all share one moment, each as large as can be."""
        found: list[list[int]] = []
        for s, shift in enumerate(self.shifts):  # in order of start, so the last one to start
            now = [o for o in self.clashing[s] if o < s and self.shifts[o].end > shift.start]
            found.append(sorted([*now, s]))
        sets = [frozenset(one) for one in found]
        by_member: defaultdict[int, list[frozenset[int]]] = defaultdict(list)
        for one in sets:
            for s in one:
                by_member[s].append(one)
        return [
            clique
            for clique, own in zip(found, sets, strict=True)
            if not any(own < other for other in by_member[clique[0]])
        ]

    @cached_property
    def too_soon(self) -> Sequence[frozenset[int]]:
        """The mornings after an evening and the evenings before a morning, by shift."""
        soon: list[set[int]] = [set() for _ in self.shifts]
        for evenings, mornings in self._nights():
            for s in evenings:
                soon[s] |= mornings
            for s in mornings:
                soon[s] |= evenings
        return [frozenset(one) for one in soon]

    @cached_property
    def short_nights(self) -> Sequence[Sequence[int]]:
        """Sets of evenings and next mornings of which somebody takes at most one."""
        rows = []
        for evenings, mornings in self._nights():
            late = {frozenset(clique) & evenings for clique in self.cliques} - {frozenset()}
            early = {frozenset(clique) & mornings for clique in self.cliques} - {frozenset()}
            rows += [sorted(one | other) for one in late for other in early]
        return sorted(rows)

    def _nights(self) -> Iterable[tuple[frozenset[int], frozenset[int]]]:
        """Yield the evenings of each day with the mornings of the next."""
        mornings: defaultdict[int, set[int]] = defaultdict(set)
        evenings: defaultdict[int, set[int]] = defaultdict(set)
        for s, shift in enumerate(self.shifts):
            if shift.is_morning:
                mornings[shift.on.toordinal()].add(s)
            if shift.is_evening:
                evenings[shift.on.toordinal() + 1].add(s)
        for day in sorted(mornings.keys() & evenings.keys()):
            yield frozenset(evenings[day]), frozenset(mornings[day])

    @cached_property
    def limits(self) -> Sequence[Limit]:
        """The maxima per week and then per period."""
        return [*self._weekly_limits(), *self._period_limits()]

    def _weekly_limits(self) -> Iterable[Limit]:
        weeks = self._grouped(shift.week for shift in self.shifts)
        for v, one in enumerate(self.volunteers):
            if (most := one.most_per_week) is not None:
                for week, shifts in weeks.items():
                    room = max(0, most - one.used_in_week.get(week, 0))
                    yield Limit(v, shifts, room, most, weekly=True)

    def _period_limits(self) -> Iterable[Limit]:
        periods = self._grouped(shift.period for shift in self.shifts)
        for v, one in enumerate(self.volunteers):
            for period, turns in sorted(one.turns.items()):
                if turns.most is not None and period in periods:
                    room = max(0, turns.most - turns.used)
                    yield Limit(v, periods[period], room, turns.most, weekly=False)

    @cached_property
    def limits_of(self) -> Mapping[Seat, Sequence[Limit]]:
        """The maxima that count a seat."""
        return _by_seat(self.limits)

    @cached_property
    def shares_of(self) -> Mapping[Seat, Sequence[Share]]:
        """The wished numbers that count a seat."""
        return _by_seat(self.shares)

    @cached_property
    def shares(self) -> Sequence[Share]:
        """The wished numbers of turns: of a period as a whole, and of what is counted apart."""
        periods = self._grouped(shift.period for shift in self.shifts)
        shares = []
        for v, one in enumerate(self.volunteers):
            for period, turns in sorted(one.turns.items()):
                shifts = periods.get(period, frozenset())
                shares.append(Share(v, shifts, turns.want))
                for kind, want in sorted(turns.want_of.items()):
                    apart = (s for s in shifts if kind in self.shifts[s].counted_as)
                    shares.append(Share(v, frozenset(apart), want))
        return shares

    def _grouped(self, names: Iterable[str]) -> dict[str, frozenset[int]]:
        """Return the shifts by what is said of each of them in turn."""
        groups: defaultdict[str, set[int]] = defaultdict(set)
        for s, name in enumerate(names):
            groups[name].add(s)
        return {name: frozenset(groups[name]) for name in sorted(groups)}

    @cached_property
    def pairs(self) -> Sequence[tuple[int, int, Bond]]:
        """The pairs by number."""
        number = self.volunteer_number
        return [(number[p.one], number[p.other], p.bond) for p in self.problem.pairs]

    @cached_property
    def apart(self) -> Sequence[frozenset[int]]:
        """With whom somebody must not be on one shift."""
        return self._bound(Bond.APART)

    def _bound(self, bond: Bond) -> Sequence[frozenset[int]]:
        others: list[set[int]] = [set() for _ in self.volunteers]
        for one, other, how in self.pairs:
            if how is bond:
                others[one].add(other)
                others[other].add(one)
        return [frozenset(one) for one in others]

    @cached_property
    def together(self) -> Sequence[Sequence[int]]:
        """With whom somebody likes to be, once for each time it is said."""
        friends: list[list[int]] = [[] for _ in self.volunteers]
        for one, other, how in self.pairs:
            if how is Bond.TOGETHER:
                friends[one].append(other)
                friends[other].append(one)
        return friends


def _by_seat(ones: Iterable[_Counted]) -> Mapping[Seat, Sequence[_Counted]]:
    found: defaultdict[Seat, list[_Counted]] = defaultdict(list)
    for one in ones:
        for shift in one.shifts:
            found[one.volunteer, shift].append(one)
    return dict(found)
