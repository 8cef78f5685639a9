"""The overview of open requests, for the folder at the desk when the computer is off."""

from contextlib import suppress
from enum import Enum

from dorpssteunpunt.base.formats import clock_time
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.accounts import Right
from dorpssteunpunt.domain.contact import shown_phone
from dorpssteunpunt.domain.help_requests import HelpRequest, Urgency
from dorpssteunpunt.domain.people import Person
from dorpssteunpunt.domain.waiting import Standing
from dorpssteunpunt.services.changes import Room
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.faults import DiskFull
from dorpssteunpunt.services.overviews.letterhead import letterhead
from dorpssteunpunt.services.overviews.papers import (
    Hours,
    RequestGroup,
    RequestRow,
    RequestsOverview,
    Tone,
)
from dorpssteunpunt.services.ports import OpenRequest, Today
from dorpssteunpunt.services.words.help_requests import (
    addressed,
    contact_word,
    standing_word,
    state_word,
    urgency_word,
)


class _Group(Enum):
    """What the desk has to do, most pressing first."""

    DUE = 1
    SOUGHT = 2
    MATCHED = 3
    POSTPONED = 4

    @property
    def title(self) -> str:
        return {
            _Group.DUE: _("Today or earlier"),
            _Group.SOUGHT: _("Volunteer sought"),
            _Group.MATCHED: _("Somebody goes"),
            _Group.POSTPONED: _("Waits for a later day"),
        }[self]


def requests_overview(desk: Desk) -> RequestsOverview:
    """Return every open request, what presses first; that it was made is noted."""
    with desk.reading(Right.HELP_REQUESTS) as uow:
        support_point = uow.support_point.support_point()
        today = Today(desk.clock.today(), support_point.waiting_too_long_days)
        found = uow.help_requests.open_requests(today)
    # On a full disk paper is what the desk falls back on, though nothing can be noted.
    with suppress(DiskFull), desk.writing(Right.HELP_REQUESTS) as uow:
        desk.note(uow, "overview made", Room.HELP_REQUESTS)
    groups: dict[_Group, list[RequestRow]] = {group: [] for group in _Group}
    for one in found:
        groups[_group(one, today)].append(request_row(one, today))
    return RequestsOverview(
        letterhead=letterhead(support_point),
        printed_on=today.day,
        groups=tuple(RequestGroup(group.title, tuple(rows)) for group, rows in groups.items()),
    )


def _group(one: OpenRequest, today: Today) -> _Group:
    if one.request.due_on <= today.day:
        return _Group.DUE
    if one.standing is Standing.POSTPONED:
        return _Group.POSTPONED
    return _Group.MATCHED if one.volunteer else _Group.SOUGHT


def request_row(one: OpenRequest, today: Today) -> RequestRow:
    """Return an open request as it stands on paper."""
    request, requester, volunteer = one.request, one.requester, one.volunteer
    return RequestRow(
        number=request.id,
        kind=one.kind,
        state=_state(one, today),
        what=request.what,
        requester=addressed(requester.name, requester.salutation),
        waiting_since=request.recorded_at.date(),
        street=requester.street,
        phone=_phone(requester),
        contact=_contact(request),
        place=request.place,
        needed_on=request.needed_on,
        needed_before=request.needed_before,
        hours=Hours(request.start, request.end) if request.start and request.end else None,
        when_note=_when_note(request),
        urgency="" if request.urgency is Urgency.NORMAL else urgency_word(request.urgency),
        tone=_tone(one),
        volunteer=volunteer.name.full if volunteer else "",
        volunteer_phone=_phone(volunteer) if volunteer else "",
        follow_up_on=request.follow_up_on,
        waits_until=request.waiting_until,
    )


def _state(one: OpenRequest, today: Today) -> str:
    """Return the state; who has a request stands in a column of its own."""
    if one.volunteer:
        return state_word(one.request.state)
    return standing_word(one.standing, one.request, None, today.day)


def _tone(one: OpenRequest) -> Tone:
    if one.request.urgency is Urgency.URGENT:
        return Tone.URGENT
    pressing = one.request.urgency is Urgency.SOON or one.standing is Standing.TOO_LONG
    return Tone.ATTENTION if pressing else Tone.CALM


def _contact(request: HelpRequest) -> str:
    parts = (contact_word(request.contact_preference), request.contact_note)
    return " · ".join(part for part in parts if part)


def _when_note(request: HelpRequest) -> str:
    """Return what belongs to the date: a start without an end, and what was written."""
    start = clock_time(request.start) if request.start and not request.end else ""
    return " · ".join(part for part in (start, request.when_note) if part)


def _phone(person: Person) -> str:
    return shown_phone(person.phone) if person.phone else ""
