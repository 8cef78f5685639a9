"""The detail beside a list: a page on a card that scrolls, or what stands there without one."""

from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from dorpssteunpunt.ui.kit.layouts import Column, scrolling
from dorpssteunpunt.ui.kit.messages import EmptyState
from dorpssteunpunt.ui.kit.theme import set_kind


class DetailView(QStackedWidget):
    """Shows what is chosen in a list, in the column ``page``; ``area`` scrolls it."""

    def __init__(self, what_for: str, icon_name: str) -> None:
        super().__init__()
        self._invitation = EmptyState(what_for, icon_name=icon_name)
        nothing = QWidget()
        Column(nothing).add(self._invitation)
        self.addWidget(nothing)
        frame = QFrame()
        set_kind(frame, "card")
        inside = QWidget()
        self.page = Column(inside, gap=16, margin=(0, 0, 12, 8))
        self.area = Column(frame, margin=(16, 16, 4, 8)).add(scrolling(inside))
        self.addWidget(frame)

    def invite(self, there_is_choice: bool) -> None:
        """Ask to choose something, or be still while the list has nothing to choose."""
        self._invitation.setVisible(there_is_choice)

    def show_nothing(self) -> None:
        """Say what stands here once something is chosen."""
        self.setCurrentIndex(0)

    def show_page(self) -> None:
        """Bring the page into sight."""
        self.setCurrentIndex(1)
