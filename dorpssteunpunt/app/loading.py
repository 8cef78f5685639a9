"""Loads what the rooms need while somebody still types a PIN, one part at a time."""

import gc
from collections.abc import Iterator
from functools import partial
from importlib import import_module
from typing import Final

from dorpssteunpunt.ui.kit.tasks import Tasks

PARTS: Final = (
    "argon2.low_level",
    "cryptography.hazmat.primitives.ciphers.aead",
    "sqlcipher3.dbapi2",
    "sqlalchemy",
    "dorpssteunpunt.store.unit_of_work",
    "dorpssteunpunt.store.engine",
    "dorpssteunpunt.store.cabinet",
    "dorpssteunpunt.store.migrate",
    "dorpssteunpunt.domain.filled_in.effects",
    "dorpssteunpunt.services.imports.availability",
    "dorpssteunpunt.services.words",
    "dorpssteunpunt.services.safekeeping",
    "holidays.countries.netherlands",
    "dorpssteunpunt.services.today",
    "dorpssteunpunt.services.search",
    "dorpssteunpunt.app.window_sources",
    "dorpssteunpunt.ui.shell.frame",
    "dorpssteunpunt.ui.rooms.today.screen",
    "PySide6.QtDBus",
    "phonenumbers",
    "stdnum.nl.bsn",
    "stdnum.nl.postcode",
    "dorpssteunpunt.ui.rooms.help_requests.screen",
    "dorpssteunpunt.ui.rooms.roster.screen",
    "dorpssteunpunt.ui.rooms.handover.screen",
    "dorpssteunpunt.ui.rooms.people.screen",
    "dorpssteunpunt.ui.rooms.concerns.screen",
    "dorpssteunpunt.ui.rooms.overviews.screen",
    "dorpssteunpunt.ui.rooms.settings.screen",
    "pypdfium2",
    "dorpssteunpunt.pdf.writer",
    "alembic.command",
)
"""In the order in which they are needed; alembic only when a store has to be brought up to date."""


def load_ahead(tasks: Tasks) -> None:
    """Import the parts on the store thread, each when the one before it is there.

    So whoever types a PIN meanwhile waits for one part at the most.
    """
    _load_next(tasks, iter(PARTS))


def _load_next(tasks: Tasks, parts: Iterator[str]) -> None:
    part = next(parts, None)
    if part is None:
        # What was loaded stays: looking through all of it for garbage would hold up the window.
        gc.freeze()
        return
    tasks.run(partial(import_module, part), lambda _module: _load_next(tasks, parts))
