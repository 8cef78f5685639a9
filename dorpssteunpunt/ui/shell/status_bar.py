"""The line at the bottom: what is kept, and that no internet is needed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.ui.kit.layouts import Flow
from dorpssteunpunt.ui.kit.theme import set_kind, set_look_property


class StatusBar(QFrame):
    """Says when something was last saved, when it was last copied, and that all works offline."""

    def __init__(self) -> None:
        super().__init__()
        set_kind(self, "bar")
        set_look_property(self, "side", "bottom")
        self._flow = Flow(self, gap=24, margin=(20, 3, 20, 3))
        self._saved = self._words()
        self._backup = self._words()
        self._copy = self._words()
        self._flow.push()
        self._offline = self._words()
        self._offline.setText(_("This program works without internet"))
        self.set_narrow(False)

    def say_saved(self, text: str) -> None:
        """Say when something was last saved: "Alles opgeslagen 10:42"."""
        self._saved.setText(f"✓ {text}" if text else "")
        self.set_narrow(self._narrow)

    def say_backup(self, text: str) -> None:
        """Say when the last backup was made."""
        self._backup.setText(text)
        self.set_narrow(self._narrow)

    def say_copy(self, text: str) -> None:
        """Say when a copy last went to another disk."""
        self._copy.setText(text)
        self.set_narrow(self._narrow)

    def set_narrow(self, narrow: bool) -> None:
        """Say only what was last kept where there is no room for more."""
        self._narrow = narrow
        told = [label for label in (self._saved, self._backup, self._copy) if label.text()]
        for label in (self._saved, self._backup, self._copy):
            label.setVisible(label in (told[:1] if narrow else told))
        self._offline.setVisible(not narrow)

    def _words(self) -> QLabel:
        label = self._flow.add(QLabel())
        label.setTextFormat(Qt.TextFormat.PlainText)
        set_kind(label, "second")
        label.hide()
        return label
