"""Where an entry is written: its form beside the list, with its buttons in sight."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.services.handover import EntryDetail
from dorpssteunpunt.services.ports import RequestReference
from dorpssteunpunt.ui.kit.labels import Text
from dorpssteunpunt.ui.kit.layouts import Column, Flow, scrolling
from dorpssteunpunt.ui.kit.theme import em, set_kind
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.rooms.handover.entry_form import EntryForm

_LOW = 24.0  # height of the pane, in heights of the body text, below which all of it scrolls


class WritingPane(QFrame):
    """Holds one form at a time; ``kept`` tells the id of the entry, ``left`` that there is none."""

    kept = Signal(int)
    left = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        set_kind(self, "card")
        self._workplace = workplace
        self._form: EntryForm | None = None
        self._outer = Column(self, gap=12, margin=(16, 16, 4, 16))
        self._place = self._outer.add(Column(), 1)
        self._page: Column | None = None
        self._foot = self._outer.add(QWidget())
        self._buttons = Flow(self._foot, gap=12)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons where this height asks them."""
        super().resizeEvent(event)
        self._put_foot()

    def is_writing(self) -> bool:
        """Say whether something was typed that is not kept yet."""
        return self._form is not None and self._form.dirty()

    def write_new(self, about: RequestReference | None = None) -> None:
        """Begin an entry, about a help request if that is known."""
        form = self._begin(_("Hand something over"), None)
        if about is not None:
            form.link(about)
        form.focus_first()

    def write_correction(self, detail: EntryDetail) -> None:
        """Begin a correction with what the entry says now."""
        form = self._begin_correction(detail.id)
        form.fill(detail)
        form.focus_first()

    def go_on(self) -> None:
        """Give the keyboard back to the form."""
        if self._form is not None:
            self._form.focus_first()

    def draft(self) -> Mapping[str, Any] | None:
        """Return what was typed and not kept, or None."""
        form = self._form
        if form is None or not form.dirty():
            return None
        return {"correcting": form.correcting, "fields": form.draft()}

    def take_up(self, draft: Mapping[str, Any]) -> None:
        """Put back what `draft` returned."""
        correcting = draft["correcting"]
        if correcting is None:
            form = self._begin(_("Hand something over"), None)
        else:
            form = self._begin_correction(correcting)
        form.take_up(draft["fields"])

    def _begin_correction(self, entry_id: int) -> EntryForm:
        return self._begin(_("Correct entry {number}").format(number=entry_id), entry_id)

    def _begin(self, title: str, correcting: int | None) -> EntryForm:
        self._empty()
        form = self._form = EntryForm(self._workplace, correcting)
        for button in reversed(form.take_buttons()):
            self._buttons.add(button)
        form.kept.connect(self._keep)
        form.left.connect(self._leave)
        inside = QWidget()
        self._page = Column(inside, gap=12, margin=(0, 0, 12, 0))
        self._page.add(Text(title, "title"))
        self._page.add(form)
        self._place.add(scrolling(inside), 1)
        self._put_foot()
        return form

    def _keep(self, entry_id: int) -> None:
        self._end()
        self.kept.emit(entry_id)

    def _leave(self) -> None:
        self._end()
        self.left.emit()

    def _end(self) -> None:
        self._form = None
        self._empty()

    def _empty(self) -> None:
        self._page = None
        self._put_foot()
        self._place.clear()
        self._buttons.clear()

    def _put_foot(self) -> None:
        """Keep the buttons in sight, or where there is little height let them scroll along."""
        low = em(self.height()) < _LOW
        place = self._page if self._page is not None and low else self._outer
        if place.indexOf(self._foot) < 0:
            place.addWidget(self._foot)
