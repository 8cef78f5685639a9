"""The weekly roster as it goes on the wall."""

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
        agreed = {
            person.id: person
            for person, volunteer in uow.people.volunteers()
            if volunteer.roster_phone_agreed and person.phone
        }
        return RosterOverview(
            letterhead=letterhead(uow.support_point.support_point()),
            printed_on=desk.clock.today(),
            days=tuple(RosterDay(day) for day in view.days),
            parts=tuple(_part(row) for row in view.rows),
            published_on=view.published_at.date() if view.published_at else None,
            when_absent=_when_absent(uow, agreed),
            phones=_phones(view, agreed),
        )


def _part(row: DaypartCells) -> RosterPart:
    hours = Hours(*row.hours) if row.hours else None
    return RosterPart(row.name, hours, tuple(_cell(cell) for cell in row.cells))


def _cell(cell: ShiftCell | None) -> RosterCell:
    if cell is None:
        return RosterCell()
    return RosterCell(
        hours=Hours(cell.start, cell.end),
        needed=cell.needed,
        people=tuple(_name(one) for one in cell.people),
        changed_on=cell.since_publication.on if cell.since_publication else None,
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
