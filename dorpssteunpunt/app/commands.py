"""What the command line does without a window: a new store, papers, exports, examining a store."""

import getpass
import os
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dorpssteunpunt.app.asked import asked_exports, asked_overview
from dorpssteunpunt.app.front_door import FrontDoor, Premises, found_store, front_door
from dorpssteunpunt.app.telling import tell
from dorpssteunpunt.app.writing import write_whole
from dorpssteunpunt.base.clock import SystemClock
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.base.paths import Places
from dorpssteunpunt.domain.names import parse_name
from dorpssteunpunt.domain.support_point import SupportPoint
from dorpssteunpunt.services.faults import PaperNotWritten, PassphraseNotGiven, StoreDamaged
from dorpssteunpunt.services.founding import Founding, default_dayparts
from dorpssteunpunt.services.ports import FirstSecrets
from dorpssteunpunt.store.device_secret import Device, system_vault

PASSPHRASE_VARIABLE = "DORPSSTEUNPUNT_PASSPHRASE"


def door_of(path: Path, places: Places) -> FrontDoor:
    """Return the door of a store on this computer."""
    device = Device(places.settings, system_vault)
    return front_door(path, places.settings, device, SystemClock())


@contextmanager
def entered(arguments: Namespace, places: Places) -> Iterator[Premises]:
    """Enter a store with the passphrase that was given, and leave it at the end."""
    door = door_of(arguments.store, places)
    door.look()
    premises = door.enter_with_passphrase(_passphrase(arguments.passphrase_file))
    try:
        yield premises
    finally:
        premises.leave()


def new(arguments: Namespace, places: Places) -> int:
    """Make a new store and print its passphrases and recovery codes, once."""
    places.make_folder_of(arguments.store)
    found_store(
        door_of(arguments.store, places),
        Founding(
            support_point=SupportPoint(name=arguments.name, village=arguments.village),
            coordinator=parse_name(arguments.coordinator, "coordinator"),
            supporter=parse_name(arguments.supporter, "supporter"),
            dayparts=default_dayparts(),
        ),
        hand_out=_tell_secrets,
    )
    return 0


def _tell_secrets(issued: FirstSecrets) -> None:
    tell(
        f"passphrase: {issued.passphrase}",
        f"passphrase-supporter: {issued.passphrase_supporter}",
        f"recovery-code: {issued.recovery_code}",
        f"recovery-code-supporter: {issued.recovery_code_supporter}",
    )


def print_paper(arguments: Namespace, places: Places) -> int:
    """Write an overview as PDF, if the owner of the passphrase may see it."""
    with entered(arguments, places) as premises:
        overview = asked_overview(premises.desk, arguments)
    from dorpssteunpunt.pdf.writer import PdfSheetWriter

    write_whole(arguments.out, PdfSheetWriter().draw(overview))
    return 0


def export(arguments: Namespace, places: Places) -> int:
    """Write calendars or a spreadsheet, if the owner of the passphrase may take data away."""
    with entered(arguments, places) as premises:
        records = asked_exports(premises.desk, arguments)
    from dorpssteunpunt.files.writer import OfficeFileWriter

    writer = OfficeFileWriter()
    for path, record in records.items():
        if path.parent == arguments.out:
            _make_folder(arguments.out)
        write_whole(path, writer.write(record))
    return 0


def check(arguments: Namespace, places: Places) -> int:
    """Examine a store and print engine, integrity and the number of rows of each table.

    Raises `StoreDamaged` after that when the store is not whole.
    """
    from dorpssteunpunt.store.integrity import check_integrity, row_counts, versions

    with entered(arguments, places) as premises:
        engine = premises.engine
        tell(*(f"{part}: {version}" for part, version in versions(engine).items()))
        findings = check_integrity(engine)
        tell(f"integrity: {'; '.join(findings) or 'ok'}")
        with engine.reading() as connection:
            counts = row_counts(connection)
        tell(*(f"{table}: {number}" for table, number in counts.items()))
    if findings:
        raise StoreDamaged(arguments.store)
    return 0


def _passphrase(file: Path | None) -> str:
    """Return the passphrase from the file that is named, the environment or a prompt.

    A file that is named for this one command goes before what the environment says to all.
    """
    if file is not None:
        try:
            return file.read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError):
            raise PassphraseNotGiven from None
    given = os.environ.get(PASSPHRASE_VARIABLE)
    if given:
        return given
    if sys.stdin is None or not sys.stdin.isatty():
        raise PassphraseNotGiven
    return getpass.getpass(_("Passphrase") + ": ")


def _make_folder(path: Path) -> None:
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise PaperNotWritten(path) from None
