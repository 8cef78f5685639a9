"""A calm dialog for what is not as it should be: cause, consequence, and the next step."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from dorpssteunpunt.base.errors import Circumstance, Refusal
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.ui.kit.buttons import primary
from dorpssteunpunt.ui.kit.labels import Text

if TYPE_CHECKING:
    from dorpssteunpunt.ui.kit.dialogs import Dialog


class Trouble:
    """Tells troubles one after the other in one dialog, however many come at once."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._dialog: Dialog | None = None
        self._told: list[str] = []

    def tell(self, trouble: Circumstance | Refusal) -> None:
        """Show the words of a trouble; the same words are shown once."""
        # Imported here: the words of all rooms are needed only when something is wrong.
        from dorpssteunpunt.services.words import in_words

        words = in_words(trouble)
        if words in self._told:
            return
        self._told.append(words)
        if self._dialog is None:
            self._dialog = self._opened(isinstance(trouble, Refusal))
        self._dialog.body.add(Text(words))
        self._dialog.fit()

    def _opened(self, refused: bool) -> "Dialog":
        from dorpssteunpunt.ui.kit.dialogs import Dialog  # most days have no trouble

        title = _("This cannot be done") if refused else _("Something is in the way")
        dialog = Dialog(self._window, title)
        close = dialog.add_button(primary(_("Close"), dialog.accept))
        dialog.finished.connect(self._closed)
        dialog.open()
        close.setFocus()
        return dialog

    def _closed(self) -> None:
        self._dialog = None
        self._told.clear()
