"""Shifts with who is on them, as the grid, the wall and Today show them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Final

from dorpssteunpunt.domain.counters import FIRST_COUNTER, PlaceNames
from dorpssteunpunt.domain.people import Volunteer
from dorpssteunpunt.domain.roster import (
    Assignment,
    Ending,
    Origin,
    Place,
    Publication,
    Shift,
    Staffing,
    difference,
)
from dorpssteunpunt.domain.spans import Shortage, Span, least_present, shortages
from dorpssteunpunt.domain.standing import StandingAssignment, holders, vacant_places
from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.services.ports import UnitOfWork
from dorpssteunpunt.services.roster.naming import Named, read_names, read_place_names
from dorpssteunpunt.services.roster.notes import Marked, Notes, Told
from dorpssteunpunt.services.roster.standing import current_standing

NOTHING_PUBLISHED: Final[Mapping[Week, Publication]] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class OnShift:
    """Somebody on a shift; `name` is how the wall says it, `full_name` how the desk does.

    `short_name` is for where there is little room. `part` are their hours when it is not the whole
    shift. `told` is how they were told of their place as it stands, `marked` how it went;
    `is_to_confirm` while a published shift lies ahead.
    """

    assignment_id: int
    volunteer_id: int
    name: str
    full_name: str
    short_name: str = ""
    is_lead: bool = False
    is_stand_in: bool = False
    is_pinned: bool = False
    origin: Origin = Origin.CHOSEN
    part: Span | None = None
    override_reason: str = ""
    told: Told | None = None
    marked: Marked | None = None
    is_to_confirm: bool = False


@dataclass(frozen=True, slots=True)
class Absence:
    """Somebody who was on a shift and reported absent, with the reason given."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class SincePublication:
    """How a shift differs from what hangs on the wall, as names, and the day it last did.

    `at_other_hours` says that the shift itself keeps other hours.
    """

    on: date
    came: tuple[str, ...]
    left: tuple[str, ...]
    altered: tuple[str, ...]
    at_other_hours: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftCell:
    """A shift in the grid: when, who, and what is wrong with it; or why it is closed.

    `vacant` counts the standing places that nobody holds any more, `standing_away` names who holds
    one and is not on the shift, nor reported absent. `lacks_skills` names what nobody there can do.
    `daypart` says at which counter too, where there are several.
    """

    shift_id: int
    on: date
    daypart_id: int
    counter_id: int = FIRST_COUNTER
    daypart: str
    start: time
    end: time
    needed: int
    most: int | None = None
    people: tuple[OnShift, ...] = ()
    absences: tuple[Absence, ...] = ()
    lacks_lead: bool = False
    lacks_skills: tuple[str, ...] = ()
    lacks_experienced: bool = False
    closed_because: str = ""
    vacant: int = 0
    standing_away: tuple[str, ...] = ()
    since_publication: SincePublication | None = None
    has_begun: bool = False

    @property
    def is_to_note(self) -> bool:
        """Whether it went on, and of somebody it is not noted whether they were there."""
        unmarked = any(one.marked is None for one in self.people)
        return self.has_begun and unmarked and not self.closed_because

    @property
    def present(self) -> int:
        """How many people are there, in the hour that has fewest."""
        return least_present(Span(self.start, self.end), self._spans)

    @property
    def missing(self) -> int:
        """How many people are still needed, in the hour that has fewest."""
        return 0 if self.closed_because else max(0, self.needed - self.present)

    @property
    def is_short(self) -> bool:
        """Whether it needs somebody: people, or somebody who can do what it asks for."""
        return self.missing > 0 or bool(self.lacks_skills) or self.lacks_experienced

    @property
    def is_full(self) -> bool:
        """Whether as many people are on it as may come at most."""
        return self.most is not None and len(self.people) >= self.most

    @property
    def surplus(self) -> int:
        """How many people are on it all the time beyond what is needed."""
        return max(0, self.present - self.needed)

    @property
    def partly_short(self) -> tuple[Shortage, ...]:
        """The hours in which people are needed, when that is not the whole shift."""
        whole = Span(self.start, self.end)
        short = shortages(whole, self.needed, self._spans)
        return () if [one.span for one in short] == [whole] else short

    @property
    def is_structural(self) -> bool:
        """Whether people are needed because a standing place is vacant, and not only this once."""
        return self.missing > 0 and self.vacant > 0

    @property
    def seeks_stand_in(self) -> bool:
        """Whether somebody reported absent whom nobody stands in for yet."""
        return self.missing > 0 and bool(self.absences)

    @property
    def _spans(self) -> list[Span]:
        return [one.part or Span(self.start, self.end) for one in self.people]


def read_cells(
    uow: UnitOfWork,
    shifts: Sequence[Shift],
    publications: Mapping[Week, Publication] = NOTHING_PUBLISHED,
    now: datetime | None = None,
) -> list[ShiftCell]:
    """Return shifts with who is on them, in the order given.

    With the publications of their weeks they also say what changed since; with the moment it is,
    who confirmed and who was there.
    """
    shift_ids = [shift.id for shift in shifts]
    assignments = uow.roster.assignments(shift_ids)
    on_each: dict[int, list[Assignment]] = defaultdict(list)
    for one in assignments:
        on_each[one.shift_id].append(one)
    published = uow.roster.published_places([one.id for one in publications.values()])
    named = {one.volunteer_id for one in assignments}
    standing = current_standing(uow)
    named |= {one.volunteer_id for one in standing}
    named |= {place.volunteer_id for places in published.values() for place in places}
    reader = _Reader(
        names=read_names(uow, named),
        places=read_place_names(uow),
        published=published,
        publications=publications,
        standing=standing,
        notes=Notes.read(uow, shift_ids) if now else Notes({}, {}, {}),
        now=now,
        skills={skill.id: skill.name for skill in uow.support_point.skills()},
        volunteers=_volunteers(uow, shifts, assignments),
    )
    return [reader.cell(shift, on_each[shift.id]) for shift in shifts]


def _volunteers(
    uow: UnitOfWork, shifts: Collection[Shift], assignments: Collection[Assignment]
) -> Mapping[int, Volunteer]:
    """Return by person who is on the shifts for which it matters who comes."""
    asking = {shift.id for shift in shifts if shift.demand.asks_who}
    present = {one.volunteer_id for one in assignments if one.is_active and one.shift_id in asking}
    return uow.people.offers(present) if present else {}


def _is_told(one: Assignment) -> bool:
    """Say whether the cell tells of somebody already: on the shift, or reported absent."""
    return one.is_active or one.ended_as is Ending.REPORTED_ABSENT


@dataclass(frozen=True, slots=True)
class _Reader:
    """What turns shifts into cells."""

    names: Mapping[int, Named]
    places: PlaceNames
    published: Mapping[int, Collection[Place]]
    publications: Mapping[Week, Publication]
    standing: Collection[StandingAssignment]
    notes: Notes
    now: datetime | None
    skills: Mapping[int, str]
    volunteers: Mapping[int, Volunteer]

    def cell(self, shift: Shift, assignments: Iterable[Assignment]) -> ShiftCell:
        """Return a shift with its assignments as a cell."""
        ever = list(assignments)
        staffing = Staffing.of(shift, ever)
        holding = holders(self.standing, shift.on, shift.daypart_id, shift.counter_id)
        seen = {one.volunteer_id for one in ever if _is_told(one)}
        lacking = staffing.lack(self.volunteers)
        return ShiftCell(
            shift_id=shift.id,
            on=shift.on,
            daypart_id=shift.daypart_id,
            counter_id=shift.counter_id,
            daypart=self.places.of(shift.daypart_id, shift.counter_id),
            start=shift.start,
            end=shift.end,
            needed=shift.needed,
            most=shift.demand.most,
            people=tuple(self._on_shift(one, shift) for one in staffing.assignments),
            absences=self._absences(staffing, ever),
            lacks_lead=staffing.lacks_lead,
            lacks_skills=tuple(
                name for skill, name in self.skills.items() if skill in lacking.skills
            ),
            lacks_experienced=lacking.experienced,
            closed_because=shift.closed_because,
            vacant=vacant_places(
                self.standing, shift.on, shift.daypart_id, shift.needed, shift.counter_id
            ),
            standing_away=tuple(
                self.names[one.volunteer_id].full for one in holding if one.volunteer_id not in seen
            ),
            since_publication=self._since_publication(staffing),
            has_begun=self._has_begun(shift),
        )

    def _publication(self, shift: Shift) -> Publication | None:
        return self.publications.get(Week.of(shift.on))

    def _has_begun(self, shift: Shift) -> bool:
        return self.now is not None and shift.starts_at <= self.now

    def _on_shift(self, one: Assignment, shift: Shift) -> OnShift:
        named = self.names[one.volunteer_id]
        told = self.notes.told(one, shift)
        return OnShift(
            assignment_id=one.id,
            volunteer_id=one.volunteer_id,
            name=named.wall,
            full_name=named.full,
            short_name=named.short,
            is_lead=one.is_lead,
            is_stand_in=one.is_stand_in,
            is_pinned=one.is_pinned,
            origin=one.origin,
            part=one.span(shift) if one.is_part else None,
            override_reason=one.override_reason,
            told=told,
            marked=self.notes.marked(one),
            is_to_confirm=self._is_to_confirm(shift, told),
        )

    def _is_to_confirm(self, shift: Shift, told: Told | None) -> bool:
        if self.now is None or self._publication(shift) is None or self._has_begun(shift):
            return False
        return told is None or not told.is_certain

    def _absences(self, staffing: Staffing, ever: Iterable[Assignment]) -> tuple[Absence, ...]:
        back = {one.volunteer_id for one in staffing.assignments}
        last = {one.volunteer_id: one for one in ever if one.ended_as is Ending.REPORTED_ABSENT}
        return tuple(
            Absence(self.names[who].full, one.ended_reason)
            for who, one in last.items()
            if who not in back
        )

    def _since_publication(self, staffing: Staffing) -> SincePublication | None:
        shift = staffing.shift
        if shift.changed_at is None or self._publication(shift) is None:
            return None
        now = [one.place for one in staffing.assignments]
        differs = difference(self.published.get(shift.id, ()), now)
        at_other_hours = self._moved(shift)
        if not differs and not at_other_hours:
            return None
        return SincePublication(
            shift.changed_at.date(),
            came=self._walls(differs.came),
            left=self._walls(differs.left),
            altered=self._walls(differs.altered),
            at_other_hours=at_other_hours,
        )

    def _moved(self, shift: Shift) -> bool:
        """Say whether the hours of a shift are other ones than those that were published."""
        moved_at, publication = shift.hours_changed_at, self._publication(shift)
        return bool(moved_at and publication and moved_at > publication.published_at)

    def _walls(self, volunteer_ids: Iterable[int]) -> tuple[str, ...]:
        return tuple(self.names[who].wall for who in volunteer_ids)
