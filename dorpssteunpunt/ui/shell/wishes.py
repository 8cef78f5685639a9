"""What people wish of the window beside its look: the language, and which store opens."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from dorpssteunpunt.base.preferences import Preferences, load_preferences, save_preferences


class Wishes(QObject):
    """The preferences in use, remembered as they change; ``language_changed`` tells the new one."""

    language_changed = Signal(str)

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._wished = load_preferences(folder)

    @property
    def language(self) -> str:
        """The language of the interface."""
        return self._wished.language

    @property
    def last_store(self) -> Path | None:
        """The store that was opened by choice, in place of the usual one."""
        return Path(str(self._wished.last_store)) if self._wished.last_store else None

    def choose_language(self, language: str) -> None:
        """Speak another language from now on."""
        if language != self.language:
            self._keep(replace(self._wished, language=language))
            self.language_changed.emit(language)

    def choose_store(self, store: Path | None) -> None:
        """Open this store the next time, or with None the usual one."""
        self._keep(replace(self._wished, last_store=str(store) if store else ""))

    def _keep(self, wished: Preferences) -> None:
        self._wished = wished
        try:
            save_preferences(self._folder, wished)
        except OSError:  # it holds for today, and is no reason to stop anybody
            import logging

            logging.getLogger(__name__).warning("the preferences cannot be kept")
