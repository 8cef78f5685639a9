"""Programs that are killed while they write, migrate, back up or restore.

They are forked from a server that has read all of the program already, so that hundreds of them
take a minute; each opens the store anew, as a program that was just started.
"""

import importlib
from datetime import timedelta
from itertools import count
from multiprocessing.connection import Connection
from pathlib import Path

from dorpssteunpunt.app.front_door import FrontDoor, front_door
from dorpssteunpunt.base.clock import FixedClock
from dorpssteunpunt.domain.request_drafts import NewResident, RequestDraft
from dorpssteunpunt.services import help_requests
from dorpssteunpunt.store.backup import back_up
from dorpssteunpunt.store.device_secret import Device, no_vault
from dorpssteunpunt.store.engine import open_engine
from dorpssteunpunt.store.migrate import upgrade
from dorpssteunpunt.store.restore import put_back
from tests.village import MONDAY_MORNING

MARKER = "Kwikstaartje"
"""A word that stands in whatever is written, and may be read nowhere."""

for _part in ("alembic.command", "alembic.ddl.sqlite", "dorpssteunpunt.store.unit_of_work"):
    importlib.import_module(_part)


def door_at(store: Path) -> FrontDoor:
    """Return the door of a store as a program has it after a start."""
    settings = store.parent / "settings"
    return front_door(store, settings, Device(settings, no_vault), FixedClock(MONDAY_MORNING))


def record_requests(tell: Connection, store: Path, passphrase: str, run: int) -> None:
    """Take down requests of new residents, and say so after each."""
    desk = door_at(store).enter_with_passphrase(passphrase).desk
    kind = help_requests.request_kinds_and_boundaries(desk).kinds[0].id
    tell.send("begun")
    for number in count():
        resident = NewResident(name=f"{MARKER} de Boer", phone="0493 691 234")
        what = f"{MARKER} {run}-{number}"
        draft = RequestDraft(new_resident=resident, kind_id=kind, what=what, consent=True)
        help_requests.record_request(desk, draft)
        tell.send(what)


def bring_up_to_date(tell: Connection, store: Path, data_key: bytes, migrations: Path) -> None:
    """Run the migrations that the store has not seen yet."""
    engine = open_engine(store, data_key)
    tell.send("begun")
    upgrade(engine, store.parent / "backups", MONDAY_MORNING, migrations)
    engine.close()
    tell.send("done")


def make_backups(tell: Connection, store: Path, data_key: bytes, folder: Path) -> None:
    """Make one backup after another, and say so after each."""
    engine = open_engine(store, data_key)
    tell.send("begun")
    for number in count():
        moment = MONDAY_MORNING + timedelta(seconds=number)
        tell.send(back_up(engine, folder, moment).path.name)


def put_back_in_turn(
    tell: Connection, store: Path, data_key: bytes, one: Path, other: Path
) -> None:
    """Put back one backup and then the other, again and again, and say so after each."""
    tell.send("begun")
    for number in count():
        backup = one if number % 2 else other
        put_back(backup, data_key, store, MONDAY_MORNING + timedelta(seconds=number))
        tell.send(backup.name)
