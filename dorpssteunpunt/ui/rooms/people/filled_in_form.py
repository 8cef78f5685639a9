"""A sheet that was filled in: whose it is, what its words mean, and what it changes."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
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
    remark_lines,
)
from dorpssteunpunt.ui.kit.buttons import quiet
from dorpssteunpunt.ui.kit.choice_field import Choice, ChoiceField
from dorpssteunpunt.ui.kit.form import Form
from dorpssteunpunt.ui.kit.labels import Text
from dorpssteunpunt.ui.kit.layouts import Column, Flow
from dorpssteunpunt.ui.kit.messages import Banner
from dorpssteunpunt.ui.kit.tones import Tone
from dorpssteunpunt.ui.kit.workplace import Workplace

_UNFOLDED = 3
"""Of so many people all days are shown at once; of more, each when somebody wants to see them."""


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
        self._shown.turned.connect(self.reshaped)
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
    """What a sheet changes for whom, on which shifts they stand, and what is left out.

    ``turned`` tells that it needs more or less room.
    """

    turned = Signal()

    def __init__(self, filled_in: FilledIn) -> None:
        super().__init__()
        self._filled_in = filled_in
        self._column = Column(self, gap=8)
        self._unfolded: dict[int, bool] = {}

    def show_effects(self, of: Sequence[OfVolunteer]) -> None:
        """Show these effects instead; those of a few people at once, of many one by one."""
        self._column.clear()
        if not of:
            self._column.add(Text(_("Nobody is chosen yet, or nothing is said."), "second"))
        for one in of:
            self._column.add(self._of(one, unfolded=len(of) <= _UNFOLDED))
        if lines := list(left_out_lines(self._filled_in.not_understood, of)):
            self._column.add(Text(_("Not understood, and left out"), "heading"))
            self._column.add(Text("\n".join(lines)))
        if remarks := list(remark_lines(self._filled_in.remarks)):
            self._column.add(Text(_("Remarks on the sheet, which are not kept"), "heading"))
            self._column.add(Text("\n".join(remarks)))

    def _of(self, one: OfVolunteer, *, unfolded: bool) -> QWidget:
        lines = tuple(change_lines(one.effect.changes, self._filled_in.dayparts))
        part = _Changes(one, lines, unfolded=self._unfolded.get(one.person.id, unfolded))

        def remember() -> None:
            self._unfolded[one.person.id] = part.is_unfolded
            self.turned.emit()

        part.turned.connect(remember)
        return part


class _Changes(QWidget):
    """What a sheet changes for one volunteer; ``turned`` tells that the days came or went."""

    turned = Signal()

    def __init__(self, one: OfVolunteer, lines: Sequence[str], *, unfolded: bool) -> None:
        super().__init__()
        self._name, self._lines = one.person.name.full, lines
        self._column = Column(self, gap=4)
        head = Flow(self._column.add(QWidget()), gap=12)
        head.add(Text(self._name, "strong"))
        head.add(Text(outcome_words(one), "second"))
        self._fold = quiet("", self._turn, dense=True)
        if lines:
            head.add(self._fold)
        self._days: Text | None = None
        self.is_unfolded = False
        if words := in_the_way_words(one):
            self._column.add(Banner(Tone.WARNING)).say(words)
        self._name_button()
        if unfolded and lines:
            self._turn()

    def _turn(self) -> None:
        """Show each day, or show them no more; long lists are laid out when they are asked for."""
        self.is_unfolded = not self.is_unfolded
        if self._days is None:
            self._days = self._column.add(Text("\n".join(self._lines)))
        self._days.setVisible(self.is_unfolded)
        self._name_button()
        self.turned.emit()

    def _name_button(self) -> None:
        words = _("Hide the days") if self.is_unfolded else _("Show the days")
        self._fold.say(words)
        self._fold.setAccessibleName(f"{words}: {self._name}")


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
