"""What this computer remembers of how its users like the program; nothing about people.

The look of the window is remembered by the window itself (`ui.kit.appearance`).
"""

from dataclasses import asdict, dataclass, fields
from pathlib import Path

from dorpssteunpunt.base.i18n import LANGUAGES


@dataclass(frozen=True, slots=True)
class Preferences:
    """The language, and the store that was opened by choice."""

    language: str = "nl"
    last_store: str = ""

    def __post_init__(self) -> None:
        """Raise ValueError for a language this program does not speak."""
        if self.language not in LANGUAGES:
            raise ValueError(f"unknown language: {self.language}")


def load_preferences(folder: Path) -> Preferences:
    """Return what was remembered; a missing or damaged file counts as nothing remembered."""
    try:
        text = _file(folder).read_text(encoding="utf-8")
        import json  # not before the first paint of who wished nothing

        remembered = json.loads(text)
        known = {field.name for field in fields(Preferences)}
        return Preferences(**{k: v for k, v in remembered.items() if k in known})
    except (OSError, ValueError, TypeError, AttributeError):
        return Preferences()


def save_preferences(folder: Path, preferences: Preferences) -> None:
    """Remember these preferences; raises OSError when the folder cannot be written."""
    import json

    folder.mkdir(parents=True, exist_ok=True)
    written = _file(folder).with_suffix(".new")
    written.write_text(json.dumps(asdict(preferences), indent=2), encoding="utf-8")
    written.replace(_file(folder))


def _file(folder: Path) -> Path:
    return folder / "preferences.json"
