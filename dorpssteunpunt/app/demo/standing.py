"""The demo village as it stands: made once, found again at every later start."""

from dataclasses import dataclass
from pathlib import Path

from dorpssteunpunt.app.demo.note import DEMO_PIN, note_beside
from dorpssteunpunt.app.demo.village import make_village
from dorpssteunpunt.app.front_door import FrontDoor
from dorpssteunpunt.base.errors import Circumstance, Refusal
from dorpssteunpunt.services.faults import NotADemo


@dataclass(frozen=True, slots=True)
class DemoVillage:
    """A demo village that stands, and how to enter it; all in it is fictional."""

    store: Path
    passphrase: str
    passphrase_supporter: str
    pin: str = DEMO_PIN


def stand(door: FrontDoor, seed: int, requests: int | None) -> DemoVillage:
    """Return the demo village behind a door, made now if there is none.

    Raises `NotADemo` for a store that is there and is none, and what making a store raises.
    """
    if door.path.exists():
        return _reopened(door)
    issued = make_village(door, seed, requests)
    village = DemoVillage(door.path, issued.passphrase, issued.passphrase_supporter)
    note_beside(door.path).write_text(
        f"{village.passphrase}\n{village.passphrase_supporter}\n", encoding="utf-8"
    )
    return village


def _reopened(door: FrontDoor) -> DemoVillage:
    try:
        passphrase, passphrase_supporter = (
            note_beside(door.path).read_text(encoding="utf-8").split("\n")[:2]
        )
        premises = door.enter_with_passphrase(passphrase)
    except (OSError, ValueError, Refusal, Circumstance):
        raise NotADemo(door.path) from None
    try:
        with premises.desk.store.reading() as uow:
            if not uow.support_point.support_point().is_demo:
                raise NotADemo(door.path)
    finally:
        premises.leave()
    return DemoVillage(door.path, passphrase, passphrase_supporter)
