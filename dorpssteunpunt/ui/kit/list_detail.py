"""A list with its detail: beside it, under it, or in its place, as the room allows."""

from enum import Enum

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.ui.kit.buttons import quiet
from dorpssteunpunt.ui.kit.layouts import Column, Row
from dorpssteunpunt.ui.kit.theme import em, px, theme

_UNDER_FROM = 30.0  # in heights of the body text


class Arrangement(Enum):
    """Where the detail is."""

    BESIDE = "beside"
    UNDER = "under"
    INSTEAD = "instead"


class ListDetail(QWidget):
    """Shows a list and the detail of what is chosen in it.

    In a narrow window the detail goes under the list; in one that is low as well it takes the
    place of the list, with a way back. ``beside`` and ``under`` are the shares of the list, in
    per cent of the width or the height; ``back`` are the words of the way back. They stand side by
    side in a room as wide as ``beside_from`` heights of the body text.
    """

    def __init__(
        self,
        list_widget: QWidget,
        detail: QWidget,
        *,
        beside: int = 43,
        under: int = 40,
        back: str = "",
        beside_from: float = 56,
    ) -> None:
        super().__init__()
        self._beside_from = beside_from
        self._shares = {
            Arrangement.BESIDE: beside,
            Arrangement.UNDER: under,
            Arrangement.INSTEAD: 50,
        }
        self.arrangement = Arrangement.INSTEAD
        self._wants_detail = False
        self._list = list_widget
        self._page = QWidget()
        page = Column(self._page, gap=4)
        words = back or _("Back to the list")
        self._back = QWidget()
        Row(self._back).add(quiet(words, self.show_list, icon_name="arrow-left", dense=True))
        page.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        page.add(detail, 1)
        self._splitter = QSplitter()
        self._splitter.setChildrenCollapsible(False)
        for part in (list_widget, self._page):
            self._splitter.addWidget(part)
        Column(self).add(self._splitter, 1)
        self._arrange()
        theme().changed.connect(self._arrange)

    def show_detail(self) -> None:
        """Bring the detail into sight."""
        self._wants_detail = True
        self._arrange()

    def show_list(self) -> None:
        """Bring the list into sight."""
        self._wants_detail = False
        self._arrange()
        self._list.setFocus()

    def sizeHint(self) -> QSize:
        """Ask for little: the arrangement follows from the room there is.

        Where only one fits, ask for most of a low window; what is above scrolls away.
        """
        alone = self.arrangement is Arrangement.INSTEAD
        return QSize(px(240), px(260 if alone else 160))

    minimumSizeHint = sizeHint  # noqa: N815 - Qt's name

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange anew for the room there is."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        before, self.arrangement = self.arrangement, self._fitting()
        instead = self.arrangement is Arrangement.INSTEAD
        beside = self.arrangement is Arrangement.BESIDE
        self._splitter.setOrientation(
            Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        )
        self._splitter.setHandleWidth(px(16))
        self._back.setVisible(instead)
        if before is not self.arrangement:
            share = self._shares[self.arrangement] * 100
            self._splitter.setSizes([share, 10_000 - share])
            self.updateGeometry()
        self._list.setVisible(not (instead and self._wants_detail))
        self._page.setVisible(self._wants_detail or not instead)

    def _fitting(self) -> Arrangement:
        if em(self.width()) >= self._beside_from:
            return Arrangement.BESIDE
        return Arrangement.UNDER if em(self.height()) >= _UNDER_FROM else Arrangement.INSTEAD
