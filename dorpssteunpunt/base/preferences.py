"""What this computer remembers of how its users like the window; nothing about people."""

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Final

from dorpssteunpunt.base.i18n import LANGUAGES

THEMES: Final = ("light", "dark", "contrast")
TEXT_SIZES: Final = (100, 125, 150, 175, 200)


@dataclass(frozen=True, slots=True)
class Preferences:
    """Language, looks and the last store; `show_names` offers names at the door."""

    language: str = "nl"
    theme: str = "light"
    text_size: int = 100
    show_names: bool = True
    last_store: str = ""

    def __post_init__(self) -> None:
        """Raise ValueError for what this program cannot show."""
        if self.language not in LANGUAGES or self.theme not in THEMES:
            raise ValueError("unknown language or theme")
        if not TEXT_SIZES[0] <= self.text_size <= TEXT_SIZES[-1]:
            raise ValueError("text size out of range")


def load_preferences(folder: Path) -> Preferences:
    """Return what was remembered; a missing or damaged file counts as nothing remembered."""
    try:
        remembered = json.loads(_file(folder).read_text(encoding="utf-8"))
        known = {field.name for field in fields(Preferences)}
        return Preferences(**{k: v for k, v in remembered.items() if k in known})
    except (OSError, ValueError, TypeError, AttributeError):
        return Preferences()


def save_preferences(folder: Path, preferences: Preferences) -> None:
    """Remember these preferences; raises OSError when the folder cannot be written."""
    folder.mkdir(parents=True, exist_ok=True)
    written = _file(folder).with_suffix(".new")
    written.write_text(json.dumps(asdict(preferences), indent=2), encoding="utf-8")
    written.replace(_file(folder))


def _file(folder: Path) -> Path:
    return folder / "preferences.json"
