"""The list of requests: what is asked for, what was typed, and what an empty answer means."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.support_point import HelpKind
from dorpssteunpunt.services import help_requests
from dorpssteunpunt.services.help_requests import KindsAndBoundaries
from dorpssteunpunt.services.ports import RequestFilter, RequestLine, RequestList
from dorpssteunpunt.ui.kit.buttons import quiet, secondary
from dorpssteunpunt.ui.kit.choice_field import ComboBox
from dorpssteunpunt.ui.kit.filled_list import FilledList
from dorpssteunpunt.ui.kit.labels import Text
from dorpssteunpunt.ui.kit.layouts import Column, Row
from dorpssteunpunt.ui.kit.row_table_model import Line, RowTableModel
from dorpssteunpunt.ui.kit.search_line import SearchLine
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.rooms.help_requests.looks import order_words, request_line


class RequestListPane(QWidget):
    """Requests in the order in which they ask for attention, with a box to search in them.

    ``chosen`` tells the id of the chosen request (-1: none), ``opened`` that of Enter or a double
    click, ``elsewhere`` in which other list to look for what was typed, ``printing`` that somebody
    wants the open ones on paper. ``filled`` tells whether there is anything to choose.
    """

    chosen = Signal(int)
    opened = Signal(int)
    elsewhere = Signal(str)
    printing = Signal()
    filled = Signal(bool)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._show = RequestList.OPEN
        self._kinds: list[HelpKind] = []
        self.model = RowTableModel[RequestLine](
            workplace.tasks, identify=lambda line: line.id, line=self._line
        )
        self._look_elsewhere = secondary("", lambda: self.elsewhere.emit(self._other().value))
        shown = FilledList(
            self.model,
            _("Help requests"),
            self._empty_words,
            "hand-helping",
            self._look_elsewhere,
        )
        shown.filled.connect(self.filled)
        self.rows = shown.rows
        self.rows.chosen.connect(self.chosen)
        self.rows.opened.connect(self.opened)
        column = Column(self, gap=8)
        column.add(self._make_search())
        under = column.add(Row(gap=8))
        self._order = under.add(Text(kind="second"), 1)
        under.add(quiet(_("Print…"), self.printing.emit, "printer", dense=True))
        column.add(shown, 1)
        self.setFocusProxy(self.rows)
        workplace.tasks.run(
            lambda: help_requests.request_kinds_and_boundaries(workplace.desk),
            self._have_kinds,
            owner=self,
        )

    def show_list(self, show: RequestList) -> None:
        """Show a list from its top; what was typed and the kind still hold."""
        self._show = show
        self._order.setText(order_words(show))
        self._ask()

    def refresh(self) -> None:
        """Ask the same again and keep the place."""
        self.model.refresh()

    def search(self) -> None:
        """Give the keyboard to the search box."""
        self.typed.setFocus()
        self.typed.selectAll()

    def _make_search(self) -> QWidget:
        self.typed = SearchLine(_("Name, street or word"), _("Search in the help requests"))
        self.typed.textChanged.connect(lambda _text: self._ask())
        self._kind = ComboBox()
        self._kind.setAccessibleName(_("Show only this kind of help"))
        self._kind.addItem(_("All kinds"))
        self._kind.activated.connect(lambda _place: self._ask())
        line = QWidget()
        row = Row(line, gap=8)
        row.add(self.typed, 3)
        row.add(self._kind, 2)
        return line

    def _have_kinds(self, found: KindsAndBoundaries) -> None:
        self._kinds = list(found.kinds)
        self._kind.addItems([kind.name for kind in self._kinds])

    def _line(self, line: RequestLine) -> Line:
        return request_line(line, self._workplace.today())

    def _ask(self) -> None:
        desk = self._workplace.desk
        place = self._kind.currentIndex()
        wanted = RequestFilter(
            show=self._show,
            typed=self.typed.text(),
            kind_id=self._kinds[place - 1].id if place > 0 else None,
        )
        self.model.show(
            lambda after, limit: help_requests.list_requests(desk, wanted, after, limit)
        )

    def _other(self) -> RequestList:
        """Return the list to look in when this one has nothing of what was typed."""
        return RequestList.CLOSED if self._show is RequestList.OPEN else RequestList.OPEN

    def _empty_words(self) -> str:
        """Return what an empty answer means, and offer to look elsewhere for what was typed."""
        asked = bool(self.typed.text().strip()) or self._kind.currentIndex() > 0
        closed = self._other() is RequestList.CLOSED
        self._look_elsewhere.say(
            _("Look in the finished ones") if closed else _("Look in all open ones")
        )
        self._look_elsewhere.setVisible(asked)
        return _("No request here fits that.") if asked else _nothing(self._show)


def _nothing(show: RequestList) -> str:
    return {
        RequestList.OPEN: _(
            "Here stand the requests of residents, from the first call until somebody helped. "
            "There is none now. Record one with the button above."
        ),
        RequestList.DUE: _("Nothing has to happen today. All is in hand."),
        RequestList.SOUGHT: _("There is somebody for every request."),
        RequestList.TOO_LONG: _("Nobody waits too long."),
        RequestList.CLOSED: _("No request is finished yet."),
    }[show]
