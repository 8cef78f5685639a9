"""What a change of the week template does to shifts that are made, before it is done."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from dorpssteunpunt.base.errors import Refusal
from dorpssteunpunt.base.i18n import _, ngettext
from dorpssteunpunt.domain.template import OpeningSlot
from dorpssteunpunt.services.roster import (
    RevisedShift,
    TemplateDraft,
    TemplatePreview,
    change_template,
    preview_template,
)
from dorpssteunpunt.services.words.template import (
    added_words,
    losing_words,
    people_words,
    touched_words,
)
from dorpssteunpunt.ui.kit.choice_field import Choice, ChoiceField
from dorpssteunpunt.ui.kit.date_field import DateField
from dorpssteunpunt.ui.kit.fields import CheckField, TextField
from dorpssteunpunt.ui.kit.free_text_form import FreeTextForm
from dorpssteunpunt.ui.kit.labels import Text
from dorpssteunpunt.ui.kit.layouts import Column
from dorpssteunpunt.ui.kit.workplace import Workplace


class RevisionForm(FreeTextForm):
    """Asks whether the shifts that are made change along, and names everybody it touches."""

    def __init__(
        self,
        workplace: Workplace,
        lines: Sequence[OpeningSlot],
        preview: TemplatePreview,
        done: Callable[[object], object],
    ) -> None:
        super().__init__(
            tasks=workplace.tasks, save_text=_("Change"), cancel_text=_("Do not change")
        )
        self._workplace, self._lines, self._done = workplace, lines, done
        self._preview = preview
        self._along = ChoiceField(
            "along",
            _("Shifts that are made already"),
            choices=[
                Choice(True, _("Change along")),
                Choice(False, _("Stay as they are")),
            ],
            segmented=True,
        )
        self._first = DateField(
            "first", _("From this day on"), today=workplace.today, required=True
        )
        self._seen = CheckField("seen", _("I saw who comes off a shift"), required=True)
        self._reason = TextField(
            "reason", _("Reason"), hint=_("The volunteer may see it."), required=True
        )
        self._holder = QWidget()
        self._shown = Column(self._holder, gap=8)
        self._build()
        self._show(preview)
        self.mark_clean()
        self._along.edited.connect(self._arrange)
        self._first.edited.connect(self._look_again)
        self.submitted.connect(self._save)

    def show_refusal(self, refusal: Refusal) -> None:
        """Say what is wrong, and look again at what the roster is like by now."""
        super().show_refusal(refusal)
        self._look_again()

    def _build(self) -> None:
        self.add_widget(Text(_("What is past stays as it was, and so do shifts that have begun.")))
        self.add(self._along)
        self.add(self._first)
        self.add_widget(self._holder)
        self.add(self._seen)
        self.add(self._reason)
        self._along.set_value(True)
        self._first.set_value(self._workplace.today())

    def _look_again(self) -> None:
        first = self._first.value()
        if first is None:
            return
        desk, lines = self._workplace.desk, self._lines
        self._workplace.tasks.run(
            lambda: preview_template(desk, lines, first), self._show, owner=self, key="preview"
        )

    def _show(self, preview: TemplatePreview) -> None:
        self._preview = preview
        self._shown.clear()
        changing = [one for one in preview.touched if one.becomes]
        vanishing = [one for one in preview.touched if not one.becomes]
        for heading, touched in ((_("Changes"), changing), (_("Vanishes"), vanishing)):
            if touched:
                self._shown.add(Text(heading, "heading"))
            for one in touched:
                self._shown.add(_touched(one))
        if preview.added:
            self._shown.add(Text(_("Appears"), "heading"))
        for new in preview.added:
            self._shown.add(Text(added_words(new)))
        if not preview:
            self._shown.add(Text(_("No shift changes from this day on."), "second"))
        losing = len(preview.losing)
        self._seen.set_hint(
            ngettext("It is about {n} place.", "It is about {n} places.", losing).format(n=losing)
        )
        self._seen.set_value(False)
        self._arrange()

    def _arrange(self) -> None:
        """Ask only what there is to ask."""
        along = bool(self._along.value())
        for part in (self._first, self._holder):
            part.setVisible(along)
        for field in (self._seen, self._reason):
            field.setVisible(along and bool(self._preview.losing))
        self.reshaped.emit()

    def _save(self) -> None:
        desk, typed = self._workplace.desk, self.values()
        first: date | None = typed["first"] if typed["along"] else None
        seen = self._preview.losing if typed["seen"] else frozenset()
        draft = TemplateDraft(
            lines=self._lines,
            first=first,
            reason=typed["reason"],
            seen=seen,
            numbers_are_fine=self.numbers_are_fine(),
        )
        self.send(lambda: change_template(desk, draft), self._done)


def _touched(one: RevisedShift) -> QWidget:
    """Return a shift with who stays on it and, so that nobody misses it, who comes off."""
    holder = QWidget()
    column = Column(holder, gap=2)
    column.add(Text(touched_words(one)))
    if people := people_words(one):
        column.add(Text(people, "second"))
    if losing := losing_words(one):
        column.add(Text(losing, "error"))
    return holder
