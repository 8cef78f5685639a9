"""`dorpssteunpunt demo`: makes the demo village, or opens the one that is there."""

from argparse import Namespace
from contextlib import suppress
from pathlib import Path

from dorpssteunpunt.app.commands import door_of
from dorpssteunpunt.app.demo.standing import DemoVillage, stand
from dorpssteunpunt.app.telling import tell
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.base.paths import Places
from dorpssteunpunt.services.faults import OutputNotWritten


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


def _tell(village: DemoVillage) -> None:
    tell(
        f"store: {village.store}",
        f"passphrase: {village.passphrase}",
        f"passphrase-supporter: {village.passphrase_supporter}",
        f"pin: {village.pin}",
        _("Choose a name and type the PIN, or sign in with one of the passphrases."),
    )
