"""A sheet that was filled in: whose it is, what its words mean, and what it changes."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.filled_in.asked import AskedWord
from dorpssteunpunt.domain.filled_in.words import Meaning
from dorpssteunpunt.services.imports import availability as imports
from dorpssteunpunt.services.imports.availability import (
    NOBODY,
    Explained,
    FilledIn,
    NamedInSheet,
    OfVolunteer,
    TakenOver,
)
from dorpssteunpunt.services.words.imports import (
    asked_words,
    change_lines,
    in_the_way_words,
    known_words,
    left_out_lines,
    meaning_word,
    outcome_words,
)
from dorpssteunpunt.ui.kit.choice_field import Choice, ChoiceField
from dorpssteunpunt.ui.kit.form import Form
from dorpssteunpunt.ui.kit.labels import Text
from dorpssteunpunt.ui.kit.layouts import Column
from dorpssteunpunt.ui.kit.messages import Banner
from dorpssteunpunt.ui.kit.tones import Tone
from dorpssteunpunt.ui.kit.workplace import Workplace


class FilledInForm(Form):
    """Asks what the sheet leaves open, and shows all that would change before anything does."""

    def __init__(
        self,
        workplace: Workplace,
        filled_in: FilledIn,
        taken_over: Callable[[TakenOver], object],
    ) -> None:
        super().__init__(
            tasks=workplace.tasks, save_text=_("Take over"), cancel_text=_("Take over nothing")
        )
        self._workplace, self._filled_in, self._taken_over = workplace, filled_in, taken_over
        self.add_widget(Text(filled_in.file_name, "second"))
        self._who = {one.typed: self._name_field(one) for one in filled_in.named}
        self.add_heading(_("Whose is it?"))
        self.add(*self._who.values())
        self._words = {one.word: _word_field(one) for one in filled_in.asked}
        if self._words:
            self.add_heading(_("What do these words mean?"))
            self.add(*self._words.values())
        if known := known_words(filled_in.known):
            self.add_widget(Text(known, "second"))
        self.add_heading(_("What changes"))
        self._shown = self.add_widget(_Preview(filled_in))
        self.mark_clean()
        self.edited.connect(self._look)
        self.submitted.connect(self._take_over)
        self._look()

    def _name_field(self, one: NamedInSheet) -> ChoiceField:
        label = _("“{name}” in the sheet is").format(name=one.typed)
        field = ChoiceField(
            f"who {one.typed}",
            label if one.typed else _("The sheet names nobody. It is of"),
            choices=[
                *(Choice(each.id, each.name.full) for each in self._filled_in.volunteers),
                Choice(NOBODY, _("nobody: leave it out")),
            ],
            required=True,
            segmented=False,
        )
        field.set_value(one.likely)
        return field

    def _explained(self) -> Explained:
        return Explained(
            {typed: field.value() for typed, field in self._who.items()},
            {word: field.value() for word, field in self._words.items()},
        )

    def _look(self) -> None:
        desk, filled_in, explained = self._workplace.desk, self._filled_in, self._explained()
        self._workplace.tasks.run(
            lambda: imports.preview(desk, filled_in, explained),
            self._show,
            owner=self,
            key="preview",
        )

    def _show(self, of: Sequence[OfVolunteer]) -> None:
        self._shown.show_effects(of)
        self.reshaped.emit()

    def _take_over(self) -> None:
        desk, filled_in, explained = self._workplace.desk, self._filled_in, self._explained()
        self.send(lambda: imports.take_over(desk, filled_in, explained), self._taken_over)


class _Preview(QWidget):
    """What a sheet changes for whom, on which shifts they stand, and what is left out."""

    def __init__(self, filled_in: FilledIn) -> None:
        super().__init__()
        self._filled_in = filled_in
        self._column = Column(self, gap=8)

    def show_effects(self, of: Sequence[OfVolunteer]) -> None:
        """Show these effects instead."""
        self._column.clear()
        if not of:
            self._column.add(Text(_("Nobody is chosen yet, or nothing is said."), "second"))
        for one in of:
            self._column.add(Text(one.person.name.full, "strong"))
            self._column.add(Text(outcome_words(one), "second"))
            if lines := list(change_lines(one.effect.changes, self._filled_in.dayparts)):
                self._column.add(Text("\n".join(lines)))
            if words := in_the_way_words(one):
                self._column.add(Banner(Tone.WARNING)).say(words)
        if lines := list(left_out_lines(self._filled_in.not_understood, of)):
            self._column.add(Text(_("Not understood, and left out"), "heading"))
            self._column.add(Text("\n".join(lines)))


def _word_field(asked: AskedWord) -> ChoiceField:
    field = ChoiceField(
        f"word {asked.word}",
        asked_words(asked),
        choices=[Choice(meaning, meaning_word(meaning)) for meaning in Meaning],
        required=True,
        segmented=False,
    )
    field.set_value(asked.likely)
    return field
