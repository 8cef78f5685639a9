"""The own shifts of volunteers, a page for each, to take home."""

from collections.abc import Sequence
from datetime import date

from dorpssteunpunt.domain.accounts import Right
from dorpssteunpunt.domain.people import Person
from dorpssteunpunt.domain.periods import check_period
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.overviews.agreed import whom_to_tell
from dorpssteunpunt.services.overviews.letterhead import letterhead
from dorpssteunpunt.services.overviews.papers import (
    Hours,
    LostShift,
    OwnShift,
    PersonalOverview,
    PersonalRoster,
    RosterName,
)
from dorpssteunpunt.services.roster.cells import OnShift
from dorpssteunpunt.services.roster.own_shifts import OwnShift as Own
from dorpssteunpunt.services.roster.own_shifts import read_own
from dorpssteunpunt.services.roster.spans import PlannedShift, planned_shifts
from dorpssteunpunt.services.roster.volunteers import chosen_volunteers


def personal_overview(desk: Desk, first: date, last: date, volunteer: str = "") -> PersonalOverview:
    """Return the shifts of one volunteer, or of every active one, from `first` to `last`.

    The volunteer is named or given by number. Raises `NotAllowed`, `BackwardPeriod`,
    `VolunteerUnknown` or `SeveralVolunteers`.
    """
    check_period(first, last)
    with desk.reading(Right.ROSTER) as uow:
        meant = chosen_volunteers(uow, volunteer, first, last)
        planned = planned_shifts(uow, first, last)
        ahead = read_own(desk, uow, first, last)
        return PersonalOverview(
            letterhead=letterhead(uow.support_point.support_point()),
            printed_on=desk.clock.today(),
            first=first,
            last=last,
            rosters=tuple(
                _roster(person, planned, ahead.get(person.id, ())) for person, _offer in meant
            ),
            when_absent=whom_to_tell(uow),
        )


def _roster(
    person: Person, planned: Sequence[PlannedShift], ahead: Sequence[Own]
) -> PersonalRoster:
    own = (
        _own(one, place)
        for one in planned
        for place in one.cell.people
        if place.volunteer_id == person.id
    )
    lost = (
        LostShift(one.on, one.daypart, Hours(one.start, one.end), one.lost_because)
        for one in ahead
        if one.lost_because
    )
    return PersonalRoster(person.name.full, tuple(own), tuple(lost))


def _own(one: PlannedShift, place: OnShift) -> OwnShift:
    cell, own = one.cell, one.hours_of(place)
    return OwnShift(
        day=cell.on,
        daypart=cell.daypart,
        hours=Hours(own.start, own.end),
        length=own.length,
        together_with=tuple(
            RosterName(name=other.name, is_lead=other.is_lead, is_stand_in=other.is_stand_in)
            for other in cell.people
            if other is not place and one.hours_of(other).span.meets(own.span)
        ),
        is_lead=place.is_lead,
        is_stand_in=place.is_stand_in,
        is_concept=one.is_concept,
        changed_on=cell.since_publication.on if cell.since_publication else None,
    )
