"""The demo village as it stands: made once, found again at every later start."""

from dataclasses import dataclass
from pathlib import Path

from dorpssteunpunt.app.demo.note import DEMO_PIN, DemoNote, read_note, write_note
from dorpssteunpunt.app.demo.village import make_village
from dorpssteunpunt.app.front_door import FrontDoor
from dorpssteunpunt.base.errors import Circumstance, Refusal
from dorpssteunpunt.services.faults import NotADemo
from dorpssteunpunt.store.stretching import Cost


@dataclass(frozen=True, slots=True)
class DemoVillage:
    """A demo village that stands, and how to enter it; all in it is fictional."""

    store: Path
    passphrase: str
    passphrase_supporter: str
    pin: str = DEMO_PIN


def stand(
    door: FrontDoor, seed: int, requests: int | None, cost: Cost | None = None
) -> DemoVillage:
    """Return the demo village behind a door, made now if there is none. Only tests give a cost.

    Raises `NotADemo` for a store that is there and is none, and what making a store raises.
    """
    if door.path.exists():
        return _reopened(door)
    issued = make_village(door, seed, requests, cost)
    write_note(door.path, DemoNote(issued.passphrase, issued.passphrase_supporter))
    return DemoVillage(door.path, issued.passphrase, issued.passphrase_supporter)


def _reopened(door: FrontDoor) -> DemoVillage:
    try:
        note = read_note(door.path)
        premises = door.enter_with_passphrase(note.passphrase)
    except (OSError, ValueError, Refusal, Circumstance):
        raise NotADemo(door.path) from None
    try:
        with premises.desk.store.reading() as uow:
            if not uow.support_point.support_point().is_demo:
                raise NotADemo(door.path)
    finally:
        premises.leave()
    return DemoVillage(door.path, note.passphrase, note.passphrase_supporter)
