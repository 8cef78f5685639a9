"""The shifts of each person: which are to come, which they confirmed, and which are gone."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from dorpssteunpunt.domain.accounts import Right
from dorpssteunpunt.domain.confirming import is_to_be_told
from dorpssteunpunt.domain.counters import PlaceNames
from dorpssteunpunt.domain.people import number_on_paper
from dorpssteunpunt.domain.periods import check_period
from dorpssteunpunt.domain.roster import Assignment, Shift
from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.ports import UnitOfWork
from dorpssteunpunt.services.roster.naming import read_place_names
from dorpssteunpunt.services.roster.notes import Notes, Told

_AHEAD = timedelta(weeks=8)


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnShift:
    """A coming shift of somebody, by their own hours, or one they were taken off.

    `told` is how they were told of it as it stands; `lost_because` why they are off it, and
    `lost_by` who took them off. `assignment_id` is of the place they have or had.
    """

    assignment_id: int
    shift_id: int
    on: date
    daypart: str
    start: time
    end: time
    is_lead: bool = False
    is_concept: bool = False
    told: Told | None = None
    lost_because: str = ""
    lost_by: str = ""

    @property
    def is_open(self) -> bool:
        """Whether they are still to be told of it: it is published and they said nothing."""
        return not self.is_concept and not (self.told and self.told.is_certain)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """Somebody to call about their shifts; the number only when they agreed to that.

    `mind` is what the desk knows about reaching them, such as when is a good moment.
    """

    volunteer_id: int
    name: str
    phone: str
    mind: str
    shifts: tuple[OwnShift, ...]


def own_shifts(desk: Desk, volunteer_id: int) -> tuple[OwnShift, ...]:
    """Return the shifts of a volunteer that lie ahead, and those ahead they were taken off.

    In order of time, for eight weeks. Raises `NotAllowed`.
    """
    today = desk.clock.today()
    with desk.reading(Right.ROSTER) as uow:
        return tuple(read_own(desk, uow, today, today + _AHEAD).get(volunteer_id, ()))


def lost_shifts(desk: Desk) -> tuple[OwnShift, ...]:
    """Return which shifts ahead whoever sits at the desk was taken off, and does not know of yet.

    Raises `NotAllowed`.
    """
    return tuple(
        one for one in own_shifts(desk, desk.actor.person_id) if one.lost_because and one.is_open
    )


def reminders(desk: Desk, first: date, last: date) -> tuple[Reminder, ...]:
    """Return whom to call about shifts in these days that are published and not confirmed.

    Also who was taken off one and was not told. In Dutch name order. Raises `NotAllowed` or
    `BackwardPeriod`.
    """
    check_period(first, last)
    with desk.reading(Right.ROSTER) as uow:
        return read_reminders(desk, uow, first, last)


def read_reminders(desk: Desk, uow: UnitOfWork, first: date, last: date) -> tuple[Reminder, ...]:
    """Return whom to call, as a unit of work sees it."""
    own = read_own(desk, uow, first, last)
    offers = uow.people.offers(own)
    found = []
    people = sorted(uow.people.persons(own).values(), key=lambda one: one.name.sort_key)
    for person in people:
        to_tell = tuple(one for one in own[person.id] if one.is_open)
        offer = offers.get(person.id)
        if to_tell:
            found.append(
                Reminder(
                    volunteer_id=person.id,
                    name=person.name.full,
                    phone=number_on_paper(person, offer) if offer else "",
                    mind=person.contact_note,
                    shifts=to_tell,
                )
            )
    return tuple(found)


def read_own(
    desk: Desk, uow: UnitOfWork, first: date, last: date
) -> Mapping[int, Sequence[OwnShift]]:
    """Return by volunteer what lies ahead in these days, and what they were taken off."""
    now = desk.clock.now()
    shifts = {one.id: one for one in uow.roster.shifts(first, last) if one.starts_at > now}
    weeks = {Week.of(one.on) for one in shifts.values()}
    reader = _Reader(
        notes=Notes.read(uow, shifts),
        places=read_place_names(uow),
        published=set(uow.roster.publications(weeks)),
    )
    ever: dict[int, dict[int, list[Assignment]]] = {shift_id: {} for shift_id in shifts}
    for one in uow.roster.assignments(shifts):
        ever[one.shift_id].setdefault(one.volunteer_id, []).append(one)
    found: dict[int, list[OwnShift]] = defaultdict(list)
    for shift_id, by_volunteer in ever.items():
        for who, own in by_volunteer.items():
            if line := reader.line(shifts[shift_id], own):
                found[who].append(line)
    return found


@dataclass(frozen=True, slots=True)
class _Reader:
    """What turns the assignments of somebody to a shift into one line about it."""

    notes: Notes
    places: PlaceNames
    published: set[Week]

    def line(self, shift: Shift, own: Sequence[Assignment]) -> OwnShift | None:
        """Return the place somebody has, or lost last; None when nothing is to be told."""
        one = next((each for each in own if each.is_active), own[-1])
        if not (one.is_active or is_to_be_told(one)):
            return None
        hours = one.span(shift)
        return OwnShift(
            assignment_id=one.id,
            shift_id=shift.id,
            on=shift.on,
            daypart=self.places.of(shift.daypart_id, shift.counter_id),
            start=hours.start,
            end=hours.end,
            is_lead=one.is_lead,
            is_concept=Week.of(shift.on) not in self.published,
            told=self.notes.told(one, shift),
            lost_because="" if one.is_active else one.ended_reason,
            lost_by=self.notes.accounts[one.ended_by] if one.ended_by else "",
        )
