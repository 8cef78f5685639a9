"""Where a request is taken down or changed: its form beside the list, its buttons in sight."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.people import Person
from dorpssteunpunt.services import help_requests
from dorpssteunpunt.services.help_requests import KindsAndBoundaries, RequestDetail
from dorpssteunpunt.ui.kit.labels import Text
from dorpssteunpunt.ui.kit.layouts import Column, Flow, scrolling
from dorpssteunpunt.ui.kit.theme import set_kind
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.rooms.help_requests.request_form import RequestForm


class WritingPane(QFrame):
    """Holds one form at a time; ``begun`` tells that it is there, ``left`` that it is gone unsaved.

    ``kept`` tells the id of the request that was saved, and what to say of that.
    """

    kept = Signal(int, str)
    left = Signal()
    begun = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        set_kind(self, "card")
        self._workplace = workplace
        self._form: RequestForm | None = None
        self._changing: int | None = None
        column = Column(self, gap=12, margin=(16, 16, 4, 16))
        self._title = column.add(Text(kind="title"))
        self._place = column.add(Column(), 1)
        self._buttons = Flow(column.add(QWidget()), gap=12)

    def is_writing(self) -> bool:
        """Say whether something was typed that is not kept yet."""
        return self._form is not None and self._form.dirty()

    def write_new(self, resident: Person | None = None) -> None:
        """Begin a request, of a resident if that is known."""

        def begin(offered: KindsAndBoundaries) -> None:
            form = self._begin(offered)
            if resident is not None:
                form.begin_with(resident)
            self.go_on()

        self._with_kinds(begin)

    def write_for(self, person_id: int) -> None:
        """Begin a request of somebody whose id is known."""
        desk = self._workplace.desk
        self._workplace.tasks.run(
            lambda: help_requests.resident(desk, person_id), self.write_new, owner=self
        )

    def change(self, detail: RequestDetail) -> None:
        """Begin to change a request."""

        def begin(offered: KindsAndBoundaries) -> None:
            self._begin(offered, detail)
            self.go_on()

        self._with_kinds(begin)

    def go_on(self) -> None:
        """Give the keyboard to the form."""
        if self._form is not None:
            self._form.focus_first()

    def draft(self) -> Mapping[str, Any] | None:
        """Return what was typed and not kept, or None."""
        if self._form is None or not self._form.dirty():
            return None
        return {"changing": self._changing, "fields": self._form.draft()}

    def take_up(self, draft: Mapping[str, Any]) -> None:
        """Put back what `draft` returned."""

        def begin(detail: RequestDetail | None, offered: KindsAndBoundaries) -> None:
            form = self._begin(offered, detail)
            form.take_up(draft["fields"])

        desk, changing = self._workplace.desk, draft["changing"]
        if changing is None:
            self._with_kinds(lambda offered: begin(None, offered))
        else:
            self._workplace.tasks.run(
                lambda: help_requests.request_detail(desk, changing),
                lambda detail: self._with_kinds(lambda offered: begin(detail, offered)),
                owner=self,
            )

    def _with_kinds(self, begin: Callable[[KindsAndBoundaries], object]) -> None:
        desk = self._workplace.desk
        self._workplace.tasks.run(
            lambda: help_requests.request_kinds_and_boundaries(desk), begin, owner=self
        )

    def _begin(
        self, offered: KindsAndBoundaries, changing: RequestDetail | None = None
    ) -> RequestForm:
        self._place.clear()
        self._buttons.clear()
        self._changing = changing.request.id if changing else None
        self._title.setText(
            _("Change request {number}").format(number=self._changing)
            if changing
            else _("New help request")
        )
        form = self._form = RequestForm(self._workplace, offered, changing)
        for button in reversed(form.take_buttons()):
            self._buttons.add(button)
        form.kept.connect(self._keep)
        form.left.connect(self._leave)
        inside = QWidget()
        Column(inside, margin=(0, 0, 12, 0)).add(form)
        self._place.add(scrolling(inside), 1)
        self.begun.emit()
        return form

    def _keep(self, request_id: int, words: str) -> None:
        self._end()
        self.kept.emit(request_id, words)

    def _leave(self) -> None:
        self._end()
        self.left.emit()

    def _end(self) -> None:
        self._form = None
        self._place.clear()
        self._buttons.clear()
