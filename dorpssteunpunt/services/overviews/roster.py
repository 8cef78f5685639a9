"""The weekly roster as it goes on the wall."""

from collections.abc import Mapping
from datetime import date

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.accounts import Right, Role
from dorpssteunpunt.domain.contact import shown_phone
from dorpssteunpunt.domain.people import Person
from dorpssteunpunt.domain.roster import WeekWithoutShifts
from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.overviews.letterhead import letterhead
from dorpssteunpunt.services.overviews.papers import (
    Contact,
    Hours,
    RosterCell,
    RosterDay,
    RosterName,
    RosterOverview,
    RosterPart,
)
from dorpssteunpunt.services.ports import UnitOfWork
from dorpssteunpunt.services.roster.week_view import (
    DaypartCells,
    OnShift,
    ShiftCell,
    WeekView,
    read_names,
    read_week,
)


def roster_overview(desk: Desk, week: Week) -> RosterOverview:
    """Return the paper of a week, with phone numbers only of those who agreed to that.

    Raises `NotAllowed`, or `WeekWithoutShifts` when there is nothing to print yet.
    """
    with desk.reading(Right.ROSTER) as uow:
        view = read_week(uow, week)
        if not view.rows:
            raise WeekWithoutShifts(week)
        closed = _closed_days(view)
        agreed = {
            person.id: person
            for person, volunteer in uow.people.volunteers()
            if volunteer.roster_phone_agreed and person.phone
        }
        return RosterOverview(
            letterhead=letterhead(uow.support_point.support_point()),
            printed_on=desk.clock.today(),
            days=tuple(RosterDay(day, closed.get(day, "")) for day in view.days),
            parts=tuple(_part(row, closed) for row in view.rows),
            published_on=view.published_at.date() if view.published_at else None,
            when_absent=_when_absent(uow, agreed),
            phones=_phones(view, agreed),
        )


def _closed_days(view: WeekView) -> dict[date, str]:
    """Return the days that are closed altogether for one reason, with that reason."""
    reasons: dict[date, set[str]] = {}
    for cell in view.cells:
        reasons.setdefault(cell.on, set()).add(cell.closed_because)
    return {day: because for day, (because, *others) in reasons.items() if because and not others}


def _part(row: DaypartCells, closed: Mapping[date, str]) -> RosterPart:
    hours = Hours(*row.hours) if row.hours else None
    return RosterPart(row.name, hours, tuple(_cell(cell, closed) for cell in row.cells))


def _cell(cell: ShiftCell | None, closed: Mapping[date, str]) -> RosterCell:
    if cell is None:
        return RosterCell()
    changed_on = cell.since_publication.on if cell.since_publication else None
    if cell.closed_because:
        why = "" if cell.on in closed else cell.closed_because  # of a whole day said above it
        return RosterCell(changed_on=changed_on, remark=why)
    return RosterCell(
        hours=Hours(cell.start, cell.end),
        needed=cell.needed,
        people=tuple(_name(one) for one in cell.people),
        is_structural=cell.is_structural,
        changed_on=changed_on,
    )


def _name(one: OnShift) -> RosterName:
    return RosterName(name=one.name, is_lead=one.is_lead, is_stand_in=one.is_stand_in)


def _phones(view: WeekView, agreed: dict[int, Person]) -> tuple[Contact, ...]:
    """Return the numbers of those on this week's roster who agreed, in order of name."""
    on_the_wall = {one.volunteer_id: one.name for cell in view.cells for one in cell.people}
    return tuple(
        Contact(on_the_wall[who], shown_phone(person.phone))
        for who, person in agreed.items()
        if who in on_the_wall
    )


def _when_absent(uow: UnitOfWork, agreed: dict[int, Person]) -> Contact | None:
    """Return whom to tell: the coordinators, with the numbers that may be on the wall."""
    coordinators = [
        account.person_id
        for account in uow.accounts.accounts()
        if account.active and account.role is Role.COORDINATOR
    ]
    names = read_names(uow, coordinators)
    contacts = [
        Contact(names[who].wall, shown_phone(agreed[who].phone) if who in agreed else "")
        for who in coordinators
    ]
    if len(contacts) == 1:
        return contacts[0]
    told = [", ".join(filter(None, (one.name, one.phone))) for one in contacts]
    return Contact(_(" or ").join(told)) if told else None
