"""Calendars as another library reads them."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import vobject

from dorpssteunpunt.base.clock import ZONE
from dorpssteunpunt.files.writer import OfficeFileWriter
from dorpssteunpunt.services.exports.records import CalendarEvent, EventStatus, ShiftCalendar

WRITER = OfficeFileWriter()
EVENT = CalendarEvent(
    uid="shift-12-volunteer-7@linde",
    sequence=433483200,
    status=EventStatus.CONFIRMED,
    starts_at=datetime(2026, 11, 27, 9, 0, tzinfo=ZONE),
    ends_at=datetime(2026, 11, 27, 12, 30, tzinfo=ZONE),
    summary="Ochtend bij De Linde",
    description="Samen met Đorđe P., Zoë K.",
    location="De Linde, Kerkplein 3, Heusden",
    changed_at=datetime(2026, 11, 20, 14, 0, tzinfo=UTC),
)
CALENDAR = ShiftCalendar(
    name="Diensten van Els Smeets",
    file_name="Els Smeets",
    made_at=datetime(2026, 11, 23, 9, 30, tzinfo=ZONE),
    events=(EVENT,),
)


def read(calendar: ShiftCalendar) -> Any:
    return vobject.readOne(WRITER.write(calendar).decode("utf-8"))


def written(*events: CalendarEvent) -> list[Any]:
    return list(read(replace(CALENDAR, events=events)).vevent_list)


def at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZONE)


def test_another_library_reads_the_event_back() -> None:
    (event,) = written(EVENT)
    assert event.uid.value == EVENT.uid
    assert int(event.sequence.value) == EVENT.sequence
    assert event.status.value == "CONFIRMED"
    assert event.dtstart.value == EVENT.starts_at
    assert event.dtend.value == EVENT.ends_at
    assert event.summary.value == EVENT.summary
    assert event.location.value == EVENT.location
    assert event.description.value == EVENT.description


def test_a_calendar_says_whose_it_is() -> None:
    calendar = read(CALENDAR)
    assert calendar.x_wr_calname.value == "Diensten van Els Smeets"
    assert calendar.method.value == "PUBLISH"


def test_a_cancellation_is_written_as_one() -> None:
    (event,) = written(replace(EVENT, status=EventStatus.CANCELLED, sequence=EVENT.sequence + 1))
    assert event.status.value == "CANCELLED"
    assert int(event.sequence.value) == EVENT.sequence + 1


@pytest.mark.parametrize(
    ("day", "hours"),
    [
        (date(2026, 10, 25), 5),  # the clock goes back at three
        (date(2027, 3, 28), 3),  # and forward at two
        (date(2026, 12, 31), 4),
    ],
)
def test_a_shift_across_a_clock_change_has_its_real_length(day: date, hours: int) -> None:
    (event,) = written(replace(EVENT, starts_at=at(day, 1), ends_at=at(day, 5)))
    start, end = event.dtstart.value, event.dtend.value
    assert (start.hour, end.hour) == (1, 5)
    assert end.astimezone(UTC) - start.astimezone(UTC) == timedelta(hours=hours)


def test_the_zone_in_the_file_is_the_clock_of_the_village() -> None:
    """The file carries its own clock changes; they agree with those of the system, hour by hour."""
    zone = read(CALENDAR).vtimezone.gettzinfo()
    for year in range(2024, 2038):
        for month, first, last in ((1, 1, 2), (3, 24, 31), (7, 1, 2), (10, 24, 31)):
            hour = datetime(year, month, first, 0, 30, tzinfo=UTC)
            while hour.day <= last and hour.month == month:
                local = hour.astimezone(ZONE)
                naive = local.replace(tzinfo=None, fold=0)
                is_certain = local.fold == 0 and naive.replace(tzinfo=ZONE) == naive.replace(
                    tzinfo=ZONE, fold=1
                )
                if is_certain:
                    assert zone.utcoffset(naive) == local.utcoffset(), local
                hour += timedelta(hours=1)


def test_text_with_every_sign_of_the_format_comes_back_whole() -> None:
    summary = 'Ochtend; \\ met , komma\'s: "aanhaling" – ' + "é" * 200
    description = "Eerste regel\nTweede; regel, met\\schuine streep\nDEND:VEVENT"
    (event,) = written(replace(EVENT, summary=summary, description=description))
    assert event.summary.value == summary
    assert event.description.value == description


def test_lines_are_folded_at_75_bytes() -> None:
    content = WRITER.write(replace(CALENDAR, events=(replace(EVENT, summary="é" * 200),)))
    assert max(len(line) for line in content.split(b"\r\n")) <= 75


def test_a_calendar_without_shifts_is_a_calendar() -> None:
    calendar = read(replace(CALENDAR, events=()))
    assert calendar.name == "VCALENDAR"
    assert "vevent" not in calendar.contents


def test_the_same_calendar_gives_the_same_bytes() -> None:
    assert WRITER.write(CALENDAR) == OfficeFileWriter().write(CALENDAR)
