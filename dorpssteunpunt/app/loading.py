"""Loads what the rooms need while somebody still types a PIN, one part at a time."""

from functools import partial
from importlib import import_module
from typing import Final

from dorpssteunpunt.ui.kit.tasks import Tasks

PARTS: Final = (
    "sqlcipher3.dbapi2",
    "sqlalchemy",
    "dorpssteunpunt.store.unit_of_work",
    "dorpssteunpunt.store.engine",
    "dorpssteunpunt.store.cabinet",
    "alembic.command",
    "dorpssteunpunt.store.migrate",
    "dorpssteunpunt.services.today",
    "dorpssteunpunt.services.search",
    "phonenumbers",
    "stdnum.nl.bsn",
    "dorpssteunpunt.ui.rooms.today.screen",
)


def load_ahead(tasks: Tasks) -> None:
    """Import the parts on the store thread, each as a task of its own, so that others get by."""
    for part in PARTS:
        tasks.run(partial(import_module, part))
