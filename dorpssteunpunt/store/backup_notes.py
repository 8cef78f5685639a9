"""What this computer remembers about the backups of a store: nothing about people.

It stands among the backups, so it goes with the store and needs no key.
"""

import json
import logging
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from dorpssteunpunt.services.ports.archive import Remembered
from dorpssteunpunt.store.durable import disk_faults, write_durably

_FILE = "notes.json"
_log = logging.getLogger(__name__)


def recall(folder: Path) -> Remembered:
    """Return what was remembered; a file that is not there or does not read counts as nothing."""
    try:
        noted = json.loads((folder / _FILE).read_bytes())
        return Remembered(
            elsewhere=Path(noted["elsewhere"]) if noted["elsewhere"] else None,
            copied=_moment(noted["copied"]),
            checked=_moment(noted["checked"]),
        )
    except FileNotFoundError:
        return Remembered()
    except (OSError, ValueError, TypeError, KeyError):
        _log.warning("the notes about the backups do not read")
        return Remembered()


def remember(folder: Path, facts: Remembered) -> None:
    """Keep these facts; raises the faults of the disk."""
    with disk_faults(folder / _FILE):
        folder.mkdir(parents=True, exist_ok=True)
    noted = {name: fact and str(fact) for name, fact in asdict(facts).items()}
    write_durably(folder / _FILE, json.dumps(noted, indent=2).encode())


def _moment(noted: str | None) -> datetime | None:
    return datetime.fromisoformat(noted) if noted else None
