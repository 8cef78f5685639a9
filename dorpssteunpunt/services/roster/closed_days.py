"""Which days the desk is closed as a rule, and what a change of that means for coming shifts."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dorpssteunpunt.base.errors import Refusal
from dorpssteunpunt.domain.accounts import Right
from dorpssteunpunt.domain.closing import Switch, switches
from dorpssteunpunt.domain.holidays import ClosedPeriod, PublicHoliday
from dorpssteunpunt.domain.official_days import public_holidays
from dorpssteunpunt.domain.roster import ReasonMissing, Shift
from dorpssteunpunt.services.changes import Changed, Room, changed
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.ports import UnitOfWork
from dorpssteunpunt.services.roster.closing import open_again, shut
from dorpssteunpunt.services.roster.days import closed_days
from dorpssteunpunt.services.roster.keeping import told
from dorpssteunpunt.services.roster.naming import read_names, read_place_names


@dataclass(frozen=True, slots=True)
class HolidayLine:
    """A public holiday in a year, and whether the desk is open then."""

    on: date
    holiday: PublicHoliday
    is_open: bool


@dataclass(frozen=True, slots=True)
class ClosedDays:
    """The public holidays of a year, and the periods in which the village closes by itself."""

    year: int
    holidays: Sequence[HolidayLine]
    periods: Sequence[ClosedPeriod]


@dataclass(frozen=True, slots=True)
class TouchedShift:
    """A coming shift that a change closes or opens, and who would come off it."""

    switch: Switch
    daypart: str
    people: tuple[str, ...]


class ShiftsTouched(Refusal):
    """The change touches coming shifts, and it was not said of all of them that it may."""

    def __init__(self, touched: tuple[TouchedShift, ...]) -> None:
        super().__init__(touched)
        self.touched = touched


def closed_days_of(desk: Desk, year: int) -> ClosedDays:
    """Return when the desk is closed in a year; periods that are over are left out."""
    with desk.reading(Right.ROSTER) as uow:
        rules = uow.holidays.rules()
    lines = [
        HolidayLine(day, holiday, rules.is_open(holiday))
        for day, holidays in public_holidays(year).items()
        for holiday in holidays
    ]
    today = desk.clock.today()
    return ClosedDays(year, lines, [one for one in rules.periods if one.last >= today])


def choose_holiday(
    desk: Desk, holiday: PublicHoliday, *, is_open: bool, agreed: Collection[int] = ()
) -> Changed:
    """Let the desk be open or closed on a public holiday, every year from now on.

    Coming shifts that were made already follow once it was agreed to, by their ids: until then
    this raises `ShiftsTouched`. Who is on one that closes comes off it, with the name of the
    holiday as the reason. What is past, and what was decided for one shift, stays. Raises
    `NotAllowed` too.
    """
    with desk.writing(Right.PLAN_ROSTER) as uow:
        coming = _coming(desk, uow)
        was = _closed(uow, coming)
        uow.holidays.choose(holiday, is_open)
        desk.note(uow, "public holiday chosen", Room.SETTINGS)
        _follow(desk, uow, coming, was, agreed)
    return changed(Room.SETTINGS, Room.ROSTER)


def save_closed_period(
    desk: Desk,
    period: ClosedPeriod,
    *,
    agreed: Collection[int] = (),
    numbers_are_fine: bool = False,
) -> Changed:
    """Add or change a period in which the desk is closed; shifts follow as in `choose_holiday`.

    Raises `NotAllowed`, `ReasonMissing`, `ShiftsTouched`, or `CitizenServiceNumberSeen` unless
    somebody looked.
    """
    period = replace(period, reason=told(period.reason, numbers_are_fine))
    if not period.reason:
        raise ReasonMissing
    with desk.writing(Right.PLAN_ROSTER) as uow:
        coming = _coming(desk, uow)
        was = _closed(uow, coming)
        period_id = uow.holidays.save_closed_period(period)
        desk.note(uow, "closed period changed", Room.SETTINGS, period_id)
        _follow(desk, uow, coming, was, agreed)
    return changed(Room.SETTINGS, Room.ROSTER, subject=period_id)


def remove_closed_period(desk: Desk, period_id: int, *, agreed: Collection[int] = ()) -> Changed:
    """Be open in a period after all; shifts follow as in `choose_holiday`.

    Raises `NotAllowed` or `ShiftsTouched`.
    """
    with desk.writing(Right.PLAN_ROSTER) as uow:
        coming = _coming(desk, uow)
        was = _closed(uow, coming)
        uow.holidays.remove_closed_period(period_id)
        desk.note(uow, "closed period removed", Room.SETTINGS, period_id)
        _follow(desk, uow, coming, was, agreed)
    return changed(Room.SETTINGS, Room.ROSTER)


def _coming(desk: Desk, uow: UnitOfWork) -> Sequence[Shift]:
    now = desk.clock.now()
    shifts = uow.roster.shifts(desk.clock.today(), date.max)
    return [shift for shift in shifts if shift.starts_at > now]


def _closed(uow: UnitOfWork, shifts: Sequence[Shift]) -> Mapping[date, str]:
    return closed_days(uow.holidays.rules(), {shift.on for shift in shifts})


def _follow(
    desk: Desk,
    uow: UnitOfWork,
    coming: Sequence[Shift],
    was: Mapping[date, str],
    agreed: Collection[int],
) -> None:
    """Close and open shifts as the rules now say; raises `ShiftsTouched` before that."""
    following = switches(coming, was, _closed(uow, coming))
    if not {switch.shift.id for switch in following} <= set(agreed):
        raise ShiftsTouched(_touched(uow, following))
    for because in dict.fromkeys(switch.because for switch in following):
        shift_ids = [switch.shift.id for switch in following if switch.because == because]
        if because:
            shut(desk, uow, shift_ids, because)
        else:
            open_again(desk, uow, shift_ids)


def _touched(uow: UnitOfWork, following: Sequence[Switch]) -> tuple[TouchedShift, ...]:
    places = read_place_names(uow)
    present = [
        one
        for one in uow.roster.assignments([switch.shift.id for switch in following])
        if one.is_active
    ]
    names = read_names(uow, {one.volunteer_id for one in present})
    people: dict[int, list[str]] = defaultdict(list)
    for one in present:
        people[one.shift_id].append(names[one.volunteer_id].full)
    return tuple(
        TouchedShift(
            one,
            places.of(one.shift.daypart_id, one.shift.counter_id),
            tuple(people[one.shift.id]),
        )
        for one in following
    )
