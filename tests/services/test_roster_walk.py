"""Whatever is done to a roster in whatever order: its hard rules hold, and undoing is exact."""

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from datetime import date, time
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from dorpssteunpunt.base.errors import Refusal
from dorpssteunpunt.domain.availability import AvailabilityLevel
from dorpssteunpunt.domain.roster import Assignment, Shift, Step
from dorpssteunpunt.domain.swapping import Agreements, Cut
from dorpssteunpunt.domain.template import OpeningSlot
from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.services import roster
from dorpssteunpunt.services.roster import Rearranged, SwapDraft
from tests.village import TODAY, Village, village

WEEK = Week(2026, 48)
BOTH = Agreements(TODAY, TODAY)
NAMES = ("Anna Bakker", "Bart Cuypers", "Cor Dekkers", "Dina Evers", "Els Fransen")
CANNOT_COME = "Dina Evers"
GONE = "Els Fransen"

Snapshot = tuple[Assignment, ...]
places = st.integers(0, 200)
reasons = st.sampled_from(["", "is zo afgesproken"])
hours = st.sampled_from([time(9, 30), time(10), time(11), time(11, 30)])


class Sitting(RuleBasedStateMachine):
    """A coordinator who tries anything, on a small week in which day parts overlap."""

    def __init__(self) -> None:
        super().__init__()
        self._opened = ExitStack()
        folder = Path(self._opened.enter_context(TemporaryDirectory()))
        self.linde: Village = self._opened.enter_context(village(folder))
        self.done: list[tuple[Step, Snapshot]] = []
        self.undone: list[tuple[Step, Snapshot]] = []

    def teardown(self) -> None:
        self._opened.close()

    @initialize()
    def make_the_weeks(self) -> None:
        desk = self.linde.coordinator
        overlapping = ((1, 1, 9, 12), (1, 2, 11, 14), (2, 1, 9, 12), (2, 3, 19, 21))
        slots = [
            OpeningSlot(weekday=day, daypart_id=part, start=time(opens), end=time(closes))
            for day, part, opens, closes in overlapping
        ]
        with desk.store.writing() as uow:
            uow.support_point.replace_week_template(slots)
        facts: dict[str, dict[str, Any]] = {
            CANNOT_COME: {"availability": {(1, 1): AvailabilityLevel.CANNOT}},
            GONE: {"until": date(2026, 11, 24)},
        }
        self.people = [self.linde.volunteer(name, **facts.get(name, {})) for name in NAMES]
        for week in (WEEK, WEEK.next()):
            roster.make_week(desk, week)
        self.next_week = self._shifts(WEEK.next())
        roster.assign(desk, self.next_week[0].id, self.people[0])
        self.shifts = self._shifts(WEEK)
        self.later = self._assignments(self.next_week)

    # --- what a coordinator does ---------------------------------------------------------------

    @rule(shift=places, who=places, stand_in=st.booleans(), reason=reasons)
    def assign(self, shift: int, who: int, stand_in: bool, reason: str) -> None:
        desk, shift_id = self.linde.coordinator, _pick(self.shifts, shift).id
        person = _pick(self.people, who)
        self._try(lambda: roster.assign(desk, shift_id, person, stand_in, reason))

    @rule(which=places, shift=places, reason=reasons)
    def move(self, which: int, shift: int, reason: str) -> None:
        one, to = self._one(which), _pick(self.shifts, shift).id
        self._try(lambda: roster.move(self.linde.coordinator, one, to, reason))

    @rule(which=places, reason=reasons)
    def report_absent(self, which: int, reason: str) -> None:
        one = self._one(which)
        self._try(lambda: roster.report_absent(self.linde.coordinator, one, reason))

    @rule(which=places, lead=st.booleans())
    def make_lead(self, which: int, lead: bool) -> None:
        one = self._one(which)
        self._try(lambda: roster.make_lead(self.linde.coordinator, one, lead))

    @rule(which=places, who=places, back=st.none() | places, reason=reasons)
    def swap(self, which: int, who: int, back: int | None, reason: str) -> None:
        self._swap(which, who, None, back, reason)

    @rule(which=places, who=places, at=hours, gives_rest=st.booleans(), back=st.none() | places)
    def hand_over_a_part(
        self, which: int, who: int, at: time, gives_rest: bool, back: int | None
    ) -> None:
        self._swap(which, who, Cut(at, gives_rest), back, "is zo afgesproken")

    @precondition(lambda self: self.done)
    @rule()
    def undo(self) -> None:
        step, was = self.done.pop()
        now = self._state()
        gone = roster.undo(self.linde.coordinator, step)
        assert self._state() == was
        self.undone.append((gone.step, now))

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self) -> None:
        step, was = self.undone.pop()
        now = self._state()
        gone = roster.undo(self.linde.coordinator, step)
        assert self._state() == was
        self.done.append((gone.step, now))

    # --- what must hold ------------------------------------------------------------------------

    @invariant()
    def nobody_is_in_two_places_at_once(self) -> None:
        for one, other in combinations(self._active(), 2):
            if one.volunteer_id == other.volunteer_id:
                here, there = self._shift(one), self._shift(other)
                assert here.on != there.on or not one.span(here).meets(other.span(there))

    @invariant()
    def at_any_hour_at_most_one_leads_a_shift(self) -> None:
        for one, other in combinations([one for one in self._active() if one.is_lead], 2):
            if one.shift_id == other.shift_id:
                shift = self._shift(one)
                assert not one.span(shift).meets(other.span(shift))

    @invariant()
    def a_part_lies_within_its_shift(self) -> None:
        assert all(
            self._shift(one).span.holds(one.span(self._shift(one))) for one in self._active()
        )

    @invariant()
    def who_cannot_come_is_there_for_a_reason_and_who_left_is_not(self) -> None:
        for one in self._active():
            shift = self._shift(one)
            if one.volunteer_id == self.people[3] and (shift.on.isoweekday(), shift.daypart_id) == (
                1,
                1,
            ):
                assert one.override_reason
            if one.volunteer_id == self.people[4]:
                assert shift.on <= date(2026, 11, 24)

    @invariant()
    def a_swap_has_both_agreements_and_makes_nobody_permanent(self) -> None:
        ever = self._state()
        for one in ever:
            if one.swap:
                assert one.swap.giver_agreed_on
                assert one.swap.taker_agreed_on
                was_there = any(
                    other.id < one.id
                    and (other.shift_id, other.volunteer_id) == (one.shift_id, one.volunteer_id)
                    and not other.is_stand_in
                    for other in ever
                )
                assert one.is_stand_in or was_there

    @invariant()
    def the_next_week_is_untouched(self) -> None:
        assert self._assignments(self.next_week) == self.later

    # --- how it is done ------------------------------------------------------------------------

    def _swap(self, which: int, who: int, cut: Cut | None, back: int | None, reason: str) -> None:
        draft = SwapDraft(
            assignment_id=self._one(which),
            taker_id=_pick(self.people, who),
            agreements=BOTH,
            cut=cut,
            return_id=None if back is None else self._one(back),
            override_reason=reason,
        )
        self._try(lambda: roster.swap(self.linde.coordinator, draft))

    def _try(self, deed: Callable[[], Rearranged]) -> None:
        """Do something; what is refused leaves everything as it was."""
        was = self._state()
        try:
            done = deed()
        except Refusal:
            assert self._state() == was
        else:
            self.done.append((done.step, was))
            self.undone.clear()

    def _one(self, which: int) -> int:
        ever = self._state()
        return _pick(ever, which).id if ever else 0

    def _shifts(self, week: Week) -> Sequence[Shift]:
        with self.linde.coordinator.store.reading() as uow:
            return uow.roster.shifts(week.monday, week.sunday)

    def _assignments(self, shifts: Sequence[Shift]) -> Snapshot:
        with self.linde.coordinator.store.reading() as uow:
            return tuple(uow.roster.assignments([shift.id for shift in shifts]))

    def _state(self) -> Snapshot:
        return self._assignments(self.shifts)

    def _active(self) -> list[Assignment]:
        return [one for one in self._state() if one.is_active]

    def _shift(self, one: Assignment) -> Shift:
        return next(shift for shift in self.shifts if shift.id == one.shift_id)


def _pick(choices: Sequence[Any], place: int) -> Any:
    return choices[place % len(choices)]


Sitting.TestCase.settings = settings(max_examples=15, stateful_step_count=25, deadline=None)
test_a_sitting_at_the_roster = Sitting.TestCase
