"""What stands beside a demo store, and nowhere else: how to enter it, and when it was played."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

DEMO_PIN: Final = "2468"
"""The PIN of everybody in the demo village; in a village of people it would be too simple."""


@dataclass(frozen=True, slots=True)
class DemoNote:
    """The passphrases of a demo, and the last day that was played in it, if any was."""

    passphrase: str
    passphrase_supporter: str
    played_on: date | None = None


def note_beside(store: Path) -> Path:
    """Return where the note of a demo stands; a real store never has such a file."""
    return store.with_name(store.name + ".demo")


def read_note(store: Path) -> DemoNote:
    """Return the note beside a store; raises ``OSError`` or ``ValueError`` without a sound one."""
    passphrase, passphrase_supporter, *played, _end = (
        note_beside(store).read_text(encoding="utf-8").split("\n")
    )
    played_on = date.fromisoformat(played[0]) if played else None
    return DemoNote(passphrase, passphrase_supporter, played_on)


def write_note(store: Path, note: DemoNote) -> None:
    """Put a note beside a store."""
    played = [note.played_on.isoformat()] if note.played_on else []
    lines = (note.passphrase, note.passphrase_supporter, *played)
    note_beside(store).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
