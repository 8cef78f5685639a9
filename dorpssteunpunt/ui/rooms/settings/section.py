"""One section of the settings: cards that are shown anew whenever the settings changed."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.services.changes import Changed
from dorpssteunpunt.services.support_point import Settings
from dorpssteunpunt.ui.kit.form import Form
from dorpssteunpunt.ui.kit.form_dialog import FormDialog
from dorpssteunpunt.ui.kit.layouts import Column
from dorpssteunpunt.ui.kit.workplace import Workplace


class Section(QWidget):
    """A column of cards; a subclass makes the cards of the settings it is given."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._column = Column(self, gap=16)

    def show_settings(self, settings: Settings) -> None:
        """Show these settings."""
        self._show_cards(self._cards(settings))

    def _show_cards(self, cards: Sequence[QWidget]) -> None:
        self._column.clear()
        for card in cards:
            self._column.add(card)
        self._column.push()

    def _cards(self, settings: Settings) -> Sequence[QWidget]:
        return ()

    def _form(self) -> Form:
        return plain_form(self._workplace)

    def _ask(self, title: str, form: Form, write: Callable[[dict[str, Any]], Changed]) -> None:
        ask_and_keep(self, self._workplace, title, form, write)


def plain_form(workplace: Workplace) -> Form:
    """Return an empty form that saves."""
    return Form(tasks=workplace.tasks, save_text=_("Save"), cancel_text=_("Cancel"))


def ask_and_keep(
    over: QWidget,
    workplace: Workplace,
    title: str,
    form: Form,
    write: Callable[[dict[str, Any]], Changed],
) -> None:
    """Open a form; `write` is given what was typed, on the store thread."""

    def send() -> None:
        typed = form.values()
        form.send(lambda: write(typed), lambda _kept: workplace.notify(_("Saved.")))

    form.mark_clean()
    form.submitted.connect(send)
    FormDialog(over, title, form).open()
