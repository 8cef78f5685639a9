"""Questions that name the consequence of what is about to be done."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QScrollArea, QWidget

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.ui.kit.buttons import Button, danger, primary, secondary
from dorpssteunpunt.ui.kit.labels import Text
from dorpssteunpunt.ui.kit.layouts import Column, Flow, scrolling
from dorpssteunpunt.ui.kit.screens import place_over, room_around
from dorpssteunpunt.ui.kit.theme import px


class Dialog(QDialog):
    """A dialog that scrolls what does not fit the screen, with its buttons always in sight."""

    def __init__(self, parent: QWidget, title: str, *, width: int = 560) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._width = width
        outer = Column(self, gap=0)
        self._inside = QWidget()
        self._inside.installEventFilter(self)
        self._inner = inner = Column(self._inside, gap=16, margin=(24, 24, 24, 8))
        self.title = inner.add(Text(title, "title"))
        self.body = inner.add(Column(gap=16), 1)
        self._scroll: QScrollArea = outer.add(scrolling(self._inside), 1)
        self._foot = QWidget()
        self._buttons = Flow(self._foot, gap=12, margin=(24, 16, 24, 24))
        self._buttons.push()
        outer.add(self._foot)

    def add_button(self, button: Button) -> Button:
        """Put a button at the right of the foot and return it."""
        self._buttons.add(button)
        return button

    def showEvent(self, event: QShowEvent) -> None:
        """Take the room that the contents need, as far as the screen has it."""
        super().showEvent(event)
        self.fit()

    def fit(self) -> None:
        """Take the room that the contents need now, in the middle of the window."""
        # Contents that were scrolled are measured beside the bar, so they would keep it.
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.resize(self._needed())
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.move(place_over(self))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Grow with the contents, such as with a mistake that is said at a field."""
        asks = event.type() == QEvent.Type.LayoutRequest and self.isVisible()
        if asks and self._needed().height() > self.height():
            self.fit()
        return super().eventFilter(watched, event)

    def _needed(self) -> QSize:
        """Return the size that the contents need, as far as the screen has it."""
        room = room_around(self)
        width = min(px(self._width), room.width() - px(32))
        least = self._inside.minimumSizeHint().height()  # under which the area scrolls
        inside = max(least, self._inner.totalHeightForWidth(width))
        foot = self._buttons.totalHeightForWidth(width)
        return QSize(width, min(inside + foot + px(8), room.height() - px(64)))


def confirm(
    parent: QWidget,
    title: str,
    consequence: str,
    do_text: str,
    on_yes: Callable[[], object],
    *,
    dangerous: bool = False,
) -> QDialog:
    """Ask whether to go on; ``consequence`` says what will happen. Does not block."""
    dialog = Dialog(parent, title)
    dialog.body.add(Text(consequence))
    cancel = dialog.add_button(secondary(_("Cancel"), dialog.reject))
    make = danger if dangerous else primary
    do = dialog.add_button(make(do_text, dialog.accept))
    dialog.accepted.connect(on_yes)
    (cancel if dangerous else do).setDefault(True)
    dialog.open()
    (cancel if dangerous else do).setFocus()
    return dialog
