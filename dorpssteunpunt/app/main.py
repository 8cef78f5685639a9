"""The program with a window: from the first paint to the last backup."""

import builtins
import os
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QSettings, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from dorpssteunpunt.app.screen import has_screen, kind_about_the_screen
from dorpssteunpunt.base.i18n import _, current_language, use_language
from dorpssteunpunt.base.paths import Places

if TYPE_CHECKING:
    from dorpssteunpunt.app.bootstrap import Reception
    from dorpssteunpunt.app.way_in import Ready
    from dorpssteunpunt.base.clock import Clock
    from dorpssteunpunt.store.stretching import Cost


def run_window(places: Places, store: Path | None) -> int:
    """Open the window on a store (the usual one when none is named) until it is closed.

    Raises `NoScreen` where there is no screen and nobody asked to do without.
    """
    if not has_screen() and not os.environ.get("QT_QPA_PLATFORM"):
        from dorpssteunpunt.services.faults import NoScreen

        raise NoScreen
    import_plainly()
    app = make_application(places)
    reception = make_reception(places)
    reception.begin(store)
    return app.exec()


def make_reception(
    places: Places, clock: "Clock | None" = None, cost: "Cost | None" = None
) -> "Reception":
    """Return the window of this user with all its parts connected.

    Nothing is shown before its `begin` or `receive`. Only tests give a clock and a cost.
    """
    from dorpssteunpunt.app.bootstrap import Reception
    from dorpssteunpunt.app.way_in import Stores
    from dorpssteunpunt.ui.shell.wishes import Wishes

    stores = Stores(places.default_store(), lambda: _made_demo(places), _demo_hint)
    wishes = Wishes(places.settings)
    wishes.language_changed.connect(_speak_from_now_on)
    return Reception(lambda: get_ready(places, clock, cost), stores, wishes)


def get_ready(places: Places, clock: "Clock | None" = None, cost: "Cost | None" = None) -> "Ready":
    """Begin the log and find the doors; what is read for it comes behind the first paint."""
    from dorpssteunpunt.base.log import begin_log

    begin_log(places.logs())
    from dorpssteunpunt.app.entrance import Entrances
    from dorpssteunpunt.app.way_in import Ready
    from dorpssteunpunt.base.clock import SystemClock
    from dorpssteunpunt.store.device_secret import Device, system_vault

    places.make_folder_of(places.default_store())
    device = Device(places.settings, system_vault)
    time = clock or SystemClock()
    return Ready(Entrances(places.settings, device, time, cost), time)


def _speak_from_now_on(language: str) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    speak(app, language)


def _made_demo(places: Places) -> Path:
    from dorpssteunpunt.app.commands import door_of
    from dorpssteunpunt.app.demo.standing import stand

    path = places.demo_store()
    places.make_folder_of(path)
    return stand(door_of(path, places), 1, None).store


def _demo_hint(store: Path) -> str:
    from dorpssteunpunt.app.demo.note import DEMO_PIN, note_beside

    if not note_beside(store).exists():
        return ""
    return _("This is the demo village. Choose a name; every PIN is {pin}.").format(pin=DEMO_PIN)


def import_plainly() -> None:
    """Give Python's own import back: PySide reads the source of all that is imported after it.

    It does so for a syntax that this program does not use (decision 0019).
    """
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def make_application(places: Places) -> QApplication:
    """Return the application in its remembered looks and language."""
    from dorpssteunpunt.ui.kit.appearance import STYLE, restore_appearance

    with suppress(OSError):  # without it the window opens as usual and remembers no look
        places.settings.mkdir(parents=True, exist_ok=True)
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(places.settings))
    with kind_about_the_screen(places.logs()):
        app = QApplication.instance() or QApplication([*sys.argv[:1], *STYLE])
    assert isinstance(app, QApplication)
    app.setApplicationName("dorpssteunpunt")
    app.setApplicationDisplayName("Dorpssteunpunt")
    app.setAttribute(Qt.ApplicationAttribute.AA_DontShowIconsInMenus, False)
    speak(app, current_language())
    restore_appearance(app)
    from dorpssteunpunt.ui.kit.sweeping import keep_swept

    keep_swept(app)
    sys.excepthook = tell_bug
    return app


def tell_bug(
    kind: type[BaseException], error: BaseException, _traceback: TracebackType | None
) -> None:
    """Log a bug without values and tell it calmly; what was saved stays saved."""
    import logging

    from dorpssteunpunt.base.log import traceback_without_values

    where = traceback_without_values(error)
    logging.getLogger(__name__).error("a bug:\n%s", where)
    if sys.stderr is not None:
        print(where, file=sys.stderr)
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        return
    shown = (window for window in app.topLevelWidgets() if window.isVisible())
    window = app.activeWindow() or next(shown, None)
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


def speak(app: QApplication, language: str) -> None:
    """Let the interface and Qt's own buttons speak this language from now on."""
    use_language(language)
    words, rest = _words_of_qt()
    app.removeTranslator(words)
    app.removeTranslator(rest)
    app.installTranslator(rest)  # Qt asks the last one that was installed first
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if words.load(f"qtbase_{language}", folder):
        app.installTranslator(words)


@cache
def _words_of_qt() -> tuple[QTranslator, QTranslator]:
    return QTranslator(), _RestOfQt()


class _RestOfQt(QTranslator):
    """Says what Qt's own Dutch leaves in English."""

    def translate(
        self, _context: object, said: str, _about: object = None, _number: int = -1
    ) -> str | None:
        """Return our words, or None, at which Qt says its own; an empty text it would say."""
        words = {"&Look in:": _("&Look in:"), "Files of &type:": _("Files of &type:")}
        return words.get(said)
