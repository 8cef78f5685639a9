"""The words that appear when something takes long, with a way out where there is one."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QProgressBar, QWidget

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.ui.kit.buttons import secondary
from dorpssteunpunt.ui.kit.labels import Text
from dorpssteunpunt.ui.kit.layouts import Row
from dorpssteunpunt.ui.kit.tasks import Waiting
from dorpssteunpunt.ui.kit.theme import px, set_kind, theme


class WaitingLine(QFrame):
    """A line above the screen while something takes long."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_kind(self, "bar")
        row = Row(self, gap=12, margin=(20, 6, 20, 6))
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        row.add(self._bar)
        self._text = row.add(Text(), 1)
        self._cancel: Callable[[], object] | None = None
        self._button = row.add(secondary(_("Cancel"), self._give_up, dense=True))
        self._rescale()
        theme().changed.connect(self._rescale)
        self.hide()

    def show_waiting(self, waiting: Waiting | None) -> None:
        """Say what takes long, or go away with None."""
        self.setVisible(waiting is not None)
        if waiting is None:
            return
        self._text.setText(f"{waiting.saying}…")
        self._bar.setAccessibleName(waiting.saying)
        self._cancel = waiting.cancel
        self._button.setVisible(waiting.cancel is not None)

    def _give_up(self) -> None:
        if self._cancel is not None:
            self._cancel()

    def _rescale(self) -> None:
        self._bar.setFixedSize(px(96), px(8))
