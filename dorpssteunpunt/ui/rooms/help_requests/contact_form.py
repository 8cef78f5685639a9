"""Noting a contact, beside what happened before."""

from datetime import date

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.services import help_requests
from dorpssteunpunt.services.changes import Changed
from dorpssteunpunt.ui.kit.date_field import DateField
from dorpssteunpunt.ui.kit.fields import TextArea, TextField
from dorpssteunpunt.ui.kit.free_text_form import FreeTextForm
from dorpssteunpunt.ui.kit.workplace import Workplace


class ContactForm(FreeTextForm):
    """A few words about one contact: with whom, what was said, when to follow up."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(tasks=workplace.tasks, save_text=_("Note it"))
        self._workplace = workplace
        self.request_id = 0
        self.add(TextArea("text", _("What was said?"), required=True, lines=2))
        self.add(
            TextField("with_whom", _("With whom?")),
            DateField(
                "follow_up_on",
                _("Follow up on"),
                today=workplace.today,
                hint=_("For example: Thursday, tomorrow, 3-12"),
            ),
        )
        self.submitted.connect(self._note)

    def begin(self, request_id: int, with_whom: str, follow_up_on: date | None) -> None:
        """Start with the resident, and with the follow-up that was promised for later."""
        self.request_id = request_id
        self.field("text").set_value("")
        self.field("with_whom").set_value(with_whom)
        later = follow_up_on is not None and follow_up_on > self._workplace.today()
        self.field("follow_up_on").set_value(follow_up_on if later else None)
        self.mark_clean()

    def _note(self) -> None:
        desk, request_id, typed = self._workplace.desk, self.request_id, self.values()
        fine = self.numbers_are_fine()

        def work() -> Changed:
            return help_requests.note_contact(desk, request_id, **typed, numbers_are_fine=fine)

        self.send(work, lambda _changed: self._workplace.notify(_("The contact is noted.")))
