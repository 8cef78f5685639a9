"""The table of school holidays, which only shows: nobody is open or closed by it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dorpssteunpunt.domain.accounts import Right
from dorpssteunpunt.domain.holidays import SchoolHoliday, SchoolRegion
from dorpssteunpunt.domain.official_days import published_school_holidays
from dorpssteunpunt.domain.support_point import NameNeeded
from dorpssteunpunt.services.changes import Changed, Room, changed
from dorpssteunpunt.services.desk import Desk


@dataclass(frozen=True, slots=True)
class SchoolTable:
    """The region of the village, if it chose one, and the school holidays that are not over."""

    region: SchoolRegion | None
    holidays: Sequence[SchoolHoliday]


def school_table(desk: Desk) -> SchoolTable:
    """Return the school holidays from today on; raises `NotAllowed`."""
    with desk.reading(Right.ROSTER) as uow:
        region = uow.support_point.support_point().school_region
        holidays = uow.holidays.school_holidays()
    today = desk.clock.today()
    return SchoolTable(region, [one for one in holidays if one.last >= today])


def take_over_school_holidays(desk: Desk, region: SchoolRegion) -> Changed:
    """Choose the region and put what the ministry published in place of all that is not over.

    Raises `NotAllowed`.
    """
    with desk.writing(Right.SETTINGS) as uow:
        today = desk.clock.today()
        mine = uow.support_point.support_point()
        uow.support_point.save(replace(mine, school_region=region))
        coming = [one.id for one in uow.holidays.school_holidays() if one.last >= today]
        uow.holidays.remove_school_holidays(coming)
        for holiday in published_school_holidays(region, today):
            uow.holidays.save_school_holiday(holiday)
        desk.note(uow, "school holidays taken over", Room.SETTINGS)
    return changed(Room.SETTINGS, Room.ROSTER)


def save_school_holiday(desk: Desk, holiday: SchoolHoliday) -> Changed:
    """Add or change a school holiday; raises `NotAllowed` or `NameNeeded`."""
    if not holiday.name.strip():
        raise NameNeeded("name")
    with desk.writing(Right.SETTINGS) as uow:
        holiday_id = uow.holidays.save_school_holiday(holiday)
        desk.note(uow, "school holiday changed", Room.SETTINGS, holiday_id)
    return changed(Room.SETTINGS, Room.ROSTER, subject=holiday_id)


def remove_school_holiday(desk: Desk, holiday_id: int) -> Changed:
    """Take a school holiday out of the table; raises `NotAllowed`."""
    with desk.writing(Right.SETTINGS) as uow:
        uow.holidays.remove_school_holidays([holiday_id])
        desk.note(uow, "school holiday removed", Room.SETTINGS, holiday_id)
    return changed(Room.SETTINGS, Room.ROSTER)
