"""The roster of a period as tables for a spreadsheet."""

from collections.abc import Iterator
from datetime import date

from dorpssteunpunt.base.formats import date_range, weekday_name
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.accounts import Right
from dorpssteunpunt.domain.periods import check_period
from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.services.changes import Room
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.exports.records import PlaceLine, RosterTable, ShiftLine
from dorpssteunpunt.services.roster.spans import PlannedShift, planned_shifts
from dorpssteunpunt.services.words.roster import place_words


def roster_table(desk: Desk, first: date, last: date) -> RosterTable:
    """Return the shifts from `first` to `last` and who is on them; that is noted.

    Raises `NotAllowed` or `BackwardPeriod`.
    """
    check_period(first, last)
    with desk.writing(Right.EXPORT) as uow:
        planned = planned_shifts(uow, first, last)
        desk.note(uow, "roster exported", Room.ROSTER)
        support_point = uow.support_point.support_point()
    return RosterTable(
        title=_("Roster {days}").format(days=date_range(first, last)),
        author=support_point.name,
        made_at=desk.clock.now(),
        shifts=tuple(map(_shift, planned)),
        places=tuple(place for one in planned for place in _places(one)),
    )


def _shift(one: PlannedShift) -> ShiftLine:
    shift, people = one.shift, one.cell.people
    return ShiftLine(
        week=str(Week.of(shift.on)),
        day=shift.on,
        weekday=weekday_name(shift.on),
        daypart=one.cell.daypart,
        start=shift.start,
        end=shift.end,
        length=shift.length,
        needed=0 if shift.is_closed else shift.needed,
        lead=next((each.full_name for each in people if each.is_lead), ""),
        people=tuple(each.full_name for each in people),
        present=one.cell.present,
        state=_state(one),
    )


def _places(one: PlannedShift) -> Iterator[PlaceLine]:
    for each in one.cell.people:
        own = one.hours_of(each)
        yield PlaceLine(
            name=each.full_name,
            week=str(Week.of(one.shift.on)),
            day=one.shift.on,
            daypart=one.cell.daypart,
            start=own.start,
            end=own.end,
            length=own.length,
            role=place_words(each),
            state=_state(one),
        )


def _state(one: PlannedShift) -> str:
    if one.shift.is_closed:
        return _("closed: {reason}").format(reason=one.shift.closed_because)
    return _("concept") if one.is_concept else _("published")
