"""What a professional writes about a signal: a decision, an answer for the desk, a note."""

from collections.abc import Callable
from typing import Any

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.concerns import Decision
from dorpssteunpunt.services import concerns
from dorpssteunpunt.services.changes import Changed
from dorpssteunpunt.services.words.concerns import decision_word
from dorpssteunpunt.ui.kit.choice_field import Choice, ChoiceField
from dorpssteunpunt.ui.kit.fields import TextArea, TextField
from dorpssteunpunt.ui.kit.free_text_form import FreeTextForm
from dorpssteunpunt.ui.kit.labels import Text
from dorpssteunpunt.ui.kit.open_form import Draft, OpenForm
from dorpssteunpunt.ui.kit.workplace import Workplace

Write = Callable[[dict[str, Any], bool], Changed]


class Answering:
    """Opens the forms of one signal, by its id."""

    def __init__(self, workplace: Workplace, forms: OpenForm) -> None:
        self._workplace, self._forms = workplace, forms

    def decide(self, concern_id: int) -> FreeTextForm:
        """Ask what happens with a signal, and why."""
        choices = [Choice(decision, decision_word(decision)) for decision in Decision]
        form = self._form(_("Decide"))
        form.add(ChoiceField("decision", _("What do you decide?"), choices=choices, required=True))
        because_hint = _("Stays confidential: only professionals read this.")
        form.add(TextArea("because", _("Why?"), hint=because_hint, required=True, lines=3))

        def write(typed: dict[str, Any], fine: bool) -> Changed:
            return concerns.decide(self._workplace.desk, concern_id, **typed, numbers_are_fine=fine)

        return self._open(form, _("Decide"), "decide", concern_id, write)

    def answer(self, concern_id: int, about: str = "") -> FreeTextForm:
        """Ask what the desk may know; ``about`` is whom the signal is about."""
        form = self._form(_("Give to the desk"))
        form.add_widget(
            Text(_("Everybody at the desk reads this. Write no more than they need."), "second")
        )
        form.add(TextField("about", _("About whom? (may stay empty)")))
        form.add(TextArea("feedback", _("What may the desk know?"), required=True, lines=4))
        form.field("about").set_value(about)

        def write(typed: dict[str, Any], fine: bool) -> Changed:
            return concerns.give_feedback(
                self._workplace.desk, concern_id, **typed, numbers_are_fine=fine
            )

        return self._open(form, _("Answer the desk"), "answer", concern_id, write)

    def note(self, concern_id: int) -> FreeTextForm:
        """Ask for a note that stays among professionals."""
        form = self._form(_("Save"))
        hint = _("Stays confidential: only professionals read this.")
        form.add(TextArea("review", _("Note"), hint=hint, required=True, lines=4))

        def write(typed: dict[str, Any], fine: bool) -> Changed:
            return concerns.write_review(
                self._workplace.desk, concern_id, **typed, numbers_are_fine=fine
            )

        return self._open(form, _("Confidential note"), "note", concern_id, write)

    def take_up(self, draft: Draft) -> None:
        """Go on with what was being written."""
        begin = {"decide": self.decide, "answer": self.answer, "note": self.note}
        begin[draft.what](draft.about).take_up(draft.typed)

    def _form(self, save_text: str) -> FreeTextForm:
        return FreeTextForm(
            tasks=self._workplace.tasks, save_text=save_text, cancel_text=_("Cancel")
        )

    def _open(
        self, form: FreeTextForm, title: str, what: str, concern_id: int, write: Write
    ) -> FreeTextForm:
        form.mark_clean()

        def send() -> None:
            typed, fine = form.values(), form.numbers_are_fine()
            form.send(lambda: write(typed, fine), lambda _kept: None)

        form.submitted.connect(send)
        return self._forms.open(form, title, what, concern_id)
