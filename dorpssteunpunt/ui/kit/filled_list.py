"""A list, or in its place what it means that it is empty."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QStackedWidget

from dorpssteunpunt.ui.kit.messages import EmptyState
from dorpssteunpunt.ui.kit.row_table_model import RowTableModel
from dorpssteunpunt.ui.kit.row_views import RowList
from dorpssteunpunt.ui.kit.theme import set_kind


class FilledList(QStackedWidget):
    """Shows the rows, or without any what ``words`` says then; ``filled`` tells which of the two.

    ``rows`` is the list, in which a row is chosen.
    """

    filled = Signal(bool)

    def __init__(
        self,
        model: RowTableModel[Any],
        name: str,
        words: Callable[[], str],
        icon_name: str,
        first_step: QPushButton | None = None,
    ) -> None:
        super().__init__()
        self.rows = RowList(model, name)
        self._model, self._words = model, words
        self._nothing = EmptyState("", first_step, icon_name)
        set_kind(self._nothing, "card")
        for place in (self.rows, self._nothing):
            self.addWidget(place)
        self.setFocusProxy(self.rows)
        model.loaded.connect(self._tell)

    def _tell(self) -> None:
        filled = bool(self._model.rows())
        if not filled:
            self._nothing.say(self._words())
        self.setCurrentWidget(self.rows if filled else self._nothing)
        self.filled.emit(filled)
