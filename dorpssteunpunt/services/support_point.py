"""The support point's own settings and lists, as the coordinator keeps them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dorpssteunpunt.domain.accounts import Right
from dorpssteunpunt.domain.counters import FIRST_COUNTER, Counter, CounterInUse
from dorpssteunpunt.domain.dayparts import Daypart
from dorpssteunpunt.domain.support_point import (
    Boundary,
    EmergencyNumber,
    HelpKind,
    NameNeeded,
    Skill,
    SupportPoint,
)
from dorpssteunpunt.domain.template import OpeningSlot
from dorpssteunpunt.domain.waiting import with_due_date
from dorpssteunpunt.services.changes import Changed, Room, changed
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.ports import Today, UnitOfWork


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything a support point decides for itself."""

    support_point: SupportPoint
    kinds: Sequence[HelpKind]
    skills: Sequence[Skill]
    boundaries: Sequence[Boundary]
    dayparts: Sequence[Daypart]
    counters: Sequence[Counter]
    week_template: Sequence[OpeningSlot]
    emergency_numbers: Sequence[EmergencyNumber]


def settings(desk: Desk) -> Settings:
    """Return all settings; every role may see how its own support point works."""
    with desk.store.reading() as uow:
        mine = uow.support_point
        return Settings(
            mine.support_point(),
            mine.kinds(),
            mine.skills(),
            mine.boundaries(),
            mine.dayparts(),
            mine.counters(),
            mine.week_template(),
            mine.emergency_numbers(),
        )


def change_support_point(desk: Desk, support_point: SupportPoint) -> Changed:
    """Set name, address and limits; raises `NameNeeded`. A demo stays a demo.

    The due dates of open requests follow when the village gets more or less patient.
    """
    if not support_point.name.strip():
        raise NameNeeded("name")
    if not support_point.village.strip():
        raise NameNeeded("village")
    with desk.writing(Right.SETTINGS) as uow:
        was = uow.support_point.support_point()
        uow.support_point.save(replace(support_point, is_demo=was.is_demo))
        if support_point.waiting_too_long_days != was.waiting_too_long_days:
            _set_due_dates(uow, Today(desk.clock.today(), support_point.waiting_too_long_days))
        desk.note(uow, "settings changed", Room.SETTINGS)
    return changed(*Room)


def save_kind(desk: Desk, kind: HelpKind) -> Changed:
    """Add or change a kind of help; raises `NameNeeded`."""
    if not kind.name.strip():
        raise NameNeeded("kind")
    with desk.writing(Right.SETTINGS) as uow:
        kind_id = uow.support_point.save_kind(kind)
        desk.note(uow, "kind of help changed", Room.SETTINGS, kind_id)
    return changed(Room.SETTINGS, Room.HELP_REQUESTS, Room.PEOPLE, subject=kind_id)


def save_skill(desk: Desk, skill: Skill) -> Changed:
    """Add or change a skill; raises `NameNeeded`."""
    if not skill.name.strip():
        raise NameNeeded("skill")
    with desk.writing(Right.SETTINGS) as uow:
        skill_id = uow.support_point.save_skill(skill)
        desk.note(uow, "skill changed", Room.SETTINGS, skill_id)
    return changed(Room.SETTINGS, Room.ROSTER, Room.PEOPLE, subject=skill_id)


def replace_boundaries(desk: Desk, boundaries: Sequence[Boundary]) -> Changed:
    """Set what volunteers never do; raises `NameNeeded` for one without a name."""
    if not all(boundary.name.strip() for boundary in boundaries):
        raise NameNeeded("boundary")
    with desk.writing(Right.SETTINGS) as uow:
        uow.support_point.replace_boundaries(boundaries)
        desk.note(uow, "boundaries changed", Room.SETTINGS)
    return changed(Room.SETTINGS, Room.HELP_REQUESTS)


def save_daypart(desk: Desk, daypart: Daypart) -> Changed:
    """Add or rename a day part; raises `NameNeeded`."""
    if not daypart.name.strip():
        raise NameNeeded("daypart")
    with desk.writing(Right.SETTINGS) as uow:
        daypart_id = uow.support_point.save_daypart(daypart)
        desk.note(uow, "day part changed", Room.SETTINGS, daypart_id)
    return changed(Room.SETTINGS, Room.ROSTER, Room.PEOPLE, subject=daypart_id)


def save_counters(desk: Desk, counters: Sequence[Counter]) -> Changed:
    """Add or rename counters; raises `NameNeeded`. From a second one on, shifts say theirs."""
    if not all(counter.name.strip() for counter in counters):
        raise NameNeeded("counter")
    with desk.writing(Right.SETTINGS) as uow:
        for counter in counters:
            counter_id = uow.support_point.save_counter(counter)
            desk.note(uow, "counter changed", Room.SETTINGS, counter_id)
    return changed(Room.SETTINGS, Room.ROSTER, Room.PEOPLE)


def remove_counter(desk: Desk, counter_id: int) -> Changed:
    """Take away a counter that was never used; raises `CounterInUse`, also for the first."""
    if counter_id == FIRST_COUNTER:
        raise CounterInUse
    with desk.writing(Right.SETTINGS) as uow:
        uow.support_point.remove_counter(counter_id)
        desk.note(uow, "counter removed", Room.SETTINGS, counter_id)
    return changed(Room.SETTINGS, Room.ROSTER, Room.PEOPLE)


def replace_emergency_numbers(desk: Desk, numbers: Sequence[EmergencyNumber]) -> Changed:
    """Set the emergency numbers; raises `NameNeeded` for a line without number or name."""
    if not all(number.number.strip() and number.name.strip() for number in numbers):
        raise NameNeeded("emergency_numbers")
    with desk.writing(Right.SETTINGS) as uow:
        uow.support_point.replace_emergency_numbers(numbers)
        desk.note(uow, "emergency numbers changed", Room.SETTINGS)
    return changed(Room.SETTINGS)


def _set_due_dates(uow: UnitOfWork, today: Today) -> None:
    waiting = [one.request for one in uow.help_requests.open_requests(today)]
    uow.help_requests.set_due_dates(
        {request.id: with_due_date(request, today.patience_days).due_on for request in waiting}
    )
