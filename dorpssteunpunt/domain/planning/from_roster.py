"""From the roster of a village to the problem of filling it.

What stands on the roster stays: people decided it. Of a rule that it breaks, as much is waived as
it takes to let it stand, and no more.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from fractions import Fraction
from functools import cached_property
from itertools import combinations
from math import floor
from typing import Final, Self

from dorpssteunpunt.domain import people, roster
from dorpssteunpunt.domain.availability import AvailabilityLevel
from dorpssteunpunt.domain.demand import lack
from dorpssteunpunt.domain.planning.problem import (
    Bond,
    Duty,
    Pair,
    Problem,
    Shift,
    Turns,
    Volunteer,
)
from dorpssteunpunt.domain.planning.replanning import replanned
from dorpssteunpunt.domain.suitability import evening_then_morning, is_evening, is_morning
from dorpssteunpunt.domain.weeks import Week

EVENING: Final = "evening"
SATURDAY: Final = "saturday"
"""What fairness counts apart, beside all turns together."""

_SATURDAY: Final = 6


@dataclass(frozen=True, kw_only=True)
class RosterToFill:
    """The shifts to fill, and all that is known around them.

    `around` are the other shifts of the same weeks and months, and of the days before and after:
    they stay as they are and count as history. `present` tells by shift who is on it, of both.
    Skills go by the name that `skills` gives them; `stays_off` are volunteers with a shift that
    they are not proposed for, `settled` those who stay in a repair too.
    """

    shifts: Sequence[roster.Shift]
    around: Sequence[roster.Shift]
    present: Mapping[int, Collection[int]]
    volunteers: Sequence[people.Volunteer]
    skills: Mapping[int, str] = field(default_factory=dict)
    stays_off: Collection[tuple[int, int]] = ()
    settled: Collection[tuple[int, int]] = ()

    def leaving(self, shift_ids: Collection[int]) -> Self:
        """Return the same with some shifts left as they are."""
        left = [one for one in self.shifts if one.id in shift_ids]
        return replace(
            self,
            shifts=[one for one in self.shifts if one.id not in shift_ids],
            around=[*self.around, *left],
        )

    @property
    def full(self) -> frozenset[int]:
        """The ids of the shifts that need nobody more, and nobody who can do something else."""
        able = {one.person_id: one for one in self.volunteers}
        return frozenset(one.id for one in self.shifts if self._is_full(one, able))

    def _is_full(self, shift: roster.Shift, able: Mapping[int, people.Volunteer]) -> bool:
        team = self.present.get(shift.id, ())
        there = [(shift.span, able[who]) for who in team if who in able]
        return len(team) >= shift.needed and not lack(shift.demand, shift.span, there)

    def as_problem(self) -> Problem:
        """Return the problem of filling the gaps; who is on a shift stays on it."""
        return replace(_Translation(self.leaving(self.full)).problem(), agreed=frozenset())

    def as_repair(self) -> Problem:
        """Return the problem of filling the gaps where others may move, as few as can be.

        Who is settled on a shift stays there.
        """
        problem = _Translation(self).problem()
        settled = {Duty(str(who), str(shift)) for who, shift in self.settled}
        return replanned(replace(problem, pinned=problem.pinned & settled), problem.agreed)


class _Translation:
    """Looks once at everything that several parts of the problem follow from."""

    def __init__(self, given: RosterToFill) -> None:
        self._shifts = given.shifts
        self._present = given.present
        self._skills = given.skills
        self._stays_off = given.stays_off
        self._volunteers = {
            one.person_id: one
            for one in given.volunteers
            if any(one.is_active(shift.on) for shift in given.shifts)
        }
        self._standing = _by_volunteer(given.shifts, given.present)
        self._history = _by_volunteer(given.around, given.present)

    def problem(self) -> Problem:
        """Return the problem; who is on a shift is both agreed and pinned."""
        standing = frozenset(
            Duty(str(who), str(shift.id))
            for who in self._volunteers
            for shift in self._standing[who]
        )
        return Problem(
            volunteers=[self._volunteer(one) for one in self._volunteers.values()],
            shifts=[self._shift(one) for one in self._shifts],
            pairs=tuple(self._pairs()),
            agreed=standing,
            pinned=standing,
            stays_off=self._duties(self._stays_off) - standing,
        )

    def _duties(self, pairs: Iterable[tuple[int, int]]) -> frozenset[Duty]:
        ids = {shift.id for shift in self._shifts}
        return frozenset(
            Duty(str(who), str(shift))
            for who, shift in pairs
            if who in self._volunteers and shift in ids
        )

    def _shift(self, shift: roster.Shift) -> Shift:
        return Shift(
            id=str(shift.id),
            on=shift.on,
            start=shift.start.hour * 60 + shift.start.minute,
            end=shift.end.hour * 60 + shift.end.minute,
            week=_week(shift),
            period=_month(shift),
            fewest=shift.needed,
            most=max(shift.needed, shift.demand.most or 0, len(self._present.get(shift.id, ()))),
            skills={self._skills[skill]: 1 for skill in shift.demand.skills},
            experienced=int(shift.demand.experienced),
            priority=shift.demand.priority,
            is_evening=is_evening(shift),
            is_morning=is_morning(shift),
            counted_as=frozenset(_counted_apart(shift)),
        )

    def _volunteer(self, one: people.Volunteer) -> Volunteer:
        standing, history = self._standing[one.person_id], self._history[one.person_id]
        short_night = any(evening_then_morning(*nights) for nights in combinations(standing, 2))
        return Volunteer(
            id=str(one.person_id),
            experience=one.experience,
            skills=frozenset(self._skills[skill] for skill in one.skills),
            availability={str(shift.id): level for shift, level in self.can(one)},
            most_per_week=one.shifts_per_week,
            used_in_week=_used(one.shifts_per_week, history, standing, _week),
            turns=self._turns[one.person_id],
            no_evening_then_morning=one.no_evening_then_morning and not short_night,
        )

    def can(self, one: people.Volunteer) -> Iterator[tuple[roster.Shift, AvailabilityLevel]]:
        """Yield the shifts somebody could be on, with how gladly; those they are on too."""
        standing, history = self._standing[one.person_id], self._history[one.person_id]
        for shift in self._shifts:
            level = one.when.level(shift.on, shift.daypart_id, shift.start, shift.end)
            is_free = one.is_active(shift.on) and not any(
                _in_the_way(one, shift, other) for other in history
            )
            if is_free and level not in (None, AvailabilityLevel.CANNOT):
                yield shift, level
            elif shift in standing:
                yield shift, AvailabilityLevel.CAN

    @cached_property
    def _turns(self) -> Mapping[int, Mapping[str, Turns]]:
        """By volunteer and month, how many turns they want of it and the most they take."""
        turns: defaultdict[int, dict[str, Turns]] = defaultdict(dict)
        for month in sorted({_month(shift) for shift in self._shifts}):
            for who, share in self._shares(month).items():
                turns[who][month] = share
        return turns

    def _shares(self, month: str) -> Mapping[int, Turns]:
        """Share the turns of a month: to who said how many that many, to the others as many each.

        Only the days up to the last shift to be filled count, so that the first week of a month
        does not ask for all its turns. What was done on those days is taken off.
        """
        shifts = [shift for shift in self._shifts if _month(shift) == month]
        through = max(shift.on for shift in shifts)
        able = {
            who: [shift for shift, _ in self.can(one) if shift in shifts]
            for who, one in self._volunteers.items()
        }
        done = {who: self._done(who, month, through) for who in able}
        wished = {who: _wish_until(self._volunteers[who], through) for who in able}
        said = {who: wish for who, wish in wished.items() if wish is not None}
        others = [who for who, ones in able.items() if who not in said and ones]
        left = sum(shift.needed for shift in shifts) - sum(
            max(Fraction(0), wish - len(done[who])) for who, wish in said.items()
        )
        together = max(Fraction(0), Fraction(left)) + sum(len(done[who]) for who in others)
        fair = {who: together / len(others) for who in others} | said
        return {
            who: self._share(who, month, fair[who], able[who], done[who])
            for who in fair
            if able[who]
        }

    def _share(
        self,
        who: int,
        month: str,
        wish: Fraction,
        able: Sequence[roster.Shift],
        done: Sequence[roster.Shift],
    ) -> Turns:
        most = self._volunteers[who].shifts_per_month
        return Turns(
            want=_rounded(wish) - len(done),
            most=most,
            used=_used(most, self._history[who], self._standing[who], _month).get(month, 0),
            want_of={
                kind: _rounded(wish * _part(kind, able)) - sum(_is(kind, one) for one in done)
                for kind in (EVENING, SATURDAY)
                if _part(kind, able)
            },
        )

    def _done(self, who: int, month: str, through: date) -> list[roster.Shift]:
        return [
            shift for shift in self._history[who] if _month(shift) == month and shift.on <= through
        ]

    def _pairs(self) -> set[Pair]:
        """Return who belongs together or apart; whoever was put together is not kept apart."""
        return {
            Pair(min(str(who), str(other)), max(str(who), str(other)), bond)
            for who, one in self._volunteers.items()
            for bond, others in ((Bond.TOGETHER, one.together), (Bond.APART, one.apart))
            for other in others & self._volunteers.keys()
            if bond is Bond.TOGETHER or not self._share_a_shift(who, other)
        }

    def _share_a_shift(self, one: int, other: int) -> bool:
        return any(shift in self._standing[other] for shift in self._standing[one])


def _by_volunteer(
    shifts: Iterable[roster.Shift], present: Mapping[int, Collection[int]]
) -> defaultdict[int, list[roster.Shift]]:
    own: defaultdict[int, list[roster.Shift]] = defaultdict(list)
    for shift in shifts:
        for who in present.get(shift.id, ()):
            own[who].append(shift)
    return own


def _in_the_way(one: people.Volunteer, shift: roster.Shift, other: roster.Shift) -> bool:
    return roster.overlaps(shift, other) or (
        one.no_evening_then_morning and evening_then_morning(shift, other)
    )


def _used(
    most: int | None,
    history: Sequence[roster.Shift],
    standing: Sequence[roster.Shift],
    span: Callable[[roster.Shift], str],
) -> dict[str, int]:
    """Return by week or month the turns that count against a maximum, beside those standing.

    Where what stands goes beyond the maximum, just so many count that it may stay.
    """
    used, stands = Counter(map(span, history)), Counter(map(span, standing))
    return {
        each: used[each] if most is None else min(used[each], most - stands[each])
        for each in used.keys() | stands.keys()
    }


def _wish_until(volunteer: people.Volunteer, through: date) -> Fraction | None:
    """Return how many turns somebody wants from the first of a month until a day in it."""
    if volunteer.wanted_per_month is not None:
        days = (through.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
        return Fraction(volunteer.wanted_per_month * through.day, days.day)
    if volunteer.wanted_per_week is not None:
        return Fraction(volunteer.wanted_per_week * through.day, 7)
    return None


def _rounded(number: Fraction) -> int:
    return floor(number + Fraction(1, 2))


def _week(shift: roster.Shift) -> str:
    return str(Week.of(shift.on))


def _month(shift: roster.Shift) -> str:
    return f"{shift.on:%Y-%m}"


def _counted_apart(shift: roster.Shift) -> Iterator[str]:
    if is_evening(shift):
        yield EVENING
    if shift.on.isoweekday() == _SATURDAY:
        yield SATURDAY


def _is(kind: str, shift: roster.Shift) -> bool:
    return kind in _counted_apart(shift)


def _part(kind: str, shifts: Sequence[roster.Shift]) -> Fraction:
    return Fraction(sum(_is(kind, one) for one in shifts), len(shifts))
