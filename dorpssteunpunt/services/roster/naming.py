"""What volunteers and shifts are called on the wall and at the desk."""

from collections.abc import Collection
from dataclasses import dataclass

from dorpssteunpunt.domain.counters import PlaceNames, place_names
from dorpssteunpunt.domain.names import short_names, wall_names
from dorpssteunpunt.services.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class Named:
    """What a volunteer is called on the wall, at the desk, and where there is little room."""

    wall: str
    full: str
    short: str


def read_names(uow: UnitOfWork, also: Collection[int] = ()) -> dict[int, Named]:
    """Return by person id the names of all volunteers, and of some people who no longer are.

    All are named together, so that somebody has the same name on every week's wall.
    """
    people = dict(uow.people.volunteer_names())
    gone = [person_id for person_id in also if person_id not in people]
    people |= {person.id: person.name for person in uow.people.persons(gone).values()}
    on_the_wall = (
        {name: name.full for name in people.values()}
        if uow.support_point.support_point().full_names_on_roster
        else wall_names(people.values())
    )
    short = short_names(people.values())
    return {who: Named(on_the_wall[name], name.full, short[name]) for who, name in people.items()}


def read_place_names(uow: UnitOfWork) -> PlaceNames:
    """Return what shifts are called, by day part and counter."""
    return place_names(uow.support_point.dayparts(), uow.support_point.counters())


def account_names(uow: UnitOfWork) -> dict[int, str]:
    """Return the full names behind all accounts, by the id of the account."""
    return {account.id: account.name.full for account in uow.accounts.accounts()}
