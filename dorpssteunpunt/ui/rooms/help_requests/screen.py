"""The room of help requests: the lists at the left, one request or its form at the right."""

from typing import ClassVar

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.services import help_requests
from dorpssteunpunt.services.changes import Room
from dorpssteunpunt.services.help_requests import RequestDetail
from dorpssteunpunt.services.overviews.requests import requests_overview
from dorpssteunpunt.services.ports import RequestCounts, RequestList
from dorpssteunpunt.services.words.help_requests import list_word
from dorpssteunpunt.ui.kit.buttons import primary
from dorpssteunpunt.ui.kit.chips import Chip, FilterChips
from dorpssteunpunt.ui.kit.header import Header
from dorpssteunpunt.ui.kit.list_detail import ListDetail
from dorpssteunpunt.ui.kit.pdf_preview import show_preview
from dorpssteunpunt.ui.kit.screen import Drafts, Screen
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.rooms.help_requests.detail import RequestView
from dorpssteunpunt.ui.rooms.help_requests.request_list import RequestListPane
from dorpssteunpunt.ui.rooms.help_requests.writing import WritingPane


class HelpRequestsScreen(Screen):
    """Shows the requests, and lets people take them down, give them away, follow and finish them.

    Its actions are "new" and "new_for_resident" (the subject is a person).
    """

    watches: ClassVar[frozenset[Room]] = frozenset({Room.HELP_REQUESTS, Room.PEOPLE})
    can_print: ClassVar[bool] = True

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._list = RequestListPane(workplace)
        self._view = RequestView(workplace)
        self._writing = WritingPane(workplace)
        self._right = QStackedWidget()
        for pane in (self._view, self._writing):
            self._right.addWidget(pane)
        self._pages = ListDetail(self._list, self._right)
        page = self.page()
        page.add(self._make_header())
        page.add(self._pages, 1)
        self._connect()
        self._list.show_list(RequestList.OPEN)

    def refresh(self) -> None:
        """Ask anew for the list, the numbers and the request that is shown."""
        self._list.refresh()
        self._view.refresh()
        desk = self.workplace.desk
        self.workplace.tasks.run(
            lambda: help_requests.counts(desk), self._show_counts, owner=self, key="counts"
        )

    def show_subject(self, subject: int, action: str = "") -> None:
        """Show a request, or begin one of a resident."""
        if action == "new_for_resident":
            if self._is_free():
                self._writing.write_for(subject)
            return
        self._list.rows.choose(subject)
        self._show_request(subject)

    def begin(self, action: str) -> None:
        """Begin a request."""
        if action == "new":
            self._write_new()

    def print_overview(self) -> None:
        """Show all open requests as paper."""
        desk, sheets = self.workplace.desk, self.workplace.sheets
        show_preview(
            self,
            self.workplace.tasks,
            _("Open help requests"),
            lambda: sheets.draw(requests_overview(desk)),
            _("help-requests-{day}.pdf").format(day=self.workplace.today()),
        )

    def dirty(self) -> bool:
        """Say whether a request, a contact or a step was typed and not kept."""
        return any(self.drafts().values())

    def drafts(self) -> Drafts:
        """Return what was typed and not kept."""
        return {
            "request": self._writing.draft(),
            "contact": self._view.unsent(),
            "step": self._view.steps.forms.draft(),
        }

    def take_up(self, drafts: Drafts) -> None:
        """Put back what `drafts` returned, with the form open that was open."""
        self._view.take_up_unsent(drafts["contact"])
        if drafts["request"]:
            self._writing.take_up(drafts["request"])
        if drafts["step"]:
            self._view.steps.go_on(drafts["step"])

    def _make_header(self) -> Header:
        header = Header(_("Help requests"))
        self._chips = header.add(
            FilterChips([Chip(show.value, list_word(show)) for show in RequestList])
        )
        self._new = primary(_("New help request"), self._write_new, "plus", "Ctrl+N")
        header.add_action(self._new)
        return header

    def _connect(self) -> None:
        self._chips.chosen.connect(lambda key: self._list.show_list(RequestList(key)))
        self._list.chosen.connect(self._show_request)
        self._list.opened.connect(lambda _request_id: self._view.go_on())
        self._list.elsewhere.connect(self._chips.choose)
        self._list.printing.connect(self.print_overview)
        self._list.filled.connect(self._view.invite)
        self._list.rows.picked.connect(lambda _request_id: self._pages.show_detail())
        self._view.changing.connect(self._change)
        self._view.other.connect(self.show_subject)
        self._writing.begun.connect(self._show_writing)
        self._writing.kept.connect(self._kept)
        self._writing.left.connect(self._stop_writing)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self._list.search)

    def _show_counts(self, counts: RequestCounts) -> None:
        self._chips.show_counts({show.value: count for show, count in counts.items()})

    def _show_request(self, request_id: int) -> None:
        self._view.show_request(None if request_id < 0 else request_id)
        self._show_view()
        if request_id >= 0:
            self._pages.show_detail()

    def _write_new(self) -> None:
        if self._is_free():
            self._writing.write_new()
        else:
            self._show_writing()

    def _change(self, detail: RequestDetail) -> None:
        if self._is_free():
            self._writing.change(detail)
        else:
            self._show_writing()

    def _is_free(self) -> bool:
        """Whether nothing half written would be lost; else that is shown, to be ended first."""
        if not self._writing.is_writing():
            return True
        if self._right.currentWidget() is self._writing:
            self.workplace.notify(_("Save this first, or cancel it."))
        return False

    def _show_writing(self) -> None:
        self._right.setCurrentWidget(self._writing)
        self._new.say(_("New help request"))
        self._pages.show_detail()
        self._writing.go_on()

    def _show_view(self) -> None:
        self._right.setCurrentWidget(self._view)
        going_on = self._writing.is_writing()
        self._new.say(_("Go on writing") if going_on else _("New help request"))

    def _stop_writing(self) -> None:
        self._show_view()
        if self._view.request_id is None:
            self._pages.show_list()
        self._list.rows.setFocus()  # the keyboard was in the form that is gone

    def _kept(self, request_id: int, words: str) -> None:
        self.workplace.notify(words)
        self._list.rows.choose(request_id)
        self._show_request(request_id)
        self._list.rows.setFocus()
