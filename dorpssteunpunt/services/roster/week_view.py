"""A week of the roster as the grid and the wall show it."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from dorpssteunpunt.domain.accounts import Right
from dorpssteunpunt.domain.names import wall_names
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
from dorpssteunpunt.domain.support_point import Daypart
from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.ports import UnitOfWork
from dorpssteunpunt.services.roster.standing import current_standing

_FRIDAY = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class OnShift:
    """Somebody on a shift; `name` is how the wall says it, `full_name` how the desk does.

    `part` are their hours when it is not the whole shift.
    """

    assignment_id: int
    volunteer_id: int
    name: str
    full_name: str
    is_lead: bool = False
    is_stand_in: bool = False
    origin: Origin = Origin.CHOSEN
    part: Span | None = None
    override_reason: str = ""


@dataclass(frozen=True, slots=True)
class Absence:
    """Somebody who was on a shift and reported absent, with the reason given."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class SincePublication:
    """How a shift differs from what hangs on the wall, as names, and the day it last did."""

    on: date
    came: tuple[str, ...]
    left: tuple[str, ...]
    altered: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftCell:
    """A shift in the grid: when, who, and what is wrong with it; or why it is closed.

    `vacant` counts the standing places that nobody holds any more, `standing_away` names who holds
    one and is not on the shift, nor reported absent.
    """

    shift_id: int
    on: date
    daypart_id: int
    daypart: str
    start: time
    end: time
    needed: int
    people: tuple[OnShift, ...] = ()
    absences: tuple[Absence, ...] = ()
    lacks_lead: bool = False
    closed_because: str = ""
    vacant: int = 0
    standing_away: tuple[str, ...] = ()
    since_publication: SincePublication | None = None

    @property
    def present(self) -> int:
        """How many people are there, in the hour that has fewest."""
        return least_present(Span(self.start, self.end), self._spans)

    @property
    def missing(self) -> int:
        """How many people are still needed, in the hour that has fewest."""
        return 0 if self.closed_because else max(0, self.needed - self.present)

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


@dataclass(frozen=True, slots=True)
class DaypartCells:
    """A row of the grid: a day part with a cell for each day; None is a closed one.

    `hours` are the usual ones of this week.
    """

    daypart_id: int
    name: str
    hours: tuple[time, time] | None
    cells: tuple[ShiftCell | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekView:
    """One week: days across from Monday to the last open one, day parts down.

    A week without shifts has no rows. One that was never published is a concept.
    """

    week: Week
    days: tuple[date, ...]
    rows: tuple[DaypartCells, ...]
    published_at: datetime | None = None

    @property
    def cells(self) -> tuple[ShiftCell, ...]:
        """All shifts of the week, day part by day part."""
        return tuple(cell for row in self.rows for cell in row.cells if cell)

    @property
    def gaps(self) -> int:
        """How many shifts still need somebody."""
        return sum(cell.missing > 0 for cell in self.cells)

    @property
    def without_lead(self) -> int:
        """How many staffed shifts nobody leads."""
        return sum(cell.lacks_lead for cell in self.cells)

    @property
    def changes(self) -> int:
        """How many shifts differ from what was published."""
        return sum(cell.since_publication is not None for cell in self.cells)

    def cell(self, shift_id: int) -> ShiftCell | None:
        """Return the cell of a shift, or None when it is not in this week."""
        return next((cell for cell in self.cells if cell.shift_id == shift_id), None)


def week(desk: Desk, week: Week) -> WeekView:
    """Return a week of the roster; raises `NotAllowed`."""
    with desk.reading(Right.ROSTER) as uow:
        return read_week(uow, week)


def week_of(desk: Desk, shift_id: int) -> Week:
    """Return the week that a shift is in; raises `NotAllowed` or `NotFound`."""
    with desk.reading(Right.ROSTER) as uow:
        return Week.of(uow.roster.shift(shift_id).on)


def read_week(uow: UnitOfWork, week: Week) -> WeekView:
    """Return a week of the roster as a unit of work sees it."""
    shifts = uow.roster.shifts(week.monday, week.sunday)
    publication = uow.roster.publication(week)
    cells = read_cells(uow, shifts, publication)
    last_day = max((shift.on.isoweekday() for shift in shifts), default=_FRIDAY)
    days = week.days[:last_day]
    return WeekView(
        week=week,
        days=days,
        rows=_rows(uow.support_point.dayparts(), cells, shifts, days),
        published_at=publication.published_at if publication else None,
    )


def read_cells(
    uow: UnitOfWork, shifts: Sequence[Shift], publication: Publication | None = None
) -> list[ShiftCell]:
    """Return shifts with who is on them, in the order given.

    With the publication of their week they also say what changed since.
    """
    assignments = uow.roster.assignments([shift.id for shift in shifts])
    published = uow.roster.published_places(publication.id) if publication else {}
    named = {one.volunteer_id for one in assignments}
    standing = current_standing(uow)
    named |= {one.volunteer_id for one in standing}
    named |= {place.volunteer_id for places in published.values() for place in places}
    reader = _Reader(
        names=read_names(uow, named),
        dayparts={part.id: part.name for part in uow.support_point.dayparts()},
        published=published if publication else None,
        standing=standing,
    )
    return [
        reader.cell(shift, [one for one in assignments if one.shift_id == shift.id])
        for shift in shifts
    ]


@dataclass(frozen=True, slots=True)
class Named:
    """What a volunteer is called on the wall and at the desk."""

    wall: str
    full: str


def read_names(uow: UnitOfWork, also: Collection[int] = ()) -> dict[int, Named]:
    """Return by person id the names of all volunteers, and of some people who no longer are.

    All are named together, so that somebody has the same name on every week's wall.
    """
    people = {person.id: person.name for person, _ in uow.people.volunteers()}
    gone = [person_id for person_id in also if person_id not in people]
    people |= {person.id: person.name for person in uow.people.persons(gone).values()}
    on_the_wall = (
        {name: name.full for name in people.values()}
        if uow.support_point.support_point().full_names_on_roster
        else wall_names(people.values())
    )
    return {who: Named(on_the_wall[name], name.full) for who, name in people.items()}


def _is_told(one: Assignment) -> bool:
    """Say whether the cell tells of somebody already: on the shift, or reported absent."""
    return one.is_active or one.ended_as is Ending.REPORTED_ABSENT


@dataclass(frozen=True, slots=True)
class _Reader:
    """What turns shifts into cells."""

    names: Mapping[int, Named]
    dayparts: Mapping[int, str]
    published: Mapping[int, Collection[Place]] | None
    standing: Collection[StandingAssignment]

    def cell(self, shift: Shift, assignments: Iterable[Assignment]) -> ShiftCell:
        """Return a shift with its assignments as a cell."""
        ever = list(assignments)
        staffing = Staffing.of(shift, ever)
        holding = holders(self.standing, shift.on, shift.daypart_id)
        seen = {one.volunteer_id for one in ever if _is_told(one)}
        return ShiftCell(
            shift_id=shift.id,
            on=shift.on,
            daypart_id=shift.daypart_id,
            daypart=self.dayparts[shift.daypart_id],
            start=shift.start,
            end=shift.end,
            needed=shift.needed,
            people=tuple(self._on_shift(one, shift) for one in staffing.assignments),
            absences=self._absences(staffing, ever),
            lacks_lead=staffing.lacks_lead,
            closed_because=shift.closed_because,
            vacant=vacant_places(self.standing, shift.on, shift.daypart_id, shift.needed),
            standing_away=tuple(
                self.names[one.volunteer_id].full for one in holding if one.volunteer_id not in seen
            ),
            since_publication=self._since_publication(staffing),
        )

    def _on_shift(self, one: Assignment, shift: Shift) -> OnShift:
        named = self.names[one.volunteer_id]
        return OnShift(
            assignment_id=one.id,
            volunteer_id=one.volunteer_id,
            name=named.wall,
            full_name=named.full,
            is_lead=one.is_lead,
            is_stand_in=one.is_stand_in,
            origin=one.origin,
            part=one.span(shift) if one.is_part else None,
            override_reason=one.override_reason,
        )

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
        if self.published is None or shift.changed_at is None:
            return None
        now = [one.place for one in staffing.assignments]
        differs = difference(self.published.get(shift.id, ()), now)
        if not differs:
            return None
        return SincePublication(
            shift.changed_at.date(),
            came=self._walls(differs.came),
            left=self._walls(differs.left),
            altered=self._walls(differs.altered),
        )

    def _walls(self, volunteer_ids: Iterable[int]) -> tuple[str, ...]:
        return tuple(self.names[who].wall for who in volunteer_ids)


def _rows(
    dayparts: Sequence[Daypart],
    cells: Sequence[ShiftCell],
    shifts: Sequence[Shift],
    days: Sequence[date],
) -> tuple[DaypartCells, ...]:
    """Return a row for each day part that is open at least once."""
    at = {(shift.daypart_id, shift.on): cell for shift, cell in zip(shifts, cells, strict=True)}
    open_parts = {shift.daypart_id for shift in shifts}
    return tuple(
        DaypartCells(
            daypart_id=part.id,
            name=part.name,
            hours=_usual_hours([shift for shift in shifts if shift.daypart_id == part.id]),
            cells=tuple(at.get((part.id, day)) for day in days),
        )
        for part in dayparts
        if part.id in open_parts
    )


def _usual_hours(shifts: Iterable[Shift]) -> tuple[time, time] | None:
    """Return the hours that most shifts keep, of equally many the earliest in the week."""
    hours = Counter((shift.start, shift.end) for shift in shifts)
    return hours.most_common(1)[0][0] if hours else None
