"""What can be noted from the screen about people and a shift: each can be taken back."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QWidget

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.confirming import How
from dorpssteunpunt.services import roster
from dorpssteunpunt.services.roster import Noted, OnShift, Rearranged, ShiftCell
from dorpssteunpunt.services.words.attendance import how_words
from dorpssteunpunt.services.words.roster import shift_title
from dorpssteunpunt.ui.kit.choice_field import Choice, ChoiceField
from dorpssteunpunt.ui.kit.form import Form
from dorpssteunpunt.ui.kit.form_dialog import FormDialog
from dorpssteunpunt.ui.kit.labels import Text
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.rooms.roster.attendance_form import AttendanceForm
from dorpssteunpunt.ui.rooms.roster.trail import Trail
from dorpssteunpunt.ui.rooms.roster.ways import OfNote, OfStep


class Noting:
    """Notes on the store thread who confirmed and who was there, and tells it."""

    def __init__(self, workplace: Workplace, trail: Trail, over: QWidget) -> None:
        self._workplace, self._trail, self._over = workplace, trail, over
        self._desk = workplace.desk

    def may_note(self, cell: ShiftCell) -> bool:
        """Say whether the attendance of a shift is noted at this desk."""
        return roster.may_note_attendance(self._desk, cell)

    def confirm(
        self,
        volunteer_id: int,
        name: str,
        shift_ids: Sequence[int],
        how: How,
        *,
        is_off: bool = False,
    ) -> None:
        """Keep how somebody was told of their shifts, or that they are off them."""
        told = _("{name}: {what}.").format(name=name, what=how_words(how, is_off=is_off))
        self._run(lambda: roster.confirm(self._desk, volunteer_id, shift_ids, how), told)

    def withdraw(self, cell: ShiftCell, one: OnShift) -> None:
        """Take back that somebody confirmed."""
        told = _("{name} has not confirmed {shift}.").format(
            name=one.full_name, shift=shift_title(cell)
        )
        self._run(
            lambda: roster.withdraw_confirmation(self._desk, one.volunteer_id, cell.shift_id), told
        )

    def everybody_present(self, cell: ShiftCell) -> None:
        """Keep that all were there of whom nothing was noted yet."""
        self._run(
            lambda: roster.note_everybody_present(self._desk, cell.shift_id), _attendance(cell)
        )

    def ask_attendance(self, cell: ShiftCell) -> None:
        """Ask for each person how it went."""
        form = AttendanceForm(
            self._workplace, cell, lambda done: self._tell(_attendance(cell), done)
        )
        title = _("Who was there on {shift}?").format(shift=shift_title(cell))
        FormDialog(self._over, title, form, width=560).open()

    def ask_arrival(self, cell: ShiftCell) -> None:
        """Ask who else came, without being on the roster."""
        self._workplace.tasks.run(
            lambda: roster.who_may_arrive(self._desk, cell.shift_id),
            lambda names: self._ask_arrival(cell, names),
            owner=self._over,
        )

    def _ask_arrival(self, cell: ShiftCell, names: Mapping[int, str]) -> None:
        form = Form(tasks=self._workplace.tasks, save_text=_("Was there"))
        form.add_widget(Text(_("Who came is put on this shift as a stand-in, and was there.")))
        who = ChoiceField(
            "volunteer",
            _("Volunteer"),
            choices=[Choice(volunteer_id, name) for volunteer_id, name in names.items()],
            required=True,
            segmented=False,
        )
        form.add(who)
        form.mark_clean()

        def arrived(done: Rearranged) -> None:
            told = _("{name} was there on {shift}.").format(
                name=names[who.value()], shift=shift_title(cell)
            )
            self._trail.add(told, OfStep(self._desk, done.step))

        def send() -> None:
            arriving = who.value()
            form.send(lambda: roster.note_arrival(self._desk, cell.shift_id, arriving), arrived)

        form.submitted.connect(send)
        title = _("Who else was there on {shift}?").format(shift=shift_title(cell))
        FormDialog(self._over, title, form, width=560).open()

    def _run(self, work: Callable[[], Noted], told: str) -> None:
        self._workplace.tasks.run(work, lambda done: self._tell(told, done), owner=self._over)

    def _tell(self, told: str, done: Noted) -> None:
        if done.added or done.removed:
            self._trail.add(told, OfNote(self._desk, done))


def _attendance(cell: ShiftCell) -> str:
    return _("It is noted who was there on {shift}.").format(shift=shift_title(cell))
