"""The program with a window: from the first paint to the last backup."""

import logging
import os
import sys
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QSettings, Qt, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from dorpssteunpunt.app.entrance import Entrances
from dorpssteunpunt.base.clock import SystemClock
from dorpssteunpunt.base.i18n import _, current_language
from dorpssteunpunt.base.log import set_up_log, traceback_without_values
from dorpssteunpunt.base.paths import Places
from dorpssteunpunt.base.preferences import load_preferences, save_preferences
from dorpssteunpunt.services.faults import NoScreen
from dorpssteunpunt.store.device_secret import Device, system_vault
from dorpssteunpunt.store.stretching import Cost

if TYPE_CHECKING:
    from dorpssteunpunt.app.bootstrap import Reception

_log = logging.getLogger(__name__)


def run_window(places: Places, store: Path | None) -> int:
    """Open the window on a store (the usual one when none is named) until it is closed.

    Raises `NoScreen` where there is no screen and nobody asked to do without.
    """
    if not has_screen() and "QT_QPA_PLATFORM" not in os.environ:
        raise NoScreen
    app = make_application(places)
    from dorpssteunpunt.app.loading import load_ahead

    reception = make_reception(places)
    reception.receive(store or places.default_store())
    reception.window.show()
    QTimer.singleShot(0, lambda: load_ahead(reception.tasks))
    return app.exec()


def make_reception(places: Places, cost: Cost | None = None) -> "Reception":
    """Return the window of this user with all its parts connected; only tests give a cost."""
    from dorpssteunpunt.app.bootstrap import Reception

    device = Device(places.settings, system_vault)

    def make_demo() -> Path:
        from dorpssteunpunt.app.commands import door_of
        from dorpssteunpunt.app.demo.command import stand

        return stand(door_of(places.demo_store(), places), 1, None).store

    return Reception(
        Entrances(places.settings, device, SystemClock(), cost),
        load_preferences(places.settings),
        places.default_store(),
        make_demo,
        partial(save_preferences, places.settings),
    )


def has_screen() -> bool:
    """Say whether there is a screen to show a window on."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def make_application(places: Places) -> QApplication:
    """Return the application in its remembered looks and language, with the log begun."""
    places.settings.mkdir(parents=True, exist_ok=True)
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(places.settings))
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName("dorpssteunpunt")
    app.setApplicationDisplayName("Dorpssteunpunt")
    app.setAttribute(Qt.ApplicationAttribute.AA_DontShowIconsInMenus, False)
    _speak(app)
    from dorpssteunpunt.ui.shell.appearance import restore_appearance

    restore_appearance(app)
    set_up_log(places.logs())
    sys.excepthook = tell_bug
    return app


def tell_bug(
    kind: type[BaseException], error: BaseException, _traceback: TracebackType | None
) -> None:
    """Log a bug without values and tell it calmly; what was saved stays saved."""
    _log.error("a bug:\n%s", traceback_without_values(error))
    if sys.stderr is not None:
        print(traceback_without_values(error), file=sys.stderr)
    app = QApplication.instance()
    window = app.activeWindow() if isinstance(app, QApplication) else None
    if window is None:
        return
    from dorpssteunpunt.ui.kit.buttons import primary
    from dorpssteunpunt.ui.kit.dialogs import Dialog
    from dorpssteunpunt.ui.kit.labels import Text

    dialog = Dialog(window, _("Something went wrong in the program"))
    dialog.body.add(
        Text(
            _(
                "This is a mistake in the program, not yours. Everything that was saved stays "
                "saved. Try again; if it happens once more, close the program and start it anew."
            )
        )
    )
    dialog.add_button(primary(_("Close"), dialog.accept))
    dialog.open()


def _speak(app: QApplication) -> None:
    """Let Qt's own buttons speak the language of the interface."""
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(f"qtbase_{current_language()}", folder):
        app.installTranslator(translator)
