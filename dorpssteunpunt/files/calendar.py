"""A calendar of shifts as an iCalendar file (RFC 5545)."""

from datetime import UTC, datetime
from typing import Final

from icalendar import Calendar, Event, Timezone

from dorpssteunpunt.services.exports.records import CalendarEvent, ShiftCalendar

_PRODUCT: Final = "-//Dorpssteunpunt//Dorpssteunpunt//NL"
# The clock of the village with its changes, as they are since 1996 (directive 2000/84/EC). Written
# out: the library derives a zone for some years only, with its summers an hour late.
_AMSTERDAM: Final = """\
BEGIN:VTIMEZONE
TZID:Europe/Amsterdam
BEGIN:DAYLIGHT
TZNAME:CEST
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
BEGIN:STANDARD
TZNAME:CET
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
"""


def calendar_file(calendar: ShiftCalendar) -> bytes:
    """Return the calendar as a file that programs import; the same bytes for the same calendar."""
    file = Calendar()
    file.add("prodid", _PRODUCT)
    file.add("version", "2.0")
    file.add("calscale", "GREGORIAN")
    file.add("method", "PUBLISH")
    file.add("x-wr-calname", calendar.name)
    file.add_component(Timezone.from_ical(_AMSTERDAM))
    for event in calendar.events:
        file.add_component(_event(event, calendar.made_at))
    return bytes(file.to_ical())


def _event(event: CalendarEvent, made_at: datetime) -> Event:
    component = Event()
    component.add("uid", event.uid)
    component.add("dtstamp", made_at.astimezone(UTC))
    component.add("dtstart", event.starts_at)
    component.add("dtend", event.ends_at)
    component.add("sequence", event.sequence)
    component.add("status", event.status.value)
    component.add("last-modified", event.changed_at.astimezone(UTC))
    component.add("summary", event.summary)
    component.add("location", event.location)
    if event.description:
        component.add("description", event.description)
    return component
