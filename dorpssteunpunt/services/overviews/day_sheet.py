"""The sheet of one day, for the desk only: who is there, how to reach them, what is asked."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import date

from dorpssteunpunt.domain.accounts import Right
from dorpssteunpunt.domain.contact import shown_phone
from dorpssteunpunt.domain.people import Person
from dorpssteunpunt.services.changes import Room
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.faults import DiskFull
from dorpssteunpunt.services.overviews.letterhead import letterhead
from dorpssteunpunt.services.overviews.papers import (
    AbsentPerson,
    DaySheet,
    DutyPerson,
    DutyShift,
    Hours,
)
from dorpssteunpunt.services.overviews.requests import request_row
from dorpssteunpunt.services.ports import OpenRequest, Today
from dorpssteunpunt.services.roster.cells import ShiftCell, read_cells
from dorpssteunpunt.services.roster.days import DayNote, day_notes
from dorpssteunpunt.services.words.roster import lack_words


def day_sheet(desk: Desk, day: date) -> DaySheet:
    """Return the shifts of a day and the open requests that are about it; that is noted.

    The sheet of today also has the requests whose day has gone by. Raises `NotAllowed`.
    """
    desk.require(Right.CONTACT_DATA)
    desk.require(Right.ROSTER)
    with desk.reading(Right.HELP_REQUESTS) as uow:
        support_point = uow.support_point.support_point()
        today = Today(desk.clock.today(), support_point.waiting_too_long_days)
        cells = read_cells(uow, uow.roster.shifts(day, day))
        people = uow.people.persons({one.volunteer_id for cell in cells for one in cell.people})
        requests = uow.help_requests.open_requests(today)
        note = day_notes(uow, [day]).get(day, DayNote())
    # On a full disk paper is what the desk falls back on, though nothing can be noted.
    with suppress(DiskFull), desk.writing(Right.HELP_REQUESTS) as uow:
        desk.note(uow, "day sheet made", Room.HELP_REQUESTS)
    return DaySheet(
        letterhead=letterhead(support_point),
        printed_on=today.day,
        day=day,
        shifts=tuple(_shift(cell, people) for cell in cells),
        requests=tuple(request_row(one, today) for one in requests if _is_about(one, day)),
        overdue=tuple(
            request_row(one, today)
            for one in requests
            if day == today.day and one.request.due_on < day and not _is_about(one, day)
        ),
        remark=note.words,
    )


def _is_about(one: OpenRequest, day: date) -> bool:
    request = one.request
    return day in (request.needed_on, request.needed_before, request.follow_up_on, request.due_on)


def _shift(cell: ShiftCell, people: Mapping[int, Person]) -> DutyShift:
    return DutyShift(
        daypart=cell.daypart,
        hours=Hours(cell.start, cell.end),
        needed=0 if cell.closed_because else cell.needed,
        people=tuple(
            DutyPerson(
                name=one.full_name,
                phone=_phone(people[one.volunteer_id]),
                is_lead=one.is_lead,
                is_stand_in=one.is_stand_in,
                hours=Hours(one.part.start, one.part.end) if one.part else None,
            )
            for one in cell.people
        ),
        absent=tuple(AbsentPerson(one.name, one.reason) for one in cell.absences),
        lacks_lead=cell.lacks_lead,
        lacks=lack_words(cell),
        closed_because=cell.closed_because,
    )


def _phone(person: Person) -> str:
    numbers = filter(None, (person.phone, person.second_phone))
    return " / ".join(shown_phone(number) for number in numbers)
