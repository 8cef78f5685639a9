"""A real support point on a real store, for tests: cheap keys, a clock that stands still."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from dorpssteunpunt.app.front_door import FrontDoor, Premises, found_store, front_door
from dorpssteunpunt.base.clock import ZONE, FixedClock
from dorpssteunpunt.domain.accounts import Role
from dorpssteunpunt.domain.names import parse_name
from dorpssteunpunt.domain.people import Person, Volunteer
from dorpssteunpunt.domain.support_point import SupportPoint
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.founding import Founding, default_dayparts
from dorpssteunpunt.store.device_secret import Device, no_vault
from dorpssteunpunt.store.keys import IssuedKeys
from dorpssteunpunt.store.stretching import Cost

MONDAY_MORNING = datetime(2026, 11, 23, 9, 30, tzinfo=ZONE)
TODAY = date(2026, 11, 23)
CHEAP = Cost(memory_kib=64, passes=1, lanes=1)


@dataclass(frozen=True, slots=True)
class Village:
    """A founded support point, its keys, and desks of a coordinator and a village supporter."""

    door: FrontDoor
    issued: IssuedKeys
    clock: FixedClock
    coordinator: Desk
    supporter: Desk

    def desk_worker(self, name: str = "Ria van den Berg") -> Desk:
        """Return the desk as a new desk worker with this name sits at it."""
        with self.coordinator.store.writing() as uow:
            person = uow.people.save(Person(name=parse_name(name)))
            uow.people.save_volunteer(Volunteer(person_id=person, since=date(2024, 1, 1)))
            account = uow.accounts.add(person, Role.DESK_WORKER, self.clock.now())
            actor = uow.accounts.account(account)
        mine = self.coordinator
        return Desk(actor, mine.clock, mine.store, mine.keys, mine.seals, mine.archive)

    def resident(self, name: str, **facts: object) -> int:
        """Add a resident and return the id."""
        with self.coordinator.store.writing() as uow:
            return uow.people.save(Person(name=parse_name(name), **facts))  # type: ignore[arg-type]

    def volunteer(self, name: str, **facts: object) -> int:
        """Add a volunteer (with the facts of `Volunteer`) and return the person's id."""
        with self.coordinator.store.writing() as uow:
            person = uow.people.save(Person(name=parse_name(name)))
            uow.people.save_volunteer(Volunteer(person_id=person, **facts))  # type: ignore[arg-type]
        return person


@contextmanager
def village(folder: Path, moment: datetime = MONDAY_MORNING) -> Iterator[Village]:
    """Found De Linde in Heusden in a folder, with both founders signed in; closes at the end."""
    clock = FixedClock(moment)
    device = Device(folder / "settings", no_vault)
    door = front_door(folder / "linde.store", folder / "settings", device, clock)
    issued = found_store(
        door,
        Founding(
            support_point=SupportPoint(name="De Linde", village="Heusden", phone="0493 123 456"),
            coordinator=parse_name("Mieke Claessens"),
            supporter=parse_name("Anouk Verhoeven"),
            dayparts=default_dayparts(),
        ),
        CHEAP,
    )
    opened: list[Premises] = []
    try:
        for passphrase in (issued.passphrase, issued.passphrase_supporter):
            opened.append(door.enter_with_passphrase(passphrase))
        yield Village(door, issued, clock, opened[0].desk, opened[1].desk)
    finally:
        for premises in opened:
            premises.leave()
