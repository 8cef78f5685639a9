"""The palette and text size somebody chose, remembered from one day to the next."""

from typing import Final

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.ui.kit.palettes import Mode
from dorpssteunpunt.ui.kit.theme import LARGEST, SMALLEST, STEP, apply_theme, theme

# For the application when it is made. One that is set later comes back as a Python object, and
# its constants take longer than the first paint may.
STYLE: Final = ("-style", "fusion")
_MODE, _PERCENT = "appearance/palette", "appearance/text_percent"


def restore_appearance(app: QApplication) -> None:
    """Give the program the look that was chosen last, or the light one at 100 %."""
    settings = QSettings()
    mode, percent = str(settings.value(_MODE, "")), str(settings.value(_PERCENT, ""))
    apply_theme(
        app,
        Mode(mode) if mode in set(Mode) else Mode.LIGHT,
        int(percent) if percent.isdecimal() else SMALLEST,
    )


def mode_word(mode: Mode) -> str:
    """Return the name of a palette, as a choice."""
    return {
        Mode.LIGHT: _("Light"),
        Mode.DARK: _("Dark"),
        Mode.CONTRAST: _("High contrast"),
    }[mode]


def choose_mode(mode: Mode) -> None:
    """Take another palette and remember it."""
    _apply(mode, theme().percent)


def enlarge_text() -> None:
    """Make all text a step larger, to 200 %."""
    _apply(theme().mode, theme().percent + STEP)


def reduce_text() -> None:
    """Make all text a step smaller, to 100 %."""
    _apply(theme().mode, theme().percent - STEP)


def reset_text() -> None:
    """Show text at 100 %."""
    _apply(theme().mode, SMALLEST)


def _apply(mode: Mode, percent: int) -> None:
    percent = min(LARGEST, max(SMALLEST, percent))
    if (mode, percent) == (theme().mode, theme().percent):
        return
    settings = QSettings()
    settings.setValue(_MODE, mode.value)
    settings.setValue(_PERCENT, str(percent))
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app, mode, percent)
