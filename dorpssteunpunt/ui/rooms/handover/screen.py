"""The room of the handover: the logbook at the left, an entry or the form of one at the right."""

from typing import ClassVar

from PySide6.QtWidgets import QStackedWidget

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.accounts import Right
from dorpssteunpunt.services import handover
from dorpssteunpunt.services.changes import Room
from dorpssteunpunt.services.handover import EntryDetail
from dorpssteunpunt.services.ports import HandoverCounts, LogFilter, RequestReference
from dorpssteunpunt.ui.kit.buttons import primary, secondary
from dorpssteunpunt.ui.kit.chips import Chip, FilterChips
from dorpssteunpunt.ui.kit.header import Header
from dorpssteunpunt.ui.kit.list_detail import ListDetail
from dorpssteunpunt.ui.kit.screen import Drafts, Screen
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.rooms.handover.detail import EntryView
from dorpssteunpunt.ui.rooms.handover.log_list import LogList
from dorpssteunpunt.ui.rooms.handover.period_dialog import ask_period
from dorpssteunpunt.ui.rooms.handover.writing import WritingPane


class HandoverScreen(Screen):
    """Shows the logbook, and lets people write, read, acknowledge and print it.

    Its actions are "new", "new_from_request" (the subject is a help request), and "acknowledge".
    """

    watches: ClassVar[frozenset[Room]] = frozenset({Room.HANDOVER})
    can_print: ClassVar[bool] = True

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._view = EntryView(workplace)
        self._writing = WritingPane(workplace)
        self._list = LogList(workplace)
        self._right = QStackedWidget()
        self._right.addWidget(self._view)
        self._right.addWidget(self._writing)
        self._pages = ListDetail(self._list, self._right)
        page = self.page()
        page.add(self._make_header())
        page.add(self._pages, 1)
        self._list.chosen.connect(self._show_entry)
        self._list.opened.connect(lambda _entry_id: self._view.go_acknowledge())
        self._list.filled.connect(self._view.invite)
        self._list.rows.picked.connect(lambda _entry_id: self._pages.show_detail())
        self._view.correcting.connect(self._write_correction)
        self._writing.kept.connect(self._kept)
        self._writing.left.connect(self._stop_writing)
        self._list.show_filter(LogFilter.TO_READ)

    def refresh(self) -> None:
        """Ask anew for the list, the numbers and the entry that lies open."""
        self._list.refresh()
        self._view.refresh()
        desk = self.workplace.desk
        self.workplace.tasks.run(
            lambda: handover.counts(desk), self._show_counts, owner=self, key="counts"
        )

    def show_subject(self, subject: int, action: str = "") -> None:
        """Show an entry, or begin one about a help request."""
        if action == "new_from_request":
            self._begin_about(subject)
            return
        self._list.rows.choose(subject)
        self._show_entry(subject)
        if action == "acknowledge":
            self._view.go_acknowledge()

    def begin(self, action: str) -> None:
        """Begin an entry."""
        if action == "new":
            self._write_new()

    def print_overview(self) -> None:
        """Ask for which days the logbook is put on paper."""
        ask_period(self, self.workplace)

    def dirty(self) -> bool:
        """Say whether an entry, a confirmation or an action was typed and not kept."""
        return any(self.drafts().values())

    def drafts(self) -> Drafts:
        """Return what was typed and not kept."""
        return {
            "entry": self._writing.draft(),
            "words": self._view.acknowledging.unsent(),
            "action": self._view.action_list.forms.draft(),
        }

    def take_up(self, drafts: Drafts) -> None:
        """Put back what `drafts` returned, with the form open that was open."""
        self._view.acknowledging.take_up_unsent(drafts["words"])
        if drafts["entry"]:
            self._writing.take_up(drafts["entry"])
            self._show_writing()
        if drafts["action"]:
            self._view.action_list.go_on(drafts["action"])

    def _make_header(self) -> Header:
        header = Header(_("Handover"))
        self._chips = header.add(FilterChips(self._filters()))
        self._chips.chosen.connect(lambda key: self._list.show_filter(LogFilter(key)))
        header.add_action(secondary(_("Print…"), self.print_overview, "printer"))
        self._new = primary(_("Hand something over"), self._write_new, "plus", "Ctrl+N")
        header.add_action(self._new)
        return header

    def _filters(self) -> list[Chip]:
        chips = [
            Chip(LogFilter.TO_READ, _("To read")),
            Chip(LogFilter.OPEN_ACTIONS, _("Open actions")),
            Chip(LogFilter.ALL, _("All")),
            Chip(LogFilter.URGENT, _("Marked urgent")),
        ]
        if self.workplace.desk.allows(Right.PLAN_ROSTER):  # the coordinator watches over this
            chips.append(Chip(LogFilter.UNACKNOWLEDGED, _("Confirmed by nobody")))
        return chips

    def _show_counts(self, counts: HandoverCounts) -> None:
        self._chips.show_counts(
            {
                LogFilter.TO_READ: counts.to_read,
                LogFilter.OPEN_ACTIONS: counts.open_actions,
                LogFilter.UNACKNOWLEDGED: counts.unacknowledged,
            }
        )

    def _show_entry(self, entry_id: int) -> None:
        self._view.show_entry(None if entry_id < 0 else entry_id)
        self._show_view()
        if entry_id >= 0:
            self._pages.show_detail()

    def _begin_about(self, request_id: int) -> None:
        def begin(about: RequestReference) -> None:
            self._write_new(about)

        desk = self.workplace.desk
        self.workplace.tasks.run(
            lambda: handover.about_request(desk, request_id), begin, owner=self
        )

    def _write_new(self, about: RequestReference | None = None) -> None:
        if self._is_free():
            self._writing.write_new(about)
        self._show_writing()

    def _write_correction(self, detail: EntryDetail) -> None:
        if self._is_free():
            self._writing.write_correction(detail)
        self._show_writing()

    def _is_free(self) -> bool:
        """Whether nothing half written would be lost; else that is shown, to be ended first."""
        if self._writing.is_writing():
            if self._right.currentWidget() is self._writing:
                self.workplace.notify(_("Save this first, or cancel it."))
            return False
        return True

    def _show_writing(self) -> None:
        self._right.setCurrentWidget(self._writing)
        self._new.say(_("Hand something over"))
        self._pages.show_detail()
        self._writing.go_on()

    def _show_view(self) -> None:
        self._right.setCurrentWidget(self._view)
        going_on = self._writing.is_writing()
        self._new.say(_("Go on writing") if going_on else _("Hand something over"))

    def _stop_writing(self) -> None:
        self._show_view()
        if self._view.entry_id is None:
            self._pages.show_list()
        self._list.rows.setFocus()  # the keyboard was in the form that is gone

    def _kept(self, entry_id: int) -> None:
        self.workplace.notify(_("Saved. The next shift finds it here."))
        self._list.rows.choose(entry_id)
        self._show_entry(entry_id)
        self._list.rows.setFocus()
