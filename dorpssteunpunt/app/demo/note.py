"""What stands beside a demo store, and nowhere else: how to enter it."""

from pathlib import Path
from typing import Final

DEMO_PIN: Final = "2468"
"""The PIN of everybody in the demo village; in a village of people it would be too simple."""


def note_beside(store: Path) -> Path:
    """Return where the passphrases of a demo stand; a real store never has such a file."""
    return store.with_name(store.name + ".demo")
