"""Closing the chosen shift or its whole day, and opening it again."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from dorpssteunpunt.base.formats import weekday_date
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.services import roster
from dorpssteunpunt.services.roster import Closed, ShiftCell
from dorpssteunpunt.services.words.roster import shift_title
from dorpssteunpunt.ui.kit.buttons import quiet
from dorpssteunpunt.ui.kit.fields import CheckField, TextField
from dorpssteunpunt.ui.kit.form_dialog import FormDialog
from dorpssteunpunt.ui.kit.free_text_form import FreeTextForm
from dorpssteunpunt.ui.kit.labels import Text
from dorpssteunpunt.ui.kit.layouts import Column
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.rooms.roster.trail import Trail
from dorpssteunpunt.ui.rooms.roster.ways import OfOpening


class ClosingLine(QWidget):
    """Says that a shift is closed and why, with a button to open it, or offers to close it."""

    def __init__(self, workplace: Workplace, trail: Trail, *, may_plan: bool) -> None:
        super().__init__()
        self._workplace, self._trail, self._may_plan = workplace, trail, may_plan
        self._cell: ShiftCell | None = None
        column = Column(self, gap=8)
        self._closed = column.add(Text())
        self._reopen = quiet(_("Open this shift again"), self._open_again, "rotate-ccw", dense=True)
        self._close = quiet(_("Close this shift…"), self._ask, dense=True)
        for button in (self._reopen, self._close):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_cell(self, cell: ShiftCell) -> None:
        """Show how a shift stands."""
        self._cell = cell
        closed = bool(cell.closed_because)
        self._closed.setText(_("Closed: {reason}").format(reason=cell.closed_because))
        self._closed.setVisible(closed)
        self._reopen.setVisible(closed and self._may_plan)
        self._close.setVisible(not closed and self._may_plan)

    def _ask(self) -> None:
        cell = self._cell
        if cell is None:
            return
        desk = self._workplace.desk
        form = FreeTextForm(tasks=self._workplace.tasks, save_text=_("Close the shift"))
        form.add_widget(
            Text(
                _(
                    "Who is on it comes off it; tell them yourself. The reason stands in the "
                    "roster and on the wall."
                )
            )
        )
        form.add(
            TextField(
                "reason", _("Why closed?"), hint=_("For instance: Christmas Day"), required=True
            )
        )
        whole = _("The whole day: {day}").format(day=weekday_date(cell.on))
        form.add(CheckField("whole_day", whole))
        form.mark_clean()

        def send() -> None:
            deed = OfOpening(
                desk, cell.shift_id, form.field("reason").value(), form.field("whole_day").value()
            )
            fine = form.numbers_are_fine()
            form.send(
                lambda: roster.close_shift(
                    desk,
                    deed.shift_id,
                    deed.because,
                    whole_day=deed.whole_day,
                    numbers_are_fine=fine,
                ),
                partial(self._tell_closed, cell, deed),
            )

        form.submitted.connect(send)
        title = _("Close {shift}?").format(shift=shift_title(cell))
        FormDialog(self, title, form, width=560).open()

    def _tell_closed(self, cell: ShiftCell, deed: OfOpening, closed: Closed) -> None:
        told = _("{shift} is closed.").format(shift=shift_title(cell))
        self._trail.add(told, deed.back(closed))

    def _open_again(self) -> None:
        cell = self._cell
        if cell is None:
            return
        desk = self._workplace.desk
        told = _("{shift} is open again.").format(shift=shift_title(cell))
        again = OfOpening(desk, cell.shift_id, cell.closed_because)
        self._workplace.tasks.run(
            lambda: roster.reopen_shifts(desk, [cell.shift_id]),
            lambda _done: self._trail.add(told, again),
            owner=self,
        )
