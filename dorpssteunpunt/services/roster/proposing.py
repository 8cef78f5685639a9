"""Filling the gaps of a roster by proposal: nothing is written before somebody accepts it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dorpssteunpunt.domain.accounts import Right
from dorpssteunpunt.domain.people import Volunteer
from dorpssteunpunt.domain.planning.from_roster import RosterToFill
from dorpssteunpunt.domain.planning.leading import TurnsAsLead
from dorpssteunpunt.domain.planning.problem import Duty, Problem
from dorpssteunpunt.domain.planning.proposal import (
    Changes,
    Gap,
    Obstacle,
    Proposal,
    Status,
    WhyNot,
    WhyThisName,
)
from dorpssteunpunt.domain.planning.refusals import PinContradicts
from dorpssteunpunt.domain.roster import Assignment, Shift, WeekWithoutShifts
from dorpssteunpunt.domain.staying_off import staying_off
from dorpssteunpunt.domain.suitability import days_that_count
from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.ports import UnitOfWork
from dorpssteunpunt.services.ports.planner import Planner, Watch
from dorpssteunpunt.services.roster.cells import ShiftCell, read_cells
from dorpssteunpunt.services.roster.proposals import (
    LeftToPeople,
    ProposedName,
    RosterProposal,
    ShiftProposal,
)


def propose(
    desk: Desk, planner: Planner, weeks: Sequence[Week], watch: Watch, *, repair: bool = False
) -> RosterProposal:
    """Return who could fill the gaps of some weeks that follow each other; writes nothing.

    Everybody on a shift stays there, unless `repair` lets others move: as few as can be, and never
    those whom people settled there. Shifts that are closed or have begun are left alone; those that
    are shared in parts, or on which people stand against every rule, are left to people. Raises
    `NotAllowed`, or `WeekWithoutShifts` when none were made for these weeks.
    """
    with desk.reading(Right.PLAN_ROSTER) as uow:
        read = _read(desk, uow, weeks)
        cells = {
            cell.shift_id: cell for cell in read_cells(uow, [*read.given.shifts, *read.in_parts])
        }
        names = {str(person.id): person.name.full for person, _volunteer in uow.people.volunteers()}
    solved = _solve(planner, read.given, watch, repair=repair)
    problem, answer = solved.problem, solved.answer
    changes = Changes.between(tuple(sorted(problem.agreed | problem.pinned)), answer.duties)
    reader = _Reader(
        changes=changes,
        whys=planner.whys(problem, answer, changes.came),
        gaps=answer.gaps,
        turns_as_lead=TurnsAsLead(read.led),
        read=read,
        names=names,
    )
    parts = [reader.part(cells[one.id]) for one in read.given.shifts]
    return RosterProposal(
        weeks=tuple(weeks),
        parts=tuple(part for part in parts if part.changes or part.gaps),
        left_to_people=_left_to_people(cells, read.in_parts, solved.contradictions),
        names=names,
        shifts={str(shift_id): cell for shift_id, cell in cells.items()},
        helps=planner.what_helps(problem, answer, _shorter(watch)) if answer.gaps else (),
        is_proven=answer.status is Status.OPTIMAL,
        problem=problem,
        answer=answer,
    )


def _shorter(watch: Watch) -> Watch:
    """Return how long somebody waits for more once there is an answer."""
    return Watch(seconds=watch.seconds / 3, cancelled=watch.cancelled)


def explain(
    desk: Desk, planner: Planner, proposal: RosterProposal, duty: Duty, watch: Watch
) -> WhyThisName | WhyNot:
    """Return why somebody is on a shift in a proposal, or why not; raises `NotAllowed`."""
    desk.require(Right.PLAN_ROSTER)
    problem, answer = proposal.problem, proposal.answer
    if duty in answer.duties:
        return planner.whys(problem, answer, [duty])[duty]
    return planner.why_not(problem, answer, duty, watch)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """What is filled, what is shared in parts and so is not, and who leads when."""

    given: RosterToFill
    in_parts: Sequence[Shift]
    led: Sequence[tuple[int, date]]

    def last_before(self, who: int, shift: ShiftCell) -> date | None:
        """Return the last day before a shift on which somebody is on the roster."""
        given = self.given
        days = (
            one.on
            for one in (*given.shifts, *given.around)
            if one.on < shift.on and who in given.present.get(one.id, ())
        )
        return max(days, default=None)


def _read(desk: Desk, uow: UnitOfWork, weeks: Sequence[Week]) -> _Read:
    """Read the shifts to fill and everything around them that counts."""
    first, last = weeks[0].monday, weeks[-1].sunday
    begins, ends = days_that_count(first)[0], days_that_count(last)[1]
    shifts = uow.roster.shifts(begins, ends)
    if not any(first <= one.on <= last for one in shifts):
        raise WeekWithoutShifts(weeks[0])
    now = desk.clock.now()
    ever = uow.roster.assignments([one.id for one in shifts])
    assignments = [one for one in ever if one.is_active]
    coming = [
        one
        for one in shifts
        if first <= one.on <= last and one.starts_at > now and not one.is_closed
    ]
    shared = {one.shift_id for one in assignments if one.is_part}
    to_fill = [one for one in coming if one.id not in shared]
    ids = {one.id for one in to_fill}
    return _Read(
        given=RosterToFill(
            shifts=to_fill,
            around=[one for one in shifts if one.id not in ids],
            present=_present(assignments),
            volunteers=[volunteer for _person, volunteer in uow.people.volunteers()],
            skills={skill.id: skill.name for skill in uow.support_point.skills()},
            stays_off=staying_off(ever, uow.roster.askings_for(ids)),
            settled=[(one.volunteer_id, one.shift_id) for one in assignments if one.is_settled],
        ),
        in_parts=[one for one in coming if one.id in shared],
        led=_led(shifts, assignments),
    )


def _present(assignments: Sequence[Assignment]) -> Mapping[int, Sequence[int]]:
    present: defaultdict[int, list[int]] = defaultdict(list)
    for one in assignments:
        present[one.shift_id].append(one.volunteer_id)
    return present


def _led(shifts: Sequence[Shift], assignments: Sequence[Assignment]) -> Sequence[tuple[int, date]]:
    on = {shift.id: shift.on for shift in shifts}
    return [(one.volunteer_id, on[one.shift_id]) for one in assignments if one.is_lead]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Solved:
    """A problem with its answer, and the shifts left out because of who stands on them."""

    problem: Problem
    answer: Proposal
    contradictions: Mapping[int, Obstacle]


def _solve(planner: Planner, given: RosterToFill, watch: Watch, *, repair: bool) -> _Solved:
    """Solve the problem; a shift on which people stand against every rule is left as it is."""
    contradictions: dict[int, Obstacle] = {}
    while True:
        rest = given.leaving(contradictions.keys())
        problem = rest.as_repair() if repair else rest.as_problem()
        try:
            answer = planner.propose(problem, watch)
        except PinContradicts as refusal:
            duty = refusal.duty
            because = Obstacle(refusal.rule, (duty.volunteer,), refusal.most)
            contradictions[int(duty.shift)] = because
        else:
            return _Solved(problem=problem, answer=answer, contradictions=contradictions)


def _left_to_people(
    cells: Mapping[int, ShiftCell],
    in_parts: Sequence[Shift],
    contradictions: Mapping[int, Obstacle],
) -> tuple[LeftToPeople, ...]:
    """Return what needs people and is not proposed for, in order of time."""
    left = [LeftToPeople(cells[one.id], None) for one in in_parts]
    left += [LeftToPeople(cells[shift], because) for shift, because in contradictions.items()]
    in_order = sorted(left, key=lambda one: (one.cell.on, one.cell.start, one.cell.shift_id))
    return tuple(one for one in in_order if one.cell.is_short)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reader:
    """What turns the answer of the planner into proposals shift by shift."""

    changes: Changes
    whys: Mapping[Duty, WhyThisName]
    gaps: Sequence[Gap]
    turns_as_lead: TurnsAsLead
    read: _Read
    names: Mapping[str, str]

    def part(self, cell: ShiftCell) -> ShiftProposal:
        """Return what is proposed for a shift; they are asked for in order of time."""
        shift = str(cell.shift_id)
        came = [duty for duty in self.changes.came if duty.shift == shift]
        gone = {int(duty.volunteer) for duty in self.changes.left if duty.shift == shift}
        led = any(one.is_lead for one in cell.people if one.volunteer_id not in gone)
        lead = None if led else self.turns_as_lead.choose(self._volunteers(came), cell.on)
        names = [self._name(duty, cell, lead) for duty in came]
        return ShiftProposal(
            cell=cell,
            came=tuple(sorted(names, key=lambda one: not one.is_lead)),
            left=tuple(one for one in cell.people if one.volunteer_id in gone),
            gaps=tuple(gap for gap in self.gaps if gap.shift == shift),
        )

    def _volunteers(self, duties: Sequence[Duty]) -> Sequence[Volunteer]:
        ids = {int(duty.volunteer) for duty in duties}
        return [one for one in self.read.given.volunteers if one.person_id in ids]

    def _name(self, duty: Duty, cell: ShiftCell, lead: int | None) -> ProposedName:
        who = int(duty.volunteer)
        return ProposedName(
            volunteer_id=who,
            name=self.names[duty.volunteer],
            is_lead=who == lead,
            why=self.whys[duty],
            last_on=self.read.last_before(who, cell),
        )
