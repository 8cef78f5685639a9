"""The people of the demo village, made by chance from the lists in resources/demo."""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random
from typing import Any

from dorpssteunpunt.base.clock import FixedClock
from dorpssteunpunt.base.paths import resource
from dorpssteunpunt.domain.accounts import Account, Role
from dorpssteunpunt.domain.availability import AvailabilityLevel
from dorpssteunpunt.domain.contact import normalise_phone
from dorpssteunpunt.domain.names import parse_name
from dorpssteunpunt.domain.people import (
    CertificateStatus,
    ContactPreference,
    Person,
    Salutation,
    Volunteer,
)
from dorpssteunpunt.domain.support_point import HelpKind
from dorpssteunpunt.domain.template import OpeningSlot
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.ports import Archive, KeyCabinet, Seals, UnitOfWork

RESIDENTS = 160
"""Volunteers who live in the village are among them."""
_LEVELS = {
    AvailabilityLevel.PREFER: 3,
    AvailabilityLevel.CAN: 5,
    AvailabilityLevel.RATHER_NOT: 1,
    AvailabilityLevel.CANNOT: 4,
}
Lists = Mapping[str, Any]


def lists() -> Lists:
    """Return the names, streets and sentences of which the village is made."""
    content: Lists = json.loads(resource("demo", "village.json").read_text(encoding="utf-8"))
    return content


@dataclass(frozen=True, slots=True)
class OneTransaction:
    """A store on which a whole history is written at once; implements `services.ports.Store`."""

    uow: UnitOfWork

    @contextmanager
    def reading(self) -> Iterator[UnitOfWork]:
        """Give the one unit of work."""
        yield self.uow

    @contextmanager
    def writing(self) -> Iterator[UnitOfWork]:
        """Give the one unit of work; whoever opened it commits."""
        yield self.uow


@dataclass(frozen=True, slots=True)
class Cast:
    """Who acts in the stories, each at a desk of their own on one store and one clock."""

    store: OneTransaction
    clock: FixedClock
    keys: KeyCabinet
    seals: Seals
    archive: Archive
    coordinator: Account
    supporter: Account
    desk_workers: Sequence[Account]
    residents: Sequence[int]

    def desk(self, account: Account) -> Desk:
        """Return the desk as this account sits at it."""
        return Desk(account, self.clock, self.store, self.keys, self.seals, self.archive)


def gather(
    desk: Desk, supporter: Account, clock: FixedClock, uow: UnitOfWork, chance: Random
) -> Cast:
    """Let residents, volunteers and desk workers come to live in a founded village."""
    words = lists()
    kinds, template = uow.support_point.kinds(), uow.support_point.week_template()
    volunteers = {
        name: _volunteer(uow, name, kinds, template, clock.today(), chance)
        for name in words["volunteers"]
    }
    for account in (desk.actor, supporter):
        _settle(uow, account, words["phones"][account.role.value])
    uow.people.save_volunteer(
        _offer(desk.actor.person_id, kinds, template, clock.today(), chance, phone=True)
    )
    accounts = [
        uow.accounts.account(uow.accounts.add(volunteers[name], Role.DESK_WORKER, clock.now()))
        for name in words["desk_workers"]
    ]
    return Cast(
        store=OneTransaction(uow),
        clock=clock,
        keys=desk.keys,
        seals=desk.seals,
        archive=desk.archive,
        coordinator=desk.actor,
        supporter=supporter,
        desk_workers=accounts,
        residents=_residents(uow, RESIDENTS - len(volunteers), words, chance),
    )


def _settle(uow: UnitOfWork, account: Account, phone: str) -> None:
    """Let somebody who founded the support point be reached there."""
    founder = uow.people.person(account.person_id)
    uow.people.save(replace(founder, phone=normalise_phone(phone)))


def _residents(uow: UnitOfWork, number: int, words: Lists, chance: Random) -> list[int]:
    taken: set[tuple[str, str]] = set()
    residents: list[int] = []
    while len(residents) < number:
        salutation = chance.choice(("mrs", "mrs", "mr"))
        given = chance.choice(words["given_names"][salutation])
        surname = chance.choice(words["surnames"])
        if (given, surname) in taken:
            continue
        taken.add((given, surname))
        residents.append(
            uow.people.save(
                Person(
                    name=parse_name(f"{given} {surname}"),
                    salutation=Salutation(salutation),
                    contact_preference=chance.choice(
                        (ContactPreference.PHONE,) * 6
                        + (ContactPreference.VISIT, ContactPreference.THROUGH_SOMEONE)
                    ),
                    contact_note=chance.choice(words["contact_notes"]),
                    **_address(words, chance),
                )
            )
        )
    return residents


def _volunteer(
    uow: UnitOfWork,
    name: str,
    kinds: Sequence[HelpKind],
    template: Sequence[OpeningSlot],
    today: date,
    chance: Random,
) -> int:
    notes = lists()["best_moments"]
    note = notes[len(name) % len(notes)]
    known = Person(name=parse_name(name), contact_note=note, **_address(lists(), chance))
    person = uow.people.save(known)
    uow.people.save_volunteer(
        _offer(person, kinds, template, today, chance, phone=chance.random() < 0.6)
    )
    return person


def _offer(
    person: int,
    kinds: Sequence[HelpKind],
    template: Sequence[OpeningSlot],
    today: date,
    chance: Random,
    *,
    phone: bool,
) -> Volunteer:
    since = today - timedelta(days=chance.randrange(90, 3000))
    seen = chance.random() < 0.85
    return Volunteer(
        person_id=person,
        since=since,
        roster_phone_agreed=phone,
        shifts_per_week=chance.choice((1, 1, 2, 2, 3)),
        certificate=CertificateStatus.SEEN if seen else CertificateStatus.REQUESTED,
        certificate_seen_on=since if seen else None,
        certificate_review_on=today + timedelta(days=chance.randrange(-30, 900)) if seen else None,
        agreement_on=since,
        code_of_conduct_on=since if chance.random() < 0.95 else None,
        kinds=frozenset(kind.id for kind in chance.sample(list(kinds), chance.randint(2, 5))),
        availability={
            (slot.weekday, slot.daypart_id): chance.choices(list(_LEVELS), list(_LEVELS.values()))[
                0
            ]
            for slot in template
        },
    )


def _address(words: Lists, chance: Random) -> dict[str, Any]:
    letters = "ABCDEGHJKLNP"
    return {
        "street": f"{chance.choice(words['streets'])} {chance.randint(1, 98)}",
        "postcode": f"5725 {chance.choice(letters)}{chance.choice(letters)}",
        "town": words["support_point"]["village"],
        "phone": _phone(chance),
    }


def _phone(chance: Random) -> str:
    if chance.random() < 0.5:
        return f"+316{chance.randint(10, 58)}{chance.randrange(10**6):06d}"
    return f"+3149369{chance.randint(1000, 9999)}"
