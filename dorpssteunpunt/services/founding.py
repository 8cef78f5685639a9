"""Founding a support point: the first two people, the opening hours and lists to start from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.accounts import Role
from dorpssteunpunt.domain.counters import Counter
from dorpssteunpunt.domain.dayparts import Daypart, usual_time_of_day
from dorpssteunpunt.domain.names import PersonName
from dorpssteunpunt.domain.people import Person, Volunteer
from dorpssteunpunt.domain.support_point import (
    Boundary,
    EmergencyNumber,
    HelpKind,
    NameNeeded,
    SupportPoint,
)
from dorpssteunpunt.domain.template import OpeningSlot, check_slots
from dorpssteunpunt.services.ports import Lobby, UnitOfWork

COORDINATOR_ACCOUNT = 1
SUPPORTER_ACCOUNT = 2
"""The first two accounts of every store; their keys are made before the store is."""

RIDE_NOTICE_DAYS = 2
"""How long before a ride it is best asked, until the village decides otherwise."""


@dataclass(frozen=True, slots=True)
class DaypartHours:
    """The usual hours of a day part and the ISO weekdays on which it is open."""

    name: str
    start: time
    end: time
    weekdays: frozenset[int]
    needed: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Founding:
    """What is asked at the first start."""

    support_point: SupportPoint
    coordinator: PersonName
    supporter: PersonName
    dayparts: Sequence[DaypartHours]


def check_founding(founding: Founding) -> None:
    """Raise `NameNeeded` or `BadSlot` when something asked for is missing or cannot be."""
    if not founding.support_point.name.strip():
        raise NameNeeded("support_point")
    if not founding.support_point.village.strip():
        raise NameNeeded("village")
    check_slots(week_template(founding.dayparts))


def found(uow: UnitOfWork, founding: Founding, now: datetime) -> None:
    """Furnish an empty store: the support point, its lists and the first two accounts.

    Raises what `check_founding` raises.
    """
    check_founding(founding)
    uow.support_point.save(founding.support_point)
    for kind in default_kinds():
        uow.support_point.save_kind(kind)
    uow.support_point.replace_boundaries(default_boundaries())
    uow.support_point.replace_emergency_numbers(default_emergency_numbers())
    for position, part in enumerate(founding.dayparts, start=1):
        time_of_day = usual_time_of_day(part.start)
        uow.support_point.save_daypart(
            Daypart(position=position, name=part.name, time_of_day=time_of_day)
        )
    uow.support_point.save_counter(Counter(position=1, name=_("Desk")))
    uow.support_point.replace_week_template(week_template(founding.dayparts))
    _open_account(uow, founding.coordinator, Role.COORDINATOR, COORDINATOR_ACCOUNT, now)
    _open_account(uow, founding.supporter, Role.VILLAGE_SUPPORTER, SUPPORTER_ACCOUNT, now)


def week_template(dayparts: Sequence[DaypartHours]) -> list[OpeningSlot]:
    """Return the week template of these day parts, whose ids are their places from 1."""
    return [
        OpeningSlot(
            weekday=weekday,
            daypart_id=daypart_id,
            start=part.start,
            end=part.end,
            needed=part.needed,
        )
        for daypart_id, part in enumerate(dayparts, start=1)
        for weekday in sorted(part.weekdays)
    ]


def default_dayparts() -> tuple[DaypartHours, ...]:
    """Return day parts to start from: mornings and afternoons, and two evenings."""
    return (
        DaypartHours(_("Morning"), time(9), time(12, 30), frozenset({1, 2, 3, 4, 5, 6})),
        DaypartHours(_("Afternoon"), time(13), time(16, 30), frozenset({1, 2, 3, 4, 5})),
        DaypartHours(_("Evening"), time(19), time(21, 30), frozenset({2, 4})),
    )


def default_kinds() -> tuple[HelpKind, ...]:
    """Return the kinds of help that support points see most, one to one unless at the desk."""
    kinds = (
        (_("Transport"), "car", True, RIDE_NOTICE_DAYS),
        (_("Groceries"), "shopping-cart", True, 0),
        (_("Odd job"), "hammer", True, 0),
        (_("Garden"), "leaf", True, 0),
        (_("Computer and phone"), "laptop", True, 0),
        (_("Paperwork and forms"), "file-text", True, 0),
        (_("Walking"), "footprints", True, 0),
        (_("Visit and company"), "coffee", True, 0),
        (_("Meal"), "utensils", True, 0),
        (_("Question at the desk"), "message-square", False, 0),
    )
    return tuple(
        HelpKind(position=place, name=name, icon=icon, one_to_one=one_to_one, notice_days=days)
        for place, (name, icon, one_to_one, days) in enumerate(kinds, start=1)
    )


def default_boundaries() -> tuple[Boundary, ...]:
    """Return what volunteers never do, with the reason to give at the desk."""
    boundaries = (
        (
            _("Money, bank card or PIN"),
            _("Volunteers never handle money, a bank card or a PIN. This protects both sides."),
        ),
        (
            _("Medicines or medical care"),
            _("Medicines and medical care are for professionals: mistakes can do harm."),
        ),
        (
            _("Unsafe work"),
            _("Work on roofs, gas or the electric installation is not safe for volunteers."),
        ),
    )
    return tuple(
        Boundary(position=position, name=name, reason=reason)
        for position, (name, reason) in enumerate(boundaries, start=1)
    )


def default_emergency_numbers() -> tuple[EmergencyNumber, ...]:
    """Return the national numbers; the village adds its own and checks them each year."""
    numbers = (
        ("112", _("Danger to life: police, fire brigade, ambulance")),
        ("0800-2000", _("Veilig Thuis: violence at home or neglect, day and night")),
        ("0800-1205", _("Meldpunt Zorgwekkend Gedrag: somebody behaves worryingly")),
        ("113", _("Suicide prevention: thoughts of suicide, day and night")),
        ("144", _("Animals in need")),
    )
    return tuple(
        EmergencyNumber(position=position, number=number, name=name)
        for position, (number, name) in enumerate(numbers, start=1)
    )


def bare_lobby() -> Lobby:
    """Return what shows at the door on a computer that does not know the store yet."""
    return Lobby("", "", {}, default_emergency_numbers())


def _open_account(
    uow: UnitOfWork, name: PersonName, role: Role, account_id: int, now: datetime
) -> None:
    person_id = uow.people.save(Person(name=name, is_resident=False))
    if not role.is_professional:
        uow.people.save_volunteer(Volunteer(person_id=person_id, since=now.date()))
    given = uow.accounts.add(person_id, role, now)
    if given != account_id:
        raise ValueError("a support point is founded in an empty store only")
