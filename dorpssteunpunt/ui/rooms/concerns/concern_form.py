"""Passing on a signal: what was seen apart from what one thinks of it."""

from collections.abc import Sequence

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.support_point import EmergencyNumber
from dorpssteunpunt.services import concerns
from dorpssteunpunt.services.changes import Changed
from dorpssteunpunt.services.concerns import ConcernDraft
from dorpssteunpunt.services.support_point import settings
from dorpssteunpunt.ui.kit.choice_field import Choice, ChoiceField
from dorpssteunpunt.ui.kit.fields import TextArea, TextField
from dorpssteunpunt.ui.kit.free_text_form import FreeTextForm
from dorpssteunpunt.ui.kit.labels import Text
from dorpssteunpunt.ui.kit.urgent_hint import UrgentHint
from dorpssteunpunt.ui.kit.workplace import Workplace


class ConcernForm(FreeTextForm):
    """The form of one signal; for an urgent one 112 and the numbers stand above all else.

    It may come from a help request or an entry, by their id.
    """

    def __init__(
        self, workplace: Workplace, request_id: int | None = None, entry_id: int | None = None
    ) -> None:
        super().__init__(tasks=workplace.tasks, save_text=_("Pass on"), cancel_text=_("Cancel"))
        self._workplace = workplace
        self._origin = (request_id, entry_id)
        self._hint = self.add_widget(UrgentHint())
        self._hint.hide()
        self.add_widget(
            Text(
                _(
                    "Only the village supporter reads this. You cannot read it back yourself; you "
                    "do see that it is in hand."
                ),
                "second",
            )
        )
        self._add_fields()
        self.mark_clean()
        self.submitted.connect(self._pass_on)
        workplace.tasks.run(lambda: settings(workplace.desk).emergency_numbers, self._have_numbers)

    def _add_fields(self) -> None:
        self._urgency = ChoiceField(
            "is_urgent",
            _("How soon must somebody look at it?"),
            choices=(
                Choice(False, _("This week is soon enough")),
                Choice(True, _("▲ Urgent: today or tomorrow")),
            ),
            required=True,
            segmented=True,
        )
        self._urgency.edited.connect(self._show_hint)
        self.add(self._urgency)
        self.add(TextField("about", _("About whom?"), hint=_("A name, an address or a household.")))
        self.add(
            TextArea(
                "observed",
                _("What did you see or hear?"),
                hint=_("Only facts: what, where and when. Somebody's own words help."),
                required=True,
                lines=4,
            ),
        )
        self.add(
            TextArea(
                "interpretation",
                _("What do you think of it?"),
                hint=_("Your own feeling counts too. It stays apart from what you saw."),
                lines=2,
            ),
        )

    def _have_numbers(self, numbers: Sequence[EmergencyNumber]) -> None:
        self._hint.show_numbers(numbers)

    def _show_hint(self) -> None:
        self._hint.setVisible(self._urgency.value() is True)

    def _pass_on(self) -> None:
        desk = self._workplace.desk
        request_id, entry_id = self._origin
        draft = ConcernDraft(
            **self.values(),
            request_id=request_id,
            entry_id=entry_id,
            numbers_are_fine=self.numbers_are_fine(),
        )
        self.send(lambda: concerns.submit_concern(desk, draft), self._passed_on)

    def _passed_on(self, change: Changed) -> None:
        self._workplace.notify(_("Passed on to the village supporter."))
