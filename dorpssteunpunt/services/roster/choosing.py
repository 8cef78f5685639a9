"""Whom to ask for a shift: every volunteer with what speaks for and against, best choice first."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dorpssteunpunt.domain.accounts import Right
from dorpssteunpunt.domain.asking import LATELY, Answer, Asking, last_answer, times_asked
from dorpssteunpunt.domain.people import Person, Volunteer
from dorpssteunpunt.domain.roster import Shift
from dorpssteunpunt.domain.suitability import (
    Load,
    Suitability,
    days_that_count,
    load,
    suitability,
)
from dorpssteunpunt.domain.support_point import Skill
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.ports import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A volunteer judged for one shift; `phone` is for the desk only, in E.164 or empty.

    `load` counts their other shifts. `skills` are the names of what they can do;
    `brings_skills` those of them that the shift asks for and nobody on it has, `lacks_skills` those
    that it would still lack with them. `asked` is how
    asking them for this shift ended last, `asked_lately` for how many other shifts they were asked.
    """

    volunteer_id: int
    name: str
    phone: str
    suitability: Suitability
    load: Load
    wishes: Volunteer
    skills: tuple[str, ...]
    brings_skills: tuple[str, ...]
    lacks_skills: tuple[str, ...]
    leave_until: date | None
    asked: Asking | None
    asked_lately: int

    @property
    def said_no(self) -> bool:
        """Whether they said no to this shift."""
        return self.asked is not None and self.asked.answer is Answer.NO


def candidates(desk: Desk, shift_id: int) -> tuple[Candidate, ...]:
    """Return every volunteer active on the day of a shift, also who is on it; best choice first.

    Who said no to this shift comes last of those who can. Of equally good choices whoever has
    fewest shifts this week and was asked least lately comes first, then by name. Raises
    `NotAllowed` or `NotFound`.
    """
    with desk.reading(Right.ROSTER) as uow:
        shift = uow.roster.shift(shift_id)
        around = _around(desk, uow, shift)
        judged = [
            around.judge(person, volunteer)
            for person, volunteer in uow.people.volunteers(active_on=shift.on)
        ]
    return tuple(sorted(judged, key=_place))


def _place(one: Candidate) -> tuple[bool, bool, tuple[int, bool, int, bool], int, int]:
    judged = one.suitability
    return (
        not judged.is_possible,
        one.said_no,
        judged.rank,
        one.load.this_week,
        one.asked_lately,
    )


@dataclass(frozen=True, slots=True)
class _Around:
    """What all volunteers are held against for one shift."""

    shift: Shift
    own: Mapping[int, Sequence[Shift]]
    company: Collection[Volunteer]
    skills: Sequence[Skill]
    askings: Mapping[int, Sequence[Asking]]
    today: date

    def judge(self, person: Person, volunteer: Volunteer) -> Candidate:
        """Return a volunteer as a candidate for the shift."""
        own = self.own.get(person.id, ())
        askings = self.askings.get(person.id, ())
        leave = volunteer.when.leave_on(self.shift.on)
        judged = suitability(volunteer, self.shift, own, self.company)
        return Candidate(
            volunteer_id=person.id,
            name=person.name.full,
            phone=person.phone or person.second_phone,
            suitability=judged,
            load=load(self.shift, own),
            wishes=volunteer,
            skills=self._named(volunteer.skills),
            brings_skills=self._named(judged.brings.skills),
            lacks_skills=self._named(judged.leaves.skills),
            leave_until=leave.last if leave else None,
            asked=last_answer(askings, self.shift.id),
            asked_lately=times_asked(askings, self.shift.id, self.today),
        )

    def _named(self, skill_ids: Collection[int]) -> tuple[str, ...]:
        return tuple(skill.name for skill in self.skills if skill.id in skill_ids)


def _around(desk: Desk, uow: UnitOfWork, shift: Shift) -> _Around:
    shifts = {one.id: one for one in uow.roster.shifts(*days_that_count(shift.on))}
    own: defaultdict[int, list[Shift]] = defaultdict(list)
    for one in uow.roster.assignments(shifts):
        if one.is_active:
            whole = shifts[one.shift_id]
            own[one.volunteer_id].append(whole.cut(one.span(whole)))
    company = [who for who, theirs in own.items() if shift.id in {each.id for each in theirs}]
    return _Around(
        shift,
        own,
        company=uow.people.offers(company).values(),
        skills=uow.support_point.skills(),
        askings=_askings(desk, uow, shift),
        today=desk.clock.today(),
    )


def _askings(desk: Desk, uow: UnitOfWork, shift: Shift) -> Mapping[int, Sequence[Asking]]:
    """Return by volunteer for which shifts they were asked."""
    found: defaultdict[int, list[Asking]] = defaultdict(list)
    for one in uow.roster.askings(shift.id, desk.clock.now() - LATELY):
        found[one.volunteer_id].append(one)
    for request in uow.roster.swap_requests([shift.id]):
        if said_no := request.as_asking():
            found[said_no.volunteer_id].append(said_no)
    return found
