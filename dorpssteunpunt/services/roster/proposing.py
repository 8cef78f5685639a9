"""Filling the gaps of a roster by proposal: nothing is written before somebody accepts it."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from dorpssteunpunt.domain.accounts import Right
from dorpssteunpunt.domain.people import Experience, Volunteer
from dorpssteunpunt.domain.planning.from_roster import RosterToFill
from dorpssteunpunt.domain.planning.problem import Duty, Problem
from dorpssteunpunt.domain.planning.proposal import (
    Changes,
    Gap,
    Proposal,
    Status,
    WhatHelps,
    WhyThisName,
)
from dorpssteunpunt.domain.planning.refusals import PinContradicts
from dorpssteunpunt.domain.roster import (
    Assignment,
    ChangedSince,
    Ending,
    Origin,
    ReasonMissing,
    Shift,
    WeekWithoutShifts,
)
from dorpssteunpunt.domain.suitability import check_choice, days_that_count
from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.ports import UnitOfWork
from dorpssteunpunt.services.ports.planner import Planner, Watch
from dorpssteunpunt.services.roster.cells import OnShift, ShiftCell, read_cells
from dorpssteunpunt.services.roster.keeping import Rearranged, rearrange, told


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedName:
    """Somebody who is proposed for a shift, and what speaks for it."""

    volunteer_id: int
    name: str
    is_lead: bool
    why: WhyThisName


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftProposal:
    """What is proposed for one shift: who comes, who would leave, and what is still lacking.

    `cell` is the shift as it stood when the proposal was made.
    """

    cell: ShiftCell
    came: tuple[ProposedName, ...]
    left: tuple[OnShift, ...]
    gaps: tuple[Gap, ...]

    @property
    def changes(self) -> bool:
        """Whether accepting it would change anything."""
        return bool(self.came or self.left)


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterProposal:
    """A proposal for some weeks, shift by shift in order of time, only where there is news.

    `names` and `shifts` give volunteers and cells by their ids in the problem; `helps` are the
    single changes that would close most gaps; `is_proven` says that there is no better roster.
    """

    weeks: tuple[Week, ...]
    parts: tuple[ShiftProposal, ...]
    names: Mapping[str, str]
    shifts: Mapping[str, ShiftCell]
    helps: tuple[WhatHelps, ...]
    is_proven: bool

    @property
    def short(self) -> int:
        """How many places would stay open."""
        return sum(gap.short for part in self.parts for gap in part.gaps)


def propose(
    desk: Desk, planner: Planner, weeks: Sequence[Week], watch: Watch, *, repair: bool = False
) -> RosterProposal:
    """Return who could fill the gaps of some weeks that follow each other; writes nothing.

    Everybody on a shift stays there, unless `repair` lets others move, as few as can be. Shifts
    that are closed, have begun or are shared in parts are left alone. Raises `NotAllowed`, or
    `WeekWithoutShifts` when none were made for these weeks.
    """
    with desk.reading(Right.PLAN_ROSTER) as uow:
        given = _read(desk, uow, weeks)
        cells = {str(cell.shift_id): cell for cell in read_cells(uow, given.shifts)}
        names = {str(person.id): person.name.full for person, _volunteer in uow.people.volunteers()}
    problem, proposal = _solved(planner, given, watch, repair=repair)
    changes = Changes.between(tuple(sorted(problem.agreed | problem.pinned)), proposal.duties)
    reader = _Reader(
        changes=changes,
        whys={duty: planner.why(problem, proposal, duty) for duty in changes.came},
        gaps=proposal.gaps,
        volunteers={one.person_id: one for one in given.volunteers},
        names=names,
    )
    parts = [reader.part(cell) for cell in cells.values()]
    return RosterProposal(
        weeks=tuple(weeks),
        parts=tuple(part for part in parts if part.changes or part.gaps),
        names=names,
        shifts=cells,
        helps=planner.what_helps(problem, proposal, watch) if proposal.gaps else (),
        is_proven=proposal.status is Status.OPTIMAL,
    )


def accept(
    desk: Desk,
    parts: Collection[ShiftProposal],
    reason: str = "",
    *,
    numbers_are_fine: bool = False,
) -> Rearranged:
    """Let a proposal stand for these shifts, as one step that can be undone.

    Who would leave a shift of a published week needs a reason (`ReasonMissing`). Raises
    `ChangedSince` when the shifts are no longer as they were, and `VolunteerUnavailable` when
    somebody can no longer come; then nothing is changed. Raises `NotAllowed` too.
    """
    with desk.writing(Right.PLAN_ROSTER) as uow:
        reason = told(reason, numbers_are_fine)
        before = uow.roster.assignments([part.cell.shift_id for part in parts])
        after = list(before)
        for part in parts:
            _check_unchanged(part.cell, before)
            after = [_left(desk, uow, one, part, reason) for one in after]
            after += [_came(desk, part.cell, one) for one in part.came]
        for part in parts:
            _check_newcomers(uow, part, after)
        return rearrange(desk, uow, "proposal accepted", before, after)


def _read(desk: Desk, uow: UnitOfWork, weeks: Sequence[Week]) -> RosterToFill:
    """Read the shifts to fill and everything around them that counts."""
    first, last = weeks[0].monday, weeks[-1].sunday
    begins, ends = days_that_count(first)[0], days_that_count(last)[1]
    shifts = uow.roster.shifts(begins, ends)
    now = desk.clock.now()
    assignments = [
        one for one in uow.roster.assignments([one.id for one in shifts]) if one.is_active
    ]
    in_parts = {one.shift_id for one in assignments if one.is_part}
    to_fill = [
        one
        for one in shifts
        if first <= one.on <= last
        and one.starts_at > now
        and not one.is_closed
        and one.id not in in_parts
    ]
    if not any(first <= one.on <= last for one in shifts):
        raise WeekWithoutShifts(weeks[0])
    present: defaultdict[int, list[int]] = defaultdict(list)
    for one in assignments:
        present[one.shift_id].append(one.volunteer_id)
    ids = {one.id for one in to_fill}
    return RosterToFill(
        shifts=to_fill,
        around=[one for one in shifts if one.id not in ids],
        present=present,
        volunteers=[volunteer for _person, volunteer in uow.people.volunteers()],
    )


def _solved(
    planner: Planner, given: RosterToFill, watch: Watch, *, repair: bool
) -> tuple[Problem, Proposal]:
    """Solve the problem; a shift on which people stand against every rule is left as it is."""
    problem = given.as_repair() if repair else given.as_problem()
    try:
        return problem, planner.propose(problem, watch)
    except PinContradicts as contradiction:
        rest = given.leaving({int(contradiction.duty.shift)})
        return _solved(planner, rest, watch, repair=repair)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reader:
    """What turns the answer of the planner into proposals shift by shift."""

    changes: Changes
    whys: Mapping[Duty, WhyThisName]
    gaps: Sequence[Gap]
    volunteers: Mapping[int, Volunteer]
    names: Mapping[str, str]

    def part(self, cell: ShiftCell) -> ShiftProposal:
        """Return what is proposed for a shift."""
        shift = str(cell.shift_id)
        came = [duty for duty in self.changes.came if duty.shift == shift]
        gone = {int(duty.volunteer) for duty in self.changes.left if duty.shift == shift}
        led = any(one.is_lead for one in cell.people if one.volunteer_id not in gone)
        lead = None if led else _lead_among([self.volunteers[int(one.volunteer)] for one in came])
        return ShiftProposal(
            cell=cell,
            came=tuple(self._name(duty, lead) for duty in came),
            left=tuple(one for one in cell.people if one.volunteer_id in gone),
            gaps=tuple(gap for gap in self.gaps if gap.shift == shift),
        )

    def _name(self, duty: Duty, lead: int | None) -> ProposedName:
        who = int(duty.volunteer)
        return ProposedName(
            volunteer_id=who,
            name=self.names[duty.volunteer],
            is_lead=who == lead,
            why=self.whys[duty],
        )


def _lead_among(volunteers: Sequence[Volunteer]) -> int | None:
    """Return who of these could lead: somebody experienced before others, never a beginner."""
    for experience in (Experience.EXPERIENCED, Experience.REGULAR):
        for one in volunteers:
            if one.experience is experience:
                return one.person_id
    return None


def _check_unchanged(cell: ShiftCell, before: Sequence[Assignment]) -> None:
    now = {one.id for one in before if one.is_active and one.shift_id == cell.shift_id}
    if now != {one.assignment_id for one in cell.people}:
        raise ChangedSince


def _left(
    desk: Desk, uow: UnitOfWork, one: Assignment, part: ShiftProposal, reason: str
) -> Assignment:
    if one.id not in {gone.assignment_id for gone in part.left}:
        return one
    if not reason and uow.roster.publication(Week.of(part.cell.on)):
        raise ReasonMissing
    return one.ended(Ending.MOVED, desk.clock.now(), desk.actor.id, reason)


def _came(desk: Desk, cell: ShiftCell, one: ProposedName) -> Assignment:
    return Assignment(
        shift_id=cell.shift_id,
        volunteer_id=one.volunteer_id,
        is_lead=one.is_lead,
        is_stand_in=cell.seeks_stand_in,
        origin=Origin.PROPOSED,
        made_at=desk.clock.now(),
        made_by=desk.actor.id,
    )


def _check_newcomers(uow: UnitOfWork, part: ShiftProposal, after: Sequence[Assignment]) -> None:
    """Hold everybody who comes against the rules, in the roster as it will be."""
    shift = uow.roster.shift(part.cell.shift_id)
    team = [one.volunteer_id for one in after if one.is_active and one.shift_id == shift.id]
    company = uow.people.offers(team)
    for one in part.came:
        own = _own_after(uow, one.volunteer_id, shift, after)
        check_choice(company[one.volunteer_id], shift, own, "", company.values())


def _own_after(uow: UnitOfWork, who: int, shift: Shift, after: Sequence[Assignment]) -> list[Shift]:
    """Return the other shifts somebody will have on the days that count."""
    first, last = days_that_count(shift.on)
    touched = {one.shift_id for one in after}
    now = [one for one in uow.roster.shifts_of(who, first, last) if one.id not in touched]
    theirs = {one.shift_id for one in after if one.is_active and one.volunteer_id == who}
    then = [one for one in uow.roster.shifts(first, last) if one.id in theirs]
    return [one for one in (*now, *then) if one.id != shift.id]
