"""The list of the logbook: what is asked for, what was typed, and what an empty answer means."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.services import handover
from dorpssteunpunt.services.pages import Page
from dorpssteunpunt.services.ports import EntryRow, LogFilter
from dorpssteunpunt.ui.kit.filled_list import FilledList
from dorpssteunpunt.ui.kit.layouts import Column
from dorpssteunpunt.ui.kit.row_table_model import RowTableModel
from dorpssteunpunt.ui.kit.search_line import SearchLine
from dorpssteunpunt.ui.kit.suggestions import PAUSE
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.rooms.handover.looks import entry_line


class LogList(QWidget):
    """Entries of the logbook, newest first.

    ``chosen`` tells the id of the chosen entry (-1: none), ``opened`` that of Enter or a double
    click, ``filled`` whether there is anything to choose. The chosen entry stays in the list
    while it lies open, whatever the filter asks.
    """

    chosen = Signal(int)
    opened = Signal(int)
    filled = Signal(bool)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._desk = workplace.desk
        self._show = LogFilter.TO_READ
        self._model = RowTableModel[EntryRow](
            workplace.tasks, identify=lambda row: row.id, line=entry_line
        )
        shown = FilledList(self._model, _("Handover"), self._empty_words, "notebook-pen")
        shown.filled.connect(self.filled)
        self.rows = shown.rows
        self.rows.chosen.connect(self.chosen)
        self.rows.opened.connect(self.opened)
        self._typed = SearchLine(_("Search in the handover"), _("Search in the handover"))
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._ask)
        self._typed.textChanged.connect(lambda _text: self._pause.start())
        column = Column(self, gap=12)
        column.add(self._typed)
        column.add(shown, 1)
        self.setFocusProxy(self.rows)

    def show_filter(self, show: LogFilter) -> None:
        """Show the entries that a filter asks for, from the newest on."""
        self._show = show
        self._ask()

    def refresh(self) -> None:
        """Ask the same again and keep the place."""
        self._model.refresh()

    def _ask(self) -> None:
        show, typed = self._show, self._typed.text()

        def source(after: int | None, limit: int) -> Page[EntryRow]:
            return handover.log(self._desk, after, limit, show, typed, self.rows.chosen_id())

        self._model.show(source)

    def _empty_words(self) -> str:
        return _nothing_words(self._show, bool(self._typed.text().strip()))


def _nothing_words(show: LogFilter, typed: bool) -> str:
    if typed:
        return _("Nothing here holds these words.")
    return {
        LogFilter.TO_READ: _("Nothing waits for you. Under All you find what was handed over."),
        LogFilter.OPEN_ACTIONS: _("All actions are done."),
        LogFilter.URGENT: _("Nothing urgent was handed over."),
        LogFilter.UNACKNOWLEDGED: _("Everything was confirmed by somebody."),
        LogFilter.ALL: _(
            "Here you write what the next shift needs to know, and you read what the last one "
            "handed over to you."
        ),
    }[show]
