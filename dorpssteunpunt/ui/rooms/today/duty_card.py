"""The card of who is at the desk: now, next, and of whom it is still to be noted that they came."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from dorpssteunpunt.base.formats import short_date, time_range
from dorpssteunpunt.base.i18n import _, ngettext
from dorpssteunpunt.services import roster
from dorpssteunpunt.services.changes import Room
from dorpssteunpunt.services.roster import Noted, OnShift, ShiftCell
from dorpssteunpunt.services.today import TodayView
from dorpssteunpunt.services.words.attendance import attendance_words, everybody_words
from dorpssteunpunt.services.words.roster import (
    gap_words,
    lack_words,
    place_words,
    shift_title,
    staffing_word,
)
from dorpssteunpunt.ui.kit.buttons import quiet, secondary
from dorpssteunpunt.ui.kit.cards import Card
from dorpssteunpunt.ui.kit.labels import Text
from dorpssteunpunt.ui.kit.layouts import Beside, Flow
from dorpssteunpunt.ui.kit.workplace import Workplace


class DutyCard(Card):
    """Who is at the desk now and who comes next, with a click to note that they are there."""

    def __init__(self, workplace: Workplace, view: TodayView) -> None:
        super().__init__(_("Who is here"))
        self._workplace = workplace
        self._today = workplace.today()
        duty = view.duty
        if not duty.now:
            self.body.add(Text(_("Nobody is on the roster now.")))
        for cell in duty.now:
            self._shift(_("Now · {daypart}"), cell)
        if duty.now and duty.next:
            self.line()
        for cell in duty.next:
            self._shift(_("Next · {daypart}"), cell)
        if duty.to_note:
            self.line()
        for cell in duty.to_note:
            self._shift(_("Earlier · {daypart}"), cell)
        if view.without_attendance:
            self._owed(view.without_attendance)
        self.add_foot(
            secondary(_("To the roster"), lambda: workplace.navigate(Room.ROSTER), dense=True)
        )

    def _shift(self, title: str, cell: ShiftCell) -> None:
        when = time_range(cell.start, cell.end)
        if cell.on != self._today:
            when = f"{short_date(cell.on)} {when}"
        self.body.add(Text(f"{title.format(daypart=cell.daypart.lower())} {when}", "strong"))
        for one in cell.people:
            self.body.add(Text(_person(one)))
        if cell.is_short:
            needed = _("{staffing}, somebody still needed").format(staffing=staffing_word(cell))
            needed = gap_words(cell) if lack_words(cell) else needed
            self.body.add(Text(needed, "error"))
        if cell.is_to_note:
            self._attendance(cell)

    def _attendance(self, cell: ShiftCell) -> None:
        flow = Flow(self.body.add(QWidget()), gap=8)
        words = everybody_words(cell)
        everybody = secondary(words, partial(self._note, cell), icon_name="check", dense=True)
        shift = shift_title(cell)
        everybody.setAccessibleName(_("{what}, {shift}").format(what=words, shift=shift))
        flow.add(everybody)
        otherwise = quiet(_("Otherwise…"), self._asking(cell), dense=True)
        otherwise.setAccessibleName(_("Note who was there on {shift}").format(shift=shift))
        flow.add(otherwise)

    def _owed(self, cells: Sequence[ShiftCell]) -> None:
        """Say in one line how much is not noted, with the way to the oldest of it."""
        self.line()
        words = ngettext(
            "{count} earlier shift: not noted who was there.",
            "{count} earlier shifts: not noted who was there.",
            len(cells),
        )
        beside = Beside(self.body.add(QWidget()))
        beside.add(Text(words.format(count=len(cells)), "second"))
        beside.add(secondary(_("Note it"), self._asking(cells[0]), dense=True))

    def _asking(self, cell: ShiftCell) -> Callable[[], None]:
        return partial(self._workplace.navigate, Room.ROSTER, cell.shift_id, "attendance")

    def _note(self, cell: ShiftCell) -> None:
        desk, tasks, notify = self._workplace.desk, self._workplace.tasks, self._workplace.notify
        told = f"{everybody_words(cell)}: {shift_title(cell)}."

        def undo(done: Noted) -> None:
            tasks.run(lambda: roster.undo_note(desk, done), lambda _done: notify(_("Undone.")))

        tasks.run(
            lambda: roster.note_everybody_present(desk, cell.shift_id),
            lambda done: notify(told, lambda: undo(done)),
        )


def _person(one: OnShift) -> str:
    """Return somebody with their role, and how it went once that is noted."""
    noted = attendance_words(one.marked) if one.marked else ""
    words = ", ".join(filter(None, (one.full_name, place_words(one))))
    return f"{words} · {noted}" if noted else words
