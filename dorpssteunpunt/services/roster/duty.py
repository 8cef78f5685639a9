"""Who is on duty now and next, and which shifts still need somebody."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from dorpssteunpunt.domain.accounts import Right
from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.roster.cells import ShiftCell, read_cells

_LOOK_AHEAD = timedelta(days=14)
"""Beyond two weeks the next shift is no news for whoever stands at the desk."""


@dataclass(frozen=True, slots=True)
class OnDuty:
    """The shifts that are going on, and those that start next, on whichever day that is.

    `to_note` are those of earlier today of which it is not noted who was there.
    """

    now: tuple[ShiftCell, ...]
    next: tuple[ShiftCell, ...]
    to_note: tuple[ShiftCell, ...] = ()


def on_duty(desk: Desk, now: datetime) -> OnDuty:
    """Return who is on duty at an aware moment and who comes next; raises `NotAllowed`."""
    today = now.astimezone(desk.clock.now().tzinfo).date()
    with desk.reading(Right.ROSTER) as uow:
        shifts = [
            shift for shift in uow.roster.shifts(today, today + _LOOK_AHEAD) if not shift.is_closed
        ]
        over = [shift for shift in shifts if shift.ends_at <= now]
        ahead = [shift for shift in shifts if shift.ends_at > now]
        current = [shift for shift in ahead if shift.starts_at <= now]
        coming = [shift for shift in ahead if shift.starts_at > now]
        first = [shift for shift in coming if shift.starts_at == coming[0].starts_at]
        cells = {
            cell.shift_id: cell for cell in read_cells(uow, [*over, *current, *first], now=now)
        }
    return OnDuty(
        now=tuple(cells[shift.id] for shift in current),
        next=tuple(cells[shift.id] for shift in first),
        to_note=tuple(cells[shift.id] for shift in over if cells[shift.id].is_to_note),
    )


def gaps(desk: Desk, week: Week) -> tuple[ShiftCell, ...]:
    """Return the shifts of a week that are not over and need somebody; raises `NotAllowed`."""
    now = desk.clock.now()
    with desk.reading(Right.ROSTER) as uow:
        shifts = uow.roster.shifts(week.monday, week.sunday)
        cells = read_cells(uow, [shift for shift in shifts if shift.ends_at > now])
    return tuple(cell for cell in cells if cell.is_short)
