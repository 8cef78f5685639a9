"""Confirming an entry in one's own words: "Gelezen, ik doe …"."""

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.services import handover
from dorpssteunpunt.services.changes import Changed
from dorpssteunpunt.ui.kit.fields import TextField
from dorpssteunpunt.ui.kit.free_text_form import FreeTextForm
from dorpssteunpunt.ui.kit.workplace import Workplace


class AcknowledgeForm(FreeTextForm):
    """One line and a button; what was typed and not sent waits at its own entry."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(tasks=workplace.tasks, save_text=_("Confirm"))
        self._workplace = workplace
        self._entry_id = 0
        self._unsent: dict[int, str] = {}
        self._words = TextField(
            "words",
            _("Read, I will …"),
            hint=_("Write in your own words what you are going to do."),
            required=True,
        )
        self.add(self._words)
        self.cancel_button.hide()
        self.submitted.connect(self._confirm)

    def show_entry(self, entry_id: int) -> None:
        """Take up what was typed at this entry before."""
        if entry_id == self._entry_id:
            return
        self._keep()
        self._entry_id = entry_id
        self._words.clear_error()
        self._words.set_value("")
        self.mark_clean()
        self._words.set_value(self._unsent.get(entry_id, ""))

    def unsent(self) -> dict[str, str]:
        """Return what was typed and not sent, by the number of its entry."""
        self._keep()
        return {str(entry_id): words for entry_id, words in self._unsent.items()}

    def take_up_unsent(self, unsent: dict[str, str]) -> None:
        """Put back what `unsent` returned."""
        self._unsent = {int(entry_id): words for entry_id, words in unsent.items()}
        self._words.set_value(self._unsent.get(self._entry_id, ""))

    def _keep(self) -> None:
        typed = self._words.value()
        if typed:
            self._unsent[self._entry_id] = typed
        else:
            self._unsent.pop(self._entry_id, None)

    def _confirm(self) -> None:
        desk, entry_id, words = self._workplace.desk, self._entry_id, self._words.value()
        fine = self.numbers_are_fine()

        def kept(_change: Changed) -> None:
            self._unsent.pop(entry_id, None)
            if entry_id == self._entry_id:
                self._words.set_value("")
                self.mark_clean()
            self._workplace.notify(_("Confirmed. Others see what you are going to do."))

        self.send(lambda: handover.acknowledge(desk, entry_id, words, numbers_are_fine=fine), kept)
