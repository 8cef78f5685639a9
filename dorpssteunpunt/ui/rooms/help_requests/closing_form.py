"""Closing a request: how it ended, and what that outcome asks to be written down."""

from typing import Any

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.accounts import Right
from dorpssteunpunt.domain.help_requests import RequestState
from dorpssteunpunt.services import help_requests
from dorpssteunpunt.services.changes import Changed
from dorpssteunpunt.services.help_requests import RequestDetail
from dorpssteunpunt.services.words.help_requests import outcome_choice
from dorpssteunpunt.ui.kit.choice_field import Choice, ChoiceField
from dorpssteunpunt.ui.kit.fields import CheckField, TextArea, TextField
from dorpssteunpunt.ui.kit.free_text_form import FreeTextForm
from dorpssteunpunt.ui.kit.workplace import Workplace

_OUTCOMES = tuple(state for state in RequestState if state.is_outcome)


class ClosingForm(FreeTextForm):
    """The form of an outcome; only the fields that belong to it are shown."""

    def __init__(self, workplace: Workplace, detail: RequestDetail) -> None:
        super().__init__(tasks=workplace.tasks, save_text=_("Finish"))
        self._workplace = workplace
        self._detail = detail
        self._outcome = ChoiceField(
            "outcome",
            _("How did it end?"),
            choices=[Choice(state, outcome_choice(state)) for state in _OUTCOMES],
            required=True,
            segmented=True,
        )
        self._referred_to = TextField("referred_to", _("Referred to whom?"))
        self._consent = CheckField(
            "consent", _("The resident agrees that we share their data with them")
        )
        self._exception = TextArea(
            "consent_exception",
            _("Or: why do you refer without consent?"),
            hint=_("Only you as the village supporter can do this. The reason is kept."),
            lines=2,
        )
        self._note = TextArea("note", _("Explanation"), lines=2)
        self._asked = (self._referred_to, self._consent, self._exception, self._note)
        self.add(self._outcome)
        for field in self._asked:
            self.add(field)
        self._outcome.edited.connect(self._show_what_belongs)
        self._show_what_belongs()
        self.submitted.connect(self._close)

    def _show_what_belongs(self) -> None:
        outcome = self._outcome.value()
        referred = outcome is RequestState.REFERRED
        asks_consent = referred and not self._detail.request.has_consent
        self._referred_to.setVisible(referred)
        self._consent.setVisible(asks_consent)
        self._exception.setVisible(
            asks_consent and self._workplace.desk.allows(Right.READ_CONCERNS)
        )
        unmet = outcome is RequestState.UNMET
        self._note.set_hint(
            _("Why did it not work out?") if unmet else _("How did it go? This may stay empty.")
        )
        self.reshaped.emit()

    def _close(self) -> None:
        desk, request_id, outcome = (
            self._workplace.desk,
            self._detail.request.id,
            self._outcome.value(),
        )
        typed: dict[str, Any] = {
            field.name: field.value() for field in self._asked if not field.isHidden()
        }
        fine = self.numbers_are_fine()

        def work() -> Changed:
            return help_requests.close_request(
                desk, request_id, outcome, **typed, numbers_are_fine=fine
            )

        self.send(work)
