"""The weekly roster as it goes on the wall."""

from collections.abc import Mapping
from datetime import date

from dorpssteunpunt.domain.accounts import Right
from dorpssteunpunt.domain.roster import WeekWithoutShifts
from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.overviews.agreed import agreed_phones, whom_to_tell
from dorpssteunpunt.services.overviews.letterhead import letterhead
from dorpssteunpunt.services.overviews.papers import (
    Contact,
    Hours,
    RosterCell,
    RosterDay,
    RosterLook,
    RosterName,
    RosterOverview,
    RosterPart,
    RosterWeeks,
)
from dorpssteunpunt.services.ports import UnitOfWork
from dorpssteunpunt.services.roster.cells import OnShift, ShiftCell
from dorpssteunpunt.services.roster.days import DayNote
from dorpssteunpunt.services.roster.week_view import DaypartCells, WeekView, read_week
from dorpssteunpunt.services.words.roster import lack_words

_ORDINARY = RosterLook()


def roster_overview(desk: Desk, week: Week, look: RosterLook = _ORDINARY) -> RosterOverview:
    """Return the paper of a week, with phone numbers only of those who agreed to that.

    Raises `NotAllowed`, or `WeekWithoutShifts` when there is nothing to print yet.
    """
    with desk.reading(Right.ROSTER) as uow:
        return _week(desk, uow, week, look)


def roster_weeks(desk: Desk, first: Week, count: int, look: RosterLook = _ORDINARY) -> RosterWeeks:
    """Return so many weeks in a row on one paper.

    Raises `NotAllowed`, or `WeekWithoutShifts` for the first week without any.
    """
    with desk.reading(Right.ROSTER) as uow:
        weeks = [_week(desk, uow, first, look)]
        while len(weeks) < count:
            first = first.next()
            weeks.append(_week(desk, uow, first, look))
    return RosterWeeks(
        letterhead=weeks[0].letterhead, printed_on=weeks[0].printed_on, weeks=tuple(weeks)
    )


def _week(desk: Desk, uow: UnitOfWork, week: Week, look: RosterLook) -> RosterOverview:
    view = read_week(uow, week)
    if not view.rows:
        raise WeekWithoutShifts(week)
    closed = closed_all_day(view)
    return RosterOverview(
        letterhead=letterhead(uow.support_point.support_point()),
        printed_on=desk.clock.today(),
        days=tuple(wall_day(view, day, closed) for day in view.days),
        parts=tuple(_part(row, closed) for row in view.rows),
        published_on=view.published_at.date() if view.published_at else None,
        when_absent=whom_to_tell(uow),
        phones=_phones(view, agreed_phones(uow)),
        look=look,
    )


def wall_day(view: WeekView, day: date, closed: Mapping[date, str]) -> RosterDay:
    """Return a day as it stands above its column, with what is special about it."""
    note = view.notes.get(day, DayNote())
    why = closed.get(day, "")
    said = (note.special, why if why not in note.special else "")
    return RosterDay(day, " · ".join(filter(None, said)), note.school)


def closed_all_day(view: WeekView) -> dict[date, str]:
    """Return the days that are closed altogether for one reason, with that reason."""
    reasons: dict[date, set[str]] = {}
    for cell in view.cells:
        reasons.setdefault(cell.on, set()).add(cell.closed_because)
    return {day: because for day, (because, *others) in reasons.items() if because and not others}


def _part(row: DaypartCells, closed: Mapping[date, str]) -> RosterPart:
    return RosterPart(
        row.name, usual_hours(row), tuple(wall_cell(cell, closed) for cell in row.cells)
    )


def usual_hours(row: DaypartCells) -> Hours | None:
    """Return the hours that most shifts of this day part keep in its week."""
    return Hours(*row.hours) if row.hours else None


def wall_cell(cell: ShiftCell | None, closed: Mapping[date, str] | None = None) -> RosterCell:
    """Return a shift as it stands on the wall; no shift is closed.

    A closed one says why, unless its whole day is closed and the paper says so above it.
    """
    if cell is None:
        return RosterCell()
    changed_on = cell.since_publication.on if cell.since_publication else None
    if cell.closed_because:
        why = "" if cell.on in (closed or {}) else cell.closed_because
        return RosterCell(changed_on=changed_on, remark=why)
    return RosterCell(
        hours=Hours(cell.start, cell.end),
        needed=cell.needed,
        people=tuple(_name(one) for one in cell.people),
        is_structural=cell.is_structural,
        lacks=lack_words(cell),
        changed_on=changed_on,
    )


def _name(one: OnShift) -> RosterName:
    return RosterName(
        name=one.name,
        is_lead=one.is_lead,
        is_stand_in=one.is_stand_in,
        hours=Hours(one.part.start, one.part.end) if one.part else None,
    )


def _phones(view: WeekView, agreed: Mapping[int, str]) -> tuple[Contact, ...]:
    """Return the numbers of those on this week's roster who agreed, in order of name."""
    on_the_wall = {one.volunteer_id: one.name for cell in view.cells for one in cell.people}
    return tuple(
        Contact(on_the_wall[who], phone) for who, phone in agreed.items() if who in on_the_wall
    )
