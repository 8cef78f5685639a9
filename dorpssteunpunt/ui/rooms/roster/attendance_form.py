"""The form of attendance: for each person on a shift whether they were there, or how it went."""

from collections.abc import Callable, Iterator

from dorpssteunpunt.base.formats import at_the_start
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.attendance import Presence
from dorpssteunpunt.services import roster
from dorpssteunpunt.services.roster import MarkDraft, Noted, OnShift, ShiftCell
from dorpssteunpunt.services.words.attendance import presence_word
from dorpssteunpunt.ui.kit.choice_field import Choice, ChoiceField
from dorpssteunpunt.ui.kit.fields import NumberField, TextField
from dorpssteunpunt.ui.kit.free_text_form import FreeTextForm
from dorpssteunpunt.ui.kit.labels import Text
from dorpssteunpunt.ui.kit.workplace import Workplace

_LATEST = 24 * 60  # minutes


class AttendanceForm(FreeTextForm):
    """Asks how it went with everybody on a shift; what was noted before stands filled in."""

    def __init__(
        self, workplace: Workplace, cell: ShiftCell, noted: Callable[[Noted], object]
    ) -> None:
        super().__init__(tasks=workplace.tasks, save_text=_("Save"))
        self._desk, self._cell, self._noted = workplace.desk, cell, noted
        absent = _("Did somebody report absent? Then choose that beside the name in the roster.")
        self.add_widget(Text(absent, "second"))
        self._parts = [_OnePerson(self, one) for one in cell.people]
        for absence in cell.absences:
            words = _("{name} reported absent: {reason}")
            self.add_widget(Text(words.format(name=absence.name, reason=absence.reason), "second"))
        self.submitted.connect(self._save)
        self.mark_clean()

    def _save(self) -> None:
        drafts = [draft for part in self._parts for draft in part.drafts()]
        shift_id, fine = self._cell.shift_id, self.numbers_are_fine()
        self.send(
            lambda: roster.note_attendance(self._desk, shift_id, drafts, numbers_are_fine=fine),
            self._noted,
        )


class _OnePerson:
    """The fields about one person; minutes and a note only where they can matter."""

    def __init__(self, form: AttendanceForm, one: OnShift) -> None:
        self._form, self._who = form, one.volunteer_id
        self._presence = ChoiceField(
            f"presence_{one.volunteer_id}",
            one.full_name,
            choices=[
                Choice(presence, at_the_start(presence_word(presence))) for presence in Presence
            ],
        )
        self._minutes = NumberField(
            f"minutes_{one.volunteer_id}",
            _("How many minutes late?"),
            low=1,
            high=_LATEST,
        )
        self._note = TextField(f"note_{one.volunteer_id}", _("Note"), hint=_("Not needed"))
        for field in (self._presence, self._minutes, self._note):
            form.add(field)
        if one.marked:
            self._presence.set_value(one.marked.presence)
            self._minutes.set_value(one.marked.minutes_late)
            self._note.set_value(one.marked.note)
        self._presence.edited.connect(self._show_what_matters)
        self._show_what_matters()

    def drafts(self) -> Iterator[MarkDraft]:
        """Yield how it went, unless nothing was chosen."""
        presence = self._presence.value()
        if presence is None:
            return
        yield MarkDraft(
            volunteer_id=self._who,
            presence=presence,
            minutes_late=None if self._minutes.isHidden() else self._minutes.value(),
            note="" if self._note.isHidden() else self._note.value(),
        )

    def _show_what_matters(self) -> None:
        presence = self._presence.value()
        self._minutes.setVisible(presence is Presence.LATE)
        self._note.setVisible(presence in (Presence.LATE, Presence.MISSED))
        self._form.reshaped.emit()
