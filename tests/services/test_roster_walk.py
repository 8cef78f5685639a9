"""Whatever is done to a roster in whatever order: its hard rules hold, and undoing is exact."""

from collections.abc import Callable, Sequence
from contextlib import ExitStack, suppress
from dataclasses import replace
from datetime import date, time
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from dorpssteunpunt.base.errors import Refusal
from dorpssteunpunt.domain.availability import AvailabilityLevel, Leave
from dorpssteunpunt.domain.counters import Counter
from dorpssteunpunt.domain.demand import Demand
from dorpssteunpunt.domain.people import Experience
from dorpssteunpunt.domain.rhythm import Rhythm
from dorpssteunpunt.domain.roster import Assignment, Ending, Shift, Step, UnansweredShifts
from dorpssteunpunt.domain.standing import StandingAssignment
from dorpssteunpunt.domain.swap_requests import SwapRequestEnd
from dorpssteunpunt.domain.swapping import Agreements, Cut
from dorpssteunpunt.domain.template import OpeningSlot
from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.planning.planner import RosterPlanner
from dorpssteunpunt.services import roster
from dorpssteunpunt.services.ports.planner import Watch
from dorpssteunpunt.services.roster import LeaveDraft, Marked, Rearranged, SwapDraft, TemplateDraft
from tests.services.hard_rules import broken
from tests.village import TODAY, Village, village

WEEK = Week(2026, 48)
BOTH, ASKED = Agreements(TODAY, TODAY), Agreements(TODAY, None)
NAMES = ("Anna Bakker", "Bart Cuypers", "Cor Dekkers", "Dina Evers", "Els Fransen")
CANNOT_COME = "Dina Evers"
GONE = "Els Fransen"
MORNING, AFTERNOON, EVENING = 1, 2, 3
ALWAYS = {
    (day, part): AvailabilityLevel.CAN for day in (1, 2) for part in (MORNING, AFTERNOON, EVENING)
}
WISHES: dict[str, dict[str, Any]] = {
    "Anna Bakker": {"availability": ALWAYS, "shifts_per_week": 2},
    "Bart Cuypers": {"availability": ALWAYS, "no_evening_then_morning": True},
    "Cor Dekkers": {"availability": ALWAYS, "experience": Experience.BEGINNER},
    CANNOT_COME: {"availability": ALWAYS | {(1, MORNING): AvailabilityLevel.CANNOT}},
    GONE: {"availability": ALWAYS, "until": date(2026, 11, 24)},
}

FORTNIGHTLY = Rhythm(every_weeks=2, counted_from=TODAY)

Snapshot = tuple[Assignment, ...]
places = st.integers(0, 200)
reasons = st.sampled_from(["", "is zo afgesproken"])
hours = st.sampled_from([time(9, 30), time(10), time(11), time(11, 30)])


def line(weekday: int, part: int, opens: int, closes: int, **facts: Any) -> OpeningSlot:
    return OpeningSlot(
        weekday=weekday, daypart_id=part, start=time(opens), end=time(closes), **facts
    )


HOME = 2  # a second desk
TUESDAY = line(2, MORNING, 9, 12)
templates = st.sampled_from(
    [
        [line(1, MORNING, 9, 11), line(1, AFTERNOON, 11, 14), line(1, EVENING, 19, 21), TUESDAY],
        [
            line(1, AFTERNOON, 12, 15),
            line(1, EVENING, 18, 21),
            line(2, MORNING, 10, 13, needed=1),
            line(3, MORNING, 9, 12),
        ],
        [line(2, MORNING, 9, 11), line(2, AFTERNOON, 11, 14, demand=Demand(most=2))],
        [line(1, AFTERNOON, 11, 14), line(1, EVENING, 19, 21, rhythm=FORTNIGHTLY), TUESDAY],
        [
            line(1, AFTERNOON, 11, 14),
            line(1, AFTERNOON, 12, 15, counter_id=HOME),
            line(1, EVENING, 19, 21),
            TUESDAY,
        ],
    ]
)


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
        overlapping = (
            (1, MORNING, 9, 12),
            (1, AFTERNOON, 11, 14),
            (1, EVENING, 19, 21),
            (2, MORNING, 9, 12),
        )
        slots = [
            OpeningSlot(weekday=day, daypart_id=part, start=time(opens), end=time(closes))
            for day, part, opens, closes in overlapping
        ]
        with desk.store.writing() as uow:
            uow.support_point.save_counter(Counter(position=HOME, name="Huiskamer"))
            uow.support_point.replace_week_template(slots)
        self.people: list[int] = []
        for name in NAMES:
            apart = frozenset(self.people[1:2]) if name == CANNOT_COME else frozenset()
            self.people.append(self.linde.volunteer(name, **WISHES[name], apart=apart))
        roster.hold_place(
            desk,
            StandingAssignment(
                volunteer_id=self.people[0], weekday=2, daypart_id=MORNING, first=TODAY
            ),
        )
        for week in (WEEK, WEEK.next()):
            roster.make_week(desk, week)
        self.next_week = self._shifts(WEEK.next())
        roster.assign(desk, self.next_week[0].id, self.people[0])
        self.shifts = self._shifts(WEEK)
        self.running = self.shifts[0]
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

    @rule(which=places, who=places, back=st.none() | places, at=st.none() | hours)
    def ask_to_swap(self, which: int, who: int, back: int | None, at: time | None) -> None:
        """Ask without an answer, which changes nothing on the roster."""
        draft = replace(
            self._draft(which, who, Cut(at) if at else None, back, ""), agreements=ASKED
        )
        was = self._state()
        with suppress(Refusal):
            roster.ask_swap(self.linde.coordinator, draft)
        assert self._state() == was

    @rule(which=places, yes=st.booleans(), reason=reasons)
    def answer(self, which: int, yes: bool, reason: str) -> None:
        """Answer something that waits, or say of something else that it waits no more."""
        desk, waiting = self.linde.coordinator, roster.waiting_swaps(self.linde.coordinator)
        if not waiting:
            return
        request = _pick(waiting, which).request_id
        if yes:
            self._try(lambda: roster.agree_swap(desk, request, reason))
        else:
            roster.end_swap_request(desk, request, SwapRequestEnd.REFUSED)

    @rule(who=places)
    def come_without_being_on_the_roster(self, who: int) -> None:
        desk, person = self.linde.coordinator, _pick(self.people, who)
        self._try(lambda: roster.note_arrival(desk, self.running.id, person))

    @rule(stays=st.booleans())
    def note_who_is_there(self, stays: bool) -> None:
        """What is noted changes nothing on the roster, and stands in the way of no step back."""
        desk, was, told = self.linde.coordinator, self._state(), self._told()
        noted = roster.note_everybody_present(desk, self.running.id)
        assert None not in self._told().values()
        if not stays:
            roster.undo_note(desk, noted)
            assert self._told() == told
        assert self._state() == was

    @rule(who=places, day=st.integers(0, 1), stays=st.booleans())
    def take_leave(self, who: int, day: int, stays: bool) -> None:
        person, on = _pick(self.people, who), WEEK.days[day]
        draft = LeaveDraft(person, Leave(first=on, last=on))
        was = self._state()
        try:
            roster.take_leave(self.linde.coordinator, draft)
        except UnansweredShifts as unanswered:
            assert self._state() == was
            ids = [assignment for assignment, _shift in unanswered.shifts]
            answered = replace(draft, keep=ids) if stays else replace(draft, take_off=ids)
            roster.take_leave(self.linde.coordinator, answered)
        if self._state() != was:  # no step of the roster leads back across a leave
            self.done.clear()
            self.undone.clear()

    @rule(repair=st.booleans(), chosen=st.none() | st.sets(st.integers(0, 3), min_size=1))
    def accept_what_is_proposed(self, repair: bool, chosen: set[int] | None) -> None:
        """Take over all of a proposal, which always can be done, or some of it."""
        desk, was = self.linde.coordinator, self._state()
        proposal = roster.propose(desk, RosterPlanner(), [WEEK], Watch(), repair=repair)
        assert self._state() == was
        parts = [part for part in proposal.parts if part.changes]
        assert repair or not any(part.left for part in parts)
        if chosen is not None:
            parts = [part for place, part in enumerate(parts) if place in chosen]
        if not parts:
            return
        refused = self._try(lambda: roster.accept(desk, parts, "Zo past het beter."))
        assert chosen is not None or not refused
        self._check_newcomers(was)

    @rule()
    def make_another_week(self) -> None:
        """Covering never becomes permanent: only who holds a place is on a week that is made."""
        desk, week = self.linde.coordinator, WEEK.next().next()
        roster.make_week(desk, week)
        there = {one.volunteer_id for one in self._assignments(self._shifts(week))}
        assert there == {self.people[0]}
        roster.remove_week(desk, week)

    @rule(lines=templates, is_seen=st.booleans(), reason=reasons)
    def change_the_template(self, lines: list[OpeningSlot], is_seen: bool, reason: str) -> None:
        """What the preview says comes to pass, or nothing does; no step leads back across it."""
        desk, was, on = self.linde.coordinator, self._everything(), self._everybody()
        losing = roster.preview_template(desk, lines, TODAY).losing
        draft = TemplateDraft(
            lines=lines, first=TODAY, reason=reason, seen=losing if is_seen else frozenset()
        )
        try:
            roster.change_template(desk, draft)
        except Refusal:
            assert losing
            assert self._everything() == was
            return
        assert on - self._everybody() == losing
        assert not roster.preview_template(desk, lines, TODAY)
        self.shifts, self.next_week = self._shifts(WEEK), self._shifts(WEEK.next())
        self.later = self._assignments(self.next_week)
        self.done.clear()
        self.undone.clear()

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
                assert shift.on < date(2026, 11, 24)

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
    def the_shift_that_is_running_stays_as_it_was_made(self) -> None:
        (running,) = (shift for shift in self._shifts(WEEK) if shift.id == self.running.id)
        assert replace(running, changed_at=None) == self.running

    @invariant()
    def what_waits_is_about_people_who_are_on_their_shifts(self) -> None:
        names = {(one.shift_id, one.volunteer_id) for one in self._active()}
        by_name = dict(zip(NAMES, self.people, strict=True))
        for swap in roster.waiting_swaps(self.linde.coordinator):
            assert (swap.shift.shift_id, by_name[swap.giver]) in names
            assert (swap.shift.shift_id, by_name[swap.taker]) not in names
            if swap.in_return:
                assert (swap.in_return.shift_id, by_name[swap.taker]) in names

    @invariant()
    def the_next_week_is_untouched(self) -> None:
        assert self._assignments(self.next_week) == self.later

    # --- how it is done ------------------------------------------------------------------------

    def _swap(self, which: int, who: int, cut: Cut | None, back: int | None, reason: str) -> None:
        draft = self._draft(which, who, cut, back, reason)
        self._try(lambda: roster.swap(self.linde.coordinator, draft))

    def _draft(
        self, which: int, who: int, cut: Cut | None, back: int | None, reason: str
    ) -> SwapDraft:
        return SwapDraft(
            assignment_id=self._one(which),
            taker_id=_pick(self.people, who),
            agreements=BOTH,
            cut=cut,
            return_id=None if back is None else self._one(back),
            override_reason=reason,
        )

    def _try(self, deed: Callable[[], Rearranged]) -> Refusal | None:
        """Do something; what is refused, and returned, leaves everything as it was."""
        was = self._state()
        try:
            done = deed()
        except Refusal as refusal:
            assert self._state() == was
            return refusal
        self.done.append((done.step, was))
        self.undone.clear()
        return None

    def _check_newcomers(self, was: Snapshot) -> None:
        """See that nobody who came since then breaks a rule of their own or of their company."""
        known = {one.id for one in was}
        with self.linde.coordinator.store.reading() as uow:
            volunteers = {one.person_id: one for _person, one in uow.people.volunteers()}
        for came in [one for one in self._active() if one.id not in known]:
            own = [self._hours(one) for one in self._active() if _same_person(one, came)]
            team = [
                volunteers[one.volunteer_id]
                for one in self._active()
                if one.shift_id == came.shift_id
            ]
            before = [one for one in was if _same_place(one, came)]
            assert not before or before[-1].ended_as is Ending.MOVED
            assert not broken(volunteers[came.volunteer_id], self._shift(came), own, team)

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

    def _everything(self) -> tuple[Sequence[Shift], Snapshot]:
        shifts = [*self._shifts(WEEK), *self._shifts(WEEK.next())]
        return shifts, self._assignments(shifts)

    def _everybody(self) -> frozenset[int]:
        return frozenset(one.id for one in self._everything()[1] if one.is_active)

    def _told(self) -> dict[int, Marked | None]:
        """Return how it goes with everybody on the shift that is running."""
        cell = roster.week(self.linde.coordinator, WEEK).cell(self.running.id)
        return {one.assignment_id: one.marked for one in cell.people} if cell else {}

    def _active(self) -> list[Assignment]:
        return [one for one in self._state() if one.is_active]

    def _shift(self, one: Assignment) -> Shift:
        return next(shift for shift in self.shifts if shift.id == one.shift_id)

    def _hours(self, one: Assignment) -> Shift:
        shift = self._shift(one)
        return shift.cut(one.span(shift))


def _same_place(one: Assignment, other: Assignment) -> bool:
    return _same_person(one, other) and one.shift_id == other.shift_id


def _same_person(one: Assignment, other: Assignment) -> bool:
    return one.volunteer_id == other.volunteer_id


def _pick(choices: Sequence[Any], place: int) -> Any:
    return choices[place % len(choices)]


Sitting.TestCase.settings = settings(max_examples=15, stateful_step_count=25, deadline=None)
test_a_sitting_at_the_roster = Sitting.TestCase
