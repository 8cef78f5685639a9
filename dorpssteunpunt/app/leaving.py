"""Closing the program: nothing typed is lost unasked, and a backup is made first."""

from collections.abc import Callable

from dorpssteunpunt.app.safekeeping import Safekeeping
from dorpssteunpunt.base.errors import Circumstance
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.ui.shell.main_window import MainWindow


class Leaving:
    """Asks what has to be asked before the window closes, and calls ``go`` when all is well."""

    def __init__(
        self, window: Callable[[], MainWindow], keeping: Safekeeping, go: Callable[[], object]
    ) -> None:
        self._window, self._keeping, self._go = window, keeping, go

    def ask(self) -> None:
        """Ask about what was typed and not saved, if there is any, and back up."""
        if not self._window().has_drafts():
            self._back_up()
            return
        from dorpssteunpunt.ui.kit.dialogs import confirm

        confirm(
            self._window(),
            _("Close without saving?"),
            _("Something was typed and not saved yet. It will be lost."),
            _("Close without saving"),
            self._back_up,
            dangerous=True,
        )

    def _back_up(self) -> None:
        self._keeping.finish(self._go, self._ask_to_go_without_backup)

    def _ask_to_go_without_backup(self, trouble: Circumstance) -> None:
        from dorpssteunpunt.services.words import in_words
        from dorpssteunpunt.ui.kit.dialogs import confirm

        confirm(
            self._window(),
            _("The backup failed"),
            in_words(trouble),
            _("Close without a backup"),
            self._go,
            dangerous=True,
        )
