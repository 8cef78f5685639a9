"""`dorpssteunpunt demo`: makes the demo village, or opens the one that is there."""

from argparse import Namespace
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from dorpssteunpunt.app.commands import door_of
from dorpssteunpunt.app.demo.note import DEMO_PIN, note_beside
from dorpssteunpunt.app.demo.village import make_village
from dorpssteunpunt.app.front_door import FrontDoor
from dorpssteunpunt.app.telling import tell
from dorpssteunpunt.base.errors import Circumstance, Refusal
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.base.paths import Places
from dorpssteunpunt.services.faults import NotADemo, OutputNotWritten


@dataclass(frozen=True, slots=True)
class DemoVillage:
    """A demo village that stands, and how to enter it; all in it is fictional."""

    store: Path
    passphrase: str
    passphrase_supporter: str
    pin: str = DEMO_PIN


def demo(arguments: Namespace, places: Places) -> int:
    """Make or reopen the demo village, say how to sign in, and open it unless asked not to."""
    path = arguments.store or places.demo_store()
    places.make_folder_of(path)
    village = stand(door_of(path, places), arguments.seed, arguments.requests)
    if arguments.no_window:
        _tell(village)
        return 0
    with suppress(OutputNotWritten):  # the way in says the same
        _tell(village)
    from dorpssteunpunt.app.main import run_window
    from dorpssteunpunt.app.screen import has_screen

    if has_screen():
        return run_window(places, village.store)
    from dorpssteunpunt.app.demo.day import play_day

    return play_day(places, village, Path.cwd() / "demo-day")


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


def _tell(village: DemoVillage) -> None:
    tell(
        f"store: {village.store}",
        f"passphrase: {village.passphrase}",
        f"passphrase-supporter: {village.passphrase_supporter}",
        f"pin: {village.pin}",
        _("Choose a name and type the PIN, or sign in with one of the passphrases."),
    )
