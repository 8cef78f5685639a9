"""Shifts as calendars that can be imported again and again: changes update, what is off vanishes.

The store is where it all follows from. A uid names the store, the shift and the volunteer. A
sequence is the moment of the last change, so it also rises when a change is undone. Who ever was
on a shift, or was published on it, and is not any more gets the event as cancelled.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.accounts import Right
from dorpssteunpunt.domain.people import Person
from dorpssteunpunt.domain.periods import check_period
from dorpssteunpunt.domain.roster import Assignment, Shift
from dorpssteunpunt.domain.support_point import SupportPoint
from dorpssteunpunt.services.changes import Room
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.exports.records import CalendarEvent, EventStatus, ShiftCalendar
from dorpssteunpunt.services.ports import UnitOfWork
from dorpssteunpunt.services.roster.cells import OnShift
from dorpssteunpunt.services.roster.spans import PlannedShift, planned_shifts
from dorpssteunpunt.services.roster.volunteers import chosen_volunteers
from dorpssteunpunt.services.words.roster import place_words, staffing_word

_EPOCH = datetime(2020, 1, 1, tzinfo=UTC)
_NO_FILE_NAME = re.compile(r'[\x00-\x1f<>:"/\\|?*]')
"""What Windows takes in no file name."""


def volunteer_calendars(
    desk: Desk, first: date, last: date, volunteer: str = ""
) -> Sequence[ShiftCalendar]:
    """Return the calendar of the named volunteer, or of each active one; that is noted.

    Raises `NotAllowed`, `BackwardPeriod`, `VolunteerUnknown` or `SeveralVolunteers`.
    """
    check_period(first, last)
    with desk.writing(Right.EXPORT) as uow:
        people = [person for person, _offer in chosen_volunteers(uow, volunteer, first, last)]
        maker = _maker(desk, uow, first, last)
        desk.note(uow, "calendars exported", Room.ROSTER)
    shared = _shared_names(people)
    return [maker.of_volunteer(person, is_shared=person.id in shared) for person in people]


def desk_calendar(desk: Desk, first: date, last: date) -> ShiftCalendar:
    """Return the calendar of the desk with all shifts; that is noted.

    Raises `NotAllowed` or `BackwardPeriod`.
    """
    check_period(first, last)
    with desk.writing(Right.EXPORT) as uow:
        maker = _maker(desk, uow, first, last)
        desk.note(uow, "calendars exported", Room.ROSTER)
    return maker.of_desk()


def _shared_names(people: Iterable[Person]) -> Collection[int]:
    """Return those who would get the same file as somebody else."""
    by_name: dict[str, list[int]] = defaultdict(list)
    for person in people:
        by_name[_file_name(person.name.full).casefold()].append(person.id)
    return {who for group in by_name.values() if len(group) > 1 for who in group}


def _file_name(name: str) -> str:
    return _NO_FILE_NAME.sub("-", name).strip(" .") or "-"


@dataclass(frozen=True, slots=True)
class _Maker:
    """What turns shifts into events: all of one period, read in one unit of work."""

    store_id: str
    support_point: SupportPoint
    made_at: datetime
    planned: Sequence[PlannedShift]
    ever: Mapping[int, Sequence[Assignment]]
    published: Mapping[int, Collection[int]]

    def of_desk(self) -> ShiftCalendar:
        return ShiftCalendar(
            name=self.support_point.name,
            file_name=_("desk"),
            made_at=self.made_at,
            events=tuple(self._desk_event(one) for one in self.planned),
        )

    def of_volunteer(self, person: Person, *, is_shared: bool) -> ShiftCalendar:
        name = _file_name(person.name.full)
        return ShiftCalendar(
            name=_("Shifts of {name}").format(name=person.name.full),
            file_name=f"{name} {person.id}" if is_shared else name,
            made_at=self.made_at,
            events=tuple(
                self._own_event(one, person.id)
                for one in self.planned
                if person.id in self._ever_on(one)
            ),
        )

    def _ever_on(self, one: PlannedShift) -> Collection[int]:
        made = {each.volunteer_id for each in self.ever[one.shift.id]}
        return made | set(self.published.get(one.shift.id, ()))

    def _own_event(self, one: PlannedShift, volunteer_id: int) -> CalendarEvent:
        place = next((each for each in one.cell.people if each.volunteer_id == volunteer_id), None)
        own = one.hours_of(place) if place else one.shift
        others = [
            each.name
            for each in one.cell.people
            if each is not place and one.hours_of(each).span.meets(own.span)
        ]
        return self._event(
            one,
            own,
            uid=f"shift-{one.shift.id}-volunteer-{volunteer_id}",
            is_cancelled=place is None,
            summary=_("{daypart} at {support_point}").format(
                daypart=one.cell.daypart, support_point=self.support_point.name
            ),
            description=_own_description(place, others),
        )

    def _desk_event(self, one: PlannedShift) -> CalendarEvent:
        names = ", ".join(_with_role(each) for each in one.cell.people)
        present = names or _("nobody yet")
        return self._event(
            one,
            one.shift,
            uid=f"shift-{one.shift.id}",
            is_cancelled=one.shift.is_closed,
            summary=f"{one.cell.daypart}: {present}",
            description=one.shift.closed_because or staffing_word(one.cell),
        )

    def _event(
        self,
        one: PlannedShift,
        hours: Shift,
        *,
        uid: str,
        is_cancelled: bool,
        summary: str,
        description: str,
    ) -> CalendarEvent:
        changed_at = self._changed_at(one)
        status = EventStatus.TENTATIVE if one.is_concept else EventStatus.CONFIRMED
        return CalendarEvent(
            uid=f"{uid}@{self.store_id}",
            sequence=_sequence(changed_at, is_cancelled=is_cancelled),
            status=EventStatus.CANCELLED if is_cancelled else status,
            starts_at=hours.starts_at,
            ends_at=hours.ends_at,
            summary=summary,
            description=description,
            location=_location(self.support_point),
            changed_at=changed_at,
        )

    def _changed_at(self, one: PlannedShift) -> datetime:
        """Return when last something about a shift changed that its events show."""
        moments = [one.shift.changed_at, one.publication and one.publication.published_at]
        for each in self.ever[one.shift.id]:
            moments += [each.made_at, each.ended_at]
        return max((at for at in moments if at), default=_EPOCH)


def _maker(desk: Desk, uow: UnitOfWork, first: date, last: date) -> _Maker:
    planned = planned_shifts(uow, first, last)
    shift_ids = [one.shift.id for one in planned]
    ever: dict[int, list[Assignment]] = defaultdict(list)
    for assignment in uow.roster.assignments(shift_ids):
        ever[assignment.shift_id].append(assignment)
    return _Maker(
        store_id=desk.keys.store_id(),
        support_point=uow.support_point.support_point(),
        made_at=desk.clock.now(),
        planned=planned,
        ever=ever,
        published=uow.roster.ever_published(shift_ids),
    )


def _sequence(changed_at: datetime, *, is_cancelled: bool) -> int:
    """Return the number of an event as it is since a moment; 31 bits last until 2054.

    In the same second a cancellation comes after what it cancels.
    """
    seconds = max(0, (changed_at - _EPOCH) // timedelta(seconds=1))
    return 2 * seconds + is_cancelled


def _own_description(place: OnShift | None, others: Sequence[str]) -> str:
    lines = [_("You are the shift lead.")] if place and place.is_lead else []
    if place and others:
        lines.append(_("Together with {names}.").format(names=", ".join(others).rstrip(".")))
    return "\n".join(lines)


def _with_role(one: OnShift) -> str:
    role = place_words(one)
    return f"{one.name} ({role})" if role else one.name


def _location(support_point: SupportPoint) -> str:
    parts = (support_point.name, support_point.address, support_point.village)
    return ", ".join(part for part in parts if part)
