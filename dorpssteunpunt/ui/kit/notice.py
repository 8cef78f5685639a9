"""The short message that something was done, with a way back; it goes away by itself."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent
from PySide6.QtWidgets import QFrame, QWidget

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.ui.kit.buttons import secondary
from dorpssteunpunt.ui.kit.labels import Text
from dorpssteunpunt.ui.kit.layouts import Row
from dorpssteunpunt.ui.kit.messages import Sign
from dorpssteunpunt.ui.kit.theme import px, set_kind

_READING_TIME = 6_000  # milliseconds
_DECIDING_TIME = 12_000


class Notice(QFrame):
    """Lies at the bottom of ``host`` for a while; stays while it is pointed at or has the keyboard.

    Its last way back remains open after it is gone: see `undo_last`.
    """

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        set_kind(self, "notice")
        row = Row(self, gap=12, margin=(16, 8, 8, 8))
        row.add(Sign("check", "ground"))
        self._text = row.add(Text(), 1)
        self._undo_button = row.add(secondary(_("Undo"), self.undo_last, dense=True))
        self._undo: Callable[[], object] | None = None
        self._rest = QTimer(self, singleShot=True)
        self._rest.timeout.connect(self._go)
        host.installEventFilter(self)
        self.hide()

    def say(self, text: str, undo: Callable[[], object] | None = None) -> None:
        """Show a text, with a button to undo what it tells if ``undo`` is given."""
        self._text.setText(text)
        self._undo = undo
        self._undo_button.setVisible(undo is not None)
        self.show()
        self._place()
        self.raise_()
        self._rest.start(_READING_TIME if undo is None else _DECIDING_TIME)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def text(self) -> str:
        """Return what was last said."""
        return self._text.text()

    def can_undo(self) -> bool:
        """Say whether the last thing done has a way back."""
        return self._undo is not None

    def undo_last(self) -> None:
        """Undo the last thing that was told, once."""
        undo, self._undo = self._undo, None
        self.hide()
        if undo is not None:
            undo()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the bottom of the host."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay while it is pointed at."""
        self._rest.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """Go after a while."""
        self._rest.start(_READING_TIME)

    def _go(self) -> None:
        if self._undo_button.hasFocus():
            self._rest.start(_READING_TIME)
        else:
            self.hide()

    def _place(self) -> None:
        self.adjustSize()
        width = min(self.width(), self._host.width() - px(32))
        self.resize(width, max(self.height(), self.heightForWidth(width)))
        left = (self._host.width() - width) // 2
        self.move(left, self._host.height() - self.height() - px(8))
